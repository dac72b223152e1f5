"""Off-boarding: from a graph with a tenant and one without, what is stopped, returned, kept and deleted.

Nothing is asked of a cloud, and nothing is touched. What is read is what differs between the two plans, and what of
the shared services keeps entries about the tenant.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from infra.components.roles import Role
from infra.refusal import refusal
from prosess.contracts import Graph, Node
from prosess.contracts.offboarding import Action, Offboarding, OffboardingStep
from prosess.contracts.onboarding import Onboarding
from prosess.domain.role import Role as PersonRole

_CONTAINER = "azure-native:storage:BlobContainer"
_IMMUTABILITY = "azure-native:storage:BlobContainerImmutabilityPolicy"

_ACCESS = {
    "azure-native:apimanagement:Product": "product",
    "azure-native:apimanagement:ProductPolicy": "product",
    "azure-native:managedidentity:FederatedIdentityCredential": "identity",
    "azure-native:managedidentity:UserAssignedIdentity": "identity",
    "azure-native:servicebus:Subscription": "subscription",
}
"""What lets the tenant's own systems in: type → kind."""

_ROLE = "azure-native:authorization:RoleAssignment"

_STORES = {
    "azure-native:keyvault:Vault": "vault",
    "azure-native:servicebus:Queue": "queue",
    "azure-native:servicebus:Topic": "events",
}
_CONTAINERS = {"-blocks": "blocks", "-break-the-glass": "break_the_glass", "-relations": "relations"}

_RETURNED = ("blocks", "fhir", "relations", "break_the_glass", "queue", "store")
"""In this order: a block that is lost on the way lets somebody in, so blocks go first. Events are copies, and the
secrets in a vault are worthless once their issuers have revoked them: neither is returned."""

_ATTESTED_BY = {
    Action.STOP: PersonRole.PLATFORM_OWNER,
    Action.RETURN: PersonRole.DATA_CONTROLLER_REP,
    Action.KEEP: PersonRole.ACCESS_AUDITOR,
    Action.DELETE: PersonRole.PLATFORM_OWNER,
}
_KINDS = ("product", "subscription", "identity", "role", *_RETURNED, "events", "vault", "protection")


@dataclass(frozen=True)
class _Found:
    """One resource with what is done to it."""

    action: Action
    kind: str
    node: Node
    days: int | None = None


def without(onboarding: Onboarding, tenant: str) -> Onboarding:
    """Give what was approved without a tenant and its pathways.

    Raises:
        DomainError: ``TENANT_NOT_ONBOARDED`` where the tenant is not among them.
    """
    if tenant not in {one.id for one in onboarding.tenants}:
        raise refusal(
            "TENANT_NOT_ONBOARDED",
            facts={"tenant": tenant, "ids": sorted(one.id for one in onboarding.tenants)},
            at=("tenants",),
        )
    return onboarding.model_copy(
        update={
            "tenants": tuple(one for one in onboarding.tenants if one.id != tenant),
            "pathways": tuple(one for one in onboarding.pathways if one.tenant != tenant),
        }
    )


def plan(before: Graph, after: Graph, onboarding: Onboarding, tenant: str) -> Offboarding:
    """Give the plan of what happens when a tenant leaves.

    Args:
        before: the environment with the tenant.
        after: the environment without.
        onboarding: what was approved, the tenant included.
        tenant: id of the tenant that leaves.
    """
    (leaving,) = (one for one in onboarding.tenants if one.id == tenant)
    gone = [node for node in before.nodes if node.custom and node.urn not in after.by_urn]
    found = [one for node in gone for one in _of_gone(node, gone)]
    found += _of_shared(after)
    found += _of_others(after, leaving.organisation)
    return Offboarding(
        environment=onboarding.environment,
        tenant=tenant,
        organisation=leaving.organisation,
        onboarding=onboarding.digest,
        before=before.digest,
        after=after.digest,
        pathways=tuple(sorted(one.id for one in onboarding.pathways if one.tenant == tenant)),
        steps=_steps(found),
    )


def _of_gone(node: Node, gone: list[Node]) -> Iterator[_Found]:
    if (kind := _ACCESS.get(node.type)) is not None:
        yield _Found(Action.STOP, kind, node)
        return
    if node.type == _ROLE:
        # Who sends is stopped first; who reads is needed until everything is returned and reviewed.
        sends = str(node.properties.get("roleDefinitionId")).endswith(Role.MESSAGE_SENDER.value)
        yield _Found(Action.STOP if sends else Action.DELETE, "role", node)
        return
    kind = _store(node)
    if kind in _RETURNED:
        yield _Found(Action.RETURN, kind, node)
    if kind == "break_the_glass":
        yield _Found(Action.KEEP, kind, node, _immutable(node, gone))
    if kind == "vault":
        yield _Found(Action.KEEP, kind, node, _whole(node.properties.get("properties"), "softDeleteRetentionInDays"))
    yield _Found(Action.DELETE, kind or "protection", node)


def _store(node: Node) -> str | None:
    """Tell what kind of store a resource is. One that nobody has told of is a store all the same: it is returned."""
    if node.type == _CONTAINER:
        return next((kind for ending, kind in _CONTAINERS.items() if node.name.endswith(ending)), "store")
    if node.properties.get("resourceType") == "fhirservices":
        return "fhir"
    return _STORES.get(node.type) or ("store" if node.protect else None)


def _immutable(container: Node, nodes: list[Node]) -> int | None:
    for one in nodes:
        if one.type == _IMMUTABILITY and container.urn in one.property_dependencies.get("containerName", ()):
            return _whole(one.properties, "immutabilityPeriodSinceCreationInDays")
    return None


def _of_shared(after: Graph) -> Iterator[_Found]:
    """What the platform keeps about everybody, and so about the tenant that has left."""
    for node in after.of_type(_IMMUTABILITY):
        if node.labels.service == "audit_store":
            yield _Found(
                Action.KEEP, "audit_trail", node, _whole(node.properties, "immutabilityPeriodSinceCreationInDays")
            )
    for node in after.of_type("azure-native:operationalinsights:Workspace"):
        yield _Found(Action.KEEP, "logs", node, _whole(node.properties, "retentionInDays"))


def _of_others(after: Graph, organisation: str) -> Iterator[_Found]:
    """What the organisation keeps because it takes part in pathways of other tenants."""
    for node in after.nodes:
        own = node.labels.data_controller == organisation and node.labels.service in {"tenant_space", "secret_vault"}
        if node.custom and own and _store(node):
            yield _Found(Action.KEEP, "other_pathways", node)


def _whole(properties: object, key: str) -> int | None:
    value = properties.get(key) if isinstance(properties, dict) else None
    return value if isinstance(value, int) else None


def _steps(found: list[_Found]) -> tuple[OffboardingStep, ...]:
    grouped: dict[tuple[int, int, str, str], list[_Found]] = defaultdict(list)
    actions = list(Action)
    for one in found:
        kind = _KINDS.index(one.kind) if one.kind in _KINDS else len(_KINDS)
        key = (actions.index(one.action), kind, one.kind, one.node.labels.data_controller or "")
        grouped[key].append(one)
    return tuple(
        OffboardingStep(
            action=actions[action],
            kind=kind,
            data_controller=controller,
            resources=tuple(sorted(one.node.urn for one in ones)),
            # What is kept for different times is kept for the longest.
            days=max((one.days for one in ones if one.days is not None), default=None),
            attested_by=_ATTESTED_BY[actions[action]].value,
        )
        for (action, _, kind, controller), ones in sorted(grouped.items())
    )
