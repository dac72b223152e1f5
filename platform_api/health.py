"""Is the process alive, and can it answer? No data, and nothing that helps a stranger."""

from fastapi import APIRouter, Request
from sqlalchemy import exc
from starlette.responses import Response

from platform_api.authorization.access import wiring_of
from platform_api.kit.respond import json_response
from prosess.domain.base import Model

router = APIRouter(prefix="/health", tags=["health"])


class Live(Model):
    """The process answers."""

    alive: bool


class Ready(Model):
    """Whether the process can do its work."""

    ready: bool
    database: bool
    migrated: bool
    worker: bool
    policy_revision: str


@router.get("/live", response_model=Live)
async def live() -> Response:
    """Tell that the process answers."""
    return json_response(Live(alive=True))


@router.get("/ready", response_model=Ready, responses={503: {"model": Ready, "description": "Not ready"}})
async def ready(request: Request) -> Response:
    """Tell whether database, schema, worker and policy are there."""
    from platform_api.migrations.run import current_revision, head_revision

    wiring = wiring_of(request)
    database = migrated = False
    try:
        database = await wiring.database.answers()
        migrated = await current_revision(wiring.database.engine) == head_revision()
    except (exc.DBAPIError, exc.TimeoutError, OSError):
        database = False
    state = Ready(
        ready=database and migrated and not wiring.worker_failed,
        database=database,
        migrated=migrated,
        worker=not wiring.worker_failed,
        policy_revision=wiring.judging.gates.revision,
    )
    return json_response(state, status=200 if state.ready else 503)
