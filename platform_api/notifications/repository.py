"""SQL of notifications."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
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


async def _settle(scope: Scope, session: AsyncSession, *which: ColumnElement[bool], now: str) -> None:
    scope.require_platform()
    await session.execute(
        update(Notification)
        .where(*which, Notification.settled_at.is_(None))
        .values(settled_at=now)
        .execution_options(synchronize_session=False)
    )


async def settle_all(scope: Scope, session: AsyncSession, operations: Collection[str], *, now: str) -> None:
    """Let nothing more wait on account of some operations."""
    await _settle(scope, session, Notification.operation.in_(operations), now=now)


async def write_once(scope: Scope, session: AsyncSession, notices: Sequence[dict[str, Any]]) -> None:
    """Write those that were not written before; one that was, and was settled, waits again.

    Other workers may write the same at the same time: the key decides, and the first one's row stays.
    """
    scope.require_platform()
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(Notification).on_conflict_do_update(index_elements=[Notification.key], set_={"settled_at": None})
    if notices:
        await session.execute(statement, sorted(notices, key=lambda notice: str(notice["key"])))


async def waiting_under(
    scope: Scope, session: AsyncSession, codes: Collection[str], *, about: str | None = None
) -> frozenset[str]:
    """Give the keys of what waits under some codes: of everything, or about one object."""
    scope.require_platform()
    query = select(Notification.key).where(Notification.code.in_(codes), Notification.settled_at.is_(None))
    if about is not None:
        query = query.where(Notification.object == about)
    return frozenset((await session.execute(query)).scalars())


async def settle_keys(scope: Scope, session: AsyncSession, keys: Collection[str], *, now: str) -> None:
    """Let nothing wait any more that has one of the keys."""
    await _settle(scope, session, Notification.key.in_(keys), now=now)
