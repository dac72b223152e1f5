from typing import Any, Never

import pulumi
from pulumi import dynamic
from pulumi_azure_native import keyvault, resources


class Stamp(dynamic.ResourceProvider):
    def create(self, props: Any) -> Never:  # never called: nothing is created
        raise RuntimeError("a plan creates nothing")


class Stamped(dynamic.Resource):
    stamp: pulumi.Output[str]

    def __init__(self, name: str, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__(Stamp(), name, {"stamp": None, "kind": "day"}, opts)


class RandomPassword(pulumi.CustomResource):
    """As the package of that provider would write it."""

    result: pulumi.Output[str]

    def __init__(self, name: str, length: int, opts: pulumi.ResourceOptions | None = None) -> None:
        opts = pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(additional_secret_outputs=["result"]))
        super().__init__("random:index/randomPassword:RandomPassword", name, {"length": length, "result": None}, opts)


class Vault(pulumi.ComponentResource):
    def __init__(self, name: str, group: resources.ResourceGroup, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("demo:index:Vault", name, {}, opts)
        inside = pulumi.ResourceOptions(parent=self)
        self.password = RandomPassword(f"{name}-password", 24, inside)
        self.vault = keyvault.Vault(
            f"{name}-vault",
            resource_group_name=group.name,
            properties=keyvault.VaultPropertiesArgs(
                tenant_id="00000000-0000-0000-0000-000000000000",
                sku=keyvault.SkuArgs(family="A", name=keyvault.SkuName.STANDARD),
            ),
            opts=inside,
        )
        keyvault.Secret(
            f"{name}-secret",
            resource_group_name=group.name,
            vault_name=self.vault.name,
            properties={"value": self.password.result},
            opts=inside,
        )
        self.register_outputs({"vault": self.vault.id})


group = resources.ResourceGroup("group", tags={"stamp": Stamped("stamped").stamp})
Vault("app", group)
