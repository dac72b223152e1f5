"""Threads run both ways, and what is seeded outside them is found."""

from typing import Any

import pytest

from prosess.contracts.findings import State
from prosess.domain.text import Language
from ros.catalogue import scenarios
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import AnalysisFiles
from ros.trace import Gap, Thread, about, gaps, threads
from ros.trace.threads import TraceError
from ros.trace.told import gaps_headline, gaps_listing, markdown, threads_headline, threads_listing
from tests.ros.worlds import (
    COLLECTED,
    PROFILE,
    QUEUE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    text,
    urn,
    use,
)

ATTESTED = {"statement": text(), "by": "platform_owner", "every_days": 90}
A, B = urn(VAULT, "a"), urn(VAULT, "b")


def world(**changed: Any) -> tuple[tuple[Thread, ...], tuple[Gap, ...], AnalysisFiles]:
    known = (
        control("CTRL-NET", "PP-KV-001", select=[{"type": VAULT}]),
        control("CTRL-SAID", checks=[ATTESTED]),
        *changed.get("controls", ()),
    )
    leans = [
        use("CTRL-NET", likelihood=-1),
        use("CTRL-SAID", mechanism="folk", likelihood=-1),
        *changed.get("uses", ()),
    ]
    every = [
        risk(f"R{place:02}", controls=leans if place == 1 else (), scenario=one.id, **changed.get("risk", {}))
        for place, one in enumerate(scenarios(), 1)
    ]
    read = AnalysisFiles(
        analysis(**changed.get("head", {})), PROFILE, known, tuple(every[: changed.get("keep", len(every))])
    )
    graph = graph_of(node(VAULT, "a", data_class="health"), node(VAULT, "b"), *changed.get("nodes", ()))
    found = [finding("PP-KV-001", A), finding("PP-KV-001", B, State.FAIL), *changed.get("found", ())]
    findings = findings_of(graph, found)
    assessment = assess(read, Gathered(graph, findings, evidence_of(graph, findings)), as_of=COLLECTED.date())
    return threads(assessment, read), gaps(assessment, read, graph, findings), read


def test_a_thread_runs_from_the_risk_to_each_resource_and_tells_what_nobody_saw() -> None:
    found, _, _ = world()
    assert [(one.control, one.kind, one.check, one.resource, one.state.value) for one in found] == [
        ("CTRL-NET", "rules", "PP-KV-001", A, "pass"),
        ("CTRL-NET", "rules", "PP-KV-001", B, "fail"),
        ("CTRL-SAID", "attestation", None, None, "not_evaluated"),
    ]


@pytest.mark.parametrize("subject", ["R01", "CTRL-NET", "PP-KV-001", B, "b"])
def test_each_end_leads_back_to_the_risk(subject: str) -> None:
    assert {one.risk for one in about(world()[0], subject)} == {"R01"}


def test_a_name_that_nothing_has_is_refused() -> None:
    with pytest.raises(TraceError) as caught:
        about(world()[0], "R77")
    assert caught.value.code == "ROS_TRACE_UNKNOWN"


def test_a_whole_analysis_has_no_gap() -> None:
    assert world()[1] == ()


def test_each_seeded_gap_is_found_and_nothing_else() -> None:
    excluded = {"nb": f"{scenarios()[-1].id} gjelder ikke.", "nn": "x", "en": "x"}
    found = world(
        controls=[control("CTRL-IDLE")],
        uses=[use("CTRL-IDLE", mechanism="annet", likelihood=-1)],
        nodes=[node(QUEUE, "left", data_class="health"), node(QUEUE, "plain")],
        found=[finding("PP-SB-001", urn(QUEUE, "left"))],
        keep=len(scenarios()) - 2,
        head={"exclusions": [excluded]},
        risk={"applies_to": ()},
    )[1]
    assert [(one.kind, one.subject) for one in found] == [
        ("resource_without_risk", urn(QUEUE, "left")),
        ("control_without_check", "CTRL-IDLE"),
        ("rule_without_risk", "PP-SB-001"),
        ("scenario_not_judged", scenarios()[-2].id),
    ]


def test_a_selector_that_matches_nothing_is_a_gap() -> None:
    nowhere = control("CTRL-NOWHERE", "PP-KV-001", select=[{"type": "azure-native:sql:Server"}])
    found = world(controls=[nowhere], uses=[use("CTRL-NOWHERE", mechanism="x", likelihood=-1)])[1]
    assert [(one.kind, one.subject) for one in found] == [("selector_matches_nothing", "CTRL-NOWHERE")]


@pytest.mark.parametrize("language", list(Language))
def test_threads_and_gaps_are_told_in_every_language(language: Language) -> None:
    found, outside, read = world(
        controls=[control("CTRL-IDLE")],
        uses=[use("CTRL-IDLE", mechanism="annet", likelihood=-1)],
        nodes=[node(QUEUE, f"q{place}", data_class="health") for place in range(60)],
        keep=3,
    )
    for listing, headline in (
        (gaps_listing(outside, language, read), gaps_headline(outside, language)),
        (threads_listing(found, language, read, each=False), threads_headline(found, language)),
        (threads_listing(found, language, read, each=True), threads_headline(found, language)),
    ):
        page = markdown(headline, listing, language)
        assert headline in page
        assert len(page.splitlines()) <= 40
        assert "{" not in page
