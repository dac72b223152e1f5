"""The worker as a process of its own, beside a server that only answers."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from platform_api.kit.database import open_engine
from tests.platform_api.world import EXAMPLE, TEAM, TENANT, World, running, settings, tenant

ROOT = Path(__file__).parents[3]
PROGRAM = "from platform_api.main import work; from platform_api.settings import Settings; work(Settings())"


def test_a_worker_of_its_own_does_what_the_server_was_asked(migrated_file: Path, tmp_path: Path) -> None:
    shutil.copy(migrated_file, tmp_path / "prosess.db")
    url = f"sqlite:///{tmp_path / 'prosess.db'}"

    async def ask() -> None:
        async with running(settings(tmp_path, url)) as world:
            await declared(world)

    async def state() -> str:
        engine = open_engine(url)
        async with engine.connect() as connection:
            found: str = (await connection.execute(text("SELECT state FROM operation"))).scalar_one()
        await engine.dispose()
        return found

    asyncio.run(ask())
    assert asyncio.run(state()) == "queued"
    environment = {
        **os.environ,
        "PROSESS_REGION_FILE": str(EXAMPLE / "region.yaml"),
        "PROSESS_ENVIRONMENT_FILES": str(EXAMPLE / "environments" / "test.yaml"),
        "PROSESS_DATA_FOLDER": str(tmp_path),
        "PROSESS_CLOCK": "2023-10-05T09:00:00+02:00",
    }
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, stderr=log, stdout=log)
    try:
        for _ in range(300):
            if asyncio.run(state()) == "succeeded":
                break
            time.sleep(0.1)
        assert asyncio.run(state()) == "succeeded", (tmp_path / "log").read_text()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0
    finally:
        process.kill()
        process.wait(timeout=10)


async def declared(world: World) -> None:
    team = world.person(TEAM)
    assert (await team.put(f"/tenants/{TENANT}", tenant())).status_code == 201
    assert (await team.post(f"/tenants/{TENANT}/submissions")).status_code == 202
