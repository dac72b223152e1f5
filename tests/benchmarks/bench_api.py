"""The enforced service beside the same routes without token, policy, key and audit; one process."""

import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

from fastapi import Request
from starlette.responses import Response

from platform_api.authorization.access import wiring_of
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.body import body_of
from platform_api.kit.respond import json_response, language_of
from platform_api.main import migrate
from platform_api.pathways import service as pathways
from platform_api.pathways.schemas import view as pathway_view
from platform_api.tenants import service as tenants
from platform_api.tenants.schemas import view as tenant_view
from prosess.domain.role import Role
from prosess.domain.tenant import Tenant
from tests.platform_api.postgres import binaries, cluster
from tests.platform_api.world import PATHWAY, TEAM, TENANT, World, running, settings, tenant

SECONDS = 2.0
ROUNDS = 3
ORGANISATION = "983975259"


async def call(app: Any, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> int:
    """Ask the application directly: a client's own time would hide the difference."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "server": ("service.test", 80), "client": ("127.0.0.1", 1),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    status = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]

    await app(scope, receive, send)
    return status


async def rate(ask: Callable[[int], Awaitable[int]], *, at_once: int) -> float:
    """Give answers a second, of some that ask at once."""
    done = 0
    end = time.perf_counter() + SECONDS

    async def keep_asking() -> None:
        nonlocal done
        while time.perf_counter() < end:
            done += 1
            status = await ask(done)
            assert status in (200, 201), status

    await asyncio.gather(*(keep_asking() for _ in range(at_once)))
    return done / SECONDS


def add_bare_routes(world: World) -> None:
    """The same work as the enforced routes, for anybody, with no trace."""

    async def read(request: Request, pathway_id: str) -> Response:
        async with wiring_of(request).database.read() as session:
            row = await pathways.find(Scope.platform(), session, pathway_id)
            declared = await pathways.manifest(session, row)
        document = declared.model_dump(mode="json", by_alias=True, exclude_none=True)
        return json_response(pathway_view(row, language_of(request), document))

    async def write(request: Request, tenant_id: str, declared: Annotated[Any, body_of(Tenant)]) -> Response:
        wiring = wiring_of(request)
        who = Actor("nobody", ORGANISATION, frozenset({Role.PRODUCT_TEAM_MEMBER}))
        async with wiring.database.write() as transaction:
            row, _ = await tenants.put(
                transaction, Scope(ORGANISATION), who, tenant_id, declared, reviewed=wiring.reviewed, if_match="*",
                if_none_match=None,
            )  # fmt: skip
            transaction.trail.clear()
            shown = tenant_view(row, language_of(request))
        return json_response(shown)

    world.app.add_api_route("/bare/pathways/{pathway_id}", read)
    world.app.add_api_route("/bare/tenants/{tenant_id}", write, methods=["PUT"])


async def compare(folder: Path, url: str) -> dict[str, Any]:
    """Measure both in turns, so that a busy machine is busy for both."""
    async with running(settings(folder, url)) as world:
        await world.declared()
        add_bare_routes(world)
        signed = {"authorization": f"Bearer {world.person(TEAM).token}"}
        sent = {"content-type": "application/json", "if-match": "*"}
        base = tenant()

        def body(number: int) -> bytes:
            base["title"] = {"nb": f"Sykehuset nummer {number} {time.perf_counter_ns() % 999_983}"}
            return json.dumps(base).encode()

        async def read(number: int) -> int:
            return await call(world.app, "GET", f"/pathways/{PATHWAY}", signed)

        async def bare_read(number: int) -> int:
            return await call(world.app, "GET", f"/bare/pathways/{PATHWAY}", {})

        async def write(number: int) -> int:
            key = f"bench-{number}-{time.perf_counter_ns() % 99_999_989}".replace("-", "x")
            return await call(
                world.app, "PUT", f"/tenants/{TENANT}", {**signed, **sent, "idempotency-key": key}, body(number)
            )

        async def bare_write(number: int) -> int:
            return await call(world.app, "PUT", f"/bare/tenants/{TENANT}", sent, body(number))

        figures: dict[str, Any] = {}
        for name, enforced, bare, goal in (("read", read, bare_read, 0.6), ("write", write, bare_write, 0.4)):
            for at_once in (1, 16):
                pairs = [
                    (await rate(enforced, at_once=at_once), await rate(bare, at_once=at_once)) for _ in range(ROUNDS)
                ]
                figures[f"{name}, {at_once} at once"] = {
                    "enforced, with audit where it writes, /s": statistics.median(one for one, _ in pairs),
                    "bare, /s": statistics.median(one for _, one in pairs),
                    f"ratio (goal {goal})": statistics.median(one / other for one, other in pairs),
                }
        return figures


def measure() -> dict[str, Any]:
    """Give the figures."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        urls = {"SQLite": f"sqlite:///{folder / 'bench.db'}"}
        if binaries() is not None and not os.environ.get("PROSESS_BENCH_SQLITE_ONLY"):
            urls["PostgreSQL"] = f"{stack.enter_context(cluster())}/postgres"
        found = {}
        for name, url in urls.items():
            migrate(settings(folder, url))
            found[name] = asyncio.run(compare(folder, url))
        return found


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
