"""Exit codes, and the one kind of error that ends a command."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any

from prosess.domain.errors import DomainError


class Exit(IntEnum):
    """What the exit code of every command means."""

    OK = 0
    FAILED = 1
    """A gate, a policy or a risk limit failed."""
    USAGE = 2
    INVALID = 3
    """The input or the configuration is invalid."""
    NOT_ASSESSED = 4
    """Nothing was evaluated, an engine is missing, or the evidence is stale."""
    PENDING = 5
    UNREACHABLE = 6
    """A server cannot be reached."""
    INTERRUPTED = 130


class CommandError(Exception):
    """Ends a command: what happened, how to put it right, and where.

    ``code`` is stable and found in the documentation; with ``-o json`` the error is printed as
    ``{code, message, hint, where}``, and each of several ``mistakes`` as such an object on a line of its own.
    """

    def __init__(
        self,
        exit_code: Exit,
        code: str,
        message: str,
        *,
        hint: str = "",
        where: str = "",
        mistakes: Iterable[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.mistakes = tuple(mistakes)
        self.exit_code = exit_code
        self.code = code
        self.message = message
        self.hint = hint
        self.where = where

    @classmethod
    def of(cls, error: DomainError, *, where: str = "") -> "CommandError":
        """Give the command error of a rule of the domain that is broken."""
        return cls(Exit.INVALID, error.code, error.message, hint=error.hint, where=where)
