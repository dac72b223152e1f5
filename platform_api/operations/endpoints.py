"""Routes of operations."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from platform_api.authorization.access import holds, may, scope_of, wiring_of
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.database import Transaction
from platform_api.kit.ids import ID_PATTERN
from platform_api.kit.problem import Conflict, Forbidden, NotFound, Unauthenticated, errors
from platform_api.kit.respond import json_response, language_of
from platform_api.operations import repository, service
from platform_api.operations.schemas import OperationList, OperationView, view

router = APIRouter(tags=["operations"])
OperationId = Annotated[str, Path(pattern=ID_PATTERN)]


@router.get("/operations", response_model=OperationList, responses=errors(Unauthenticated, Forbidden))
async def list_operations(
    request: Request,
    actor: Annotated[Actor, may(Permission.OPERATION_READ)],
    of: Annotated[str | None, Query(pattern=r"^(pathway|tenant)/[a-z0-9-]{1,40}$")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Give operations on the own organisation's things, newest first; ``of`` one, such as ``pathway/kols-siv``."""
    wiring = wiring_of(request)
    language = language_of(request)
    async with wiring.database.read() as session:
        scope = scope_of(actor, wiring)
        found = await repository.listed(scope, session, object_=of, limit=limit)
        shown = tuple([view(one, await repository.done(scope, session, one.id), language) for one in found])
    return json_response(OperationList(operations=shown))


@router.get(
    "/operations/{operation_id}", response_model=OperationView, responses=errors(Unauthenticated, Forbidden, NotFound)
)
async def read_operation(
    request: Request, operation_id: OperationId, actor: Annotated[Actor, may(Permission.OPERATION_READ)]
) -> Response:
    """Give an operation: its steps, what it waits for, and who can unblock it."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        scope = scope_of(actor, wiring)
        found = await service.find(scope, session, operation_id)
        shown = view(found, await repository.done(scope, session, found.id), language_of(request))
    return json_response(shown)


async def _control(command: Command, operation_id: str, event: str) -> Response:
    wiring = command.wiring
    anybodys = holds(wiring, command.actor, Permission.OPERATION_RETRY)
    if not anybodys and not holds(wiring, command.actor, Permission.PATHWAY_SUBMIT):
        raise Forbidden("ROLE_LACKS_PERMISSION", facts={"permission": Permission.OPERATION_RETRY.value})

    async def work(transaction: Transaction) -> Reply:
        scope = command.scope
        found = await service.control(transaction, scope, command.actor, operation_id, event)
        steps = await repository.done(scope, transaction.session, found.id)
        return Reply(view(found, steps, command.language))

    return await command.run(work)


_CONTROL: dict[str, Any] = {
    "response_model": OperationView,
    "responses": errors(Unauthenticated, Forbidden, NotFound, Conflict),
}


@router.post("/operations/{operation_id}/retries", **_CONTROL)
async def retry_operation(
    operation_id: OperationId, command: Annotated[Command, writes(Permission.OPERATION_READ)]
) -> Response:
    """Try a failed operation again, from the step that failed."""
    return await _control(command, operation_id, "retry")


@router.post("/operations/{operation_id}/cancellations", **_CONTROL)
async def cancel_operation(
    operation_id: OperationId, command: Annotated[Command, writes(Permission.OPERATION_READ)]
) -> Response:
    """Give up an operation that is not being carried out just now."""
    return await _control(command, operation_id, "cancel")
