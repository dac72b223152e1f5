"""Why a gate is closed, how to open it, and who can: the texts of every deny code, found by code."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from pydantic import JsonValue

from prosess.domain.access import AccessOption, DataClass, Overlay
from prosess.domain.agreement import AgreementKind
from prosess.domain.organisation import OrganisationKind
from prosess.domain.role import Role
from prosess.domain.text.compatibility import RULES
from prosess.domain.text.keys import CONTACT_OF
from prosess.domain.text.language import Language
from prosess.domain.text.names import NAMES
from prosess.domain.text.reasons.topics import REASONS, REMEDIES
from prosess.domain.text.states import STATES
from prosess.domain.text.wording import Show, Wording, date_in, fill


class Rendered(NamedTuple):
    """A reason as a person reads it."""

    text: str
    remedy: str
    unblocked_by: str
    """Name of the role that can open the gate."""


def _member(enumeration: type[StrEnum]) -> Show:
    return _keyed({member.value: wording for member, wording in NAMES[enumeration].items()})


def _keyed(texts: Mapping[str, Wording]) -> Show:
    # A denial is told even where a newer rule speaks of something that has no name here yet.
    return lambda value, language: text.in_language(language) if (text := texts.get(str(value))) else str(value)


SHOWN_AS: dict[str, Show] = {
    "agreement_kind": _member(AgreementKind),
    "contact_of": _keyed(CONTACT_OF),
    "data_class": _member(DataClass),
    "data_class_allowed": _member(DataClass),
    "deadline": date_in,
    "expires": date_in,
    "frozen_until": date_in,
    "in_force_from": date_in,
    "kind": _member(OrganisationKind),
    "option": _member(AccessOption),
    "overlay": _member(Overlay),
    "rule": _keyed({code: rule.text for code, rule in RULES.items()}),
    "rule_hint": _keyed({code: rule.hint for code, rule in RULES.items()}),
    "state": _keyed(STATES),
}
"""Fact of a reason → how it is said. A fact that is not named here is an id or a number, shown as it is."""

NAMED = frozenset({"organisation", "actor", "dependency", "integration", "environment"})
"""Facts that are ids of something with a name, which whoever renders may know."""


def render(
    code: str, facts: Mapping[str, JsonValue], language: Language, *, names: Mapping[str, str] | None = None
) -> Rendered:
    """Say a reason for a denial in a language.

    Args:
        code: code of the reason, such as ``G4_DEPENDENCY_NOT_CONFIRMED``.
        facts: the reason's facts; keys that its text does not speak of are passed over.
        language: the language of the answer.
        names: id → name, for the organisations, actors and dependencies that the facts speak of.

    Raises:
        KeyError: where no reason has this code.
        FactMissingError: where the text speaks of a fact that was not given.
    """
    reason = REASONS[code]
    known = names or {}
    said: dict[str, JsonValue] = dict(facts)
    for name in NAMED & facts.keys():
        said[name] = known.get(str(facts[name]), facts[name])
    if "rule" in facts:
        said["rule_hint"] = facts["rule"]
    return Rendered(
        text=fill(reason.text, said, language, SHOWN_AS),
        remedy=fill(REMEDIES[reason.remedy], said, language, SHOWN_AS),
        unblocked_by=NAMES[Role][reason.unblocked_by].in_language(language),
    )
