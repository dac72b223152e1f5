"""Asking for an operation, and following it."""

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.service import by, note
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Conflict, NotFound
from platform_api.notifications import service as notifications
from platform_api.operations import repository
from platform_api.operations.models import Operation
from platform_api.operations.state import OPERATION
from prosess.domain.machine import TransitionError


async def ask(
    transaction: Transaction,
    actor: Actor,
    *,
    kind: str,
    object_: str,
    organisation: str,
    binding: str,
    environment: str | None = None,
) -> Operation:
    """Put an operation in the queue.

    Raises:
        Conflict: ``OPERATION_OPEN`` where the same is being done already.
    """
    session = transaction.session
    for open_one in await repository.open_on(Scope.platform(), session, object_, environment):
        if open_one.kind == kind and open_one.environment == environment:
            raise Conflict("OPERATION_OPEN", facts={"operation": open_one.id})
    now = stamp(transaction.clock.now())
    operation = Operation(
        id=new_id("op"),
        kind=kind,
        object=object_,
        organisation=organisation,
        environment=environment,
        binding=binding,
        requested_by=by(actor).model_dump_json(),
        subject=actor.subject,
        state=OPERATION.initial,
        claim=0,
        lease_until=0.0,
        ready_at=0.0,
        attempts=0,
        decisions="{}",
        created_at=now,
        updated_at=now,
    )
    session.add(operation)
    await session.flush()
    return operation


async def find(scope: Scope, session: AsyncSession, operation_id: str, *, lock: bool = False) -> Operation:
    """Give an operation.

    Raises:
        NotFound: where there is none that the reader may know of.
    """
    found = await repository.get(scope, session, operation_id, lock=lock)
    if found is None:
        raise NotFound
    return found


async def control(transaction: Transaction, scope: Scope, actor: Actor, operation_id: str, event: str) -> Operation:
    """Try a failed operation again (``retry``), or give up one that is not being carried out just now (``cancel``).

    Raises:
        NotFound: where there is none that the reader may know of.
        Conflict: ``OPERATION_STATE`` where its state does not allow it.
    """
    operation = await find(scope, transaction.session, operation_id, lock=True)
    try:
        operation.state = OPERATION.next(operation.state, event)
    except TransitionError as error:
        raise Conflict("OPERATION_STATE", facts={"state": operation.state, "allowed": error.facts["allowed"]}) from None
    operation.attempts = 0
    operation.ready_at = 0.0
    operation.recheck_on = None
    operation.updated_at = stamp(transaction.clock.now())
    if event == "cancel":
        await notifications.settle(transaction, operation.id)
    note(
        transaction, actor, f"operation:{event}", f"operation/{operation.id}", organisation=operation.organisation,
        facts={"of": operation.object},
    )  # fmt: skip
    return operation
