"""Lints that look at levels, acceptances and days: what was true of the files once, and may no longer be."""

from collections.abc import Iterator
from datetime import date, timedelta

from prosess.contracts.assessment import Assessment, Risk
from ros.criteria.profile import NOT_ASSESSED
from ros.engine import needs_acceptance
from ros.model import AnalysisFiles, ControlUse, Review, RiskFile

SOON = 30
"""Days before the end of an acceptance from which it is told."""

Found = tuple[str, str, dict[str, object]]
"""Where, id of the lint, facts; among them may be the key path ``at``, which is not told."""


def of_levels(files: AnalysisFiles, assessment: Assessment, as_of: date | None) -> Iterator[Found]:
    """Look at each assessed risk beside its file."""
    day = as_of or assessment.as_of
    by_id = {risk.id: risk for risk in files.risks}
    for risk in assessment.risks:
        file = by_id.get(risk.id)
        if file is not None:
            yield from _target(files, file, risk)
            yield from _accepted(files, file, risk)
        for acceptance in risk.acceptances:
            until = acceptance.until
            facts: dict[str, object] = {"organisation": acceptance.data_controller}
            if acceptance.state == "expired" or (acceptance.state == "active" and until and until < day):
                yield risk.id, "ROS-L021", {**facts, "until": until.isoformat() if until else "–"}
            elif acceptance.state == "active" and until is None:
                yield risk.id, "ROS-L023", facts
            elif acceptance.state == "active" and until and until < day + timedelta(days=SOON):
                yield risk.id, "ROS-L022", {**facts, "until": until.isoformat(), "days": (until - day).days}


def _target(files: AnalysisFiles, file: RiskFile, risk: Risk) -> Iterator[Found]:
    ranks = files.profile.ranks
    if NOT_ASSESSED in (risk.target.level, risk.current.level):
        return
    open_ = any(action.option != "accept" and action.state != "verified" for action in file.treatment)
    if ranks[risk.target.level] < ranks[risk.current.level] and not open_:
        yield risk.id, "ROS-L019", {}


def _accepted(files: AnalysisFiles, file: RiskFile, risk: Risk) -> Iterator[Found]:
    """Tell of a risk that is spoken of as accepted, and is not by everybody."""
    lacking = [one.data_controller for one in risk.acceptances if one.state != "active"]
    chosen = any(action.option == "accept" for action in file.treatment)
    settled = files.analysis.state == "accepted" and needs_acceptance(files.profile, risk)
    if lacking and (chosen or settled):
        yield risk.id, "ROS-L020", {"organisations": ", ".join(lacking)}


def of_days(files: AnalysisFiles, as_of: date | None, deployed: date | None) -> Iterator[Found]:
    """Look at when the analysis and its risks were last gone through, and at what has happened since."""
    if as_of is not None:
        yield from _overdue("ros.yaml", files.analysis.review, as_of)
        for risk in files.risks:
            yield from _overdue(risk.id, risk.review, as_of)
    seen = last_seen(files)
    if deployed is not None and (seen is None or seen < deployed):
        yield "ros.yaml", "ROS-L026", {"seen": seen.isoformat() if seen else "–", "deployed": deployed.isoformat()}


def last_seen(files: AnalysisFiles) -> date | None:
    """Give the last day on which the analysis was worked with, as its files tell it; None where they do not."""
    days = [meeting.on for meeting in files.analysis.meetings]
    days += [review.last for review in (files.analysis.review, *(risk.review for risk in files.risks)) if review]
    for risk in files.risks:
        days += [one.on for one in risk.raised]
        days += [risk.effects_approved.on] if risk.effects_approved else []
    return max(days, default=None)


def _overdue(where: str, review: Review | None, as_of: date) -> Iterator[Found]:
    if review is not None and (due := review.last + timedelta(days=review.every_days)) < as_of:
        yield where, "ROS-L018", {"due": due.isoformat()}


def of_approval(risk: RiskFile) -> Iterator[Found]:
    """Hold the effects that were approved against those that are declared."""
    steps = risk.effects_approved.steps if risk.effects_approved else {}
    for place, use in enumerate(risk.controls):
        if use.ref not in steps:
            yield risk.id, "ROS-L014", {"control": use.ref, "at": ("controls", place)}
        elif steps[use.ref] != use.effect:
            yield risk.id, "ROS-L015", {"control": use.ref, "at": ("controls", place)}
    for ref in sorted(set(steps) - {use.ref for use in risk.controls}):
        yield risk.id, "ROS-L016", {"control": ref, "at": ("effects_approved", "steps", ref)}


def of_raises(risk: RiskFile) -> Iterator[Found]:
    """Tell of a raise that holds nothing up, even where every control works as declared."""
    least = _least(risk.controls)
    for number, one in enumerate(risk.raised, 1):
        holds = (one.likelihood or 0) > max(1, risk.inherent.likelihood + least.get("likelihood", 0)) or any(
            ordinal > max(1, risk.inherent.consequence.get(dimension, 0) + least.get(dimension, 0))
            for dimension, ordinal in one.consequence.items()
        )
        if not holds:
            yield risk.id, "ROS-L017", {"number": number}


def of_targets(risk: RiskFile) -> Iterator[Found]:
    """Tell of a target that cannot be reached for as long as people hold the risk up above it."""
    target = risk.target
    if target.likelihood is None and not target.consequence:
        return
    meant = {str(facet): ordinal for facet, ordinal in (risk.inherent.consequence | target.consequence).items()}
    meant["likelihood"] = target.likelihood or risk.inherent.likelihood
    for number, one in enumerate(risk.raised, 1):
        for facet, ordinal in (("likelihood", one.likelihood or 0), *sorted(one.consequence.items())):
            if ordinal > meant.get(facet, ordinal):
                facts = {"number": number, "facet": facet, "held": ordinal, "target": meant[facet]}
                yield risk.id, "ROS-L030", {**facts, "at": ("target",)}


def _least(controls: tuple[ControlUse, ...]) -> dict[str, int]:
    """Give the steps that all controls may take off: within a mechanism the strongest, as the engine counts."""
    strongest: dict[tuple[str, str], int] = {}
    for use in controls:
        for facet, step in use.effect.items():
            key = (use.mechanism, facet)
            strongest[key] = min(strongest.get(key, 0), step)
    steps: dict[str, int] = {}
    for (_, lowered), step in strongest.items():
        steps[lowered] = steps.get(lowered, 0) + step
    return steps
