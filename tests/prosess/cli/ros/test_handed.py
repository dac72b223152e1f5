"""Evidence handed to the verbs of ``prosess ros``: recorded once, read without planning, refused where it is amiss."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infra.arm import render
from prosess import documents
from prosess.cli.app import app
from prosess.cli.exit import CommandError, Exit
from prosess.cli.judging import Judged, judged
from prosess.cli.options import Tongue
from prosess.contracts import Assessment, Graph
from prosess.documents import read
from prosess.domain.pathway import Pathway

pytestmark = pytest.mark.usefixtures("planned_in_forks")

EXAMPLE = Path(__file__).parents[4] / "examples" / "helse-sor-ost"
PROD = EXAMPLE / "environments" / "prod.yaml"
DAY = "2023-10-05"
VAULT = "Microsoft.KeyVault/vaults"

CONTROL = """schema: control/1
id: CTRL-HANDED
title: {{nb: Prøvd, nn: Prøvd, en: Tried}}
kind: preventive
checks:
  - {check}
doc:
  why: {{nb: a, nn: a, en: a}}
  detection: {{nb: a, nn: a, en: a}}
  false_positives: {{nb: a, nn: a, en: a}}
  fix: {{nb: a, nn: a, en: a}}
"""
JUNIT = (
    '<testsuite timestamp="2023-10-05T08:00:00+02:00"><testcase classname="restore" name="reaches">{}</testcase>'
    "</testsuite>"
)


@pytest.fixture(scope="module")
def once() -> tuple[Graph, Judged]:
    return judged(PROD, as_of=datetime.fromisoformat(DAY), lang=Tongue.EN)


@pytest.fixture
def record(once: tuple[Graph, Judged], tmp_path: Path) -> dict[str, Path]:
    graph, result = once
    documents = {"graph": graph, "findings": result.findings, "evidence": result.evidence}
    for name, document in documents.items():
        (tmp_path / f"{name}.json").write_bytes(document.to_bytes())
    return {name: tmp_path / f"{name}.json" for name in documents}


def ran(verb: str, *arguments: object, ros: Path = EXAMPLE / "ros", **files: Path) -> Result:
    handed = [part for name, path in files.items() for part in (f"--{name}", path)]
    words = ["ros", verb, ros, *arguments, *handed, "--as-of", DAY]
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


def assessed(ros: Path, *arguments: object, **files: Path) -> Assessment:
    return Assessment.from_bytes(ran("check", "-o", "json", *arguments, ros=ros, **files).stdout)


def because(assessment: Assessment) -> str:
    (found,) = {
        derived.because
        for one in assessment.risks
        for derived in one.derivation.controls
        if derived.control == "CTRL-HANDED"
    }
    return found


@pytest.fixture
def leaning(tmp_path: Path) -> Callable[[str], Path]:
    """The example's analysis, with one risk that leans on a control with the given check."""

    def made(check: str) -> Path:
        ros = Path(copytree(EXAMPLE / "ros", tmp_path / "ros"))
        (ros / "controls").mkdir(exist_ok=True)
        (ros / "controls" / "CTRL-HANDED.yaml").write_text(CONTROL.format(check=check), "utf-8")
        risk = next(
            path for path in sorted((ros / "risks").glob("*.yaml")) if "\ncontrols:\n" in path.read_text("utf-8")
        )
        text = risk.read_text("utf-8")
        use = "\ncontrols:\n  - {ref: CTRL-HANDED, effect: {likelihood: -1}, mechanism: prove}\n"
        risk.write_text(text.replace("\ncontrols:\n", use, 1), "utf-8")
        return ros

    return made


def test_what_was_recorded_gives_the_assessment_that_planning_gives(record: dict[str, Path]) -> None:
    planned = ran("check", "--env", PROD, "-o", "json")
    handed = ran("check", "-o", "json", **record)
    assert handed.stdout == planned.stdout
    assert handed.exit_code == planned.exit_code
    told = ran("explain", "R16", **record)
    assert told.stdout == ran("explain", "R16", "--env", PROD).stdout


def test_a_report_is_made_of_what_was_recorded(record: dict[str, Path], tmp_path: Path) -> None:
    assert ran("report", "--to", tmp_path / "ros.html", **record).exit_code == 0
    assert (tmp_path / "ros.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_report_reads_a_regions_files_once(
    record: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: list[str] = []

    def counted(model: Any, path: Path) -> Any:
        files.append(path.name)
        return read(model, path)

    monkeypatch.setattr(documents, "read", counted)
    assert ran("report", "--to", tmp_path / "ros.html", **record).exit_code == 0
    assert sorted(files) == ["initiative.yaml", "kols-siv.yaml", "region.yaml"]


def test_an_environment_of_another_region_brings_its_own_manifests(record: dict[str, Path], tmp_path: Path) -> None:
    alone = copytree(EXAMPLE / "ros", tmp_path / "ros")
    for name, ros in (("here", EXAMPLE / "ros"), ("there", alone)):
        assert ran("report", "--to", tmp_path / f"{name}.html", "--env", PROD, ros=ros, **record).exit_code == 0
    pathway = read(Pathway, EXAMPLE / "pathways" / "kols-siv.yaml")
    for name in ("here", "there"):
        said = (tmp_path / f"{name}.html").read_text("utf-8")
        assert all(one.name in said for one in pathway.participants)


def test_findings_without_their_time_prove_nothing(record: dict[str, Path]) -> None:
    del record["evidence"]
    assert ran("check", **record).exit_code == Exit.NOT_ASSESSED


def changed(path: Path, change: Callable[[Any], Any]) -> None:
    document = json.loads(path.read_bytes())
    change(document)
    path.write_text(json.dumps(document), "utf-8")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (cut, "JSON_SYNTAX"),
        (lambda path: path.write_text("to: be\n", "utf-8"), "JSON_SYNTAX"),
        (lambda path: changed(path, lambda one: one.update(graph="sha256:" + "0" * 64)), "FINDINGS_OTHER_GRAPH"),
        (lambda path: path.unlink(), "FILE_MISSING"),
    ],
    ids=["truncated", "no JSON", "of another plan", "missing"],
)
def test_findings_that_cannot_be_read_end_the_command_with_their_place(
    record: dict[str, Path], spoil: Callable[[Path], Any], code: str
) -> None:
    spoil(record["findings"])
    with pytest.raises(CommandError) as refused:
        ran("check", **record)
    assert (refused.value.exit_code, refused.value.code) == (Exit.INVALID, code)
    assert "findings.json:1:" in refused.value.message


