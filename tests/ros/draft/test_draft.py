"""A draft says what applies and why, judges nothing, and is never greener than the truth."""

import os
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Verdict
from prosess.contracts.graph import Graph
from prosess.documents import read
from prosess.domain.errors import DomainError
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language
from ros.catalogue import catalogue_controls, scenarios
from ros.catalogue.catalogue import PathwayFact
from ros.check import EXIT_CODES, check
from ros.criteria import read_profile
from ros.draft import Applied, Draft, Facts, applying, draft, write_folder
from ros.draft.facts import TOLD
from ros.engine import assess
from ros.evidence.gathered import Gathered
from ros.gate.validity import INVALID
from ros.lint import lint
from ros.loading import load_analysis
from ros.model import AnalysisFiles
from ros.wording.text import known
from tests.ros.test_catalogue import RULES
from tests.ros.worlds import evidence_of, finding, findings_of, graph_of, node

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"
PROFILES = [read_profile("illustrative-4x4@1"), read_profile("illustrative-5x5@1")]
TYPES = sorted({type_ for scenario in scenarios() for type_ in (*scenario.resources, *scenario.applies_when.graph)})
ABOUT = Draft(
    id="environment-prod",
    scope="environment:prod",
    controllers=("983975259", "310000000"),
    provider="914637651",
    names={"983975259": "Sykehuset i Vestfold HF"},
)


@cache
def pathway() -> Pathway:
    return read(Pathway, EXAMPLE / "pathways" / "kols-siv.yaml")


def graph(types: list[str]) -> Graph:
    return graph_of(*(node(type_, f"n{place}") for place, type_ in enumerate(types) if "*" not in type_))


def drafted(folder: Path, facts: Facts, profile: str = "illustrative-4x4@1") -> AnalysisFiles:
    write_folder(folder, draft(ABOUT, applying(facts), read_profile(profile), Language.EN))
    return load_analysis(folder)


def by_id(facts: Facts) -> dict[str, Applied]:
    return {one.scenario.id: one for one in applying(facts)}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.reference)
def test_a_draft_loads_and_nothing_in_it_is_acceptable_though_every_rule_passes(
    tmp_path: Path, profile: object
) -> None:
    """The best of findings, and still every risk is above the limit or not assessed."""
    reference = getattr(profile, "reference", "")
    facts = Facts(graph(TYPES), pathway())
    files = drafted(tmp_path / "ros", facts, reference)
    assert len(files.risks) == sum(one.applies for one in applying(facts)) > 10
    assert facts.graph
    rules = {check.rule for control in catalogue_controls() for check in control.rule_checks}
    findings = findings_of(facts.graph, [finding(rule, one.urn) for rule in rules for one in facts.graph.nodes])
    answer = assess(files, Gathered(facts.graph, findings, evidence_of(facts.graph, findings)), as_of=date(2023, 10, 5))
    green = [
        risk.id
        for risk in answer.risks
        if risk.current.level != "not_assessed" and not files.profile.above_limit(risk.current.level)
    ]
    assert green == []
    assert answer.verdict is Verdict.ABOVE_LIMIT
    assert check(answer, files).exit_code == EXIT_CODES[Verdict.ABOVE_LIMIT] == 1
    assert files.analysis.state == "draft"
    assert not any(risk.effects_approved or risk.treatment for risk in files.risks)


def test_nothing_that_a_draft_names_does_not_exist(tmp_path: Path) -> None:
    """Checkov's checks are not ours to know; its own report tells which ran."""
    facts = Facts(graph(TYPES), pathway())
    found = lint(drafted(tmp_path / "ros", facts), rules=set(RULES))
    assert {one.id for one in found} & INVALID == set()


def test_why_a_scenario_applies_is_told_by_resource_and_by_the_manifests_own_ids() -> None:
    found = by_id(Facts(graph(["azure-native:keyvault:Vault"] * 2), pathway()))
    told = {(reason.key, reason.of, reason.count) for reason in found["R09"].because}
    assert ("type", ("azure-native:keyvault:Vault",), 2) in told
    assert ("named", ("kols-siv",), 0) in told
    (measures, _) = found["R13"].because
    assert (measures.key, "puls" in measures.of) == ("fact.measurements", True)


def test_what_needs_a_manifest_waits_for_one() -> None:
    found = by_id(Facts(graph(["azure-native:keyvault:Vault"])))
    assert [(one.applies, [reason.key for reason in one.because]) for one in (found["R13"],)] == [
        (False, ["no_manifest"])
    ]


def test_selectors_and_controls_are_those_that_the_plan_can_answer() -> None:
    found = by_id(Facts(graph(["azure-native:keyvault:Vault"])))["R09"]
    assert [selector.type for selector in found.selectors] == ["azure-native:keyvault:Vault"]
    checked = {
        check.select.type for control in found.controls for check in control.rule_checks if check.select is not None
    }
    assert checked <= {"azure-native:keyvault:Vault"}
    assert {control.id for control in (*found.controls, *found.left_out)} == set(found.scenario.controls)


def test_a_scenario_that_does_not_apply_is_an_exclusion_with_its_reason(tmp_path: Path) -> None:
    files = drafted(tmp_path / "ros", Facts(graph(["azure-native:keyvault:Vault"])))
    written = {risk.id for risk in files.risks}
    excluded = {re.match(r"R\d\d", text.nb)[0] for text in files.analysis.exclusions}  # type: ignore[index]
    assert written | excluded == {scenario.id for scenario in scenarios()}
    assert not written & excluded


@settings(max_examples=15, deadline=None)
@given(st.permutations(TYPES), st.integers(0, 5), st.sampled_from(list(Language)))
def test_the_same_facts_give_the_same_bytes(types: list[str], count: int, language: Language) -> None:
    """In whatever order the plan names its resources."""
    chosen = types[:count]
    first, second = (
        draft(ABOUT, applying(Facts(graph(order), pathway())), PROFILES[0], language)
        for order in (chosen, sorted(chosen))
    )
    assert first == second


def test_every_reason_has_words() -> None:
    facts = set(PathwayFact.__args__)  # type: ignore[attr-defined]
    assert set(TOLD) == facts
    assert [key for fact in facts for key in (f"draft.fact.{fact}", f"draft.no_fact.{fact}") if not known(key)] == []


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mitt")
    with pytest.raises(DomainError) as error:
        drafted(tmp_path, Facts(graph(["azure-native:keyvault:Vault"])))
    assert error.value.code == "ROS_FOLDER_NOT_EMPTY"
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    assert drafted(tmp_path, Facts(graph(["azure-native:keyvault:Vault"]))).risks


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    def fails_at_third(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 3:
            raise OSError("full")

    monkeypatch.setattr(os, "fsync", fails_at_third)
    with pytest.raises(OSError, match="full"):
        drafted(tmp_path / "ros", Facts(graph(TYPES)))
    assert list(tmp_path.iterdir()) == []
