import pulumi
from pulumi_azure_native import resources, storage

config = pulumi.Config()
environment = config.require("environment")
count = config.require_int("count")
shared = pulumi.Config("shared")

group = resources.ResourceGroup(f"rg-{environment}", tags={"owner": shared.require("owner")})
for index in range(count):
    storage.StorageAccount(
        f"st{index}",
        resource_group_name=group.name,
        kind="StorageV2",
        sku={"name": config.require_object("sku")["name"]},
        tags={"key": config.require_secret("key")},
        minimum_tls_version="TLS1_2" if config.require_bool("modern") else "TLS1_0",
    )
