"""From two assessments to what moved, by which cause, and who must look again.

Every part of a risk that a level follows from is held against what it was: the judgement, each control's counted
steps, what people hold it up to, the criteria, and the resources that it speaks of. What moved has a cause for that
reason, and the steps of the controls add up to the steps of the risk. Rows of evidence are matched by rule and by
resource, a resource by its types and name; a resource that was renamed by an alias is the same one.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import JsonValue

from prosess.contracts.assessment import Acceptance, Assessment, Rating, Risk
from prosess.contracts.movements import (
    Cause,
    CauseKind,
    LookAgain,
    Moved,
    Movement,
    Movements,
    Side,
)
from ros.criteria.profile import NOT_ASSESSED
from ros.diff.proof import Renames, controls_moved
from ros.diff.texts import ChangedFiles, changed_files
from ros.model.files import AnalysisFiles

ORDER = {kind: place for place, kind in enumerate(CauseKind)}
REVIEWER = "reviewer"


def movements(
    before: Assessment,
    after: Assessment,
    *,
    files: tuple[AnalysisFiles, AnalysisFiles] | None = None,
    renamed: Mapping[str, str] | None = None,
    policies: tuple[str | None, str | None] = (None, None),
) -> Movements:
    """Tell what turns one assessment into another.

    Args:
        before: what stood, such as the assessment that was accepted.
        after: what stands.
        files: what each was assessed from; without them changed texts are told of titles and measures only.
        renamed: URN before → URN after, of resources that an alias says are the same.
        policies: revision of the rules that judged each. Where they are known and equal no rule is a cause.
    """
    names = Renames(renamed or {}, same_rules=None if None in policies else policies[0] == policies[1])
    names.learn(before, after)
    told = changed_files(*files) if files else {}
    earlier, later = {one.id: one for one in before.risks}, {one.id: one for one in after.risks}
    reviewer = files[1].analysis.reviewer if files else REVIEWER
    found = []
    for id_ in sorted(earlier.keys() | later.keys()):
        was, now = earlier.get(id_), later.get(id_)
        if was is None or now is None:
            found.append(_came_or_went(was, now, after, reviewer))
        elif moved := _moved(was, now, (before, after), names, told.get(id_, ChangedFiles()), reviewer):
            found.append(moved)
    return Movements(before=_side(before, policies[0]), after=_side(after, policies[1]), movements=tuple(found))


def _side(assessment: Assessment, policy_revision: str | None) -> Side:
    return Side(
        id=assessment.id,
        digest=assessment.digest,
        scope=assessment.scope,
        criteria=assessment.criteria,
        criteria_digest=assessment.criteria_digest,
        graph=assessment.graph,
        findings=assessment.findings,
        policy_revision=policy_revision,
        verdict=assessment.verdict,
    )


def _came_or_went(was: Risk | None, now: Risk | None, after: Assessment, reviewer: str) -> Movement:
    risk = now or was
    assert risk is not None, "one of them is given"  # noqa: S101
    because: Literal["added", "removed"] = "added" if now else "removed"
    look = [
        LookAgain(who="owner", id=risk.owner, because=because),
        LookAgain(who="reviewer", id=reviewer, because=because),
    ]
    if now is not None:
        look += [
            LookAgain(who="data_controller", id=one.data_controller, because="acceptance_missing")
            for one in now.acceptances
            if _needs(now, after) and one.state != "active"
        ]
    else:
        look += [
            LookAgain(who="data_controller", id=one.data_controller, because="removed")
            for one in risk.acceptances
            if one.state == "active"
        ]
    return Movement(
        risk=risk.id,
        title=risk.title,
        moved=Moved.ADDED if now else Moved.REMOVED,
        current_before=was.current if was else None,
        current_after=now.current if now else None,
        inherent_before=was.inherent if was else None,
        inherent_after=now.inherent if now else None,
        target_before=was.target if was else None,
        target_after=now.target if now else None,
        material=True,
        look_again=tuple(look),
    )


def _moved(
    was: Risk,
    now: Risk,
    sides: tuple[Assessment, Assessment],
    names: Renames,
    files: ChangedFiles,
    reviewer: str,
) -> Movement | None:
    controls, proofs = controls_moved(was, now, names)
    causes = _once([*proofs, *_of_people(was, now), *_of_the_frame(was, now, sides), *files.causes])
    causes += _selection(was, now, causes)
    causes += _of_the_engine(was, now, causes)
    if not causes:
        return None
    moved = direction(was.current, now.current, sides)
    material = was.material != now.material or sides[0].criteria_digest != sides[1].criteria_digest
    steps = {facet: _steps(now, facet) - _steps(was, facet) for facet in sorted(_facets(was) | _facets(now))}
    inherent_moved, target_moved = was.inherent != now.inherent, was.target != now.target
    return Movement(
        risk=now.id,
        title=now.title,
        moved=moved,
        current_before=was.current,
        current_after=now.current,
        inherent_before=was.inherent if inherent_moved else None,
        inherent_after=now.inherent if inherent_moved else None,
        target_before=was.target if target_moved else None,
        target_after=now.target if target_moved else None,
        steps={facet: step for facet, step in steps.items() if step},
        controls=controls,
        causes=tuple(sorted(causes, key=_order)),
        material=material,
        look_again=tuple(_look_again(was, now, moved, sides[1], material=material, reviewer=reviewer)),
    )


def _once(causes: Iterable[Cause]) -> list[Cause]:
    """Tell each cause once: a file and an assessment may both know of it."""
    once: dict[tuple[CauseKind, str, str, str], Cause] = {}
    for cause in causes:
        once.setdefault(_order_by_name(cause), cause)
    return list(once.values())


def _order_by_name(cause: Cause) -> tuple[CauseKind, str, str, str]:
    return cause.kind, cause.control or "", cause.rule or "", cause.subject


def _order(cause: Cause) -> tuple[int, str, str, str]:
    return ORDER[cause.kind], cause.control or "", cause.rule or "", cause.subject


def direction(was: Rating, now: Rating, sides: tuple[Assessment, Assessment]) -> Moved:
    """Tell which way a rating went. Levels of different criteria are told apart by their place on the scale."""
    if was.level != now.level and NOT_ASSESSED in (was.level, now.level):
        return Moved.UNASSESSED if now.level == NOT_ASSESSED else Moved.ASSESSED
    ranks = [_rank(rating.level, side) for rating, side in zip((was, now), sides, strict=True)]
    if ranks[0] != ranks[1]:
        return Moved.HIGHER if ranks[1] > ranks[0] else Moved.LOWER
    return Moved.STOOD if was == now else Moved.WITHIN


def _rank(level: str, assessment: Assessment) -> int:
    ids = [one.id for one in assessment.levels]
    return ids.index(level) if level in ids else -1


def _steps(risk: Risk, facet: str) -> int:
    derived = risk.derivation
    return derived.likelihood_steps if facet == "likelihood" else derived.consequence_steps.get(facet, 0)


def _facets(risk: Risk) -> set[str]:
    return {"likelihood", *risk.derivation.consequence_steps}


# --- causes ----------------------------------------------------------------------------------------------------------


def _of_people(was: Risk, now: Risk) -> Iterator[Cause]:
    """What people wrote of the risk otherwise than before."""
    yield from _ordinals(CauseKind.JUDGEMENT, was.inherent, now.inherent)
    yield from _ordinals(CauseKind.TARGET, was.target, now.target, unless=(was.inherent, now.inherent))
    held, holds = (
        {(one.likelihood, tuple(sorted(one.consequence.items())), one.by): one for one in risk.derivation.raised}
        for risk in (was, now)
    )
    for key in held.keys() ^ holds.keys():
        one = held.get(key) or holds[key]
        ordinals = {**({"likelihood": one.likelihood} if one.likelihood else {}), **one.consequence}
        before, after = (ordinals, None) if key in held else (None, ordinals)
        yield Cause(kind=CauseKind.RAISE, subject=one.by, before=_json(before), after=_json(after))
    for place in range(max(len(was.treatment), len(now.treatment))):
        planned = [risk.treatment[place] if place < len(risk.treatment) else None for risk in (was, now)]
        told = [one.model_dump(mode="json", exclude={"action"}) if one else None for one in planned]
        if told[0] != told[1]:
            yield Cause(kind=CauseKind.TREATMENT, subject=str(place + 1), before=told[0], after=told[1])
        elif planned[0] != planned[1]:
            yield Cause(kind=CauseKind.TEXT, subject=f"treatment[{place}].action")
    if was.title != now.title:
        yield Cause(kind=CauseKind.TEXT, subject="title")
    if was.owner != now.owner:
        yield Cause(kind=CauseKind.OWNERSHIP, subject="owner", before=was.owner, after=now.owner)
    if was.data_controllers != now.data_controllers:
        yield Cause(
            kind=CauseKind.OWNERSHIP,
            subject="data_controllers",
            before=list(was.data_controllers),
            after=list(now.data_controllers),
        )


def _json(ordinals: dict[str, int] | None) -> JsonValue:
    return None if ordinals is None else {facet: ordinals[facet] for facet in sorted(ordinals)}


def _ordinals(
    kind: CauseKind, was: Rating, now: Rating, unless: tuple[Rating, Rating] | None = None
) -> Iterator[Cause]:
    """Ordinals that differ; of a target not those that only follow the judgement that it is lowered from."""
    for facet in sorted({"likelihood", *was.consequence, *now.consequence}):
        before, after = ordinal(was, facet), ordinal(now, facet)
        follows = unless and (before, after) == (ordinal(unless[0], facet), ordinal(unless[1], facet))
        if before != after and not follows:
            yield Cause(kind=kind, subject=facet, before=before, after=after)


def ordinal(rating: Rating, facet: str) -> int | None:
    """Give a rating's ordinal of likelihood or of one dimension, or None."""
    return rating.likelihood if facet == "likelihood" else rating.consequence.get(facet)


