"""What a change moves, and what it leaves alone."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from prosess.contracts.graph import Graph, Node

ONE = {
    "schema": "onboarding/1",
    "environment": "prod",
    "tenants": [{"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}],
    "pathways": [
        {
            "id": "kols-siv",
            "tenant": "siv",
            "stage": "prod",
            "manifest": "sha256:b",
            "data_controllers": ["983975259"],
            "participants": [],
            "access_options": ["helseid_attested"],
            "approved_on": "2023-10-05",
        }
    ],
}


def changed(before: Graph, after: Graph) -> dict[str, tuple[Node | None, Node | None]]:
    urns = before.by_urn.keys() | after.by_urn.keys()
    both = {urn: (before.by_urn.get(urn), after.by_urn.get(urn)) for urn in urns}
    return {urn: pair for urn, pair in both.items() if pair[0] != pair[1]}


def test_the_same_plan_twice_is_the_same(plan: Callable[..., Graph]) -> None:
    # Another spelling of the same wish, so that it is planned anew.
    again = plan({"services": {"integration": {"messaging": {"mode": "create"}}}}, settings={"queue.days": 14})
    assert changed(plan(), again) == {}


def test_a_new_tenant_touches_its_own_resources_only(plan: Callable[..., Graph]) -> None:
    two: Any = copy.deepcopy(ONE)
    two["tenants"].append({"id": "ous", "organisation": "993467049", "manifest": "sha256:c"})
    two["pathways"].insert(
        0, two["pathways"][0] | {"id": "diabetes-ous", "tenant": "ous", "data_controllers": ["993467049"]}
    )
    moved = changed(plan(onboarding=ONE), plan(onboarding=two))
    assert moved
    for urn, (before, after) in moved.items():
        assert before is None, urn
        assert after is not None
        assert "org993467049" in after.name
        assert after.labels.data_controller == "993467049"


def test_a_controllers_second_pathway_leaves_its_first_alone(plan: Callable[..., Graph]) -> None:
    two: Any = copy.deepcopy(ONE)
    two["pathways"].insert(0, two["pathways"][0] | {"id": "angst-siv"})
    moved = changed(plan(onboarding=ONE), plan(onboarding=two))
    assert {node.name for _, node in moved.values() if node} == {
        "angst-siv-org983975259",
        "angst-siv-org983975259-sends",
        "angst-siv-org983975259-receives",
    }
    assert all(before is None for before, _ in moved.values())


def test_a_service_switched_off_moves_no_subnet(plan: Callable[..., Graph]) -> None:
    off = plan({"services": {"integration": {"messaging": {"mode": "off", "reason": "Not yet."}}}})
    (before,), (after,) = (graph.of_type("azure-native:network:VirtualNetwork") for graph in (plan(), off))
    assert before == after


@pytest.mark.parametrize(
    ("setting", "value", "resource", "path"),
    [
        ("secret_vault.purge_protection", False, "secrets", "properties.enablePurgeProtection"),
        ("key_vault.purge_protection", False, "keys", "properties.enablePurgeProtection"),
        ("secret_vault.public_network_access", True, "secrets", "properties.publicNetworkAccess"),
        ("secret_vault.role_based", False, "secrets", "properties.enableRbacAuthorization"),
        ("secret_vault.soft_delete_days", 7, "secrets", "properties.softDeleteRetentionInDays"),
        ("secret_vault.refuse_by_default", False, "secrets", "properties.networkAcls.defaultAction"),
        ("monitoring.local_authentication", True, "logs", "features.disableLocalAuth"),
        ("monitoring.public_query", True, "logs", "publicNetworkAccessForQuery"),
        ("monitoring.public_ingestion", True, "logs", "publicNetworkAccessForIngestion"),
        ("audit_store.public_network_access", True, "audit", "publicNetworkAccess"),
        ("audit_store.shared_key", True, "audit", "allowSharedKeyAccess"),
        ("audit_store.cross_tenant_replication", True, "audit", "allowCrossTenantReplication"),
        ("audit_store.tls", "TLS1_0", "audit", "minimumTlsVersion"),
        ("messaging.local_authentication", True, "messaging", "disableLocalAuth"),
        ("messaging.public_network_access", True, "messaging", "publicNetworkAccess"),
        ("messaging.tls", "1.0", "messaging", "minimumTlsVersion"),
        ("messaging.zone_redundant", False, "messaging", "zoneRedundant"),
        ("queue.dead_letter", False, "platform-events", "deadLetteringOnMessageExpiration"),
        ("api_gateway.legacy_protocols", True, "gateway", "customProperties"),
        ("network.default_outbound_access", True, "network", "subnets"),
        ("network.endpoint_policies", False, "network", "subnets"),
    ],
)
def test_a_setting_moves_one_property_of_one_resource(
    setting: str, value: Any, resource: str, path: str, plan: Callable[..., Graph]
) -> None:
    """The negative controls of the policies rest on this: one secure default away, and nothing else."""
    moved = changed(plan(), plan(settings={setting: value}))
    ((before, after),) = moved.values()
    assert before is not None
    assert after is not None
    assert after.name == resource
    assert without(before.properties, path.split(".")) == without(after.properties, path.split("."))
    assert before.model_copy(update={"properties": {}}) == after.model_copy(update={"properties": {}})


@pytest.mark.parametrize(
    ("setting", "gone"),
    [
        ("secret_vault.lock", {"secrets-lock"}),
        ("secret_vault.diagnostics", {"secrets-diagnostics"}),
        ("secret_vault.private_endpoint", {"secrets-endpoint", "secrets-endpoint-zones"}),
        ("audit_store.immutable", {"audit-immutability", "access-log-immutability"}),
    ],
)
def test_a_protection_taken_away_takes_its_resources_away(
    setting: str, gone: set[str], plan: Callable[..., Graph]
) -> None:
    moved = changed(plan(), plan(settings={setting: False}))
    assert {before.name for before, _ in moved.values() if before} == gone
    assert all(after is None for _, after in moved.values())


def without(value: Any, path: list[str]) -> Any:
    if path[0] not in value:
        return value
    rest = {key: item for key, item in value.items() if key != path[0]}
    return rest | {path[0]: without(value[path[0]], path[1:])} if len(path) > 1 else rest
