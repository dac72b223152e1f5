"""Levels that follow the evidence.

The rules, in the order that they are used:

1. A control's declared effect counts where every check of it passed on every resource that it was to be seen on, and
   nowhere else. Failed, suppressed, not evaluated and missing are all worth nothing. Rules, Checkov, tests and people
   may each be asked; where two sources speak of one thing, the worse counts.
2. Of controls that work through one mechanism the strongest counts, step by step; mechanisms add up.
3. The sum is clamped to the scales. The level is looked up in the profile; nothing is multiplied.
4. Evidence whose time is over keeps the level that it last proved, marks it, and tells what the level would be
   without it. Each source has its own time, so only the controls that count on one that is over are withdrawn.
5. A risk whose selector matches nothing has no level. A risk that leans on a control that nobody looked at has none
   either, unless its level asks for an acceptance anyway: what was not assessed is never green.
6. There is one verdict, computed here.
7. A control's effect counts as it was approved by somebody other than the author, or not at all.
8. A person may hold a risk up, with a reason; nobody lowers a level by hand.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from prosess.contracts.assessment import (
    Assessment,
    ControlDerivation,
    Derivation,
    LevelAuthority,
    Raised,
    Rating,
    Risk,
    Treatment,
    Verdict,
)
from prosess.contracts.findings import State
from prosess.domain.errors import DomainError
from prosess.domain.text import Language, LocalisedText
from ros.criteria.profile import NOT_ASSESSED, AnyDimension, CriteriaError, Profile
from ros.evidence import Gathered, Proof, Proofs, Sources, day_of
from ros.model.acceptance import AcceptedRisk
from ros.model.analysis import Analysis
from ros.model.control import Control
from ros.model.files import AnalysisFiles
from ros.model.risk import ControlUse, EffectApproval, Raise, RiskFile
from ros.standing import standing
from ros.state import material_digest

Declared = TypeVar("Declared", Control, RiskFile)

UNASSIGNED = "unassigned"
"""Stands for the owner of a risk that has none."""


class AnalysisError(DomainError):
    """The files of an analysis contradict one another."""


def assess(
    files: AnalysisFiles,
    gathered: Gathered,
    *,
    as_of: date,
    acceptances: Iterable[AcceptedRisk] = (),
    scope: str | None = None,
) -> Assessment:
    """Assess every risk of an analysis against what was gathered about a graph.

    ``scope`` is what the assessment is to speak of where the analysis covers more than one thing; its own otherwise.

    ``as_of`` is a day (its end, in Europe/Oslo) or an aware datetime. The order of the files' controls and risks, of
    what was gathered and of ``acceptances`` has no bearing on the answer. Time is linear in risks × the resources
    that each selects.

    Raises:
        CriteriaError: where the profile is not the one that the analysis pins.
        AnalysisError: where two risks or two controls have one id, or the analysis does not cover ``scope``.
    """
    analysis, profile = files.analysis, files.profile
    _refuse_other_criteria(analysis, profile)
    covered = (analysis.scope, *analysis.also_covers)
    if scope is not None and scope not in covered:
        raise AnalysisError(
            "ROS_SCOPE_NOT_COVERED",
            f"the analysis covers {', '.join(covered)}",
            facts={"scopes": list(covered)},
            hint="name one of these, or add the scope to `also_covers` in `ros.yaml`",
        )
    known = _by_id(files.controls, "control")
    risks = _by_id(files.risks, "risk")
    day = day_of(as_of)
    sources = Sources.of(gathered, known.values(), as_of)
    proofs = Proofs(gathered, sources, day=day)
    accepted: dict[str, list[AcceptedRisk]] = {}
    for acceptance in acceptances:
        accepted.setdefault(acceptance.risk, []).append(acceptance)
    assessed = tuple(
        _assess_risk(
            file, profile, known, proofs, day=day, accepted=accepted.get(id_, ()), origin=files.origins.get(id_)
        )
        for id_, file in sorted(risks.items())
    )
    return Assessment(
        id=analysis.id,
        scope=scope or analysis.scope,
        criteria=profile.reference,
        criteria_digest=profile.digest,
        levels=tuple(
            LevelAuthority(
                id=level.id,
                label=in_every_language(level.label),
                above_limit=profile.above_limit(level.id),
                accepted_by=level.accepted_by,
                accepted_days=level.accepted_days,
            )
            for level in profile.levels
        ),
        graph=sources.graph,
        findings=sources.findings,
        evidence=sources.evidence,
        sources=sources.listed,
        as_of=day,
        state=analysis.state,
        verdict=_verdict(profile, assessed, sources),
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
    day: date,
    accepted: Iterable[AcceptedRisk],
    origin: str | None,
) -> Risk:
    uses = sorted(file.controls, key=lambda use: (use.ref, use.mechanism, sorted(use.effect.items())))
    proven = [(use, proofs.of(controls.get(use.ref), file.applies_to, use.expect_min)) for use in uses]
    counted = _counted(proven, file.effects_approved)
    steps = _sum(counted)
    inherent = _rating(profile, file.inherent.likelihood, file.inherent.consequence)
    current = _rated(profile, file, proofs, proven, steps)
    stale = any(proof.stale for _, proof in proven)
    lapsed = current
    if stale:
        still = [(use, proof) for use, proof in proven if not proof.stale]
        lapsed = _rated(profile, file, proofs, proven, _sum(_counted(still, file.effects_approved)))
    material = material_digest(file, controls)
    return Risk(
        id=file.id,
        origin=origin,
        material=material,
        scenario=file.scenario,
        title=in_every_language(file.title),
        owner=file.owner or UNASSIGNED,
        data_controllers=tuple(sorted(set(file.data_controllers))),
        inherent=inherent,
        current=current,
        if_stale_evidence_lapses=lapsed,
        target=_rating(
            profile,
            file.target.likelihood or file.inherent.likelihood,
            file.inherent.consequence | file.target.consequence,
        ),
        derivation=Derivation(
            controls=tuple(
                _explained(use, proof, effect, file.effects_approved)
                for (use, proof), effect in zip(proven, counted, strict=True)
            ),
            likelihood_steps=steps.get("likelihood", 0),
            consequence_steps={facet: step for facet, step in sorted(steps.items()) if facet != "likelihood"},
            raised=tuple(
                Raised(
                    likelihood=one.likelihood,
                    consequence={str(facet): one.consequence[facet] for facet in sorted(one.consequence)},
                    reason=in_every_language(one.reason),
                    by=one.by,
                    on=one.on,
                )
                for one in file.raised
            ),
        ),
        stale=stale,
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
        acceptances=standing(
            profile, file, current, accepted, day, material=material, proven={use.ref: proof for use, proof in proven}
        ),
    )


def _rated(
    profile: Profile,
    file: RiskFile,
    proofs: Proofs,
    proven: list[tuple[ControlUse, Proof]],
    steps: Mapping[str, int],
) -> Rating:
    """Rate a risk with some steps taken off, held up to what people raised it to, and never green unseen."""
    inherent = _rating(profile, file.inherent.likelihood, file.inherent.consequence)
    return _never_green(
        profile,
        _held_up(profile, _lowered(profile, inherent, steps), file.raised),
        nothing_selected=proofs.too_few(file.applies_to) is not None,
        gap=any(proof.gap for _, proof in proven),
    )


def _approved(use: ControlUse, approval: EffectApproval | None) -> bool:
    return approval is not None and approval.steps.get(use.ref) == use.effect


def _counted(proven: list[tuple[ControlUse, Proof]], approval: EffectApproval | None) -> list[dict[str, int]]:
    """Give the steps that count of each use: within a mechanism the strongest, the first of equals."""
    strongest: dict[tuple[str, str], tuple[int, int]] = {}
    for place, (use, proof) in enumerate(proven):
        if proof.state is not State.PASS or not _approved(use, approval):
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


def _held_up(profile: Profile, rating: Rating, raised: Iterable[Raise]) -> Rating:
    """Hold a rating up to what people raised it to. Ordinals off their scale leave it without a level."""
    likelihood, consequence = rating.likelihood, dict(rating.consequence)
    for one in raised:
        likelihood = max(likelihood, one.likelihood or 0)
        for dimension, ordinal in one.consequence.items():
            consequence[dimension] = max(consequence.get(dimension, 0), ordinal)
    if (likelihood, consequence) == (rating.likelihood, rating.consequence):
        return rating
    held = _rating(profile, likelihood, consequence)
    if rating.level == NOT_ASSESSED:
        return held.model_copy(update={"level": NOT_ASSESSED, "decided_by": rating.decided_by})
    return held


def _never_green(profile: Profile, rating: Rating, *, nothing_selected: bool, gap: bool) -> Rating:
    """Take the level away from a rating that nobody looked at; one that asks for an acceptance anyway stays."""
    if nothing_selected or (gap and not profile.above_limit(rating.level)):
        return rating.model_copy(update={"level": NOT_ASSESSED})
    return rating


def _explained(
    use: ControlUse, proof: Proof, effect: dict[str, int], approval: EffectApproval | None
) -> ControlDerivation:
    because = proof.because
    stale = proof.stale and bool(effect)
    if proof.state is State.PASS:
        if not _approved(use, approval):
            because = "effect_not_approved"
        elif not effect:
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
        stale=stale,
    )


def _verdict(profile: Profile, risks: tuple[Risk, ...], sources: Sources) -> Verdict:
    """Compute the verdict.

    Where what our rules found proves nothing, nothing was assessed, whatever the levels. Otherwise a level above the
    limit weighs heaviest (as in the exit codes), then a source that may not be read, and a risk that was not assessed
    or leans on stale evidence.
    """
    if sources.refused or not risks:
        return Verdict.NOT_ASSESSED
    if any(needs_acceptance(profile, risk) for risk in risks):
        return Verdict.ABOVE_LIMIT
    if sources.unread or any(risk.current.level == NOT_ASSESSED or risk.stale for risk in risks):
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
