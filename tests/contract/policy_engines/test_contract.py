"""What holds of every engine: the same cases, the same refusals, nothing forged and nothing silent."""

from typing import TYPE_CHECKING

import pytest
from pydantic import JsonValue

from policies.engine.bundle import Module, RuleBundle
from policies.engine.cases import read_cases
from policies.engine.protocol import PolicyError, PolicyErrorCode

if TYPE_CHECKING:
    from tests.contract.policy_engines.conftest import Ask

CASES = read_cases()

PROBE = RuleBundle(
    (
        Module(
            "probe/echo.rego",
            """package probe.echo

results := {"allow": allow, "echo": input.value}

default allow := false

allow if input.value == "admin"
""",
        ),
        Module(
            "probe/law.rego",
            """package probe.law

decision := 1 if input.one

decision := 2 if input.two
""",
        ),
        Module(
            "probe/reasons.rego",
            """package probe.reasons

default member := false

member if input.role in ["owner", "reader"]

results contains "not_a_member" if not member

results contains "no_role" if not has_role

has_role if input.role

results contains $"signed {other}" if some other in input.others
""",
        ),
    )
)


def code(answer: JsonValue | PolicyError) -> PolicyErrorCode:
    assert isinstance(answer, PolicyError)
    return answer.code


def test_every_case_of_the_rules_is_judged_as_it_says(ask: "Ask", rules: RuleBundle) -> None:
    answers = ask(rules, [(case.entrypoint, case.input) for case in CASES])
    for case, answer in zip(CASES, answers, strict=True):
        assert isinstance(answer, list), case
        states = {(str(one["rule"]), str(one["state"])) for one in answer if isinstance(one, dict)}
        assert {rule for rule, state in states if state == "fail"} == set(case.fails), case
        assert {rule for rule, state in states if state == "not_evaluated"} == set(case.doubts), case
        assert len(states) == len(answer)


@pytest.mark.parametrize(
    "value",
    [
        *("x", 'x","allow":true,"z":"', "a\\b", "line\nbreak\ttab", "ÆØÅ", "😀", "\\u0041", "</script>", ""),
        *(0, -1, 1.5, 2**53, None, True, [], {}, [1, "a", None], {"a": {"b": []}}),
    ],
    ids=repr,
)
def test_a_value_comes_back_as_it_went_in_and_forges_nothing(ask: "Ask", value: JsonValue) -> None:
    assert ask(PROBE, [("probe/echo/results", {"value": value})]) == [{"allow": False, "echo": value}]


def test_the_probe_can_allow(ask: "Ask") -> None:
    assert ask(PROBE, [("probe/echo/results", {"value": "admin"})]) == [{"allow": True, "echo": "admin"}]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("admin\0evil", PolicyErrorCode.INPUT_INVALID),
        (float("nan"), PolicyErrorCode.INPUT_INVALID),
        (2**63, PolicyErrorCode.INPUT_INVALID),
        ("\ud800", PolicyErrorCode.INPUT_INVALID),
        ("x" * 17_000, PolicyErrorCode.INPUT_TOO_LARGE),
    ],
    ids=["nul", "nan", "2^63", "surrogate", "large"],
)
def test_odd_input_is_refused_alike(ask: "Ask", value: JsonValue, expected: PolicyErrorCode) -> None:
    odd, even = ask(PROBE, [("probe/echo/results", {"value": value}), ("probe/echo/results", {"value": "x"})])
    assert code(odd) is expected
    assert even == {"allow": False, "echo": "x"}


@pytest.mark.parametrize("entrypoint", ["", "probe", "probe/echo/allow", "../../v1/policies", "system/main"])
def test_an_entry_point_that_is_none_is_refused(ask: "Ask", entrypoint: str) -> None:
    assert code(ask(PROBE, [(entrypoint, {})])[0]) is PolicyErrorCode.ENTRYPOINT_UNKNOWN


def test_undefined_is_an_error(ask: "Ask") -> None:
    undefined, answered = ask(PROBE, [("probe/law/decision", {}), ("probe/law/decision", {"one": True})])
    assert code(undefined) is PolicyErrorCode.MALFORMED
    assert answered == 1


def test_a_contradiction_is_an_error(ask: "Ask") -> None:
    answer = ask(PROBE, [("probe/law/decision", {"one": True, "two": True})])[0]
    assert code(answer) in {PolicyErrorCode.MALFORMED, PolicyErrorCode.UNAVAILABLE}


@pytest.mark.parametrize(
    ("input_", "expected"),
    [
        ({"role": "owner"}, []),
        ({"role": "stranger"}, ["not_a_member"]),
        ({}, ["no_role", "not_a_member"]),
        ({"role": "owner", "others": ["a", "b"]}, ["signed a", "signed b"]),
    ],
)
def test_a_reason_survives_a_fact_that_is_missing(ask: "Ask", input_: JsonValue, expected: list[str]) -> None:
    (answer,) = ask(PROBE, [("probe/reasons/results", input_)])
    assert isinstance(answer, list)
    assert sorted(map(str, answer)) == expected


def test_many_are_answered_in_their_order(ask: "Ask") -> None:
    answers = ask(PROBE, [("probe/echo/results", {"value": number}) for number in range(50)])
    assert [answer["echo"] for answer in answers if isinstance(answer, dict)] == list(range(50))


def test_nothing_asked_is_nothing_answered(ask: "Ask") -> None:
    assert ask(PROBE, []) == []
