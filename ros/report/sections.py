"""The parts of a report that stand by themselves: a risk, the plan, the method, the frame, the provenance."""

from collections.abc import Iterable
from dataclasses import replace

from prosess.contracts.assessment import Acceptance, ControlDerivation, ResourceEvidence, Risk, Treatment
from prosess.contracts.evidence import Evidence
from prosess.contracts.findings import State
from prosess.domain.text import LocalisedText
from ros.explain import effect_words, value_words
from ros.model import RiskFile, Selector
from ros.report import model
from ros.report.told import Told
from ros.wording.headings import GLOSSARY
from ros.wording.text import resource_name, resource_type, resource_words, type_words

_WORST_FIRST = (State.FAIL, State.NOT_EVALUATED, State.SUPPRESSED, State.PASS)


def subtitle(told: Told) -> str:
    """Say what was assessed, and as of when."""
    analysis = told.files.analysis
    scopes = [_scope(told, scope) for scope in (analysis.scope, *analysis.also_covers)]
    return f"{', '.join(scopes)}. {told.say('frame.as_of')} {told.day(told.assessment.as_of)}."


def _scope(told: Told, scope: str) -> str:
    kind, name = scope.split(":", 1)
    words = told.say(f"scope.{kind}", name=name)
    return words[0].upper() + words[1:] if scope == told.files.analysis.scope else words


def risk_section(told: Told, risk: Risk) -> model.RiskSection:
    """Tell everything about one risk."""
    file = told.files.risk(risk.id)
    return model.RiskSection(
        id=risk.id,
        title=risk.title[told.language],
        owner=told.party(risk.owner),
        description=file.description.in_language(told.language) if file else "",
        rationale=file.inherent.rationale.in_language(told.language) if file else "",
        knowledge=_knowledge(told, file),
        applies_to=_applies_to(told, file),
        inherent=told.rating(risk.inherent),
        now=told.rating(risk.current),
        lapsed=told.rating(risk.if_stale_evidence_lapses) if risk.stale else None,
        target=told.rating(risk.target),
        facets=_facets(told, risk),
        controls=tuple(_control(told, derived) for derived in risk.derivation.controls),
        evidence=_evidence(told, risk),
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
    control = told.files.control(derived.control)
    return model.ControlRow(
        id=derived.control,
        title=control.title.in_language(told.language) if control else derived.control,
        state=told.say(f"state.{derived.state.value}"),
        state_id=derived.state.value,
        because=told.say(f"because.{derived.because}"),
        effect=effect_words(derived, told.language),
        counts=bool(derived.counted),
    )


def _evidence(told: Told, risk: Risk) -> tuple[model.EvidenceRow, ...]:
    """List what is wrong resource by resource, then what is met, a row per rule and kind of resource."""
    seen = {(row.rule, row.resource): row for derived in risk.derivation.controls for row in derived.evidence}
    rows = sorted(seen.values(), key=lambda row: (_WORST_FIRST.index(row.state), row.rule, row.resource))
    met: dict[tuple[str, str, str], list[ResourceEvidence]] = {}
    for row in rows:
        if row.state is State.PASS:
            met.setdefault((row.rule, resource_type(row.resource), row.path or ""), []).append(row)
    return (
        *(_one(told, row) for row in rows if row.state is not State.PASS),
        *(_together(told, same) for same in met.values()),
    )


def _one(told: Told, row: ResourceEvidence) -> model.EvidenceRow:
    return model.EvidenceRow(
        rule=row.rule,
        resource=resource_words(row.resource, told.language),
        urn=row.resource,
        path=row.path or "–",
        expected=value_words(row.expected, told.language) if row.path else "–",
        actual=value_words(row.actual, told.language) if row.path else "–",
        state=told.say(f"state.{row.state.value}"),
        state_id=row.state.value,
    )


def _together(told: Told, rows: list[ResourceEvidence]) -> model.EvidenceRow:
    first = _one(told, rows[0])
    if len(rows) == 1:
        return replace(first, urn="")
    names = ", ".join(f"«{resource_name(row.resource)}»" for row in rows)
    found = {value_words(row.actual, told.language) for row in rows}
    return replace(
        first,
        urn="",
        resource=f"{type_words(resource_type(rows[0].resource), told.language)} {names}",
        actual=first.actual if len(found) == 1 else told.say("value.as_expected"),
    )


def _acceptance(told: Told, acceptance: Acceptance) -> str:
    return told.say(f"acceptance.{acceptance.state}", until=told.day(acceptance.until))


def plan(told: Told, risks: Iterable[Risk]) -> tuple[model.PlanRow, ...]:
    """List the measures of some risks, the earliest deadline first."""
    measures = [(action, risk.id) for risk in risks for action in risk.treatment]
    measures.sort(key=lambda one: (one[0].due is None, one[0].due.isoformat() if one[0].due else "", one[1]))
    return tuple(_measure(told, action, risk) for action, risk in measures)


def _measure(told: Told, action: Treatment, risk: str) -> model.PlanRow:
    return model.PlanRow(
        due=told.day(action.due),
        due_iso=action.due.isoformat() if action.due else "",
        action=action.action[told.language],
        responsible=told.party(action.responsible),
        risk=risk,
        option=told.say(f"option.{action.option}"),
        state=told.say(f"treatment.{action.state}"),
    )


def method(told: Told, matrix: model.Matrix) -> model.Method:
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
    )


