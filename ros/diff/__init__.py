"""What moved between two assessments, and why."""

from ros.diff.movements import movements

__all__ = ["movements"]
