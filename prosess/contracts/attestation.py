"""attestation/1: what no code can see and a person answers for, sealed (``prosess.sealing``)."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from prosess.contracts.sealed import Statement, Subject
from prosess.domain.identifiers import ControlId, Digest, OrganisationNumber, Slug, Text
from prosess.domain.role import Role


class AttestationStatement(Statement):
    """A person with the mandate states that a control works."""

    payload_type: ClassVar[str] = "application/vnd.prosess.attestation+json"

    schema_: Literal["attestation/1"] = Field(default="attestation/1", alias="schema")
    id: Slug
    """Letters that are computed from the rest of the statement."""
    control: ControlId
    statement: Digest
    """Of the sentence that was answered for, in every language; another sentence was not answered for."""
    subject: Subject
    role: Role
    organisation: OrganisationNumber
    on: date
    until: date
    """The last day, inclusive, in Europe/Oslo."""
    facts: dict[Slug, Text] = {}
    """What is stated beside the yes, such as when a restore was reached."""

    @property
    def day(self) -> date:
        """The day that it was given."""
        return self.on
