"""The gates' rules on the embedded engine: every case beside them, and every code both met and spared."""

import json
import re
from collections import Counter

import pytest
from pydantic import JsonValue

from policies.engine.bundle import RULES
from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import PolicyError, PolicyErrorCode
from policies.gates import ENTRYPOINT
from prosess.domain.gate_facts import GateFacts
from prosess.domain.text import Language
from prosess.domain.text.reasons import REASONS, REMEDIES, render
from tests.policies.onboarding.told import FOLDER, Case, read

OPEN, CASES = read()
GATE_CODES = {code for code in REASONS if not code.startswith("POLICY_")}


def answered(engine: EmbeddedEngine, facts: JsonValue) -> list[dict[str, JsonValue]]:
    answer = engine.evaluate(ENTRYPOINT, facts)
    assert isinstance(answer, dict)
    return [
        reason
        for reasons in answer.values()
        if isinstance(reasons, list)
        for reason in reasons
        if isinstance(reason, dict)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_judged_as_it_says(engine: EmbeddedEngine, case: Case) -> None:
    reasons = answered(engine, case.facts)
    assert tuple(sorted(str(reason["code"]) for reason in reasons)) == case.denies
    assert not set(case.spares) & set(case.denies)


def test_every_code_is_met_and_spared_by_a_case() -> None:
    met = Counter(code for case in CASES for code in set(case.denies))
    spared = Counter(code for case in CASES for code in case.spares)
    assert met.keys() == GATE_CODES
    assert spared.keys() == GATE_CODES
    assert len(CASES) >= 2 * len(GATE_CODES) - 10


def test_every_code_is_met_alone_by_a_case() -> None:
    assert {case.denies[0] for case in CASES if len(set(case.denies)) == 1} == GATE_CODES


def test_the_rules_and_the_texts_know_the_same_codes() -> None:
    sources = [
        path.read_text(encoding="utf-8") for path in FOLDER.glob("*.rego") if not path.name.endswith("_test.rego")
    ]
    assert {code for source in sources for code in re.findall(r'"(G\d_[A-Z_]+)"', source)} == GATE_CODES


def test_a_reason_carries_the_facts_remedy_and_role_of_its_text(engine: EmbeddedEngine) -> None:
    seen = set()
    for case in CASES:
        for reason in answered(engine, case.facts):
            code, facts = str(reason["code"]), reason["facts"]
            assert isinstance(facts, dict)
            assert tuple(sorted(facts)) == REASONS[code].facts
            assert (reason["remedy"], reason["unblocked_by"]) == (REASONS[code].remedy, REASONS[code].unblocked_by)
            assert reason["remedy"] in REMEDIES
            for language in Language:
                render(code, facts, language)
            seen.add(code)
    assert seen == GATE_CODES


def test_the_facts_of_the_cases_are_those_of_the_model() -> None:
    facts = GateFacts.model_validate_json(json.dumps(OPEN))
    assert facts.model_dump(mode="json") == OPEN


def test_the_rules_ask_for_every_fact_of_the_model_that_they_read() -> None:
    source = (FOLDER / "gates.rego").read_text(encoding="utf-8")
    asked = set(re.findall(r'^\t"([a-z_]+)",$', source, re.MULTILINE))
    assert asked >= set(OPEN) - {"test_data"}
    read_by_rules = {
        name
        for path in FOLDER.glob("*.rego")
        if not path.name.endswith("_test.rego")
        for name in re.findall(r"\binput\.([a-z_]+)", path.read_text(encoding="utf-8"))
    }
    assert read_by_rules <= asked


@pytest.mark.parametrize("fact", sorted(set(OPEN) - {"test_data"}))
def test_without_a_fact_there_is_no_answer(engine: EmbeddedEngine, fact: str) -> None:
    with pytest.raises(PolicyError) as caught:
        engine.evaluate(ENTRYPOINT, {key: value for key, value in OPEN.items() if key != fact})
    assert caught.value.code is PolicyErrorCode.MALFORMED


@pytest.mark.parametrize("part", ["assessment", "release"])
def test_without_a_part_of_a_fact_there_is_no_answer(engine: EmbeddedEngine, part: str) -> None:
    told = OPEN[part]
    assert isinstance(told, dict)
    for missing in told:
        with pytest.raises(PolicyError):
            engine.evaluate(ENTRYPOINT, OPEN | {part: {key: value for key, value in told.items() if key != missing}})


@pytest.mark.parametrize("nothing", [{}, [], None, "", 0])
def test_nothing_opens_no_gate(engine: EmbeddedEngine, nothing: JsonValue) -> None:
    with pytest.raises(PolicyError):
        engine.evaluate(ENTRYPOINT, nothing)


def test_only_the_gates_that_are_asked_for_are_judged(engine: EmbeddedEngine) -> None:
    assert engine.evaluate(ENTRYPOINT, OPEN | {"gates": ["G0", "G3"]}) == {"G0": [], "G3": []}
    assert engine.evaluate(ENTRYPOINT, OPEN | {"gates": []}) == {}
    # A gate without rules is not told to be open.
    assert engine.evaluate(ENTRYPOINT, OPEN | {"gates": ["G7"]}) == {}


def test_every_rule_has_a_title() -> None:
    for path in (RULES / "onboarding").glob("*.rego"):
        if path.name.endswith("_test.rego"):
            continue
        source = path.read_text(encoding="utf-8")
        for rule in re.finditer(r"^reasons contains", source, re.MULTILINE):
            above = source[: rule.start()].rstrip().splitlines()[-1]
            assert above.startswith("# "), (path.name, above)
