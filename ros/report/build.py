"""Makes the one report model of an assessment. Everything that a format shows is decided and worded here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from prosess.contracts.assessment import Assessment, Risk, Verdict
from prosess.contracts.assessment import Rating as Rated
from prosess.contracts.evidence import Evidence
from prosess.contracts.findings import Findings, State
from prosess.domain.text import Language
from ros.assets import Asset, Flow
from ros.check import check
from ros.criteria.profile import NOT_ASSESSED
from ros.model import AnalysisFiles
from ros.report import coverage, frame, model, sections, sources
from ros.report.bowtie import bowtie
from ros.report.changes import changes
from ros.report.told import Told
from ros.report.withholding import Audience, shown_to

_VERDICT_SYMBOLS = {Verdict.ACCEPTABLE: "●", Verdict.ABOVE_LIMIT: "▲", Verdict.NOT_ASSESSED: "○"}
_TOP = 5


@dataclass(frozen=True)
class Around:
    """What lies around an assessment, as the caller knows it."""

    evidence: Evidence | None = None
    dependencies: Iterable[model.DependencyRow] = ()
    organisations: Mapping[str, str] = field(default_factory=dict)
    """Organisation number → name; a number without a name is shown as it is."""
    rule_titles: Mapping[str, str] = field(default_factory=dict)
    """Rule → what it asks for, in the report's language."""
    access: model.Table | None = None
    assets: Sequence[Asset] = ()
    flows: Sequence[Flow] = ()
    former: Assessment | None = None
    """The assessment that this one is to be compared with."""


def build(
    assessment: Assessment,
    files: AnalysisFiles,
    findings: Findings,
    language: Language,
    *,
    audience: Audience = "reviewer",
    around: Around | None = None,
) -> model.Report:
    """Make the report of an assessment in one language, for one audience.

    What the audience may not read is taken out first; everything below sees only what is left.
    """
    around = around or Around()
    shown = shown_to(audience, assessment, files)
    told = Told(
        shown.assessment,
        shown.files,
        findings,
        language,
        around.organisations,
        assessment.digest,
        shown.evidence_withheld,
    )
    analysis = files.analysis
    risks = told.assessment.risks
    movements = tuple(_movement(told, risk) for risk in risks)
    register = tuple(_register_row(told, risk, one) for risk, one in zip(risks, movements, strict=True))
    by_urgency = sorted(zip(risks, register, strict=True), key=lambda both: _urgency(told, both[0]))[:_TOP]
    marking = told.say(f"marking.{analysis.marking.level}")
    told_sources = sources.sources(told, around.evidence)
    return model.Report(
        language=language,
        audience=told.say(f"audience.{audience}"),
        case=told.say("report.case", case=analysis.archive_case) if analysis.archive_case else "",
        title=analysis.title.in_language(language),
        subtitle=sections.subtitle(told),
        marking=f"{marking}. {analysis.marking.legal_ground.in_language(language)}",
        verdict=assessment.verdict.value,
        verdict_symbol=_VERDICT_SYMBOLS[assessment.verdict],
        verdict_word=told.say(f"verdict.{assessment.verdict.value}"),
        headline=check(assessment, files).reason(language),
        asked=model.Asked(
            decision=analysis.asked.decision.in_language(language),
            of=told.party(analysis.asked.of),
            by=told.day(analysis.asked.by),
            by_iso=analysis.asked.by.isoformat(),
        )
        if analysis.asked
        else None,
        wanted=_wanted(told),
        before=_matrix(told, "before", told.say("one.before"), {risk.id: risk.inherent for risk in risks}),
        now=_matrix(told, "now", told.say("one.after"), {risk.id: risk.current for risk in risks}),
        place_key=told.say("one.place.key", top=len(files.profile.consequence_labels)),
        movements=movements,
        top=tuple(row for _, row in by_urgency),
        coverage=coverage.line(told, assessment),
        changes=changes(told, shown_to(audience, around.former, files).assessment if around.former else None),
        duties=sections.duties(told),
        register=register,
        risks=tuple(sections.risk_section(told, risk, told_sources.short) for risk in risks),
        bowties=tuple(bowtie(told, risk) for risk, _ in by_urgency),
        access=around.access,
        accepted=sections.accepted(told),
        plan=sections.plan(told, risks, still_open=True),
        dependencies=tuple(around.dependencies),
        rules=_rules(told, assessment, around.rule_titles),
        method=sections.method(
            told, _matrix(told, "method", told.say("method.matrix"), {}), coverage.rows(told, assessment)
        ),
        frame=frame.frame(told, around.assets, around.flows),
        glossary=sections.glossary(told),
        provenance=sources.provenance(told, around.evidence),
        sources=told_sources.rows,
    )


