"""SQL of pathways."""

from collections.abc import AsyncIterator, Collection, Sequence

from sqlalchemy import ColumnElement, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.operations.models import Operation
from platform_api.pathways.models import (
    Approval,
    ClinicalSignOff,
    PathwayEntry,
    PathwayParty,
    PathwayRow,
    PathwayVersion,
)


def _seen_by(scope: Scope) -> ColumnElement[bool] | None:
    """Give the condition under which a pathway is the reader's to know of: its organisation is a party."""
    if scope.organisation is None:
        return None
    return exists().where(PathwayParty.pathway == PathwayRow.id, PathwayParty.organisation == scope.organisation)


async def get(scope: Scope, session: AsyncSession, pathway_id: str, *, lock: bool = False) -> PathwayRow | None:
    """Give a pathway that the reader's organisation is a party of."""
    query = select(PathwayRow).where(PathwayRow.id == pathway_id)
    if (seen := _seen_by(scope)) is not None:
        query = query.where(seen)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(query)).scalar_one_or_none()


async def taken(scope: Scope, session: AsyncSession, pathway_id: str) -> bool:
    """Tell whether an id is some pathway's already."""
    scope.require_platform()
    return (await session.execute(select(PathwayRow.id).where(PathwayRow.id == pathway_id))).first() is not None


async def listed(scope: Scope, session: AsyncSession) -> Sequence[PathwayRow]:
    """Give pathways by id."""
    query = select(PathwayRow).order_by(PathwayRow.id)
    if (seen := _seen_by(scope)) is not None:
        query = query.where(seen)
    return (await session.execute(query)).scalars().all()


async def ids_of_tenant(scope: Scope, session: AsyncSession, tenant_id: str) -> Sequence[str]:
    """Give the ids of a tenant's pathways."""
    scope.require_platform()
    query = select(PathwayRow.id).where(PathwayRow.tenant == tenant_id).order_by(PathwayRow.id)
    return (await session.execute(query)).scalars().all()


async def standing(scope: Scope, session: AsyncSession) -> AsyncIterator[tuple[PathwayRow, str]]:
    """Give every pathway with its manifest as it stands, a few at a time."""
    query = (
        select(PathwayRow, PathwayVersion.document)
        .join(
            PathwayVersion,
            (PathwayVersion.pathway == PathwayRow.id) & (PathwayVersion.digest == PathwayRow.digest),
        )
        .order_by(PathwayRow.id)
    )
    if (seen := _seen_by(scope)) is not None:
        query = query.where(seen)
    async for row, document in await session.stream(query.execution_options(yield_per=100)):
        yield row, document


async def version(scope: Scope, session: AsyncSession, pathway_id: str, digest: str) -> PathwayVersion | None:
    """Give a version of a manifest."""
    query = select(PathwayVersion).where(PathwayVersion.pathway == pathway_id, PathwayVersion.digest == digest)
    if (seen := _seen_by(scope)) is not None:
        query = query.join(PathwayRow, PathwayRow.id == PathwayVersion.pathway).where(seen)
    return (await session.execute(query)).scalar_one_or_none()


async def authors(scope: Scope, session: AsyncSession, pathway_id: str) -> frozenset[str]:
    """Give everybody who wrote any version of a manifest."""
    scope.require_platform()
    query = select(PathwayVersion.author).where(PathwayVersion.pathway == pathway_id).distinct()
    return frozenset((await session.execute(query)).scalars())


async def set_parties(scope: Scope, session: AsyncSession, pathway_id: str, organisations: Collection[str]) -> None:
    """Let exactly these organisations see a pathway."""
    scope.require_platform()
    await session.execute(delete(PathwayParty).where(PathwayParty.pathway == pathway_id))
    session.add_all(PathwayParty(pathway=pathway_id, organisation=one) for one in sorted(set(organisations)))


async def approvals(scope: Scope, session: AsyncSession, pathway_id: str, binding: str) -> Sequence[Approval]:
    """Give the approvals, for any environment, that speak of the manifest as it is bound, oldest first."""
    query = (
        select(Approval)
        .where(Approval.pathway == pathway_id, Approval.binding == binding)
        .order_by(Approval.at, Approval.id)
    )
    if (seen := _seen_by(scope)) is not None:
        query = query.join(PathwayRow, PathwayRow.id == Approval.pathway).where(seen)
    return (await session.execute(query)).scalars().all()


async def sign_offs(scope: Scope, session: AsyncSession, pathway_id: str, binding: str) -> Sequence[ClinicalSignOff]:
    """Give the clinical sign-offs that speak of the thresholds as they are bound."""
    query = select(ClinicalSignOff).where(ClinicalSignOff.pathway == pathway_id, ClinicalSignOff.binding == binding)
    if (seen := _seen_by(scope)) is not None:
        query = query.join(PathwayRow, PathwayRow.id == ClinicalSignOff.pathway).where(seen)
    return (await session.execute(query.order_by(ClinicalSignOff.at, ClinicalSignOff.id))).scalars().all()


async def entry(scope: Scope, session: AsyncSession, pathway_id: str, environment: str) -> PathwayEntry | None:
    """Give a pathway's entry into an environment."""
    query = select(PathwayEntry).where(PathwayEntry.pathway == pathway_id, PathwayEntry.environment == environment)
    if (seen := _seen_by(scope)) is not None:
        query = query.join(PathwayRow, PathwayRow.id == PathwayEntry.pathway).where(seen)
    return (await session.execute(query)).scalar_one_or_none()


async def entries(scope: Scope, session: AsyncSession, environment: str) -> Sequence[tuple[PathwayEntry, PathwayRow]]:
    """Give everything that was let into an environment, by pathway."""
    query = (
        select(PathwayEntry, PathwayRow)
        .join(PathwayRow, PathwayRow.id == PathwayEntry.pathway)
        .where(PathwayEntry.environment == environment)
        .order_by(PathwayEntry.pathway)
    )
    if (seen := _seen_by(scope)) is not None:
        query = query.where(seen)
    return [(one, row) for one, row in await session.execute(query)]


async def asked_into(scope: Scope, session: AsyncSession, pathway_id: str) -> str | None:
    """Give the environment that entry was asked for last, if any."""
    query = select(Operation.environment).where(Operation.object == f"pathway/{pathway_id}")
    if (seen := _seen_by(scope)) is not None:
        query = query.join(PathwayRow, PathwayRow.id == pathway_id).where(seen)
    query = query.order_by(Operation.created_at.desc(), Operation.id).limit(1)
    return (await session.execute(query)).scalar_one_or_none()
