"""The initiative that a platform is built for: its deliverables, what changed, and why it is late."""

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.dependency import Dependency
from prosess.domain.identifiers import OrganisationNumber, Slug
from prosess.domain.text import LocalisedText


class Deliverable(Model):
    """Something that was to be delivered by a date."""

    id: Slug
    title: LocalisedText
    due: date
    done: bool
    note: LocalisedText | None = None


class DelayCause(StrEnum):
    """Kinds of reasons for delay; each has its answer in the toolkit."""

    LATE_PLATFORM_ACCESS = "late_platform_access"
    RESOURCES = "resources"
    SOLUTION_DESIGN = "solution_design"
    RISK_METHOD_CHANGED = "risk_method_changed"
    DEPENDENCY_NOT_AGREED = "dependency_not_agreed"


class Delay(Model):
    """Why the initiative is late."""

    cause: DelayCause
    explanation: LocalisedText


class ChangeRequest(Model):
    """A decision to ask for another frame."""

    id: Slug
    decided: date
    decided_by: LocalisedText
    title: LocalisedText


class OverallRisk(StrEnum):
    """The initiative's own statement of its risk."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Initiative(Model):
    """A project or programme, as it reported itself on a day."""

    schema_: Literal["initiative/1"] = Field(alias="schema")
    id: Slug
    title: LocalisedText
    owner: OrganisationNumber
    reported: date
    weeks_late: int = Field(ge=0)
    overall_risk: OverallRisk
    deliverables: tuple[Deliverable, ...]
    delays: tuple[Delay, ...] = ()
    change_requests: tuple[ChangeRequest, ...] = ()
    dependencies: tuple[Dependency, ...] = ()

    @model_validator(mode="after")
    def _declares_each_once(self) -> Self:
        refuse_declared_twice("deliverables", [one.id for one in self.deliverables])
        refuse_declared_twice("change_requests", [one.id for one in self.change_requests])
        refuse_declared_twice("dependencies", [one.id for one in self.dependencies])
        return self

    def late(self, as_of: date) -> tuple[Deliverable, ...]:
        """Give the deliverables that were due before a day and are not done."""
        return tuple(one for one in self.deliverables if not one.done and one.due < as_of)
