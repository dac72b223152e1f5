"""The regional datacentre services that an environment asks for."""

from typing import Annotated, Literal

from pydantic import Field

from prosess.domain.base import Model
from prosess.domain.environment.address_space import AddressSpace
from prosess.domain.environment.hub import CreateHub, ExistingConnection, ExistingHub, ExpressRoute, Vpn
from prosess.domain.environment.modes import NOT_ASKED_FOR, Off
from prosess.domain.environment.operations import (
    CreateBackup,
    CreateBudget,
    CreateFlowLogs,
    CreateRegistry,
    ExistingBackup,
    ExistingRegistry,
)
from prosess.domain.identifiers import ArmId, Cidr, DnsName, IpAddress, Text, of_type


class CreateDns(Model):
    """Private DNS zones for the private endpoints."""

    mode: Literal["create"]


class ExistingDns(Model):
    """The region's own private DNS zones."""

    mode: Literal["existing"]
    zones: dict[DnsName, Annotated[ArmId, of_type("Microsoft.Network/privateDnsZones")]]
    """Zone name, such as ``privatelink.vaultcore.azure.net`` → its id."""


class PolicyDns(Model):
    """The landing zone's own policy writes the names of private endpoints: neither zone nor zone group is planned."""

    mode: Literal["policy"]
    reason: Text
    """Which policy, and who answers for it; shown where a rule would ask for a zone group."""


class DatacentreServices(Model):
    """The regional datacentre services."""

    address_space: AddressSpace
    """The address range of the environment; carved into subnets by ``infra.addressing``."""
    dns_servers: tuple[IpAddress, ...] = ()
    """The region's resolvers; where none is given, Azure's own."""
    private_dns: Annotated[CreateDns | ExistingDns | PolicyDns, Field(discriminator="mode")]
    locks: bool = True
    """Whether what holds data is locked against deletion."""
    reserved: tuple[Cidr, ...] = ()
    """Ranges of the region's other environments and networks: none of ours may overlap them."""
    hub: Annotated[CreateHub | ExistingHub | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    """The network that this one hangs on, and whose firewall judges what leaves it."""
    connection: Annotated[ExistingConnection | ExpressRoute | Vpn, Field(discriminator="mode")] = ExistingConnection(
        mode="existing_hub"
    )
    """How the health network and the region's data centres are reached: by what the region has, unless it has none."""
    flow_logs: Annotated[CreateFlowLogs | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    """Who talked to whom."""
    backup: Annotated[CreateBackup | ExistingBackup | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    """From where deleted data comes back. In the region's own vault nothing is planned: the region protects there."""
    registry: Annotated[CreateRegistry | ExistingRegistry | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    """Where container images come from."""
    budget: Annotated[CreateBudget | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    """What the environment may cost, and who is told."""
    tenants_pay: bool = False
    """Whether what is made for one data controller alone is tagged with that controller as its cost owner."""
