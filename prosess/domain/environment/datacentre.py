"""The regional datacentre services that an environment asks for."""

import ipaddress
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import ArmId, Cidr, DnsName, IpAddress


class CreateDns(Model):
    """Private DNS zones for the private endpoints."""

    mode: Literal["create"]


class ExistingDns(Model):
    """The region's own private DNS zones."""

    mode: Literal["existing"]
    zones: dict[DnsName, ArmId]
    """Zone name, such as ``privatelink.vaultcore.azure.net`` → its id."""


class DatacentreServices(Model):
    """The regional datacentre services."""

    address_space: Cidr
    """The address range of the environment; carved into subnets by ``infra.addressing``."""
    dns_servers: tuple[IpAddress, ...] = ()
    """The region's resolvers; where none is given, Azure's own."""
    private_dns: Annotated[CreateDns | ExistingDns, Field(discriminator="mode")]
    locks: bool = True
    """Whether what holds data is locked against deletion."""

    @model_validator(mode="after")
    def _large_enough(self) -> Self:
        network = ipaddress.ip_network(self.address_space)
        if network.version != 4 or not network.is_private:
            raise DomainError(
                "ADDRESS_SPACE_NOT_PRIVATE",
                "`address_space` is not a private IPv4 range",
                hint="give a range of the region's plan, such as `10.100.200.0/23`",
                at=("address_space",),
            )
        if network.prefixlen > 25:
            raise DomainError(
                "ADDRESS_SPACE_TOO_SMALL",
                "`address_space` has no room for the subnets",
                hint="give a range of at least 128 addresses (/25)",
                at=("address_space",),
            )
        return self
