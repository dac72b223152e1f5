"""What may be done to a pathway, by whom, and what follows."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.etag import require_match
from platform_api.kit.ids import new_id
from platform_api.kit.manifest import manifest_bytes, manifest_digest, parse_pathway
from platform_api.kit.problem import Conflict, Forbidden, Invalid, NotFound, PreconditionFailed
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications import service as notifications
from platform_api.operations import repository as operation_repository
from platform_api.operations import service as operations
from platform_api.operations.models import Operation
from platform_api.pathways import repository
from platform_api.pathways.change import ChangeClass, Statement, binding, classes, reopened
from platform_api.pathways.endings import tell_of_pathway
from platform_api.pathways.models import Approval, ClinicalSignOff, PathwayRow, PathwayVersion
from platform_api.pathways.workflow import know
from platform_api.tenants import repository as tenants
from platform_api.tenants import service as tenant_service
from prosess.contracts import Reason
from prosess.domain.environment import Environment
from prosess.domain.machine import PATHWAY, TransitionError
from prosess.domain.pathway import Pathway
from prosess.domain.role import Role

_PLATFORM = Scope.platform()


@dataclass(frozen=True)
class Put:
    """What became of a manifest that was sent."""

    row: PathwayRow
    new: bool
    changes: frozenset[ChangeClass] = frozenset()

    @property
    def reopens(self) -> frozenset[Statement]:
        """What the change reopens."""
        return reopened(self.changes)


async def find(scope: Scope, session: AsyncSession, pathway_id: str, *, lock: bool = False) -> PathwayRow:
    """Give a pathway.

    Raises:
        NotFound: where there is none that the reader may know of.
    """
    found = await repository.get(scope, session, pathway_id, lock=lock)
    if found is None:
        raise NotFound
    return found


async def manifest(session: AsyncSession, row: PathwayRow, digest: str | None = None) -> Pathway:
    """Give what a pathway's manifest declares: as it stands, or by digest."""
    version = await repository.version(_PLATFORM, session, row.id, digest or row.digest)
    if version is None:
        raise LookupError(row.id)
    return parse_pathway(version.document)


def environment_of(reviewed: Reviewed, name: str) -> Environment:
    """Give an environment that the service onboards into.

    Raises:
        NotFound: ``NO_SUCH_ENVIRONMENT``, with those that there are.
    """
    found = reviewed.environments.get(name)
    if found is None:
        raise NotFound("NO_SUCH_ENVIRONMENT", facts={"known": sorted(reviewed.environments)})
    return found


def refuse(against: Reason | None) -> None:
    """Refuse what law 6 stands against.

    Raises:
        Forbidden: ``SEPARATION_OF_DUTIES`` with the reason.
    """
    if against is not None:
        raise Forbidden("SEPARATION_OF_DUTIES", reasons=(against,))


def parties(declared: Pathway, organisation: str, reviewed: Reviewed) -> set[str]:
    """Give the organisations that may see a pathway."""
    actors = {reviewed.actor(actor) for row in declared.dependencies for actor in row.actors}
    return {
        organisation,
        *(one.organisation for one in declared.participants),
        *(actor.organisation for actor in actors if actor is not None),
    }


