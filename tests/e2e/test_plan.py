"""Plans and judgements from the command line: the same bytes whoever makes them, and never green over nothing."""

import json
import shutil
from pathlib import Path

import pytest

from prosess.contracts import Findings, Graph
from prosess.contracts.assessment import Assessment, Verdict
from tests.e2e.conftest import EXAMPLE, Run

pytestmark = pytest.mark.usefixtures("planned_in_forks")

AS_OF = ("--as-of", "2023-10-05")


def test_contract_documents_are_the_same_bytes_in_two_folders(run: Run, here: Run, tmp_path: Path) -> None:
    one, other = (Path(shutil.copytree(EXAMPLE, tmp_path / name)) for name in ("one", "another/and/deeper"))

    def printed(how: Run, region: Path, *command: str) -> bytes:
        env = region / "environments" / "prod.yaml"
        if command[0] == "ros":
            return how(*command, region / "ros", "--env", env, *AS_OF, "-o", "json", cwd=region).out
        ran = how(*command, env, *(AS_OF if command[0] == "policy" else ()), "-o", "json", cwd=region)
        assert ran.code == 0, ran.err  # prod plans, and passes every rule
        return ran.out

    graph, findings = printed(here, one, "env", "plan"), printed(here, one, "policy", "check")
    assessment = printed(run, one, "ros", "check")
    # The assessment names the digests of graph, findings and evidence: equal here, equal all the way down.
    assert printed(run, other, "ros", "check") == assessment
    read = Assessment.from_bytes(assessment)
    assert (read.graph, read.findings) == (Graph.from_bytes(graph).digest, Findings.from_bytes(findings).digest)
    assert Graph.from_bytes(graph).to_bytes() == graph
    assert Findings.from_bytes(findings).to_bytes() == findings
    assert read.to_bytes() == assessment
    for document in (graph, findings, assessment):
        assert str(tmp_path).encode() not in document


def test_a_selector_that_matches_nothing_is_never_green(here: Run, region: Path) -> None:
    path = region / "ros" / "risks" / "R09.yaml"
    kept = path.read_text()
    start = kept.index("applies_to:")
    end = kept.index("inherent:")
    nothing = 'applies_to:\n  - {type: "azure-native:sql:Server"}\n'
    path.write_text(kept[:start] + nothing + kept[end:])
    env = region / "environments" / "prod.yaml"
    ran = here("ros", "check", region / "ros", "--env", env, *AS_OF, "-o", "json")
    assessment = Assessment.from_bytes(ran.out)
    assert next(risk for risk in assessment.risks if risk.id == "R09").current.level == "not_assessed"
    assert ran.code in (1, 4)
    assert assessment.verdict is not Verdict.ACCEPTABLE


def test_policy_check_tells_what_sandbox_does_without(here: Run) -> None:
    bad = here("policy", "check", EXAMPLE / "environments" / "sandbox.yaml", *AS_OF, "--lang", "nb")
    assert bad.code == 1
    assert "PP-LOCK-001" in bad.out.decode()


def test_an_error_as_json_has_code_message_hint_and_where(here: Run) -> None:
    ran = here("env", "plan", "missing.yaml", "-o", "json")
    assert ran.code == 3
    assert json.loads(ran.err).keys() == {"code", "message", "hint", "where"}


def test_a_server_that_is_away_is_exit_6(run: Run, tmp_path: Path) -> None:
    variables = {"PROSESS_TOKEN": "x", "XDG_CONFIG_HOME": str(tmp_path)}
    ran = run("pathway", "status", "kols-siv", "--server", "http://127.0.0.1:9", variables=variables)
    assert ran.code == 6
    assert "prosess api serve" in ran.err


def test_a_command_that_needs_a_login_says_so(here: Run, tmp_path: Path) -> None:
    ran = here("gate", "list", "kols-siv", "-e", "test", variables={"XDG_CONFIG_HOME": str(tmp_path)})
    assert ran.code == 2
    assert "prosess login" in ran.err
