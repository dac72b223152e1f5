"""The service: the application, and the entry points of its processes."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from platform_api import health
from platform_api.assessments import acceptance_endpoints as acceptances
from platform_api.assessments import endpoints as assessments
from platform_api.assessments import point_endpoints as points
from platform_api.audit import endpoints as audit
from platform_api.dependencies import endpoints as dependencies
from platform_api.environments import endpoints as environments
from platform_api.identity import endpoints as identity
from platform_api.kit.body import DESCRIBED
from platform_api.kit.guard import PersonIdentifierMiddleware
from platform_api.kit.headers import AnswerHeaders
from platform_api.kit.limits import BodyLimit
from platform_api.kit.log import log_of, set_up_logging
from platform_api.kit.managed_identity import database_identity
from platform_api.kit.problem import ProblemDetails
from platform_api.kit.respond import handle_problems
from platform_api.migrations.run import upgrade
from platform_api.notifications import endpoints as notifications
from platform_api.operations import endpoints as operations
from platform_api.pathways import endpoints as pathways
from platform_api.portal import assessment as assessment_page
from platform_api.portal import pages as portal
from platform_api.settings import Settings
from platform_api.tenants import endpoints as tenants
from platform_api.wiring import Wiring, wire

_log = log_of("prosess.service")

DESCRIPTION = """Onboarding to a regional process platform: tenants, pathways and their gates, confirmations by the
parties that others depend on, assessments, approvals. Every refusal says why, who can change it, and by when."""


def create_app(settings: Settings) -> FastAPI:
    """Make the application.

    Raises:
        prosess.documents.DocumentError: where a reviewed file cannot be used.
        RuntimeError: where the local issuer refuses to start.
    """
    app = _application(settings.body_limit)
    app.state.wiring = wire(settings)
    return app


def _application(body_limit: int = 0) -> FastAPI:
    app = FastAPI(
        title="prosess",
        version=version("prosess"),
        description=" ".join(DESCRIPTION.split()),
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name,
        redirect_slashes=False,
    )
    for part in (
        health, identity, tenants, pathways, dependencies, assessments, points, acceptances, environments, operations,
        notifications, audit,
    ):  # fmt: skip
        app.include_router(part.router)
    app.include_router(portal.router, include_in_schema=False)
    app.include_router(assessment_page.router, include_in_schema=False)
    app.add_middleware(PersonIdentifierMiddleware)
    app.add_middleware(BodyLimit, limit=body_limit)
    app.add_middleware(AnswerHeaders)
    handle_problems(app)
    plain = app.openapi
    app.openapi = lambda: _with_bodies(app, plain)  # type: ignore[method-assign]
    return app


def _with_bodies(app: FastAPI, plain: Any) -> dict[str, Any]:
    """Add what FastAPI cannot see: bodies that we read ourselves, and the bearer token."""
    if app.openapi_schema is not None:
        return app.openapi_schema
    document: dict[str, Any] = plain()
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    models = [(model, "validation") for _, model in sorted(DESCRIBED.items())]
    models.append((ProblemDetails, "serialization"))
    _, added = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    for name, schema in added.get("$defs", {}).items():
        schemas.setdefault(name, schema)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    document["components"]["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    open_to_all = ("/health/", "/local-issuer/", "/seal-keys")
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    for path, methods in document["paths"].items():
        for operation in methods.values():
            answers = operation["responses"]
            if "422" in answers and "application/json" in answers["422"].get("content", {}):
                answers["422"] = {"description": "The request breaks its own rules.", "content": problem}
            answers["400"] = {"description": "The request is not well formed.", "content": problem}
            if "requestBody" in operation:
                answers["413"] = {"description": "The request carries more than is read.", "content": problem}
            if not path.startswith(open_to_all):
                operation["security"] = [{"bearer": []}]
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    app.openapi_schema = document
    return document


def openapi() -> dict[str, Any]:
    """Give the OpenAPI document; the same for every settings."""
    return _application().openapi()


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    wiring: Wiring = app.state.wiring
    await wiring.start()
    stop = asyncio.Event()
    task: asyncio.Task[None] | None = None
    if wiring.settings.worker:
        task = asyncio.create_task(wiring.worker.run(stop), name="worker")
        task.add_done_callback(lambda done: _worker_ended(wiring, done))
    try:
        yield
    finally:
        stop.set()
        if task is not None:
            await asyncio.gather(task, return_exceptions=True)
        await wiring.close()


def _worker_ended(wiring: Wiring, task: "asyncio.Task[None]") -> None:
    """Let the readiness tell when the worker died: whoever watches the process starts it again, and nothing is lost."""
    if not task.cancelled() and (error := task.exception()) is not None:
        wiring.worker_failed = True
        _log.critical("the worker died", kind=type(error).__name__)


def migrate(settings: Settings, revision: str = "head") -> str:
    """Bring the database's schema to a revision, forward or back; give the revision that it is at."""
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    return asyncio.run(upgrade(settings.database, revision, database_identity(settings.database_identity)))


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Answer requests until told to stop; the schema is brought up to date first where the database is SQLite."""
    import uvicorn

    set_up_logging()
    if settings.database.startswith("sqlite"):
        migrate(settings)
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        access_log=False,  # it would write URLs; ours writes routes
        log_level=logging.WARNING,
        server_header=False,
        date_header=True,
        timeout_graceful_shutdown=10,
    )


def work(settings: Settings) -> None:
    """Carry out operations until told to stop, without answering requests."""
    set_up_logging()

    async def run() -> None:
        wiring = wire(settings)
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        try:
            await wiring.start()
            await wiring.worker.run(stop)
        finally:
            await wiring.close()

    asyncio.run(run())
