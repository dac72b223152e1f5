"""The hub: the network that environments hang on, where the firewall, the gateway and the resolver stand."""

import pulumi
from pulumi_azure_native import network, resources

from infra.addressing import HubPlan
from infra.components.base import Component, ComponentSettings, Context, name_in, name_of
from infra.components.datacentre.routes import hub_routes
from infra.components.datacentre.rules import Flow, Inbound, Outbound, security_rules
from infra.naming import Kind
from prosess.domain.environment import CreateHub, CreateResolver

_GATEWAY = "GatewaySubnet"
_RESOLVER = ("resolver-inbound", "resolver-outbound")
_DNS = ("53",)


class HubSettings(ComponentSettings):
    """How the hub is closed."""

    default_outbound_access: bool = False
    """Azure would else give every machine a way out to the internet that nobody decided on (NSM 2.5)."""


class Hub(Component):
    """A hub network with a resource group of its own.

    A subnet is made for what is wanted and keeps its place whatever else is. Azure takes no security group on the
    firewall's and the gateway's subnets: both are closed by what stands in them.
    """

    def __init__(self, chosen: CreateHub, plan: HubPlan, settings: HubSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:datacentre:Hub",
            "hub",
            context,
            service="hub",
            declared_at="services.datacentre.hub",
            settings=settings,
        )
        self.plan = plan
        made = resources.ResourceGroup(
            "connectivity",
            resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, "connectivity"),
            location=context.location,
            tags=self.tags,
            opts=self.child(),
        )
        self.group = name_of(made)
        wanted = {
            "AzureFirewallSubnet": True,
            _GATEWAY: context.environment.services.datacentre.connection.mode != "existing_hub",
            **dict.fromkeys(_RESOLVER, chosen.resolver.mode == "create"),
        }
        rules = self._resolver_rules(chosen.resolver) if isinstance(chosen.resolver, CreateResolver) else {}
        routes = hub_routes(self, plan.firewall_address, self.group) if wanted[_GATEWAY] else None
        self.network = network.VirtualNetwork(
            "hub",
            virtual_network_name=context.naming.of(Kind.VIRTUAL_NETWORK, "hub"),
            resource_group_name=self.group,
            location=context.location,
            address_space=network.AddressSpaceArgs(address_prefixes=[str(plan.space)]),
            enable_ddos_protection=False,
            enable_vm_protection=False,
            subnets=[
                network.SubnetArgs(
                    name=subnet,
                    address_prefix=str(prefix),
                    network_security_group=network.NetworkSecurityGroupArgs(id=rules[subnet].id)
                    if subnet in rules
                    else None,
                    route_table=network.RouteTableArgs(id=routes.id) if routes and subnet == _GATEWAY else None,
                    delegations=[network.DelegationArgs(name="resolver", service_name="Microsoft.Network/dnsResolvers")]
                    if subnet in _RESOLVER
                    else None,
                    default_outbound_access=settings.default_outbound_access,
                    private_endpoint_network_policies="Enabled",
                    private_link_service_network_policies="Enabled",
                )
                for subnet, prefix in plan.subnets.items()
                if wanted[subnet]
            ],
            tags=self.tags,
            opts=self.child(),
        )
        self.diagnose("hub", self.network.id)
        for subnet, group in rules.items():
            self.diagnose(f"{subnet}-rules", group.id, metrics=False)
        self.id = self.network.id
        self.register_outputs({"id": self.id})

    def subnet(self, name: str) -> pulumi.Output[str]:
        """Give the id of a subnet."""
        return pulumi.Output.concat(self.id, "/subnets/", name)

    def _resolver_rules(self, resolver: CreateResolver) -> dict[str, network.NetworkSecurityGroup]:
        """Register what may be asked of the resolver, and whom it may ask."""
        servers = tuple(sorted({f"{server}/32" for one in resolver.forward for server in one.servers}))
        inbound, outbound = str(self.plan.resolver_inbound), str(self.plan.resolver_outbound)
        flows: dict[str, tuple[Flow, ...]] = {
            "resolver-inbound": (Flow(Inbound.TO_RESOLVER, "VirtualNetwork", inbound, _DNS, "*"),),
            "resolver-outbound": (Flow(Outbound.FORWARDED, outbound, servers, _DNS, "*"),) if servers else (),
        }
        return {
            subnet: network.NetworkSecurityGroup(
                f"{subnet}-rules",
                network_security_group_name=self.context.naming.of(Kind.SECURITY_GROUP, subnet),
                resource_group_name=self.group,
                location=self.context.location,
                security_rules=security_rules(permitted),
                tags=self.tags,
                opts=self.child(),
            )
            for subnet, permitted in flows.items()
        }


class PeeringSettings(ComponentSettings):
    """What passes between two networks."""

    access: bool = True
    """Machines of the two may speak with each other; security groups and the firewall decide who."""


class Peering(Component):
    """One side of the link between the environment's network and the hub."""

    def __init__(
        self,
        key: str,
        settings: PeeringSettings,
        *,
        here: pulumi.Input[str],
        there: pulumi.Input[str],
        group: pulumi.Input[str],
        lends_gateway: bool,
        borrows_gateway: bool,
        context: Context,
        awaits: list[pulumi.Resource] | None = None,
        region_does: str | None = None,
    ) -> None:
        """Make the side.

        Args:
            key: logical name.
            settings: what passes.
            here: id of the network that the side belongs to.
            there: id of the other network.
            group: name of the resource group of ``here``.
            lends_gateway: whether the other network may use this one's gateway.
            borrows_gateway: whether this network uses the other's gateway; it must stand already.
            context: where the side is made.
            awaits: what must be done first.
            region_does: what is left to the region, where the other network is the region's own.
        """
        super().__init__(
            "prosess:datacentre:Peering",
            key,
            context,
            service="network",
            declared_at="services.datacentre.hub",
            settings=settings,
            facts={"region_does": region_does} if region_does else None,
        )
        self.peering = network.VirtualNetworkPeering(
            key,
            virtual_network_peering_name=context.naming.of(Kind.PEERING, key),
            virtual_network_name=name_in(here),
            resource_group_name=group,
            remote_virtual_network=network.SubResourceArgs(id=there),
            allow_virtual_network_access=settings.access,
            # The firewall sends on what others sent it.
            allow_forwarded_traffic=True,
            allow_gateway_transit=lends_gateway,
            use_remote_gateways=borrows_gateway,
            do_not_verify_remote_gateways=False,
            opts=self.child(depends_on=awaits or []),
        )
        self.register_outputs({"id": self.peering.id})
