"""What access options, overlays and the emergency account have in common: they state what they leave standing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pulumi
from pulumi_azure_native import authorization

from infra.components.base import Component, ComponentSettings, Context
from infra.components.integration.api_gateway import ApiGateway
from infra.components.roles import PrincipalType, Role
from infra.components.security.vault import VaultReference
from prosess.domain.access import DesignProfile
from prosess.domain.environment import CreateEmergency
from prosess.domain.standing_access import Holder, Place, StandingAccess


@dataclass(frozen=True)
class Surroundings:
    """What a design may set something up in. A service that the environment lacks is none, or empty."""

    groups: dict[str, pulumi.Output[str]] = field(default_factory=dict)
    """Ids of the resource groups."""
    workspace: pulumi.Output[str] | None = None
    """Id of the environment's own log workspace."""
    vaults: dict[str, pulumi.Output[str]] = field(default_factory=dict)
    """Ids of the environment's own vaults."""
    containers: dict[str, pulumi.Output[str]] = field(default_factory=dict)
    """Ids of the audit store's containers."""
    vault: VaultReference | None = None
    gateway: ApiGateway | None = None

    def at(self, place: Place) -> dict[str, pulumi.Output[str]]:
        """Give what there is of a kind of place: name → id. Empty where the environment has none of its own."""
        match place:
            case Place.RESOURCE_GROUP:
                return self.groups
            case Place.VAULT:
                return self.vaults
            case Place.AUDIT_CONTAINER:
                return self.containers
            case Place.LOG_WORKSPACE:
                return {"logs": self.workspace} if self.workspace is not None else {}
            case _:
                return {}


class NotStatedError(ValueError):
    """A design would give an access that its profile does not state: the profile must say it first."""


class AccessDesign(Component):
    """An access option, an overlay or the emergency account as an environment has it.

    What it provisions and which access it leaves standing is data of ``prosess.domain.access``, so a choice can be
    compared before anything is planned. Here every role is given from such a statement, and what of it applies in this
    environment is registered as the component's ``standing_access``: a graph tells it beside the assignments.
    """

    def __init__(
        self,
        type_: str,
        name: str,
        context: Context,
        *,
        profile: DesignProfile,
        standing: Sequence[StandingAccess],
        declared_at: str,
        service: str,
        settings: ComponentSettings | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        """Register the component.

        Args:
            type_: token.
            name: logical name.
            context: the environment.
            profile: what is known of the design.
            standing: which of its statements apply here.
            declared_at: path of keys in the environment file.
            service: what resources are labelled with.
            settings: how what it makes is protected.
            facts: what else a reader of the graph should see.
        """
        for one in standing:
            if one not in profile.standing_access:
                raise NotStatedError(f"{profile.code} does not state {one.holder} {one.role} on {one.place}")
        self.standing = tuple(standing)
        told: dict[str, Any] = {
            "option": profile.code,
            "provisions": list(profile.provisions),
            "standing_access": [one.model_dump(mode="json") for one in standing],
        }
        if countries := {group_of(context, one): [*works_from(context, one)] for one in _people(standing)}:
            told["works_from"] = countries
        super().__init__(
            type_,
            name,
            context,
            service=service,
            declared_at=declared_at,
            settings=settings,
            facts={**told, **(facts or {})},
        )

    def give(
        self,
        key: str,
        access: StandingAccess,
        *,
        scope: pulumi.Input[str],
        principal: pulumi.Input[str],
        seed: Sequence[str],
        description: str,
        owner: Component | None = None,
    ) -> authorization.RoleAssignment:
        """Give an access that was stated.

        Args:
            key: logical name, unique in the owner.
            access: the statement; it decides the role.
            scope: id of what it is given on.
            principal: object id.
            seed: texts that tell this assignment from all others.
            description: why.
            owner: the component that the assignment is a part of; the design itself, where left out.

        Raises:
            NotStatedError: where it was not.
        """
        if access not in self.standing or access.time_boxed:
            raise NotStatedError(f"{key}: {access.holder} {access.role} on {access.place}")
        return (owner or self).assign(
            key,
            Role[access.role.name],
            scope=scope,
            principal=principal,
            principal_type=PrincipalType.GROUP if access.holder.of_people else PrincipalType.SERVICE_PRINCIPAL,
            seed=seed,
            description=description,
        )

    def stated(self, holder: Holder, place: Place) -> StandingAccess:
        """Give the one access of a holder on a kind of place.

        Raises:
            NotStatedError: where it was not stated.
        """
        for one in self.standing:
            if (one.holder, one.place) == (holder, place):
                return one
        raise NotStatedError(f"{holder} on {place}")


def group_of(context: Context, holder: Holder) -> str:
    """Give the id of a group that the environment file names.

    Raises:
        KeyError: where the file names no group for the holder.
    """
    access = context.environment.access
    groups = {
        Holder.PLATFORM_OPERATORS: access.groups.platform_operators,
        Holder.SECURITY_READERS: access.groups.security_readers,
        Holder.AUDIT_READERS: access.groups.audit_readers,
    }
    if isinstance(access.emergency, CreateEmergency):
        groups |= {
            Holder.EMERGENCY_GROUP: access.emergency.group,
            Holder.EMERGENCY_REVIEWERS: access.emergency.reviewers,
        }
    return groups[holder]


def works_from(context: Context, holder: Holder) -> tuple[str, ...]:
    """Give the countries that a group's people work from: its own, or all that the environment allows."""
    environment = context.environment
    own: tuple[str, ...] | None = getattr(environment.access.works_from, holder.value, None)
    return environment.residency.operator_access_countries if own is None else own


def _people(standing: Sequence[StandingAccess]) -> Iterator[Holder]:
    seen = {one.holder for one in standing if one.holder.of_people}
    # A controller's own reviewers are not operators: where they work is the controller's to tell.
    yield from sorted(seen - {Holder.CONTROLLER_REVIEWERS})
