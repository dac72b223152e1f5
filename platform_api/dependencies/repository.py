"""SQL of confirmations."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.dependencies.models import Confirmation
from platform_api.pathways.models import PathwayParty


async def confirmations(scope: Scope, session: AsyncSession, pathway_id: str) -> Sequence[Confirmation]:
    """Give every confirmation of a pathway's rows, of whatever version, oldest first."""
    query = select(Confirmation).where(Confirmation.pathway == pathway_id).order_by(Confirmation.at, Confirmation.id)
    if scope.organisation is not None:
        query = query.join(PathwayParty, PathwayParty.pathway == Confirmation.pathway)
        query = query.where(PathwayParty.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()
