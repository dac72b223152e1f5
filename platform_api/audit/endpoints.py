"""Routes of the audit trail."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from platform_api.audit import service
from platform_api.audit.chain import Link, Verdict
from platform_api.authorization.access import may, scope_of, wiring_of
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.problem import Forbidden, Unauthenticated, errors
from platform_api.kit.respond import json_response
from prosess.domain.base import Model

router = APIRouter(tags=["audit"])


class AuditPage(Model):
    """Entries, oldest first, and where the next page begins."""

    entries: tuple[Link, ...]
    next: int | None = None


@router.get("/audit", response_model=AuditPage, responses=errors(Unauthenticated, Forbidden))
async def read_audit(
    request: Request,
    actor: Annotated[Actor, may(Permission.AUDIT_READ)],
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    of: Annotated[str | None, Query(pattern=r"^[a-z]+/[a-z0-9-]{1,60}$")] = None,
) -> Response:
    """Give entries about the own organisation's things, and of what its people did; the provider's people see all."""
    wiring = wiring_of(request)
    async with wiring.database.read() as session:
        links, following = await service.page(scope_of(actor, wiring), session, after=after, limit=limit, object_=of)
    return json_response(AuditPage(entries=tuple(links), next=following))


@router.get("/audit/verify", response_model=Verdict, responses=errors(Unauthenticated, Forbidden))
async def verify_audit(request: Request, actor: Annotated[Actor, may(Permission.AUDIT_READ)]) -> Response:
    """Walk the whole chain and tell whether it holds. Tells nothing of any entry but the first that is broken."""
    del actor
    async with wiring_of(request).database.read() as session:
        return json_response(await service.prove(session))


@router.get(
    "/audit/export",
    responses=errors(
        Unauthenticated, Forbidden, s200={"content": {"application/x-ndjson": {}}, "description": "One entry a line"}
    ),
    response_class=Response,
)
async def export_audit(request: Request, actor: Annotated[Actor, may(Permission.AUDIT_READ)]) -> Response:
    """Give the whole trail as JSON lines: for the provider's own auditors."""
    wiring = wiring_of(request)
    if scope_of(actor, wiring).organisation is not None:
        raise Forbidden("ONLY_PROVIDER", unblocked_by="access_auditor")

    async def lines() -> AsyncIterator[bytes]:
        async with wiring.database.read() as session:
            async for line in service.lines(session):
                yield line

    return StreamingResponse(lines(), media_type="application/x-ndjson")
