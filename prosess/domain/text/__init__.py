"""What a person reads, in bokmål, nynorsk and English, from one place."""

from prosess.domain.text.language import Language, LocalisedText

__all__ = ["Language", "LocalisedText"]
