"""Identities of the platform's own programs."""

from dataclasses import dataclass

import pulumi
from pulumi_azure_native import authorization, managedidentity

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.roles import PrincipalType, Role
from infra.naming import Kind
from prosess.domain.base import Model

_EXCHANGE = "api://AzureADTokenExchange"
"""The audience that Entra asks for in a token that is exchanged."""


class Federation(Model):
    """Who else vouches for an identity: the issuer and the subject of its tokens, so that no secret is kept."""

    issuer: str
    subject: str
    """One repository and one environment of it, such as ``repo:owner/name:environment:prod``."""


class IdentitiesSettings(ComponentSettings):
    """Which identities there are."""

    workloads: tuple[str, ...] = ("api", "worker")
    """One each: what the worker may read, the API has no business with (NSM 2.6)."""
    pipeline: Federation | None = None
    """Who may deploy. None until the region names its pipeline: a guessed subject would let a stranger in."""


@dataclass(frozen=True)
class Workload:
    """A program's identity."""

    principal: pulumi.Output[str]
    """Object id."""
    client: pulumi.Output[str]
    name: str
    """Known before deployment."""
    id: pulumi.Output[str]
    """Resource id: what runs under the identity names it by this."""


class Identities(Component):
    """A user-assigned identity for each program, and one for the pipeline; none has a secret."""

    def __init__(self, settings: IdentitiesSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:security:Identities",
            "identities",
            context,
            service="identities",
            declared_at="azure.tenant",
            settings=settings,
        )
        self.workloads = {workload: self._identity(workload)[1] for workload in settings.workloads}
        if settings.pipeline:
            identity, self.workloads["pipeline"] = self._identity("pipeline")
            managedidentity.FederatedIdentityCredential(
                "pipeline-federation",
                federated_identity_credential_resource_name="pipeline",
                resource_name_=name_of(identity),
                resource_group_name=context.groups["security"],
                issuer=settings.pipeline.issuer,
                subject=settings.pipeline.subject,
                audiences=[_EXCHANGE],
                opts=self.child(),
            )
        self.register_outputs({"clients": {name: workload.client for name, workload in self.workloads.items()}})

    def _identity(self, workload: str) -> tuple[managedidentity.UserAssignedIdentity, Workload]:
        return make_identity(self, workload, self.context.groups["security"])


def make_identity(
    owner: Component, purpose: str, group: pulumi.Input[str]
) -> tuple[managedidentity.UserAssignedIdentity, Workload]:
    """Register an identity as a part of ``owner``, under the name of its purpose."""
    name = owner.context.naming.of(Kind.IDENTITY, purpose)
    identity = managedidentity.UserAssignedIdentity(
        purpose,
        resource_name_=name,
        resource_group_name=group,
        location=owner.context.location,
        tags=owner.tags,
        opts=owner.child(),
    )
    return identity, Workload(identity.principal_id, identity.client_id, name, identity.id)


def give_program(
    owner: Component,
    key: str,
    role: Role,
    scope: pulumi.Input[str],
    program: Workload,
    seed: tuple[str, ...],
    description: str,
) -> authorization.RoleAssignment:
    """Give a program's identity one role on one scope; ``seed`` tells the scope from all others."""
    return owner.assign(
        key,
        role,
        scope=scope,
        principal=program.principal,
        principal_type=PrincipalType.SERVICE_PRINCIPAL,
        seed=(*seed, program.name),
        description=description,
    )
