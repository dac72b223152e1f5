"""The negative control for the whole: on the example's own files, less proof never makes anything look better.

Some of the findings are turned to failures, dropped, or suppressed, for both the region's assessment and the pathway's
that inherits from it; then more of them. Every level must stay or rise each time, and so must the verdict and the gate.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Assessment, Verdict
from prosess.contracts.findings import Finding, Findings, State
from prosess.contracts.graph import Graph
from ros.check import check
from ros.criteria.profile import NOT_ASSESSED
from ros.engine import assess
from ros.evidence import Gathered
from ros.gate import Given, ask, exit_code
from ros.loading import load_analysis
from ros.model import AnalysisFiles
from tests.ros.test_example import everything_passes, resources
from tests.ros.worlds import evidence_of, finding, findings_of, graph_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "helse-sor-ost"
DAY = date(2023, 10, 5)
DROPPED = None
HARM = (State.FAIL, State.SUPPRESSED, State.NOT_EVALUATED, DROPPED)
WORLDS = ("ros", "ros-kols-siv", "within the limit")
"""The region's assessment, the pathway's, and the region's without what waits for people."""


@cache
def files(world: str) -> AnalysisFiles:
    if world != "within the limit":
        return load_analysis(EXAMPLE / world)
    whole = files("ros")
    return replace(whole, risks=tuple(risk for risk in whole.risks if risk.id not in ("R12", "R13")))


@cache
def graph() -> Graph:
    return graph_of(*resources())


@cache
def passing() -> tuple[Finding, ...]:
    return tuple(everything_passes(graph()))


def assessed(world: str, harmed: Mapping[int, State | None]) -> tuple[Assessment, int]:
    """Assess the example where some of its findings, by their place, are worse than a pass; give the exit code, too."""
    found = [
        one if place not in harmed else finding(one.rule, one.resource, state, expected=True, actual=None)
        for place, one in enumerate(passing())
        if (state := harmed.get(place, State.PASS)) is not DROPPED
    ]
    recorded = Findings.from_bytes(findings_of(graph(), found).to_bytes())
    assessment = assess(files(world), Gathered(graph(), recorded, evidence_of(graph(), recorded)), as_of=DAY)
    return assessment, exit_code(ask(Given(check(assessment, files(world)))))


@cache
def untouched(world: str) -> tuple[Assessment, int]:
    return assessed(world, {})


def badness(world: str, assessment: Assessment) -> dict[str, tuple[bool, int]]:
    """Risk → how bad its level is. One without a level is worse than any within the limit: it is never green."""
    profile = files(world).profile
    worst_within = len(profile.levels)
    return {
        risk.id: (
            profile.above_limit(risk.current.level),
            worst_within if risk.current.level == NOT_ASSESSED else profile.ranks[risk.current.level],
        )
        for risk in assessment.risks
    }


def no_better(world: str, before: tuple[Assessment, int], after: tuple[Assessment, int]) -> None:
    was, now = badness(world, before[0]), badness(world, after[0])
    assert {id_: now[id_] for id_ in now if now[id_] < was[id_]} == {}
    if before[0].verdict is not Verdict.ACCEPTABLE:
        assert after[0].verdict is not Verdict.ACCEPTABLE
    if before[1] != 0:
        assert after[1] != 0


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(WORLDS), st.data())
def test_less_proof_never_makes_a_level_lower_or_the_verdict_better(world: str, data: st.DataObject) -> None:
    places = st.integers(0, len(passing()) - 1)
    some = data.draw(st.dictionaries(places, st.sampled_from(HARM), max_size=len(passing())))
    more = {**data.draw(st.dictionaries(places, st.sampled_from(HARM), max_size=12)), **some}
    harmed, worse = assessed(world, some), assessed(world, more)
    no_better(world, untouched(world), harmed)
    no_better(world, harmed, worse)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("harm", HARM)
def test_without_any_proof_nothing_is_acceptable(world: str, harm: State | None) -> None:
    everything = assessed(world, dict.fromkeys(range(len(passing())), harm))
    no_better(world, untouched(world), everything)
    assert everything[0].verdict is not Verdict.ACCEPTABLE
    assert everything[1] != 0


def test_the_world_within_the_limit_is_acceptable_as_it_stands() -> None:
    """Or else the laws above would never see a verdict turn."""
    assert untouched("within the limit")[0].verdict is Verdict.ACCEPTABLE
    assert untouched("within the limit")[1] == 0
    assert untouched("ros")[0].verdict is Verdict.ABOVE_LIMIT
