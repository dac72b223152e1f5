"""The service in a test: real rules, real database, the people of the example, and the way of a pathway through it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from platform_api.kit.clock import FixedClock
from platform_api.main import create_app
from platform_api.settings import Settings
from platform_api.wiring import Wiring
from prosess.contracts import Assessment
from prosess.contracts.assessment import Derivation, LevelAuthority, Rating, Risk, Verdict
from prosess.documents import read
from prosess.domain.pathway import Pathway
from prosess.domain.role import Role
from prosess.domain.tenant import Tenant

EXAMPLE = Path(__file__).parents[2] / "examples" / "helse-sor-ost"
DAY = datetime(2023, 10, 5, 9, 0, tzinfo=UTC)
PATHWAY, TENANT, INTO = "kols-siv", "siv", "test"
DEPENDENCY = "data-og-prosessering"

TEAM = "product-team@siv"
OWNER = "platform-owner@sykehuspartner"
DEPUTY = "deputy-platform-owner@sykehuspartner"
REVIEWER = "security-reviewer@sykehuspartner"
ENGINEER = "platform-engineer@sykehuspartner"
AUDITOR = "access-auditor@sykehuspartner"
ACTOR_SP = "dependency-actor@sykehuspartner"
ACTOR_NIT = "dependency-actor@nye-integrasjonstjenester"
AUTHOR_AS_ACTOR = "product-team-as-actor@sykehuspartner"
AUTHOR_AS_OWNER = "product-team-as-owner@sykehuspartner"
STRANGER = "product-team@ostfold"
CONTROLLERS = ("data-controller-rep@siv", "data-controller-rep@eksempel-kommune")
ACTORS = {"sykehuspartner": ACTOR_SP, "nye-integrasjonstjenester-api": ACTOR_NIT}


def settings(folder: Path, url: str, **more: Any) -> Settings:
    """Settings of a service of the example, on the example's day, whose worker the test drives itself."""
    given: dict[str, Any] = {
        "data_folder": folder,
        "database_url": url,
        "region_file": EXAMPLE / "region.yaml",
        "environment_files": tuple(EXAMPLE / "environments" / f"{name}.yaml" for name in ("sandbox", "test", "prod")),
        "clock": DAY,
        "worker": False,
        **more,
    }
    return Settings(**given)


def manifest(model: type[Any], path: str) -> dict[str, Any]:
    """A manifest of the example, as JSON."""
    found: dict[str, Any] = read(model, EXAMPLE / path).model_dump(mode="json", by_alias=True, exclude_none=True)
    return found


def tenant() -> dict[str, Any]:
    """The tenant of the example."""
    return manifest(Tenant, "tenants/siv.yaml")


def pathway(**changes: Any) -> dict[str, Any]:
    """The pathway of the example, changed."""
    return {**manifest(Pathway, "pathways/kols-siv.yaml"), **changes}


def risk(risk_id: str = "R01", *, owner: str = "Systemeier", level: str = "medium") -> Risk:
    """An assessed risk."""
    rating = Rating(likelihood=2, consequence={"confidentiality": 3}, level=level, decided_by="confidentiality")
    return Risk(
        id=risk_id,
        material=f"sha256:{'1' * 64}",
        scenario=risk_id,
        title={"nb": "Risiko", "nn": "Risiko", "en": "Risk"},
        owner=owner,
        data_controllers=("310000000", "983975259"),
        inherent=rating,
        current=rating,
        if_stale_evidence_lapses=rating,
        target=rating,
        derivation=Derivation(controls=(), likelihood_steps=0),
    )


def assessment(**changes: Any) -> Assessment:
    """An assessment of the pathway."""
    nothing = "sha256:" + "a" * 64
    given: dict[str, Any] = {
        "id": "ros-kols-siv",
        "scope": f"pathway:{PATHWAY}",
        "criteria": "hso@1",
        "criteria_digest": nothing,
        "levels": tuple(
            LevelAuthority(
                id=level,
                above_limit=level == "high",
                accepted_by=(Role.RISK_OWNER, Role.DATA_CONTROLLER_REP),
                accepted_days=365,
            )
            for level in ("low", "medium", "high")
        ),
        "graph": nothing,
        "findings": nothing,
        "as_of": date(2023, 10, 5),
        "state": "draft",
        "verdict": Verdict.ACCEPTABLE,
        "risks": (risk(),),
        **changes,
    }
    return Assessment(**given)


