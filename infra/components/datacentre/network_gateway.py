"""The hub's gateway: where a line of the region's own comes in, private or encrypted."""

from collections.abc import Sequence

import pulumi
from pulumi.runtime import is_dry_run, rpc
from pulumi_azure_native import network

from infra.components.base import Component, ComponentSettings, Context
from infra.components.datacentre.hub import Hub
from infra.components.datacentre.public_address import make_public_address
from infra.naming import Kind
from prosess.domain.environment import ExpressRoute, Vpn, VpnSite


class NetworkGatewaySettings(ComponentSettings):
    """How strong a tunnel is."""

    zones: tuple[str, ...] = ("1", "2", "3")
    """The line to the health network must survive the loss of a building (PP-VNG-001)."""
    protocol: str = "IKEv2"
    """The older one has known weaknesses (PP-CON-001)."""
    encryption: str = "AES256"
    integrity: str = "SHA384"
    """Of the key exchange; the packets themselves are kept by GCM."""
    group: str = "ECP384"
    """Of the first key and of every later one, so that a key that leaks opens nothing older."""
    lifetime_seconds: int = 3600
    """How long a key is used."""


class NetworkGateway(Component):
    """A gateway in the hub, for ExpressRoute or for tunnels, and its connections.

    Keys are never in a file: they are secrets of the stack's configuration. A plan without them leaves them unknown; a
    deployment without them stops.
    """

    def __init__(
        self, hub: Hub, chosen: ExpressRoute | Vpn, settings: NetworkGatewaySettings, *, context: Context
    ) -> None:
        super().__init__(
            "prosess:datacentre:NetworkGateway",
            "network-gateway",
            context,
            service="network_gateway",
            declared_at="services.datacentre.connection",
            settings=settings,
        )
        self._group = hub.group
        private = isinstance(chosen, ExpressRoute)
        speaks_bgp = isinstance(chosen, Vpn) and any(site.asn for site in chosen.sites)
        # Two instances, each with its own address, so that a tunnel outlives the upkeep of one.
        addresses = [
            make_public_address(self, f"network-gateway-{number}", hub.group, settings.zones)
            for number in ((1,) if private else (1, 2))
        ]
        self.gateway = network.VirtualNetworkGateway(
            "network-gateway",
            virtual_network_gateway_name=context.naming.of(Kind.NETWORK_GATEWAY, "network-gateway"),
            resource_group_name=hub.group,
            location=context.location,
            gateway_type="ExpressRoute" if private else "Vpn",
            vpn_type=None if private else "RouteBased",
            vpn_gateway_generation="None" if private else "Generation2" if chosen.sku != "VpnGw1AZ" else "Generation1",
            active_active=not private,
            enable_bgp=speaks_bgp,
            bgp_settings=network.BgpSettingsArgs(asn=chosen.asn) if isinstance(chosen, Vpn) and speaks_bgp else None,
            enable_private_ip_address=False,
            allow_remote_vnet_traffic=False,
            allow_virtual_wan_traffic=False,
            sku=network.VirtualNetworkGatewaySkuArgs(name=chosen.sku, tier=chosen.sku),
            ip_configurations=[
                network.VirtualNetworkGatewayIPConfigurationArgs(
                    name=f"instance-{number}",
                    private_ip_allocation_method="Dynamic",
                    subnet=network.SubResourceArgs(id=hub.subnet("GatewaySubnet")),
                    public_ip_address=network.SubResourceArgs(id=address.id),
                )
                for number, address in enumerate(addresses, 1)
            ],
            tags=self.tags,
            opts=self.child(),
        )
        self.diagnose("network-gateway", self.gateway.id)
        if isinstance(chosen, ExpressRoute):
            self._line(chosen)
        else:
            for site in chosen.sites:
                self._tunnel(site, settings)
        self.register_outputs({"id": self.gateway.id})

    def _line(self, chosen: ExpressRoute) -> None:
        network.VirtualNetworkGatewayConnection(
            "line",
            virtual_network_gateway_connection_name=self.context.naming.of(Kind.GATEWAY_CONNECTION, "line"),
            resource_group_name=self._group,
            location=self.context.location,
            connection_type="ExpressRoute",
            virtual_network_gateway1=network.VirtualNetworkGatewayArgs(id=self.gateway.id),
            peer=network.SubResourceArgs(id=chosen.circuit),
            authorization_key=configured_secret("expressRouteAuthorisationKey") if chosen.authorised else None,
            enable_bgp=False,
            express_route_gateway_bypass=False,
            tags=self.tags,
            opts=self.child(),
        )

    def _tunnel(self, site: VpnSite, settings: NetworkGatewaySettings) -> None:
        speaks_bgp = site.asn is not None
        other = network.LocalNetworkGateway(
            f"site-{site.name}",
            local_network_gateway_name=self.context.naming.of(Kind.LOCAL_GATEWAY, site.name),
            resource_group_name=self._group,
            location=self.context.location,
            gateway_ip_address=site.address,
            local_network_address_space=network.AddressSpaceArgs(address_prefixes=list(site.ranges)),
            bgp_settings=network.BgpSettingsArgs(asn=site.asn, bgp_peering_address=site.bgp_address)
            if speaks_bgp
            else None,
            tags=self.tags,
            opts=self.child(),
        )
        network.VirtualNetworkGatewayConnection(
            f"tunnel-{site.name}",
            virtual_network_gateway_connection_name=self.context.naming.of(Kind.GATEWAY_CONNECTION, site.name),
            resource_group_name=self._group,
            location=self.context.location,
            connection_type="IPsec",
            connection_protocol=settings.protocol,
            virtual_network_gateway1=network.VirtualNetworkGatewayArgs(id=self.gateway.id),
            local_network_gateway2=network.LocalNetworkGatewayArgs(id=other.id),
            shared_key=configured_secret(f"vpnSharedKey-{site.name}"),
            enable_bgp=speaks_bgp,
            ipsec_policies=policies(settings),
            use_policy_based_traffic_selectors=False,
            tags=self.tags,
            opts=self.child(),
        )


def policies(settings: NetworkGatewaySettings) -> Sequence[network.IpsecPolicyArgs]:
    """Give the one set of algorithms that a tunnel takes; without it Azure takes whatever the other end offers."""
    return [
        network.IpsecPolicyArgs(
            ike_encryption=settings.encryption,
            ike_integrity=settings.integrity,
            dh_group=settings.group,
            pfs_group=settings.group,
            ipsec_encryption=f"GCM{settings.encryption}",
            ipsec_integrity=f"GCM{settings.encryption}",
            sa_data_size_kilobytes=0,
            sa_life_time_seconds=settings.lifetime_seconds,
        )
    ]


def configured_secret(key: str) -> pulumi.Output[str]:
    """Give a secret of the stack's configuration; unknown in a plan that is made without it.

    Raises:
        pulumi.ConfigMissingError: where something is deployed without it.
    """
    config = pulumi.Config("prosess")
    told = config.get_secret(key)
    if told is not None:
        return told
    if is_dry_run():
        return pulumi.Output.secret(rpc.UNKNOWN)
    return config.require_secret(key)
