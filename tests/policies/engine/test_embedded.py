"""The embedded engine: what it answers, and that it never answers oddly."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from pydantic import JsonValue

from policies.engine.bundle import Module, RuleBundle
from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import AsyncPolicyEngine, PolicyEngine, PolicyError, PolicyErrorCode

PROBE = """package probe

results := {"allow": allow, "echo": input.text}

default allow := false

allow if input.text == "admin"

decision := 1 if input.one

decision := 2 if input.two
"""

SLOW = """package slow

decision := count([1 | some _ in numbers.range(1, input.n); some _ in numbers.range(1, input.n)])
"""


def engine(source: str = PROBE, **settings: float) -> EmbeddedEngine:
    return EmbeddedEngine(RuleBundle((Module("probe.rego", source),)), **settings)  # type: ignore[arg-type]


def code(of: EmbeddedEngine, entrypoint: str, input_: JsonValue) -> PolicyErrorCode:
    with pytest.raises(PolicyError) as caught:
        of.evaluate(entrypoint, input_)
    return caught.value.code


def test_it_is_both_kinds_of_engine() -> None:
    one = engine()
    assert isinstance(one, PolicyEngine)
    assert isinstance(one, AsyncPolicyEngine)
    assert one.name.startswith("regopy 1.")
    assert one.revision.startswith("sha256:")


@pytest.mark.parametrize(
    "text", ["x", 'x","allow":true,"z":"', "a\\b", "line\nbreak\ttab", "ÆØÅ", "😀", "\\u0041", "\x7f", "{}", ""]
)
def test_a_value_comes_back_as_it_went_in_and_forges_nothing(text: str) -> None:
    assert engine().evaluate("probe/results", {"text": text}) == {"allow": False, "echo": text}


def test_one_writing_of_a_letter_is_as_good_as_the_other() -> None:
    assert engine().evaluate("probe/results", {"text": "A\u030a"}) == {"allow": False, "echo": "Å"}


def test_undefined_is_an_error() -> None:
    assert code(engine(), "probe/decision", {}) is PolicyErrorCode.MALFORMED
    assert code(engine(), "probe/results", {}) is PolicyErrorCode.MALFORMED


def test_a_contradiction_is_an_error() -> None:
    assert engine().evaluate("probe/decision", {"one": True}) == 1
    assert code(engine(), "probe/decision", {"one": True, "two": True}) is PolicyErrorCode.MALFORMED


def test_an_error_leaves_the_next_decision_alone() -> None:
    one = engine()
    assert code(one, "probe/decision", {"one": True, "two": True}) is PolicyErrorCode.MALFORMED
    assert one.evaluate("probe/results", {"text": "admin"}) == {"allow": True, "echo": "admin"}


@pytest.mark.parametrize("entrypoint", ["", "probe", "probe/allow", "../../v1/policies", "data.probe.results"])
def test_an_entry_point_that_is_none_is_refused(entrypoint: str) -> None:
    assert code(engine(), entrypoint, {}) is PolicyErrorCode.ENTRYPOINT_UNKNOWN


@pytest.mark.parametrize("source", ["package probe\n\nresults := {\n", "package probe\n\nresults := := 1\n"])
def test_rules_that_cannot_be_read_are_refused(source: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PolicyError) as caught:
        engine(source)
    assert caught.value.code is PolicyErrorCode.RULES_INVALID
    assert capfd.readouterr().out == ""


def test_many_are_answered_in_their_order() -> None:
    one = engine()
    requests: list[tuple[str, JsonValue]] = [("probe/results", {"text": str(number)}) for number in range(100)]
    requests[50] = ("probe/results", {})
    answers = one.evaluate_many(requests)
    assert isinstance(answers[50], PolicyError)
    told = [answer["echo"] for answer in answers if isinstance(answer, dict)]
    assert told == [str(number) for number in range(100) if number != 50]
    one.close()


def test_threads_do_not_mix_their_answers() -> None:
    one = engine()

    def ask(number: int) -> bool:
        return one.evaluate("probe/results", {"text": f"t{number}"}) == {"allow": False, "echo": f"t{number}"}

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(800)))


def test_the_library_is_never_asked_by_two_threads_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the process where it is: what two threads share is counted without a guard."""
    inside, most = 0, 0
    asked = EmbeddedEngine._asked

    def watched(self: EmbeddedEngine, entrypoint: str, text: str) -> list[JsonValue]:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.001)
        try:
            return asked(self, entrypoint, text)
        finally:
            inside -= 1

    monkeypatch.setattr(EmbeddedEngine, "_asked", watched)
    engines = [engine(threads=4), engine(threads=4)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: engines[number % 2].evaluate("probe/results", {"text": str(number)}), range(80)))
    assert most == 1


def test_an_awaited_answer_is_the_same() -> None:
    async def ask() -> list[JsonValue]:
        one = engine()
        answers = await asyncio.gather(*(one.aevaluate("probe/results", {"text": str(n)}) for n in range(40)))
        one.close()
        return list(answers)

    assert asyncio.run(ask()) == [{"allow": False, "echo": str(n)} for n in range(40)]


def test_a_late_answer_is_none_and_a_full_house_says_so() -> None:
    one = EmbeddedEngine(RuleBundle((Module("slow.rego", SLOW),)), threads=1, waiting=1, deadline=0.02)

    async def ask() -> list[BaseException | JsonValue]:
        return await asyncio.gather(
            *(one.aevaluate("slow/decision", {"n": 300}) for _ in range(4)), return_exceptions=True
        )

    started = time.perf_counter()
    answers = asyncio.run(ask())
    one.close()
    errors = [answer for answer in answers if isinstance(answer, PolicyError)]
    assert [error.code for error in errors] == [PolicyErrorCode.UNAVAILABLE] * 4
    assert {error.detail for error in errors} == {"no answer within 0.02 s", "too many decisions are waiting"}
    assert time.perf_counter() - started < 10


def test_room_that_was_taken_is_given_back() -> None:
    one = engine(threads=1, waiting=0)

    async def ask(number: int) -> JsonValue:
        return await one.aevaluate("probe/results", {"text": str(number)})

    for number in range(20):
        assert asyncio.run(ask(number)) == {"allow": False, "echo": str(number)}
    one.close()
    assert threading.active_count() < 20
