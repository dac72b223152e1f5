"""The pathway's assessment of the example: what it inherits is told by name, and its targets can be reached."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from prosess.contracts.assessment import Assessment, GateAnswer, GateReason
from prosess.domain.text import Language
from ros.check import check
from ros.diff import movements
from ros.diff.told import listings
from ros.engine import assess
from ros.evidence import Gathered
from ros.forecast import Turn
from ros.forecast.told import listing as turns_told
from ros.gate import Given
from ros.gate.told import listing as gates_told
from ros.lint import lint
from ros.loading import load_analysis
from ros.model import AnalysisFiles
from ros.wording.parties import who
from tests.ros.worlds import findings_of, graph_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "helse-sor-ost"
DAY = date(2023, 10, 5)
OWNER = "risikoeier-sp"
"""Owns risks that are inherited, and is a party of the parent alone."""


@cache
def files() -> AnalysisFiles:
    return load_analysis(EXAMPLE / "ros-kols-siv")


def assessed(given: AnalysisFiles) -> Assessment:
    graph = graph_of()
    return assess(given, Gathered(graph, findings_of(graph, []), None), as_of=DAY)


def name(language: Language) -> str:
    return load_analysis(EXAMPLE / "ros").analysis.party(OWNER).title.in_language(language)  # type: ignore[union-attr]


@pytest.mark.parametrize("language", list(Language))
def test_an_inherited_owner_is_told_by_name(language: Language) -> None:
    assert files().analysis.party(OWNER) is None
    inherited = [id_ for id_ in files().origins if files().risk(id_).owner == OWNER]  # type: ignore[union-attr]
    assert inherited
    assert who(OWNER, language, files()) == name(language)

    reason = GateReason(code="no_level", subject=inherited[0], unblocked_by=(OWNER,))
    answer = GateAnswer(gate="level", state="not_assessed", reasons=(reason,))
    gates = gates_told((answer,), Given(check(assessed(files()), files())), language)
    assert name(language) in gates.rows[0]

    turn = Turn(
        on=DAY,
        kind="review_due",
        subject=inherited[0],
        facts={"due": DAY.isoformat(), "last": DAY.isoformat()},
        tell=(OWNER,),
    )
    assert name(language) in turns_told((turn,), language, files()).rows[0]


def test_of_a_difference_an_inherited_owner_is_told_by_name() -> None:
    risen = [
        one.model_copy(update={"inherent": one.inherent.model_copy(update={"likelihood": 1})})
        if one.owner == OWNER
        else one
        for one in files().risks
    ]
    before, after = assessed(files()), assessed(replace(files(), risks=tuple(risen)))
    look = listings(movements(before, after), Language.NN, files(), all_causes=True)[2]
    people = {row[0] for row in look.rows}
    assert name(Language.NN) in people
    assert OWNER not in people


@pytest.mark.parametrize("folder", ["ros", "ros-kols-siv"])
def test_no_target_of_the_example_is_out_of_reach(folder: str) -> None:
    assert [one for one in lint(load_analysis(EXAMPLE / folder)) if one.id == "ROS-L030"] == []


def test_the_inherited_target_is_out_of_reach_where_the_file_that_holds_the_risk_up_has_none() -> None:
    parents = load_analysis(EXAMPLE / "ros").risk("R11")
    held = files().risk("R11")
    assert parents is not None
    assert held is not None
    assert held.target != parents.target
    without = held.model_copy(update={"target": parents.target})
    found = lint(replace(files(), risks=(without,)))
    assert [(one.where, dict(one.facts)["facet"]) for one in found if one.id == "ROS-L030"] == [
        ("R11", "patient_safety")
    ]
