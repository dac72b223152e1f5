"""What must hold of every plan, whatever was asked for."""

import ipaddress
import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from infra import regions
from prosess.contracts.graph import Graph, Node
from prosess.domain.guard import find_person_identifier
from tests.infra.conftest import override
from tests.infra.test_watching import WATCHED

EXISTING = "/subscriptions/00000000-0000-4000-8000-000000000010/resourceGroups/rg/providers"
FHIR = {"hosting": "sweden_central", "reason": "No FHIR service is offered in Norway."}
ONBOARDING = {
    "schema": "onboarding/1",
    "environment": "prod",
    "tenants": [
        {"id": "siv", "organisation": "983975259", "manifest": "sha256:a"},
        {"id": "ous", "organisation": "993467049", "manifest": "sha256:c"},
    ],
    "pathways": [
        {
            "id": "kols-siv",
            "tenant": "siv",
            "stage": "prod",
            "manifest": "sha256:b",
            "data_controllers": ["964965137", "983975259"],
            "participants": [],
            "access_options": ["helseid_attested"],
            "approved_on": "2023-10-05",
        }
    ],
}
VARIANTS: dict[str, dict[str, Any]] = {
    "whole": {},
    "onboarded": {"onboarding": ONBOARDING},
    "fhir": {
        "given": {"fhir": FHIR, "residency": {"storage_countries": ["NO", "SE"]}},
        "onboarding": ONBOARDING,
    },
    "private endpoint": {"given": {"services": {"integration": {"api_gateway": {"network": "private_endpoint"}}}}},
    "regional": {
        "given": {
            "services": {
                "security": {
                    "secret_vault": {"mode": "existing", "id": f"{EXISTING}/Microsoft.KeyVault/vaults/kv-a"},
                    "key_vault": {"mode": "existing", "id": f"{EXISTING}/Microsoft.KeyVault/vaults/kv-b"},
                    "monitoring": {
                        "mode": "existing",
                        "id": f"{EXISTING}/Microsoft.OperationalInsights/workspaces/log-a",
                    },
                }
            }
        },
        "onboarding": ONBOARDING,
    },
    "watched": {"given": WATCHED, "onboarding": ONBOARDING},
}
CONNECTED = {
    "azure-native:keyvault:Vault",
    "azure-native:storage:StorageAccount",
    "azure-native:servicebus:Namespace",
}
STATEFUL = CONNECTED | {
    "azure-native:operationalinsights:Cluster",
    "azure-native:operationalinsights:Workspace",
    "azure-native:resources:Resource",
}
LOGGED = (STATEFUL - {"azure-native:operationalinsights:Cluster", "azure-native:storage:StorageAccount"}) | {
    "azure-native:apimanagement:ApiManagementService",
    "azure-native:network:NetworkSecurityGroup",
    "azure-native:network:VirtualNetwork",
    "azure-native:storage:BlobServiceProperties",
}
TYPED = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9]+(\.[0-9]+){3}(/[0-9]+)?$")
"""Identifiers and addresses have grammars of their own; all else is held to law 4."""

FORBIDDEN_ROLES = {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",  # Owner
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",  # User Access Administrator
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168",  # Role Based Access Control Administrator
    "b24988ac-6180-42a0-ab88-20f7382dd24c",  # Contributor
}


@pytest.fixture(params=VARIANTS, scope="module")
def graph(request: pytest.FixtureRequest, plan: Callable[..., Graph]) -> Graph:
    return plan(**VARIANTS[request.param])


def about(graph: Graph, type_: str, key: str) -> set[str]:
    """Give the ids that resources of one type point at with one property."""
    return {str(node.properties[key]) for node in graph.of_type(type_)}


def named(node: Node) -> str:
    return node.urn.rpartition("prosess::")[2]


def test_what_holds_data_is_locked_and_protected(graph: Graph) -> None:
    depended = {
        urn
        for node in graph.of_type("azure-native:authorization:ManagementLockByScope")
        for urn in node.property_dependencies["scope"]
        if node.properties["level"] == "CanNotDelete"
    }
    held = [node for node in graph.nodes if node.type in STATEFUL]
    assert held
    assert [named(node) for node in held if node.urn not in depended] == []
    assert [named(node) for node in held if not node.protect] == []


def test_what_can_tell_tells(graph: Graph) -> None:
    settings = graph.of_type("azure-native:monitor:DiagnosticSetting")
    told = {urn for node in settings for urn in node.property_dependencies["resourceUri"]}
    silent = [
        named(node)
        for node in graph.nodes
        # A FHIR workspace has no logs of its own: its service has.
        if node.type in LOGGED and node.urn not in told and node.properties.get("resourceType") != "workspaces"
    ]
    assert silent == []
    assert {node.properties["name"] for node in settings} == {"prosess-to-workspace"}
    assert len({str(node.properties["workspaceId"]) for node in settings}) == 1
    assert all(node.properties.get("logs") or node.properties.get("metrics") for node in settings)