def frame(told: Told) -> model.Frame:
    """Tell what was assessed, by which roles, and what was left out."""
    analysis, language = told.files.analysis, told.language
    parties = ((party.title.in_language(language), told.say(f"role.{party.role}")) for party in analysis.parties)
    return model.Frame(
        facts=(
            (told.say("frame.purpose"), analysis.purpose.in_language(language)),
            (told.say("frame.scope"), ", ".join(_scope(told, one) for one in (analysis.scope, *analysis.also_covers))),
            (told.say("frame.as_of"), told.day(told.assessment.as_of)),
            (told.say("frame.state"), told.say(f"ros_state.{told.assessment.state}")),
            (told.say("frame.criteria"), f"{told.files.profile.title.in_language(language)} ({analysis.criteria})"),
            (told.say("frame.author"), told.party(analysis.author)),
            (told.say("frame.reviewer"), told.party(analysis.reviewer)),
        ),
        assumptions=tuple(text.in_language(language) for text in analysis.assumptions),
        exclusions=tuple(text.in_language(language) for text in analysis.exclusions),
        parties=model.Table(
            told.say("frame.parties"), (told.say("frame.function"), told.say("frame.role")), tuple(parties)
        ),
    )


def glossary(told: Told) -> tuple[tuple[str, str], ...]:
    """Give the word list, sorted as the catalogue has it."""
    return tuple((told.say(f"word.{word}"), told.say(f"word.{word}.means")) for word in GLOSSARY)


def provenance(told: Told, evidence: Evidence | None) -> tuple[tuple[str, str], ...]:
    """Tell what the report was made from, by digest."""
    assessment = told.assessment
    rows = [
        (told.say("prov.assessment"), assessment.digest),
        (told.say("prov.graph"), assessment.graph),
        (told.say("prov.findings"), assessment.findings),
        (told.say("prov.evidence"), assessment.evidence or told.say("prov.none")),
        (told.say("prov.criteria"), f"{assessment.criteria} {assessment.criteria_digest}"),
        (told.say("prov.policy"), told.findings.policy_revision),
    ]
    if evidence is not None:
        producer = evidence.producer
        rows += [
            (told.say("prov.producer"), f"{producer.name} {producer.version}, {producer.engine}"),
            (told.say("prov.collected"), told.moment(evidence.collected)),
            (told.say("prov.expires"), told.moment(evidence.expires)),
        ]
    return tuple(rows)
