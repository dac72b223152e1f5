"""The catalogue: whole, in three languages, and leaning on rules that exist."""

import re
from pathlib import Path

import pytest

from ros.catalogue import catalogue_controls, scenarios
from ros.lint import localised_texts
from ros.model import Control

ROOT = Path(__file__).parents[2]
REGO = sorted(path for path in (ROOT / "policies" / "rules").rglob("*.rego") if not path.name.endswith("_test.rego"))


def declared_rules() -> dict[str, set[str]]:
    """Rule → the scenarios that its own metadata names, read as text: this package knows findings, not policies."""
    found: dict[str, set[str]] = {}
    for path in REGO:
        for block in path.read_text(encoding="utf-8").split("# METADATA")[1:]:
            rule = re.search(r"^#\s+id: (PP-[A-Z]+-\d{3})$", block, re.M)
            named = re.search(r"^#\s+ros: \[([^]]*)\]", block, re.M)
            if rule:
                found[rule[1]] = set(re.findall(r"R\d{2}", named[1])) if named else set()
    return found


RULES = declared_rules()
CONTROLS = catalogue_controls()


def test_there_are_twenty_scenarios_in_order() -> None:
    assert [scenario.id for scenario in scenarios()] == [f"R{number:02}" for number in range(1, 21)]


def test_a_scenario_suggests_controls_that_exist_and_no_control_is_forgotten() -> None:
    suggested = {control for scenario in scenarios() for control in scenario.controls}
    assert suggested == {control.id for control in CONTROLS}


@pytest.mark.parametrize("control", CONTROLS, ids=[control.id for control in CONTROLS])
def test_a_control_leans_on_rules_that_exist(control: Control) -> None:
    assert RULES, "no rule was found"
    assert {check.rule for check in control.rule_checks} <= set(RULES)
    assert control.checks, "nothing tells whether it works"


def test_the_scenarios_that_a_rule_names_are_those_that_lean_on_it() -> None:
    by_id = {control.id: control for control in CONTROLS}
    strangers = [
        f"{scenario.id} leans on {check.rule}, which names {sorted(RULES[check.rule])}"
        for scenario in scenarios()
        for control in scenario.controls
        for check in by_id[control].rule_checks
        if scenario.id not in RULES.get(check.rule, {scenario.id})
    ]
    assert strangers == []


def test_every_text_is_in_three_languages() -> None:
    named = [*((one.id, one) for one in CONTROLS), *((one.id, one) for one in scenarios())]
    missing = [
        f"{id_} {path}" for id_, one in named for path, text in localised_texts(one, "") if not (text.nn and text.en)
    ]
    assert missing == []


def test_what_only_a_person_can_answer_for_is_told_apart() -> None:
    assert {control.assessed_by for control in CONTROLS} == {"code", "person"}
    restore = next(control for control in CONTROLS if control.id == "CTRL-RESTORE-TEST")
    assert restore.assessed_by == "person"
