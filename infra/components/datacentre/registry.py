"""A registry for container images."""

import pulumi
from pulumi_azure_native import containerregistry

from infra.components.base import Component, ComponentSettings, Context
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.connections import REGISTRY
from infra.naming import Kind


class RegistrySettings(ComponentSettings):
    """What keeps images the platform's own, and unaltered."""

    tier: str = "Premium"
    """The only tier with private endpoints, own keys and zones (PP-ACR-003)."""
    public_network_access: bool = False
    """The SDK writes ``Enabled`` where nothing is said (PP-ACR-001)."""
    admin_user: bool = False
    """A shared password has no name in the log (PP-ACR-002)."""
    zone_redundant: bool = True
    """Without images nothing can be started again after the loss of a building (PP-ACR-004)."""
    quarantine: bool = True
    """An image waits until the pipeline has scanned it and let it through."""
    untagged_days: int = 30
    """How long an image that nothing points at is kept."""


class Registry(Component):
    """A container registry that is reached through its private endpoint, by directory identities only.

    Images cannot be exported to somebody else's registry. Content trust is on only where Microsoft's own key is used:
    Azure refuses it together with a key of the customer's.
    """

    def __init__(self, settings: RegistrySettings, *, key: CustomerKey | None, context: Context) -> None:
        super().__init__(
            "prosess:datacentre:Registry",
            "registry",
            context,
            service="registry",
            declared_at="services.datacentre.registry",
            settings=settings,
        )
        group = context.groups["integration"]
        access = allow_key_use(self, "registry", key, group, context.location) if key else None
        self.registry = containerregistry.Registry(
            "registry",
            registry_name=context.naming.of(Kind.REGISTRY, "registry"),
            resource_group_name=group,
            location=context.location,
            sku=containerregistry.SkuArgs(name=settings.tier),
            admin_user_enabled=settings.admin_user,
            anonymous_pull_enabled=False,
            public_network_access="Enabled" if settings.public_network_access else "Disabled",
            # Defender looks into the images as a trusted service.
            network_rule_bypass_options="AzureServices",
            network_rule_set=containerregistry.NetworkRuleSetArgs(default_action="Deny", ip_rules=[]),
            zone_redundancy="Enabled" if settings.zone_redundant else "Disabled",
            data_endpoint_enabled=True,
            identity=containerregistry.IdentityPropertiesArgs(
                type=containerregistry.ResourceIdentityType.USER_ASSIGNED,
                user_assigned_identities=pulumi.Output.from_input(access.identity.id).apply(
                    lambda id_: {id_: containerregistry.UserIdentityPropertiesArgs()}
                ),
            )
            if access
            else None,
            encryption=containerregistry.EncryptionPropertyArgs(
                status="enabled",
                key_vault_properties=containerregistry.KeyVaultPropertiesArgs(
                    identity=access.identity.client_id,
                    key_identifier=pulumi.Output.concat(access.key.vault_uri, "keys/", access.key.name),
                ),
            )
            if access
            else None,
            policies=containerregistry.PoliciesArgs(
                azure_ad_authentication_as_arm_policy=containerregistry.AzureADAuthenticationAsArmPolicyArgs(
                    status="disabled"
                ),
                export_policy=containerregistry.ExportPolicyArgs(status="disabled"),
                quarantine_policy=containerregistry.QuarantinePolicyArgs(
                    status="enabled" if settings.quarantine else "disabled"
                ),
                retention_policy=containerregistry.RetentionPolicyArgs(status="enabled", days=settings.untagged_days),
                trust_policy=containerregistry.TrustPolicyArgs(
                    type="Notary", status="disabled" if access else "enabled"
                ),
            ),
            tags=self.tags,
            opts=self.child(holds_data=True, depends_on=[access.assignment] if access else []),
        )
        self.secure("registry", self.registry, group, REGISTRY)
        self.register_outputs({"id": self.registry.id})