def _wanted(told: Told) -> tuple[model.Wanted, ...]:
    wanted: dict[str, list[str]] = {}
    for risk in told.assessment.risks:
        if told.needs_acceptance(risk):
            for acceptance in risk.acceptances:
                if acceptance.state != "active":
                    wanted.setdefault(acceptance.data_controller, []).append(risk.id)
    return tuple(model.Wanted(told.organisation(number), tuple(ids)) for number, ids in sorted(wanted.items()))


def _matrix(told: Told, id_: str, caption: str, ratings: Mapping[str, Rated]) -> model.Matrix:
    """Place each risk by its likelihood and the consequence that decided; what has no level is not placed."""
    profile, language = told.files.profile, told.language
    placed: dict[tuple[int, int], list[str]] = {}
    unplaced = []
    for risk, rating in ratings.items():
        consequence = rating.consequence.get(rating.decided_by)
        if rating.level == NOT_ASSESSED or consequence is None:
            unplaced.append(risk)
        else:
            placed.setdefault((rating.likelihood, consequence), []).append(risk)
    rows = []
    for ordinal in range(len(profile.likelihood), 0, -1):
        cells = tuple(
            model.Cell(told.level(level), tuple(placed.get((ordinal, column), ())))
            for column, level in enumerate(profile.matrix[ordinal - 1], 1)
        )
        rows.append(model.MatrixRow(ordinal, profile.likelihood[ordinal - 1].label.in_language(language), cells))
    columns = tuple((place, label.in_language(language)) for place, label in enumerate(profile.consequence_labels, 1))
    return model.Matrix(id_, caption, columns, tuple(rows), tuple(unplaced))


def _movement(told: Told, risk: Risk) -> model.Movement:
    before, now = told.rating(risk.inherent), told.rating(risk.current)
    if NOT_ASSESSED in (risk.inherent.level, risk.current.level):
        direction, word = "?", "unknown"
    elif now.level.rank < before.level.rank:
        direction, word = "▼", "lower"
    elif now.level.rank > before.level.rank:
        direction, word = "▲", "higher"
    elif risk.current != risk.inherent:
        direction, word = "▽", "within"
    else:
        direction, word = "=", "same"
    return model.Movement(risk.id, risk.title[told.language], before, now, direction, told.say(f"move.{word}"))


def _register_row(told: Told, risk: Risk, movement: model.Movement) -> model.RegisterRow:
    due = [action.due for action in risk.treatment if action.due and action.state in ("proposed", "planned")]
    rows = any(derived.evidence for derived in risk.derivation.controls)
    evidence = "stale" if risk.stale else "evidence.fresh" if rows else "evidence.none"
    return model.RegisterRow(
        id=risk.id,
        title=risk.title[told.language],
        owner=told.party(risk.owner),
        inherent=told.level(risk.inherent.level),
        now=told.level(risk.current.level),
        target=told.level(risk.target.level),
        movement=movement,
        next_due=told.day(min(due, default=None)),
        next_due_iso=min(due).isoformat() if due else "",
        evidence=told.say(evidence),
        stale=risk.stale,
        needs_acceptance=told.needs_acceptance(risk),
    )


def _urgency(told: Told, risk: Risk) -> tuple[float, ...]:
    """Order risks by what needs a decision first; a risk without a level comes right after those above the limit."""
    profile = told.files.profile
    rank = profile.ranks.get(risk.current.level, profile.ranks[profile.limit] + 0.5)
    worst = risk.current.consequence.get(risk.current.decided_by, 0)
    return (not told.needs_acceptance(risk), -rank, -worst, -risk.current.likelihood)


def _rules(told: Told, whole: Assessment, titles: Mapping[str, str]) -> tuple[model.RuleRow, ...]:
    counts: dict[str, dict[State, int]] = {}
    for finding in told.findings.findings:
        states = counts.setdefault(finding.rule, dict.fromkeys(State, 0))
        states[finding.state] += 1
    used: dict[str, set[str]] = {}
    for risk in whole.risks:
        for derived in risk.derivation.controls:
            for row in derived.evidence:
                used.setdefault(row.rule, set()).add(risk.id)
    return tuple(
        model.RuleRow(
            rule=rule,
            title=titles.get(rule, ""),
            passed=states[State.PASS],
            failed=states[State.FAIL],
            suppressed=states[State.SUPPRESSED],
            not_evaluated=states[State.NOT_EVALUATED],
            risks=tuple(sorted(used.get(rule, ()))),
        )
        for rule, states in sorted(counts.items())
    )
