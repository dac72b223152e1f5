"""The engine, case by case: what counts, what does not, and what the assessment says about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from prosess.contracts.assessment import Assessment, Verdict
from prosess.contracts.findings import Finding, State, Suppression
from prosess.contracts.graph import Graph
from prosess.domain.text import Language
from ros.check import check
from ros.criteria import NOT_ASSESSED, CriteriaError
from ros.engine import UNASSIGNED, AnalysisError, assess
from ros.evidence import Gathered
from ros.model import AcceptedRisk, AnalysisFiles, Control, RiskFile, Selector
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
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
    urn,
    use,
)

DAY = date(2023, 10, 5)
VAULTS = Selector(type=VAULT)
SECRETS, KEYS = urn(VAULT, "secrets"), urn(VAULT, "keys")
WORLD = graph_of(node(VAULT, "secrets"), node(VAULT, "keys"))
PURGE = control("CTRL-PURGE", "PP-KV-002", select=[{"type": VAULT}])


def judged(
    *found: Finding,
    risks: tuple[RiskFile, ...],
    controls: tuple[Control, ...] = (PURGE,),
    graph: Graph = WORLD,
    as_of: date = DAY,
    acceptances: tuple[AcceptedRisk, ...] = (),
) -> Assessment:
    findings = findings_of(graph, found)
    return assess(
        AnalysisFiles(analysis(), PROFILE, controls, risks),
        Gathered(graph, findings, evidence_of(graph, findings)),
        as_of=as_of,
        acceptances=acceptances,
    )


LEANING = risk(likelihood=4, consequence=3, controls=[use("CTRL-PURGE", likelihood=-3)], applies_to=[VAULTS])
BOTH_PASS = (finding("PP-KV-002", SECRETS), finding("PP-KV-002", KEYS))


def test_a_control_that_passes_everywhere_counts() -> None:
    (one,) = judged(*BOTH_PASS, risks=(LEANING,)).risks
    assert (one.inherent.level, one.current.level) == ("high", "low")
    (derived,) = one.derivation.controls
    assert (derived.state, derived.because, derived.counted) == (State.PASS, "all_pass", {"likelihood": -3})
    assert [row.resource for row in derived.evidence] == sorted([SECRETS, KEYS])
    assert one.derivation.likelihood_steps == -3


@pytest.mark.parametrize(
    ("keys", "state", "because"),
    [
        (finding("PP-KV-002", KEYS, State.FAIL), State.FAIL, "a_resource_fails"),
        (finding("PP-KV-002", KEYS, State.NOT_EVALUATED), State.NOT_EVALUATED, "value_unknown"),
        (finding("PP-KV-002", KEYS, State.SUPPRESSED), State.SUPPRESSED, "a_resource_is_suppressed"),
        (finding("PP-KV-001", KEYS), State.NOT_EVALUATED, "no_finding"),
    ],
    ids=["fail", "not evaluated", "suppressed", "no finding"],
)
def test_one_vault_that_does_not_pass_is_enough(keys: Finding, state: State, because: str) -> None:
    assessment = judged(BOTH_PASS[0], keys, risks=(LEANING,))
    (one,) = assessment.risks
    (derived,) = one.derivation.controls
    assert (derived.state, derived.because, derived.counted) == (state, because, {})
    assert one.current.level == "high"
    assert assessment.verdict is Verdict.ABOVE_LIMIT


def test_a_suppression_counts_as_a_failure_the_day_after_its_last() -> None:
    def because(last: date) -> str:
        suppressed = finding(
            "PP-KV-002",
            KEYS,
            State.SUPPRESSED,
            suppression=Suppression(reason="r", owner="o", expires=last),
        )
        return judged(BOTH_PASS[0], suppressed, risks=(LEANING,)).risks[0].derivation.controls[0].because

    assert because(DAY) == "a_resource_is_suppressed"
    assert because(DAY - timedelta(days=1)) == "a_suppression_has_expired"


def test_of_two_findings_of_one_rule_on_one_resource_the_worse_counts() -> None:
    contradicted = (*BOTH_PASS, finding("PP-KV-002", KEYS, State.FAIL))
    straight, turned = judged(*contradicted, risks=(LEANING,)), judged(*reversed(contradicted), risks=(LEANING,))
    assert straight.risks == turned.risks
    assert straight.risks[0].current.level == "high"


def test_a_selector_that_matches_nothing_is_never_green() -> None:
    queues = Selector(type=QUEUE)
    low = risk(likelihood=1, consequence=1, applies_to=[queues])
    assessment = judged(*BOTH_PASS, risks=(low,))
    assert assessment.risks[0].inherent.level == "low"
    assert assessment.risks[0].current.level == NOT_ASSESSED
    assert assessment.verdict is Verdict.NOT_ASSESSED


def test_a_control_whose_selector_matches_nothing_leaves_a_low_risk_without_a_level() -> None:
    on_queues = control("CTRL-QUEUE", "PP-SB-001", select=[{"type": QUEUE}])
    low = risk(likelihood=1, consequence=2, controls=[use("CTRL-QUEUE", likelihood=-1)], applies_to=[VAULTS])
    assessment = judged(*BOTH_PASS, risks=(low,), controls=(on_queues,))
    (one,) = assessment.risks
    assert one.derivation.controls[0].because == "selector_matches_nothing"
    assert one.current.level == NOT_ASSESSED
    assert assessment.verdict is Verdict.NOT_ASSESSED


def test_fewer_resources_than_expected_are_not_enough() -> None:
    three = Selector(type=VAULT, expect_min=3)
    (one,) = judged(*BOTH_PASS, risks=(LEANING.model_copy(update={"applies_to": (three,)}),)).risks
    assert one.current.level == NOT_ASSESSED
    asked = risk(controls=[use("CTRL-PURGE", likelihood=-3, expect_min=3)], applies_to=[VAULTS])
    (one,) = judged(*BOTH_PASS, risks=(asked,)).risks
    assert one.derivation.controls[0].because == "selector_matches_too_few"
    assert one.derivation.controls[0].counted == {}


def test_a_control_without_a_selector_is_seen_on_the_risks_resources() -> None:
    anywhere = control("CTRL-PURGE", "PP-KV-002")
    (one,) = judged(*BOTH_PASS, risks=(LEANING,), controls=(anywhere,)).risks
    assert one.current.level == "low"
    nowhere = LEANING.model_copy(update={"applies_to": ()})
    (one,) = judged(*BOTH_PASS, risks=(nowhere,), controls=(anywhere,)).risks
    assert one.derivation.controls[0].because == "no_selector"


def test_labels_narrow_a_selector() -> None:
    graph = graph_of(node(VAULT, "secrets", data_class="health"), node(VAULT, "keys", data_class="none"))
    healthy = Selector(type=VAULT, labels={"data_class": "health"})
    narrowed = risk(controls=[use("CTRL-PURGE", likelihood=-3)], applies_to=[healthy])
    (one,) = judged(
        BOTH_PASS[0],
        finding("PP-KV-002", KEYS, State.FAIL),
        risks=(narrowed,),
        controls=(control("CTRL-PURGE", "PP-KV-002"),),
        graph=graph,
    ).risks
    assert [row.resource for row in one.derivation.controls[0].evidence] == [SECRETS]
    assert one.current.level == "low"


def test_a_pattern_of_types_selects_each_of_them() -> None:
    graph = graph_of(node(VAULT, "secrets"), node("azure-native:keyvault:Key", "key"), node(QUEUE, "q"))
    every = control("CTRL-ALL", "PP-REG-001", select=[{"type": "azure-native:keyvault:*"}])
    (one,) = judged(
        finding("PP-REG-001", SECRETS),
        finding("PP-REG-001", urn("azure-native:keyvault:Key", "key")),
        risks=(risk(controls=[use("CTRL-ALL", likelihood=-1)]),),
        controls=(every,),
        graph=graph,
    ).risks
    assert len(one.derivation.controls[0].evidence) == 2
    assert one.derivation.controls[0].state is State.PASS


def test_a_law_over_the_whole_graph_is_proven_by_its_own_findings() -> None:
    law = control("CTRL-LAW", checks=[{"rule": "PP-CTRL-001", "over": "findings"}])
    leaning = risk(controls=[use("CTRL-LAW", likelihood=-3)])
    (one,) = judged(finding("PP-CTRL-001", SECRETS), risks=(leaning,), controls=(law,)).risks
    assert one.current.level == "low"
    (one,) = judged(*BOTH_PASS, risks=(leaning,), controls=(law,)).risks
    assert one.derivation.controls[0].because == "no_finding"


def test_within_a_mechanism_the_strongest_counts_and_mechanisms_add_up() -> None:
    controls = tuple(control(f"CTRL-{n}", "PP-KV-002", select=[{"type": VAULT}]) for n in ("A", "B", "C"))
    (one,) = judged(
        *BOTH_PASS,
        risks=(
            risk(
                consequence=4,
                controls=[
                    use("CTRL-A", mechanism="nett", likelihood=-1, confidentiality=-1),
                    use("CTRL-B", mechanism="nett", likelihood=-2),
                    use("CTRL-C", mechanism="nokler", likelihood=-1),
                ],
            ),
        ),
        controls=controls,
    ).risks
    assert one.derivation.likelihood_steps == -3
    assert [derived.counted for derived in one.derivation.controls] == [
        {"confidentiality": -1},
        {"likelihood": -2},
        {"likelihood": -1},
    ]
    assert one.derivation.controls[0].because == "a_stronger_control_counts_in_part"
    assert one.current.likelihood == 1
    assert one.current.consequence["confidentiality"] == 3


def test_steps_are_clamped_to_the_scale() -> None:
    (one,) = judged(
        *BOTH_PASS, risks=(risk(likelihood=2, controls=[use("CTRL-PURGE", likelihood=-8, integrity=-8)]),)
    ).risks
    assert (one.current.likelihood, one.current.consequence["integrity"]) == (1, 1)


def test_what_only_a_person_can_attest_counts_for_nothing_and_takes_no_level_away() -> None:
    attested = control(
        "CTRL-RESTORE",
        checks=[{"statement": {"nb": "øvd"}, "by": "platform_owner", "every_days": 180}],
    )
    low = risk(likelihood=1, consequence=2, controls=[use("CTRL-RESTORE", availability=-1)])
    assessment = judged(*BOTH_PASS, risks=(low,), controls=(attested,))
    (one,) = assessment.risks
    (derived,) = one.derivation.controls
    assert (derived.state, derived.because, derived.counted) == (State.NOT_EVALUATED, "needs_attestation", {})
    assert one.current.level == "low"
    assert assessment.verdict is Verdict.ACCEPTABLE


def test_an_unknown_control_counts_for_nothing() -> None:
    (one,) = judged(*BOTH_PASS, risks=(LEANING,), controls=()).risks
    assert one.derivation.controls[0].because == "unknown_control"
    assert one.current.level == "high"


def test_stale_evidence_keeps_the_level_marks_it_and_tells_what_it_would_be() -> None:
    assessment = judged(*BOTH_PASS, risks=(LEANING,), as_of=DAY + timedelta(days=30))
    (one,) = assessment.risks
    assert one.stale
    assert (one.current.level, one.if_stale_evidence_lapses.level) == ("low", "high")
    assert one.derivation.controls[0].because == "all_pass_but_stale"
    assert assessment.verdict is Verdict.NOT_ASSESSED


def test_evidence_is_stale_from_the_moment_after_it_expires() -> None:
    expires = COLLECTED + timedelta(days=7)
    assert not judged(*BOTH_PASS, risks=(LEANING,), as_of=expires).risks[0].stale
    assert judged(*BOTH_PASS, risks=(LEANING,), as_of=expires + timedelta(seconds=1)).risks[0].stale
    # A day stands for its end: what expires within it is stale.
    assert judged(*BOTH_PASS, risks=(LEANING,), as_of=date(2023, 10, 12)).risks[0].stale
    assert not judged(*BOTH_PASS, risks=(LEANING,), as_of=date(2023, 10, 11)).risks[0].stale


def test_evidence_that_does_not_belong_proves_nothing() -> None:
    given_files = AnalysisFiles(analysis(), PROFILE, (PURGE,), (LEANING,))
    findings = findings_of(WORLD, BOTH_PASS)
    elsewhere = graph_of(node(VAULT, "other"))
    evidence = evidence_of(WORLD, findings)
    others = findings_of(WORLD, BOTH_PASS[:1])

    whole = Gathered(WORLD, findings, evidence)

    def because(as_of: date = DAY, **given: Any) -> str:
        assessment = assess(given_files, replace(whole, **given), as_of=as_of)
        assert assessment.verdict is Verdict.NOT_ASSESSED
        assert assessment.risks[0].current.level == "high"
        answer = check(assessment, given_files)
        assert (answer.exit_code, answer.refused) == (4, assessment.risks[0].derivation.controls[0].because)
        return assessment.risks[0].derivation.controls[0].because

    assert because(evidence=None) == "no_evidence"
    assert because(graph=elsewhere) == "findings_of_another_graph"
    assert because(findings=others) == "evidence_of_other_findings"
    assert because(findings=findings_of(WORLD, ())) == "nothing_was_evaluated"
    assert because(as_of=datetime(2023, 10, 4, tzinfo=UTC)) == "evidence_from_the_future"


def accepted(
    level: str = "high", until: date = DAY, state: str = "active", controller: str = CONTROLLER
) -> AcceptedRisk:
    return AcceptedRisk.model_validate(
        {"risk": "R01", "data_controller": controller, "state": state, "level": level, "until": until}, strict=False
    )


@pytest.mark.parametrize(
    ("given", "state", "verdict"),
    [
        ((), "none", Verdict.ABOVE_LIMIT),
        ((accepted(),), "active", Verdict.ACCEPTABLE),
        ((accepted(until=DAY - timedelta(days=1)),), "expired", Verdict.ABOVE_LIMIT),
        ((accepted(level="medium"),), "invalidated", Verdict.ABOVE_LIMIT),
        ((accepted(level="purple"),), "invalidated", Verdict.ABOVE_LIMIT),
        ((accepted(state="proposed"),), "proposed", Verdict.ABOVE_LIMIT),
        ((accepted(state="revoked"), accepted()), "active", Verdict.ACCEPTABLE),
        ((accepted(controller="914637651"),), "none", Verdict.ABOVE_LIMIT),
    ],
)
def test_only_an_acceptance_that_holds_on_the_day_opens_the_gate(
    given: tuple[AcceptedRisk, ...], state: str, verdict: Verdict
) -> None:
    assessment = judged(*BOTH_PASS, risks=(risk(applies_to=[VAULTS]),), acceptances=given)
    assert [one.state for one in assessment.risks[0].acceptances] == [state]
    assert assessment.verdict is verdict


def test_each_data_controller_accepts_for_itself() -> None:
    shared = risk(data_controllers=[CONTROLLER, "914637651"])
    assert judged(*BOTH_PASS, risks=(shared,), acceptances=(accepted(),)).verdict is Verdict.ABOVE_LIMIT
    both = (accepted(), accepted(controller="914637651"))
    assert judged(*BOTH_PASS, risks=(shared,), acceptances=both).verdict is Verdict.ACCEPTABLE


def test_above_the_limit_weighs_more_than_not_assessed() -> None:
    unassessed = risk("R02", likelihood=1, consequence=1, applies_to=[Selector(type=QUEUE)])
    assert judged(*BOTH_PASS, risks=(risk("R01"), unassessed)).verdict is Verdict.ABOVE_LIMIT


def test_no_risk_at_all_is_not_green() -> None:
    assert judged(*BOTH_PASS, risks=()).verdict is Verdict.NOT_ASSESSED


def test_another_criteria_profile_than_the_pinned_one_is_refused() -> None:
    findings = findings_of(WORLD, BOTH_PASS)
    with pytest.raises(CriteriaError, match="pins"):
        assess(
            AnalysisFiles(analysis(criteria_digest="sha256:" + "0" * 64), PROFILE, (), ()),
            Gathered(WORLD, findings, None),
            as_of=DAY,
        )


def test_two_risks_with_one_id_are_refused() -> None:
    with pytest.raises(AnalysisError, match="R01"):
        judged(risks=(risk("R01"), risk("R01")))


def test_a_target_is_looked_up_too_and_a_risk_without_an_owner_says_so() -> None:
    (one,) = judged(
        *BOTH_PASS,
        risks=(risk(owner=None, target={"likelihood": 1, "consequence": {"integrity": 2}, "by": "2024-01-01"}),),
    ).risks
    assert (one.target.likelihood, one.target.consequence["integrity"], one.target.level) == (1, 2, "low")
    assert one.owner == UNASSIGNED


def test_every_level_carries_its_word_in_each_language() -> None:
    """Whoever reads the assessment without the profile, such as the service, says the levels as the criteria do."""
    told = {one.id: one.label for one in judged(*BOTH_PASS, risks=(LEANING,)).levels}
    assert list(told) == [level.id for level in PROFILE.levels]
    for level in PROFILE.levels:
        assert told[level.id] == {language.value: level.label.in_language(language) for language in Language}
