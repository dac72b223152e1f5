"""Why a risk has its level: from the judgement, through each control, down to the property that was read."""

import json
from typing import Any

from prosess.contracts.assessment import (
    Acceptance,
    Assessment,
    ControlDerivation,
    EvidenceSource,
    Raised,
    Rating,
    ResourceEvidence,
    Risk,
)
from prosess.contracts.findings import State
from prosess.contracts.graph import is_secret, is_unknown
from prosess.domain.errors import DomainError
from prosess.domain.text import Language
from prosess.domain.text.wording import date_in
from ros.criteria.profile import NOT_ASSESSED
from ros.evidence import OSLO
from ros.model.files import AnalysisFiles
from ros.model.risk import EffectApproval
from ros.wording.parties import party_title
from ros.wording.text import resource_words, say

_PASSES_SHOWN = 3
_TROUBLE_FIRST = (State.FAIL, State.SUPPRESSED, State.NOT_EVALUATED, State.PASS)


class UnknownRiskError(DomainError):
    """The assessment has no such risk."""


def explain(assessment: Assessment, risk_id: str, language: Language, *, files: AnalysisFiles | None = None) -> str:
    """Derive one risk's level in words, ending with a line feed.

    ``files`` names levels, controls and parties in the language, and tells who approved the effects; without them ids
    are shown. Every resource that does not meet a control is shown, with its URN; of those that do, the first three
    and how many more. Each row names the source that it was read from, and its age.

    Raises:
        UnknownRiskError: where the assessment has no such risk.
    """
    risk = next((one for one in assessment.risks if one.id == risk_id), None)
    if risk is None:
        known = ", ".join(one.id for one in assessment.risks)
        raise UnknownRiskError(
            "ROS_RISK_UNKNOWN",
            say("explain.unknown_risk", Language.EN, risk=risk_id, risks=known),
            facts={"risk": risk_id, "risks": [one.id for one in assessment.risks]},
        )
    lines = [f"{risk.id} {risk.title[language]}"]
    if risk.origin:
        lines.append(say("explain.inherited", language, origin=risk.origin))
    lines += ["", say("explain.inherent", language, rating=rating_words(risk.inherent, language, files))]
    lines += [_raised(one, language, files) for one in risk.derivation.raised]
    lines.append(say("explain.current", language, rating=rating_words(risk.current, language, files)))
    if risk.stale:
        lapsed = rating_words(risk.if_stale_evidence_lapses, language, files)
        lines.append(say("explain.lapsed", language, rating=lapsed))
    lines += [say("explain.target", language, rating=rating_words(risk.target, language, files)), ""]
    lines += _controls(assessment, risk, language, files)
    lines += ["", say("explain.acceptances", language)]
    lines += [f"  {_acceptance(one, language)}" for one in risk.acceptances]
    return "\n".join(lines) + "\n"


def _raised(raised: Raised, language: Language, files: AnalysisFiles | None) -> str:
    ordinals = {"likelihood": raised.likelihood} if raised.likelihood else {}
    return say(
        "explain.raised",
        language,
        ordinals=", ".join(
            f"{say(f'facet.{facet}', language)} {ordinal}"
            for facet, ordinal in [*ordinals.items(), *sorted(raised.consequence.items())]
        ),
        by=party_title(raised.by, language, files) or raised.by,
        on=date_in(raised.on.isoformat(), language),
        reason=raised.reason[language],
    )


def _acceptance(acceptance: Acceptance, language: Language) -> str:
    until = date_in(acceptance.until.isoformat(), language) if acceptance.until else ""
    state = say(f"acceptance.{acceptance.state}", language, until=until)
    because = f": {say(f'explain.broken.{acceptance.because}', language)}" if acceptance.because else ""
    statement = f" ({acceptance.id})" if acceptance.id else ""
    return f"{acceptance.data_controller}{statement}: {state}{because}"


def _controls(assessment: Assessment, risk: Risk, language: Language, files: AnalysisFiles | None) -> list[str]:
    if not risk.derivation.controls:
        return [say("explain.no_controls", language)]
    found = files.risk(risk.id) if files else None
    approval = found.effects_approved if found else None
    lines = [say("explain.controls", language)]
    if approval:
        approved = say(
            "explain.approved",
            language,
            by=party_title(approval.by, language, files) or approval.by,
            on=date_in(approval.on.isoformat(), language),
            reason=approval.reason.in_language(language),
        )
        lines.append(f"  {approved}")
    for derived in sorted(risk.derivation.controls, key=lambda one: (_TROUBLE_FIRST.index(one.state), one.control)):
        lines += _control(assessment, derived, approval, language, files)
    return lines


