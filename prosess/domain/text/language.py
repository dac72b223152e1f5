"""The three languages, and a text in them."""

from enum import StrEnum

from prosess.domain.base import Model
from prosess.domain.identifiers import Text


class Language(StrEnum):
    """BCP 47 tags of the languages that everything is written in."""

    NB = "nb"
    NN = "nn"
    EN = "en"


class LocalisedText(Model):
    """A text of a reviewed file. Bokmål is asked for; where another language is missing, bokmål is shown."""

    nb: Text
    nn: Text | None = None
    en: Text | None = None

    def in_language(self, language: Language) -> str:
        """Give the text in a language, or in bokmål where it was not translated."""
        return getattr(self, language.value) or self.nb
