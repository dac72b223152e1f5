"""What an environment sets up for a data controller beyond its stores."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from prosess.domain.base import Model
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.environment.modes import Off
from prosess.domain.identifiers import Slug, Text, Uuid


class TenantSystem(Model):
    """A system of the controller's own that hears of events. It logs in by its own issuer's token, without a secret."""

    id: Slug
    issuer: Annotated[Text, StringConstraints(pattern=r"^https://[^\s?#]+$")]
    """Who vouches for the system: the address of an issuer of tokens."""
    subject: Text
    """The one subject of that issuer that is let in."""


class CreateTenantApi(Model):
    """An API product of the controller's own at the gateway. No subscription keys: tokens alone let anybody in."""

    mode: Literal["create"]
    calls_per_minute: int = Field(default=600, ge=1, le=100_000)
    """How many calls all of the controller's clients may make together."""


class TenantServices(Model):
    """What one data controller has beyond its stores, when it has been onboarded."""

    reviewers: Uuid | None = None
    """The controller's own group that reviews uses of break-the-glass on its patients."""
    systems: tuple[TenantSystem, ...] = ()
    """Each gets an identity, and a subscription of its own to the controller's events."""
    api: Annotated[CreateTenantApi | Off, Field(discriminator="mode")] = Off(
        mode="off", reason="The environment file does not ask for it."
    )

    @model_validator(mode="after")
    def _declares_each_once(self) -> Self:
        refuse_declared_twice("systems", [one.id for one in self.systems])
        return self
