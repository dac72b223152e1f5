"""An environment: what a region asks for, field by field, with the reason for each."""

from typing import Literal, Self

from pydantic import Field, model_validator

from prosess.domain.access import AccessChoice, DataClass, Stage, incompatibilities, refuse_incompatible
from prosess.domain.base import Model
from prosess.domain.environment.datacentre import DatacentreServices
from prosess.domain.environment.fhir import FHIR_LOCATION, Fhir
from prosess.domain.environment.governance import CreatePolicies, GovernanceServices
from prosess.domain.environment.integration import IntegrationServices
from prosess.domain.environment.location import LOCATION_COUNTRY, AzureLocation
from prosess.domain.environment.security import SecurityServices
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import CountryCode, OrganisationNumber, Slug, Uuid
from prosess.domain.organisation import Contact, OrganisationKind
from prosess.domain.text import LocalisedText


class Services(Model):
    """What the region provides to the environment."""

    security: SecurityServices
    integration: IntegrationServices
    datacentre: DatacentreServices
    governance: GovernanceServices = GovernanceServices()


class Residency(Model):
    """Where data may be stored, and from where it may be operated: remote support is a transfer too."""

    storage_countries: tuple[CountryCode, ...]
    operator_access_countries: tuple[CountryCode, ...]


class Groups(Model):
    """Directory groups that access is given to. Ids come from the directory, never from us."""

    platform_operators: Uuid
    security_readers: Uuid
    audit_readers: Uuid


class Subscriptions(Model):
    """Subscriptions beside the environment's own, where the region keeps them apart."""

    connectivity: Uuid | None = None
    """Where the hub is made: network people own it, not those who own the data."""
    guard: Uuid | None = None
    """Where the guard of the backup vault lies: who may weaken the backup is somebody else than who runs it."""


class Azure(Model):
    """Where in Azure the environment lies."""

    tenant: Uuid
    subscription: Uuid
    location: AzureLocation
    subscriptions: Subscriptions = Subscriptions()


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
        found = incompatibilities(
            self.access.options,
            self.access.overlays,
            participants=self.access.admits,
            stage=self.stage,
            data_class=self.data_class,
            patient_facing=self.access.patient_facing,
            access_log_stream=self.services.security.access_log_stream,
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

    @model_validator(mode="after")
    def _logs_where_it_matters(self) -> Self:
        sensitive = self.data_class in {DataClass.PERSONAL, DataClass.HEALTH}
        if self.services.security.monitoring.mode == "off" and (self.stage is Stage.PROD or sensitive):
            raise DomainError(
                "LOGS_NEEDED",
                "an environment for prod, or with data about people, keeps logs",
                hint="set `services.security.monitoring.mode` to create or existing",
                at=("services", "security", "monitoring"),
            )
        return self

    @model_validator(mode="after")
    def _prod_enforces(self) -> Self:
        policies = self.services.governance.policies
        if self.stage is Stage.PROD and isinstance(policies, CreatePolicies) and policies.enforcement == "observe":
            raise DomainError(
                "PROD_ENFORCES_POLICIES",
                "an environment for prod only observes its policies",
                hint="set `enforcement: enforce`, and declare what may differ under `exemptions`",
                at=("services", "governance", "policies", "enforcement"),
            )
        return self
