import base64

import pulumi
from pulumi_azure_native import authorization, keyvault, resources, storage

who = authorization.get_client_config()
group = resources.ResourceGroup("group")
account = storage.StorageAccount(
    "account", resource_group_name=group.name, kind="StorageV2", sku={"name": "Standard_LRS"}
)


def first_key(names: list[str]) -> str:
    keys = storage.list_storage_account_keys(resource_group_name=names[0], account_name=names[1])
    return base64.b64encode(keys.keys[0].value.encode()).decode()


owned = keyvault.get_vault_output(resource_group_name="rg-owned", vault_name="kv-owned")
keyvault.Vault(
    "vault",
    resource_group_name=group.name,
    properties=keyvault.VaultPropertiesArgs(
        tenant_id=who.tenant_id,
        sku=keyvault.SkuArgs(family="A", name=keyvault.SkuName.STANDARD),
        access_policies=[
            keyvault.AccessPolicyEntryArgs(
                tenant_id=policy.tenant_id,
                object_id=policy.object_id,
                permissions=keyvault.PermissionsArgs(keys=["get"]),
            )
            for policy in keyvault.get_vault("rg-owned", "kv-owned").properties.access_policies  # type: ignore[union-attr]
        ],
    ),
    tags={"owned": owned.properties.vault_uri},
)
pulumi.export("key", pulumi.Output.all(group.name, account.name).apply(first_key))
