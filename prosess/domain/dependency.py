"""Dependencies: needs what, for what, on whom; stated by one side, confirmed by each actor for its own part."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Slug
from prosess.domain.text import LocalisedText

WorkingDay = Callable[[date], bool]
"""Tells whether a day is a working day in Norway; given by the caller, since holidays are not arithmetic."""

YELLOW_WITHIN_WORKING_DAYS = 20
"""A dependency that is not confirmed turns yellow when its deadline is this near (four working weeks)."""


class Criticality(StrEnum):
    """How much hangs on it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Light(StrEnum):
    """The traffic light of a dependency."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    DONE = "done"


class StatusReason(StrEnum):
    """Why a dependency has its light."""

    DELIVERED = "delivered"
    DEADLINE_PASSED = "deadline_passed"
    CONFIRMED_BY_ALL = "confirmed_by_all"
    DEADLINE_WITHIN_A_WEEK = "deadline_within_a_week"
    DEADLINE_NEAR = "deadline_near"
    NOT_CONFIRMED = "not_confirmed"


class Dependency(Model):
    """One row of the dependency register, with the columns of the real project's own table."""

    id: Slug
    needs: LocalisedText
    needed_for: LocalisedText
    actors: tuple[Slug, ...]
    """Ids of the actors that it depends on; each confirms its own part in the service."""
    criticality: Criticality
    deadline: date
    stated_mutual_plan: bool
    """Whether the project states that a plan is agreed; confirmations are what counts."""
    stated_status: Light
    delivered: date | None = None

    @model_validator(mode="after")
    def _has_an_actor(self) -> Self:
        if not self.actors or len(set(self.actors)) != len(self.actors):
            raise DomainError(
                "DEPENDENCY_ACTORS",
                "`actors` names nobody, or somebody twice",
                hint="name each actor that it depends on, once",
                at=("actors",),
            )
        return self


class DependencyStatus(Model):
    """The computed status, and why it differs from the stated one where it does."""

    light: Light
    reason: StatusReason
    outstanding: tuple[str, ...]
    """Actors that have not confirmed their part."""
    working_days_left: int
    differs_from_stated: bool


def working_days_between(start: date, end: date, working_day: WorkingDay) -> int:
    """Count the working days after ``start`` up to and including ``end``; negative where ``end`` is past."""
    if end < start:
        return -working_days_between(end, start, working_day)
    return sum(working_day(start + timedelta(days=offset)) for offset in range(1, (end - start).days + 1))


def status(
    dependency: Dependency, *, confirmed_by: Collection[str], as_of: date, working_day: WorkingDay
) -> DependencyStatus:
    """Compute the light of a dependency from what its actors confirmed.

    Delivered is done. Past its deadline it is red. Confirmed by every actor it is green. Otherwise it is yellow,
    and red where it is highly critical and due within a working week.
    """
    outstanding = tuple(actor for actor in dependency.actors if actor not in confirmed_by)
    left = working_days_between(as_of, dependency.deadline, working_day)
    if dependency.delivered is not None and dependency.delivered <= as_of:
        light, reason = Light.DONE, StatusReason.DELIVERED
    elif as_of > dependency.deadline:
        light, reason = Light.RED, StatusReason.DEADLINE_PASSED
    elif not outstanding:
        light, reason = Light.GREEN, StatusReason.CONFIRMED_BY_ALL
    elif dependency.criticality is Criticality.HIGH and left <= 5:
        light, reason = Light.RED, StatusReason.DEADLINE_WITHIN_A_WEEK
    elif left <= YELLOW_WITHIN_WORKING_DAYS:
        light, reason = Light.YELLOW, StatusReason.DEADLINE_NEAR
    else:
        light, reason = Light.YELLOW, StatusReason.NOT_CONFIRMED
    return DependencyStatus(
        light=light,
        reason=reason,
        outstanding=outstanding,
        working_days_left=left,
        differs_from_stated=light is not dependency.stated_status or dependency.stated_mutual_plan is bool(outstanding),
    )
