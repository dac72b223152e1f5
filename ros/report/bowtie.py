"""A risk from its causes to its consequences, and how its description is taken apart for that."""

import re
from typing import Literal

from prosess.contracts.assessment import Risk
from prosess.domain.text import Language
from ros.report import model
from ros.report.told import Told

_FORMS = {
    Language.NB: re.compile(r"Fordi (?P<because>.+?), kan (?P<may>.+), slik at (?P<so_that>.+)\.", re.S),
    Language.NN: re.compile(r"Fordi (?P<because>.+?), kan (?P<may>.+), slik at (?P<so_that>.+)\.", re.S),
    Language.EN: re.compile(r"Because (?P<because>.+?), (?P<may>.+ (?:may|can) .+), so that (?P<so_that>.+)\.", re.S),
}
"""How the files write a description: *because …, may …, so that …*."""


def described(text: str, language: Language) -> model.Description:
    """Take a description apart; where it is not written in the form, only the whole is given."""
    found = _FORMS[language].fullmatch(text.strip())
    if found is None:
        return model.Description("", "", "", text)
    return model.Description(found["because"], found["may"], found["so_that"], text)


def _sentence(part: str) -> str:
    return f"{part[0].upper()}{part[1:]}."


def bowtie(told: Told, risk: Risk) -> model.BowTie:
    """Give a risk's causes, controls and consequences."""
    file = told.risk(risk.id)
    text = file.description.in_language(told.language) if file else risk.title[told.language]
    one = described(text, told.language)
    causes = [_sentence(one.because)] if one.because else []
    if file and file.vulnerability:
        causes.append(file.vulnerability.in_language(told.language))
    labels = [label.in_language(told.language) for label in told.files.profile.consequence_labels]
    worst = sorted(risk.inherent.consequence.items(), key=lambda item: (-item[1], item[0]))
    consequences = [_sentence(one.so_that)] if one.so_that else []
    for dimension, ordinal in worst:
        if 1 < ordinal <= len(labels):
            name = told.say(f"facet.{dimension}")
            consequences.append(f"{name[0].upper()}{name[1:]}: {ordinal} {labels[ordinal - 1]}")
    return model.BowTie(
        id=risk.id,
        title=risk.title[told.language],
        causes=tuple(causes) or (told.say("bowtie.cause.none"),),
        preventive=_controls(told, risk, "preventive"),
        event=risk.title[told.language],
        reducing=_controls(told, risk, "reducing"),
        consequences=tuple(consequences) or (told.say("bowtie.consequence.none"),),
    )


def _controls(told: Told, risk: Risk, side: Literal["preventive", "reducing"]) -> tuple[str, ...]:
    found = []
    for derived in risk.derivation.controls:
        control = told.control(derived.control)
        kind = "preventive" if control is None or control.kind == "preventive" else "reducing"
        if kind == side:
            title = control.title.in_language(told.language) if control else derived.control
            found.append(f"{title} ({told.say(f'state.{derived.state.value}').lower()})")
    return tuple(found) or (told.say("bowtie.control.none"),)
