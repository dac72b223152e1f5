"""offboarding/1: what happens to a tenant's data and accesses when it leaves. A plan: nothing is touched by it."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from prosess.contracts.canonical import Contract
from prosess.domain.base import Model


class Action(StrEnum):
    """What is done, in this order: nothing is deleted before it was returned, or is kept."""

    STOP = "stop"
    RETURN = "return"
    KEEP = "keep"
    DELETE = "delete"


class OffboardingStep(Model):
    """One thing to do for one data controller."""

    action: Action
    kind: str
    """What it is done with, such as ``relations``: key of the texts in nb, nn and en."""
    data_controller: str
    resources: tuple[str, ...]
    """URNs, sorted."""
    days: int | None = None
    """Least number of days that it is kept, where a resource of the plan says so."""
    attested_by: str
    """Role that attests in writing that it was done."""


class Offboarding(Contract):
    """The plan for one tenant, from two plans of its environment: with the tenant, and without."""

    schema_: Literal["offboarding/1"] = Field(default="offboarding/1", alias="schema")
    environment: str
    tenant: str
    organisation: str
    onboarding: str
    """Digest of what was approved, the tenant included."""
    before: str
    """Digest of the graph with the tenant."""
    after: str
    """Digest of the graph without it."""
    pathways: tuple[str, ...]
    """The tenant's pathways, which end with it."""
    steps: tuple[OffboardingStep, ...]