def _of_the_frame(was: Risk, now: Risk, sides: tuple[Assessment, Assessment]) -> Iterator[Cause]:
    if sides[0].criteria_digest != sides[1].criteria_digest:
        yield Cause(kind=CauseKind.CRITERIA, subject="criteria", before=sides[0].criteria, after=sides[1].criteria)
    if was.stale != now.stale:
        yield Cause(kind=CauseKind.STALENESS, subject="evidence", before=was.stale, after=now.stale)
    accepted, accepts = ({one.data_controller: one for one in risk.acceptances} for risk in (was, now))
    for controller in sorted(accepted.keys() | accepts.keys()):
        before, after = _acceptance(accepted.get(controller)), _acceptance(accepts.get(controller))
        if before != after:
            yield Cause(kind=CauseKind.ACCEPTANCE, subject=controller, before=before, after=after)


def _acceptance(acceptance: Acceptance | None) -> JsonValue:
    if acceptance is None or acceptance.state == "none":
        return None
    told: dict[str, JsonValue] = {"state": acceptance.state}
    if acceptance.because:
        told["because"] = acceptance.because
    if acceptance.until:
        told["until"] = acceptance.until.isoformat()
    return told


def _selection(was: Risk, now: Risk, causes: list[Cause]) -> Iterator[Cause]:
    """The parts that no row tells of: which resources a risk selects, and whether they are there.

    A level that comes or goes while nothing else moved it can only do so because a selector matches nothing; a
    material digest that no other change explains can only differ by selectors and what is promised.
    """
    kinds = {cause.kind for cause in causes}
    level = NOT_ASSESSED in (was.current.level, now.current.level) and was.current.level != now.current.level
    moves = kinds & MOVES_LEVELS
    promised = kinds & {CauseKind.JUDGEMENT, CauseKind.RAISE, CauseKind.TARGET, CauseKind.TREATMENT, CauseKind.CONTROL}
    if CauseKind.SELECTION not in kinds and ((level and not moves) or (was.material != now.material and not promised)):
        yield Cause(kind=CauseKind.SELECTION, subject="applies_to")


