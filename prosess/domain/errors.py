"""The root of every refusal that the domain words itself."""

from collections.abc import Mapping, Sequence
from typing import Any


class DomainError(ValueError):
    """A rule of the domain is broken.

    A ``ValueError``, so that pydantic reports it beside its own. The message never holds a value that may be
    personal or secret; what another language needs to say the same stands in ``facts``.
    """

    code: str
    """Key of the text in other languages, such as ``ORGANISATION_NUMBER_FORM``."""
    message: str
    """What is wrong, in English."""
    facts: dict[str, Any]
    """What the texts of ``code`` speak of; JSON values."""
    hint: str
    """The way out, in English; empty where there is none to tell."""
    at: tuple[str | int, ...]
    """Keys from the validated value down to the mistake, so that its line can be told; empty for the value itself."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        facts: Mapping[str, Any] | None = None,
        hint: str = "",
        at: Sequence[str | int] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.facts = dict(facts or {})
        self.hint = hint
        self.at = tuple(at)
