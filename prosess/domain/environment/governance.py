"""What Azure itself refuses or notes in the environment, whoever asks for it and by which tool."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.environment.modes import NOT_ASKED_FOR, Existing, Off
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import ArmId, Text


class GovernancePolicy(StrEnum):
    """One thing that is refused or noted; the rule itself is data of ``infra/components/governance``."""

    ALLOWED_LOCATIONS = "allowed-locations"
    DIAGNOSTICS = "diagnostics"
    GROUP_LOCATIONS = "group-locations"
    GROUP_TAGS = "group-tags"
    PUBLIC_NETWORK_ACCESS = "public-network-access"
    RESOURCE_TAGS = "resource-tags"


class PolicyExemption(Model):
    """Leave for one resource, or all in a group, to break one policy, for a reason and until a day."""

    policy: GovernancePolicy
    resource: ArmId
    """Of a resource or a resource group of the environment."""
    category: Literal["waiver", "mitigated"] = "waiver"
    """Whether the risk is taken for a time, or met in another way."""
    reason: Text
    owner: Text
    """A role and its organisation: who is told before it expires, never a person."""
    expires: date | None = None
    """The last day on which it holds, in Europe/Oslo. Asked for: leave without an end is a hole with a reason."""

    @model_validator(mode="after")
    def _says_until_when(self) -> Self:
        if self.expires is None:
            raise DomainError(
                "POLICY_EXEMPTION_NEEDS_EXPIRY",
                "the exemption does not say until when it holds",
                hint="give `expires`, the last day on which it holds",
                at=("expires",),
            )
        return self

    @property
    def last_day(self) -> date:
        """The last day on which it holds."""
        assert self.expires is not None  # noqa: S101 - refused above
        return self.expires


class CreatePolicies(Model):
    """The platform's own policies, assigned to the environment."""

    mode: Literal["create"]
    scope: Literal["subscription", "resource_groups"] = "subscription"
    """A subscription that others share is not ours to bind: there the policies hold in the environment's groups."""
    enforcement: Literal["enforce", "observe"] = "enforce"
    """``observe`` notes what would have been refused: for a subscription that is being put in order, not for prod."""
    exemptions: tuple[PolicyExemption, ...] = ()

    @model_validator(mode="after")
    def _exempts_each_once(self) -> Self:
        refuse_declared_twice("exemptions", [f"{one.policy.value} {one.resource.lower()}" for one in self.exemptions])
        return self


class ExistingPolicies(Existing):
    """The assignment by which the region's landing zone binds the subscription already."""

    resource_type: ClassVar[str] = "Microsoft.Authorization/policyAssignments"


class GovernanceServices(Model):
    """The regional governance."""

    policies: Annotated[CreatePolicies | ExistingPolicies | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
