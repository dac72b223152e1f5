from typing import Any

import pulumi


class Resource(pulumi.CustomResource):
    def __init__(self, type_: str, name: str, props: dict[str, Any]) -> None:
        super().__init__(type_, name, props)


Resource("azure-native:resources:ResourceGroup", "group", {"resourceGroupName": "rg-a"})
Resource("azure-native:network:PrivateZone", "zone", {"resourceGroupName": "rg-a", "privateZoneName": "a.example"})
Resource("azure-native:keyvault/v20230701:Vault", "vault", {"resourceGroupName": "rg-a", "vaultName": "kv-a"})
Resource(
    "azure-native_storage_v20230101:storage:StorageAccount",
    "account",
    {"resourceGroupName": "rg-a", "accountName": "sta"},
)
