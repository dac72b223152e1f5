"""The address plan: subnets carved from the environment's range, the same whatever services are on.

A subnet cannot move while something stands in it, so no subnet's place depends on whether another is wanted.
"""

import ipaddress
from dataclasses import dataclass

from infra.refusal import refusal
from prosess.domain.environment import Environment

AZURE_RESERVED = 5
"""Addresses of each subnet that Azure keeps: network, gateway, two for DNS, broadcast."""

_WHERE = ("services", "datacentre", "address_space")
_LARGEST_UNIT = 24
_REFUSED = tuple(
    ipaddress.IPv4Network(network)
    for network in ("0.0.0.0/8", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4")
)

Network = ipaddress.IPv4Network


@dataclass(frozen=True)
class AddressPlan:
    """Where each kind of thing lives."""

    space: Network
    endpoints: Network
    """Private endpoints: twice the others, as each service of each data controller takes one."""
    workloads: Network
    gateway: Network
    """The API gateway where it is injected; two addresses a unit."""

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


def carve(environment: Environment) -> AddressPlan:
    """Give the plan of an environment.

    A quarter of the space, or a /24 where that is smaller, is the unit: endpoints take two, workloads and gateway one
    each. What is left of a larger space stays free.

    Raises:
        DomainError: ``ADDRESS_SPACE_KIND`` where Azure could not route the range.
    """
    space = ipaddress.ip_network(environment.services.datacentre.address_space)
    if not isinstance(space, Network) or space.prefixlen < 8 or any(space.overlaps(other) for other in _REFUSED):
        raise refusal("ADDRESS_SPACE_KIND", facts={"space": str(space)}, at=_WHERE)
    prefix = max(space.prefixlen + 2, _LARGEST_UNIT)
    unit = 2 ** (32 - prefix)
    start = int(space.network_address)
    return AddressPlan(
        space=space,
        endpoints=Network((start, prefix - 1)),
        workloads=Network((start + 2 * unit, prefix)),
        gateway=Network((start + 3 * unit, prefix)),
    )
