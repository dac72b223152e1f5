"""State machines: whole, reachable, and they refuse what does not apply."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.domain.machine import MACHINES, TransitionError


@pytest.mark.parametrize("machine", MACHINES.values(), ids=lambda machine: machine.name)
def test_every_state_is_reachable_and_declared(machine: Any) -> None:
    seen, waiting = set(), [machine.initial]
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting += machine.transitions[state].values()
    assert seen == machine.states == set(machine.transitions)


ENDING = [machine for machine in MACHINES.values() if not all(machine.transitions.values())]


@pytest.mark.parametrize("machine", ENDING, ids=lambda machine: machine.name)
def test_an_end_can_be_reached_from_every_state(machine: Any) -> None:
    good = {state for state, events in machine.transitions.items() if not events}
    while more := {state for state, events in machine.transitions.items() if good & set(events.values())} - good:
        good |= more
    assert good == machine.states


def test_only_a_dependency_never_ends() -> None:
    assert set(MACHINES) - {machine.name for machine in ENDING} == {"dependency"}


def test_names_are_unique_and_stable() -> None:
    assert list(MACHINES) == [
        "tenant", "pathway", "assessment", "dependency", "agreement", "access_grant", "break_the_glass", "acceptance",
    ]  # fmt: skip
    assert all(name == machine.name for name, machine in MACHINES.items())


@given(st.data())
def test_an_event_applies_exactly_where_it_is_declared(data: Any) -> None:
    machine = data.draw(st.sampled_from(list(MACHINES.values())))
    state = data.draw(st.sampled_from(sorted(machine.states)))
    every = sorted({event for events in machine.transitions.values() for event in events})
    event = data.draw(st.sampled_from(every))
    if event in machine.transitions[state]:
        assert machine.next(state, event) == machine.transitions[state][event]
    else:
        with pytest.raises(TransitionError) as caught:
            machine.next(state, event)
        assert caught.value.facts["allowed"] == sorted(machine.transitions[state])


def test_the_assessment_is_accepted_only_after_review_and_by_another_step() -> None:
    machine = MACHINES["assessment"]
    into = {
        (state, event)
        for state, events in machine.transitions.items()
        for event, to in events.items()
        if to == "accepted"
    }
    assert into == {("pending_acceptance", "accept")}
    assert machine.next(machine.next("in_review", "recommend"), "ask_for_acceptance") == "pending_acceptance"


def test_a_state_that_is_not_there_refuses_everything() -> None:
    with pytest.raises(TransitionError):
        MACHINES["tenant"].next("nowhere", "activate")
