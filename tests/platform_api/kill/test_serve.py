"""The real process, over a real socket: started, killed in the middle, started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.platform_api.world import EXAMPLE, INTO, PATHWAY, TEAM, TENANT, pathway, tenant

ROOT = Path(__file__).parents[3]
PROGRAM = (
    "from platform_api.main import serve; from platform_api.settings import Settings; serve(Settings(), port={port})"
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = free_port()
    environment = {
        **os.environ,
        "PROSESS_REGION_FILE": str(EXAMPLE / "region.yaml"),
        "PROSESS_ENVIRONMENT_FILES": str(EXAMPLE / "environments" / "test.yaml"),
        "PROSESS_DATA_FOLDER": str(folder),
        "PROSESS_CLOCK": "2023-10-05T09:00:00+02:00",
    }
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(port=port)], cwd=ROOT, env=environment, stderr=log, stdout=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(400):
            try:
                if httpx.get(f"{address}/health/ready", timeout=5).status_code == 200:
                    break
            except httpx.TransportError:
                assert process.poll() is None, (folder / "log").read_text()
                time.sleep(0.1)
        yield process, address
    finally:
        process.kill()
        process.wait(timeout=10)


def signed_in(address: str, user: str) -> httpx.Client:
    token = httpx.post(f"{address}/local-issuer/token", json={"user": user}).json()["access_token"]
    return httpx.Client(base_url=address, headers={"Authorization": f"Bearer {token}"})


def settled(client: httpx.Client, operation: str) -> dict[str, Any]:
    for _ in range(200):
        found: dict[str, Any] = client.get(f"/operations/{operation}").json()
        if found["state"] not in ("queued", "running"):
            return found
        time.sleep(0.05)
    pytest.fail("the operation did not settle")


@pytest.mark.verify
def test_a_server_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    key = {"Idempotency-Key": "submission-1"}
    with serving(tmp_path) as (process, address), signed_in(address, TEAM) as team:
        assert team.put(f"/tenants/{TENANT}", json=tenant()).status_code == 201
        asked = team.post(f"/tenants/{TENANT}/submissions").json()["id"]
        assert settled(team, asked)["state"] == "succeeded"
        assert team.put(f"/pathways/{PATHWAY}", json=pathway()).status_code == 201
        first = team.post(f"/pathways/{PATHWAY}/submissions", json={"environment": INTO}, headers=key)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
    with serving(tmp_path) as (process, address), signed_in(address, TEAM) as team:
        again = team.post(f"/pathways/{PATHWAY}/submissions", json={"environment": INTO}, headers=key)
        assert (again.status_code, again.content) == (202, first.content)
        assert settled(team, first.json()["id"])["state"] == "waiting"
        with signed_in(address, "access-auditor@sykehuspartner") as auditor:
            assert auditor.get("/audit/verify").json()["intact"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) in (0, -signal.SIGTERM)
    assert "00216" not in (tmp_path / "log").read_text()
