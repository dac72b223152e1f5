"""``ros.yaml``: what was analysed, against which criteria, by which roles, and what is asked of whom."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import Digest, OrganisationNumber, Slug
from prosess.domain.role import NEVER, Role
from prosess.domain.text import LocalisedText

Scope = Annotated[
    str,
    StringConstraints(pattern=r"^(environment|pathway|region):[a-z][a-z0-9-]*$", max_length=60),
    AfterValidator(refuse_person_identifier),
]
"""What was assessed, such as ``environment:prod``."""

CriteriaRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]*@[1-9][0-9]*$", max_length=60),
    AfterValidator(refuse_person_identifier),
]
"""``<profile>@<version>``."""

State = Literal[
    "draft",
    "in_review",
    "returned",
    "recommended",
    "pending_acceptance",
    "accepted",
    "rejected",
    "superseded",
    "expired",
    "invalidated",
]


class Party(Model):
    """A function in an organisation that took part; who fills it is not the file's to say."""

    id: Slug
    role: Role
    organisation: OrganisationNumber
    title: LocalisedText


class Marking(Model):
    """How far the analysis may travel, and by which law."""

    level: Literal["open", "internal", "exempt_from_public_access"]
    legal_ground: LocalisedText


class Asked(Model):
    """The decision that the analysis asks for."""

    decision: LocalisedText
    of: Slug
    """Id of the party that decides."""
    by: date


class Analysis(Model):
    """The head of a risk assessment."""

    schema_: Literal["ros/1"] = Field(alias="schema")
    id: Slug
    scope: Scope
    also_covers: tuple[Scope, ...] = ()
    title: LocalisedText
    purpose: LocalisedText
    criteria: CriteriaRef
    criteria_digest: Digest
    criteria_note: LocalisedText | None = None
    """What a reader must know about the criteria, such as that they are illustrative."""
    parties: tuple[Party, ...] = Field(min_length=2)
    author: Slug
    reviewer: Slug
    assumptions: tuple[LocalisedText, ...]
    exclusions: tuple[LocalisedText, ...]
    marking: Marking
    state: State
    asked: Asked | None = None

    def party(self, id_: str) -> Party | None:
        """Give a party by its id, or None."""
        return next((party for party in self.parties if party.id == id_), None)

    @model_validator(mode="after")
    def _parties_are_told_apart(self) -> Self:
        ids = [party.id for party in self.parties]
        if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            raise DomainError("ROS_PARTY_TWICE", "two parties have the same id", facts={"ids": twice}, at=("parties",))
        for field in ("author", "reviewer"):
            if self.party(getattr(self, field)) is None:
                raise DomainError(
                    "ROS_PARTY_UNKNOWN",
                    f"the {field} is not one of the parties",
                    facts={"key": field, "party": getattr(self, field)},
                    at=(field,),
                )
        if self.asked and self.party(self.asked.of) is None:
            raise DomainError(
                "ROS_PARTY_UNKNOWN",
                "the decision is asked of no party",
                facts={"key": "asked.of", "party": self.asked.of},
                at=("asked", "of"),
            )
        return self

    @model_validator(mode="after")
    def _duties_are_separate(self) -> Self:
        if self.author == self.reviewer:
            raise DomainError("ROS_AUTHOR_REVIEWS", "the author cannot review the own analysis", at=("reviewer",))
        author, reviewer = self.party(self.author), self.party(self.reviewer)
        if author and "ros:author" in NEVER[author.role]:
            raise DomainError(
                "ROS_AUTHOR_ROLE",
                f"a {author.role} never writes an analysis",
                facts={"role": author.role.value},
                at=("author",),
            )
        if reviewer and reviewer.role is not Role.SECURITY_REVIEWER:
            raise DomainError(
                "ROS_REVIEWER_ROLE",
                "the reviewer must be a security reviewer",
                facts={"role": reviewer.role.value},
                at=("reviewer",),
            )
        return self
