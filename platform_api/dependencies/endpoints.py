"""Routes of dependencies and agreements."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from platform_api.authorization.access import may, scope_of, wiring_of
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.dependencies import service
from platform_api.dependencies.schemas import (
    AgreementList,
    ConfirmationRequest,
    Register,
    agreement_view,
    row_view,
)
from platform_api.identity.actor import Actor
from platform_api.kit.body import body_of, described
from platform_api.kit.database import Transaction
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import (
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    Unauthenticated,
    UnsupportedMediaType,
    errors,
)
from platform_api.kit.respond import json_response, language_of
from platform_api.pathways import service as pathways
from platform_api.pathways.schemas import Given
from platform_api.pathways.workflow import know

router = APIRouter(tags=["dependencies"])


@router.get(
    "/pathways/{pathway_id}/dependencies",
    response_model=Register,
    responses=errors(Unauthenticated, Forbidden, NotFound),
)
async def read_register(
    request: Request, pathway_id: SlugPath, actor: Annotated[Actor, may(Permission.DEPENDENCY_READ)]
) -> Response:
    """Give the dependency register: what is stated, what is computed from confirmations, and why they differ."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        row = await pathways.find(scope_of(actor, wiring), session, pathway_id)
        known = await know(session, row)
    as_of = wiring.clock.today()
    rows = service.register(known, as_of=as_of, working_day=wiring.calendar.working_day)
    language = language_of(request)
    shown = tuple(row_view(one, wiring.reviewed, language) for one in rows)
    return json_response(Register(pathway=row.id, as_of=as_of.isoformat(), dependencies=shown))


@router.post(
    "/pathways/{pathway_id}/dependencies/{dependency_id}/confirmations",
    status_code=201,
    response_model=Given,
    responses=errors(Unauthenticated, Forbidden, NotFound, PreconditionFailed, UnsupportedMediaType, Invalid),
    openapi_extra=described(ConfirmationRequest),
)
async def confirm_dependency(
    pathway_id: SlugPath,
    dependency_id: SlugPath,
    command: Annotated[Command, writes(Permission.DEPENDENCY_CONFIRM)],
    wanted: Annotated[Any, body_of(ConfirmationRequest)],
) -> Response:
    """Confirm one actor's part, as one of the actor's own people who had no hand in the submission."""

    async def work(transaction: Transaction) -> Reply:
        given = await service.confirm(
            transaction, command.scope, command.actor, pathway_id, dependency_id, wanted.actor, wanted.row,
            reviewed=command.wiring.reviewed,
        )  # fmt: skip
        return Reply(Given(id=given.id, kind="confirmation", at=given.at, binding=given.row), 201)

    return await command.run(work)


@router.get(
    "/pathways/{pathway_id}/agreements",
    response_model=AgreementList,
    responses=errors(Unauthenticated, Forbidden, NotFound),
)
async def read_agreements(
    request: Request, pathway_id: SlugPath, actor: Annotated[Actor, may(Permission.AGREEMENT_READ)]
) -> Response:
    """Give the agreements that a pathway leans on, the one that ends first first."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        row = await pathways.find(scope_of(actor, wiring), session, pathway_id)
        known = await know(session, row)
    as_of = wiring.clock.today()
    language = language_of(request)
    shown = tuple(agreement_view(one, language) for one in service.agreements(known, as_of=as_of))
    return json_response(AgreementList(pathway=row.id, as_of=as_of.isoformat(), agreements=shown))
