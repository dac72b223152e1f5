"""acceptance/1 and acceptance-revocation/1: what a data controller lets stand, until when, and when it no longer does.

Both are sealed (``prosess.sealing``). A statement names the state that was accepted by digests, so that the engine
can tell whether it is still the one that stands; people are named by an opaque subject and a role.
"""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from prosess.contracts.findings import State
from prosess.contracts.sealed import Statement, Subject
from prosess.domain.base import Model
from prosess.domain.identifiers import ControlId, Digest, OrganisationNumber, RiskId, Slug, Text
from prosess.domain.role import Role


class AcceptedState(Model):
    """The state of one risk that was accepted."""

    id: RiskId
    level: Slug
    """The level that it had; a higher one is not accepted."""
    material: Digest
    """Of the risk's material fields, texts left out."""
    controls: dict[ControlId, State] = {}
    """What was proven of each control."""


class AcceptanceStatement(Statement):
    """One data controller lets some risks stand."""

    payload_type: ClassVar[str] = "application/vnd.prosess.acceptance+json"

    schema_: Literal["acceptance/1"] = Field(default="acceptance/1", alias="schema")
    id: Slug
    """Letters that are computed from the rest of the statement: the same decision has the same id."""
    analysis: Slug
    """Id of the analysis whose risks they are."""
    assessment: Digest
    """Of the assessment/1 that lay before whoever decided."""
    scope: Text
    criteria: Text
    criteria_digest: Digest
    data_controller: OrganisationNumber
    subject: Subject
    role: Role
    decided: date
    until: date
    """The last day, inclusive, in Europe/Oslo."""
    because: Text
    """Justification and conditions."""
    supersedes: tuple[Slug, ...] = ()
    """Ids of earlier acceptances that this one takes the place of, for the risks that it names."""
    risks: tuple[AcceptedState, ...] = Field(min_length=1)
    """Sorted by id."""

    @property
    def day(self) -> date:
        """The day of the decision."""
        return self.decided


class AcceptanceRevocation(Statement):
    """A data controller takes an acceptance back, from the day that it is decided."""

    payload_type: ClassVar[str] = "application/vnd.prosess.acceptance-revocation+json"

    schema_: Literal["acceptance-revocation/1"] = Field(default="acceptance-revocation/1", alias="schema")
    acceptance: Slug
    """Id of the acceptance that is taken back."""
    subject: Subject
    role: Role
    organisation: OrganisationNumber
    decided: date
    reason: Text

    @property
    def day(self) -> date:
        """The day of the decision."""
        return self.decided