def _of_the_engine(was: Risk, now: Risk, causes: list[Cause]) -> Iterator[Cause]:
    """A rating that moved though nothing that it follows from did is never passed over."""
    if was.current != now.current and not {cause.kind for cause in causes} & MOVES_LEVELS:
        yield Cause(kind=CauseKind.ENGINE, subject="current", before=was.current.level, after=now.current.level)


MOVES_LEVELS = frozenset(CauseKind) - {
    *(CauseKind.TARGET, CauseKind.TREATMENT, CauseKind.ACCEPTANCE, CauseKind.OWNERSHIP, CauseKind.TEXT),
    CauseKind.STALENESS,
}
"""Causes that a current level follows from."""


# --- who must look again ---------------------------------------------------------------------------------------------


def _needs(risk: Risk, assessment: Assessment) -> bool:
    return any(level.id == risk.current.level and level.above_limit for level in assessment.levels)


def _look_again(
    was: Risk, now: Risk, moved: Moved, after: Assessment, *, material: bool, reviewer: str
) -> Iterator[LookAgain]:
    if moved not in (Moved.STOOD, Moved.WITHIN):
        yield LookAgain(who="owner", id=now.owner, because="level_moved")
    elif moved is Moved.WITHIN:
        yield LookAgain(who="owner", id=now.owner, because="rating_moved")
    elif material:
        yield LookAgain(who="owner", id=now.owner, because="material_changed")
    if material:
        yield LookAgain(who="reviewer", id=reviewer, because="material_changed")
    accepted = {one.data_controller: one.state for one in was.acceptances}
    rose = moved is Moved.HIGHER or moved is Moved.ASSESSED
    for one in now.acceptances:
        if one.state == "active":
            continue
        if accepted.get(one.data_controller) == "active":
            yield LookAgain(who="data_controller", id=one.data_controller, because="acceptance_fell")
        elif rose and _needs(now, after):
            yield LookAgain(who="data_controller", id=one.data_controller, because="acceptance_missing")
