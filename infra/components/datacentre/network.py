"""The environment's own network."""

import pulumi
from pulumi_azure_native import network

from infra.components.base import Component, ComponentSettings, Context
from infra.components.datacentre.routes import spoke_routes
from infra.components.datacentre.rules import flows, security_rules
from infra.naming import Kind


class NetworkSettings(ComponentSettings):
    """How a network is closed."""

    default_outbound_access: bool = False
    """Azure would else give every machine a way out to the internet that nobody decided on (NSM 2.5)."""
    endpoint_policies: bool = True
    """The SDK's default lets private endpoints past the security group."""


class Network(Component):
    """A virtual network whose subnets each have a security group that ends in an explicit no, both ways.

    The subnets are written inside the network: as resources of their own they would be emptied by the next deployment
    of the network.
    """

    def __init__(
        self, context: Context, settings: NetworkSettings, *, way_out: str | None = None, resolver: str | None = None
    ) -> None:
        """Make the network.

        Args:
            context: the environment.
            settings: how it is closed.
            way_out: private address of the firewall that judges what leaves; none where there is no hub.
            resolver: private address that answers for names, where it is not one of the file's.
        """
        super().__init__(
            "prosess:datacentre:Network",
            "network",
            context,
            service="network",
            declared_at="services.datacentre.address_space",
            settings=settings,
        )
        group = context.groups["network"]
        permitted = flows(context.addresses, context.environment)
        security_groups = {
            subnet: network.NetworkSecurityGroup(
                f"{subnet}-rules",
                network_security_group_name=context.naming.of(Kind.SECURITY_GROUP, subnet),
                resource_group_name=group,
                location=context.location,
                security_rules=security_rules(permitted[subnet]),
                tags=self.tags,
                opts=self.child(),
            )
            for subnet in context.addresses.subnets
        }
        route_tables = spoke_routes(self, way_out, group) if way_out else {}
        resolvers = (resolver,) if resolver else context.environment.services.datacentre.dns_servers
        self.network = network.VirtualNetwork(
            "network",
            virtual_network_name=context.naming.of(Kind.VIRTUAL_NETWORK, "network"),
            resource_group_name=group,
            location=context.location,
            address_space=network.AddressSpaceArgs(address_prefixes=[str(context.addresses.space)]),
            dhcp_options=network.DhcpOptionsArgs(dns_servers=list(resolvers)) if resolvers else None,
            enable_ddos_protection=False,
            enable_vm_protection=False,
            subnets=[
                network.SubnetArgs(
                    name=subnet,
                    address_prefix=str(prefix),
                    network_security_group=network.NetworkSecurityGroupArgs(id=security_groups[subnet].id),
                    route_table=network.RouteTableArgs(id=route_tables[subnet].id) if route_tables else None,
                    default_outbound_access=settings.default_outbound_access,
                    private_endpoint_network_policies="Enabled" if settings.endpoint_policies else "Disabled",
                    private_link_service_network_policies="Enabled",
                    delegations=_delegations(subnet, context),
                )
                for subnet, prefix in context.addresses.subnets.items()
            ],
            tags=self.tags,
            opts=self.child(),
        )
        self.diagnose("network", self.network.id)
        for subnet, rules in security_groups.items():
            self.diagnose(f"{subnet}-rules", rules.id, metrics=False)
        self.id = self.network.id
        self.subnets = {
            subnet: pulumi.Output.concat(self.network.id, "/subnets/", subnet) for subnet in context.addresses.subnets
        }
        self.register_outputs({"id": self.network.id, "subnets": self.subnets})


def _delegations(subnet: str, context: Context) -> list[network.DelegationArgs] | None:
    """Hand a subnet over to the service that runs the platform's programs, which asks for one of its own."""
    if subnet != "workloads" or context.environment.services.workload.mode != "create":
        return None
    return [network.DelegationArgs(name="container-apps", service_name="Microsoft.App/environments")]
