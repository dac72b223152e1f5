"""The words of the service's answers in nb, nn and en: a catalogue of its own codes, and the domain's texts."""

from collections.abc import Mapping
from contextvars import ContextVar
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import JsonValue

from prosess.domain.agreement import AgreementKind
from prosess.domain.dependency import Criticality, Light, StatusReason
from prosess.domain.errors import DomainError
from prosess.domain.gate import GateId
from prosess.domain.role import Role
from prosess.domain.text import Language
from prosess.domain.text.names import NAMES
from prosess.domain.text.reasons import REASONS, render
from prosess.domain.text.refusals import REFUSALS, explain
from prosess.domain.text.states import STATES
from prosess.domain.text.wording import date_in

FOLDER = Path(__file__).parent.parent / "texts"

names_in_use: ContextVar[Mapping[str, str]] = ContextVar("names_in_use", default=MappingProxyType({}))
"""Id → name of the organisations and actors that texts speak of, while a request is answered."""

_KINDS: dict[str, type[StrEnum]] = {
    "role": Role,
    "gate": GateId,
    "light": Light,
    "light_reason": StatusReason,
    "criticality": Criticality,
    "agreement_kind": AgreementKind,
}


class Facts(dict[str, str]):
    """What a text is filled with; a fact that is missing is shown as missing, and never an error."""

    def __missing__(self, key: str) -> str:
        return "…"

    @classmethod
    def shown(cls, facts: Mapping[str, Any], names: Mapping[str, str]) -> "Facts":
        """Give facts as a reader sees them."""
        return cls({key: _shown(value, names) for key, value in facts.items()})


def _shown(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_shown(one, names) for one in value)
    return names.get(str(value), str(value))


@cache
def codes() -> dict[str, dict[str, list[str]]]:
    """Give the service's own codes: code → language → text and remedy."""
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load((FOLDER / "codes.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def words() -> dict[str, dict[str, str]]:
    """Give single words and phrases: ``kind:key`` → language → word."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "words.yaml").read_text(encoding="utf-8"))
    return loaded


def say(code: str, language: Language, facts: Mapping[str, JsonValue] | None = None) -> tuple[str, str]:
    """Give the text of a code and its remedy: our own, else the domain's; the code itself where nobody has words.

    Ids of organisations and actors are said by the names that are in use (:data:`names_in_use`).
    """
    known = names_in_use.get()
    if code in REASONS:
        said = render(code, facts or {}, language, names=known)
        return said.text, said.remedy
    found = codes().get(code)
    if found is None:
        return _said_by_the_domain(code, language, facts or {})
    text, way_out = found[language.value]
    shown = Facts.shown({key: _worded(key, value, language) for key, value in (facts or {}).items()}, known)
    return text.format_map(shown), way_out.format_map(shown)


def _said_by_the_domain(code: str, language: Language, facts: Mapping[str, JsonValue]) -> tuple[str, str]:
    if code not in REFUSALS:
        return code, ""
    said = explain(DomainError(code, "", facts=facts), language)
    return said.text, said.hint


_WORDED = {"roles": "role", "duty": "duty", "agreement_kind": "agreement_kind"}
"""Fact → kind of word, of facts that are ids of something with a word."""
_DAYS = frozenset({"until"})
"""Facts that are days."""


def _worded(key: str, value: JsonValue, language: Language) -> JsonValue:
    if key in _DAYS and isinstance(value, str):
        return date_in(value, language)
    kind = _WORDED.get(key)
    if kind is None:
        return value
    if isinstance(value, list):
        return [word(f"{kind}:{one}", language) for one in value]
    return word(f"{kind}:{value}", language)


def word(key: str, language: Language) -> str:
    """Give a word by kind and key, such as ``role:platform_owner``; the key where there is none."""
    kind, _, name = key.partition(":")
    found = words().get(key)
    if found is not None:
        return found[language.value]
    if kind.endswith("_state") and name in STATES:
        return STATES[name].in_language(language)
    members = NAMES.get(_KINDS[kind], {}) if kind in _KINDS else {}
    return members[name].in_language(language) if name in members else name


def role_name(role: str, language: Language) -> str:
    """Give the name of a role."""
    return word(f"role:{role}", language)
