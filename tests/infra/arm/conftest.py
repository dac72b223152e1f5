from collections.abc import Callable
from typing import Any

import pytest

from infra.arm import Rendering, render
from prosess.contracts import Graph, Node

GROUP = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-a"


def node(of: str, named: str, inputs: dict[str, Any], **more: Any) -> Node:
    fields: dict[str, Any] = {"urn": f"urn:pulumi:test::arm::{of}::{named}", "type": of, "name": named, "custom": True}
    return Node(**{**fields, "id": {"unknown": True}, "properties": inputs, **more})


def graph(*nodes: Node) -> Graph:
    return Graph(project="arm", stack="test", nodes=tuple(sorted(nodes, key=lambda each: each.urn)))


def vault(name: str = "kv-a", group: Any = "rg-a", **more: Any) -> Node:
    body = {"sku": {"family": "A", "name": "premium"}, "tenantId": "22222222-2222-4222-8222-222222222222"}
    inputs = {"resourceGroupName": group, "vaultName": name, "location": "norwayeast", "properties": body}
    id_ = f"{GROUP.removesuffix('rg-a')}{group}/providers/Microsoft.KeyVault/vaults/{name}"
    return node("azure-native:keyvault:Vault", name, inputs, **{"id": id_, **more})


@pytest.fixture
def only() -> Callable[..., dict[str, Any]]:
    """Render nodes; give the resource of one type."""

    def one(type_: str, *nodes: Node) -> dict[str, Any]:
        return resource(render(graph(*nodes)), type_)

    return one


def resource(rendering: Rendering, type_: str) -> dict[str, Any]:
    every: list[Any] = [each for one in rendering.templates for each in one.content["resources"]]  # type: ignore[union-attr]
    (found,) = (each for each in every if each["type"] == type_)
    assert isinstance(found, dict)
    return found
