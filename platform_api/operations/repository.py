"""SQL of operations."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.kit.database import database_seconds
from platform_api.operations.models import Operation, OperationStep
from platform_api.operations.state import OPEN


async def get(scope: Scope, session: AsyncSession, operation_id: str, *, lock: bool = False) -> Operation | None:
    """Give an operation on the reader's own things, or asked for by the reader's organisation."""
    query = select(Operation).where(Operation.id == operation_id)
    if scope.organisation is not None:
        query = query.where(Operation.organisation == scope.organisation)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return (await session.execute(query)).scalar_one_or_none()


async def listed(scope: Scope, session: AsyncSession, *, object_: str | None, limit: int) -> Sequence[Operation]:
    """Give operations, newest first."""
    query = select(Operation).order_by(Operation.created_at.desc(), Operation.id).limit(limit)
    if scope.organisation is not None:
        query = query.where(Operation.organisation == scope.organisation)
    if object_ is not None:
        query = query.where(Operation.object == object_)
    return (await session.execute(query)).scalars().all()


async def open_on(
    scope: Scope, session: AsyncSession, object_: str, environment: str | None = None
) -> Sequence[Operation]:
    """Give the operations on an object that are not over, locked, oldest first."""
    query = select(Operation).where(Operation.object == object_, Operation.state.in_(OPEN)).order_by(Operation.id)
    if scope.organisation is not None:
        query = query.where(Operation.organisation == scope.organisation)
    if environment is not None:
        query = query.where(Operation.environment == environment)
    return (await session.execute(query.with_for_update().execution_options(populate_existing=True))).scalars().all()


async def waiting_for(scope: Scope, session: AsyncSession, environment: str) -> Sequence[str]:
    """Give the objects of operations that wait before an environment."""
    scope.require_platform()
    query = select(Operation.object).where(Operation.environment == environment, Operation.state.in_(OPEN))
    return (await session.execute(query.distinct().order_by(Operation.object))).scalars().all()


async def requesters(scope: Scope, session: AsyncSession, object_: str) -> frozenset[str]:
    """Give everybody who asked for an operation on an object."""
    scope.require_platform()
    return frozenset((await session.execute(select(Operation.subject).where(Operation.object == object_))).scalars())


async def wake(scope: Scope, session: AsyncSession, object_: str) -> None:
    """Let the waiting operations on an object be judged again.

    One that is running just now is waited for: the row is locked by its step, and is looked at afterwards.
    """
    statement = (
        update(Operation)
        .where(Operation.object == object_, Operation.state.in_(("running", "waiting")))
        .values(state=case((Operation.state == "waiting", "queued"), else_=Operation.state), recheck_on=None)
        .execution_options(synchronize_session=False)
    )
    if scope.organisation is not None:
        statement = statement.where(Operation.organisation == scope.organisation)
    await session.execute(statement)


def _ready(session: AsyncSession, today: str) -> ColumnElement[bool]:
    """Give the condition of what may be taken.

    That is what is queued, what another worker took and has been silent about for longer than its lease, and what
    waits for a day that has come.
    """
    seconds = database_seconds(session)
    return or_(
        (Operation.state == "queued") & (Operation.ready_at <= seconds),
        (Operation.state == "running") & (Operation.lease_until < seconds),
        (Operation.state == "waiting") & (Operation.recheck_on <= today),
    )


async def any_ready(scope: Scope, session: AsyncSession, *, today: str) -> bool:
    """Tell whether there is anything to take: a reading question, so that a worker at rest holds up no writer."""
    scope.require_platform()
    return (await session.execute(select(Operation.id).where(_ready(session, today)).limit(1))).first() is not None


async def claim(scope: Scope, session: AsyncSession, *, lease: float, today: str, now: str) -> tuple[str, int] | None:
    """Take the operation that has been ready longest, if there is one; give its id and the number of the claim.

    Other workers' rows are passed over, not waited for.
    """
    scope.require_platform()
    seconds = database_seconds(session)
    query = (
        select(Operation)
        .where(_ready(session, today))
        .order_by(Operation.ready_at, Operation.created_at, Operation.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    found = (await session.execute(query)).scalar_one_or_none()
    if found is None:
        return None
    found.state = "running"
    found.claim += 1
    found.attempts += 1
    found.recheck_on = None
    found.updated_at = now
    await session.flush()
    await session.execute(
        update(Operation)
        .where(Operation.id == found.id)
        .values(lease_until=seconds + lease)
        .execution_options(synchronize_session=False)
    )
    return found.id, found.claim


async def held(scope: Scope, session: AsyncSession, operation_id: str, claim_number: int) -> Operation | None:
    """Give the operation, locked, if the claim still holds."""
    found = await get(scope, session, operation_id, lock=True)
    return found if found is not None and (found.state, found.claim) == ("running", claim_number) else None


async def done(scope: Scope, session: AsyncSession, operation_id: str) -> Sequence[OperationStep]:
    """Give the steps that were done, in order."""
    query = select(OperationStep).where(OperationStep.operation == operation_id).order_by(OperationStep.position)
    if scope.organisation is not None:
        query = query.join(Operation, Operation.id == OperationStep.operation)
        query = query.where(Operation.organisation == scope.organisation)
    return (await session.execute(query)).scalars().all()


async def postpone(scope: Scope, session: AsyncSession, operation: Operation, *, seconds: float) -> None:
    """Put an operation back in the queue, not to be taken before some seconds have passed."""
    scope.require_platform()
    operation.state = "queued"
    await session.flush()
    await session.execute(
        update(Operation)
        .where(Operation.id == operation.id)
        .values(ready_at=database_seconds(session) + seconds)
        .execution_options(synchronize_session=False)
    )


async def extend(scope: Scope, session: AsyncSession, operation_id: str, *, lease: float) -> None:
    """Begin the lease of a held operation anew."""
    scope.require_platform()
    await session.execute(
        update(Operation)
        .where(Operation.id == operation_id)
        .values(lease_until=database_seconds(session) + lease)
        .execution_options(synchronize_session=False)
    )


async def release_all(scope: Scope, session: AsyncSession) -> None:
    """Put every running operation back in the queue: for a worker that knows itself to be the only one."""
    scope.require_platform()
    await session.execute(
        update(Operation)
        .where(Operation.state == "running")
        .values(state="queued")
        .execution_options(synchronize_session=False)
    )
