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
    properties={
        "tenant_id": who.tenant_id,
        "sku": {"family": "A", "name": "standard"},
        "access_policies": [
            {"tenant_id": policy.tenant_id, "object_id": policy.object_id, "permissions": {"keys": ["get"]}}
            for policy in keyvault.get_vault("kv-owned", "rg-owned").properties.access_policies
        ],
    },
    tags={"owned": owned.properties.vault_uri},
)
pulumi.export("key", pulumi.Output.all(group.name, account.name).apply(first_key))
