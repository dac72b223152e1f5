import pulumi
from pulumi_azure_native import resources, storage

group = resources.ResourceGroup("group")
storage.StorageAccount(
    "open",
    resource_group_name=group.name,
    kind="StorageV2",
    sku={"name": "Standard_LRS"},
    allow_blob_public_access=True,
    enable_https_traffic_only=False,
)


def size_of(name: str) -> int:
    sizes = {"small": 1}
    print("looking for", name)
    return sizes[name]


size_of("large " + pulumi.Config().require("password"))
storage.StorageAccount("never", resource_group_name=group.name, kind="StorageV2", sku={"name": "Standard_LRS"})
