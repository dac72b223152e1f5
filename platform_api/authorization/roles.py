"""The seam to the role policy: which permissions a role has is data of ``policies/roles``."""

from typing import Protocol


class RolePolicy(Protocol):
    """Answers for roles; asked on the event loop's thread only."""

    def may(self, roles: frozenset[str], object_: str, action: str, /) -> bool:
        """Tell whether one of the roles has a permission."""


def open_roles() -> RolePolicy:
    """Open the reviewed role policy."""
    from policies.roles.enforcer import Roles

    return Roles()