async def put(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    declared: Pathway,
    *,
    reviewed: Reviewed,
    if_match: str | None,
    if_none_match: str | None,
) -> Put:
    """Keep a version of a manifest, and reopen what it touches.

    Raises:
        Invalid: where the manifest speaks of another pathway, of actors that the region does not know, or has a
            version number that was used for something else.
        NotFound: where pathway or tenant is another organisation's.
        Forbidden: where the sender's organisation takes part but is not the tenant.
        Conflict: ``ID_TAKEN``, or where the pathway's state allows no change.
        PreconditionFailed, PreconditionRequired: as ``kit.etag``.
    """
    session = transaction.session
    if declared.id != pathway_id:
        raise Invalid("ID_MISMATCH", facts={"url": pathway_id, "document": declared.id})
    unknown = sorted({one for row in declared.dependencies for one in row.actors if reviewed.actor(one) is None})
    if unknown:
        raise Invalid("UNKNOWN_ACTORS", facts={"actors": list(unknown)})
    row = await repository.get(scope, session, pathway_id, lock=True)
    if row is not None and row.organisation != actor.organisation:
        raise Forbidden("NOT_OWN_TENANT", unblocked_by=Role.PRODUCT_TEAM_MEMBER)
    tenant = await tenants.get(Scope(actor.organisation), session, declared.tenant)
    if tenant is None or (row is not None and row.tenant != declared.tenant):
        raise NotFound("NO_SUCH_TENANT", facts={"tenant": declared.tenant})
    require_match(row.digest if row else None, if_match=if_match, if_none_match=if_none_match)
    digest, now = manifest_digest(declared), stamp(transaction.clock.now())
    document = manifest_bytes(declared).decode()
    if row is None:
        if await repository.taken(_PLATFORM, session, pathway_id):
            raise Conflict("ID_TAKEN", facts={"id": pathway_id})
        row = PathwayRow(
            id=pathway_id,
            tenant=declared.tenant,
            organisation=tenant.organisation,
            state=PATHWAY.initial,
            digest=digest,
            version=declared.version,
            updated_at=now,
        )
        session.add(row)
        await session.flush()
        result = Put(row, new=True)
    elif row.digest == digest:
        return Put(row, new=False)
    else:
        if declared.version <= row.version:
            raise Invalid("VERSION_NOT_RAISED", facts={"version": declared.version, "current": row.version})
        result = Put(row, new=False, changes=classes(await manifest(session, row), declared))
        row.digest, row.version, row.updated_at = digest, declared.version, now
    session.add(
        PathwayVersion(
            pathway=row.id, digest=digest, version=declared.version, document=document, author=actor.subject, at=now
        )
    )
    await repository.set_parties(_PLATFORM, session, row.id, parties(declared, row.organisation, reviewed))
    note(
        transaction, actor, "pathway:write", f"pathway/{row.id}", organisation=row.organisation,
        facts={
            "manifest": digest, "version": declared.version,
            "changes": sorted(kind.value for kind in result.changes),
            "reopens": sorted(one.value for one in result.reopens),
        },
    )  # fmt: skip
    if Statement.APPROVAL in result.reopens:
        await _reopen(transaction, row)
    await tell_of_pathway(transaction, row, declared, await tenant_service.manifest(session, tenant), reviewed)
    return result


async def _reopen(transaction: Transaction, row: PathwayRow) -> None:
    """Take a pathway back to where a change of substance leads, and end what was asked for its former manifest."""
    if row.state != PATHWAY.initial:
        try:
            row.state = PATHWAY.next(row.state, "change")
        except TransitionError as error:
            raise Conflict("PATHWAY_STATE", facts={"state": row.state, "allowed": error.facts["allowed"]}) from None
    for operation in await operation_repository.open_on(_PLATFORM, transaction.session, f"pathway/{row.id}"):
        if operation.state in ("queued", "waiting"):
            operation.state = "superseded"
            operation.error = '{"code": "MANIFEST_CHANGED", "facts": {}}'
            operation.updated_at = stamp(transaction.clock.now())
            await notifications.settle(transaction, operation.id)


async def submit(
    transaction: Transaction, scope: Scope, actor: Actor, pathway_id: str, environment: str, *, reviewed: Reviewed
) -> Operation:
    """Ask for a pathway to enter an environment.

    Raises:
        NotFound: where there is no such pathway or environment.
        Forbidden: where the sender's organisation takes part but is not the tenant.
        Conflict: ``OPERATION_OPEN``.
    """
    row = await find(scope, transaction.session, pathway_id, lock=True)
    if row.organisation != actor.organisation:
        raise Forbidden("NOT_OWN_TENANT", unblocked_by=Role.PRODUCT_TEAM_MEMBER)
    target = environment_of(reviewed, environment)
    if row.state == PATHWAY.initial:
        row.state = PATHWAY.next(row.state, "submit")
    declared = await manifest(transaction.session, row)
    operation = await operations.ask(
        transaction, actor, kind="pathway_entering", object_=f"pathway/{row.id}", organisation=row.organisation,
        environment=target.name, binding=binding(declared, Statement.APPROVAL),
    )  # fmt: skip
    note(
        transaction, actor, "pathway:submit", f"pathway/{row.id}", organisation=row.organisation,
        facts={"manifest": row.digest, "environment": target.name, "operation": operation.id},
    )  # fmt: skip
    return operation


