"""An address range that is carved into subnets."""

import ipaddress
from typing import Annotated

from pydantic import AfterValidator

from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Cidr

SMALLEST = 25
"""Prefix length of the smallest range that has room for the subnets."""


def _carvable(value: str) -> str:
    network = ipaddress.ip_network(value)
    if network.version != 4 or not network.is_private:
        raise DomainError(
            "ADDRESS_SPACE_NOT_PRIVATE",
            "`address_space` is not a private IPv4 range",
            hint="give a range of the region's plan, such as `10.100.200.0/23`",
        )
    if network.prefixlen > SMALLEST:
        raise DomainError(
            "ADDRESS_SPACE_TOO_SMALL",
            "`address_space` has no room for the subnets",
            hint=f"give a range of at least 128 addresses (/{SMALLEST})",
        )
    return value


AddressSpace = Annotated[Cidr, AfterValidator(_carvable)]
"""A private IPv4 range with room for the subnets of a network."""
