"""The real Checkov: says what was recorded, says what its own command line says, and reads whole environments."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from infra.arm import render
from infra.scanning import Checkov
from infra.scanning.answer import CheckovAnswer, Result
from infra.scanning.layout import lay_out
from prosess.contracts import Graph, State
from prosess.contracts.scan import Scan, ScanVerdict
from tests.infra.scanning.conftest import bound
from tests.infra.scanning.templates import TEMPLATES

pytestmark = pytest.mark.verify

ROOT = Path(__file__).parents[3]
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
