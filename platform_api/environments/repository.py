"""SQL of environments. What is kept here is the platform's own, so every reader has the same view."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.environments.models import EvidenceRow, RestoreTest


async def latest_evidence(scope: Scope, session: AsyncSession, environment: str) -> EvidenceRow | None:
    """Give the evidence that was collected last."""
    scope.require_platform()
    query = select(EvidenceRow).where(EvidenceRow.environment == environment)
    query = query.order_by(EvidenceRow.collected.desc(), EvidenceRow.digest).limit(1)
    return (await session.execute(query)).scalar_one_or_none()


async def evidence(scope: Scope, session: AsyncSession, environment: str, digest: str) -> EvidenceRow | None:
    """Give one evidence document."""
    scope.require_platform()
    return await session.get(EvidenceRow, (environment, digest))


async def restore_tests(scope: Scope, session: AsyncSession, environment: str) -> Sequence[RestoreTest]:
    """Give the restore tests of an environment, the one that is valid longest first."""
    scope.require_platform()
    query = select(RestoreTest).where(RestoreTest.environment == environment)
    return (await session.execute(query.order_by(RestoreTest.valid_until.desc(), RestoreTest.id))).scalars().all()
