"""Routes of pathways and their gates."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from platform_api.authorization.access import may, scope_of, wiring_of
from platform_api.authorization.command import Command, Reply, writes
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.body import body_of, described
from platform_api.kit.database import Transaction
from platform_api.kit.etag import etag
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Problem,
    Unauthenticated,
    UnsupportedMediaType,
    errors,
)
from platform_api.kit.respond import json_response, language_of
from platform_api.kit.wording import names_in_use
from platform_api.operations.schemas import OperationView
from platform_api.operations.schemas import view as operation_view
from platform_api.pathways import repository, service
from platform_api.pathways.schemas import (
    ApprovalRequest,
    GatesView,
    Given,
    PathwayList,
    PathwayPut,
    PathwayView,
    SignOffRequest,
    Submission,
    gate_states,
    names_of,
    put_view,
    view,
)
from platform_api.pathways.workflow import know
from prosess.domain.pathway import Pathway

router = APIRouter(tags=["pathways"])
_READ: tuple[type[Problem], ...] = (Unauthenticated, Forbidden, NotFound)
_WRITE: tuple[type[Problem], ...] = (*_READ, Conflict, PreconditionFailed, UnsupportedMediaType, Invalid)


@router.get("/pathways", response_model=PathwayList, responses=errors(Unauthenticated, Forbidden))
async def list_pathways(request: Request, actor: Annotated[Actor, may(Permission.PATHWAY_READ)]) -> Response:
    """Give the pathways that the reader's organisation is a party of."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        found = await repository.listed(scope_of(actor, wiring), session)
    return json_response(PathwayList(pathways=tuple(view(one, language_of(request)) for one in found)))


@router.get("/pathways/{pathway_id}", response_model=PathwayView, responses=errors(*_READ))
async def read_pathway(
    request: Request, pathway_id: SlugPath, actor: Annotated[Actor, may(Permission.PATHWAY_READ)]
) -> Response:
    """Give a pathway and its manifest."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        row = await service.find(scope_of(actor, wiring), session, pathway_id)
        declared = await service.manifest(session, row)
    document = declared.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json_response(view(row, language_of(request), document), headers={"ETag": etag(row.digest)})


@router.put(
    "/pathways/{pathway_id}",
    response_model=PathwayPut,
    responses=errors(*_WRITE, PreconditionRequired, s201={"model": PathwayPut, "description": "The pathway is new"}),
    openapi_extra=described(Pathway, yaml=True),
)
async def put_pathway(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.PATHWAY_SUBMIT)],
    declared: Annotated[Any, body_of(Pathway, yaml=True)],
) -> Response:
    """Declare a pathway, or a new version of it (with ``If-Match``); the answer tells what the change reopens."""

    async def work(transaction: Transaction) -> Reply:
        put = await service.put(
            transaction, command.scope, command.actor, pathway_id, declared, reviewed=command.wiring.reviewed,
            if_match=command.if_match, if_none_match=command.if_none_match,
        )  # fmt: skip
        headers = {"ETag": etag(put.row.digest)} | ({"Location": f"/pathways/{put.row.id}"} if put.new else {})
        return Reply(put_view(put, command.language), 201 if put.new else 200, headers)

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/submissions",
    status_code=202,
    response_model=OperationView,
    responses=errors(*_READ, Conflict, UnsupportedMediaType, Invalid),
    openapi_extra=described(Submission),
)
async def submit_pathway(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.PATHWAY_SUBMIT)],
    wanted: Annotated[Any, body_of(Submission)],
) -> Response:
    """Ask for the pathway to enter an environment. Every gate is judged when the operation runs."""

    async def work(transaction: Transaction) -> Reply:
        operation = await service.submit(
            transaction, command.scope, command.actor, pathway_id, wanted.environment,
            reviewed=command.wiring.reviewed,
        )  # fmt: skip
        shown = operation_view(operation, (), command.language)
        return Reply(shown, 202, {"Location": f"/operations/{operation.id}"})

    return await command.run(work)


@router.get("/pathways/{pathway_id}/gates", response_model=GatesView, responses=errors(*_READ))
async def read_gates(
    request: Request,
    pathway_id: SlugPath,
    actor: Annotated[Actor, may(Permission.GATE_READ)],
    environment: Annotated[str, Query(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)],
) -> Response:
    """Judge every gate before an environment now: what is missing, who unblocks it, by when. Changes nothing."""
    wiring = wiring_of(request)
    target = service.environment_of(wiring.reviewed, environment)
    async with wiring.database.read() as session:
        row = await service.find(scope_of(actor, wiring), session, pathway_id)
        known = await know(session, row)
        judgement = await wiring.judging.judge(session, known, target, wiring.clock)
    names_in_use.set(names_of(known.manifest, wiring.reviewed, language_of(request)))
    return json_response(
        GatesView(
            pathway=row.id,
            environment=target.name,
            stage=target.stage.value,
            as_of=judgement.facts.as_of.isoformat(),
            open=judgement.open,
            gates=gate_states(judgement, language_of(request)),
            policy_revision=wiring.judging.gates.revision,
        )
    )


@router.post(
    "/pathways/{pathway_id}/approvals",
    status_code=201,
    response_model=Given,
    responses=errors(*_WRITE),
    openapi_extra=described(ApprovalRequest),
)
async def approve_pathway(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.PATHWAY_APPROVE)],
    wanted: Annotated[Any, body_of(ApprovalRequest)],
) -> Response:
    """Approve the entry into an environment, as the platform's owner who had no hand in it."""

    async def work(transaction: Transaction) -> Reply:
        given = await service.approve(
            transaction, command.scope, command.actor, pathway_id, wanted.environment, wanted.manifest,
            reviewed=command.wiring.reviewed,
        )  # fmt: skip
        return Reply(Given(id=given.id, kind="approval", at=given.at, binding=given.binding), 201)

    return await command.run(work)


@router.post(
    "/pathways/{pathway_id}/clinical-sign-offs",
    status_code=201,
    response_model=Given,
    responses=errors(*_WRITE),
    openapi_extra=described(SignOffRequest),
)
async def sign_off_pathway(
    pathway_id: SlugPath,
    command: Annotated[Command, writes(Permission.PATHWAY_SIGN_OFF)],
    wanted: Annotated[Any, body_of(SignOffRequest)],
) -> Response:
    """Vouch for the thresholds, alerts and decision table, as a clinical safety lead."""

    async def work(transaction: Transaction) -> Reply:
        given = await service.sign_off(transaction, command.scope, command.actor, pathway_id, wanted.manifest)
        return Reply(Given(id=given.id, kind="sign_off", at=given.at, binding=given.binding), 201)

    return await command.run(work)
