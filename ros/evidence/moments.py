"""The days and moments that evidence is judged by: a day in Europe/Oslo stands for its end."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


def last_moment(as_of: date) -> datetime:
    """Give the moment that ``--as-of`` stands for: itself, or the end of the day in Europe/Oslo."""
    if isinstance(as_of, datetime):
        return as_of
    return datetime.combine(as_of, time.max, tzinfo=OSLO)


def first_moment(day: date) -> datetime:
    """Give the beginning of a day in Europe/Oslo."""
    return datetime.combine(day, time.min, tzinfo=OSLO)


def day_of(as_of: date) -> date:
    """Give the day in Europe/Oslo."""
    return as_of.astimezone(OSLO).date() if isinstance(as_of, datetime) else as_of
