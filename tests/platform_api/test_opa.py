"""The gates judged by an OPA server: the same way through, and closed where the server is away."""

import shutil
from pathlib import Path

import pytest

from policies.engine.binary import find_opa
from policies.engine.bundle import load
from tests.contract.policy_engines.conftest import serving
from tests.platform_api.world import PATHWAY, TEAM, World, running, settings
from tests.real import missing

pytestmark = pytest.mark.anyio


@pytest.mark.verify
async def test_a_pathway_enters_test_by_the_real_opa(migrated_file: Path, tmp_path: Path) -> None:
    opa = find_opa()
    if opa is None:
        missing("there is no opa: run `make tools`, or set PROSESS_OPA")
    shutil.copy(migrated_file, tmp_path / "prosess.db")
    import anyio.to_thread

    stack = serving(opa, load(), tmp_path)
    server = await anyio.to_thread.run_sync(stack.__enter__)
    try:
        url = f"sqlite:///{tmp_path / 'prosess.db'}"
        given = settings(tmp_path, url, policy_engine=f"http://127.0.0.1:{server.port}")
        async with running(given) as world:
            await entered(world)
            gates = await world.gates()
            assert gates["G4"]["decision"]["engine"].startswith("opa")
    finally:
        await anyio.to_thread.run_sync(stack.__exit__, None, None, None)


async def entered(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    await world.work()
    assert {one["gate"] for one in (await world.operation(operation))["gates"]} == {"G3", "G4", "approval"}
    await world.reviewed()
    await world.confirmed()
    assert (await world.approve()).status_code == 201
    await world.work()
    assert (await world.operation(operation))["state"] == "succeeded"
    assert (await world.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["state"] == "in_test"


async def test_where_the_server_is_away_every_gate_is_closed(migrated_file: Path, tmp_path: Path) -> None:
    shutil.copy(migrated_file, tmp_path / "prosess.db")
    given = settings(tmp_path, f"sqlite:///{tmp_path / 'prosess.db'}", policy_engine="http://127.0.0.1:9")
    async with running(given) as world:
        await world.declared()
        operation = await world.submitted()
        await world.work()
        waiting = await world.operation(operation)
        assert waiting["state"] == "waiting"
        codes = {
            reason["code"] for gate in waiting["gates"] if gate["gate"] != "approval" for reason in gate["reasons"]
        }
        assert codes == {"POLICY_UNAVAILABLE"}


@pytest.mark.parametrize("address", ["opa", "ftp://x", "http://", "http://h/path"])
def test_an_address_is_one(address: str, tmp_path: Path) -> None:
    from platform_api.pathways.gates import open_gate_keeper

    with pytest.raises(ValueError, match="PROSESS_POLICY_ENGINE"):
        open_gate_keeper(address)
