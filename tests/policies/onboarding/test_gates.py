"""Decisions of the gates: what a team is told on the day that the real project told of its delay."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import PolicyError, PolicyErrorCode, Request
from policies.gates import ENTRYPOINT, ajudge, judge
from prosess.contracts import Decision, canonical_bytes, digest
from prosess.domain.gate import GateId
from prosess.domain.gate_facts import AssessmentFacts, GateFacts
from prosess.domain.text import Language
from prosess.domain.text.reasons import render

FactsOf = Callable[..., GateFacts]

REVIEWED = AssessmentFacts(state="recommended", manifest_current=True)
ROW = "data-og-prosessering"
BOTH = {ROW: ("sykehuspartner", "nye-integrasjonstjenester-api")}
SIV, MUNICIPALITY = "983975259", "310000000"


class Answering:
    """An engine that gives one answer, whatever it is asked."""

    name = "answering 1"
    revision = "sha256:" + "0" * 64

    def __init__(self, answer: JsonValue | PolicyError) -> None:
        self.answer = answer

    def evaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        if isinstance(self.answer, PolicyError):
            raise self.answer
        return self.answer

    def evaluate_many(self, requests: Sequence[Request]) -> list[JsonValue | PolicyError]:
        return [self.answer for _ in requests]

    async def aevaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        return self.evaluate(entrypoint, input_)


def codes(decisions: dict[GateId, Decision]) -> dict[str, list[str]]:
    return {gate.value: [reason.code for reason in decision.reasons] for gate, decision in decisions.items()}


def test_the_other_actor_has_not_confirmed(engine: EmbeddedEngine, facts_of: FactsOf) -> None:
    facts = facts_of(confirmations={ROW: ("sykehuspartner",)}, assessment=REVIEWED)
    decisions = judge(facts, engine, data_revision="sha256:x")
    assert codes(decisions) == {"G0": [], "G1": [], "G2": [], "G3": [], "G4": ["G4_DEPENDENCY_NOT_CONFIRMED"]}
    assert [gate for gate, decision in decisions.items() if not decision.allow] == [GateId.G4]
    (reason,) = decisions[GateId.G4].reasons
    assert reason.facts == {
        "actor": "nye-integrasjonstjenester-api",
        "organisation": "991324968",
        "dependency": ROW,
        "deadline": "2023-10-20",
    }
    assert (reason.remedy, reason.unblocked_by) == ("confirm_own_part", "dependency_actor")
    assert "20. oktober 2023" in render(reason.code, reason.facts, Language.NB).text


def test_when_both_have_confirmed_the_way_to_test_is_open(engine: EmbeddedEngine, facts_of: FactsOf) -> None:
    decisions = judge(facts_of(confirmations=BOTH, assessment=REVIEWED), engine, data_revision="sha256:x")
    assert list(decisions) == [GateId.G0, GateId.G1, GateId.G2, GateId.G3, GateId.G4]
    assert all(decision.allow for decision in decisions.values())


def test_prod_refuses_the_synthetic_municipality_and_what_is_only_an_example(
    engine: EmbeddedEngine, facts_of: FactsOf
) -> None:
    facts = facts_of(
        "prod",
        confirmations=BOTH,
        assessment=REVIEWED,
        acceptances={SIV: date(2024, 10, 4), MUNICIPALITY: date(2023, 10, 4)},
        clinical_sign_off_current=True,
        evidence_fresh=True,
        restore_test_until=date(2024, 1, 1),
        approvers=2,
    )
    assert codes(judge(facts, engine, data_revision="sha256:x")) == {
        "G0": ["G0_NO_CONTACT", "G0_NO_CONTACT", "G0_SYNTHETIC_PARTY_IN_PROD"],
        "G1": [],
        "G2": [],
        "G3": [],
        "G4": [],
        "G5": ["G5_ACCEPTANCE_EXPIRED"],
        "G6": ["G6_ILLUSTRATIVE_VALUES"],
    }


def test_the_day_after_the_deadline_confirmations_are_not_enough(engine: EmbeddedEngine, facts_of: FactsOf) -> None:
    facts = facts_of(as_of=date(2023, 10, 21), confirmations=BOTH, assessment=REVIEWED)
    assert codes(judge(facts, engine, data_revision="sha256:x"))["G4"] == ["G4_DEPENDENCY_OVERDUE"]


def test_a_decision_says_what_it_rests_on(engine: EmbeddedEngine, facts_of: FactsOf) -> None:
    facts = facts_of(confirmations=BOTH)
    decision = judge(facts, engine, data_revision="sha256:manifest")[GateId.G3]
    assert decision.engine == engine.name
    assert decision.policy_revision == engine.revision
    assert decision.data_revision == "sha256:manifest"
    assert decision.input_digest == digest(canonical_bytes(facts.model_dump(mode="json")))
    other = judge(facts_of(), engine, data_revision="sha256:manifest")[GateId.G3]
    assert other.input_digest != decision.input_digest
    assert Decision.from_bytes(decision.to_bytes()) == decision


def test_the_same_facts_give_the_same_bytes_waited_for_or_awaited(engine: EmbeddedEngine, facts_of: FactsOf) -> None:
    facts = facts_of("prod")
    once = judge(facts, engine, data_revision="sha256:x")
    again = asyncio.run(ajudge(facts, engine, data_revision="sha256:x"))
    assert {gate: one.to_bytes() for gate, one in once.items()} == {gate: one.to_bytes() for gate, one in again.items()}
    for decision in once.values():
        order = [(reason.code, canonical_bytes(reason.facts)) for reason in decision.reasons]
        assert order == sorted(order)
        assert len(set(order)) == len(order)


@pytest.mark.parametrize(
    ("trouble", "code", "remedy"),
    [
        (PolicyErrorCode.UNAVAILABLE, "POLICY_UNAVAILABLE", "try_again"),
        (PolicyErrorCode.ENTRYPOINT_UNKNOWN, "POLICY_UNAVAILABLE", "try_again"),
        (PolicyErrorCode.REVISION_UNEXPECTED, "POLICY_UNAVAILABLE", "try_again"),
        (PolicyErrorCode.RULES_INVALID, "POLICY_UNAVAILABLE", "try_again"),
        (PolicyErrorCode.MALFORMED, "POLICY_MALFORMED", "report_rules"),
        (PolicyErrorCode.INPUT_INVALID, "POLICY_MALFORMED", "report_rules"),
        (PolicyErrorCode.INPUT_TOO_LARGE, "POLICY_MALFORMED", "report_rules"),
    ],
)
def test_every_gate_is_closed_where_the_engine_gives_no_answer(
    facts_of: FactsOf, trouble: PolicyErrorCode, code: str, remedy: str
) -> None:
    engine = Answering(PolicyError(trouble, "trouble"))
    for decisions in (
        judge(facts_of(), engine, data_revision="sha256:x"),
        asyncio.run(ajudge(facts_of(), engine, data_revision="sha256:x")),
    ):
        assert list(decisions) == list(facts_of().gates)
        for decision in decisions.values():
            assert not decision.allow
            assert [(reason.code, reason.remedy) for reason in decision.reasons] == [(code, remedy)]
            for language in Language:
                render(code, decision.reasons[0].facts, language)


REASON: dict[str, JsonValue] = {
    "code": "G0_NO_CONTACT",
    "facts": {},
    "remedy": "give_contact",
    "unblocked_by": "product_owner",
}
OPEN: dict[str, JsonValue] = {"G0": [], "G1": [], "G2": [], "G3": [], "G4": []}


@pytest.mark.parametrize(
    "answer",
    [
        None, True, {}, [], "allow", 1,
        {"G0": []},
        OPEN | {"G5": []},
        OPEN | {"G9": []},
        OPEN | {"G0": None},
        OPEN | {"G0": True},
        OPEN | {"G0": {}},
        OPEN | {"G0": ["G0_NO_CONTACT"]},
        OPEN | {"G1": [REASON]},
        OPEN | {"G0": [REASON | {"note": "x"}]},
        OPEN | {"G0": [{key: value for key, value in REASON.items() if key != "remedy"}]},
        OPEN | {"G0": [REASON | {"code": 1}]},
    ],
    ids=lambda answer: json.dumps(answer)[:40],
)  # fmt: skip
def test_an_answer_that_does_not_speak_of_these_gates_opens_none(facts_of: FactsOf, answer: JsonValue) -> None:
    decisions = judge(facts_of(), Answering(answer), data_revision="sha256:x")
    assert set(map(tuple, codes(decisions).values())) == {("POLICY_MALFORMED",)}
    assert len(decisions) == 5


def test_a_well_formed_answer_is_believed(facts_of: FactsOf) -> None:
    decisions = judge(facts_of(), Answering(OPEN | {"G0": [REASON]}), data_revision="sha256:x")
    assert codes(decisions) == {"G0": ["G0_NO_CONTACT"], "G1": [], "G2": [], "G3": [], "G4": []}


STATES = st.sampled_from(["none", "draft", "in_review", "returned", "recommended", "accepted", "expired", "rejected"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    state=STATES,
    current=st.booleans(),
    unowned=st.integers(0, 2),
    confirmed=st.sets(st.sampled_from(["sykehuspartner", "nye-integrasjonstjenester-api"])),
    accepted=st.dictionaries(st.sampled_from([SIV, MUNICIPALITY]), st.dates(date(2023, 10, 1), date(2023, 10, 31))),
    approvers=st.integers(0, 3),
    as_of=st.dates(date(2023, 10, 1), date(2023, 10, 31)),
)
def test_prod_opens_only_on_what_the_law_asks_for(
    engine: EmbeddedEngine, facts_of: FactsOf, state: str, current: bool, unowned: int, confirmed: set[str],
    accepted: dict[str, date], approvers: int, as_of: date,
) -> None:  # fmt: skip
    facts = facts_of(
        "prod",
        as_of=as_of,
        assessment=AssessmentFacts(state=state, manifest_current=current, unowned_risks=unowned),
        confirmations={ROW: tuple(sorted(confirmed))},
        acceptances=accepted,
        approvers=approvers,
    )
    opened = {gate for gate, decision in judge(facts, engine, data_revision="sha256:x").items() if decision.allow}
    assert (GateId.G3 in opened) is (state in ("recommended", "accepted") and current and unowned == 0)
    assert (GateId.G4 in opened) is (len(confirmed) == 2 and as_of <= date(2023, 10, 20))
    assert (GateId.G5 in opened) is (len([until for until in accepted.values() if as_of <= until]) == 2)
    assert GateId.G0 not in opened  # the synthetic municipality
    assert ENTRYPOINT
