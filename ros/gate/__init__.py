"""The gates that an assessment has to pass, and the baseline that it is held against."""

from ros.gate.baseline import BASELINE, held_against, read_baseline
from ros.gate.gates import GATES, Given, ask, exit_code
from ros.gate.validity import INVALID, invalid

__all__ = ["BASELINE", "GATES", "INVALID", "Given", "ask", "exit_code", "held_against", "invalid", "read_baseline"]
