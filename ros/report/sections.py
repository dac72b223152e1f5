"""The parts of a report that stand by themselves: a risk, the plan, the method, the frame, the provenance."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from pydantic import JsonValue

from prosess.contracts.assessment import Acceptance, ControlDerivation, Raised, ResourceEvidence, Risk, Treatment
from prosess.contracts.findings import State
from prosess.domain.text import LocalisedText
from prosess.domain.text.glossary import TERMS
from ros.explain import effect_words, value_words
from ros.model import RiskFile, Selector
from ros.report import model
from ros.report.bowtie import described
from ros.report.duties import duty_words
from ros.report.told import Told
from ros.wording.headings import GLOSSARY, GLOSSARY_TERMS
from ros.wording.text import resource_name, resource_type, resource_words, type_words

_NAMES = 5
"""Resources that are named in a row of those that meet a rule; the assessment has each of them."""
_SOON = 30
"""Days before a deadline from which it is near."""
_WORST_FIRST = (State.FAIL, State.NOT_EVALUATED, State.SUPPRESSED, State.PASS)


def subtitle(told: Told) -> str:
    """Say what was assessed, and as of when."""
    analysis = told.files.analysis
    scopes = [scope_words(told, scope) for scope in (analysis.scope, *analysis.also_covers)]
    return f"{', '.join(scopes)}. {told.say('frame.as_of')} {told.day(told.assessment.as_of)}."


def scope_words(told: Told, scope: str) -> str:
    """Say what a scope is about."""
    kind, name = scope.split(":", 1)
    words = told.say(f"scope.{kind}", name=name)
    return words[0].upper() + words[1:] if scope == told.files.analysis.scope else words


def risk_section(told: Told, risk: Risk, sources: Mapping[str, tuple[str, str]]) -> model.RiskSection:
    """Tell everything about one risk; ``sources`` names what evidence was read from, with digest and time."""
    file = told.risk(risk.id)
    text = file.description.in_language(told.language) if file else ""
    vulnerability = file.vulnerability.in_language(told.language) if file and file.vulnerability else ""
    return model.RiskSection(
        id=risk.id,
        title=risk.title[told.language],
        owner=told.party(risk.owner),
        origin=told.say("risk.origin", analysis=risk.origin) if risk.origin else "",
        description=described(text, told.language),
        vulnerability=vulnerability,
        rationale=file.inherent.rationale.in_language(told.language) if file else "",
        knowledge=_knowledge(told, file),
        applies_to=_applies_to(told, file),
        inherent=told.rating(risk.inherent),
        now=told.rating(risk.current),
        lapsed=told.rating(risk.if_stale_evidence_lapses) if risk.stale else None,
        target=told.rating(risk.target),
        facets=_facets(told, risk),
        approval=_approval(told, file),
        raises=tuple(_raised(told, one) for one in risk.derivation.raised),
        controls=tuple(_control(told, derived) for derived in risk.derivation.controls),
        evidence=_evidence(told, risk, sources),
        read_from=_read_from(risk, sources),
        withheld=told.say("withheld") if risk.id in told.evidence_withheld else "",
        plan=plan(told, (risk,)),
        acceptances=tuple(
            (told.organisation(acceptance.data_controller), _acceptance(told, acceptance))
            for acceptance in risk.acceptances
        ),
        needs_acceptance=told.needs_acceptance(risk),
    )


def _knowledge(told: Told, file: RiskFile | None) -> str:
    if file is None:
        return ""
    return told.say("risk.knowledge", knowledge=told.say(f"knowledge.{file.inherent.knowledge}"))


def _approval(told: Told, file: RiskFile | None) -> str:
    if file is None or not file.controls:
        return ""
    given = file.effects_approved
    if given is None:
        return told.say("risk.approval.none")
    reason = given.reason.in_language(told.language)
    return told.say("risk.approval.given", by=told.party(given.by), on=told.day(given.on), reason=reason)


def _raised(told: Told, one: Raised) -> str:
    held = [("likelihood", one.likelihood), *sorted(one.consequence.items())]
    steps = ", ".join(f"{told.say(f'facet.{facet}')} {ordinal}" for facet, ordinal in held if ordinal)
    reason = one.reason[told.language]
    return told.say("risk.raised", steps=steps, by=told.party(one.by), on=told.day(one.on), reason=reason)


def _applies_to(told: Told, file: RiskFile | None) -> tuple[str, ...]:
    if file is None or not file.applies_to:
        return (told.say("risk.applies_to.nothing"),)
    return tuple(_selected(told, selector) for selector in file.applies_to)


def _selected(told: Told, selector: Selector) -> str:
    words = type_words(selector.type, told.language)
    labels = ", ".join(f"{name}: {value}" for name, value in sorted(selector.labels.items()))
    return f"{words} ({labels})" if labels else words


def _facets(told: Told, risk: Risk) -> tuple[model.FacetRow, ...]:
    profile, language = told.files.profile, told.language
    likelihood = [step.label.in_language(language) for step in profile.likelihood]
    labels = [label.in_language(language) for label in profile.consequence_labels]

    ratings = (risk.inherent, risk.current, risk.if_stale_evidence_lapses, risk.target)

    def row(facet: str, names: list[str], ordinals: list[int | None], steps: int) -> model.FacetRow:
        inherent, now, lapsed, target = (_ordinal(ordinal, names) for ordinal in ordinals)
        name = told.say(f"facet.{facet}")
        return model.FacetRow(
            name=name[0].upper() + name[1:],
            inherent=inherent,
            steps=f"−{abs(steps)}" if steps else "–",
            now=now,
            lapsed=lapsed,
            target=target,
            decides=facet in ("likelihood", risk.current.decided_by),
        )

    return (
        row("likelihood", likelihood, [one.likelihood for one in ratings], risk.derivation.likelihood_steps),
        *(
            row(
                dimension,
                labels,
                [one.consequence.get(dimension) for one in ratings],
                risk.derivation.consequence_steps.get(dimension, 0),
            )
            for dimension in profile.dimensions
        ),
    )


def _ordinal(ordinal: int | None, names: list[str]) -> str:
    if ordinal is None:
        return "–"
    return f"{ordinal} {names[ordinal - 1]}" if 1 <= ordinal <= len(names) else str(ordinal)


def _control(told: Told, derived: ControlDerivation) -> model.ControlRow:
    control = told.control(derived.control)
    return model.ControlRow(
        id=derived.control,
        title=control.title.in_language(told.language) if control else derived.control,
        state=told.say(f"state.{derived.state.value}"),
        state_id=derived.state.value,
        because=told.say(f"because.{derived.because}"),
        effect=effect_words(derived, told.language),
        counts=bool(derived.counted),
    )


def _evidence(told: Told, risk: Risk, sources: Mapping[str, tuple[str, str]]) -> tuple[model.EvidenceRow, ...]:
    """List what is wrong resource by resource, then what is met, a row per rule and kind of resource."""
    seen = {(row.rule, row.resource): row for derived in risk.derivation.controls for row in derived.evidence}
    rows = sorted(seen.values(), key=lambda row: (_WORST_FIRST.index(row.state), row.rule, row.resource))
    met: dict[tuple[str, str, str, str], list[ResourceEvidence]] = {}
    for row in rows:
        if row.state is State.PASS:
            met.setdefault((row.rule, resource_type(row.resource), row.path or "", row.source), []).append(row)
    return (
        *(_one(told, row, sources) for row in rows if row.state is not State.PASS),
        *(_together(told, same, sources) for same in met.values()),
    )


def _read_from(risk: Risk, sources: Mapping[str, tuple[str, str]]) -> tuple[str, ...]:
    ids = sorted({row.source for derived in risk.derivation.controls for row in derived.evidence})
    return tuple(f"{name} ({read})" for name, read in (sources[id_] for id_ in ids if id_ in sources))


def _one(told: Told, row: ResourceEvidence, sources: Mapping[str, tuple[str, str]]) -> model.EvidenceRow:
    return model.EvidenceRow(
        rule=row.rule,
        resource=resource_words(row.resource, told.language),
        urn=row.resource,
        path=row.path or "–",
        expected=_value(told, row.expected) if row.path else "–",
        actual=_value(told, row.actual) if row.path else "–",
        state=told.say(f"state.{row.state.value}"),
        state_id=row.state.value,
        source=sources.get(row.source, (row.source, ""))[0],
    )


def _value(told: Told, value: JsonValue) -> str:
    """Say a value; the plain ones, of which a large report has tens of thousands, without asking further."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value_words(value, told.language)


