"""Whose things a query may see: the first argument of everything that reads or writes the database."""

from dataclasses import dataclass

from prosess.domain.role import Role

PLATFORM_ROLES = frozenset(
    {Role.PLATFORM_OWNER, Role.PLATFORM_ENGINEER, Role.SECURITY_REVIEWER, Role.ACCESS_AUDITOR, Role.PRIVACY_OFFICER}
)
"""Roles that, held at the platform's provider, see every tenant's things; what they may do is another matter."""


@dataclass(frozen=True)
class Scope:
    """One organisation's view, or the whole platform's where ``organisation`` is none."""

    organisation: str | None

    @classmethod
    def platform(cls) -> "Scope":
        """The whole platform's: for the worker, and for the provider's own people."""
        return cls(None)

    def require_platform(self) -> None:
        """Refuse any narrower view.

        Raises:
            PermissionError: where it is one organisation's.
        """
        if self.organisation is not None:
            raise PermissionError("asks for the whole platform's view")
