"""What lapses, expires and falls due, on which day, with the level that follows and whom to tell."""

from datetime import date, timedelta
from typing import Any

import pytest

from prosess.contracts.findings import State, Suppression
from prosess.domain.role import Role
from prosess.domain.text import Language
from ros.engine import assess
from ros.evidence import Gathered
from ros.forecast import Turn, forecast
from ros.forecast.told import headline, listing, markdown
from ros.model import AcceptedRisk, AnalysisFiles, Attested
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
    PROFILE,
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

DAY = COLLECTED.date()
GRAPH = graph_of(node(VAULT, "a"), node(VAULT, "b"))
SAID = {"statement": text(), "by": "platform_owner", "every_days": 30}
CONTROLS = (
    control("CTRL-NET", "PP-KV-001", select=[{"type": VAULT}]),
    control("CTRL-PURGE", "PP-KV-002", select=[{"type": VAULT}]),
    control("CTRL-SAID", checks=[SAID]),
)
MEASURE = {"option": "reduce", "action": text(), "responsible": "owner"}


def world(**changed: Any) -> tuple[AnalysisFiles, Gathered]:
    excused = Suppression(reason="grunn", owner="plattform", expires=DAY + timedelta(days=3))
    found = [
        finding("PP-KV-001", urn(VAULT, "a")),
        finding("PP-KV-001", urn(VAULT, "b")),
        finding("PP-KV-002", urn(VAULT, "a"), State.SUPPRESSED, suppression=excused),
        finding("PP-KV-002", urn(VAULT, "b")),
    ]
    files = [
        risk("R01", controls=[use("CTRL-NET", likelihood=-2)]),
        risk("R02", controls=[use("CTRL-PURGE", likelihood=-2)]),
        risk("R03", controls=[use("CTRL-SAID", likelihood=-2)]),
        risk(
            "R04",
            treatment=[
                {**MEASURE, "due": (DAY + timedelta(days=20)).isoformat(), "state": "planned"},
                {**MEASURE, "due": (DAY + timedelta(days=21)).isoformat(), "state": "verified"},
                {**MEASURE, "due": (DAY - timedelta(days=5)).isoformat(), "state": "proposed"},
            ],
        ),
    ]
    findings = findings_of(GRAPH, found)
    attested = Attested(
        id="a-1",
        control="CTRL-SAID",
        by=Role.PLATFORM_OWNER,
        digest="sha256:" + "a" * 64,
        on=DAY,
        until=DAY.replace(year=2024),
    )
    read = AnalysisFiles(analysis(**changed), PROFILE, CONTROLS, tuple(files))
    return read, Gathered(GRAPH, findings, evidence_of(GRAPH, findings), attestations=(attested,))


def turned(kind: str, *, days: int = 90, accepted: tuple[AcceptedRisk, ...] = (), **changed: Any) -> list[Turn]:
    files, gathered = world(**changed)
    found = forecast(files, gathered, as_of=DAY, days=days, acceptances=accepted)
    assert list(found) == sorted(found, key=lambda one: one.on)
    return [one for one in found if one.kind == kind]


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_evidence_lapses_on_the_day_that_the_gate_would_say_so() -> None:
    rules, said = turned("evidence_lapses")
    # Collected at ten in Oslo for seven days: over at the end of the seventh.
    assert (rules.on, rules.subject) == (after(7), "rules")
    assert [(one.risk, one.before, one.after) for one in rules.levels] == [
        ("R01", "medium", "high"),
        ("R02", "high", "high"),  # its control fails: the level stands, and the gate has no answer to give
    ]
    assert rules.tell == ("owner", "platform_engineer")
    assert (said.on, said.subject) == (after(31), "attestation:a-1")
    assert [one.risk for one in said.levels] == ["R03"]
    assert said.tell == ("owner", "platform_owner")
    files, gathered = world()
    for turn in (rules, said):
        stale = {
            offset: {
                one.id for one in assess(files, gathered, as_of=turn.on + timedelta(days=offset)).risks if one.stale
            }
            for offset in (-1, 0)
        }
        assert stale[0] - stale[-1] == {one.risk for one in turn.levels}


def test_an_exemption_falls_the_day_after_its_last() -> None:
    (one,) = turned("exemption_expires")
    assert one.on == after(4)
    assert [level.risk for level in one.levels] == ["R02"]
    assert one.tell == ("owner", "plattform")


def test_an_acceptance_is_told_ninety_thirty_seven_days_ahead_and_on_the_day() -> None:
    held = AcceptedRisk(
        risk="R04", data_controller=CONTROLLER, state="active", level="very-high", until=after(90)
    ).model_copy(update={"level": PROFILE.levels[-1].id})
    if not PROFILE.levels[-1].accepted_by:
        held = held.model_copy(update={"level": PROFILE.levels[-2].id})
    found = turned("acceptance_expires", accepted=(held,))
    assert [(one.on, one.facts["days"]) for one in found] == [
        (after(0), 90),
        (after(60), 30),
        (after(83), 7),
        (after(90), 0),
    ]
    assert found[0].tell == (CONTROLLER, "owner")
    assert [one.facts["days"] for one in turned("acceptance_expires", accepted=(held,), days=60)] == [90, 30]


def test_open_measures_fall_due_and_what_is_late_stands_first() -> None:
    late, due = turned("measure_due")
    assert (late.on, late.facts["overdue"]) == (DAY, True)
    assert (due.on, due.facts["overdue"], due.facts["number"]) == (after(20), False, 1)
    assert due.tell == ("owner",)
    assert turned("measure_due", days=19) == [late]


def test_reviews_and_the_decision_fall_due() -> None:
    (review,) = turned("review_due", review={"every_days": 30, "last": "2023-09-20"})
    assert (review.on, review.tell) == (date(2023, 10, 20), ("author",))
    asked = {"decision": text(), "of": "owner", "by": "2023-11-01"}
    assert [one.tell for one in turned("decision_due", asked=asked)] == [("owner",)]
    assert turned("decision_due", asked=asked, state="accepted") == []


@pytest.mark.parametrize("language", list(Language))
def test_a_forecast_is_told_and_is_the_same_twice(language: Language) -> None:
    files, gathered = world(review={"every_days": 30, "last": "2023-09-20"})
    pages = []
    for _ in range(2):
        turns = forecast(files, gathered, as_of=DAY)
        told = headline(turns, language, files, start=DAY, until=after(90))
        pages.append(markdown(told, listing(turns, language, files), language))
    assert pages[0] == pages[1]
    assert "{" not in pages[0]
    assert len(pages[0].splitlines()) <= 40
    assert headline((), language, files, start=DAY, until=after(1))
