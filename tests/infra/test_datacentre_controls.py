"""Take one protection of the datacentre services away: of our own rules exactly the named one fails."""

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from policies.engine.evaluate import evaluate
from policies.engine.facts import EnvironmentFacts
from prosess.contracts import Graph, State
from tests.infra.conftest import engine

AS_OF = date(2023, 10, 5)
FACTS = EnvironmentFacts(
    stage="prod",
    operator_countries=("NO",),
    works_from={f"00000000-0000-4000-8000-000000000{group}": ("NO",) for group in (301, 302, 303)},
)
GIVEN: dict[str, Any] = {
    "azure": {
        "subscriptions": {
            "connectivity": "00000000-0000-4000-8000-000000000021",
            "guard": "00000000-0000-4000-8000-000000000022",
        }
    },
    "services": {
        "datacentre": {
            "dns_servers": [],
            "hub": {
                "mode": "create",
                "address_space": "10.101.0.0/24",
                "resolver": {"mode": "create", "forward": [{"suffix": "nhn.no", "servers": ["10.10.0.4"]}]},
            },
            "connection": {
                "mode": "vpn",
                "sites": [{"name": "moss", "address": "192.0.2.1", "ranges": ["10.1.0.0/16"]}],
            },
            "flow_logs": {"mode": "create"},
            "backup": {"mode": "create", "restore_tested_on": "2023-09-12"},
            "registry": {"mode": "create"},
            "budget": {"mode": "create", "amount": 1000, "starts": "2023-01-01"},
        }
    },
}
CONTROLS = [
    ("PP-AFW-001", "AzureFirewall", "sku.tier", "Standard"),
    ("PP-AFWP-001", "FirewallPolicy", "threatIntelMode", "Alert"),
    ("PP-AFWP-002", "FirewallPolicy", "intrusionDetection.mode", "Off"),
    ("PP-AFWP-003", "FirewallPolicy", "dnsSettings.enableProxy", False),
    ("PP-AFWR-002", "FirewallPolicyRuleCollectionGroup", "ruleCollections.0.rules.0.sourceAddresses", ["*"]),
    ("PP-PIP-002", "PublicIPAddress", "sku.name", "Basic"),
    ("PP-RT-001", "RouteTable", "routes.0.nextHopType", "Internet"),
    ("PP-RT-002", "RouteTable", "routes.0.nextHopIpAddress", None),
    ("PP-DNSF-001", "ForwardingRule", "forwardingRuleState", "Disabled"),
    ("PP-DNSI-001", "InboundEndpoint", "ipConfigurations.0.privateIpAllocationMethod", "Dynamic"),
    ("PP-VNG-001", "VirtualNetworkGateway", "sku.name", "VpnGw2"),
    ("PP-LNG-001", "LocalNetworkGateway", "localNetworkAddressSpace.addressPrefixes", ["0.0.0.0/0"]),
    ("PP-CON-001", "VirtualNetworkGatewayConnection", "ipsecPolicies", None),
    ("PP-CON-002", "VirtualNetworkGatewayConnection", "sharedKey", "word"),
    ("PP-FLOW-001", "FlowLog", "enabled", False),
    ("PP-FLOW-002", "FlowLog", "retentionPolicy.days", 7),
    ("PP-BKP-001", "BackupVault", "properties.securitySettings.softDeleteSettings.state", "Off"),
    ("PP-BKP-002", "BackupVault", "properties.securitySettings.immutabilitySettings.state", "Unlocked"),
    ("PP-BKP-005", "BackupVault", "tags.restore-tested-on", "2022-09-12"),
    ("PP-BKP-005", "BackupVault", "tags.restore-tested-on", None),
    ("PP-ACR-001", "Registry", "publicNetworkAccess", "Enabled"),
    ("PP-ACR-002", "Registry", "adminUserEnabled", True),
    ("PP-BUD-001", "Budget", "notifications", {}),
    ("PP-CEX-001", "Export", "identity", None),
]


@pytest.fixture(scope="module")
def graph(plan: Callable[..., Graph]) -> Graph:
    return plan(GIVEN)


def failing(graph: Graph) -> set[str]:
    findings = evaluate(graph, engine(), as_of=AS_OF, environment=FACTS)
    return {one.rule for one in findings.findings if one.state is not State.PASS}


def changed(graph: Graph, type_: str, path: str, value: Any) -> Graph:
    node = next(one for one in graph.nodes if one.type.startswith("azure-native:") and one.type.endswith(f":{type_}"))
    properties: Any = copy.deepcopy(node.properties)
    *parents, last = path.split(".")
    at = properties
    for key in parents:
        at = at[int(key)] if key.isdigit() else at[key]
    if value is None:
        del at[last]
    else:
        at[last] = value
    other = node.model_copy(update={"properties": properties})
    return graph.model_copy(update={"nodes": tuple(other if one.urn == node.urn else one for one in graph.nodes)})


def test_everything_passes_as_it_is_made(graph: Graph) -> None:
    assert failing(graph) == set()


@pytest.mark.parametrize(("rule", "type_", "path", "value"), CONTROLS)
def test_one_protection_away_fails_exactly_its_rule(rule: str, type_: str, path: str, value: Any, graph: Graph) -> None:
    one = changed(graph, type_, path, value)
    touched = {node.urn for node in one.nodes} - {node.urn for node in one.nodes if node in graph.nodes}
    assert len(touched) == 1
    assert failing(one) == {rule}
