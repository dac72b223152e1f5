"""What is refused, and the way out, in the reader's language: a module a topic."""

from prosess.domain.text.refusals.saying import SHOWN_AS, Explained, explain, refusal
from prosess.domain.text.refusals.topics import REFUSALS, TOPICS

__all__ = ["REFUSALS", "SHOWN_AS", "TOPICS", "Explained", "explain", "refusal"]
