"""An environment: what a region asks for, field by field, with the reason for each."""

import ipaddress
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.access import AccessChoice, DataClass, Stage, incompatibilities, refuse_incompatible
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import (
    ArmId,
    Cidr,
    CountryCode,
    DnsName,
    IpAddress,
    OrganisationNumber,
    Slug,
    Text,
    Uuid,
)
from prosess.domain.organisation import Contact, OrganisationKind
from prosess.domain.text import LocalisedText


class AzureLocation(StrEnum):
    """Azure regions that may be asked for; which services each has is data of ``infra/regions.yaml``."""

    NORWAY_EAST = "norwayeast"
    NORWAY_WEST = "norwaywest"
    SWEDEN_CENTRAL = "swedencentral"


LOCATION_COUNTRY: dict[AzureLocation, str] = {
    AzureLocation.NORWAY_EAST: "NO",
    AzureLocation.NORWAY_WEST: "NO",
    AzureLocation.SWEDEN_CENTRAL: "SE",
}


class Off(Model):
    """The service is not wanted."""

    mode: Literal["off"]
    reason: Text
    """Why an environment does without it; shown in the risk assessment."""


class Existing(Model):
    """The region owns the service already: it is referenced, never rebuilt."""

    mode: Literal["existing"]
    id: ArmId


class CreateSecretVault(Model):
    """A vault for secrets, apart from the one for keys."""

    mode: Literal["create"]


class CreateKeyVault(Model):
    """A vault for customer-managed keys, so that the provider alone cannot read what is stored."""

    mode: Literal["create"]
    rotation_days: int = Field(default=365, ge=30, le=730)
    """How often a key is renewed: short enough to bound what a leaked key opens."""


class CreateMonitoring(Model):
    """The central log workspace."""

    mode: Literal["create"]
    retention_days: int = Field(default=365, ge=90, le=730)
    """How long logs are searchable; an incident is often found months after it began."""


class CreateAuditStore(Model):
    """Storage that cannot be altered, for the audit trail and the clinical access log."""

    mode: Literal["create"]
    immutability_days: int = Field(default=365, ge=30, le=3650)
    """How long nobody, the owner included, can delete an entry."""
    access_log_stream: bool = True
    """Whether clinical access is logged apart from infrastructure, so that it can be reviewed by other people."""


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


class CreateDns(Model):
    """Private DNS zones for the private endpoints."""

    mode: Literal["create"]


class ExistingDns(Model):
    """The region's own private DNS zones."""

    mode: Literal["existing"]
    zones: dict[DnsName, ArmId]
    """Zone name, such as ``privatelink.vaultcore.azure.net`` → its id."""


class CreateBackup(Model):
    """Locks and deletion guards on what holds data."""

    mode: Literal["create"]


class SecurityServices(Model):
    """The regional security services."""

    secret_vault: Annotated[CreateSecretVault | Existing | Off, Field(discriminator="mode")]
    key_vault: Annotated[CreateKeyVault | Existing | Off, Field(discriminator="mode")]
    monitoring: Annotated[CreateMonitoring | Existing, Field(discriminator="mode")]
    audit_store: Annotated[CreateAuditStore | Off, Field(discriminator="mode")]


class IntegrationServices(Model):
    """The regional integration services."""

    messaging: Annotated[CreateMessaging | Off, Field(discriminator="mode")]
    api_gateway: Annotated[CreateApiGateway | Off, Field(discriminator="mode")]


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


class Services(Model):
    """What the region provides to the environment."""

    security: SecurityServices
    integration: IntegrationServices
    datacentre: DatacentreServices


class FhirHosting(StrEnum):
    """Where a FHIR service runs: a decision about residency, with a risk of its own."""

    NONE = "none"
    SWEDEN_CENTRAL = "sweden_central"
    NORWAY_EAST = "norway_east"
    """May be asked for; whether the region has the service is data of ``infra/regions.yaml``."""


