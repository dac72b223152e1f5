"""Routes of notifications."""

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from platform_api.authorization.access import signed_in, wiring_of
from platform_api.identity.actor import Actor
from platform_api.kit.problem import Unauthenticated, WordedReason, errors, word
from platform_api.kit.respond import json_response, language_of
from platform_api.notifications import service
from prosess.contracts import Reason
from prosess.domain.base import Model

router = APIRouter(tags=["notifications"])


class NotificationView(Model):
    """Something that waits for the reader."""

    object: str
    environment: str | None = None
    operation: str | None = None
    reason: WordedReason
    since: str


class NotificationList(Model):
    """What waits for the reader, oldest first."""

    notifications: tuple[NotificationView, ...]


@router.get("/notifications", response_model=NotificationList, responses=errors(Unauthenticated))
async def read_notifications(request: Request, actor: Annotated[Actor, Depends(signed_in)]) -> Response:
    """Give what waits for the reader: what the reader's roles, organisation and actors can unblock."""
    language = language_of(request)
    async with wiring_of(request).database.read() as session:
        found = await service.waiting_for(session, actor)
    shown = tuple(
        NotificationView(
            object=one.object,
            environment=one.environment,
            operation=one.operation,
            reason=word(
                Reason(code=one.code, facts=json.loads(one.facts), remedy=one.remedy, unblocked_by=one.role), language
            ),
            since=one.created_at,
        )
        for one in found
    )
    return json_response(NotificationList(notifications=shown))
