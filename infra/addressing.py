"""The address plan: subnets carved from the environment's range, the same whatever services are on.

A subnet cannot move while something stands in it, so no subnet's place depends on whether another is wanted.
"""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass

from infra.refusal import refusal
from prosess.domain.environment import CreateHub, Environment, ExistingHub, Vpn
from prosess.domain.errors import DomainError

AZURE_RESERVED = 5
"""Addresses of each subnet that Azure keeps: network, gateway, two for DNS, broadcast."""

_FIRST_FREE = 4
_DATACENTRE = ("services", "datacentre")
_WHERE = (*_DATACENTRE, "address_space")
_HUB = (*_DATACENTRE, "hub", "address_space")
_LARGEST_UNIT = 20
_REFUSED = tuple(
    ipaddress.IPv4Network(network)
    for network in ("0.0.0.0/8", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4")
)

Network = ipaddress.IPv4Network


@dataclass(frozen=True)
class HubPlan:
    """Where each part of the hub lives: fixed places in its first 128 addresses, whichever parts there are."""

    space: Network
    firewall: Network
    """Azure asks for a /26, so that the firewall can grow."""
    gateway: Network
    resolver_inbound: Network
    resolver_outbound: Network

    @property
    def subnets(self) -> dict[str, Network]:
        """The subnets under their names, in order of address; Azure decides the names of the first two."""
        return {
            "AzureFirewallSubnet": self.firewall,
            "GatewaySubnet": self.gateway,
            "resolver-inbound": self.resolver_inbound,
            "resolver-outbound": self.resolver_outbound,
        }

    @property
    def firewall_address(self) -> str:
        """Where the firewall stands: Azure gives it the first address of its subnet that is free.

        Told here and not by the firewall itself, because the gateway's subnet, which lies in the same network as the
        firewall, must know its route before either exists.
        """
        return str(self.firewall[_FIRST_FREE])

    @property
    def resolver_address(self) -> str:
        """Where the resolver answers: the first address of its subnet that Azure leaves free."""
        return str(self.resolver_inbound[_FIRST_FREE])


@dataclass(frozen=True)
class AddressPlan:
    """Where each kind of thing lives."""

    space: Network
    endpoints: Network
    """Private endpoints: twice the others, as each service of each data controller takes one."""
    workloads: Network
    gateway: Network
    """The API gateway where it is injected; two addresses a unit."""
    hub: HubPlan | None = None
    """None where the hub is the region's own, or there is none."""

    @property
    def subnets(self) -> dict[str, Network]:
        """The subnets under their names, in order of address."""
        return {"endpoints": self.endpoints, "workloads": self.workloads, "gateway": self.gateway}

    @property
    def endpoint_room(self) -> int:
        """How many private endpoints the plan has addresses for."""
        return self.endpoints.num_addresses - AZURE_RESERVED

    def require_room(self, endpoints: int) -> None:
        """Check that so many private endpoints fit.

        Raises:
            DomainError: ``ADDRESS_SPACE_FULL``.
        """
        if endpoints > self.endpoint_room:
            raise refusal(
                "ADDRESS_SPACE_FULL",
                facts={"asked": endpoints, "range": str(self.endpoints), "room": self.endpoint_room},
                at=_WHERE,
            )


def problems(environment: Environment) -> Iterator[DomainError]:
    """Give what is wrong with the ranges of an environment: what Azure cannot route, and what overlaps."""
    ours = _ours(environment)
    for at, space in ours:
        if not isinstance(space, Network) or space.prefixlen < 8 or any(space.overlaps(other) for other in _REFUSED):
            yield refusal("ADDRESS_SPACE_KIND", facts={"space": str(space)}, at=at)
    others = _others(environment)
    for index, (at, space) in enumerate(ours):
        for key, other in (*((".".join(map(str, where)), one) for where, one in ours[:index]), *others):
            if space.version == other.version and space.overlaps(other):
                yield refusal("ADDRESS_OVERLAP", facts={"range": str(space), "other": str(other), "key": key}, at=at)


_AnyNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network


def _ours(environment: Environment) -> list[tuple[tuple[str, ...], _AnyNetwork]]:
    """What is carved here."""
    datacentre = environment.services.datacentre
    hub = [(_HUB, datacentre.hub.address_space)] if isinstance(datacentre.hub, CreateHub) else []
    return [(at, ipaddress.ip_network(space)) for at, space in ((_WHERE, datacentre.address_space), *hub)]


def _others(environment: Environment) -> list[tuple[str, _AnyNetwork]]:
    """What the file says that others have, each under its key."""
    datacentre, prefix = environment.services.datacentre, ".".join(_DATACENTRE)
    hub, connection = datacentre.hub, datacentre.connection
    named = [(f"{prefix}.reserved.{index}", one) for index, one in enumerate(datacentre.reserved)]
    if isinstance(hub, ExistingHub):
        named += [(f"{prefix}.hub.address_space.{index}", one) for index, one in enumerate(hub.address_space)]
        named.append((f"{prefix}.hub.firewall_address", hub.firewall_address))
    if isinstance(connection, Vpn):
        named += [
            (f"{prefix}.connection.sites.{index}.ranges.{place}", one)
            for index, site in enumerate(connection.sites)
            for place, one in enumerate(site.ranges)
        ]
    else:
        named += [(f"{prefix}.connection.reaches.{index}", one) for index, one in enumerate(connection.reaches)]
    return [(key, ipaddress.ip_network(space)) for key, space in named]


def carve(environment: Environment) -> AddressPlan:
    """Give the plan of an environment.

    A quarter of the space, or a /20 where that is smaller, is the unit: endpoints take two, workloads and gateway one
    each. What is left of a larger space stays free.

    Raises:
        DomainError: ``ADDRESS_SPACE_KIND`` where Azure could not route the range; ``ADDRESS_OVERLAP`` where two
            networks would have the same addresses.
    """
    for problem in problems(environment):
        raise problem
    datacentre = environment.services.datacentre
    space = Network(datacentre.address_space)
    prefix = max(space.prefixlen + 2, _LARGEST_UNIT)
    unit = 2 ** (32 - prefix)
    start = int(space.network_address)
    return AddressPlan(
        space=space,
        endpoints=Network((start, prefix - 1)),
        workloads=Network((start + 2 * unit, prefix)),
        gateway=Network((start + 3 * unit, prefix)),
        hub=_carve_hub(Network(datacentre.hub.address_space)) if isinstance(datacentre.hub, CreateHub) else None,
    )


def _carve_hub(space: Network) -> HubPlan:
    start = int(space.network_address)
    return HubPlan(
        space=space,
        firewall=Network((start, 26)),
        gateway=Network((start + 64, 27)),
        resolver_inbound=Network((start + 96, 28)),
        resolver_outbound=Network((start + 112, 28)),
    )
