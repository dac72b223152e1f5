"""Law 8: which notice of an end has been reached on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.domain.notice import NOTICE_DAYS, notice_day, notice_reached

LAST = date(2024, 3, 31)
"""The day on which summer time begins in Oslo: days are counted, not hours."""


@pytest.mark.parametrize(
    ("left", "notice"), [(400, None), (91, None), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (1, 7), (0, 0)]
)
def test_the_notice_that_has_been_reached(left: int, notice: int | None) -> None:
    assert notice_reached(LAST, LAST - timedelta(days=left)) == notice


@given(st.integers(0, 1000))
def test_a_notice_is_reached_on_its_day_and_not_before(left: int) -> None:
    as_of = LAST - timedelta(days=left)
    reached = [one for one in NOTICE_DAYS if notice_day(LAST, one) <= as_of]
    assert notice_reached(LAST, as_of) == (reached[-1] if reached else None)
