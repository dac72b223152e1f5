"""The files of a draft. Nothing is judged: every ordinal stands at the top of its scale until somebody has.

A control is listed with the smallest effect, all by one mechanism and without an approval, so that none counts: a
draft is never greener than the truth.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prosess.domain.role import Role
from prosess.domain.text import Language
from ros.criteria import Profile
from ros.draft.applying import Applied, Reason
from ros.draft.commented import comment, document
from ros.wording.text import say

NOT_JUDGED = "not-judged"
"""The one mechanism of a draft's controls: of one mechanism the strongest counts, so nothing adds up by itself."""


@dataclass(frozen=True)
class DraftFile:
    """One file to write, relative to the folder of the assessment."""

    path: str
    text: str


@dataclass(frozen=True)
class Draft:
    """What the drafting knows of who and what it is about."""

    id: str
    scope: str
    controllers: tuple[str, ...]
    """Organisation numbers of the data controllers, the first of them the one that the work starts with."""
    provider: str
    """Organisation number of the platform's provider, whose security reviewer looks at the assessment."""
    names: Mapping[str, str]
    """Organisation number → name, as far as it is known."""
    also_covers: tuple[str, ...] = ()

    def name(self, number: str) -> str:
        """Give an organisation's name, or its number."""
        return self.names.get(number, number)

    def owner(self, number: str) -> str:
        """Give the party id of a data controller's risk owner."""
        return f"risk-owner-{number}"


def draft(about: Draft, applied: Sequence[Applied], profile: Profile, language: Language) -> tuple[DraftFile, ...]:
    """Give ``ros.yaml`` and one file per scenario that applies, by path; comments are in ``language``.

    The same input gives the same bytes.
    """
    risks = [
        DraftFile(f"risks/{one.scenario.id}.yaml", _risk(one, about, profile, language))
        for one in applied
        if one.applies
    ]
    return (*risks, DraftFile("ros.yaml", head(about, profile, language, applied)))


def in_all(key: str, **facts: object) -> dict[str, str]:
    """Give a text of ours in every language, as a file holds it."""
    return {language.value: say(key, language, **facts) for language in Language}


def head(about: Draft, profile: Profile, language: Language, applied: Iterable[Applied] = ()) -> str:
    """Give the text of ``ros.yaml``."""
    left = [one for one in applied if not one.applies]
    parties = list(_parties(about))
    marking = {"level": "exempt_from_public_access", "legal_ground": in_all("draft.ground")}
    body: list[tuple[str, dict[str, Any]]] = [
        ("", {"schema": "ros/1", "id": about.id, "scope": about.scope}),
        ("", {"also_covers": list(about.also_covers)} if about.also_covers else {}),
        ("draft.todo.title", {"title": in_all("draft.title", scope=about.scope)}),
        ("draft.todo.purpose", {"purpose": in_all("draft.purpose")}),
        ("draft.todo.criteria", {"criteria": profile.reference, "criteria_digest": profile.digest}),
        ("draft.todo.parties", {"parties": parties}),
        ("", {"author": "author", "reviewer": "reviewer"}),
        ("draft.todo.assumptions", {"assumptions": [in_all("draft.assumption")]}),
        ("draft.todo.exclusions", {"exclusions": [_exclusion(one) for one in left]}),
        ("draft.todo.marking", {"marking": marking}),
        ("", {"data_controllers": list(about.controllers), "state": "draft"}),
    ]
    return document(say("draft.head", language), [(say(key, language) if key else "", part) for key, part in body])


def _parties(about: Draft) -> Iterable[dict[str, Any]]:
    first = about.controllers[0]
    yield _party("author", Role.PRODUCT_OWNER, first, about)
    yield _party("reviewer", Role.SECURITY_REVIEWER, about.provider, about)
    for number in about.controllers:
        yield _party(about.owner(number), Role.RISK_OWNER, number, about)
    yield _party("privacy-officer", Role.PRIVACY_OFFICER, first, about)
    yield _party("patient-safety", Role.CLINICAL_SAFETY_LEAD, first, about)


def _party(id_: str, role: Role, number: str, about: Draft) -> dict[str, Any]:
    title = in_all(f"draft.party.{role.value}", organisation=about.name(number))
    return {"id": id_, "role": role.value, "organisation": number, "title": title}


def _exclusion(one: Applied) -> dict[str, str]:
    return {
        language.value: say(
            "draft.exclusion",
            language,
            id=one.scenario.id,
            title=one.scenario.title.in_language(language),
            why=why(one, language),
        )
        for language in Language
    }


def why(one: Applied, language: Language) -> str:
    """Say why a scenario applies, or does not."""
    return ("; " if one.applies else ". ").join(reason_words(reason, language) for reason in one.because)


def reason_words(reason: Reason, language: Language) -> str:
    """Say one reason."""
    return say(f"draft.{reason.key}", language, of=", ".join(reason.of), count=reason.count)


def _risk(one: Applied, about: Draft, profile: Profile, language: Language) -> str:
    scenario = one.scenario
    event = {tongue.value: scenario.event.in_language(tongue) for tongue in Language}
    title = {tongue.value: scenario.title.in_language(tongue) for tongue in Language}
    top = {"likelihood": len(profile.likelihood), "consequence": len(profile.consequence_labels)}
    lead = "\n".join(
        [
            say("draft.risk", language, id=scenario.id, title=scenario.title.in_language(language)),
            "",
            say("draft.why", language),
            *(f"- {reason_words(reason, language)}" for reason in one.because),
            *_left_out(one, language),
            "",
            say("draft.what", language, **top),
        ]
    )
    inherent = {
        "likelihood": top["likelihood"],
        "consequence": dict.fromkeys(profile.dimensions, top["consequence"]),
        "rationale": in_all("draft.rationale"),
        "knowledge": "weak",
    }
    first = ", ".join(profile.dimensions[name].title.in_language(language) for name in scenario.dimensions)
    body: list[tuple[str, dict[str, Any]]] = [
        ("", {"schema": "risk/1", "id": scenario.id, "scenario": scenario.id, "title": title}),
        ("", {"description": event}),
        ("", {"applies_to": [{"type": selector.type} for selector in one.selectors]} if one.selectors else {}),
        (say("draft.todo.inherent", language, dimensions=first), {"inherent": inherent}),
        (say("draft.todo.controls", language), {"controls": _controls(one)} if one.controls else {}),
        (say("draft.todo.owner", language), {"owner": about.owner(about.controllers[0])}),
        ("", {"data_controllers": list(about.controllers)}),
    ]
    return document(lead, body)


def _controls(one: Applied) -> list[dict[str, Any]]:
    return [{"ref": control.id, "mechanism": NOT_JUDGED, "effect": {"likelihood": -1}} for control in one.controls]


def _left_out(one: Applied, language: Language) -> list[str]:
    if not one.left_out:
        return []
    named = ", ".join(control.id for control in one.left_out)
    return ["", *comment(say("draft.left_out", language, controls=named))]
