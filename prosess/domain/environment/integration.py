"""The regional integration services that an environment asks for."""

from typing import Annotated, Literal

from pydantic import Field

from prosess.domain.base import Model
from prosess.domain.environment.modes import Off
from prosess.domain.organisation import Contact


class CreateMessaging(Model):
    """Queues and topics between systems."""

    mode: Literal["create"]
    capacity: Literal[1, 2, 4, 8, 16] = 1
    """Messaging units; one carries a region's home measurements many times over."""


class CreateApiGateway(Model):
    """The gateway that partners meet."""

    mode: Literal["create"]
    network: Literal["internal_vnet", "private_endpoint"] = "internal_vnet"
    """How it is closed to the internet: injected into the network, or reached by a private endpoint only."""
    units: int = Field(default=1, ge=1, le=10)
    """Capacity; zone redundancy asks for as many units as zones."""
    publisher: Contact


class IntegrationServices(Model):
    """The regional integration services."""

    messaging: Annotated[CreateMessaging | Off, Field(discriminator="mode")]
    api_gateway: Annotated[CreateApiGateway | Off, Field(discriminator="mode")]
