"""The hub's DNS resolver."""

import pulumi
from pulumi_azure_native import dnsresolver

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.datacentre.hub import Hub
from infra.naming import Kind
from infra.naming import child as child_name
from prosess.domain.environment import CreateResolver


class ResolverSettings(ComponentSettings):
    """How names are forwarded."""

    forwards: bool = True
    """Names of the health network are asked there; asked of Azure, they would be told to the internet (PP-DNSF-001)."""


class Resolver(Component):
    """A resolver that answers for the private zones, and asks others for what is theirs.

    It has no address of its own on the internet, and no logs: the firewall, through which it is asked, tells who asked
    for what.
    """

    def __init__(self, hub: Hub, chosen: CreateResolver, settings: ResolverSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:datacentre:Resolver",
            "resolver",
            context,
            service="dns_resolver",
            declared_at="services.datacentre.hub",
            settings=settings,
        )
        resolver = dnsresolver.DnsResolver(
            "resolver",
            dns_resolver_name=context.naming.of(Kind.RESOLVER, "resolver"),
            resource_group_name=hub.group,
            location=context.location,
            virtual_network=dnsresolver.SubResourceArgs(id=hub.id),
            tags=self.tags,
            opts=self.child(),
        )
        inbound = dnsresolver.InboundEndpoint(
            "resolver-inbound",
            inbound_endpoint_name="inbound",
            dns_resolver_name=name_of(resolver),
            resource_group_name=hub.group,
            location=context.location,
            ip_configurations=[
                dnsresolver.IpConfigurationArgs(
                    subnet=dnsresolver.SubResourceArgs(id=hub.subnet("resolver-inbound")),
                    private_ip_address=hub.plan.resolver_address,
                    private_ip_allocation_method="Static",
                )
            ],
            tags=self.tags,
            opts=self.child(),
        )
        outbound = dnsresolver.OutboundEndpoint(
            "resolver-outbound",
            outbound_endpoint_name="outbound",
            dns_resolver_name=name_of(resolver),
            resource_group_name=hub.group,
            location=context.location,
            subnet=dnsresolver.SubResourceArgs(id=hub.subnet("resolver-outbound")),
            tags=self.tags,
            opts=self.child(),
        )
        if chosen.forward:
            self._forward(chosen, hub, outbound.id, settings)
        self.address = hub.plan.resolver_address
        self.register_outputs({"id": resolver.id, "inbound": inbound.id})

    def _forward(
        self, chosen: CreateResolver, hub: Hub, outbound: pulumi.Output[str], settings: ResolverSettings
    ) -> None:
        ruleset = dnsresolver.DnsForwardingRuleset(
            "forwarding",
            dns_forwarding_ruleset_name=self.context.naming.of(Kind.FORWARDING_RULESET, "forwarding"),
            resource_group_name=hub.group,
            location=self.context.location,
            dns_resolver_outbound_endpoints=[dnsresolver.SubResourceArgs(id=outbound)],
            tags=self.tags,
            opts=self.child(),
        )
        for one in chosen.forward:
            name = child_name(f"to-{one.suffix.replace('.', '-')}")
            dnsresolver.ForwardingRule(
                name,
                forwarding_rule_name=name,
                dns_forwarding_ruleset_name=name_of(ruleset),
                resource_group_name=hub.group,
                domain_name=f"{one.suffix}.",
                forwarding_rule_state="Enabled" if settings.forwards else "Disabled",
                target_dns_servers=[
                    dnsresolver.TargetDnsServerArgs(ip_address=server, port=53) for server in one.servers
                ],
                opts=self.child(),
            )
        dnsresolver.PrivateResolverVirtualNetworkLink(
            "forwarding-link",
            virtual_network_link_name=self.context.naming.of(Kind.ZONE_LINK, "hub"),
            dns_forwarding_ruleset_name=name_of(ruleset),
            resource_group_name=hub.group,
            virtual_network=dnsresolver.SubResourceArgs(id=hub.id),
            opts=self.child(),
        )
