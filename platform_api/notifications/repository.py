"""SQL of notifications."""

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.notifications.models import Notification


async def waiting(
    scope: Scope, session: AsyncSession, *, organisation: str, roles: Collection[str], actors: Collection[str]
) -> Sequence[Notification]:
    """Give what waits for people of an organisation with these roles, oldest first."""
    query = (
        select(Notification)
        .where(
            Notification.organisation == (scope.organisation or organisation),
            Notification.role.in_(roles),
            or_(Notification.actor.is_(None), Notification.actor.in_(actors)),
            Notification.settled_at.is_(None),
        )
        .order_by(Notification.created_at, Notification.key)
        .limit(200)
    )
    return (await session.execute(query)).scalars().all()


async def of_operation(scope: Scope, session: AsyncSession, operation: str) -> Sequence[Notification]:
    """Give everything that was told about an operation."""
    scope.require_platform()
    query = select(Notification).where(Notification.operation == operation)
    return (await session.execute(query)).scalars().all()


async def settle_all(scope: Scope, session: AsyncSession, operations: Collection[str], *, now: str) -> None:
    """Let nothing more wait on account of some operations."""
    scope.require_platform()
    await session.execute(
        update(Notification)
        .where(Notification.operation.in_(operations), Notification.settled_at.is_(None))
        .values(settled_at=now)
        .execution_options(synchronize_session=False)
    )
