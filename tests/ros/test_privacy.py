"""What data protection law asks for: when an impact assessment, a prior consultation and a transfer assessment."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.contracts.assessment import Assessment, PrivacyDuty
from prosess.documents import read
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import Analysis, AnalysisFiles, RiskFile
from ros.privacy import CONSULTATION_LASTS, Processing, duties, with_duties
from ros.report.duties import duty_words
from tests.ros.worlds import (
    COLLECTED,
    DIMENSIONS,
    PROFILE,
    VAULT,
    analysis,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    text,
    urn,
)

DAY = COLLECTED.date()
KOLS = read(Pathway, Path(__file__).parents[2] / "examples/helse-sor-ost/pathways/kols-siv.yaml")
NORWAY = Processing(stored_in=frozenset({"NO"}), reached_from=frozenset({"NO"}))
HIGH: dict[str, Any] = {"likelihood": 4, "consequence": 3}
LOW: dict[str, Any] = {"likelihood": 1, "consequence": 1}


def assessed(*risks: RiskFile, head: Analysis) -> Assessment:
    graph = graph_of(node(VAULT, "keys"))
    findings = findings_of(graph, [finding("PP-KV-002", urn(VAULT, "keys"))])
    files = AnalysisFiles(head, PROFILE, (), risks)
    return assess(files, Gathered(graph, findings, evidence_of(graph, findings)), as_of=DAY)


def world(rated: dict[str, Any], **privacy: Any) -> tuple[Assessment, Analysis]:
    asked = {"decision": text(), "of": "owner", "by": "2024-06-01"}
    changes: dict[str, Any] = {"privacy": privacy} if privacy else {}
    head = analysis(asked=asked, **changes)
    return assessed(risk(**rated), head=head), head


def found(rated: dict[str, Any], processing: Processing = NORWAY, **privacy: Any) -> dict[str, PrivacyDuty]:
    assessment, head = world(rated, **privacy)
    return {one.duty: one for one in duties(assessment, head, PROFILE, processing)}


def codes(duty: PrivacyDuty) -> list[str]:
    return [one.code for one in duty.because]


def test_the_example_pathway_needs_an_impact_assessment() -> None:
    duty = found(LOW, Processing.of(KOLS))["dpia"]
    assert duty.state == "needed"
    assert {"dpia_signs", "dpia_team_says"} <= set(codes(duty))


def test_one_sign_alone_does_not_ask_for_an_impact_assessment_and_two_do() -> None:
    one = found(LOW, criteria=["new_technology"])["dpia"]
    two = found(LOW, criteria=["new_technology", "large_scale"])["dpia"]
    assert (one.state, codes(one)) == ("not_needed", ["dpia_few_signs"])
    assert (two.state, codes(two)) == ("needed", ["dpia_signs"])


def test_nothing_stated_is_undecided_not_unnecessary() -> None:
    duty = found(LOW, Processing())
    assert {one.state for one in duty.values()} == {"undecided"}


def test_a_high_risk_to_the_persons_asks_for_one_whatever_the_signs() -> None:
    assert codes(found(HIGH)["dpia"]) == ["dpia_high_risk"]


def test_an_impact_assessment_counts_from_the_day_it_was_made() -> None:
    made = {"on": DAY.isoformat(), "reference": "24/00123"}
    later = {"on": date(2030, 1, 1).isoformat(), "reference": "24/00123"}
    assert found(HIGH, dpia=made)["dpia"].state == "done"
    assert found(HIGH, dpia=later)["dpia"].state == "needed"


def test_high_residual_risk_asks_for_prior_consultation_fourteen_weeks_ahead() -> None:
    duty = found(HIGH)["prior_consultation"]
    assert duty.state == "needed"
    assert duty.by == date(2024, 6, 1) - CONSULTATION_LASTS
    assert "consultation_lead_time" in codes(duty)


def test_a_start_that_is_too_near_says_that_it_must_move() -> None:
    duty = found(HIGH, begins="2023-11-01")["prior_consultation"]
    assert "consultation_too_late" in codes(duty)


def test_a_risk_to_availability_alone_is_no_matter_of_prior_consultation() -> None:
    consequence = dict.fromkeys(DIMENSIONS, 1) | {"availability": 4}
    head = analysis(privacy={"criteria": ["new_technology", "large_scale"]})
    rated = assessed(risk(likelihood=4, consequence=consequence), head=head)
    assert rated.risks[0].current.level == "high"
    duty = {one.duty: one for one in duties(rated, head, PROFILE, NORWAY)}["prior_consultation"]
    assert (duty.state, codes(duty)) == ("not_needed", ["consultation_no_high_risk"])


def test_a_plan_is_told_and_does_not_take_the_duty_away() -> None:
    head = analysis()
    rated = assessed(risk(**HIGH, target={"likelihood": 1}), head=head)
    duty = {one.duty: one for one in duties(rated, head, PROFILE, NORWAY)}["prior_consultation"]
    assert duty.state == "needed"
    assert "consultation_plan_lowers" in codes(duty)


def test_asked_is_done() -> None:
    asked = {"on": DAY.isoformat(), "reference": "24/00124"}
    assert found(HIGH, prior_consultation=asked)["prior_consultation"].state == "done"


@pytest.mark.parametrize(
    ("processing", "code"),
    [
        (replace(NORWAY, stored_in=frozenset({"IN"})), "transfer_stored"),
        (replace(NORWAY, reached_from=frozenset({"IN"})), "transfer_reached"),
    ],
    ids=["stored", "reached"],
)
def test_a_third_country_demands_an_assessment_by_storage_and_by_access(processing: Processing, code: str) -> None:
    duty = found(LOW, processing)["transfer_assessment"]
    assert duty.state == "needed"
    assert codes(duty) == [code, "transfer_without_ground"]


def test_an_assessed_transfer_is_done_and_one_of_two_is_not_enough() -> None:
    def transfer(country: str, **more: Any) -> dict[str, Any]:
        return {"country": country, "purpose": text(), "ground": "standard_clauses", **more}

    known = transfer("IN", assessed={"on": DAY.isoformat(), "reference": "24/00125"})
    reached = replace(NORWAY, reached_from=frozenset({"IN", "US"}))
    assert (
        found(LOW, replace(NORWAY, reached_from=frozenset({"IN"})), transfers=[known])["transfer_assessment"].state
        == "done"
    )
    both = found(LOW, reached, transfers=[known, transfer("US")])["transfer_assessment"]
    assert both.state == "needed"
    assert {"transfer_assessed", "transfer_not_assessed"} <= set(codes(both))


def test_inside_the_eea_nothing_is_a_transfer() -> None:
    duty = found(LOW, replace(NORWAY, reached_from=frozenset({"NO", "SE", "IS"})))["transfer_assessment"]
    assert (duty.state, codes(duty)) == ("not_needed", ["transfer_none"])


@given(likelihood=st.integers(1, 4), consequence=st.integers(1, 4), worse=st.integers(0, 3))
def test_a_worse_risk_never_takes_a_duty_away(likelihood: int, consequence: int, worse: int) -> None:
    order = ("undecided", "not_needed", "done", "needed")
    before = found({"likelihood": likelihood, "consequence": consequence}, criteria=["large_scale"])
    after = found({"likelihood": min(4, likelihood + worse), "consequence": consequence}, criteria=["large_scale"])
    for duty, one in before.items():
        assert order.index(after[duty].state) >= order.index(one.state)


def test_levels_and_verdict_are_untouched() -> None:
    assessment, head = world(HIGH)
    told = with_duties(assessment, head, PROFILE, NORWAY)
    assert told.privacy
    assert told.model_copy(update={"privacy": ()}) == assessment


@pytest.mark.parametrize("language", list(Language))
def test_every_duty_is_told_in_every_language(language: Language) -> None:
    for privacy in ({}, {"dpia": {"on": DAY.isoformat(), "reference": "24/1"}}):
        for rated in (HIGH, LOW):
            for processing in (NORWAY, Processing(), Processing.of(KOLS), replace(NORWAY, stored_in=frozenset({"US"}))):
                for duty in found(rated, processing, **privacy).values():
                    name, state, reasons = duty_words(duty, language)
                    assert name
                    assert state
                    assert all(one.endswith(".") for one in reasons)
