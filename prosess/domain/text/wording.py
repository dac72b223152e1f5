"""A text of ours in the three languages, and how its placeholders are filled."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pydantic import JsonValue

from prosess.domain.role import Role
from prosess.domain.text.language import Language

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

Show = Callable[[JsonValue, Language], str]
"""Says one fact in a language."""


class Wording(NamedTuple):
    """One text in bokmål, nynorsk and English; unlike a text of a file, none may be missing."""

    nb: str
    nn: str
    en: str

    def in_language(self, language: Language) -> str:
        """Give the text in a language."""
        return self[_ORDER.index(language)]

    @property
    def placeholders(self) -> frozenset[str]:
        """Names of the facts that the text speaks of, in any language."""
        return frozenset(name for text in self for name in _PLACEHOLDER.findall(text))


_ORDER = (Language.NB, Language.NN, Language.EN)


class RefusalText(NamedTuple):
    """What is wrong, and the way out."""

    text: Wording
    hint: Wording


class ReasonText(NamedTuple):
    """A deny code: what it says, which facts it carries, how it is put right and by whom."""

    text: Wording
    facts: tuple[str, ...]
    """Names of the facts that a reason with this code carries, sorted."""
    remedy: str
    """Key of the remedy's text, in the same topic."""
    unblocked_by: Role


class FactMissingError(ValueError):
    """A text speaks of a fact that was not given."""


def fill(wording: Wording, facts: Mapping[str, JsonValue], language: Language, shown_as: Mapping[str, Show]) -> str:
    """Give a text in a language with its placeholders filled.

    A fact is put in once and never read again, so braces in it stay what they are.

    Args:
        wording: the text, with placeholders such as ``{deadline}``.
        facts: what the placeholders stand for.
        language: the language of the answer.
        shown_as: how each fact is said; one that is not named here is shown as it is.

    Raises:
        FactMissingError: where a placeholder has no fact.
    """

    def put(match: re.Match[str]) -> str:
        name = match[1]
        if name not in facts:
            raise FactMissingError(f"the text speaks of `{name}`, which was not given")
        show = shown_as.get(name)
        return show(facts[name], language) if show else str(facts[name])

    return _PLACEHOLDER.sub(put, wording.in_language(language))


_MONTHS = Wording(
    "januar februar mars april mai juni juli august september oktober november desember",
    "januar februar mars april mai juni juli august september oktober november desember",
    "January February March April May June July August September October November December",
)


def date_in(value: JsonValue, language: Language) -> str:
    """Say an ISO date, such as ``2023-10-20``: 20. oktober 2023, 20 October 2023.

    Raises:
        ValueError: where it is not an ISO date.
    """
    year, month, day = (int(part) for part in str(value).split("-"))
    name = _MONTHS.in_language(language).split()[month - 1]
    return f"{day} {name} {year}" if language is Language.EN else f"{day}. {name} {year}"


def list_in(value: JsonValue, language: Language) -> str:
    """Say a list of ids, the last joined by *and*."""
    items = [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)]
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + Wording(" og ", " og ", " and ").in_language(language) + items[-1]
