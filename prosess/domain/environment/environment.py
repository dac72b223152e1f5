"""An environment: what a region asks for, field by field, with the reason for each."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.access import DataClass, Overlay, Stage
from prosess.domain.access_choice import incompatibilities, refuse_incompatible
from prosess.domain.base import Model
from prosess.domain.country import EEA
from prosess.domain.environment.access import CreateEmergency, EnvironmentAccess
from prosess.domain.environment.datacentre import DatacentreServices
from prosess.domain.environment.fhir import FHIR_LOCATION, Fhir
from prosess.domain.environment.governance import CreatePolicies, GovernanceServices
from prosess.domain.environment.integration import IntegrationServices
from prosess.domain.environment.location import LOCATION_COUNTRY, AzureLocation
from prosess.domain.environment.modes import NOT_ASKED_FOR, Off
from prosess.domain.environment.security import CreateSiem, SecurityServices
from prosess.domain.environment.tenants import TenantServices
from prosess.domain.environment.workload import CreateWorkload
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import CountryCode, OrganisationNumber, Slug, Text, Uuid
from prosess.domain.organisation import Contact
from prosess.domain.text import LocalisedText


class Services(Model):
    """What the region provides to the environment."""

    security: SecurityServices
    integration: IntegrationServices
    datacentre: DatacentreServices
    workload: Annotated[CreateWorkload | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    """Whether the platform itself runs here."""
    governance: GovernanceServices = GovernanceServices()


class Residency(Model):
    """Where data may be stored, and from where it may be operated: remote support is a transfer too."""

    storage_countries: tuple[CountryCode, ...]
    operator_access_countries: tuple[CountryCode, ...]
    third_country_reason: Text | None = None
    """Why somebody outside the EEA may operate it, and on which ground; asked for where somebody may."""


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
    tenants: dict[OrganisationNumber, TenantServices] = {}
    """Data controller → what it has beyond its stores. Whom the environment serves is told by what was approved."""

    def operators(self) -> dict[str, tuple[str, ...]]:
        """Give id of each group that operates the environment → countries that its people work from.

        A group of which the file says nothing of its own works from all countries that may operate it. Where one group
        has several tasks, it works from all that is said of any of them.
        """
        access, emergency, siem = self.access, self.access.emergency, self.services.security.siem
        groups = dict(access.groups)
        if isinstance(emergency, CreateEmergency):
            groups |= {"emergency_group": emergency.group, "emergency_reviewers": emergency.reviewers}
        if isinstance(siem, CreateSiem):
            groups |= {"soc_group": siem.soc_group}
        found: dict[str, set[str]] = {}
        for task, group in groups.items():
            own = getattr(access.works_from, task)
            found.setdefault(group.lower(), set()).update(
                self.residency.operator_access_countries if own is None else own
            )
        return {group: tuple(sorted(countries)) for group, countries in sorted(found.items())}

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
    def _operated_from_where_it_may_be(self) -> Self:
        allowed = set(self.residency.operator_access_countries)
        third = sorted(allowed - EEA)
        if third and not self.residency.third_country_reason:
            raise DomainError(
                "RESIDENCY_THIRD_COUNTRY",
                f"{', '.join(third)} may operate the environment from outside the EEA without a reason",
                facts={"countries": third},
                hint="give `residency.third_country_reason`, and assess the risk",
                at=("residency", "operator_access_countries"),
            )
        for group, countries in self.access.works_from:
            if outside := sorted(set(countries or ()) - allowed):
                raise DomainError(
                    "RESIDENCY_OPERATORS",
                    f"`{group}` works from {', '.join(outside)}, which `residency.operator_access_countries` does not"
                    " name",
                    facts={"group": group, "countries": outside},
                    hint="let another group do it, or name the country and assess the risk",
                    at=("access", "works_from", group),
                )
        return self

    @model_validator(mode="after")
    def _overlays_are_chosen(self) -> Self:
        for overlay in Overlay:
            if getattr(self.access, overlay.value).mode == "create" and overlay not in self.access.overlays:
                raise DomainError(
                    "OVERLAY_NOT_CHOSEN",
                    f"`access.{overlay.value}` is set up, but the overlay is not chosen",
                    facts={"overlay": overlay.value},
                    hint=f"add `{overlay.value}` to `access.overlays`",
                    at=("access", overlay.value),
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
