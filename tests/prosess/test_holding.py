"""Whether an acceptance still holds: what breaks it, what does not, and that nothing better ever does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.contracts import State
from prosess.contracts.holding import RiskState, broken_by

LEVELS = ("low", "medium", "high", "critical")
RANKS = {level: rank for rank, level in enumerate(LEVELS)}
ACCEPTABLE = frozenset(LEVELS[:3])
ONE, OTHER = f"sha256:{'1' * 64}", f"sha256:{'2' * 64}"


def state(
    level: str = "medium", material: str | None = ONE, criteria: str | None = ONE, **controls: State
) -> RiskState:
    return RiskState(level, material, criteria, controls)


@pytest.mark.parametrize(
    ("accepted", "now", "because"),
    [
        (state(), state(), None),
        (state(), state("low"), None),
        (state(), state("high"), "level_raised"),
        (state(), state("not_assessed"), "level_raised"),
        (state("critical"), state("critical"), "level_raised"),
        (state("gone"), state("low"), "level_raised"),
        (state(), state(criteria=OTHER), "criteria_changed"),
        (state(), state(material=OTHER), "material_changed"),
        (state(material=None, criteria=None), state(material=OTHER, criteria=OTHER), None),
        (state(A=State.PASS), state(A=State.FAIL), "control_fails"),
        (state(A=State.PASS), state(A=State.NOT_EVALUATED), None),
        (state(A=State.PASS), state(), None),
        (state(A=State.FAIL), state(A=State.FAIL), None),
        (state(), state(A=State.FAIL), None),
    ],
)
def test_what_breaks_an_acceptance(accepted: RiskState, now: RiskState, because: str | None) -> None:
    assert broken_by(accepted, now, ranks=RANKS, acceptable=ACCEPTABLE) == because


states = st.builds(
    RiskState,
    st.sampled_from([*LEVELS, "not_assessed"]),
    st.sampled_from([None, ONE, OTHER]),
    st.sampled_from([None, ONE, OTHER]),
    st.dictionaries(st.sampled_from("ABC"), st.sampled_from(list(State))),
)


@given(states, states, st.sampled_from(LEVELS))
def test_what_holds_at_a_level_holds_at_every_lower_one(accepted: RiskState, now: RiskState, level: str) -> None:
    if broken_by(accepted, now, ranks=RANKS, acceptable=ACCEPTABLE) is not None or RANKS[level] > RANKS[now.level]:
        return
    lower = RiskState(level, now.material, now.criteria, now.controls)
    assert broken_by(accepted, lower, ranks=RANKS, acceptable=ACCEPTABLE) is None


@given(states)
def test_what_nobody_touched_holds_where_somebody_may_accept_it(same: RiskState) -> None:
    held = broken_by(same, same, ranks=RANKS, acceptable=ACCEPTABLE) is None
    assert held == (same.level in ACCEPTABLE)
