"""Evidence of several kinds: who may answer what, which of two answers counts, and each source's own time."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from prosess.contracts.assessment import Assessment, Risk, Verdict
from prosess.contracts.canonical import digest
from prosess.contracts.findings import Finding, State
from prosess.domain.role import Role
from ros.engine import assess
from ros.evidence import Gathered, Scanned, TestedCase, TestRun
from ros.model import AnalysisFiles, Attested, Control, RiskFile, Selector
from tests.ros.worlds import (
    COLLECTED,
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
KEYS = urn(VAULT, "keys")
WORLD = graph_of(node(VAULT, "keys"))
PASSED = finding("PP-KV-002", KEYS)
VAULTS = Selector(type=VAULT)
RESTORE = {"test": "restore::*", "every_days": 30}
SWORN = {"statement": {"nb": "øvd"}, "by": "platform_owner", "every_days": 180, "facts": ["restored-at"]}
CKV = {"rule": "CKV_AZURE_110", "select": {"type": VAULT}}


def leaning(*controls: str) -> RiskFile:
    uses = [use(one, mechanism=one.lower(), likelihood=-1) for one in controls]
    return risk(controls=uses, applies_to=[VAULTS])


def checked(id_: str, *checks: dict[str, Any]) -> Control:
    return control(id_, checks=list(checks))


def scan(*found: Finding, days: float = 7, graph: Any = WORLD, collected: datetime = COLLECTED) -> Scanned:
    findings = findings_of(graph, found)
    return Scanned(findings, findings.digest, collected, collected + timedelta(days=days))


def run(*states: State, collected: datetime = COLLECTED, first: int = 0) -> TestRun:
    cases = tuple(TestedCase(f"restore::{number}", state) for number, state in enumerate(states, first))
    return TestRun(cases, digest(repr((cases, collected)).encode()), collected)


def sworn(
    id_: str = "restore-autumn",
    by: Role = Role.PLATFORM_OWNER,
    on: date = DAY,
    until: date = DAY + timedelta(days=365),
    **facts: str,
) -> Attested:
    return Attested(
        id=id_,
        control="CTRL-A",
        by=by,
        digest=digest(id_.encode()),
        on=on,
        until=until,
        facts={name.replace("_", "-"): value for name, value in facts.items()},
    )


def judged(
    *controls: Control,
    own: Sequence[Finding] = (PASSED,),
    scans: Sequence[Scanned] = (),
    tests: Sequence[TestRun] = (),
    attestations: Sequence[Attested] = (),
    as_of: date = DAY,
    days: float = 7,
) -> tuple[Assessment, Risk]:
    findings = findings_of(WORLD, own)
    gathered = Gathered(
        WORLD, findings, evidence_of(WORLD, findings, days=days), tuple(scans), tuple(tests), tuple(attestations)
    )
    files = AnalysisFiles(analysis(), PROFILE, controls, (leaning(*(one.id for one in controls)),))
    assessment = assess(files, gathered, as_of=as_of)
    return assessment, assessment.risks[0]


def because(*checks: dict[str, Any], **given: Any) -> str:
    return judged(checked("CTRL-A", *checks), **given)[1].derivation.controls[0].because


OF_RULE = {"rule": "PP-KV-002"}


def test_a_check_of_checkov_is_answered_by_a_scan_and_by_nothing_else() -> None:
    assert because(CKV, scans=[scan(finding("CKV_AZURE_110", KEYS))]) == "all_pass"
    assert because(CKV) == "no_finding"
    assert because(CKV, scans=[scan(finding("CKV_AZURE_110", KEYS, State.SUPPRESSED))]) == "a_resource_is_suppressed"
    # A scan speaks for Checkov alone: what it says of our own rules is not evidence.
    assert because(OF_RULE, own=[finding("PP-KV-001", KEYS)], scans=[scan(PASSED)]) == "no_finding"


def test_of_two_scans_that_disagree_the_worse_counts() -> None:
    good, bad = scan(finding("CKV_AZURE_110", KEYS)), scan(finding("CKV_AZURE_110", KEYS, State.FAIL))
    assert because(CKV, scans=[good, bad]) == because(CKV, scans=[bad, good]) == "a_resource_fails"


def test_a_scan_of_another_plan_or_from_the_future_proves_nothing() -> None:
    elsewhere = scan(finding("CKV_AZURE_110", KEYS), graph=graph_of(node(VAULT, "other")))
    later = scan(finding("CKV_AZURE_110", KEYS), collected=COLLECTED + timedelta(days=2))
    assert because(CKV, scans=[elsewhere]) == "source_of_another_graph"
    assert because(CKV, scans=[later]) == "source_from_the_future"
    # Nothing of it counts elsewhere either, and no verdict is green beside it.
    low = risk(likelihood=1, consequence=1)
    findings = findings_of(WORLD, [PASSED])
    gathered = Gathered(WORLD, findings, evidence_of(WORLD, findings), (elsewhere,))
    assert assess(AnalysisFiles(analysis(), PROFILE, (), (low,)), gathered, as_of=DAY).verdict is Verdict.NOT_ASSESSED


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([run(State.PASS, State.PASS)], "all_pass"),
        ([run(State.PASS, State.FAIL)], "a_test_fails"),
        ([run(State.PASS, State.NOT_EVALUATED)], "a_test_was_skipped"),
        ([run(State.PASS)], "too_few_tests"),
        ([], "no_test_result"),
        ([run(State.PASS), run(State.PASS, first=1)], "all_pass"),
        ([run(State.PASS, State.PASS), run(State.FAIL)], "a_test_fails"),
        ([run(State.PASS, State.PASS, collected=COLLECTED + timedelta(days=9))], "source_from_the_future"),
    ],
)
def test_tests_answer_by_pattern_and_number(runs: list[TestRun], expected: str) -> None:
    asked = {**RESTORE, "expect_min": 2}
    assert because(asked, tests=runs) == expected
    assert because(asked, tests=runs[::-1]) == expected


def test_a_pattern_tells_letter_case_apart() -> None:
    assert because({**RESTORE, "test": "Restore::*"}, tests=[run(State.PASS)]) == "no_test_result"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([sworn(restored_at="2023-10-01T12:00")], "all_pass"),
        ([sworn()], "attestation_lacks_facts"),
        ([sworn(restored_at="2023-10-01T12:00", by=Role.RISK_OWNER)], "attestation_by_another_role"),
        ([sworn(restored_at="2023-10-01T12:00", on=DAY + timedelta(days=1))], "needs_attestation"),
        ([], "needs_attestation"),
        ([sworn("a"), sworn("b", restored_at="x")], "all_pass"),
    ],
    ids=["whole", "a fact left out", "another role", "given tomorrow", "none", "one of two"],
)
def test_a_person_answers_by_role_with_all_facts(given: list[Attested], expected: str) -> None:
    assert because(SWORN, attestations=given) == expected
    assert because(SWORN, attestations=given[::-1]) == expected


def test_an_attestation_lapses_with_its_own_day_or_the_controls_rhythm() -> None:
    def stale(until: date, as_of: date) -> bool:
        given = sworn(until=until, restored_at="x")
        return judged(checked("CTRL-A", SWORN), attestations=[given], as_of=as_of, days=900)[1].stale

    assert not stale(DAY + timedelta(days=9), DAY + timedelta(days=9))
    assert stale(DAY + timedelta(days=9), DAY + timedelta(days=10))
    assert not stale(DAY + timedelta(days=999), DAY + timedelta(days=180))
    assert stale(DAY + timedelta(days=999), DAY + timedelta(days=181))


def test_of_two_attestations_the_one_that_holds_longer_answers() -> None:
    old = sworn("old", on=DAY - timedelta(days=300), restored_at="x")
    new = sworn("new", restored_at="y")
    for given in ([old, new], [new, old]):
        one = judged(checked("CTRL-A", SWORN), attestations=given)[1]
        assert not one.stale
        assert [row.source for row in one.derivation.controls[0].evidence] == ["attestation:new"]


ALL_PASS: dict[str, Any] = {
    "scans": [scan(finding("CKV_AZURE_110", KEYS))],
    "tests": [run(State.PASS)],
    "attestations": [sworn(restored_at="x")],
}


def test_a_control_of_several_kinds_passes_where_all_of_them_do() -> None:
    every = checked("CTRL-A", OF_RULE, CKV, RESTORE, SWORN)
    (derived,) = judged(every, **ALL_PASS)[1].derivation.controls
    assert (derived.state, derived.because) == (State.PASS, "all_pass")
    assert {row.source.partition(":")[0] for row in derived.evidence} == {"rules", "checkov", "tests", "attestation"}
    for kind in ALL_PASS:
        (derived,) = judged(every, **{**ALL_PASS, kind: ()})[1].derivation.controls
        assert (derived.state, derived.counted) == (State.NOT_EVALUATED, {}), kind


def test_every_source_is_listed_with_its_time() -> None:
    assessment, one = judged(checked("CTRL-A", OF_RULE, CKV, RESTORE, SWORN), **ALL_PASS)
    listed = {source.id: source for source in assessment.sources}
    assert list(listed) == sorted(listed)
    assert {source.kind for source in assessment.sources} == {"rules", "checkov", "tests", "attestation"}
    assert {row.source for row in one.derivation.controls[0].evidence} == set(listed)
    lasting = {source.kind: source.expires - source.collected for source in assessment.sources}
    assert lasting["tests"] == timedelta(days=30)
    assert lasting["checkov"] == timedelta(days=7)
    assert not any(source.stale for source in assessment.sources)


def test_only_what_counts_on_a_lapsed_source_is_withdrawn() -> None:
    rules, tests = checked("CTRL-A", OF_RULE), checked("CTRL-B", RESTORE)
    assessment, one = judged(rules, tests, tests=[run(State.PASS)], as_of=DAY + timedelta(days=20))
    first, second = one.derivation.controls
    assert (first.stale, first.because, second.stale, second.because) == (True, "all_pass_but_stale", False, "all_pass")
    assert (one.inherent.likelihood, one.current.likelihood, one.if_stale_evidence_lapses.likelihood) == (4, 2, 3)
    assert one.stale
    assert assessment.verdict is not Verdict.ACCEPTABLE
    assert {source.kind: source.stale for source in assessment.sources} == {"rules": True, "tests": False}


def test_of_a_mechanism_the_next_strongest_stands_where_the_strongest_lapses() -> None:
    strong, weak = checked("CTRL-A", OF_RULE), checked("CTRL-B", RESTORE)
    uses = [use("CTRL-A", likelihood=-3), use("CTRL-B", likelihood=-1)]
    files = AnalysisFiles(analysis(), PROFILE, (strong, weak), (risk(controls=uses, applies_to=[VAULTS]),))
    findings = findings_of(WORLD, [PASSED])
    gathered = Gathered(WORLD, findings, evidence_of(WORLD, findings), tests=(run(State.PASS),))
    (one,) = assess(files, gathered, as_of=DAY + timedelta(days=20)).risks
    assert (one.current.likelihood, one.if_stale_evidence_lapses.likelihood) == (1, 3)


def test_a_fresh_answer_beside_a_stale_one_that_agrees_is_fresh() -> None:
    old, new = run(State.PASS, collected=COLLECTED - timedelta(days=40)), run(State.PASS)
    assert judged(checked("CTRL-A", RESTORE), tests=[old])[1].stale
    assert not judged(checked("CTRL-A", RESTORE), tests=[old, new])[1].stale


def test_a_rhythm_is_each_checks_own() -> None:
    often, seldom = checked("CTRL-A", {**RESTORE, "every_days": 1}), checked("CTRL-B", RESTORE)
    later = datetime(2023, 10, 7, 12, tzinfo=UTC)
    assessment, one = judged(often, seldom, tests=[run(State.PASS)], as_of=later)
    assert [derived.stale for derived in one.derivation.controls] == [True, False]
    # The source is told by the first check that lapses.
    assert [source.stale for source in assessment.sources if source.kind == "tests"] == [True]