def test_services_are_reached_privately_and_found_by_name(graph: Graph) -> None:
    endpoints = graph.of_type("azure-native:network:PrivateEndpoint")
    reached = {urn for node in endpoints for urn in node.property_dependencies["privateLinkServiceConnections"]}
    assert [named(node) for node in graph.nodes if node.type in CONNECTED and node.urn not in reached] == []
    groups = graph.of_type("azure-native:network:PrivateDnsZoneGroup")
    assert {urn for node in groups for urn in node.property_dependencies["privateEndpointName"]} == {
        node.urn for node in endpoints
    }
    linked = about(graph, "azure-native:privatedns:VirtualNetworkLink", "privateZoneName")
    assert linked == {
        node.properties["privateZoneName"] for node in graph.of_type("azure-native:privatedns:PrivateZone")
    }


def test_roles_are_given_narrowly_and_under_stable_names(graph: Graph) -> None:
    given = graph.of_type("azure-native:authorization:RoleAssignment")
    names = Counter(str(node.properties["roleAssignmentName"]) for node in given)
    assert given
    assert max(names.values()) == 1
    for node in given:
        assert node.properties["principalType"] in {"Group", "ServicePrincipal"}
        assert str(node.properties["roleDefinitionId"]).rpartition("/")[2] not in FORBIDDEN_ROLES
        scope = node.properties["scope"]
        assert isinstance(scope, str)
        assert "/resourceGroups/" in scope, "never a whole subscription"


def test_everything_is_labelled_by_its_component(graph: Graph, base: dict[str, Any]) -> None:
    numbers = {base["data_controller"], "964965137", "983975259", "993467049"}
    for node in graph.nodes:
        if node.type.startswith(("azure-native:", "prosess:")):
            assert node.labels.environment == "prod"
            assert node.labels.service
            assert node.labels.data_class == "health"
            assert node.labels.data_controller in numbers
            assert node.source.component or not node.custom
            assert node.source.declared_at
            declared = node.source.declared_at.split(".")
            at: Any = override(base, WATCHED) | {"fhir": FHIR, "pathways": {"data_controllers": []}}
            for key in declared:
                assert key in at, node.source.declared_at
                at = at[key]
        if node.custom and node.type.startswith("azure-native:"):
            assert node.provider, "the file's subscription, never the logged-in one"


def test_a_store_holds_one_controllers_data(graph: Graph) -> None:
    """Law 5: what is made for a controller names no other controller, in any property."""
    numbers = {"964965137", "983975259", "993467049"}
    for node in graph.nodes:
        if node.labels.data_controller in numbers:
            text = json.dumps(node.properties)
            others = numbers - {node.labels.data_controller}
            assert not [other for other in others if other in text], named(node)


def test_tags_are_on_all_that_can_have_them(graph: Graph) -> None:
    untaggable = re.compile(
        r":(PrivateDnsZoneGroup|DiagnosticSetting|RoleAssignment|ManagementLockByScope|BlobContainer\w*|Queue|Policy"
        r"|PolicyFragment|PrivateRecordSet|NamedValue|BlobServiceProperties|PrivateLinkScopedResource"
        r"|SubscriptionDiagnosticSetting|SentinelOnboardingState|ScheduledAlertRule|AutomationRule|Pricing"
        r"|SecurityContact|PolicyDefinition|PolicySetDefinition|PolicyAssignment|PolicyExemption)$"
    )
    for node in graph.nodes:
        if node.type.startswith("azure-native:") and not untaggable.search(node.type):
            tags = node.properties["tags"]
            assert isinstance(tags, dict)
            assert tags["data-controller"] == node.labels.data_controller
            assert tags["cost-owner"]


def test_everything_lies_where_it_may(graph: Graph) -> None:
    allowed = {"norwayeast", "swedencentral", "global"}
    places = {str(node.properties["location"]) for node in graph.nodes if "location" in node.properties}
    assert places <= allowed
    assert regions.table().countries["norwayeast"] == "NO"


def test_security_groups_end_in_no_and_admit_nobody_from_anywhere(graph: Graph) -> None:
    for node in graph.of_type("azure-native:network:NetworkSecurityGroup"):
        rules: Any = node.properties["securityRules"]
        for direction in ("Inbound", "Outbound"):
            ours = [rule for rule in rules if rule["direction"] == direction]
            assert Counter(rule["priority"] for rule in ours).most_common(1)[0][1] == 1
            assert max(ours, key=lambda rule: rule["priority"])["access"] == "Deny"
            assert max(rule["priority"] for rule in ours) == 4096
        assert len({rule["name"] for rule in rules}) == len(rules)
        for rule in rules:
            if rule["access"] == "Allow":
                assert rule["sourceAddressPrefix"] not in {"*", "Internet", "0.0.0.0/0"}
    (network,) = graph.of_type("azure-native:network:VirtualNetwork")
    subnets: Any = network.properties["subnets"]
    for subnet in subnets:
        assert subnet["networkSecurityGroup"]["id"]
        assert subnet["defaultOutboundAccess"] is False
        assert subnet["privateEndpointNetworkPolicies"] == "Enabled"
        assert ipaddress.ip_network(subnet["addressPrefix"]).is_private


def test_no_plan_holds_a_secret_or_a_person_identifier(graph: Graph) -> None:
    for node in graph.nodes:
        for value in _texts(node.properties):
            if not TYPED.search(value):
                assert find_person_identifier(value) is None, value
    for node in graph.of_type("azure-native:apimanagement:NamedValue"):
        assert "value" not in node.properties


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return []