def _control(
    assessment: Assessment,
    derived: ControlDerivation,
    approval: EffectApproval | None,
    language: Language,
    files: AnalysisFiles | None,
) -> list[str]:
    sign = "+" if derived.counted else "-"
    lines = [
        f"  {sign} {control_words(derived.control, language, files)}",
        f"      {say(f'because.{derived.because}', language)}",
        f"      {effect_words(derived, language)}",
    ]
    approved = approval.steps.get(derived.control) if approval else None
    if approved is not None and approved != derived.declared:
        steps = steps_words({str(facet): step for facet, step in approved.items()}, language)
        lines.append(f"      {say('explain.approved_otherwise', language, steps=steps)}")
    troubled = [row for row in derived.evidence if row.state is not State.PASS]
    passed = [row for row in derived.evidence if row.state is State.PASS]
    for row in troubled:
        lines += _row(assessment, row, language)
    for row in passed[:_PASSES_SHOWN]:
        lines += _row(assessment, row, language)[:1]
    if len(passed) > _PASSES_SHOWN:
        lines.append(f"      {say('explain.more', language, count=len(passed) - _PASSES_SHOWN)}")
    return lines


def _row(assessment: Assessment, row: ResourceEvidence, language: Language) -> list[str]:
    source = next((one for one in assessment.sources if one.id == row.source), None)
    kind = row.source.partition(":")[0]
    told = say(
        f"explain.row.{kind}" if kind in ("tests", "attestation") else "explain.row",
        language,
        rule=row.rule,
        resource=row.resource if kind in ("tests", "attestation") else resource_words(row.resource, language),
        state=say(f"state.{row.state.value}", language).lower(),
    )
    lines = [f"      {told}{f' ({source_words(source, assessment, language)})' if source else ''}"]
    if kind in ("tests", "attestation"):
        return lines
    if row.path:
        expected, actual = value_words(row.expected, language), value_words(row.actual, language)
        lines.append(f"        {say('explain.property', language, path=row.path, expected=expected, actual=actual)}")
    lines.append(f"        {say('explain.address', language, urn=row.resource)}")
    return lines


def source_words(source: EvidenceSource, assessment: Assessment, language: Language) -> str:
    """Say where evidence comes from and how old it is on the day of the assessment."""
    days = (assessment.as_of - source.collected.astimezone(OSLO).date()).days
    age = "today" if days <= 0 else "yesterday" if days == 1 else "days"
    told = [say(f"explain.from.{source.kind}", language), say(f"explain.age.{age}", language, days=days)]
    if source.stale:
        told.append(say("stale", language).lower())
    return ", ".join(told)


def rating_words(rating: Rating, language: Language, files: AnalysisFiles | None) -> str:
    """Say a rating: level, likelihood, and the dimension that decided with its consequence."""
    return say(
        "explain.rating",
        language,
        level=level_words(rating.level, language, files),
        likelihood=rating.likelihood,
        dimension=say(f"facet.{rating.decided_by}", language),
        consequence=rating.consequence.get(rating.decided_by, "?"),
    )


def level_words(level: str, language: Language, files: AnalysisFiles | None) -> str:
    """Say a level with its symbol, as the profile names it."""
    if level == NOT_ASSESSED:
        return f"○ {say('level.not_assessed', language)}"
    found = files.profile.level_of(level) if files else None
    return f"{found.symbol} {found.label.in_language(language)}" if found else level


def control_words(id_: str, language: Language, files: AnalysisFiles | None) -> str:
    """Say a control by its title and id."""
    found = files.control(id_) if files else None
    return f"{found.title.in_language(language)} ({id_})" if found else id_


def effect_words(derived: ControlDerivation, language: Language) -> str:
    """Say what a control counts, or would have counted."""
    if derived.counted:
        return say("explain.counts", language, steps=steps_words(derived.counted, language))
    return say("explain.would_count", language, steps=steps_words(derived.declared, language))


def steps_words(steps: dict[str, int], language: Language) -> str:
    """Say steps on the scales, such as ``likelihood −2``."""
    return ", ".join(f"{say(f'facet.{facet}', language)} −{abs(step)}" for facet, step in sorted(steps.items()))


def value_words(value: Any, language: Language) -> str:
    """Say a value that a rule expected or found."""
    if value is None:
        return say("value.missing", language)
    if is_unknown(value):
        return say("value.unknown", language)
    if is_secret(value):
        return say("value.secret", language)
    if value == "related":
        return say("value.related", language)
    if isinstance(value, list):
        return ", ".join(value_words(one, language) for one in value) or say("value.nothing", language)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