async def approve(
    transaction: Transaction, scope: Scope, actor: Actor, pathway_id: str, environment: str, digest: str,
    *, reviewed: Reviewed,
) -> Approval:  # fmt: skip
    """Approve that a pathway enters an environment, with the manifest that the approver has seen.

    Raises:
        NotFound: where there is no such pathway or environment.
        Forbidden: where somebody is not the platform's owner, or had a hand in it (law 6).
        PreconditionFailed: where the manifest is not the one that was seen.
        Conflict: ``NOTHING_SUBMITTED``.
    """
    session = transaction.session
    row = await find(scope, session, pathway_id, lock=True)
    target = environment_of(reviewed, environment)
    if Role.PLATFORM_OWNER not in actor.roles or actor.organisation != reviewed.region.platform_provider:
        raise Forbidden("ONLY_PLATFORM_OWNER", unblocked_by=Role.PLATFORM_OWNER)
    known = await know(session, row)
    refuse(known.people.may_approve(actor.subject))
    if digest != row.digest:
        raise PreconditionFailed("MANIFEST_NOT_SEEN", facts={"current": row.digest})
    if not await operation_repository.open_on(_PLATFORM, session, f"pathway/{row.id}", target.name):
        raise Conflict("NOTHING_SUBMITTED", facts={"environment": target.name})
    for one in known.approvals:
        if (one.environment, one.subject) == (target.name, actor.subject):
            return one
    given = Approval(
        id=new_id("ap"),
        pathway=row.id,
        environment=target.name,
        binding=binding(known.manifest, Statement.APPROVAL),
        manifest=row.digest,
        subject=actor.subject,
        organisation=actor.organisation,
        at=stamp(transaction.clock.now()),
    )
    session.add(given)
    note(
        transaction, actor, "pathway:approve", f"pathway/{row.id}", organisation=row.organisation,
        facts={"manifest": row.digest, "environment": target.name, "approval": given.id},
    )  # fmt: skip
    await operation_repository.wake(_PLATFORM, session, f"pathway/{row.id}")
    return given


async def sign_off(
    transaction: Transaction, scope: Scope, actor: Actor, pathway_id: str, digest: str
) -> ClinicalSignOff:
    """Vouch for thresholds, alerts and decision table, as a clinical safety lead of a party that answers for data.

    Raises:
        NotFound: where there is no such pathway.
        Forbidden: where the lead's organisation does not answer for data in it, or the lead wrote it.
        PreconditionFailed: where the manifest is not the one that was seen.
    """
    session = transaction.session
    row = await find(scope, session, pathway_id, lock=True)
    known = await know(session, row)
    if actor.organisation not in known.manifest.data_controllers:
        raise Forbidden("NOT_DATA_CONTROLLER", unblocked_by=Role.CLINICAL_SAFETY_LEAD)
    if actor.subject in known.people.authors:
        raise Forbidden("SEPARATION_OF_DUTIES", unblocked_by=Role.CLINICAL_SAFETY_LEAD)
    if digest != row.digest:
        raise PreconditionFailed("MANIFEST_NOT_SEEN", facts={"current": row.digest})
    bound = binding(known.manifest, Statement.SIGN_OFF)
    for one in await repository.sign_offs(_PLATFORM, session, row.id, bound):
        if one.subject == actor.subject:
            return one
    given = ClinicalSignOff(
        id=new_id("so"),
        pathway=row.id,
        binding=bound,
        subject=actor.subject,
        organisation=actor.organisation,
        at=stamp(transaction.clock.now()),
    )
    session.add(given)
    note(
        transaction, actor, "pathway:sign_off", f"pathway/{row.id}", organisation=row.organisation,
        facts={"manifest": row.digest, "binding": bound},
    )  # fmt: skip
    await operation_repository.wake(_PLATFORM, session, f"pathway/{row.id}")
    return given
