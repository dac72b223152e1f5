"""Each gate opens, closes and cannot tell; the default ones say what the verdict says."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Assessment, DutyReason, GateAnswer, GateName, PrivacyDuty
from prosess.contracts.findings import Finding, State
from prosess.domain.role import Role
from prosess.domain.text import Language
from ros.check import Check
from ros.criteria import read_profile
from ros.engine import assess
from ros.evidence import Gathered
from ros.gate import GATES, Given, ask, exit_code, held_against, invalid, read_baseline
from ros.gate.baseline import BaselineError
from ros.gate.told import better, listing, markdown
from ros.lint import lint
from ros.model import AcceptedRisk, AnalysisFiles, Attested, Control, RiskFile
from tests.ros.test_engine_laws import GRAPH as LAWS_GRAPH
from tests.ros.test_engine_laws import as_findings, controls, found, risks
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
    urn,
    use,
)

DAY = COLLECTED.date()
GRAPH = graph_of(node(VAULT, "a"))
CONTROL = control("CTRL-NET", "PP-KV-001", select=[{"type": VAULT}])
LEANS = [use("CTRL-NET", likelihood=-2)]


def checked(
    *,
    state: State = State.PASS,
    files: Sequence[RiskFile] | None = None,
    own: Sequence[Control] = (CONTROL,),
    accepted: Sequence[AcceptedRisk] = (),
    seen: Sequence[Finding] | None = None,
    day: date = DAY,
    profile: Any = PROFILE,
) -> Check:
    read = AnalysisFiles(
        analysis(profile),
        profile,
        tuple(own),
        tuple(files if files is not None else [risk(controls=LEANS)]),
        own_controls=frozenset(one.id for one in own),
    )
    rows = [finding("PP-KV-001", urn(VAULT, "a"), state)] if seen is None else seen
    findings = findings_of(GRAPH, rows)
    gathered = Gathered(GRAPH, findings, evidence_of(GRAPH, findings))
    return Check(assess(read, gathered, as_of=day, acceptances=accepted), read)


def answer(gate: GateName, given_: Given) -> GateAnswer:
    (one,) = ask(given_, (gate,))
    return one


def codes(one: GateAnswer) -> list[tuple[str, str]]:
    return [(reason.code, reason.subject) for reason in one.reasons]


def acceptance(**more: Any) -> AcceptedRisk:
    return AcceptedRisk(
        **{
            "risk": "R01",
            "data_controller": CONTROLLER,
            "state": "active",
            "level": "high",
            "until": DAY,
            **more,
        }
    )


def test_a_level_above_the_limit_closes_and_names_who_can_open() -> None:
    one = answer("level", Given(checked(state=State.FAIL)))
    assert (one.state, codes(one)) == ("closed", [("above_limit", "R01")])
    assert one.reasons[0].unblocked_by == (CONTROLLER, "owner")
    assert answer("level", Given(checked())).state == "open"
    assert answer("level", Given(checked(state=State.FAIL, accepted=[acceptance()]))).state == "open"


def test_an_acceptance_that_ran_out_closes_the_day_after_its_last() -> None:
    for days, state in ((0, "open"), (1, "closed")):
        held = [acceptance()]
        one = answer("expired", Given(checked(state=State.FAIL, accepted=held, day=DAY + timedelta(days=days))))
        assert one.state == state
    assert one.reasons[0].unblocked_by == (CONTROLLER,)
    # A risk that no longer needs it is not held back by it.
    assert answer("expired", Given(checked(accepted=held, day=DAY + timedelta(days=1)))).state == "open"


def test_evidence_that_lapsed_leaves_the_gate_without_an_answer() -> None:
    one = answer("lapsed", Given(checked(day=DAY + timedelta(days=30))))
    assert (one.state, codes(one)) == ("not_assessed", [("stale", "R01")])
    assert one.reasons[0].facts["lapsed"] == "high"
    assert exit_code([one]) == 4


def test_new_or_worse_closes_and_better_does_not_follow_by_itself() -> None:
    good, bad = checked(), checked(state=State.FAIL)
    worse = answer("new-or-worse", Given(bad, good.assessment))
    assert (worse.state, codes(worse)) == ("closed", [("worse", "R01")])
    assert worse.against == good.assessment.digest
    same = Given(bad, bad.assessment)
    assert answer("new-or-worse", same).state == "open"
    improved = Given(good, bad.assessment)
    assert answer("new-or-worse", improved).state == "open"
    assert better(improved, Language.EN)
    assert better(same, Language.EN) is None


def test_a_new_risk_closes_above_the_limit_only() -> None:
    before = checked().assessment
    for likelihood, state in ((1, "open"), (4, "closed")):
        now = checked(files=[risk(controls=LEANS), risk("R02", likelihood=likelihood)])
        assert answer("new-or-worse", Given(now, before)).state == state


def test_a_level_that_is_lost_is_not_better() -> None:
    now = checked(seen=[finding("PP-XX-001", urn(VAULT, "a"))], files=[risk(controls=LEANS, likelihood=2)])
    then = checked(files=[risk(controls=LEANS, likelihood=2)])
    one = answer("new-or-worse", Given(now, then.assessment))
    assert (one.state, codes(one)) == ("not_assessed", [("lost_its_level", "R01")])


def test_other_criteria_and_no_baseline_cannot_be_told() -> None:
    other = read_profile("illustrative-5x5@1")
    assert codes(answer("new-or-worse", Given(checked(), checked(profile=other).assessment)))[0][0] == "other_criteria"
    assert codes(answer("new-or-worse", Given(checked()))) == [("no_baseline", "prove")]


def test_orphans_are_found_on_every_side() -> None:
    unused = control("CTRL-UNUSED", "PP-KV-001")
    gone = checked(files=[risk(controls=LEANS), risk("R09")]).assessment
    attested = Attested(
        id="a-1", control="CTRL-GONE", by=Role.PLATFORM_OWNER, digest="sha256:" + "a" * 64, on=DAY, until=DAY
    )
    given_ = Given(checked(own=[CONTROL, unused]), gone, accepted=(acceptance(risk="R08"),), attested=(attested,))
    one = answer("orphans", given_)
    assert one.state == "closed"
    assert set(codes(one)) == {
        ("acceptance", "R08"),
        ("attestation", "a-1"),
        ("baseline_entry", "R09"),
        ("own_control", "CTRL-UNUSED"),
    }
    assert answer("orphans", Given(checked())).state == "open"


@pytest.mark.parametrize("gate", GATES)
def test_no_gate_is_open_over_evidence_that_proves_nothing(gate: GateName) -> None:
    one = answer(gate, Given(checked(seen=[]), checked().assessment))
    assert one.state == "not_assessed"


@given(controls, risks, found, st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_the_default_gates_say_what_the_verdict_says(
    made: tuple[Control, ...], files: list[RiskFile], triples: list[tuple[str, str, State]], days: int
) -> None:
    read = AnalysisFiles(analysis(), PROFILE, tuple(made), tuple(files))
    findings = findings_of(LAWS_GRAPH, as_findings(triples))
    gathered = Gathered(LAWS_GRAPH, findings, evidence_of(LAWS_GRAPH, findings))
    check = Check(assess(read, gathered, as_of=DAY + timedelta(days=days)), read)
    assert exit_code(ask(Given(check))) == check.exit_code
    # Held against itself nothing is new or worse.
    if not check.refused:
        assert answer("new-or-worse", Given(check, check.assessment)).state == "open"


def test_a_closed_gate_weighs_more_than_one_that_cannot_tell() -> None:
    assert exit_code([GateAnswer(gate="lapsed", state="not_assessed"), GateAnswer(gate="level", state="closed")]) == 1
    assert exit_code([GateAnswer(gate="level", state="open")]) == 0


def test_a_baseline_is_read_and_is_of_this_analysis(tmp_path: Path) -> None:
    kept = checked().assessment
    path = tmp_path / "baseline.json"
    path.write_bytes(kept.to_bytes())
    assert held_against(read_baseline(path), kept) == kept
    path.write_bytes(kept.to_bytes()[:-40])
    for wrong, code in ((path, "ROS_BASELINE_UNREADABLE"), (tmp_path / "none.json", "ROS_BASELINE_MISSING")):
        with pytest.raises(BaselineError) as caught:
            read_baseline(wrong)
        assert caught.value.code == code
    with pytest.raises(BaselineError) as caught:
        held_against(kept.model_copy(update={"id": "other"}), kept)
    assert caught.value.code == "ROS_BASELINE_OF_ANOTHER"


def test_only_what_names_nothing_makes_an_analysis_invalid() -> None:
    def wrong(**changed: Any) -> set[str]:
        return {one.id for one in invalid(lint(checked(**changed).files, rules={"PP-KV-001"}))}

    assert wrong() == set()
    assert wrong(files=[risk(controls=[use("CTRL-NONE", likelihood=-1)])]) == {"ROS-L005"}
    assert wrong(own=[control("CTRL-NET", "PP-KV-999")]) == {"ROS-L006"}
    assert wrong(files=[risk(controls=LEANS, owner="nobody")]) == {"ROS-L013"}
    assert wrong(files=[risk(controls=LEANS, owner=None)]) == set()


@pytest.mark.parametrize("language", list(Language))
def test_every_answer_is_told_on_a_page_that_fits(language: Language) -> None:
    many = [risk(f"R{place:02}", controls=LEANS) for place in range(1, 81)]
    now = checked(files=many, state=State.FAIL, day=DAY + timedelta(days=30), own=[CONTROL, control("CTRL-X")])
    given_ = Given(now, checked(files=many[:40]).assessment, accepted=(acceptance(risk="R99"),))
    answers = ask(given_, GATES)
    page = markdown(answers, given_, language)
    assert len(page.splitlines()) <= 40
    assert "<details>" in page
    assert "{" not in page
    told = listing(answers, given_, language)
    assert sum(1 for row in told.rows if row[0]) == len(GATES)
    assert isinstance(now.assessment.model_copy(update={"gates": answers}), Assessment)


@pytest.mark.parametrize("language", list(Language))
def test_what_data_protection_asks_for_is_told_while_it_is_not_done(language: Language) -> None:
    def page(state: str) -> tuple[str, str]:
        told = checked()
        reason = DutyReason(code="transfer_reached", facts={"country": "IN"})
        duty = PrivacyDuty.model_validate({"duty": "transfer_assessment", "state": state, "because": (reason,)})
        found = Check(told.assessment.model_copy(update={"privacy": (duty,)}), told.files)
        shown = Given(found, None)
        return found.table(language), markdown(ask(shown, ()), shown, language)

    assert all("IN" in text for text in page("needed"))
    assert all("IN" in text for text in page("undecided"))
    assert not any("IN" in text for text in (*page("done"), *page("not_needed")))
