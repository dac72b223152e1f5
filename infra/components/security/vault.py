"""What the two kinds of vaults share: one Key Vault, and the network it is reached from."""

from dataclasses import dataclass

import pulumi
from pulumi_azure_native import keyvault

from infra.components.base import Component, ComponentSettings, Context
from infra.connections import VAULT
from infra.naming import Kind


class VaultSettings(ComponentSettings):
    """What keeps a vault closed and its content recoverable, whatever it holds."""

    public_network_access: bool = False
    """The SDK writes ``enabled`` where nothing is said (NSM 2.5, rule PP-KV-001)."""
    role_based: bool = True
    """Access policies give whole vaults to whoever may write them; roles are given elsewhere and logged (PP-KV-003)."""
    soft_delete_days: int = 90
    """The longest that Azure keeps what was deleted (PP-KV-004)."""
    refuse_by_default: bool = True
    """What the vault's own firewall does with those it was not told of (PP-KV-005)."""


def make_vault(
    owner: Component,
    key: str,
    settings: VaultSettings,
    *,
    context: Context,
    group: pulumi.Input[str],
    location: str,
    purge_protection: bool,
    trusted_services: bool,
) -> keyvault.Vault:
    """Register a vault as a part of ``owner`` and protect it.

    Args:
        owner: the component that it belongs to.
        key: purpose; names the vault.
        settings: what both kinds share.
        context: the environment.
        group: name of the resource group.
        location: Azure region.
        purge_protection: whether nobody can end the time that deleted things are kept.
        trusted_services: whether Azure's own services, such as Storage, may come past the firewall to use a key.
    """
    vault = keyvault.Vault(
        key,
        vault_name=context.naming.of(Kind.KEY_VAULT, key),
        resource_group_name=group,
        location=location,
        properties=keyvault.VaultPropertiesArgs(
            tenant_id=context.environment.azure.tenant,
            sku=keyvault.SkuArgs(family=keyvault.SkuFamily.A, name=keyvault.SkuName.PREMIUM),
            enable_rbac_authorization=settings.role_based,
            enable_soft_delete=True,
            soft_delete_retention_in_days=settings.soft_delete_days,
            # Azure refuses the word false: a vault without purge protection is one that does not speak of it.
            enable_purge_protection=True if purge_protection else None,
            enabled_for_deployment=False,
            enabled_for_disk_encryption=False,
            enabled_for_template_deployment=False,
            public_network_access="Enabled" if settings.public_network_access else "Disabled",
            network_acls=keyvault.NetworkRuleSetArgs(
                bypass=keyvault.NetworkRuleBypassOptions.AZURE_SERVICES
                if trusted_services
                else keyvault.NetworkRuleBypassOptions.NONE,
                default_action=keyvault.NetworkRuleAction.DENY
                if settings.refuse_by_default
                else keyvault.NetworkRuleAction.ALLOW,
                ip_rules=[],
                virtual_network_rules=[],
            ),
        ),
        tags=owner.tags,
        opts=owner.child(holds_data=True),
    )
    owner.secure(key, vault, group, VAULT)
    return vault


def uri_of(id_: pulumi.Input[str]) -> pulumi.Output[str]:
    """Give the address of a vault from its id, so that the link to the vault is kept."""
    return pulumi.Output.from_input(id_).apply(lambda known: f"https://{known.rpartition('/')[2]}.vault.azure.net/")


@dataclass(frozen=True)
class VaultReference:
    """A vault for secrets that others lean on: made here, or the region's own."""

    id: pulumi.Input[str]
    uri: pulumi.Input[str]
    name: pulumi.Input[str]
    seed: str
    """Known before deployment."""
    group: pulumi.Input[str] | None = None
    """Its resource group; none where it is the region's, and nothing in it is planned."""
