"""Why a gate is closed, how to open it, and who can: a module a topic."""

from prosess.domain.text.reasons.saying import NAMED, SHOWN_AS, Rendered, render
from prosess.domain.text.reasons.topics import REASONS, REMEDIES, TOPICS

__all__ = ["NAMED", "REASONS", "REMEDIES", "SHOWN_AS", "TOPICS", "Rendered", "render"]