FHIR_LOCATION: dict[FhirHosting, AzureLocation] = {
    FhirHosting.SWEDEN_CENTRAL: AzureLocation.SWEDEN_CENTRAL,
    FhirHosting.NORWAY_EAST: AzureLocation.NORWAY_EAST,
}


class Fhir(Model):
    """Whether the environment has a FHIR service, and where."""

    hosting: FhirHosting = FhirHosting.NONE
    reason: Text | None = None
    """Why data may lie outside Norway; asked for where it would."""


class Residency(Model):
    """Where data may be stored, and from where it may be operated: remote support is a transfer too."""

    storage_countries: tuple[CountryCode, ...]
    operator_access_countries: tuple[CountryCode, ...]


class Groups(Model):
    """Directory groups that access is given to. Ids come from the directory, never from us."""

    platform_operators: Uuid
    security_readers: Uuid
    audit_readers: Uuid


class Azure(Model):
    """Where in Azure the environment lies."""

    tenant: Uuid
    subscription: Uuid
    location: AzureLocation


class EnvironmentAccess(AccessChoice):
    """Who an environment lets in."""

    admits: tuple[OrganisationKind, ...]
    """Kinds of participants; a pathway's actual ones are checked against them."""
    patient_facing: bool = False
    """Whether patients log in to a surface of the platform's own."""
    groups: Groups


class Environment(Model):
    """One environment of a region's process platform."""

    schema_: Literal["environment/1"] = Field(alias="schema")
    name: Slug
    stage: Stage
    region: Slug
    """Id of the region file."""
    title: LocalisedText
    data_class: DataClass
    data_controller: OrganisationNumber
    """Who answers for what the platform itself stores, such as its logs."""
    cost_owner: OrganisationNumber
    contact: Contact
    azure: Azure
    residency: Residency
    services: Services
    fhir: Fhir = Fhir()
    access: EnvironmentAccess

    @model_validator(mode="after")
    def _access_fits_the_participants(self) -> Self:
        audit = self.services.security.audit_store
        found = incompatibilities(
            self.access.options,
            self.access.overlays,
            participants=self.access.admits,
            stage=self.stage,
            data_class=self.data_class,
            patient_facing=self.access.patient_facing,
            access_log_stream=isinstance(audit, CreateAuditStore) and audit.access_log_stream,
        )
        refuse_incompatible(self.access.refused(found, as_of=None))
        return self

    @model_validator(mode="after")
    def _stored_where_it_may_be(self) -> Self:
        countries = {LOCATION_COUNTRY[self.azure.location]}
        if self.fhir.hosting in FHIR_LOCATION:
            country = LOCATION_COUNTRY[FHIR_LOCATION[self.fhir.hosting]]
            countries.add(country)
            if country != "NO" and not self.fhir.reason:
                raise DomainError(
                    "FHIR_RESIDENCY_REASON",
                    "`fhir.hosting` stores data outside Norway without a reason",
                    hint="give `fhir.reason`, and name the country under `residency.storage_countries`",
                    at=("fhir",),
                )
        if outside := sorted(countries - set(self.residency.storage_countries)):
            raise DomainError(
                "RESIDENCY_STORAGE",
                f"data would be stored in {', '.join(outside)}, which `residency.storage_countries` does not name",
                facts={"countries": outside},
                hint="choose another location, or name the country and assess the risk",
                at=("residency", "storage_countries"),
            )
        return self

    @model_validator(mode="after")
    def _prod_is_whole(self) -> Self:
        if self.stage is not Stage.PROD:
            return self
        off = [
            f"services.{group}.{service}"
            for group in ("security", "integration")
            for service, chosen in getattr(self.services, group)
            if chosen.mode == "off"
        ]
        if "services.security.audit_store" in off or not self.services.datacentre.locks:
            raise DomainError(
                "PROD_NEEDS_AUDIT_AND_LOCKS",
                "an environment for prod keeps an audit store and locks what holds data",
                hint="set `services.security.audit_store.mode: create` and `services.datacentre.locks: true`",
            )
        return self
