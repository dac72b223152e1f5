"""What turns in the days to come, when, and whom to tell."""

from ros.forecast.exceptions import Excepted
from ros.forecast.turn import Turn
from ros.forecast.turns import forecast

__all__ = ["Excepted", "Turn", "forecast"]
