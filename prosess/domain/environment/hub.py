"""How an environment is reached, and reaches out: the hub network, its firewall and resolver, and the lines into it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.environment.address_space import AddressSpace
from prosess.domain.environment.modes import Off
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import ArmId, Cidr, DnsName, IpAddress, Slug, of_type


class Forwarding(Model):
    """Names that somebody else's servers answer for."""

    suffix: DnsName
    """Such as ``nhn.no``; everything below it is asked there."""
    servers: tuple[IpAddress, ...] = Field(min_length=1, max_length=6)
    """Who is asked; reached over the region's connection."""


class CreateResolver(Model):
    """A DNS resolver in the hub: it answers for the private zones, and asks others for what is theirs."""

    mode: Literal["create"]
    forward: tuple[Forwarding, ...] = ()
    """Suffixes of the health network and of the region's own data centres."""


class CreateHub(Model):
    """A hub network of the environment's own, where the region has none: firewall, gateway and resolver stand in it."""

    mode: Literal["create"]
    address_space: AddressSpace
    """Its own range, apart from the environment's."""
    resolver: Annotated[CreateResolver | Off, Field(discriminator="mode")] = CreateResolver(mode="create")
    """Who answers for names; off where ``dns_servers`` names the region's own."""
    outbound: tuple[DnsName, ...] = ()
    """Names that workloads may reach over HTTPS, beside what the platform itself needs; the firewall stops the rest."""


class ExistingHub(Model):
    """The region's own hub: it is referenced, never rebuilt. The region peers it back and lets the traffic through."""

    mode: Literal["existing"]
    virtual_network: Annotated[ArmId, of_type("Microsoft.Network/virtualNetworks")]
    firewall_address: IpAddress
    """Private address of the firewall: all that leaves the environment goes there."""
    address_space: tuple[Cidr, ...] = ()
    """The hub's own ranges, so that they are checked for overlap."""
    gateway_transit: bool = True
    """Whether the environment uses the hub's gateway, and with it the region's line to the health network."""


class ExistingConnection(Model):
    """The region's own line to the health network and its data centres, reached through the hub."""

    mode: Literal["existing_hub"]
    reaches: tuple[Cidr, ...] = ()
    """Ranges beyond it that workloads call over HTTPS, and whose systems may call the API gateway."""


class ExpressRoute(Model):
    """A private line of a network provider's, ended in a gateway in our hub."""

    mode: Literal["express_route"]
    circuit: Annotated[ArmId, of_type("Microsoft.Network/expressRouteCircuits")]
    """Ordered by the region from its provider; it cannot be made by a program alone."""
    authorised: bool = False
    """Whether the circuit belongs to another subscription, and its owner gave us a key. The key itself is the secret
    ``prosess:expressRouteAuthorisationKey`` of the stack's configuration, never of a file."""
    sku: Literal["ErGw1AZ", "ErGw2AZ", "ErGw3AZ"] = "ErGw1AZ"
    """How fast; each spans the zones."""
    reaches: tuple[Cidr, ...] = ()
    """Ranges beyond it that workloads call over HTTPS, and whose systems may call the API gateway."""


class VpnSite(Model):
    """Another end of an encrypted tunnel."""

    name: Slug
    """Its shared key is the secret ``prosess:vpnSharedKey-<name>`` of the stack's configuration, never of a file."""
    address: IpAddress
    """Public address of its gateway."""
    ranges: tuple[Cidr, ...] = Field(min_length=1)
    """Only what is listed is reached through the tunnel."""
    asn: int | None = Field(default=None, ge=1, le=4294967295)
    """Its autonomous system, where routes are told by BGP."""
    bgp_address: IpAddress | None = None
    """Where its BGP speaker is."""


class Vpn(Model):
    """Encrypted tunnels over the internet, ended in a gateway in our hub."""

    mode: Literal["vpn"]
    sites: tuple[VpnSite, ...] = Field(min_length=1, max_length=10)
    sku: Literal["VpnGw1AZ", "VpnGw2AZ", "VpnGw3AZ"] = "VpnGw2AZ"
    """How fast; each spans the zones."""
    asn: int = Field(default=65515, ge=1, le=4294967295)
    """Our own autonomous system; Azure's usual one where nothing else is agreed."""

    @model_validator(mode="after")
    def _sites_speak_bgp_whole(self) -> Self:
        for index, site in enumerate(self.sites):
            if (site.asn is None) != (site.bgp_address is None):
                raise DomainError(
                    "VPN_BGP_HALF",
                    "`asn` and `bgp_address` belong together",
                    hint="give both, or neither where routes are fixed",
                    at=("sites", index),
                )
        return self
