"""The hub's firewall."""

from pulumi_azure_native import network

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.datacentre.firewall_rules import permitted, rule_collections
from infra.components.datacentre.hub import Hub
from infra.components.datacentre.public_address import make_public_address
from infra.naming import Kind

_GROUP_PRIORITY = 200


class FirewallSettings(ComponentSettings):
    """What the firewall does beside following its rules."""

    tier: str = "Premium"
    """The only tier that looks into the traffic for intruders (PP-AFW-001)."""
    threat_intel: str = "Deny"
    """Addresses that are known to attack are stopped, not only told of (PP-AFWP-001)."""
    intrusion_detection: str = "Deny"
    """The same for what looks like an attack (PP-AFWP-002)."""
    dns_proxy: bool = True
    """Names in rules mean the address that the caller was told, as the firewall asked for it (PP-AFWP-003)."""
    zones: tuple[str, ...] = ("1", "2", "3")
    """Everything goes through it, so it must survive the loss of a building (PP-AFW-002)."""


class Firewall(Component):
    """Azure Firewall Premium, with the rules of this environment.

    TLS is not opened: that takes a certificate that every workload trusts, and lets the firewall's operators read
    health data. Its public address is for what goes out; no rule leads in from it.
    """

    def __init__(self, hub: Hub, settings: FirewallSettings, *, resolver: str | None, context: Context) -> None:
        """Make the firewall.

        Args:
            hub: where it stands.
            settings: what it does.
            resolver: private address that it asks for names; Azure's own where it is none.
            context: the environment, in the hub's subscription.
        """
        super().__init__(
            "prosess:datacentre:Firewall",
            "firewall",
            context,
            service="firewall",
            declared_at="services.datacentre.hub",
            settings=settings,
        )
        servers = [resolver] if resolver else list(context.environment.services.datacentre.dns_servers)
        policy = network.FirewallPolicy(
            "firewall",
            firewall_policy_name=context.naming.of(Kind.FIREWALL_POLICY, "firewall"),
            resource_group_name=hub.group,
            location=context.location,
            sku=network.FirewallPolicySkuArgs(tier=settings.tier),
            threat_intel_mode=settings.threat_intel,
            intrusion_detection=network.FirewallPolicyIntrusionDetectionArgs(mode=settings.intrusion_detection),
            dns_settings=network.DnsSettingsArgs(enable_proxy=settings.dns_proxy, servers=servers),
            tags=self.tags,
            opts=self.child(),
        )
        group = network.FirewallPolicyRuleCollectionGroup(
            "environment",
            rule_collection_group_name=context.environment.name,
            firewall_policy_name=name_of(policy),
            resource_group_name=hub.group,
            priority=_GROUP_PRIORITY,
            rule_collections=rule_collections(*permitted(context.addresses, context.environment)),
            opts=self.child(),
        )
        address = make_public_address(self, "firewall", hub.group, settings.zones)
        firewall = network.AzureFirewall(
            "firewall",
            azure_firewall_name=context.naming.of(Kind.FIREWALL, "firewall"),
            resource_group_name=hub.group,
            location=context.location,
            sku=network.AzureFirewallSkuArgs(name="AZFW_VNet", tier=settings.tier),
            firewall_policy=network.SubResourceArgs(id=policy.id),
            ip_configurations=[
                network.AzureFirewallIPConfigurationArgs(
                    name="firewall",
                    subnet=network.SubResourceArgs(id=hub.subnet("AzureFirewallSubnet")),
                    public_ip_address=network.SubResourceArgs(id=address.id),
                )
            ],
            zones=list(settings.zones) or None,
            tags=self.tags,
            # Two changes of one policy at a time make Azure refuse the second.
            opts=self.child(depends_on=[group]),
        )
        self.diagnose("firewall", firewall.id)
        self.firewall = firewall
        self.register_outputs({"id": firewall.id})
