"""A scan as it is read: one verdict whatever the format, 40 lines in a pull request, SARIF that readers take."""

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from infra.scanning import Trouble
from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.places import Places
from prosess.cli.scan_report import markdown, sarif
from prosess.cli.scanning import exit_code, verdict
from prosess.cli.text.scanning import GAPS, TROUBLES
from prosess.contracts import Finding, Findings, Graph, Node, Severity, Source, State, Suppression, canonical_bytes
from prosess.contracts.scan import Coverage, Gap, GapCode, Scan, Scanner, ScanVerdict

PROD = Path(__file__).parents[3] / "examples" / "helse-sor-ost" / "environments" / "prod.yaml"
TYPE = "azure-native:keyvault:Vault"
VAULT = f"urn:pulumi:prod::prosess::{TYPE}::secrets"
GRAPH = Graph(
    project="prosess",
    stack="prod",
    nodes=(
        Node(
            urn=VAULT,
            type=TYPE,
            name="secrets",
            custom=True,
            source=Source(declared_at="services.security.secret_vault"),
        ),
    ),
)
HELD = Suppression(reason="It | cannot <be> so.", owner="maintainers", expires=date(2027, 1, 1))


def finding(rule: str, state: State) -> Finding:
    own = rule.startswith("PP-")
    return Finding(
        rule=rule,
        resource=VAULT,
        type=TYPE,
        state=state,
        severity=Severity.HIGH,
        message=f"{rule}.message" if own else "CHECKOV_CHECK.message",
        remedy=f"{rule}.fix" if own else "CHECKOV_CHECK.fix",
        facts={"because": "CHECK_CRASHED"} if state is State.NOT_EVALUATED else {},
        suppression=HELD if state is State.SUPPRESSED else None,
    )


def scan(findings: Iterable[Finding], gaps: Iterable[Gap] = ()) -> Scan:
    found = Findings(graph=GRAPH.digest, policy_revision="x", findings=tuple(findings))
    left = tuple(gaps)
    return Scan(
        verdict=verdict(found, left),
        scanner=Scanner(version="3.3.30", lock="sha256:0"),
        templates="sha256:1",
        rendered=1,
        scanned=1,
        findings=found,
        titles={one.rule: "Ensure it | is <so>" for one in found.findings if one.rule.startswith("CKV")},
        coverage=tuple(Coverage(type=f"azure-native:x:T{n}", resources=1, own=("PP-KV-002",)) for n in range(60)),
        gaps=left,
    )


GAP = Gap(code=GapCode.RESOURCE_NOT_READ, subject=VAULT)
PASSED, FAILED = finding("PP-KV-002", State.PASS), finding("CKV_AZURE_110", State.FAIL)
HELD_BACK = finding("CKV_AZURE_42", State.SUPPRESSED)
UNTOLD = finding("CKV_AZURE_109", State.NOT_EVALUATED)


@pytest.mark.parametrize(
    ("findings", "gaps", "expected", "code"),
    [
        ([PASSED], [], ScanVerdict.PASS, Exit.OK),
        ([PASSED, HELD_BACK], [], ScanVerdict.PASS, Exit.OK),
        ([PASSED, FAILED], [GAP], ScanVerdict.FAIL, Exit.FAILED),
        ([PASSED], [GAP], ScanVerdict.NOT_ASSESSED, Exit.NOT_ASSESSED),
        ([PASSED, UNTOLD], [], ScanVerdict.NOT_ASSESSED, Exit.NOT_ASSESSED),
        ([], [], ScanVerdict.NOT_ASSESSED, Exit.NOT_ASSESSED),
    ],
)
def test_what_was_not_seen_is_never_green(
    findings: list[Finding], gaps: list[Gap], expected: ScanVerdict, code: Exit
) -> None:
    told = scan(findings, gaps)
    assert (told.verdict, exit_code(told.verdict)) == (expected, code)
    assert Scan.from_bytes(told.to_bytes()) == told


@pytest.mark.parametrize("lang", list(Tongue))
def test_a_pull_request_gets_forty_lines_at_most(lang: Tongue) -> None:
    many = [finding(f"CKV_AZURE_{number}", State.FAIL) for number in range(100, 400)]
    gaps = [GAP.model_copy(update={"subject": f"{VAULT}{number}"}) for number in range(99)]
    shown = markdown(scan([*many, HELD_BACK, UNTOLD], gaps), GRAPH, lang)
    assert len(shown.splitlines()) <= 40
    assert "CKV_AZURE_100" in shown
    assert "<so>" not in shown
    assert shown.count("<details>") == shown.count("</details>") == 2
    for row in shown.splitlines():
        if row.startswith("| ✗"):
            assert len(re.findall(r"(?<!\\)\|", row)) == 5, row


@pytest.fixture
def log() -> dict[str, object]:
    made = sarif(scan([PASSED, FAILED, HELD_BACK, UNTOLD], [GAP]), GRAPH, Places(PROD, None, Tongue.EN), Tongue.EN)
    written = b"".join(made)
    loaded = json.loads(written)
    assert canonical_bytes(loaded) == written
    assert isinstance(loaded, dict)
    return loaded


def test_sarif_has_what_its_schema_asks_for(log: dict[str, object]) -> None:
    runs = log["runs"]
    assert isinstance(runs, list)
    (run,) = runs
    assert log["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == sorted({one["id"] for one in rules})
    for one in rules:
        assert one["shortDescription"]["text"]
        assert one["help"]["text"]
        assert one["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["kind"] in {"fail", "open"}
        assert one["level"] == "none" or one["kind"] == "fail"
        assert one["message"]["text"]
        (place,) = one["locations"]
        assert place["logicalLocations"][0]["fullyQualifiedName"] == VAULT
        assert not place["physicalLocation"]["artifactLocation"]["uri"].startswith("/")
    assert [one["kind"] for one in run["results"]] == ["fail", "fail", "open"]
    assert [len(one.get("suppressions", [])) for one in run["results"]] == [0, 1, 0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["descriptor"]["id"] == "RESOURCE_NOT_READ"


def test_a_result_stands_at_the_line_that_asked_for_the_resource(log: dict[str, object]) -> None:
    runs = log["runs"]
    assert isinstance(runs, list)
    line = runs[0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"]
    assert PROD.read_text().splitlines()[line - 1].strip().startswith("secret_vault:")


def test_every_gap_and_every_trouble_is_worded() -> None:
    assert GAPS.keys() == set(GapCode)
    assert TROUBLES.keys() == set(Trouble)
    worded = [*GAPS.values(), *(part for one in TROUBLES.values() for part in one)]
    assert all(len(set(one)) > 1 for one in worded)


def test_without_checkov_nothing_is_assessed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from infra.scanning import checkov
    from prosess.cli import scanning
    from prosess.cli.judging import judge
    from prosess.cli.reviewed import environment_of

    monkeypatch.setattr(checkov.Checkov, "interpreter", tmp_path / "nothing")
    environment = environment_of(PROD, Tongue.EN)
    with pytest.raises(CommandError) as ended:
        scanning.scan(GRAPH, judge(GRAPH, environment, as_of=None), as_of=None, lang=Tongue.NB)
    assert (ended.value.exit_code, ended.value.code) == (Exit.NOT_ASSESSED, "CHECKOV_MISSING")
    assert "make tools" in ended.value.hint
