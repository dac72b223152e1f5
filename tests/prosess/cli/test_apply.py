"""Apply what was approved and nothing else, over a stand-in for Pulumi that speaks the engine's documents."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from prosess.cli import planning
from prosess.cli.app import main
from prosess.contracts import Graph, Node
from tests.prosess.cli.engine import StandIn, export_of, preview_of

pytestmark = pytest.mark.usefixtures("planned_in_forks")

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"
SANDBOX = EXAMPLE / "environments" / "sandbox.yaml"
PROD = EXAMPLE / "environments" / "prod.yaml"
OTHER = "sha256:" + "0" * 64

once = cache(planning.planned)
"""The real plan, made once for each environment: these tests are about what is done with it."""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def offline() -> Graph:
    return planned(SANDBOX)


def planned(environment: Path) -> Graph:
    return once(environment, onboarding=None, strict_preview=False)


@pytest.fixture
def pulumi(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path / "bin")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs ``prosess`` with arguments, as its entry point does."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(
        planning,
        "planned",
        lambda environment, *, onboarding=None, strict_preview=False, lang: planned(environment),
    )

    def command(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["prosess", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capfd.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return command


@pytest.fixture
def prosess(run: Run, pulumi: StandIn, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the stand-in first on PATH."""
    monkeypatch.setenv("PATH", os.pathsep.join((str(pulumi.folder), os.environ["PATH"])))
    return run


def of(graph: Graph, nodes: tuple[Node, ...]) -> Graph:
    return Graph(project=graph.project, stack=graph.stack, nodes=nodes)


def vault_of(graph: Graph) -> Node:
    (vault,) = graph.of_type("azure-native:keyvault:Vault")
    return vault


def without_vault(graph: Graph) -> Graph:
    gone = vault_of(graph)
    return of(graph, tuple(node for node in graph.nodes if node is not gone))


def with_property(graph: Graph, name: str, key: str, value: Any) -> Graph:
    nodes = [
        node.model_copy(update={"properties": node.properties | {key: value}}) if node.name == name else node
        for node in graph.nodes
    ]
    assert tuple(nodes) != graph.nodes
    return of(graph, tuple(nodes))


def verbs(pulumi: StandIn) -> list[str]:
    return [line[0] for line in pulumi.asked]


