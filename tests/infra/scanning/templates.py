"""Hand-made templates: good and bad resources, every check that answers wrongly, and what Checkov passes over."""

from collections.abc import Sequence
from typing import Any

from infra.arm import NotRendered, Rendering, Scope, Template

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
VAULT = "Microsoft.KeyVault/vaults"
STORE = "Microsoft.Storage/storageAccounts"
LOCK = "Microsoft.Authorization/locks"


def resource(type_: str, name: str, properties: Any = None, **more: Any) -> dict[str, Any]:
    return {"type": type_, "name": name, "apiVersion": "2024-01-01", "properties": properties or {}, **more}


def urn(type_: str, name: str) -> str:
    return f"urn:pulumi:test::platform::azure-native:{type_.replace('/', '.')}::{name}"


def template(name: str, resources: Sequence[dict[str, Any]], **more: Any) -> Template:
    content = {"$schema": SCHEMA, "contentVersion": "1.0.0.0", "resources": list(resources), **more}
    known = {(one["type"], one["name"]): urn(one["type"], one["name"]) for one in resources}
    return Template(name, Scope("resource_group", "s", name), content, known)


def rendering(*templates: Template, not_rendered: Sequence[NotRendered] = ()) -> Rendering:
    return Rendering(templates, tuple(not_rendered))


GOOD_VAULT = resource(
    VAULT,
    "kv-good",
    {
        "enablePurgeProtection": True,
        "enableSoftDelete": True,
        "publicNetworkAccess": "Disabled",
        "networkAcls": {"defaultAction": "Deny", "bypass": "None"},
    },
)
PLAIN = [
    GOOD_VAULT,
    resource(VAULT, "kv-open", {"publicNetworkAccess": "Enabled"}),
    resource(LOCK, "cannot-delete", {"level": "CanNotDelete"}, scope=f"[resourceId('{VAULT}', 'kv-good')]"),
]
LYING = [
    resource(
        "Microsoft.ApiManagement/service",
        "inside",
        {
            "virtualNetworkType": "Internal",
            "virtualNetworkConfiguration": {"subnetResourceId": "x"},
            "customProperties": {
                "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10": "False",
            },
        },
    ),
    resource("Microsoft.ApiManagement/service", "by-endpoint", {"publicNetworkAccess": "Disabled"}),
    resource("Microsoft.KeyVault/vaults/keys", "kv-good/cmk", {"kty": "RSA-HSM", "attributes": {"exp": 1800000000}}),
    resource(
        "Microsoft.Security/securityContacts",
        "default",
        {"emails": "soc@example.org", "notificationsByRole": {"state": "On"}, "alertNotifications": {"state": "On"}},
    ),
    resource("Microsoft.Sql/servers", "sql", {"administrators": {"azureADOnlyAuthentication": True}}),
    resource("Microsoft.Security/pricings", "SqlServerVirtualMachines", {"pricingTier": "Free"}),
    resource("Microsoft.DocumentDB/databaseAccounts", "cosmos", {"publicNetworkAccess": "Disabled"}),
    resource(STORE, "zones", {"minimumTlsVersion": "TLS1_2"}, sku={"name": "Standard_ZRS"}),
    resource(
        "Microsoft.Network/virtualNetworks",
        "spoke",
        {
            "addressSpace": {"addressPrefixes": ["10.1.0.0/24"]},
            "dhcpOptions": {"dnsServers": ["10.0.0.4", "10.0.0.5"]},
        },
    ),
    resource(
        "Microsoft.Network/virtualNetworks",
        "behind-firewall",
        {"addressSpace": {"addressPrefixes": ["10.2.0.0/24"]}, "dhcpOptions": {"dnsServers": ["10.0.0.4"]}},
    ),
    resource("Microsoft.Network/azureFirewalls", "with-policy", {"firewallPolicy": {"id": "x"}}),
]
ODD = [
    resource("Microsoft.Sql/servers", "crash", {}, resources=["not a resource"]),
    resource("microsoft.keyvault/vaults", "kv-spelled"),
    resource(STORE, "[toLower('STORE')]"),
    resource(VAULT, "kv-unknown", {"enablePurgeProtection": "[reference('x').y]", "enableSoftDelete": True}),
    resource(VAULT, "kv-skipped", {}, metadata={"checkov": ["CKV_AZURE_42: no time"]}),
    resource("Microsoft.ServiceBus/namespaces", "bus"),
]
TEMPLATES = (template("plain", PLAIN), template("lying", LYING), template("odd", ODD))
WHOLE = rendering(*TEMPLATES)
