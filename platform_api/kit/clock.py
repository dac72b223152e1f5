"""Time, injected. Moments are UTC; days are days in Norway, where deadlines end and agreements expire."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


class Clock(Protocol):
    """Tells the present."""

    def now(self) -> datetime:
        """The moment, in UTC."""

    def today(self) -> date:
        """The day in Europe/Oslo."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day in Europe/Oslo."""
        return self.now().astimezone(OSLO).date()


class FixedClock:
    """A clock that stands until it is moved: for demonstrations, which speak of a day that has passed, and tests."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """The moment it was set to, in UTC."""
        return self._at

    def today(self) -> date:
        """The day in Europe/Oslo."""
        return self._at.astimezone(OSLO).date()

    def move(self, by: timedelta) -> None:
        """Set the clock forward, or back."""
        self._at += by


def stamp(moment: datetime) -> str:
    """Write a moment as RFC 3339 in UTC with microseconds, so that texts sort as moments do."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
