"""The service as a whole: health, headers, the OpenAPI document, the log, and what settings refuse."""

import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from platform_api.main import openapi
from platform_api.settings import Settings
from tests.platform_api.world import EXAMPLE, OWNER, TEAM, World, running, settings

pytestmark = pytest.mark.anyio


async def test_alive_and_ready(world: World) -> None:
    assert (await world.client.get("/health/live")).json() == {"alive": True}
    ready = await world.client.get("/health/ready")
    assert ready.status_code == 200
    found = ready.json()
    assert found.pop("policy_revision").startswith("sha256:")
    assert found == {"ready": True, "database": True, "migrated": True, "worker": True}


async def test_without_a_schema_it_is_not_ready_and_refuses_in_words(tmp_path: Path) -> None:
    async with running(settings(tmp_path, f"sqlite:///{tmp_path / 'empty.db'}")) as world:
        ready = await world.client.get("/health/ready")
        assert (ready.status_code, ready.json()["migrated"]) == (503, False)
        answer = await world.person(TEAM).get("/pathways")
        assert (answer.status_code, answer.json()["code"]) == (503, "UNAVAILABLE")
        assert answer.headers["retry-after"]


async def test_a_worker_that_died_is_told(world: World) -> None:
    world.wiring.worker_failed = True
    assert (await world.client.get("/health/ready")).status_code == 503


async def test_every_answer_keeps_browsers_strict(world: World) -> None:
    for path in ("/health/live", "/pathways", "/nowhere", "/portal/sign-in", "/portal/static/portal.css"):
        headers = (await world.client.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-request-id"]
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


async def test_a_request_id_is_kept_where_it_is_one(world: World) -> None:
    given = await world.client.get("/health/live", headers={"X-Request-Id": "my-request-1"})
    assert given.headers["x-request-id"] == "my-request-1"
    odd = await world.client.get("/health/live", headers={"X-Request-Id": "a b\tc"})
    assert odd.headers["x-request-id"].startswith("rq-")


@pytest.mark.parametrize(
    ("method", "path", "code"), [("GET", "/nowhere", "NOT_FOUND"), ("PATCH", "/tenants", "METHOD_NOT_ALLOWED")]
)
async def test_even_what_no_route_answers_is_a_problem(world: World, method: str, path: str, code: str) -> None:
    answer = await world.client.request(method, path)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code


async def test_a_parameter_is_held_to_its_form(world: World) -> None:
    for path in ("/pathways/No_Such", "/audit?limit=0", "/operations/op-1", "/pathways/x/gates", "/audit?of=../x"):
        answer = await world.person(OWNER).get(path)
        assert (answer.status_code, answer.json()["code"]) == (422, "PARAMETERS_INVALID"), path


async def test_nothing_that_was_said_reaches_the_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("prosess").propagate = True
    with caplog.at_level(logging.DEBUG):
        await world.person(TEAM).get("/pathways/13116900216?of=secret-word")
        await world.person(TEAM).put("/tenants/siv", {"schema": "secret-word"})
        await world.person(TEAM).get("/pathways/hidden-name")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("prosess")]
    assert len(ours) >= 3
    for line in ours:
        assert "00216" not in line
        assert "secret-word" not in line
        assert "hidden-name" not in line
        assert world.person(TEAM).token not in line
    assert json.loads(ours[-1])["route"] == "/pathways/{pathway_id}"


def schema_names(value: Any) -> set[str]:
    return set(re.findall(r"#/components/schemas/(\w+)", json.dumps(value)))


async def test_the_openapi_document_is_whole_and_stable(world: World) -> None:
    document = openapi()
    assert document == openapi()
    served = (await world.client.get("/openapi.json")).json()
    assert served == json.loads(json.dumps(document))
    schemas = document["components"]["schemas"]
    assert schema_names(document) - set(schemas) == set()
    operations = [one for methods in document["paths"].values() for one in methods.values()]
    assert len({one["operationId"] for one in operations}) == len(operations) >= 30
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            assert one["summary"], path
            assert one["description"], path
            if (
                method in ("put", "post")
                and not path.endswith(("/submissions", "/retries", "/cancellations", "/resolution"))
            ) or path == "/pathways/{pathway_id}/submissions":
                assert "requestBody" in one, path
            for status, answer in one["responses"].items():
                if int(status) >= 400 and path != "/health/ready":
                    assert list(answer["content"]) == ["application/problem+json"], (path, status)
            if not path.startswith(("/health", "/local-issuer", "/seal-keys")):
                assert one["security"] == [{"bearer": []}]
                assert "401" in one["responses"], path
    assert not any(path.startswith("/portal") for path in document["paths"])


async def test_no_page_comes_from_elsewhere(world: World) -> None:
    for path in ("/docs", "/redoc"):
        assert (await world.client.get(path)).status_code == 404


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = [str(EXAMPLE / "environments" / f"{name}.yaml") for name in ("test", "prod")]
    monkeypatch.setenv("PROSESS_REGION_FILE", str(EXAMPLE / "region.yaml"))
    monkeypatch.setenv("PROSESS_ENVIRONMENT_FILES", ", ".join(files))
    monkeypatch.setenv("PROSESS_CLOCK", "2023-10-05T09:00:00+02:00")
    monkeypatch.setenv("PROSESS_DATA_FOLDER", str(tmp_path))
    found = Settings()
    assert [str(one) for one in found.environment_files] == files
    assert found.clock is not None
    assert found.database == f"sqlite:///{tmp_path / 'prosess.db'}"


OIDC = {"identity": "oidc", "oidc_issuer": "https://i", "oidc_jwks_url": "https://i/jwks"}


@pytest.mark.parametrize(
    "more",
    [
        {"stage": "prod", "identity": "local"},
        {"stage": "prod", **OIDC, "clock": "2023-10-05T09:00:00Z"},
        {"identity": "oidc"},
        {"clock": "2023-10-05T09:00:00"},
    ],
)  # fmt: skip
def test_settings_that_would_be_unsafe_are_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings(region_file=EXAMPLE / "region.yaml", environment_files=(), **more)
