"""What turns in the days to come, when, and whom to tell."""

from ros.forecast.turns import Turn, forecast

__all__ = ["Turn", "forecast"]
