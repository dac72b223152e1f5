"""Small graphs, as the recorder would write them."""

from typing import Any

from prosess.contracts import Graph, Labels, Node

PREFIX = "urn:pulumi:prod::platform::"
GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg"
LABELS = Labels(environment="prod", service="security", data_class="health", data_controller="983975259")


def urn(type_: str, name: str) -> str:
    return f"{PREFIX}{type_}::{name}"


def node(type_: str, name: str, properties: dict[str, Any] | None = None, **rest: Any) -> Node:
    values: dict[str, Any] = {"labels": LABELS, "custom": True, **rest}
    return Node(urn=urn(type_, name), type=type_, name=name, properties=properties or {}, **values)


def graph(*nodes: Node) -> Graph:
    return Graph(project="platform", stack="prod", nodes=tuple(sorted(nodes, key=lambda one: one.urn)))


def unknown(*urns: str) -> dict[str, Any]:
    value: dict[str, Any] = {"unknown": True}
    return value | ({"from": [{"urn": one, "output": "id"} for one in urns]} if urns else {})


VAULT = "azure-native:keyvault:Vault"
VAULT_ID = f"{GROUP}/providers/Microsoft.KeyVault/vaults/kv"


def vault(name: str = "kv", *, id_: Any = VAULT_ID, labels: Labels = LABELS, **changes: Any) -> Node:
    properties = {
        "enablePurgeProtection": True,
        "enableRbacAuthorization": True,
        "networkAcls": {"defaultAction": "Deny"},
        "publicNetworkAccess": "Disabled",
        "softDeleteRetentionInDays": 90,
    } | changes
    body = {"vaultName": name, "resourceGroupName": "rg", "location": "norwayeast", "properties": properties}
    return node(VAULT, name, body, id=id_, labels=labels)


def guarded(of: Node) -> tuple[Node, ...]:
    """A lock, a diagnostic setting and a private endpoint of a resource."""
    return (
        node("azure-native:authorization:ManagementLockByScope", "lock", {"scope": of.id, "level": "CanNotDelete"}),
        node(
            "azure-native:monitor:DiagnosticSetting",
            "logs",
            {
                "resourceUri": of.id,
                "workspaceId": f"{GROUP}/providers/Microsoft.OperationalInsights/workspaces/central",
                "logs": [{"categoryGroup": "allLogs", "enabled": True}],
            },
        ),
        node(
            "azure-native:network:PrivateEndpoint",
            "endpoint",
            {
                "location": "norwayeast",
                "privateEndpointName": "endpoint",
                "resourceGroupName": "rg",
                "subnet": {"id": f"{GROUP}/providers/Microsoft.Network/virtualNetworks/v/subnets/endpoints"},
                "privateLinkServiceConnections": [{"name": "vault", "privateLinkServiceId": of.id}],
            },
            id=f"{GROUP}/providers/Microsoft.Network/privateEndpoints/endpoint",
        ),
        node(
            "azure-native:network:PrivateDnsZoneGroup",
            "zones",
            {
                "privateEndpointName": "endpoint",
                "resourceGroupName": "rg",
                "privateDnsZoneConfigs": [
                    {"name": "v", "privateDnsZoneId": f"{GROUP}/providers/Microsoft.Network/privateDnsZones/z"}
                ],
            },
        ),
    )