@dataclass
class Person:
    """Somebody signed in."""

    client: httpx.AsyncClient
    token: str
    language: str = "en"

    async def ask(
        self, method: str, path: str, body: Any = None, *, headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        """Send a request."""
        given = {"Authorization": f"Bearer {self.token}", "Accept-Language": self.language, **(headers or {})}
        if isinstance(body, bytes | str):
            return await self.client.request(method, path, content=body, headers=given, **more)
        return await self.client.request(method, path, json=body, headers=given, **more)

    async def get(self, path: str, **more: Any) -> httpx.Response:
        """Read."""
        return await self.ask("GET", path, **more)

    async def post(self, path: str, body: Any = None, **more: Any) -> httpx.Response:
        """Ask for something."""
        return await self.ask("POST", path, body, **more)

    async def put(self, path: str, body: Any, **more: Any) -> httpx.Response:
        """Hand something in."""
        return await self.ask("PUT", path, body, **more)


@dataclass
class World:
    """A running service and its people."""

    app: FastAPI
    client: httpx.AsyncClient
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def wiring(self) -> Wiring:
        """The service's parts."""
        found: Wiring = self.app.state.wiring
        return found

    def person(self, user: str) -> Person:
        """Sign somebody in, afresh where the clock was moved."""
        issuer = self.wiring.issuer
        assert issuer is not None
        token = issuer.token(user)
        assert token is not None, user
        return Person(self.client, token)

    def move(self, **by: float) -> None:
        """Let time pass."""
        clock = self.wiring.clock
        assert isinstance(clock, FixedClock)
        clock.move(timedelta(**by))

    async def work(self) -> None:
        """Let the worker do whatever is ready."""
        await self.wiring.worker.drain()

    async def joined(self) -> None:
        """Have the tenant join."""
        team = self.person(TEAM)
        assert (await team.put(f"/tenants/{TENANT}", tenant())).status_code == 201
        assert (await team.post(f"/tenants/{TENANT}/submissions")).status_code == 202
        await self.work()

    async def declared(self, **changes: Any) -> str:
        """Have the tenant join and declare its pathway; give the manifest's digest."""
        await self.joined()
        answer = await self.person(TEAM).put(f"/pathways/{PATHWAY}", pathway(**changes))
        assert answer.status_code == 201, answer.text
        return str(answer.json()["pathway"]["manifest"])

    async def submitted(self, into: str = INTO) -> str:
        """Ask for entry; give the operation's id."""
        answer = await self.person(TEAM).post(f"/pathways/{PATHWAY}/submissions", {"environment": into})
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    async def reviewed(self, document: Assessment | None = None) -> str:
        """Have an assessment posted and recommended; give its digest."""
        document = document or assessment()
        path = f"/pathways/{PATHWAY}/assessment"
        body = json.loads(document.to_bytes())
        answer = await self.person(TEAM).put(path, body)
        assert answer.status_code in (200, 201), answer.text
        for user, event in ((TEAM, "send_to_review"), (REVIEWER, "recommend")):
            answer = await self.person(user).post(f"{path}/reviews", {"event": event, "assessment": document.digest})
            assert answer.status_code == 201, answer.text
        return document.digest

    async def row(self) -> dict[str, Any]:
        """The dependency, as the register shows it."""
        answer = await self.person(TEAM).get(f"/pathways/{PATHWAY}/dependencies")
        found: dict[str, Any] = answer.json()["dependencies"][0]
        return found

    async def confirm(self, user: str, actor: str) -> httpx.Response:
        """Have somebody confirm for an actor."""
        return await self.person(user).post(
            f"/pathways/{PATHWAY}/dependencies/{DEPENDENCY}/confirmations",
            {"actor": actor, "row": (await self.row())["row"]},
        )

    async def confirmed(self) -> None:
        """Have every actor confirm its part."""
        for actor, user in ACTORS.items():
            answer = await self.confirm(user, actor)
            assert answer.status_code == 201, answer.text

    async def approve(self, user: str = OWNER, into: str = INTO) -> httpx.Response:
        """Have somebody approve what stands."""
        stands = (await self.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["manifest"]
        return await self.person(user).post(f"/pathways/{PATHWAY}/approvals", {"environment": into, "manifest": stands})

    async def operation(self, operation_id: str) -> dict[str, Any]:
        """An operation, as the team sees it."""
        found: dict[str, Any] = (await self.person(TEAM).get(f"/operations/{operation_id}")).json()
        return found

    async def gates(self, into: str = INTO, user: str = TEAM) -> dict[str, dict[str, Any]]:
        """Every gate before an environment, by id."""
        answer = await self.person(user).get(f"/pathways/{PATHWAY}/gates?environment={into}")
        assert answer.status_code == 200, answer.text
        return {one["gate"]: one for one in answer.json()["gates"]}


@asynccontextmanager
async def running(given: Settings) -> AsyncIterator[World]:
    """Run a service inside the test."""
    app = create_app(given)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://service.test") as client,
    ):
        yield World(app, client)
