"""The real Checkov: says what was recorded, says what its own command line says, and reads whole environments."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from infra.arm import render
from infra.scanning import Checkov, coverage, own_reasons
from infra.scanning.answer import CheckovAnswer, Result
from infra.scanning.layout import lay_out
from policies.engine.evaluate import coverage as own_coverage
from policies.metadata import plain_type
from prosess.contracts import Graph, State
from prosess.contracts.scan import Scan, ScanVerdict
from tests.infra.scanning.conftest import bound
from tests.infra.scanning.templates import TEMPLATES
from tests.infra.test_golden import CASES

pytestmark = pytest.mark.verify

ROOT = Path(__file__).parents[3]
PLANNED = [case for case in CASES if not case.stem.startswith("error_")]
EXAMPLE = ROOT / "examples" / "helse-sor-ost" / "environments"


def test_it_says_what_was_recorded(checkov: Checkov, recorded: CheckovAnswer) -> None:
    assert checkov.ask(TEMPLATES).to_bytes() == recorded.to_bytes()


def test_its_own_command_line_says_the_same_but_for_what_it_leaves_out(
    checkov: Checkov, recorded: CheckovAnswer, tmp_path: Path
) -> None:
    lay_out(TEMPLATES, tmp_path)
    ran = subprocess.run(
        [
            str(checkov.environment / "bin" / "checkov"),
            *("--directory", str(tmp_path), "--framework", "arm", "--skip-download", "--compact", "-o", "json"),
        ],
        capture_output=True,
        check=False,
        timeout=120,
        env={"PATH": os.defpath, "HOME": str(tmp_path), "LANG": "C.UTF-8"},
    )
    report = json.loads(ran.stdout)
    told = {
        (one["check_id"], one["resource"], one["check_result"]["result"].lower())
        for kind in ("passed_checks", "failed_checks", "skipped_checks")
        for one in report["results"][kind]
    }
    heard = {(one.check, one.resource, one.result.value) for one in recorded.answers}
    assert told <= heard
    for check, resource, result in heard - told:
        left_out = "toLower(" in resource and result == Result.FAILED.value
        assert left_out or result in (Result.UNKNOWN.value, Result.CRASHED.value), (check, resource, result)
    assert report["summary"]["resource_count"] == recorded.counted
    assert report["summary"]["checkov_version"] == recorded.version


@pytest.mark.parametrize(
    ("name", "verdict", "status"),
    # A sandbox is locked by nobody and keeps its logs a while: our own rules say so, and Checkov nothing.
    [("prod", ScanVerdict.PASS, 0), ("test", ScanVerdict.PASS, 0), ("sandbox", ScanVerdict.FAIL, 1)],
)
def test_an_environment_is_read_whole(
    checkov: Checkov, name: str, verdict: ScanVerdict, status: int, tmp_path: Path
) -> None:
    command = [str(ROOT / ".venv/bin/prosess"), "env", "scan", str(EXAMPLE / f"{name}.yaml")]
    options = ["--as-of", "2026-11-24", "-o", "json"]
    env = {**os.environ, "PROSESS_CACHE": str(tmp_path)}
    first = subprocess.run([*command, *options], capture_output=True, check=False, timeout=300, env=env)
    again = subprocess.run([*command, *options], capture_output=True, check=False, timeout=300, env=env)
    assert first.stdout == again.stdout
    assert first.returncode == again.returncode == status, first.stderr
    scan = Scan.from_bytes(first.stdout)
    assert scan.verdict is verdict
    assert scan.scanned == scan.rendered > 0
    assert scan.gaps == ()
    assert all(row.covered or row.not_assessed for row in scan.coverage)
    states = {one.state for one in scan.findings.findings if one.rule.startswith("CKV")}
    assert states <= {State.PASS, State.SUPPRESSED}
    assert State.PASS in states


def test_one_property_changed_fails_one_check(checkov: Checkov) -> None:
    planned = subprocess.run(
        [str(ROOT / ".venv/bin/prosess"), "env", "plan", str(EXAMPLE / "prod.yaml"), "-o", "json"],
        capture_output=True,
        check=True,
        timeout=120,
    )
    graph = Graph.from_bytes(planned.stdout)
    store = graph.of_type("azure-native:storage:StorageAccount")[0]
    old = store.model_copy(update={"properties": {**store.properties, "minimumTlsVersion": "TLS1_0"}})
    changed = graph.model_copy(update={"nodes": tuple(old if one is store else one for one in graph.nodes)})
    failed = []
    for plan in (graph, changed):
        rendering = render(plan, no_rule="name")
        types = {node.urn: node.type for node in plan.nodes}
        found = bound(checkov.ask(rendering.templates), rendering, types)
        failed.append({(one.rule, one.resource) for one in found.findings if one.state is State.FAIL})
    assert failed[1] - failed[0] == {("CKV_AZURE_44", store.urn)}


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.stem.startswith("error_")], ids=lambda one: one.stem
)
def test_every_golden_case_is_seen_whole(checkov: Checkov, case: Path, plan: Callable[..., Graph]) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    graph = plan(told.get("given"), settings=told.get("settings"), onboarding=told.get("onboarding"))
    rendering = render(graph, no_rule="name")
    types = {node.urn: plain_type(node.type) for node in graph.nodes}
    found = bound(checkov.ask(rendering.templates), rendering, types)
    assert found.gaps == []
    assert [(one.rule, one.resource) for one in found.findings if one.state is State.FAIL] == []
    own = {one.type: one.rules for one in own_coverage(graph).types}
    made = {urn: type_ for urn, type_ in types.items() if type_ in own}
    _, unexplained = coverage(found, rendering, made, own, own_reasons())
    assert [gap.subject for gap in unexplained] == []
