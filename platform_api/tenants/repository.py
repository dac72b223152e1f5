"""SQL of tenants."""

from collections.abc import AsyncIterator, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.tenants.models import TenantRow, TenantVersion


async def get(scope: Scope, session: AsyncSession, tenant_id: str, *, lock: bool = False) -> TenantRow | None:
    """Give a tenant."""
    query = select(TenantRow).where(TenantRow.id == tenant_id)
    if scope.organisation is not None:
        query = query.where(TenantRow.organisation == scope.organisation)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(query)).scalar_one_or_none()


async def taken(scope: Scope, session: AsyncSession, tenant_id: str, organisation: str) -> bool:
    """Tell whether an id, or an organisation, is some tenant's already."""
    scope.require_platform()
    query = select(TenantRow.id).where((TenantRow.id == tenant_id) | (TenantRow.organisation == organisation))
    return (await session.execute(query)).first() is not None


async def listed(scope: Scope, session: AsyncSession) -> Sequence[TenantRow]:
    """Give tenants by id."""
    query = select(TenantRow).order_by(TenantRow.id)
    if scope.organisation is not None:
        query = query.where(TenantRow.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()


async def standing(scope: Scope, session: AsyncSession) -> AsyncIterator[tuple[TenantRow, str]]:
    """Give every tenant with its manifest as it stands, a few at a time."""
    query = (
        select(TenantRow, TenantVersion.document)
        .join(TenantVersion, (TenantVersion.tenant == TenantRow.id) & (TenantVersion.digest == TenantRow.digest))
        .order_by(TenantRow.id)
    )
    if scope.organisation is not None:
        query = query.where(TenantRow.organisation == scope.organisation)
    async for row, document in await session.stream(query.execution_options(yield_per=100)):
        yield row, document


async def version(scope: Scope, session: AsyncSession, tenant_id: str, digest: str) -> TenantVersion | None:
    """Give a version of a tenant's manifest."""
    query = select(TenantVersion).where(TenantVersion.tenant == tenant_id, TenantVersion.digest == digest)
    if scope.organisation is not None:
        query = query.join(TenantRow, TenantRow.id == TenantVersion.tenant)
        query = query.where(TenantRow.organisation == scope.organisation)
    return (await session.execute(query)).scalar_one_or_none()
