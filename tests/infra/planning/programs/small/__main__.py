"""What a plan has to get right, in little: a vault under two components, and what hangs on it."""

import pulumi
from pulumi_azure_native import Provider, authorization, keyvault, monitor, network, resources, servicebus, storage

config = pulumi.Config()
token = config.require_secret("token")
changed = config.get_bool("changed") or False  # to have something updated, made and deleted
print("the program's own talk")

group = resources.ResourceGroup("rg", resource_group_name="rg-small", location="norwayeast")
client = authorization.get_client_config_output()


class Outer(pulumi.ComponentResource):
    def __init__(self, name: str) -> None:
        inputs = {
            "labels": {
                "environment": "test",
                "service": "secrets",
                "data_class": "internal",
                "data_controller": "983975259",
            },
            "declared_at": "security.vault",
            "numbers": [90.0, 0.5, 0, -1, 2**40],
            "nothing": [None, {}, {"none": None}],
            "hidden": [{"value": pulumi.Output.secret("another-s3cret")}, pulumi.Output.secret(7)],
            "group": group,
        }
        super().__init__("test:outer:Outer", name, inputs)
        self.inner = Inner(f"{name}-inner", self)
        self.register_outputs({"vault": self.inner.vault.id})


class Inner(pulumi.ComponentResource):
    def __init__(self, name: str, parent: pulumi.Resource) -> None:
        super().__init__("test:inner:Inner", name, None, pulumi.ResourceOptions(parent=parent))
        renamed = pulumi.Alias(name="old-name")
        retyped = pulumi.Alias(type_="azure-native:mine:Vault")
        self.vault = keyvault.Vault(
            name,
            resource_group_name=group.name,
            vault_name="kv-small",
            location=group.location,
            properties=keyvault.VaultPropertiesArgs(
                sku=keyvault.SkuArgs(family=keyvault.SkuFamily.A, name=keyvault.SkuName.PREMIUM),
                tenant_id=client.tenant_id,
                soft_delete_retention_in_days=90,
                enable_purge_protection=not changed,
                enable_rbac_authorization=True,
                public_network_access="Disabled",
                network_acls=keyvault.NetworkRuleSetArgs(default_action="Deny", bypass="None", ip_rules=[]),
            ),
            opts=pulumi.ResourceOptions(parent=self, protect=True, aliases=[renamed, retyped]),
        )
        self.register_outputs({"vault": self.vault.id})


outer = Outer("outer")
vault = outer.inner.vault
keyvault.Secret(
    "secret",
    resource_group_name=group.name,
    vault_name=vault.name,
    secret_name="token",
    properties=keyvault.SecretPropertiesArgs(value=token, content_type="text/plain"),
    opts=pulumi.ResourceOptions(parent=vault),
)
authorization.ManagementLockByScope(
    "new-lock" if changed else "lock", scope=vault.id, lock_name="keep", level="CanNotDelete"
)
monitor.DiagnosticSetting(
    "diagnostics",
    resource_uri=vault.id,
    name="to-workspace",
    logs=[monitor.DiagnosticsLogSettingsArgs(category_group="allLogs", enabled=True)],
    workspace_id=vault.properties.vault_uri,
)
storage.StorageAccount(
    "account",
    resource_group_name=group.name,
    account_name="stsmall",
    kind="StorageV2",
    sku=storage.SkuArgs(name="Standard_ZRS"),
    tags={
        "Environment": "test",
        "address": pulumi.Output.concat("see ", vault.properties.vault_uri),
        "key": pulumi.Output.concat("key of ", token),
        "both": pulumi.Output.all(vault.id, vault.properties.vault_uri).apply(lambda both: "+".join(both)),
    },
)
network.VirtualNetwork(
    "net",
    resource_group_name=group.name,
    address_space=network.AddressSpaceArgs(address_prefixes=["10.0.0.0/16"]),
    flow_timeout_in_minutes=4,
    opts=pulumi.ResourceOptions(depends_on=[outer]),
)
elsewhere = Provider("elsewhere", subscription_id="33333333-3333-3333-3333-333333333333")
servicebus.Namespace(
    "bus",
    resource_group_name="rg-elsewhere",
    namespace_name="sb-elsewhere",
    tags=pulumi.Output.secret({"note": "all of this is secret"}),
    opts=pulumi.ResourceOptions(provider=elsewhere),
)
resources.ResourceGroup.get("owned", "/subscriptions/44444444-4444-4444-4444-444444444444/resourceGroups/rg-owned")
sources: dict[str, pulumi.Asset | pulumi.Archive] = {
    "file": pulumi.FileAsset("note.txt"),
    "text": pulumi.StringAsset("a text"),
    "archive": pulumi.AssetArchive({"note.txt": pulumi.FileAsset("note.txt")}),
    "folder": pulumi.FileArchive("./folder"),
}
for kind, source in sources.items():
    storage.Blob(
        f"blob-{kind}",
        resource_group_name="rg-small",
        account_name="stsmall",
        container_name="files",
        source=source,
    )
pulumi.export("vault", vault.id)
