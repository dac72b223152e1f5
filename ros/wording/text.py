"""Every word that an explanation, a lint or a report says by itself, in nb, nn and en.

Words of the files (titles, rationales, scales) are the files' own. The rows are data: key, bokmål, nynorsk, English.
"""

from prosess.domain.text import Language
from ros.wording.assets import ASSETS
from ros.wording.draft import DRAFT
from ros.wording.duties import DUTIES
from ros.wording.evidence import EVIDENCE
from ros.wording.forecast import FORECAST
from ros.wording.gate import GATE
from ros.wording.headings import HEADINGS
from ros.wording.kinds import TYPES
from ros.wording.lints import LINT_WORDS
from ros.wording.migration import MIGRATION
from ros.wording.movement import MOVEMENT
from ros.wording.parts import PARTS
from ros.wording.trace import TRACE
from ros.wording.words import ROWS, Row
from ros.wording.workbook import WORKBOOK

_TOPICS: tuple[tuple[Row, ...], ...] = (
    ROWS,
    ASSETS,
    DRAFT,
    DUTIES,
    EVIDENCE,
    FORECAST,
    GATE,
    HEADINGS,
    LINT_WORDS,
    MIGRATION,
    MOVEMENT,
    PARTS,
    TRACE,
    WORKBOOK,
)

MESSAGES: dict[str, dict[Language, str]] = {
    key: {Language.NB: nb, Language.NN: nn, Language.EN: en} for topic in _TOPICS for key, nb, nn, en in topic
}
"""Key → language → text; ``{name}`` stands for a fact."""

TYPE_WORDS: dict[str, dict[Language, str]] = {
    type_: {Language.NB: nb, Language.NN: nn, Language.EN: en} for type_, nb, nn, en in TYPES
}
"""Type of the graph → what a person calls it."""


def say(key: str, language: Language, **facts: object) -> str:
    """Give a text with its facts filled in.

    Raises:
        KeyError: where the catalogue has no such text, or the text asks for a fact that is not given.
    """
    return MESSAGES[key][language].format(**facts)


def known(key: str) -> bool:
    """Tell whether the catalogue has a text."""
    return key in MESSAGES


def type_words(type_: str, language: Language) -> str:
    """Give what a person calls a type of the graph, or the type itself where nobody has a word for it."""
    return TYPE_WORDS[type_][language] if type_ in TYPE_WORDS else type_


def resource_words(urn: str, language: Language) -> str:
    """Name a resource as a person would: what it is, and the last part of its URN, such as ``the key vault «keys»``."""
    words = TYPE_WORDS.get(resource_type(urn))
    name = resource_name(urn)
    return f"{words[language]} «{name}»" if words else f"«{name}»"


def resource_type(urn: str) -> str:
    """Give the type that a URN ends with, before the name; empty where there is none."""
    return urn.split("::")[-2].rsplit("$", 1)[-1] if urn.count("::") >= 2 else ""


def resource_name(urn: str) -> str:
    """Give the last part of a URN."""
    return urn.rsplit("::", 1)[-1]
