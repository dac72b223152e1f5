"""The rules are data: whole, small and without a loose end."""

from pathlib import Path

import pytest

from infra.arm import catalogue

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
