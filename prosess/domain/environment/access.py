"""Who an environment lets in, and the three kinds of extraordinary access, which are never mixed."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.access_choice import AccessChoice
from prosess.domain.base import Model
from prosess.domain.environment.modes import Off
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import CountryCode, Uuid
from prosess.domain.organisation import Contact, OrganisationKind

_UNASKED = Off(mode="off", reason="The environment file does not ask for it.")


class Groups(Model):
    """Directory groups that access is given to. Ids come from the directory, never from us."""

    platform_operators: Uuid
    security_readers: Uuid
    audit_readers: Uuid


class WorksFrom(Model):
    """Countries that a group's people work from, where those are fewer than the environment allows."""

    platform_operators: tuple[CountryCode, ...] | None = None
    security_readers: tuple[CountryCode, ...] | None = None
    audit_readers: tuple[CountryCode, ...] | None = None
    emergency_group: tuple[CountryCode, ...] | None = None
    emergency_reviewers: tuple[CountryCode, ...] | None = None
    soc_group: tuple[CountryCode, ...] | None = None


class CreateBreakTheGlass(Model):
    """A log of its own for each data controller's uses of break-the-glass, and somebody who is told at once.

    The hours and days are planning assumptions of ours: who answers for the access sets them.
    """

    mode: Literal["create"]
    contact: Contact
    """Who is told of each use: a role and its mailbox."""
    hours: int = Field(default=4, ge=1, le=24)
    """How long one use lasts; the application ends it then."""
    review_days: int = Field(default=7, ge=1, le=30)
    """How long after a use its review is due."""
    retention_days: int = Field(default=1825, ge=365, le=3650)
    """How long nobody can change or delete what was logged of a use."""


class CreateBlocks(Model):
    """A register of patients' blocks for each data controller."""

    mode: Literal["create"]
    deleted_days: int = Field(default=90, ge=30, le=365)
    """How long a block that was deleted by mistake can be brought back."""


class CreateEmergency(Model):
    """The administrators' emergency account: a role that somebody else lets be used, for some hours.

    Contributor on the environment's subscription, never Owner: it repairs, and cannot give itself or others access.
    """

    mode: Literal["create"]
    group: Uuid
    """Who may ask to activate it."""
    approvers: Uuid
    """Who lets them: another group."""
    reviewers: Uuid
    """Who looks at it afterwards: a third group."""
    contact: Contact
    """Who is told of each activation: a role and its mailbox."""
    policy: Uuid
    """Name of the policy that Azure keeps for Contributor on the subscription (``az rest`` on
    ``roleManagementPolicyAssignments``). Azure makes it and alone names it; without it there are no rules to set."""
    max_hours: int = Field(default=4, ge=1, le=8)
    """How long one activation lasts at most."""
    eligible_days: int = Field(default=180, ge=30, le=365)
    """After how many days the group must be made eligible anew."""

    @model_validator(mode="after")
    def _nobody_lets_oneself(self) -> Self:
        if len({self.group.lower(), self.approvers.lower(), self.reviewers.lower()}) < 3:
            raise DomainError(
                "EMERGENCY_GROUPS_SAME",
                "the group, its approvers and its reviewers are not three groups",
                hint="name three different groups under `access.emergency`",
                at=("approvers",),
            )
        return self


class EnvironmentAccess(AccessChoice):
    """Who an environment lets in."""

    admits: tuple[OrganisationKind, ...]
    """Kinds of participants; a pathway's actual ones are checked against them."""
    patient_facing: bool = False
    """Whether patients log in to a surface of the platform's own."""
    groups: Groups
    works_from: WorksFrom = WorksFrom()
    """From where each group operates: remote support is a transfer too."""
    break_the_glass: Annotated[CreateBreakTheGlass | Off, Field(discriminator="mode")] = _UNASKED
    """What the overlay of that name is set up with. Clinicians', with the purpose BTG."""
    blocks: Annotated[CreateBlocks | Off, Field(discriminator="mode")] = _UNASKED
    """What the overlay of that name is set up with."""
    emergency: Annotated[CreateEmergency | Off, Field(discriminator="mode")] = _UNASKED
    """The administrators' emergency account."""
