"""The light of a dependency, in Norwegian working days."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.calendar import NorwegianCalendar
from prosess.domain.dependency import Criticality, Dependency, Light, StatusReason, status, working_days_between
from prosess.domain.text import LocalisedText

WORKING_DAY = NorwegianCalendar().working_day
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


def dependency(deadline: Any = date(2023, 10, 20), criticality: Any = Criticality.HIGH, delivered: Any = None) -> Any:
    text = LocalisedText(nb="Tilgang")
    return Dependency(
        id="tilgang", needs=text, needed_for=text, actors=("a", "b"), criticality=criticality, deadline=deadline,
        stated_mutual_plan=True, stated_status=Light.GREEN, delivered=delivered,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2023, 10, 5), date(2023, 10, 20), 11),
        (date(2023, 10, 6), date(2023, 10, 9), 1),  # over a weekend
        (date(2023, 4, 5), date(2023, 4, 11), 1),  # over Easter: Thursday, Friday and Monday are holidays
        (date(2024, 3, 27), date(2024, 4, 2), 1),  # Easter moves
        (date(2023, 5, 16), date(2023, 5, 19), 1),  # 17 May, and Ascension Day the day after
        (date(2024, 5, 16), date(2024, 5, 21), 1),  # 17 May on a Friday, then Whit Monday
        (date(2023, 4, 28), date(2023, 5, 2), 1),  # 1 May
        (date(2023, 12, 22), date(2024, 1, 2), 4),  # Christmas and New Year
        (date(2023, 10, 5), date(2023, 10, 5), 0),
        (date(2023, 10, 20), date(2023, 10, 5), -11),
    ],
)
def test_working_days_pass_over_weekends_and_holidays(start: Any, end: Any, days: Any) -> None:
    assert working_days_between(start, end, WORKING_DAY) == days


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_working_days_add_up(start: Any, first: Any, second: Any) -> None:
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    assert working_days_between(start, end, WORKING_DAY) == working_days_between(
        start, middle, WORKING_DAY
    ) + working_days_between(middle, end, WORKING_DAY)


@pytest.mark.parametrize(
    ("as_of", "confirmed", "criticality", "light", "reason"),
    [
        (date(2023, 10, 5), (), Criticality.HIGH, Light.YELLOW, StatusReason.DEADLINE_NEAR),
        (date(2023, 10, 5), ("a",), Criticality.HIGH, Light.YELLOW, StatusReason.DEADLINE_NEAR),
        (date(2023, 10, 5), ("a", "b"), Criticality.HIGH, Light.GREEN, StatusReason.CONFIRMED_BY_ALL),
        (date(2023, 8, 1), (), Criticality.HIGH, Light.YELLOW, StatusReason.NOT_CONFIRMED),
        (date(2023, 10, 13), ("a",), Criticality.HIGH, Light.RED, StatusReason.DEADLINE_WITHIN_A_WEEK),
        (date(2023, 10, 12), ("a",), Criticality.HIGH, Light.YELLOW, StatusReason.DEADLINE_NEAR),
        (date(2023, 10, 13), ("a",), Criticality.MEDIUM, Light.YELLOW, StatusReason.DEADLINE_NEAR),
        (date(2023, 10, 20), ("a", "b"), Criticality.HIGH, Light.GREEN, StatusReason.CONFIRMED_BY_ALL),
        (date(2023, 10, 21), ("a", "b"), Criticality.LOW, Light.RED, StatusReason.DEADLINE_PASSED),
    ],
)
def test_the_light_follows_confirmations_and_time(
    as_of: Any, confirmed: Any, criticality: Any, light: Any, reason: Any
) -> None:
    computed = status(dependency(criticality=criticality), confirmed_by=confirmed, as_of=as_of, working_day=WORKING_DAY)
    assert (computed.light, computed.reason) == (light, reason)
    assert computed.outstanding == tuple(actor for actor in ("a", "b") if actor not in confirmed)


def test_what_is_delivered_is_done_from_that_day() -> None:
    delivered = dependency(delivered=date(2023, 10, 10))
    before = status(delivered, confirmed_by=(), as_of=date(2023, 10, 9), working_day=WORKING_DAY)
    after = status(delivered, confirmed_by=(), as_of=date(2023, 11, 9), working_day=WORKING_DAY)
    assert (before.light, after.light) == (Light.YELLOW, Light.DONE)


@given(DAYS, DAYS, st.sets(st.sampled_from(["a", "b", "c"])), st.sampled_from(Criticality))
def test_a_confirmation_never_makes_it_worse(as_of: Any, deadline: Any, confirmed: Any, criticality: Any) -> None:
    order = [Light.RED, Light.YELLOW, Light.GREEN]
    one = dependency(deadline=deadline, criticality=criticality)
    without = status(one, confirmed_by=(), as_of=as_of, working_day=WORKING_DAY).light
    with_some = status(one, confirmed_by=confirmed, as_of=as_of, working_day=WORKING_DAY).light
    assert order.index(with_some) >= order.index(without)


@given(DAYS, DAYS, st.sampled_from(Criticality))
def test_green_says_that_every_actor_confirmed(as_of: Any, deadline: Any, criticality: Any) -> None:
    computed = status(
        dependency(deadline=deadline, criticality=criticality),
        confirmed_by=("a",),
        as_of=as_of,
        working_day=WORKING_DAY,
    )
    assert computed.light is not Light.GREEN
