"""What must hold between any two assessments: what moved has a cause, steps add up, and nothing comes of nothing."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import State
from prosess.contracts.movements import CauseKind, Moved, Movement
from ros.diff import movements
from ros.diff.movements import MOVES_LEVELS
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import AnalysisFiles, Control, RiskFile
from tests.ros.test_engine_laws import DAY, GRAPH, PROFILES, controls, found, selectors, uses
from tests.ros.worlds import DIMENSIONS, analysis, evidence_of, finding, findings_of, risk

World = tuple[Sequence[tuple[str, str, State]], tuple[Control, ...], Sequence[RiskFile]]
more_risks = st.lists(
    st.builds(
        lambda id_, likelihood, consequence, leans, applies: risk(
            id_, likelihood=likelihood, consequence=consequence, controls=leans, applies_to=applies
        ),
        st.sampled_from(["R01", "R02"]),
        st.integers(1, 4),
        st.fixed_dictionaries({name: st.integers(1, 4) for name in DIMENSIONS}),
        st.lists(uses, max_size=3, unique_by=lambda one: one.ref),
        st.lists(selectors, max_size=2),
    ),
    unique_by=lambda one: one.id,
    max_size=2,
)
worlds = st.tuples(found, controls, more_risks)


def assessed(world: World, profile: int = 0, *, days: float = 7) -> Assessment:
    seen, known, files = world
    findings = findings_of(GRAPH, (finding(rule, urn, state) for rule, urn, state in seen))
    return assess(
        AnalysisFiles(analysis(PROFILES[profile]), PROFILES[profile], tuple(known), tuple(files)),
        Gathered(GRAPH, findings, evidence_of(GRAPH, findings, days=days)),
        as_of=DAY,
    )


@given(worlds)
@settings(max_examples=40, deadline=None)
def test_nothing_comes_of_nothing(world: World) -> None:
    assert movements(assessed(world), assessed(world)).movements == ()


@given(worlds, worlds, st.integers(0, 1), st.booleans())
@settings(max_examples=150, deadline=None)
def test_what_moved_has_a_cause_and_steps_add_up(before: World, after: World, profile: int, lapsed: bool) -> None:
    was, now = assessed(before), assessed(after, profile, days=0.1 if lapsed else 7)
    told = {one.risk: one for one in movements(was, now).movements}
    later = {one.id: one for one in now.risks}
    for risk_before in was.risks:
        risk_after = later.get(risk_before.id)
        if risk_after is None:
            assert told[risk_before.id].moved is Moved.REMOVED
            continue
        movement = told.get(risk_before.id)
        if risk_before.current != risk_after.current:
            assert movement is not None
            assert movement.moved is not Moved.STOOD
            assert {one.kind for one in movement.causes} & MOVES_LEVELS
            assert CauseKind.ENGINE not in {one.kind for one in movement.causes}
            lost = "not_assessed" in (risk_before.current.level, risk_after.current.level)
            assert lost or {one.kind for one in movement.causes} & (MOVES_LEVELS - {CauseKind.SELECTION})
        if risk_before != risk_after:
            changed = risk_before.model_dump(exclude={"derivation"}) != risk_after.model_dump(exclude={"derivation"})
            assert movement is not None or not changed
        _steps_add_up(movement, risk_before.derivation.likelihood_steps, risk_after.derivation.likelihood_steps)
    assert {one.id for one in now.risks} - {one.id for one in was.risks} == {
        one.risk for one in told.values() if one.moved is Moved.ADDED
    }


def _steps_add_up(movement: Movement | None, before: int, after: int) -> None:
    """Steps on likelihood: those of the controls make the risk's, and those are the assessments' own difference."""
    steps = movement.steps.get("likelihood", 0) if movement else 0
    assert steps == after - before
    if movement:
        assert sum(one.steps.get("likelihood", 0) for one in movement.controls) == steps
        for facet in DIMENSIONS:
            assert sum(one.steps.get(facet, 0) for one in movement.controls) == movement.steps.get(facet, 0)


@given(worlds, worlds, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_has_no_bearing(before: World, after: World, random: Random) -> None:
    def shuffled(world: World) -> World:
        seen, known, files = ([*part] for part in world)
        for part in (seen, known, files):
            random.shuffle(part)
        return seen, tuple(known), files

    told = movements(assessed(before), assessed(after))
    assert movements(assessed(shuffled(before)), assessed(shuffled(after))).movements == told.movements


@given(worlds, worlds)
@settings(max_examples=40, deadline=None)
def test_the_way_back_is_the_way_there(before: World, after: World) -> None:
    was, now = assessed(before), assessed(after)
    there, back = movements(was, now).movements, movements(now, was).movements
    mirrored = {
        Moved.ADDED: Moved.REMOVED,
        Moved.HIGHER: Moved.LOWER,
        Moved.UNASSESSED: Moved.ASSESSED,
    }
    mirrored |= {value: key for key, value in mirrored.items()}
    assert [one.risk for one in there] == [one.risk for one in back]
    for one, other in zip(there, back, strict=True):
        assert mirrored.get(one.moved, one.moved) is other.moved
        assert {facet: -step for facet, step in one.steps.items()} == other.steps
        assert len(one.causes) == len(other.causes)
