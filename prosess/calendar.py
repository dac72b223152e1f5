"""Working days in Norway, from the list of public holidays that the library ``holidays`` keeps."""

from datetime import date


class NorwegianCalendar:
    """Monday to Friday, public holidays excepted."""

    def __init__(self) -> None:
        import holidays  # heavy: it knows the calendars of half the world

        self._holidays = holidays.country_holidays("NO")

    def working_day(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        return day.weekday() < 5 and day not in self._holidays
