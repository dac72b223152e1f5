"""The regional integration services that an environment asks for."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from prosess.domain.base import Model
from prosess.domain.environment.modes import NOT_ASKED_FOR, Existing, Off
from prosess.domain.identifiers import Slug, Uuid
from prosess.domain.organisation import Contact

Table = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,62}$")]
"""A table of the log workspace."""

EXPORTED_TABLES: tuple[Table, ...] = (
    "AppServiceAuditLogs",
    "AzureActivity",
    "AzureDiagnostics",
    "AZKVAuditLogs",
    "ContainerAppConsoleLogs",
    "ContainerAppSystemLogs",
    "StorageBlobLogs",
)
"""Tables of the log workspace that tell who did what. A workspace lacks some until something has written to them."""


class CreateMessaging(Model):
    """Queues and topics between systems."""

    mode: Literal["create"]
    capacity: Literal[1, 2, 4, 8, 16] = 1
    """Messaging units; one carries a region's home measurements many times over."""


class ExistingMessaging(Existing):
    """The region's own namespace: nothing in it is planned, the platform's programs are let in to agreed queues."""

    resource_type: ClassVar[str] = "Microsoft.ServiceBus/namespaces"


class CreateApiGateway(Model):
    """The gateway that partners meet."""

    mode: Literal["create"]
    network: Literal["internal_vnet", "private_endpoint"] = "internal_vnet"
    """How it is closed to the internet: injected into the network, or reached by a private endpoint only."""
    units: int = Field(default=1, ge=1, le=10)
    """Capacity; zone redundancy asks for as many units as zones."""
    publisher: Contact


class ExistingApiGateway(Existing):
    """The region's own gateway: none is planned, and what stands above its APIs is its owner's."""

    resource_type: ClassVar[str] = "Microsoft.ApiManagement/service"

    platform_api: Literal["register", "left_to_owner"] = "left_to_owner"
    """Whether the platform's own API and product are registered in it, which asks for rights there."""


class CreateEvents(Model):
    """A topic that programs tell of what has happened, and a queue that it is delivered to."""

    mode: Literal["create"]
    attempts: int = Field(default=30, ge=1, le=30)
    """How often a delivery is tried before the event is set aside."""
    minutes: int = Field(default=1440, ge=1, le=1440)
    """How long a delivery is tried; Azure keeps an event for a day at most."""


class ExistingEvents(Existing):
    """The region's own topic: the platform may publish to it, and who subscribes is its owner's."""

    resource_type: ClassVar[str] = "Microsoft.EventGrid/topics"


class CreateSiemExport(Model):
    """A stream of the environment's logs for the region's security centre."""

    mode: Literal["create"]
    tier: Literal["Premium", "Standard"] = "Premium"
    """Premium has own capacity and takes a key of the customer's; Standard has neither, and costs a fraction."""
    units: int = Field(default=1, ge=1, le=16)
    """Processing units (Premium) or throughput units (Standard)."""
    partitions: int = Field(default=4, ge=1, le=32)
    """How many readers can share the work."""
    days: int = Field(default=7, ge=1, le=7)
    """How long the stream waits for a reader that is down."""
    tables: tuple[Table, ...] = EXPORTED_TABLES
    """Which tables of the log workspace are streamed."""
    reader: Uuid | None = None
    """Object id of the security centre's own identity; none where it is given access by others."""


class ExistingSiemExport(Existing):
    """The region's own stream: the environment's logs are sent to it."""

    resource_type: ClassVar[str] = "Microsoft.EventHub/namespaces"

    hub: Slug
    """Which event hub of the namespace."""
    tables: tuple[Table, ...] = EXPORTED_TABLES
    """Which tables of the log workspace are streamed."""


class IntegrationServices(Model):
    """The regional integration services."""

    messaging: Annotated[CreateMessaging | ExistingMessaging | Off, Field(discriminator="mode")]
    api_gateway: Annotated[CreateApiGateway | ExistingApiGateway | Off, Field(discriminator="mode")]
    events: Annotated[CreateEvents | ExistingEvents | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    siem_export: Annotated[CreateSiemExport | ExistingSiemExport | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
