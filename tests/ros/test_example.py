"""The example's assessment: sober, whole, and moved by exactly what it leans on."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from prosess.contracts.assessment import Assessment, Risk, Verdict
from prosess.contracts.findings import Finding, State
from prosess.contracts.graph import Graph, Node
from prosess.domain.text import Language
from ros.check import check, load_analysis
from ros.engine import assess
from ros.evidence import Gathered
from ros.explain import explain
from ros.lint import lint
from ros.model import AnalysisFiles
from tests.ros.test_catalogue import PATHWAY, RULES
from tests.ros.worlds import evidence_of, finding, findings_of, graph_of, node, urn

FOLDER = Path(__file__).parents[2] / "examples" / "helse-sor-ost" / "ros"
DAY = date(2023, 10, 5)
VAULT = "azure-native:keyvault:Vault"


@cache
def files() -> AnalysisFiles:
    return load_analysis(FOLDER)


def resources() -> list[Node]:
    """Two of every type that the example speaks of."""
    types = {selector.type for risk in files().risks for selector in risk.applies_to}
    used = {use.ref for risk in files().risks for use in risk.controls}
    types |= {
        check.select.type
        for control in files().controls
        if control.id in used
        for check in control.rule_checks
        if check.select
    }
    return [node(type_, f"{type_.rsplit(':', 1)[-1].lower()}-{place}") for type_ in sorted(types) for place in "ab"]


def everything_passes(graph: Graph) -> list[Finding]:
    """Each rule that the example leans on, passed on each resource of its type."""
    checks = {
        (check.rule, check.select.type if check.select else VAULT)
        for control in files().controls
        for check in control.rule_checks
    }
    return [
        finding(rule, one.urn, path="properties.any", expected=True, actual=True)
        for rule, type_ in sorted(checks)
        for one in graph.nodes
        if one.type == type_
    ]


def assessed(
    change: Callable[[Finding], Finding | None] = lambda one: one, *, of: AnalysisFiles | None = None
) -> Assessment:
    given = of or files()
    graph = graph_of(*resources())
    findings = findings_of(graph, [new for old in everything_passes(graph) if (new := change(old))])
    return assess(given, Gathered(graph, findings, evidence_of(graph, findings)), as_of=DAY)


def failing(rule: str) -> Callable[[Finding], Finding]:
    def changed(one: Finding) -> Finding:
        return finding(rule, one.resource, State.FAIL) if one.rule == rule else one

    return changed


def moved(one: Assessment, other: Assessment) -> set[str]:
    def shown(risk: Risk) -> tuple[object, ...]:
        return risk.current, risk.derivation

    return {a.id for a, b in zip(one.risks, other.risks, strict=True) if shown(a) != shown(b)}


def test_the_files_have_no_lint() -> None:
    found = lint(
        files(),
        graph=graph_of(*resources()),
        rules=RULES,
        as_of=DAY,
        assessment=assessed(),
        pathway=PATHWAY,
        deployed=DAY.replace(day=1),
    )
    assert [one.text(Language.EN) for one in found] == []


def test_it_treats_the_pathways_scenarios() -> None:
    from prosess.documents import load

    pathway = load(FOLDER.parent / "pathways" / "kols-siv.yaml").data
    assert isinstance(pathway, dict)
    assert set(pathway["scenarios"]) <= {risk.scenario for risk in files().risks}
    assert len(files().risks) >= 12


def test_with_every_rule_met_what_is_left_above_the_limit_waits_for_people() -> None:
    answer = check(assessed(), files())
    assert answer.verdict is Verdict.ABOVE_LIMIT
    assert answer.above_limit == ("R12", "R13")
    assert answer.unassessed == ()


def test_without_purge_protection_exactly_the_linked_risks_move() -> None:
    lost = urn(VAULT, "vault-a")

    def unprotected(one: Finding) -> Finding:
        if (one.rule, one.resource) != ("PP-KV-002", lost):
            return one
        return finding(
            "PP-KV-002",
            lost,
            State.FAIL,
            path="properties.enablePurgeProtection",
            expected=True,
            actual=False,
        )

    before, after = assessed(), assessed(unprotected)
    assert moved(before, after) == RULES["PP-KV-002"]
    (was,) = (risk for risk in before.risks if risk.id == "R16")
    (now,) = (risk for risk in after.risks if risk.id == "R16")
    assert (was.current.level, now.current.level) == ("medium", "high")
    told = explain(after, "R16", Language.NB, files=files())
    for said in ("nøkkelhvelvet «vault-a»", lost, "properties.enablePurgeProtection: ventet true, fant false"):
        assert said in told


def test_each_rule_moves_only_risks_that_lean_on_it() -> None:
    base = assessed()
    leaning: dict[str, set[str]] = {}
    for risk in base.risks:
        for derived in risk.derivation.controls:
            for row in derived.evidence:
                leaning.setdefault(row.rule, set()).add(risk.id)
    for rule, risks in leaning.items():
        assert moved(base, assessed(failing(rule))) == risks, rule
        assert risks <= RULES[rule]


def test_nothing_found_is_not_green() -> None:
    answer = check(assessed(lambda one: None), files())
    assert answer.verdict is Verdict.NOT_ASSESSED
    assert answer.exit_code == 4


def test_the_criteria_say_that_they_are_illustrative() -> None:
    note = files().analysis.criteria_note
    assert note is not None
    assert "illustrerende" in note.nb
    assert note.en is not None
    assert "not public" in note.en


def test_every_owner_and_responsible_is_a_role() -> None:
    for risk in files().risks:
        for party in (risk.owner, *(action.responsible for action in risk.treatment)):
            assert party is not None
            assert files().analysis.party(party) is not None


def test_every_scenario_is_judged_and_every_approval_has_a_reason_of_its_own() -> None:
    assert {risk.scenario for risk in files().risks} == {f"R{number:02}" for number in range(1, 21)}
    reasons = [risk.effects_approved.reason.nb for risk in files().risks if risk.effects_approved]
    assert len(set(reasons)) == len(reasons) == len(files().risks)


def test_the_head_tells_who_met_what_is_worth_protecting_and_from_whom() -> None:
    analysis = files().analysis
    assert [meeting.on.isoformat() for meeting in analysis.meetings] == ["2023-09-12", "2023-09-19", "2023-10-02"]
    assert analysis.archive_case is not None
    assert "Eksempel" in analysis.archive_case
    named = {asset for risk in files().risks for asset in risk.assets}
    assert named == {value.id for value in analysis.values}
    assert analysis.threat_picture is not None
    assert all("202" in threat.source for threat in analysis.threat_picture.threats)
    marked = [risk for risk in files().risks if risk.sensitive]
    assert marked
    assert all(risk.vulnerability for risk in marked)


@cache
def pathway_files() -> AnalysisFiles:
    return load_analysis(FOLDER.parent / "ros-kols-siv")


def test_the_pathways_assessment_inherits_every_risk_for_its_own_controllers() -> None:
    mine = pathway_files()
    assert set(mine.origins) == {risk.id for risk in files().risks}
    assert set(mine.origins.values()) == {"hso-prod"}
    assert {risk.id for risk in mine.risks} - set(mine.origins) == {"R41", "R42"}
    assert {risk.data_controllers for risk in mine.risks} == {PATHWAY.data_controllers[::-1]}
    assert {risk.owner for risk in mine.risks if mine.party(risk.owner or "") is None} == set()


def test_the_pathway_raises_one_risk_above_the_limit_and_lowers_none() -> None:
    answer = check(assessed(of=pathway_files()), pathway_files())
    assert answer.above_limit == ("R11", "R12", "R13")
    ranks = files().profile.ranks
    there = {risk.id: ranks[risk.current.level] for risk in assessed().risks}
    here = {risk.id: ranks[risk.current.level] for risk in answer.assessment.risks}
    assert {id_ for id_, rank in there.items() if here[id_] != rank} == {"R11"}
    assert here["R11"] > there["R11"]


def test_the_pathways_files_have_no_lint() -> None:
    found = lint(
        pathway_files(),
        graph=graph_of(*resources()),
        rules=RULES,
        as_of=DAY,
        assessment=assessed(of=pathway_files()),
        pathway=PATHWAY,
    )
    assert [one.text(Language.EN) for one in found] == []
