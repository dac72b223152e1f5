"""A plan rendered to ARM templates and held to Azure's own types."""

import copy
import statistics
import time
from typing import Any

from infra.arm import Rendering, render
from infra.arm.validate import validate
from prosess.contracts import Graph, Node

SUBSCRIPTION = "/subscriptions/11111111-1111-4111-8111-111111111111"


def _group(number: int) -> list[Node]:
    """Give ten resources in a group of their own, linked as a component links them."""
    group, name = f"rg-{number:05}", f"r{number:05}"
    root = f"{SUBSCRIPTION}/resourceGroups/{group}"
    at = {"resourceGroupName": group, "location": "norwayeast", "tags": {"environment": "prod", "service": "bench"}}
    network = f"{root}/providers/Microsoft.Network/virtualNetworks/{name}"
    subnets = [
        {"name": f"s{index}", "addressPrefix": f"10.0.{index}.0/24", "privateEndpointNetworkPolicies": "Enabled"}
        for index in range(6)
    ]
    nodes = [_node("resources:ResourceGroup", name, root, {**at})]
    nodes.append(
        _node(
            "network:VirtualNetwork",
            name,
            network,
            {
                **at,
                "virtualNetworkName": name,
                "addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
                "subnets": subnets,
            },
        )
    )
    for index in range(2):
        vault = f"{root}/providers/Microsoft.KeyVault/vaults/{name}{index}"
        body = {
            "tenantId": SUBSCRIPTION[15:],
            "sku": {"family": "A", "name": "premium"},
            "enableRbacAuthorization": True,
            "networkAcls": {"bypass": "None", "defaultAction": "Deny", "ipRules": [], "virtualNetworkRules": []},
        }
        inputs = {**at, "vaultName": f"{name}{index}", "properties": body}
        nodes.append(_node("keyvault:Vault", f"{name}-{index}", vault, inputs))
        of = nodes[-1].urn
        lock = {"scope": vault, "lockName": f"keep-{index}", "level": "CanNotDelete"}
        nodes.append(_node("authorization:ManagementLockByScope", f"{name}-{index}", None, lock, of))
        setting = {
            "resourceUri": vault,
            "name": f"audit-{index}",
            "workspaceId": f"{root}/providers/Microsoft.OperationalInsights/workspaces/{name}",
            "logs": [{"categoryGroup": "allLogs", "enabled": True}],
        }
        nodes.append(_node("monitor:DiagnosticSetting", f"{name}-{index}", None, setting, of))
        endpoint = {
            **at,
            "privateEndpointName": f"pe-{name}-{index}",
            "subnet": {"id": f"{network}/subnets/s1"},
            "privateLinkServiceConnections": [{"name": "v", "privateLinkServiceId": vault, "groupIds": ["vault"]}],
        }
        nodes.append(_node("network:PrivateEndpoint", f"{name}-{index}", None, endpoint, of))
    return nodes


def _node(token: str, name: str, id_: str | None, inputs: dict[str, Any], of: str | None = None) -> Node:
    type_ = f"azure-native:{token}"
    return Node(
        urn=f"urn:pulumi:prod::bench::{type_}::{name}",
        type=type_,
        name=name,
        custom=True,
        id=id_ or {"unknown": True},
        dependencies=(of,) if of else (),
        properties=copy.deepcopy(inputs),
    )


def _graph(resources: int) -> Graph:
    nodes = [node for number in range(resources // 10) for node in _group(number)]
    return Graph(project="bench", stack="prod", nodes=tuple(sorted(nodes, key=lambda node: node.urn)))


def _seconds(graph: Graph) -> tuple[float, float]:
    rendered, held = [], []
    for _ in range(3):
        began = time.perf_counter()
        rendering = render(graph)
        for template in rendering.templates:
            template.to_bytes()
        rendered.append(time.perf_counter() - began)
        began = time.perf_counter()
        _hold(rendering, len(graph.nodes))
        held.append(time.perf_counter() - began)
    return statistics.median(rendered), statistics.median(held)


def _hold(rendering: Rendering, resources: int) -> None:
    if sum(len(template.resources) for template in rendering.templates) != resources:
        raise RuntimeError("what is measured is not a whole rendering")
    if any(validate(template) for template in rendering.templates):
        raise RuntimeError("what is measured is not a valid rendering")


def measure() -> dict[str, Any]:
    """Give the figures."""
    began = time.perf_counter()
    render(_graph(10))
    figures: dict[str, Any] = {"rules read, first ten resources, s": time.perf_counter() - began}
    for size, goal in ((1000, "2"), (5000, "10")):
        rendered, held = _seconds(_graph(size))
        figures[f"{size:,} resources rendered and written out, s (goal {goal})"] = rendered
        figures[f"{size:,} resources held to Azure's types, s"] = held
    return figures