def _together(told: Told, rows: list[ResourceEvidence], sources: Mapping[str, tuple[str, str]]) -> model.EvidenceRow:
    first = _one(told, rows[0], sources)
    if len(rows) == 1:
        return replace(first, urn="")
    names = ", ".join(f"«{resource_name(row.resource)}»" for row in rows[:_NAMES])
    if len(rows) > _NAMES:
        names = told.say("changes.more", ids=names, count=len(rows) - _NAMES)
    found = {_value(told, row.actual) for row in rows}
    return replace(
        first,
        urn="",
        resource=f"{type_words(resource_type(rows[0].resource), told.language)} {names}",
        actual=first.actual if len(found) == 1 else told.say("value.as_expected"),
    )


def _acceptance(told: Told, acceptance: Acceptance) -> str:
    said = told.say(f"acceptance.{acceptance.state}", until=told.day(acceptance.until))
    return f"{said}: {told.say(f'fell.{acceptance.because}')}" if acceptance.because else said


def plan(told: Told, risks: Iterable[Risk], *, still_open: bool = False) -> tuple[model.PlanRow, ...]:
    """List the measures of some risks, the earliest deadline first; ``still_open`` leaves out what is verified."""
    measures = [
        (action, risk.id) for risk in risks for action in risk.treatment if not still_open or action.state != "verified"
    ]
    measures.sort(key=lambda one: (one[0].due is None, one[0].due.isoformat() if one[0].due else "", one[1]))
    return tuple(_measure(told, action, risk) for action, risk in measures)


