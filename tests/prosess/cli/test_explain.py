"""Where a resource was asked for, what judged it and which risks lean on it; and the same for a rule."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from prosess.cli.env.explain import _resource, explain
from prosess.cli.exit import CommandError, Exit
from prosess.cli.judging import Judged, judged
from prosess.cli.options import Format, Tongue
from prosess.contracts import Graph, Node
from tests.prosess.cli.test_scan import GRAPH, PROD, VAULT

pytestmark = pytest.mark.usefixtures("planned_in_forks")

Told = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def once() -> tuple[Graph, Judged]:
    """The example's plan, made and judged once."""
    return judged(PROD, as_of=None, lang=Tongue.EN)


@pytest.fixture
def told(
    once: tuple[Graph, Judged],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Told:
    """What is explained by our own rules alone, as on a machine without Checkov."""
    from infra.scanning import checkov
    from prosess.cli import judging

    monkeypatch.setattr(judging, "judged", lambda *_, **__: once)
    monkeypatch.setattr(checkov.Checkov, "interpreter", tmp_path / "nothing")

    def one(subject: str) -> dict[str, Any]:
        explain(subject, PROD, output=Format.JSON, lang=Tongue.EN)
        loaded = json.loads(capsysbinary.readouterr().out)
        assert isinstance(loaded, dict)
        return loaded

    return one


def test_a_resource_is_traced_to_its_line_its_rules_and_its_risks(told: Told) -> None:
    urn = VAULT.replace("azure-native", "prosess:security:SecretVault$azure-native")
    found = told(urn)
    assert found["source"]["declared_at"] == "services.security.secret_vault"
    assert "secret_vault" in PROD.read_text().splitlines()[found["source"]["line"] - 1]
    assert found["source"]["component"].endswith(":SecretVault::secrets")
    assert {"PP-KV-001", "PP-KV-002"} <= {one["rule"] for one in found["findings"]}
    assert {one["resource"] for one in found["findings"]} == {urn}
    assert "R16" in {one["risk"] for one in found["risks"]}
    assert found["checkov"] is False


def test_a_rule_is_told_with_what_it_judged_and_which_risks_lean_on_it(told: Told) -> None:
    found = told("PP-KV-002")
    assert found["rule"]["severity"] == "high"
    assert {one["rule"] for one in found["findings"]} == {"PP-KV-002"}
    assert len(found["findings"]) == 2
    assert {(one["risk"], one["control"]) for one in found["risks"]} == {("R16", "CTRL-PURGE-PROTECTION")}


def test_a_check_that_nobody_ran_is_not_assessed(told: Told) -> None:
    with pytest.raises(typer.Exit) as ended:
        told("CKV_AZURE_110")
    assert ended.value.exit_code == Exit.NOT_ASSESSED


def test_an_unknown_rule_is_refused_before_the_plan(told: Told) -> None:
    with pytest.raises(CommandError) as ended:
        told("PP-KV-999")
    assert (ended.value.code, ended.value.exit_code) == ("RULE_UNKNOWN", Exit.INVALID)


def test_a_name_is_enough_where_only_one_has_it() -> None:
    assert _resource("secrets", GRAPH).urn == VAULT
    with pytest.raises(CommandError, match="no resource") as unknown:
        _resource("secretz", GRAPH)
    assert "secrets" in unknown.value.hint
    other = Node(urn=f"{VAULT}-key", type="azure-native:keyvault:Key", name="secrets", custom=True)
    both = Graph(project="prosess", stack="prod", nodes=(*GRAPH.nodes, other))
    with pytest.raises(CommandError, match="2 resources") as ambiguous:
        _resource("secrets", both)
    assert VAULT in ambiguous.value.hint
