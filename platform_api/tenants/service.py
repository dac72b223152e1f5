"""What a tenant may do, and what becomes of it."""

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.etag import require_match
from platform_api.kit.manifest import manifest_bytes, manifest_digest, parse_tenant
from platform_api.kit.problem import Conflict, Forbidden, Invalid, NotFound
from platform_api.kit.reviewed import Reviewed
from platform_api.operations import repository as operation_repository
from platform_api.operations import service as operations
from platform_api.operations.models import Operation
from platform_api.pathways import repository as pathways
from platform_api.pathways.endings import tell_of_tenant
from platform_api.tenants import repository
from platform_api.tenants.models import TenantRow, TenantVersion
from prosess.domain.machine import TENANT
from prosess.domain.tenant import Tenant

JOINED = frozenset({"agreements_ok", "provisioned", "active"})
"""States in which a tenant may have pathways entered."""


async def find(scope: Scope, session: AsyncSession, tenant_id: str, *, lock: bool = False) -> TenantRow:
    """Give a tenant.

    Raises:
        NotFound: where there is none that the reader may know of.
    """
    found = await repository.get(scope, session, tenant_id, lock=lock)
    if found is None:
        raise NotFound
    return found


async def manifest(session: AsyncSession, row: TenantRow, digest: str | None = None) -> Tenant:
    """Give what a tenant declared: as it stands, or by digest."""
    version = await repository.version(Scope.platform(), session, row.id, digest or row.digest)
    if version is None:
        raise LookupError(row.id)
    return parse_tenant(version.document)


async def put(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    tenant_id: str,
    declared: Tenant,
    *,
    reviewed: Reviewed,
    if_match: str | None,
    if_none_match: str | None,
) -> tuple[TenantRow, bool]:
    """Keep a tenant's manifest; tell whether the tenant is new.

    Raises:
        Invalid: where the manifest speaks of another tenant or region.
        Forbidden: where it speaks of an organisation that is not the sender's own.
        NotFound: where the tenant is another organisation's.
        Conflict: where the id, or the organisation, is a tenant's already.
        PreconditionFailed, PreconditionRequired: as ``kit.etag``.
    """
    if declared.id != tenant_id:
        raise Invalid("ID_MISMATCH", facts={"url": tenant_id, "document": declared.id})
    if declared.region != reviewed.region.id:
        raise Invalid("OTHER_REGION", facts={"region": declared.region, "served": reviewed.region.id})
    session = transaction.session
    row = await repository.get(scope, session, tenant_id, lock=True)
    if declared.organisation != actor.organisation or (row is not None and row.organisation != actor.organisation):
        raise Forbidden("NOT_OWN_ORGANISATION", unblocked_by="product_team_member")
    require_match(row.digest if row else None, if_match=if_match, if_none_match=if_none_match)
    digest, now = manifest_digest(declared), stamp(transaction.clock.now())
    new = row is None
    if row is None:
        if await repository.taken(Scope.platform(), session, tenant_id, declared.organisation):
            raise Conflict("ID_TAKEN", facts={"id": tenant_id})
        row = TenantRow(
            id=tenant_id, organisation=declared.organisation, state=TENANT.initial, digest=digest, updated_at=now
        )
        session.add(row)
        await session.flush()
    elif row.digest == digest:
        return row, False
    if await repository.version(Scope.platform(), session, tenant_id, digest) is None:
        document = manifest_bytes(declared).decode()
        session.add(TenantVersion(tenant=tenant_id, digest=digest, document=document, author=actor.subject, at=now))
    row.digest, row.updated_at = digest, now
    for pathway_id in await pathways.ids_of_tenant(Scope.platform(), session, tenant_id):
        await operation_repository.wake(Scope.platform(), session, f"pathway/{pathway_id}")
    note(
        transaction, actor, "tenant:write", f"tenant/{tenant_id}", organisation=row.organisation,
        facts={"manifest": digest},
    )  # fmt: skip
    await tell_of_tenant(transaction, row, declared, reviewed)
    return row, new


async def submit(transaction: Transaction, scope: Scope, actor: Actor, tenant_id: str) -> Operation:
    """Ask for the tenant to join: its organisation is verified, and its agreement must be in force.

    Raises:
        NotFound: where the tenant is another organisation's.
        Conflict: ``OPERATION_OPEN``.
    """
    own = Scope(actor.organisation) if scope.organisation is None else scope
    row = await find(own, transaction.session, tenant_id, lock=True)
    operation = await operations.ask(
        transaction, actor, kind="tenant_joining", object_=f"tenant/{row.id}", organisation=row.organisation,
        binding=row.digest,
    )  # fmt: skip
    note(
        transaction, actor, "tenant:submit", f"tenant/{row.id}", organisation=row.organisation,
        facts={"manifest": row.digest, "operation": operation.id},
    )  # fmt: skip
    return operation
