"""The catalogue: whole, in three languages, and leaning on rules that exist."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from prosess.contracts.graph import Graph
from prosess.documents import read
from prosess.domain.pathway import Pathway
from ros.catalogue import applying, catalogue_controls, pathway_facts, reference, reference_catalogues, scenarios
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
CHECKOV = {
    one["id"]
    for one in json.loads((ROOT / "tests/infra/scanning/fixtures/answer.json").read_text(encoding="utf-8"))["checks"]
}
"""Checks that the real Checkov told us it has."""
PATHWAY = read(Pathway, ROOT / "examples" / "helse-sor-ost" / "pathways" / "kols-siv.yaml")
CONTROLS = catalogue_controls()


def test_there_are_twenty_scenarios_in_order() -> None:
    assert [scenario.id for scenario in scenarios()] == [f"R{number:02}" for number in range(1, 21)]


def test_a_scenario_suggests_controls_that_exist_and_no_control_is_forgotten() -> None:
    suggested = {control for scenario in scenarios() for control in scenario.controls}
    assert suggested == {control.id for control in CONTROLS}


@pytest.mark.parametrize("control", CONTROLS, ids=[control.id for control in CONTROLS])
def test_a_control_leans_on_rules_that_exist(control: Control) -> None:
    assert RULES, "no rule was found"
    assert {check.rule for check in control.rule_checks} <= set(RULES) | CHECKOV
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
    named: list[tuple[str, Any]] = [*((one.id, one) for one in CONTROLS), *((one.id, one) for one in scenarios())]
    named += [(one.id, one) for one in reference_catalogues()]
    missing = [
        f"{id_} {path}" for id_, one in named for path, text in localised_texts(one, "") if not (text.nn and text.en)
    ]
    assert missing == []


def test_what_only_a_person_can_answer_for_is_told_apart() -> None:
    assert {control.assessed_by for control in CONTROLS} == {"code", "person"}
    restore = next(control for control in CONTROLS if control.id == "CTRL-RESTORE-TEST")
    assert restore.assessed_by == "person"
    assert restore.attestations[0].facts == ("restored-at", "minutes-to-restore", "data-loss-minutes")


def test_a_control_refers_to_what_the_catalogues_have() -> None:
    strangers = [f"{control.id}: {one}" for control in CONTROLS for one in control.references if reference(one) is None]
    assert strangers == []
    assert reference("nsm:9.9") is None
    assert all(control.references for control in CONTROLS)


def test_the_catalogues_are_whole_or_say_that_they_are_not() -> None:
    by_id = {one.id: one for one in reference_catalogues()}
    assert sorted(by_id) == ["gdpr", "iso27001", "normen", "nsm"]
    assert len(by_id["nsm"].entries) == 21
    assert {id_ for id_, one in by_id.items() if one.subset} == {"gdpr", "iso27001", "normen"}
    articles = [entry.id for entry in by_id["gdpr"].entries]
    assert articles == ["5", "6", "9", "25", "28", "30", "32", "33", "35", "36", "44", "45", "46"]


def test_a_scenario_tells_its_event_in_one_sentence_of_three_parts() -> None:
    for scenario in scenarios():
        for language, (because, so_that) in {
            "nb": ("Fordi ", "slik at "),
            "nn": ("Fordi ", "slik at "),
            "en": ("Because ", "so that "),
        }.items():
            said = getattr(scenario.event, language)
            assert said.startswith(because), scenario.id
            assert so_that in said, scenario.id


def test_every_kind_of_check_is_used_by_some_control() -> None:
    assert any(control.test_checks for control in CONTROLS)
    assert any(rule.startswith("CKV") for scenario in scenarios() for rule in scenario.rules)
    assert "PP-KV-002" in next(one for one in scenarios() if one.id == "R16").rules


def test_the_examples_pathway_makes_exactly_what_it_tells_of_apply() -> None:
    because = {scenario.id: why for scenario, why in applying(None, PATHWAY)}
    assert because["R12"] == ("pathway:red_alerts",)
    assert because["R02"] == ("always",)
    assert {"R08", "R09", "R16"}.isdisjoint(because), "they ask for a plan"
    assert set(PATHWAY.scenarios) - {"R09", "R16"} <= set(because)


def test_every_fact_is_asked_for_and_told_of() -> None:
    from ros.catalogue import PathwayFact

    asked = {fact for scenario in scenarios() for fact in scenario.applies_when.pathway}
    assert asked == set(get_args(PathwayFact)) == set(pathway_facts(PATHWAY))
    alone = PATHWAY.model_copy(update={"measurements": (), "alerts": ()})
    assert {"measurements", "thresholds", "red_alerts"}.isdisjoint(pathway_facts(alone))


def test_a_plan_makes_what_it_holds_apply_and_what_it_only_refers_to_does_not() -> None:
    from tests.ros.worlds import VAULT, graph_of, node

    def why(graph: Graph) -> dict[str, tuple[str, ...]]:
        return {scenario.id: because for scenario, because in applying(graph, None)}

    vault = node(VAULT, "secrets")
    assert why(graph_of(vault))["R08"] == (f"graph:{VAULT}",)
    assert "R08" not in why(graph_of(vault.model_copy(update={"external": True})))
    assert "R12" not in why(graph_of(vault))