def _measure(told: Told, action: Treatment, risk: str) -> model.PlanRow:
    return model.PlanRow(
        when=told.say(f"when.{_when(told, action)}"),
        due=told.day(action.due),
        due_iso=action.due.isoformat() if action.due else "",
        action=action.action[told.language],
        responsible=told.party(action.responsible),
        risk=risk,
        option=told.say(f"option.{action.option}"),
        state=told.say(f"treatment.{action.state}"),
    )


def _when(told: Told, action: Treatment) -> str:
    if action.state in ("implemented", "verified"):
        return "done"
    if action.due is None:
        return "never"
    days = (action.due - told.assessment.as_of).days
    return "overdue" if days < 0 else "soon" if days <= _SOON else "later"


def method(told: Told, matrix: model.Matrix, coverage: tuple[model.CoverageRow, ...]) -> model.Method:
    """Tell how levels come about, with every scale."""
    profile, language = told.files.profile, told.language
    columns = (told.say("col.step"), told.say("col.label"), told.say("col.meaning"))

    def table(caption: str, steps: Iterable[tuple[LocalisedText, LocalisedText]]) -> model.Table:
        rows = tuple(
            (str(place), label.in_language(language), meaning.in_language(language))
            for place, (label, meaning) in enumerate(steps, 1)
        )
        return model.Table(caption, columns, rows)

    limit = told.level(profile.limit)
    note = told.files.analysis.criteria_note or profile.note
    return model.Method(
        note=note.in_language(language),
        sentences=(
            *(told.say(f"method.{number}") for number in range(1, 6)),
            told.say("method.limit", level=f"{limit.symbol} {limit.word}"),
        ),
        levels=tuple(
            model.LevelRow(
                told.level(level.id),
                level.meaning.in_language(language),
                ", ".join(told.say(f"role.{role.value}") for role in level.accepted_by) or told.say("method.nobody"),
                str(level.accepted_days) if level.accepted_by else "–",
            )
            for level in profile.levels
        ),
        matrix=matrix,
        scales=(
            table(told.say("method.likelihood"), ((step.label, step.descriptor) for step in profile.likelihood)),
            *(
                table(
                    told.say("method.consequence", dimension=scale.title.in_language(language).lower()),
                    zip(profile.consequence_labels, scale.descriptors, strict=True),
                )
                for scale in profile.dimensions.values()
            ),
        ),
        coverage=coverage,
    )


def glossary(told: Told) -> tuple[tuple[str, str], ...]:
    """Give the word list: the field's own words as the glossary defines them, and those that only a report uses."""
    language = told.language
    shared = [
        (TERMS[term].word.in_language(language), TERMS[term].definition.in_language(language))
        for term in GLOSSARY_TERMS
    ]
    own = [(told.say(f"word.{word}"), told.say(f"word.{word}.means")) for word in GLOSSARY]
    listed = [(word[0].upper() + word[1:], meaning) for word, meaning in (*shared, *own)]
    return tuple(sorted(listed, key=lambda row: row[0].casefold()))


def accepted(told: Told) -> tuple[model.AcceptedRow, ...]:
    """List every acceptance that was given, those in force first, by their last day."""
    order = ("active", "approved", "proposed", "expired", "invalidated", "revoked", "superseded")
    given = [(one, risk) for risk in told.assessment.risks for one in risk.acceptances if one.state != "none"]
    given.sort(key=lambda both: (order.index(both[0].state), both[0].until or date.max, both[1].id))
    return tuple(
        model.AcceptedRow(
            risk=risk.id,
            title=risk.title[told.language],
            level=told.level(risk.current.level),
            controller=told.organisation(one.data_controller),
            state=_acceptance(told, one),
            until=told.day(one.until),
            until_iso=one.until.isoformat() if one.until else "",
        )
        for one, risk in given
    )


def duties(told: Told) -> tuple[model.Duty, ...]:
    """Tell what data protection law asks for."""
    told_duties = []
    for duty in told.assessment.privacy:
        name, state, because = duty_words(duty, told.language)
        told_duties.append(model.Duty(name, duty.state, state, because, told.day(duty.by) if duty.by else ""))
    return tuple(told_duties)
