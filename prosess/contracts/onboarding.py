"""onboarding/1: the tenants and pathways that were approved, each bound to the manifest that was read."""

from datetime import date
from typing import Literal

from pydantic import Field

from prosess.contracts.canonical import Contract
from prosess.domain.base import Model


class ApprovedParticipant(Model):
    """An organisation that takes part in a pathway with its own data controller role."""

    organisation: str
    kind: str


class ApprovedTenant(Model):
    """A tenant whose agreement with the platform's provider is in force."""

    id: str
    organisation: str
    manifest: str
    """Digest of the tenant file that was approved."""
    cost_owner: str | None = None
    """Organisation number of who is billed for what is the tenant's own; who pays for the environment, where left
    out."""


class ApprovedPathway(Model):
    """A pathway that passed the gates of a stage."""

    id: str
    tenant: str
    stage: str
    manifest: str
    """Digest of the pathway manifest that was approved."""
    data_controllers: tuple[str, ...]
    participants: tuple[ApprovedParticipant, ...]
    access_options: tuple[str, ...]
    approved_on: date


class Onboarding(Contract):
    """What the Pulumi program reads to know whom an environment serves."""

    schema_: Literal["onboarding/1"] = Field(default="onboarding/1", alias="schema")
    environment: str
    tenants: tuple[ApprovedTenant, ...] = ()
    pathways: tuple[ApprovedPathway, ...] = ()
