"""Levels that follow the evidence.

The rules, in the order that they are used:

1. A control's declared effect counts where every check of it passed on every resource that it was to be seen on, and
   nowhere else. Failed, suppressed, not evaluated and missing are all worth nothing.
2. Of controls that work through one mechanism the strongest counts, step by step; mechanisms add up.
3. The sum is clamped to the scales. The level is looked up in the profile; nothing is multiplied.
4. Evidence whose time is over keeps the level that it last proved, marks it, and tells what the level would be
   without it.
5. A risk whose selector matches nothing has no level. A risk that leans on a control that nobody looked at has none
   either, unless its level asks for an acceptance anyway: what was not assessed is never green.
6. There is one verdict, computed here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from prosess.contracts.assessment import (
    Acceptance,
    Assessment,
    ControlDerivation,
    Derivation,
    Rating,
    Risk,
    Treatment,
    Verdict,
)
from prosess.contracts.evidence import Evidence
from prosess.contracts.findings import Findings, State
from prosess.contracts.graph import Graph
from prosess.domain.errors import DomainError
from prosess.domain.text import Language, LocalisedText
from ros.criteria.profile import NOT_ASSESSED, AnyDimension, CriteriaError, Profile
from ros.evidence import Proof, Proofs, Sources, day_of
from ros.model.acceptance import AcceptedRisk
from ros.model.analysis import Analysis
from ros.model.control import Control
from ros.model.risk import ControlUse, RiskFile

Declared = TypeVar("Declared", Control, RiskFile)

UNASSIGNED = "unassigned"
"""Stands for the owner of a risk that has none."""


class AnalysisError(DomainError):
    """The files of an analysis contradict one another."""


def assess(
    analysis: Analysis,
    profile: Profile,
    controls: Iterable[Control],
    risks: Iterable[RiskFile],
    *,
    graph: Graph,
    findings: Findings,
    evidence: Evidence | None,
    as_of: date,
    acceptances: Iterable[AcceptedRisk] = (),
    scope: str | None = None,
) -> Assessment:
    """Assess every risk of an analysis against what the findings prove about a graph.

    ``scope`` is what the assessment is to speak of where the analysis covers more than one thing; its own otherwise.

    ``as_of`` is a day (its end, in Europe/Oslo) or an aware datetime. The order of ``controls``, ``risks``,
    ``findings`` and ``acceptances`` has no bearing on the answer. Time is linear in risks × the resources that each
    selects.

    Raises:
        CriteriaError: where the profile is not the one that the analysis pins.
        AnalysisError: where two risks or two controls have one id, or the analysis does not cover ``scope``.
    """
    _refuse_other_criteria(analysis, profile)
    covered = (analysis.scope, *analysis.also_covers)
    if scope is not None and scope not in covered:
        raise AnalysisError(
            "ROS_SCOPE_NOT_COVERED",
            f"the analysis covers {', '.join(covered)}",
            facts={"scopes": list(covered)},
            hint="name one of these, or add the scope to `also_covers` in `ros.yaml`",
        )
    known = _by_id(controls, "control")
    ordered = sorted(_by_id(risks, "risk").items())
    day = day_of(as_of)
    sources = Sources.of(graph, findings, evidence, as_of)
    proofs = Proofs(graph, findings, day=day, refused=sources.refused)
    accepted: dict[str, list[AcceptedRisk]] = {}
    for acceptance in acceptances:
        accepted.setdefault(acceptance.risk, []).append(acceptance)
    assessed = tuple(
        _assess_risk(file, profile, known, proofs, stale=sources.stale, day=day, accepted=accepted.get(id_, ()))
        for id_, file in ordered
    )
    return Assessment(
        id=analysis.id,
        scope=scope or analysis.scope,
        criteria=profile.reference,
        criteria_digest=profile.digest,
        graph=sources.graph,
        findings=sources.findings,
        evidence=sources.evidence,
        as_of=day,
        state=analysis.state,
        verdict=_verdict(profile, assessed, refused=sources.refused),
        risks=assessed,
    )


def _refuse_other_criteria(analysis: Analysis, profile: Profile) -> None:
    if (analysis.criteria, analysis.criteria_digest) != (profile.reference, profile.digest):
        raise CriteriaError(
            "CRITERIA_NOT_PINNED",
            f"the analysis pins {analysis.criteria} with {analysis.criteria_digest}, "
            f"and the profile is {profile.reference} with {profile.digest}",
            facts={
                "pinned": f"{analysis.criteria} ({analysis.criteria_digest})",
                "found": f"{profile.reference} ({profile.digest})",
            },
            hint="use the version that the analysis was made against, or migrate the analysis",
            at=("criteria_digest",),
        )


def _by_id(items: Iterable[Declared], kind: str) -> dict[str, Declared]:
    found: dict[str, Declared] = {}
    for item in items:
        if item.id in found:
            raise AnalysisError("ROS_ID_TWICE", f"two files declare the {kind} {item.id}", facts={"id": item.id})
        found[item.id] = item
    return found


def _assess_risk(
    file: RiskFile,
    profile: Profile,
    controls: Mapping[str, Control],
    proofs: Proofs,
    *,
    stale: bool,
    day: date,
    accepted: Iterable[AcceptedRisk],
) -> Risk:
    uses = sorted(file.controls, key=lambda use: (use.ref, use.mechanism, sorted(use.effect.items())))
    proven = [(use, proofs.of(controls.get(use.ref), file.applies_to, use.expect_min)) for use in uses]
    counted = _counted(proven)
    steps = _sum(counted)
    inherent = _rating(profile, file.inherent.likelihood, file.inherent.consequence)
    nothing_selected = proofs.too_few(file.applies_to) is not None
    gap = any(proof.gap for _, proof in proven)
    current = _never_green(profile, _lowered(profile, inherent, steps), nothing_selected=nothing_selected, gap=gap)
    lapsed = _never_green(profile, inherent, nothing_selected=nothing_selected, gap=gap)
    leans_on_stale = stale and any(proof.rows for _, proof in proven)
    return Risk(
        id=file.id,
        scenario=file.scenario,
        title=in_every_language(file.title),
        owner=file.owner or UNASSIGNED,
        data_controllers=tuple(sorted(set(file.data_controllers))),
        inherent=inherent,
        current=current,
        if_stale_evidence_lapses=lapsed if leans_on_stale else current,
        target=_rating(
            profile,
            file.target.likelihood or file.inherent.likelihood,
            file.inherent.consequence | file.target.consequence,
        ),
        derivation=Derivation(
            controls=tuple(
                _explained(use, proof, effect, stale=stale)
                for (use, proof), effect in zip(proven, counted, strict=True)
            ),
            likelihood_steps=steps.get("likelihood", 0),
            consequence_steps={facet: step for facet, step in sorted(steps.items()) if facet != "likelihood"},
        ),
        stale=leans_on_stale,
        treatment=tuple(
            Treatment(
                option=action.option,
                action=in_every_language(action.action),
                responsible=action.responsible,
                due=action.due,
                state=action.state,
            )
            for action in file.treatment
        ),
        acceptances=_acceptances(profile, file, current, accepted, day),
    )


def _counted(proven: list[tuple[ControlUse, Proof]]) -> list[dict[str, int]]:
    """Give the steps that count of each use: within a mechanism the strongest, the first of equals."""
    strongest: dict[tuple[str, str], tuple[int, int]] = {}
    for place, (use, proof) in enumerate(proven):
        if proof.state is not State.PASS:
            continue
        for facet, step in use.effect.items():
            key = (use.mechanism, facet)
            strongest[key] = min(strongest.get(key, (0, place)), (step, place))
    counted: list[dict[str, int]] = [{} for _ in proven]
    for (_, lowered), (step, place) in sorted(strongest.items()):
        counted[place][lowered] = step
    return counted


def _sum(counted: list[dict[str, int]]) -> dict[str, int]:
    steps: dict[str, int] = {}
    for effect in counted:
        for facet, step in effect.items():
            steps[facet] = steps.get(facet, 0) + step
    return steps


def _rating(profile: Profile, likelihood: int, consequence: Mapping[AnyDimension, int]) -> Rating:
    plain: dict[str, int] = {str(dimension): consequence[dimension] for dimension in sorted(consequence)}
    level, decided_by = profile.level(likelihood, plain)
    return Rating(likelihood=likelihood, consequence=plain, level=level, decided_by=decided_by)


def _lowered(profile: Profile, inherent: Rating, steps: Mapping[str, int]) -> Rating:
    """Take the steps off a rating, clamped to the scales. What was off its scale is not brought onto it."""
    rating = _rating(
        profile,
        max(1, inherent.likelihood + steps.get("likelihood", 0)),
        {dimension: max(1, ordinal + steps.get(dimension, 0)) for dimension, ordinal in inherent.consequence.items()},
    )
    if inherent.level == NOT_ASSESSED:
        return rating.model_copy(update={"level": NOT_ASSESSED, "decided_by": inherent.decided_by})
    return rating


def _never_green(profile: Profile, rating: Rating, *, nothing_selected: bool, gap: bool) -> Rating:
    """Take the level away from a rating that nobody looked at; one that asks for an acceptance anyway stays."""
    if nothing_selected or (gap and not profile.above_limit(rating.level)):
        return rating.model_copy(update={"level": NOT_ASSESSED})
    return rating


def _explained(use: ControlUse, proof: Proof, effect: dict[str, int], *, stale: bool) -> ControlDerivation:
    because = proof.because
    if proof.state is State.PASS:
        if not effect:
            because = "a_stronger_control_counts"
        elif stale:
            because = "all_pass_but_stale"
        elif effect != use.effect:
            because = "a_stronger_control_counts_in_part"
    return ControlDerivation(
        control=use.ref,
        mechanism=use.mechanism,
        declared=dict(sorted(use.effect.items())),
        counted=dict(sorted(effect.items())),
        state=proof.state,
        because=because,
        evidence=proof.rows,
    )


def _acceptances(
    profile: Profile, file: RiskFile, current: Rating, accepted: Iterable[AcceptedRisk], day: date
) -> tuple[Acceptance, ...]:
    """Give one acceptance per data controller: the best that holds on the day, or that there is none."""
    order = ("active", "proposed", "expired", "invalidated", "revoked", "none")
    answers = []
    for controller in sorted(set(file.data_controllers)):
        candidates = [
            _on_the_day(profile, acceptance, current, day)
            for acceptance in accepted
            if acceptance.data_controller == controller
        ]
        candidates.append(Acceptance(data_controller=controller, state="none"))
        answers.append(min(candidates, key=lambda one: (order.index(one.state), -(one.until or date.min).toordinal())))
    return tuple(answers)


def _on_the_day(profile: Profile, acceptance: AcceptedRisk, current: Rating, day: date) -> Acceptance:
    state = acceptance.state
    if state == "active":
        level = profile.level_of(acceptance.level)
        if acceptance.until < day:
            state = "expired"
        elif level is None or not level.accepted_by or not _within(profile, current.level, acceptance.level):
            state = "invalidated"
    return Acceptance(data_controller=acceptance.data_controller, state=state, until=acceptance.until)


def _within(profile: Profile, level: str, accepted: str) -> bool:
    return level in profile.ranks and profile.ranks[level] <= profile.ranks[accepted]


def _verdict(profile: Profile, risks: tuple[Risk, ...], *, refused: str | None) -> Verdict:
    """Compute the verdict.

    Where the evidence as a whole proves nothing, nothing was assessed, whatever the levels. Otherwise a level above
    the limit weighs heaviest (as in the exit codes), then a risk that was not assessed or leans on stale evidence.
    """
    if refused or not risks:
        return Verdict.NOT_ASSESSED
    if any(needs_acceptance(profile, risk) for risk in risks):
        return Verdict.ABOVE_LIMIT
    if any(risk.current.level == NOT_ASSESSED or risk.stale for risk in risks):
        return Verdict.NOT_ASSESSED
    return Verdict.ACCEPTABLE


def needs_acceptance(profile: Profile, risk: Risk) -> bool:
    """Tell whether a risk's level is above the limit and some data controller has not accepted it."""
    return profile.above_limit(risk.current.level) and not (
        risk.acceptances and all(acceptance.state == "active" for acceptance in risk.acceptances)
    )


def in_every_language(text: LocalisedText) -> dict[str, str]:
    """Give the text in nb, nn and en; bokmål stands in where a translation is missing (which the lint tells)."""
    return {language.value: text.in_language(language) for language in Language}
