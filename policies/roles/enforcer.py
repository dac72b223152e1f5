"""May somebody with these roles do this?

casbin decides by a static, reviewed table (``policy.csv``); which roles somebody has in which organisation comes
with the request, from the database. So nothing here grows with tenants or users, and a decision costs the same at
one tenant and at ten thousand.

Used from one thread, the event loop's: on CPython 3.11 casbin's parser may fail under threads. Anything but a clean
yes is a no.
"""

import logging
import threading
from functools import lru_cache
from pathlib import Path

import casbin

from prosess.domain.role import Role

FOLDER = Path(__file__).parent

_log = logging.getLogger(__name__)

_REMEMBERED = 4096
"""Decisions kept: the table is static and names that it does not know never get this far."""


class Roles:
    """The table of roles and permissions.

    Args:
        policy: another table, for tests; rows ``p, object, action, role``.
    """

    def __init__(self, policy: Path = FOLDER / "policy.csv") -> None:
        # casbin writes every denial, with what was asked, as a warning: text of a user's would reach our logs.
        for name in ("casbin", "casbin.policy", "casbin.enforcer", "casbin.role"):
            logging.getLogger(name).disabled = True
        self._enforcer = casbin.Enforcer(str(FOLDER / "model.conf"), str(policy), False)
        self._rows = frozenset((object_, action, role) for object_, action, role in self._enforcer.get_policy())
        self._permissions = frozenset((object_, action) for object_, action, _ in self._rows)
        self._roles = frozenset(role.value for role in Role)
        self._thread: int | None = None
        self._decide = lru_cache(maxsize=_REMEMBERED)(self._ask)

    @property
    def permissions(self) -> tuple[str, ...]:
        """Every permission that the table knows, as ``object:action``, sorted."""
        return tuple(sorted(f"{object_}:{action}" for object_, action in self._permissions))

    def may(self, roles: frozenset[str], object_: str, action: str) -> bool:
        """Tell whether roles, had in one organisation, permit an action on a kind of object.

        No roles, an empty string, a role or a permission that is not known, and a call from another thread than the
        first are all a no.
        """
        if not roles or not roles <= self._roles or (object_, action) not in self._permissions:
            return False
        thread = threading.get_ident()
        if self._thread is None:
            self._thread = thread
        if self._thread != thread:
            _log.error("a role decision was asked from another thread than the first: denied")
            return False
        try:
            return self._decide(roles, object_, action)
        except Exception:
            # Whatever casbin's expression evaluator raises is a no, and is not remembered.
            _log.exception("casbin failed to decide: denied")
            return False

    def granted(self, role: Role) -> frozenset[str]:
        """Every permission of a role, as ``object:action``."""
        return frozenset(f"{object_}:{action}" for object_, action, holder in self._rows if holder == role.value)

    def _ask(self, roles: frozenset[str], object_: str, action: str) -> bool:
        return self._enforcer.enforce(roles, object_, action) is True


def permission_matrix(roles: Roles) -> str:
    """Give the table as Markdown: a row per permission, a column per role."""
    columns = list(Role)
    lines = [
        "| permission | " + " | ".join(f"`{role.value}`" for role in columns) + " |",
        "|---|" + ":-:|" * len(columns),
    ]
    granted = {role: roles.granted(role) for role in columns}
    lines += [
        f"| `{permission}` | " + " | ".join("✔" if permission in granted[role] else "" for role in columns) + " |"
        for permission in roles.permissions
    ]
    return "\n".join(lines) + "\n"