@pytest.mark.parametrize(
    ("left", "code"),
    [((), "ROS_NO_ENVIRONMENT"), (("findings",), "ROS_RECORD_INCOMPLETE"), (("evidence",), "ROS_RECORD_INCOMPLETE")],
)
def test_what_it_is_held_against_has_to_be_told(record: dict[str, Path], left: tuple[str, ...], code: str) -> None:
    with pytest.raises(CommandError) as refused:
        ran("check", **{name: record[name] for name in left})
    assert (refused.value.exit_code, refused.value.code) == (Exit.USAGE, code)


def test_test_results_are_evidence(record: dict[str, Path], leaning: Callable[[str], Path], tmp_path: Path) -> None:
    ros = leaning('{test: "restore::*", every_days: 30}')
    results = tmp_path / "results.xml"
    results.write_text(JUNIT.format(""), "utf-8")
    found = assessed(ros, junit=results, **record)
    assert because(found) in {"effect_not_approved", "all_pass"}
    assert [source.kind for source in found.sources] == ["rules", "tests"]
    results.write_text(JUNIT.format("<failure/>"), "utf-8")
    assert because(assessed(ros, junit=results, **record)) == "a_test_fails"
    assert because(assessed(ros, **record)) == "no_test_result"


def native(graph: Graph, result: str, **changes: Any) -> list[dict[str, Any]]:
    """Checkov's own report on every vault of a plan, in the shape that ``checkov -o json`` prints."""
    checks = [
        {
            "check_id": "CKV_AZURE_110",
            "check_name": "n",
            "check_result": {"result": result, "evaluated_keys": ["properties/enablePurgeProtection"]},
            "file_path": f"/{template.name}.json",
            "resource": f"{type_}.{name}",
        }
        for template in render(graph).templates
        for type_, name in template.resources
        if type_ == VAULT
    ]
    other = {**checks[0], "check_id": "CKV_AZURE_109", "check_result": {"result": "PASSED", "evaluated_keys": []}}
    kind = "passed_checks" if result == "PASSED" else "failed_checks"
    results: dict[str, Any] = {"passed_checks": [other], "failed_checks": [], "skipped_checks": []}
    results[kind] = [*results[kind], *checks]
    return [{"check_type": "arm", "results": {**results, **changes}, "summary": {"checkov_version": "3.3.30"}}]


CKV = '{rule: CKV_AZURE_110, select: {type: "azure-native:keyvault:Vault"}}'


def test_checkovs_own_report_is_bound_to_the_plan(
    once: tuple[Graph, Judged], record: dict[str, Path], leaning: Callable[[str], Path], tmp_path: Path
) -> None:
    ros, report = leaning(CKV), tmp_path / "checkov.json"
    report.write_text(json.dumps(native(once[0], "PASSED")), "utf-8")
    found = assessed(ros, "--collected", DAY, checkov=report, **record)
    assert because(found) in {"effect_not_approved", "all_pass"}
    assert [source.kind for source in found.sources] == ["checkov", "rules"]
    report.write_text(json.dumps(native(once[0], "FAILED")[0]), "utf-8")
    assert because(assessed(ros, "--collected", DAY, checkov=report, **record)) == "a_resource_fails"
    with pytest.raises(CommandError) as refused:
        assessed(ros, checkov=report, **record)
    assert refused.value.code == "EVIDENCE_UNDATED"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda report: report[0]["results"].pop("passed_checks"), "CHECKOV_WITHOUT_PASSES"),
        (lambda report: report[0]["results"].update(passed_checks=[]), "CHECKOV_WITHOUT_PASSES"),
        (lambda report: report[0].update(check_type="terraform"), "CHECKOV_NOT_A_REPORT"),
        (lambda report: report[0].pop("results"), "CHECKOV_NOT_A_REPORT"),
        (
            lambda report: [
                one.update(resource="Microsoft.KeyVault/vaults.other") for one in report[0]["results"]["passed_checks"]
            ],
            "CHECKOV_OTHER_PLAN",
        ),
    ],
    ids=["quiet", "baseline", "of other code", "no report", "of another plan"],
)
def test_a_report_that_proves_nothing_is_refused(
    once: tuple[Graph, Judged], record: dict[str, Path], tmp_path: Path, spoil: Callable[[Any], Any], code: str
) -> None:
    report = tmp_path / "checkov.json"
    document = native(once[0], "PASSED")
    spoil(document)
    report.write_text(json.dumps(document), "utf-8")
    with pytest.raises(CommandError) as refused:
        ran("check", "--collected", DAY, checkov=report, **record)
    assert (refused.value.exit_code, refused.value.code) == (Exit.INVALID, code)
