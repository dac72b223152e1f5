"""The runbook: every name as it is planned, every step in three languages, and the plan as a contract document."""

import re
import sys
from pathlib import Path

import pytest

from prosess.cli.app import main
from prosess.cli.env.bootstrap import foundation, providers_of
from prosess.cli.env.runbook import Foundation, Told, runbook
from prosess.cli.options import Tongue
from prosess.contracts import Graph
from prosess.documents import read
from prosess.domain.environment import Environment
from prosess.domain.guard import find_person_identifier

SANDBOX = Path(__file__).parents[3] / "examples" / "helse-sor-ost" / "environments" / "sandbox.yaml"
TOLD = Told("https://token.example.org", "repo:owner/name:environment:sandbox", ("193.160.10.0/28",))


@pytest.fixture(scope="module")
def whole() -> Foundation:
    declared = read(Environment, SANDBOX)
    graph = foundation(SANDBOX, declared, TOLD)
    return Foundation(Path("environments/it's sandbox.yaml"), declared, TOLD, graph, providers_of(graph))


def test_every_step_is_told_with_its_reason_in_every_language(whole: Foundation) -> None:
    pages = {tongue: runbook(whole, tongue) for tongue in Tongue}
    assert len(set(pages.values())) == 3
    for page in pages.values():
        assert len(re.findall(r"^## \d\. ", page, re.MULTILINE)) == 6
        assert page.count("```sh") == 6
        assert "{" not in re.sub(r"```sh.*?```", "", page, flags=re.DOTALL)
        # Ids of roles and subscriptions have a grammar of their own.
        assert find_person_identifier(re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", page)) is None
    blocks = [re.findall(r"```sh.*?```", page, re.DOTALL) for page in pages.values()]
    assert blocks[0] == blocks[1] == blocks[2]  # commands have no language


def test_the_names_are_those_of_the_plan(whole: Foundation) -> None:
    page = runbook(whole, Tongue.EN)
    account, vault = whole.place("account"), whole.place("vault")
    assert f"azblob://pulumi-state?storage_account={account}" in page
    assert f"azurekeyvault://{vault}.vault.azure.net/keys/pulumi-secrets" in page
    assert "az provider register --namespace Microsoft.KeyVault --wait" in page
    assert "pulumi config set --path 'allow[0]' 193.160.10.0/28" in page
    assert """'environments/it'"'"'s sandbox.yaml'""" in page  # a name is a word to the shell, whatever it holds
    assert " Owner " not in page.split("## 4.")[1].split("## 5.")[0]
    for scope in re.findall(r"--scope (\S+)", page.split("## 3.")[1].split("## 4.")[0]):
        assert scope in {whole.id("container"), whole.id("key")}


def test_what_is_not_told_is_asked_for(whole: Foundation) -> None:
    bare = Foundation(whole.file, whole.environment, Told(), whole.graph, whole.providers)
    page = runbook(bare, Tongue.NB)
    assert page.count("\n> ") == 2
    assert "--issuer" not in page.split("```sh", 1)[1]


def test_the_plan_is_a_contract_document(
    whole: Foundation, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    options = TOLD.options().split()
    monkeypatch.setattr(sys, "argv", ["prosess", "env", "bootstrap", str(SANDBOX), *options, "-o", "json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    assert Graph.from_bytes(capfdbinary.readouterr().out) == whole.graph
