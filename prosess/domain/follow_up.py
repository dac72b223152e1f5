"""Following up: what is measured, which limits it has, what raises an alert, and who takes it."""

from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Duration, OrganisationNumber, Slug, Text
from prosess.domain.terminology import LoincCode, SnomedConcept
from prosess.domain.text import LocalisedText


class Zone(StrEnum):
    """Green: as expected. Yellow: deviation to follow up. Red: critical, act quickly."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class AlertKind(StrEnum):
    """What raises an alert; silence and undone tasks do, too."""

    OUT_OF_RANGE = "out_of_range"
    SCORE_THRESHOLD = "score_threshold"
    TASK_OVERDUE = "task_overdue"
    PATIENT_INACTIVE = "patient_inactive"
    DEVICE_ERROR = "device_error"


class TaskOwnerKind(StrEnum):
    """Who has a task now."""

    HOSPITAL_UNIT = "hospital_unit"
    MUNICIPAL_UNIT = "municipal_unit"
    GP = "gp"
    PATIENT = "patient"
    RESPONSE_CENTRE = "response_centre"


class Range(Model):
    """An interval, ends included."""

    low: Decimal
    high: Decimal

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise DomainError("RANGE_ORDER", "`low` is above `high`", hint="swap them")
        return self


class Threshold(Model):
    """Default limits of a measurement, and how far a clinician may move them for one patient."""

    zone: Literal[Zone.YELLOW, Zone.RED]
    direction: Literal["below", "above"]
    default: Decimal
    permitted: Range
    """An individual threshold inside this range is normal (oxygen targets differ in COPD)."""
    set_by: TaskOwnerKind
    """Who may set a patient's own."""

    @model_validator(mode="after")
    def _default_is_permitted(self) -> Self:
        if not self.permitted.low <= self.default <= self.permitted.high:
            raise DomainError(
                "THRESHOLD_DEFAULT",
                "`default` lies outside `permitted`",
                hint="widen the range, or move the default",
                at=("default",),
            )
        return self


class Measurement(Model):
    """Something that is measured at home."""

    id: Slug
    title: LocalisedText
    unit: Text
    """UCUM code."""
    loinc: LoincCode | None = None
    snomed: SnomedConcept | None = None
    schedule: Duration
    """How often, such as ``P1D``."""
    thresholds: tuple[Threshold, ...] = ()

    @model_validator(mode="after")
    def _red_lies_beyond_yellow(self) -> Self:
        for direction, sign in (("below", -1), ("above", 1)):
            limits = {one.zone: one.default * sign for one in self.thresholds if one.direction == direction}
            if len(limits) < sum(one.direction == direction for one in self.thresholds) or (
                len(limits) == 2 and limits[Zone.RED] <= limits[Zone.YELLOW]
            ):
                raise DomainError(
                    "THRESHOLD_ORDER",
                    f"measurement `{self.id}`: thresholds `{direction}` are not one per zone, red beyond yellow",
                    facts={"measurement": self.id, "direction": direction},
                    hint="give each zone one threshold in a direction, and put red farther out than yellow",
                    at=("thresholds",),
                )
        return self


class Alert(Model):
    """What is told to whom, and how soon somebody must have taken it."""

    id: Slug
    kind: AlertKind
    zone: Zone
    measurement: Slug | None = None
    to: Slug
    """Id of the task owner."""
    answer_within_minutes: int = Field(ge=1, le=10080)

    @model_validator(mode="after")
    def _names_what_it_watches(self) -> Self:
        watches = self.kind in (AlertKind.OUT_OF_RANGE, AlertKind.SCORE_THRESHOLD)
        if watches is (self.measurement is None):
            raise DomainError(
                "ALERT_MEASUREMENT",
                f"alert `{self.id}` of kind `{self.kind}` {'names no' if watches else 'names a'} measurement",
                facts={"alert": self.id, "alert_kind": self.kind.value},
                hint="name a `measurement` for `out_of_range` and `score_threshold`, and for no other kind",
            )
        return self


class TaskOwner(Model):
    """A unit that owns tasks; when it is closed, another does."""

    id: Slug
    kind: TaskOwnerKind
    organisation: OrganisationNumber
    title: LocalisedText
    opens: time | None = None
    closes: time | None = None
    outside_hours: Slug | None = None
    """Task owner that takes over outside opening hours."""

    @model_validator(mode="after")
    def _opening_hours_are_whole(self) -> Self:
        if (self.opens is None) is not (self.closes is None) or (self.outside_hours and self.opens is None):
            raise DomainError(
                "OPENING_HOURS",
                f"task owner `{self.id}` has only a part of its opening hours",
                facts={"task_owner": self.id},
                hint="give `opens`, `closes` and who takes over, or leave all three out for a unit that never closes",
            )
        return self
