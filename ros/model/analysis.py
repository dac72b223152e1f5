"""``ros.yaml``: what was analysed, against which criteria, by which roles, and what is asked of whom."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import Digest, OrganisationNumber, Slug, Text
from prosess.domain.role import NEVER, Role
from prosess.domain.text import LocalisedText
from ros.criteria.dimension import Dimension
from ros.model.privacy import PrivacyStatement
from ros.model.risk import Ordinal, Review

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
    """What other parts of the files call it."""
    role: Role
    """What it may do; some roles never write, review or accept."""
    organisation: OrganisationNumber
    """Organisation number of the one that it acts for."""
    title: LocalisedText
    """The function as readers know it, never a name."""


class Marking(Model):
    """How far the analysis may travel, and by which law."""

    level: Literal["open", "internal", "exempt_from_public_access"]
    legal_ground: LocalisedText
    """The provision that allows the marking."""


class Asked(Model):
    """The decision that the analysis asks for."""

    decision: LocalisedText
    """What is to be decided."""
    of: Slug
    """Id of the party that decides."""
    by: date
    """The last day."""


class Meeting(Model):
    """A meeting that the assessment was made in."""

    on: date
    """The day."""
    subject: LocalisedText
    """What was worked with."""
    parties: tuple[Slug, ...] = Field(min_length=1)
    """Ids of the parties that took part."""


class ValuedAsset(Model):
    """Something worth protecting, and how much its loss would matter."""

    id: Slug
    title: LocalisedText
    value: dict[Dimension, Ordinal]
    """Consequence of a loss, on the profile's scale."""
    rationale: LocalisedText
    """Why its loss would matter that much."""


class Threat(Model):
    """One part of the threat picture."""

    id: Slug
    title: LocalisedText
    picture: LocalisedText
    """What is known of it, in own words."""
    source: Text
    """Where the picture is taken from, such as a public threat assessment by name and year."""


class ThreatPicture(Model):
    """Who may want or cause harm, as it was seen on a day."""

    on: date
    """The day that the picture was drawn."""
    threats: tuple[Threat, ...] = Field(min_length=1)


class Inherited(Model):
    """Another assessment whose risks hold here too."""

    folder: Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(refuse_person_identifier)]
    """Its folder, relative to this one."""
    analysis: Slug
    """Its id."""


class Analysis(Model):
    """The head of a risk assessment."""

    schema_: Literal["ros/1"] = Field(alias="schema")
    id: Slug
    """Name of the analysis; those that inherit from it quote it."""
    scope: Scope
    """What was assessed."""
    also_covers: tuple[Scope, ...] = ()
    """What it was made for beside that."""
    title: LocalisedText
    """What readers call it."""
    purpose: LocalisedText
    """What it is to be used for, and by whom."""
    criteria: CriteriaRef
    """The criteria profile that it was made against."""
    criteria_digest: Digest
    """Digest of that profile; another one is refused."""
    criteria_note: LocalisedText | None = None
    """What a reader must know about the criteria, such as that they are illustrative."""
    parties: tuple[Party, ...] = Field(min_length=2)
    """The functions that took part."""
    author: Slug
    """Id of the party that made it; never a risk owner, and never the reviewer."""
    reviewer: Slug
    """Id of the party that reviews it; a security reviewer."""
    assumptions: tuple[LocalisedText, ...]
    """What must hold for the judgements to hold."""
    exclusions: tuple[LocalisedText, ...]
    """What was left out, and where it is assessed instead."""
    marking: Marking
    archive_case: Text | None = None
    """Case number in the organisation's archive."""
    meetings: tuple[Meeting, ...] = ()
    """The meetings that it was made in."""
    values: tuple[ValuedAsset, ...] = ()
    """What is worth protecting."""
    threat_picture: ThreatPicture | None = None
    """Who may want or cause harm."""
    privacy: PrivacyStatement | None = None
    inherits: tuple[Inherited, ...] = ()
    """The assessments whose risks hold here too."""
    data_controllers: tuple[OrganisationNumber, ...] = ()
    """Those who answer for what is inherited here; where none are named, those of the inherited risk."""
    review: Review | None = None
    """How often the assessment is to be looked at again, and when it last was."""
    state: State
    """How far it has come."""
    asked: Asked | None = None
    """The decision that is asked for; left out where none is."""

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
    def _meetings_were_held_by_parties(self) -> Self:
        for place, meeting in enumerate(self.meetings):
            for number, party in enumerate(meeting.parties):
                if self.party(party) is None:
                    raise DomainError(
                        "ROS_PARTY_UNKNOWN",
                        "somebody at the meeting is not one of the parties",
                        facts={"key": f"meetings[{place}].parties", "party": party},
                        at=("meetings", place, "parties", number),
                    )
        return self

    @model_validator(mode="after")
    def _values_and_threats_are_told_apart(self) -> Self:
        threats = self.threat_picture.threats if self.threat_picture else ()
        for at, ids in (("values", [one.id for one in self.values]), ("threat_picture", [one.id for one in threats])):
            if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
                raise DomainError("ROS_DECLARED_TWICE", "two have the same id", facts={"ids": twice}, at=(at,))
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
