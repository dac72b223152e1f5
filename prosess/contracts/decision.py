"""decision/1: may this happen, and if not: why, how to put it right, and who unblocks it."""

from typing import Literal, Self

from pydantic import Field, JsonValue, model_validator

from prosess.contracts.canonical import Contract
from prosess.domain.base import Model


class Reason(Model):
    """One reason for a denial. Its text in nb, nn and en is found by ``code``."""

    code: str
    """Stable code, such as ``G4_DEPENDENCY_NOT_CONFIRMED``."""
    facts: dict[str, JsonValue] = {}
    """What the text is filled with: ids, dates and organisation numbers, never text of a person's."""
    remedy: str
    """Key of the text that says how to put it right."""
    unblocked_by: str
    """Role that can put it right, such as ``dependency_actor``; the organisation is in ``facts``."""


class Decision(Contract):
    """An answer with its reasons, sorted by code (then by facts).

    ``allow`` is true only where there is no reason against: a decision that an engine could not reach carries
    the reason ``POLICY_UNAVAILABLE`` or ``POLICY_MALFORMED`` (law 1).
    """

    schema_: Literal["decision/1"] = Field(default="decision/1", alias="schema")
    allow: bool
    reasons: tuple[Reason, ...] = ()
    policy_revision: str
    data_revision: str
    input_digest: str
    engine: str

    @model_validator(mode="after")
    def _allow_exactly_without_reasons(self) -> Self:
        if self.allow == bool(self.reasons):
            raise ValueError("a decision allows exactly where it has no reason against")
        return self