def test_what_was_approved_is_applied(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    pulumi.answer("preview", preview_of(offline))
    pulumi.answer("up", said="Resources: + 60 created")
    pulumi.answer("stack-export", export_of(offline))
    ran = prosess("env", "apply", SANDBOX, "--approved", offline.digest)
    assert ran.code == 0, ran.err
    assert offline.digest in ran.out
    assert "60 created" in ran.err  # what Pulumi says is talk
    preview, up, export = pulumi.asked
    assert preview[:3] == ["preview", "--json", "--show-sames"]
    assert up[:3] == ["up", "--yes", "--skip-preview"]
    assert export[:2] == ["stack", "export"]
    for line in (preview, up, export):
        assert "--non-interactive" in line
        assert line[line.index("--stack") + 1] == "sandbox"
        assert (Path(line[line.index("--cwd") + 1]) / "Pulumi.yaml").is_file()


def test_another_plan_than_the_approved_is_not_even_previewed(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    ran = prosess("env", "apply", SANDBOX, "--approved", OTHER)
    assert ran.code == 1
    assert offline.digest in ran.err
    assert pulumi.asked == []


def test_a_preview_that_is_another_plan_is_not_applied(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    public = with_property(offline, "audit", "allowSharedKeyAccess", True)
    pulumi.answer("preview", preview_of(public))
    ran = prosess("env", "apply", SANDBOX, "--approved", offline.digest, "--lang", "nb")
    assert ran.code == 1
    assert "properties.allowSharedKeyAccess: false → true" in ran.err
    assert "noe annet enn planen" in ran.err
    assert verbs(pulumi) == ["preview"]


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        ({"said": '{"steps": [', "talk": "Killed"}, 4, "Killed"),
        ({"status": 255, "talk": "error: no credentials"}, 4, "no credentials"),
        ({"document": {"diagnostics": [{"severity": "error", "message": "boom"}]}, "status": 255}, 4, "boom"),
        ({"document": {"steps": []}}, 4, "holds no steps"),
        ({"document": {"steps": [{"op": "create", "newState": {"type": "x"}}]}}, 4, "steps[0].newState"),
    ],
)
def test_without_a_preview_nothing_is_applied(
    answer: dict[str, Any], code: int, words: str, prosess: Run, pulumi: StandIn, offline: Graph
) -> None:
    pulumi.answer("preview", answer.pop("document", None), **answer)
    ran = prosess("env", "apply", SANDBOX, "--approved", offline.digest)
    assert ran.code == code
    assert words in ran.err
    assert verbs(pulumi) == ["preview"]


def test_what_stands_and_would_be_lost_stops_it(prosess: Run, pulumi: StandIn, offline: Graph, tmp_path: Path) -> None:
    """The approved plan does not tell what it takes away: only the engine knows what stands."""
    vault = vault_of(offline)
    lost = vault.model_copy(update={"urn": vault.urn + "-old", "name": vault.name + "-old"})
    standing = of(offline, (*offline.nodes, lost))
    pulumi.answer("preview", preview_of(offline, standing))
    pulumi.answer("stack-export", export_of(offline))
    arguments = ("env", "apply", SANDBOX, "--approved", offline.digest, "--as-of", "2023-10-05")
    ran = prosess(*arguments)
    assert ran.code == 1
    assert "PP-CHG-001" in ran.out
    assert verbs(pulumi) == ["preview"]
    entry = {"rule": "PP-CHG-001", "resource": lost.urn, "reason": "Emptied.", "owner": "platform_owner"}
    file = tmp_path / "exemptions.json"
    file.write_text(json.dumps({"schema": "exemptions/1", "exemptions": [entry | {"expires": "2023-10-05"}]}))
    assert prosess(*arguments, "--exemptions", file).code == 0


def test_what_the_engine_would_replace_stops_it(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    vault = vault_of(offline)
    pulumi.answer("preview", preview_of(offline, offline, replaced={vault.urn: ["properties.tenantId"]}))
    ran = prosess("env", "apply", SANDBOX, "--approved", offline.digest)
    assert ran.code == 1
    assert "PP-CHG-002" in ran.out
    assert "properties.tenantId" in ran.out
    assert verbs(pulumi) == ["preview"]


def test_an_apply_that_fails_or_ends_elsewhere_is_told(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    pulumi.answer("preview", preview_of(offline))
    pulumi.answer("up", status=255, talk="error: quota")
    ran = prosess("env", "apply", SANDBOX, "--approved", offline.digest)
    assert ran.code == 1
    assert "quota" in ran.err
    assert "APPLY_FAILED" in ran.err
    pulumi.answer("up")
    pulumi.answer("stack-export", export_of(without_vault(offline)))
    ended = prosess("env", "apply", SANDBOX, "--approved", offline.digest)
    assert ended.code == 1
    assert ended.out == ""


# --- destroy ---------------------------------------------------------------------------------------------------------


def destroyed(prosess: Run, environment: Path = SANDBOX, confirm: str = "sandbox") -> Ran:
    return prosess("env", "destroy", environment, "--confirm", confirm)


def test_a_sandbox_is_destroyed_protection_and_all(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    pulumi.answer("stack-export", export_of(offline))
    ran = destroyed(prosess)
    assert ran.code == 0, ran.err
    assert [line[:2] for line in pulumi.asked] == [["stack", "export"], ["state", "unprotect"], ["destroy", "--yes"]]


def test_nothing_but_a_sandbox_is_destroyed(prosess: Run, pulumi: StandIn, offline: Graph) -> None:
    assert destroyed(prosess, PROD, "prod").code == 1
    assert destroyed(prosess, SANDBOX, "prod").code == 1
    assert pulumi.asked == []
    labels = {"environment": "prod", "data_class": "none"}
    for wrong in (labels, {"environment": "sandbox", "data_class": "health"}):
        nodes = [
            node.model_copy(update={"properties": node.properties | {"labels": wrong}})
            if "labels" in node.properties
            else node
            for node in offline.nodes
        ]
        pulumi.answer("stack-export", export_of(of(offline, tuple(nodes))))
        ran = destroyed(prosess)
        assert ran.code == 1
        assert "NOT_OURS" in ran.err
    pulumi.answer("stack-export", export_of(planned(PROD)))
    assert destroyed(prosess).code == 1
    pulumi.answer("stack-export", status=255, talk="error: no stack named 'sandbox' found")
    assert destroyed(prosess).code == 4
    assert set(verbs(pulumi)) == {"stack"}


def test_without_pulumi_nothing_is_assessed(run: Run, offline: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for command in (
        ("apply", SANDBOX, "--approved", offline.digest),
        ("destroy", SANDBOX, "--confirm", "sandbox"),
    ):
        ran = run("env", *command)
        assert ran.code == 4
        assert "https://www.pulumi.com/docs/install/" in ran.err


# --- plan --from -----------------------------------------------------------------------------------------------------


def test_the_engines_documents_are_shown_and_held_against_the_plan(run: Run, offline: Graph, tmp_path: Path) -> None:
    document = tmp_path / "document.json"
    for made in (preview_of(offline), preview_of(offline, offline), export_of(offline)):
        document.write_text(json.dumps(made))
        ran = run("env", "plan", SANDBOX, "--from", document)
        assert ran.code == 0, ran.err
        assert offline.digest in ran.err
        assert "audit_store" in ran.out
    document.write_text(json.dumps(export_of(with_property(without_vault(offline), "logs", "retentionInDays", 7))))
    ran = run("env", "plan", SANDBOX, "--from", document, "-o", "json", "--lang", "nn")
    assert ran.code == 1
    assert Graph.from_bytes(ran.out).of_type("azure-native:keyvault:Vault") == ()
    assert "properties.retentionInDays: 90 → 7" in ran.err
    assert "finst berre i planen utan abonnement" in ran.err


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ('{"steps": [{"op"', "NOT_A_PLAN", "line 1, column"),
        ('{"resources": []}', "NOT_A_PLAN", "`steps`"),
        ('{"deployment": {"resources": [{"urn": 7}]}}', "NOT_A_PLAN", "deployment.resources[0]"),
        ('{"deployment": {"resources": ["x"]}}', "NOT_A_PLAN", "resources[0]"),
        ('{"steps": [], "changeSummary": []}', "NOT_A_PLAN", "steps"),
        (json.dumps({"deployment": {"resources": [{"urn": "urn:pulumi:prod::prosess::a:b:C::c", "type": "a:b:C"}]}}),
         "OTHER_STACK", "prosess/prod"),
    ],
)  # fmt: skip
def test_a_truncated_or_foreign_document_is_refused(text: str, code: str, where: str, run: Run, tmp_path: Path) -> None:
    document = tmp_path / "document.json"
    document.write_text(text)
    ran = run("env", "plan", SANDBOX, "--from", document, "-o", "json")
    error = json.loads(ran.err)
    assert (ran.code, ran.out, error["code"], error["where"]) == (3, "", code, "document.json")
    assert where in error["message"]
