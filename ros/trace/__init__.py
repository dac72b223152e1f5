"""From risk to evidence and back, and what no thread runs through."""

from ros.trace.threads import Gap, Thread, about, gaps, threads

__all__ = ["Gap", "Thread", "about", "gaps", "threads"]
