"""Routes of tenants."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
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
    Unauthenticated,
    UnsupportedMediaType,
    errors,
)
from platform_api.kit.respond import json_response, language_of
from platform_api.operations.schemas import OperationView
from platform_api.operations.schemas import view as operation_view
from platform_api.tenants import repository, service
from platform_api.tenants.schemas import TenantList, TenantView, view
from prosess.domain.tenant import Tenant

router = APIRouter(tags=["tenants"])


@router.get("/tenants", response_model=TenantList, responses=errors(Unauthenticated, Forbidden))
async def list_tenants(request: Request, actor: Annotated[Actor, may(Permission.TENANT_READ)]) -> Response:
    """Give the tenants that the reader may know of."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        found = await repository.listed(scope_of(actor, wiring), session)
    return json_response(TenantList(tenants=tuple(view(one, language_of(request)) for one in found)))


@router.get("/tenants/{tenant_id}", response_model=TenantView, responses=errors(Unauthenticated, Forbidden, NotFound))
async def read_tenant(
    request: Request, tenant_id: SlugPath, actor: Annotated[Actor, may(Permission.TENANT_READ)]
) -> Response:
    """Give a tenant and what it declared."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        row = await service.find(scope_of(actor, wiring), session, tenant_id)
        declared = await service.manifest(session, row)
    document = declared.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json_response(view(row, language_of(request), document), headers={"ETag": etag(row.digest)})


@router.put(
    "/tenants/{tenant_id}",
    response_model=TenantView,
    responses=errors(
        Unauthenticated,
        Forbidden,
        NotFound,
        Conflict,
        PreconditionFailed,
        UnsupportedMediaType,
        Invalid,
        PreconditionRequired,
        s201={"model": TenantView, "description": "The tenant is new"},
    ),
    openapi_extra=described(Tenant, yaml=True),
)  # fmt: skip
async def put_tenant(
    tenant_id: SlugPath,
    command: Annotated[Command, writes(Permission.TENANT_SUBMIT)],
    declared: Annotated[Any, body_of(Tenant, yaml=True)],
) -> Response:
    """Declare a tenant, or change what it declares (with ``If-Match``)."""

    async def work(transaction: Transaction) -> Reply:
        row, new = await service.put(
            transaction, command.scope, command.actor, tenant_id, declared, reviewed=command.wiring.reviewed,
            if_match=command.if_match, if_none_match=command.if_none_match,
        )  # fmt: skip
        headers = {"ETag": etag(row.digest)} | ({"Location": f"/tenants/{row.id}"} if new else {})
        return Reply(view(row, command.language), 201 if new else 200, headers)

    return await command.run(work)


@router.post(
    "/tenants/{tenant_id}/submissions",
    status_code=202,
    response_model=OperationView,
    responses=errors(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def submit_tenant(tenant_id: SlugPath, command: Annotated[Command, writes(Permission.TENANT_SUBMIT)]) -> Response:
    """Ask for the tenant to join."""

    async def work(transaction: Transaction) -> Reply:
        operation = await service.submit(transaction, command.scope, command.actor, tenant_id)
        shown = operation_view(operation, (), command.language)
        return Reply(shown, 202, {"Location": f"/operations/{operation.id}"})

    return await command.run(work)
