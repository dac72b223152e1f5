"""The rules are data: whole, small and without a loose end."""

from pathlib import Path
from typing import Any

import pytest

from infra.arm import catalogue, render
from infra.arm.addresses import placeholders
from tests.infra.arm.conftest import GROUP, graph, node

TOKENS = sorted(catalogue.arm_paths())
DATA = Path(catalogue.__file__).parent


@pytest.mark.parametrize("token", TOKENS)
def test_every_planned_type_has_a_rule_and_a_schema(token: str) -> None:
    rule = catalogue.rule_for(token)
    assert rule is not None
    types = [f"{_type_of(rule.path)}"] if "{recordType}" not in rule.path else ["Microsoft.Network/privateDnsZones/A"]
    for type_ in types:
        schema = catalogue.schema_for(type_, rule.schema_version)
        assert schema is not None
        assert schema.version == rule.schema_version
        assert "name" in schema.shape(schema.definitions[schema.body], {}).props or schema.definitions[schema.body].by


def _type_of(path: str) -> str:
    if "/providers/" not in path:
        return "Microsoft.Resources/resourceGroups"
    segments = path.rpartition("/providers/")[2].split("/")
    return "/".join([segments[0], *segments[1::2]])


def test_the_data_is_small_and_names_its_source() -> None:
    size = sum(file.stat().st_size for file in DATA.rglob("*.json"))
    assert size < 700_000
    assert "bicep-types-az" in (DATA / "NOTICE").read_text("utf-8")


def test_every_rename_is_of_a_known_type_and_leads_to_a_key_of_it() -> None:
    known = {catalogue.canonical_types().get(type_.casefold()) for type_ in catalogue.renames() if type_ != "*"}
    assert None not in known


@pytest.mark.parametrize(
    ("type_", "plain", "version"),
    [
        ("azure-native:keyvault:Vault", "azure-native:keyvault:Vault", None),
        ("azure-native:keyvault/v20230701:Vault", "azure-native:keyvault:Vault", "2023-07-01"),
        ("azure-native:a/v20230701preview:B", "azure-native:a:B", "2023-07-01-preview"),
    ],
)
def test_a_token_tells_its_version(type_: str, plain: str, version: str | None) -> None:
    assert catalogue.plain_token(type_) == (plain, version)


def test_a_type_without_data_has_no_schema() -> None:
    assert catalogue.schema_for("Microsoft.NoSuch/things") is None
    assert catalogue.rule_for("azure-native:nosuch:Thing") is None


SCOPES = {"tenant": "tenant", "management_group": "managementGroup", "subscription": "subscription"}


@pytest.mark.parametrize("token", TOKENS)
def test_every_planned_type_gets_a_whole_name_at_a_scope_that_azure_has(token: str) -> None:
    rule = catalogue.rule_for(token)
    assert rule is not None
    on_a_vault = f"{GROUP}/providers/Microsoft.KeyVault/vaults/kv-a"
    inputs = {key: on_a_vault if rule.path.startswith(f"{{{key}}}") else key for key in placeholders(rule.path)}
    inputs |= {key: value for key, value in (("recordType", "A"), ("parentResourcePath", "a/b")) if key in inputs}
    (placed,) = render(graph(node(token, "one", inputs))).templates
    ((type_, name),) = placed.resources
    schema = catalogue.schema_for(type_, rule.schema_version)
    assert schema is not None
    assert name.count("/") + 2 == len(type_.split("/"))
    if schema.scopes:  # Azure's types have none for what no template can make
        resources: Any = placed.content["resources"]
        own = SCOPES.get(placed.scope.kind, "resourceGroup")
        assert ("extension" if "scope" in resources[0] else own) in schema.scopes
