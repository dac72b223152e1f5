"""What is refused, and the way out, in the reader's language: the texts of every ``DomainError``, by code."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import JsonValue

from prosess.domain.errors import DomainError
from prosess.domain.follow_up import AlertKind
from prosess.domain.role import Role
from prosess.domain.text.compatibility import RULES
from prosess.domain.text.keys import DIRECTIONS
from prosess.domain.text.language import Language
from prosess.domain.text.names import name_of
from prosess.domain.text.refusals.gate import NOTHING
from prosess.domain.text.refusals.topics import REFUSALS
from prosess.domain.text.services import ANOTHER_SERVICE, SERVICES
from prosess.domain.text.states import EVENTS, OBJECTS, STATES
from prosess.domain.text.wording import Show, Wording, date_in, fill, list_in

_ACCESS = "ACCESS_"


class Explained(NamedTuple):
    """A refusal as a person reads it."""

    text: str
    hint: str


def _events(value: JsonValue, language: Language) -> str:
    events = value if isinstance(value, list) else []
    return ", ".join(EVENTS[str(event)].in_language(language) for event in events) or NOTHING.in_language(language)


def _known(texts: dict[str, Wording]) -> Show:
    # The state and the event of a refused transition may be anything that somebody asked for, and the table of
    # regions may have a service that has no words here yet.
    return lambda value, language: text.in_language(language) if (text := texts.get(str(value))) else str(value)


def _either(value: JsonValue, language: Language) -> str:
    """Say a list of what one may choose."""
    items = [str(item) for item in value] if isinstance(value, list) else [str(value)]
    return (
        Wording(" eller ", " eller ", " or ")
        .in_language(language)
        .join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
    )


def _roles(value: JsonValue, language: Language) -> str:
    return _either([name_of(Role(str(role)), language) for role in value] if isinstance(value, list) else [], language)


SHOWN_AS: dict[str, Show] = {
    "acceptors": _roles,
    "alert_kind": lambda value, language: name_of(AlertKind(str(value)), language),
    "allowed": _events,
    "checked": date_in,
    "controllers": list_in,
    "controls": list_in,
    "countries": list_in,
    "direction": lambda value, language: DIRECTIONS[str(value)].in_language(language),
    "elsewhere": lambda value, language: _either(value, language) or ANOTHER_SERVICE.in_language(language),
    "event": _known(EVENTS),
    "expected": list_in,
    "facts_asked": list_in,
    "has": _roles,
    "ids": list_in,
    "known": lambda value, language: _either(value, language),
    "levels": list_in,
    "object": _known(OBJECTS),
    "options": list_in,
    "organisations": list_in,
    "references": list_in,
    "risks": lambda value, language: _either(value, language),
    "role": lambda value, language: name_of(Role(str(value)), language),
    "scopes": list_in,
    "service": _known(SERVICES),
    "state": _known(STATES),
    "task_owners": list_in,
    "zones": list_in,
}
"""Fact of a refusal → how it is said. A fact that is not named here is an id or a number, shown as it is."""


def explain(error: DomainError, language: Language) -> Explained:
    """Say a refusal in a language.

    Raises:
        KeyError: where no text has the error's code.
        FactMissingError: where its text speaks of a fact that the error does not carry.
    """
    if error.code.removeprefix(_ACCESS) in RULES:
        rules = [RULES[str(code)] for code in error.facts["codes"]]
        return Explained(
            text=_sentence([rule.text.in_language(language) for rule in rules]),
            hint=_sentence([rule.hint.in_language(language) for rule in rules]),
        )
    refusal = REFUSALS[error.code]
    return Explained(
        text=fill(refusal.text, error.facts, language, SHOWN_AS),
        hint=fill(refusal.hint, error.facts, language, SHOWN_AS),
    )


def refusal(code: str, *, facts: Mapping[str, Any] | None = None, at: Sequence[str | int] = ()) -> DomainError:
    """Make a refusal whose message and hint are those of its texts, in English: for who keeps no words of its own.

    Raises:
        KeyError, FactMissingError: as :func:`explain`.
    """
    said = explain(DomainError(code, "", facts=facts), Language.EN)
    return DomainError(code, said.text, facts=facts, hint=said.hint, at=at)


def _sentence(parts: list[str]) -> str:
    joined = "; ".join(parts)
    return joined[:1].upper() + joined[1:] + "."
