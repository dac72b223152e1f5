"""When the end of what was accepted, agreed or exempted is told (law 8)."""

from datetime import date, timedelta
from typing import Final

NOTICE_DAYS: Final = (90, 30, 7, 0)
"""Days before the last day on which its end is told."""


def notice_reached(last_day: date, as_of: date) -> int | None:
    """Give the notice that something has come to on a day: how many days ahead it is told.

    None while the last day is further away than the first notice. After the last day it is the last notice still;
    whether that counts is for the caller to say.
    """
    return min((one for one in NOTICE_DAYS if (last_day - as_of).days <= one), default=None)


def notice_day(last_day: date, notice: int) -> date:
    """Give the day on which a notice falls due."""
    return last_day - timedelta(days=notice)
