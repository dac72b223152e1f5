"""What each kind of value, name and scope becomes."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.arm import RenderError, render
from infra.arm.addresses import arm_id, parse
from infra.arm.validate import validate
from prosess.contracts import Node
from tests.infra.arm.conftest import GROUP, graph, node, resource, vault

Only = Callable[..., dict[str, Any]]
ASSIGNMENT = "azure-native:authorization:RoleAssignment"
IDENTITY = "azure-native:managedidentity:UserAssignedIdentity"


def assignment(**change: Any) -> Node:
    inputs = {
        "scope": vault().id,
        "roleAssignmentName": "33333333-3333-4333-8333-333333333333",
        "principalId": "44444444-4444-4444-8444-444444444444",
        "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/r",
    }
    return node(ASSIGNMENT, "may-read", inputs | change)


def identity() -> Node:
    return node(
        IDENTITY,
        "worker",
        {"resourceGroupName": "rg-b", "resourceName": "id-worker", "location": "norwayeast"},
        id=f"{GROUP[:-4]}rg-b/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-worker",
    )


def test_an_extension_carries_its_scope_and_waits_for_what_it_extends(only: Only) -> None:
    found = only("Microsoft.Authorization/roleAssignments", vault(), assignment())
    assert found["scope"] == "[resourceId('Microsoft.KeyVault/vaults', 'kv-a')]"
    assert found["dependsOn"] == ["[resourceId('Microsoft.KeyVault/vaults', 'kv-a')]"]


def test_an_output_of_another_resource_is_a_reference_by_group_where_it_lies_in_another(only: Only) -> None:
    untold = {"unknown": True, "from": [{"urn": identity().urn, "output": "principalId"}]}
    found = only("Microsoft.Authorization/roleAssignments", vault(), identity(), assignment(principalId=untold))
    call = "resourceId('rg-b', 'Microsoft.ManagedIdentity/userAssignedIdentities', 'id-worker')"
    assert found["properties"]["principalId"] == f"[reference({call}, '2023-01-31').principalId]"


@pytest.mark.parametrize(
    "origin",
    [
        [],
        [{"urn": identity().urn, "output": "principalId", "derived": True}],
        [{"urn": vault().urn, "output": "noSuchOutput"}],
        [{"urn": identity().urn, "output": "principalId"}, {"urn": vault().urn, "output": "id"}],
        [{"urn": identity().urn}],
    ],
)
def test_what_cannot_be_told_is_a_parameter_named_by_resource_and_path(only: Only, origin: list[Any]) -> None:
    untold = {"unknown": True, "from": origin}
    found = only("Microsoft.Authorization/roleAssignments", vault(), identity(), assignment(principalId=untold))
    assert found["properties"]["principalId"] == "[parameters('may_read_principalId')]"


def secret_of_a_vault(value: Any) -> Node:
    inputs = {"resourceGroupName": "rg-a", "vaultName": "kv-a", "secretName": "s", "properties": {"value": value}}
    return node("azure-native:keyvault:Secret", "key", inputs)


def test_a_secret_is_a_secure_parameter_without_a_value() -> None:
    (template,) = render(graph(vault(), secret_of_a_vault({"secret": True}))).templates
    found = resource(render(graph(vault(), secret_of_a_vault({"secret": True}))), "Microsoft.KeyVault/vaults/secrets")
    assert found["name"] == "kv-a/s"
    assert found["properties"]["value"] == "[parameters('key_properties_value')]"
    told: Any = template.content["parameters"]
    assert told["key_properties_value"]["type"] == "securestring"
    assert "defaultValue" not in told["key_properties_value"]
    assert not validate(template)


def test_a_secret_in_clear_is_found() -> None:
    (template,) = render(graph(vault(), secret_of_a_vault("in the clear"))).templates
    assert [each.kind for each in validate(template)] == ["secret"]


@given(st.one_of(st.text(), st.text().map(lambda text: f"[{text}]")))
def test_no_text_becomes_an_expression(text: str) -> None:
    tags = {"a": text}
    found = resource(render(graph(vault(), _group(tags))), "Microsoft.Resources/resourceGroups")["tags"]["a"]
    if text.startswith("[") and text.endswith("]"):
        assert found == "[" + text
    else:
        assert found == text


def _group(tags: dict[str, str]) -> Node:
    return node(
        "azure-native:resources:ResourceGroup",
        "rg",
        {"resourceGroupName": "rg-a", "location": "norwayeast", "tags": tags},
        id=GROUP,
    )


def test_the_id_of_a_planned_resource_is_a_call_and_any_other_id_stays() -> None:
    reader = assignment(delegatedManagedIdentityResourceId=identity().id)
    found = resource(render(graph(vault(), identity(), reader)), "Microsoft.Authorization/roleAssignments")
    call = "[resourceId('rg-b', 'Microsoft.ManagedIdentity/userAssignedIdentities', 'id-worker')]"
    assert found["properties"]["delegatedManagedIdentityResourceId"] == call
    assert found["properties"]["roleDefinitionId"] == "/providers/Microsoft.Authorization/roleDefinitions/r"


def test_flat_inputs_are_laid_where_azure_has_them(only: Only) -> None:
    inputs = {
        "resourceGroupName": "rg-a",
        "virtualNetworkName": "vnet",
        "location": "norwayeast",
        "addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
        "subnets": [{"name": "app", "addressPrefix": "10.0.0.0/24", "networkSecurityGroup": {"id": "/nsg"}}],
    }
    found = only("Microsoft.Network/virtualNetworks", node("azure-native:network:VirtualNetwork", "vnet", inputs))
    assert found["location"] == "norwayeast"
    (subnet,) = found["properties"]["subnets"]
    assert subnet == {
        "name": "app",
        "properties": {"addressPrefix": "10.0.0.0/24", "networkSecurityGroup": {"id": "/nsg"}},
    }


def test_a_key_that_the_sdk_calls_otherwise_gets_azures_name(only: Only) -> None:
    inputs = {
        "resourceGroupName": "rg-a",
        "accountName": "st",
        "location": "norwayeast",
        "kind": "StorageV2",
        "sku": {"name": "Standard_GZRS"},
        "enableHttpsTrafficOnly": True,
        "identity": {"type": "UserAssigned", "userAssignedIdentities": ["/id"]},
        "encryption": {"keySource": "Microsoft.Keyvault", "keyVaultProperties": {"keyName": "k"}},
        "networkRuleSet": {"defaultAction": "Deny", "ipRules": [{"iPAddressOrRange": "192.0.2.1"}]},
    }
    found = only("Microsoft.Storage/storageAccounts", node("azure-native:storage:StorageAccount", "st", inputs))
    assert found["identity"]["userAssignedIdentities"] == {"/id": {}}
    assert found["properties"] == {
        "supportsHttpsTrafficOnly": True,
        "encryption": {"keySource": "Microsoft.Keyvault", "keyvaultproperties": {"keyname": "k"}},
        "networkAcls": {"defaultAction": "Deny", "ipRules": [{"value": "192.0.2.1"}]},
    }


def test_a_key_that_lies_deeper_is_laid_there(only: Only) -> None:
    inputs = {
        "resourceGroupName": "rg-a",
        "workspaceName": "log",
        "dataExportName": "out",
        "tableNames": ["SigninLogs"],
        "resourceId": "/hub",
        "eventHubName": "siem",
    }
    found = only(
        "Microsoft.OperationalInsights/workspaces/dataExports",
        node("azure-native:operationalinsights:DataExport", "out", inputs),
    )
    assert found["properties"]["destination"] == {"resourceId": "/hub", "metaData": {"eventHubName": "siem"}}


def test_a_generic_resource_is_rendered_as_the_type_it_stands_for(only: Only) -> None:
    inputs = {
        "resourceGroupName": "rg-a",
        "resourceProviderNamespace": "Microsoft.HealthcareApis",
        "parentResourcePath": "workspaces/ws",
        "resourceType": "fhirservices",
        "resourceName": "fhir",
        "apiVersion": "2024-03-31",
        "location": "swedencentral",
        "properties": {"publicNetworkAccess": "Disabled"},
    }
    found = only(
        "Microsoft.HealthcareApis/workspaces/fhirservices", node("azure-native:resources:Resource", "fhir", inputs)
    )
    assert (found["name"], found["apiVersion"]) == ("ws/fhir", "2024-03-31")
    assert found["properties"] == {"publicNetworkAccess": "Disabled"}


def test_a_generic_child_lies_in_the_parent_whose_id_its_path_is_made_of() -> None:
    told = {
        "resourceGroupName": "rg-a",
        "resourceProviderNamespace": "Microsoft.HealthcareApis",
        "apiVersion": "2024-03-31",
        "location": "swedencentral",
    }
    whole = told | {"resourceType": "workspaces", "resourceName": "ws", "parentResourcePath": ""}
    parent = node("azure-native:resources:Resource", "ws", whole)
    path = {"unknown": True, "from": [{"urn": parent.urn, "output": "id", "derived": True}]}
    part = told | {"resourceType": "fhirservices", "resourceName": "fhir", "parentResourcePath": path}
    found = resource(
        render(graph(parent, node("azure-native:resources:Resource", "fhir", part))),
        "Microsoft.HealthcareApis/workspaces/fhirservices",
    )
    assert found["name"] == "ws/fhir"
    assert found["dependsOn"] == ["[resourceId('Microsoft.HealthcareApis/workspaces', 'ws')]"]


@pytest.mark.parametrize("token", ["keyvault:Vault", "resources:ResourceGroup", "authorization:RoleAssignment"])
def test_an_address_is_written_as_the_id_that_it_was_read_from(token: str) -> None:
    ids = {"keyvault:Vault": str(vault().id), "resources:ResourceGroup": GROUP}
    id_ = ids.get(token, f"{vault().id}/providers/Microsoft.Authorization/roleAssignments/r")
    address = parse(id_)
    assert address is not None
    assert arm_id(address) == id_


@pytest.mark.parametrize(
    ("type_", "version"),
    [
        ("azure-native:keyvault:Vault", "2024-11-01"),
        ("azure-native:keyvault/v20230701:Vault", "2023-07-01"),
        ("azure-native:keyvault/v20230801preview:Vault", "2023-08-01-preview"),
    ],
)
def test_a_versioned_token_keeps_its_own_version(only: Only, type_: str, version: str) -> None:
    assert only("Microsoft.KeyVault/vaults", vault(type=type_))["apiVersion"] == version


def test_an_older_sdks_token_has_todays_rule(only: Only) -> None:
    inputs = {"resourceGroupName": "rg-a", "privateZoneName": "example.org", "location": "global"}
    found = only("Microsoft.Network/privateDnsZones", node("azure-native:network:PrivateZone", "zone", inputs))
    assert found["name"] == "example.org"


def test_a_name_that_another_resource_gives_is_literal(only: Only) -> None:
    parent = {"unknown": True, "from": [{"urn": vault().urn, "output": "name"}]}
    inputs = {"resourceGroupName": "rg-a", "vaultName": parent, "secretName": "s", "properties": {}}
    found = only("Microsoft.KeyVault/vaults/secrets", vault(), node("azure-native:keyvault:Secret", "key", inputs))
    assert found["name"] == "kv-a/s"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (node("azure-native:nosuch:Thing", "x", {}), "no_rule"),
        (node("azure-native:keyvault:Vault", "x", {"resourceGroupName": "rg-a"}), "name_unknown"),
        (node("azure-native:keyvault:Vault", "x", {"vaultName": "kv-b"}), "scope_unknown"),
        (vault(properties=vault().properties | {"noSuchKey": 1}), "no_place"),
        (vault(urn="urn:pulumi:test::arm::azure-native:keyvault:Vault::other"), "duplicate"),
    ],
)
def test_what_would_be_a_guess_is_refused_or_named(bad: Node, reason: str) -> None:
    others = [vault()] if bad.urn != vault().urn else [identity()]
    with pytest.raises(RenderError) as refused:
        render(graph(*others, bad))
    assert refused.value.reason == reason
    assert (refused.value.type in str(refused.value), "urn:pulumi:" in str(refused.value)) == (True, True)
    named = render(graph(*others, bad), no_rule="name")
    assert [each.reason for each in named.not_rendered] == [reason]
    assert len(named.templates) == 1


def test_a_logical_name_stands_in_only_where_asked_and_is_told() -> None:
    group = node("azure-native:resources:ResourceGroup", "rg", {"location": "norwayeast"})
    of_group = {"unknown": True, "from": [{"urn": group.urn, "output": "name"}]}
    inside = vault("kv-a", id={"unknown": True}, properties=vault("kv-a").properties | {"resourceGroupName": of_group})
    unnamed = vault("kv-b", id={"unknown": True}, properties={**inside.properties})
    unnamed.properties.pop("vaultName")
    with pytest.raises(RenderError):
        render(graph(group, inside, unnamed))
    told = render(graph(group, inside, unnamed), unnamed="logical")
    names = {name: urn for template in told.templates for (_, name), urn in template.resources.items()}
    assert names == {"rg": group.urn, "kv-a": inside.urn, "kv-b": unnamed.urn}
    assert set(told.stand_ins) == {group.urn, unnamed.urn}


def test_nothing_waits_for_what_could_not_be_rendered() -> None:
    bad = vault(properties=vault().properties | {"noSuchKey": {"secret": True}})
    rendering = render(graph(bad, secret_of_a_vault({"secret": True})), no_rule="name")
    (template,) = rendering.templates
    assert [each.reason for each in rendering.not_rendered] == ["no_place"]
    assert "dependsOn" not in resource(rendering, "Microsoft.KeyVault/vaults/secrets")
    assert not validate(template)


def test_other_providers_and_existing_resources_are_named_never_refused() -> None:
    other = node("random:index/randomId:RandomId", "r", {})
    told = render(graph(vault(), other, vault("kv-b", external=True)))
    assert [each.reason for each in told.not_rendered] == ["existing", "other_provider"]


def test_extensions_of_one_name_are_counted_each() -> None:
    locks = [
        node(
            "azure-native:authorization:ManagementLockByScope",
            name,
            {"scope": vault(name).id, "lockName": "keep", "level": "CanNotDelete"},
        )
        for name in ("kv-a", "kv-b")
    ]
    rendering = render(graph(vault("kv-a"), vault("kv-b"), *locks))
    assert [template.name.split("rg-a")[1] for template in rendering.templates] == ["", ".2"]
    assert sum(len(template.resources) for template in rendering.templates) == 4
    assert not [finding for template in rendering.templates for finding in validate(template)]


def test_a_template_is_classic() -> None:
    (template,) = render(graph(vault())).templates
    written = json.loads(template.to_bytes())
    assert written["contentVersion"] == "1.0.0.0"
    assert isinstance(written["resources"], list)
    assert "languageVersion" not in written
