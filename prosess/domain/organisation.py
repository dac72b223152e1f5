"""Who takes part: legal entities, and the projects and units that answer for a part of the work."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import (
    FunctionalMailbox,
    OrganisationNumber,
    PhoneNumber,
    ReshId,
    Slug,
    Text,
    is_synthetic,
)
from prosess.domain.text import LocalisedText


class OrganisationKind(StrEnum):
    """What an organisation is in the health service."""

    REGIONAL_HEALTH_AUTHORITY = "regional_health_authority"
    HEALTH_TRUST = "health_trust"
    PRIVATE_HOSPITAL = "private_hospital"
    ICT_PROVIDER = "ict_provider"
    PHARMACY_TRUST = "pharmacy_trust"
    MUNICIPALITY = "municipality"
    GP_PRACTICE = "gp_practice"
    RESPONSE_CENTRE = "response_centre"
    SUPPLIER = "supplier"
    NATIONAL_SERVICE = "national_service"


class Organisation(Model):
    """A legal entity."""

    number: OrganisationNumber
    name: Text
    kind: OrganisationKind
    resh: ReshId | None = None

    @property
    def synthetic(self) -> bool:
        """Whether the number is from the synthetic test population; such a party is refused in prod."""
        return is_synthetic(self.number)


class Contact(Model):
    """A function that answers, never a person."""

    role: Text
    mailbox: FunctionalMailbox
    phone: PhoneNumber | None = None


class Actor(Model):
    """Somebody who others depend on: an organisation, or a project or unit of one."""

    id: Slug
    name: Text
    organisation: OrganisationNumber
    """The legal entity whose people may confirm for the actor."""
    contact: Contact | None = None


class Region(Model):
    """A regional health authority with the organisations that its platform may serve."""

    schema_: Literal["region/1"] = Field(alias="schema")
    id: Slug
    title: LocalisedText
    authority: OrganisationNumber
    platform_provider: OrganisationNumber
    organisations: tuple[Organisation, ...]
    actors: tuple[Actor, ...] = ()

    @property
    def numbers(self) -> frozenset[str]:
        """The organisation numbers of the region's register."""
        return frozenset(organisation.number for organisation in self.organisations)

    @model_validator(mode="after")
    def _declares_each_once(self) -> Self:
        refuse_declared_twice("organisations", [one.number for one in self.organisations])
        refuse_declared_twice("actors", [one.id for one in self.actors])
        return self

    @model_validator(mode="after")
    def _refers_to_its_own_register(self) -> Self:
        named: list[tuple[tuple[str | int, ...], str, str]] = [
            (("authority",), "authority", self.authority),
            (("platform_provider",), "platform_provider", self.platform_provider),
            *(
                (("actors", index, "organisation"), f"actors.{actor.id}", actor.organisation)
                for index, actor in enumerate(self.actors)
            ),
        ]
        for at, key, number in named:
            if number not in self.numbers:
                raise DomainError(
                    "ORGANISATION_NOT_IN_REGISTER",
                    f"`{key}` names {number}, which is not among `organisations`",
                    facts={"key": key, "organisation": number},
                    hint="add the organisation, or name one that is listed",
                    at=at,
                )
        return self

    def actor(self, identifier: str) -> Actor | None:
        """Give the actor with an id, or none."""
        return next((found for found in self.actors if found.id == identifier), None)

    def organisation(self, number: str) -> Organisation | None:
        """Give the organisation with a number, or none."""
        return next((found for found in self.organisations if found.number == number), None)
