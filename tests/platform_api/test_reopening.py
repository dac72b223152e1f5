"""A changed manifest reopens what it touches, and nothing else, in the running service."""

from typing import Any

import pytest

from platform_api.authorization.scope import Scope
from platform_api.operations import repository
from tests.platform_api.world import INTO, PATHWAY, TEAM, TENANT, World, pathway, tenant

pytestmark = pytest.mark.anyio


async def change(world: World, **changes: Any) -> dict[str, Any]:
    stands = await world.person(TEAM).get(f"/pathways/{PATHWAY}")
    version = stands.json()["version"] + 1
    answer = await world.person(TEAM).put(
        f"/pathways/{PATHWAY}", pathway(version=version, **changes), headers={"If-Match": stands.headers["etag"]}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def entered(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.reviewed()
    await world.confirmed()
    assert (await world.approve()).status_code == 201
    await world.work()


async def test_a_text_reopens_nothing_and_the_operation_goes_on(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    await world.reviewed()
    await world.work()
    put = await change(world, title={"nb": "Ny", "nn": "Ny", "en": "New"})
    assert put["reopens"] == []
    await world.confirmed()
    assert (await world.approve()).status_code == 201
    await world.work()
    assert (await world.operation(operation))["state"] == "succeeded"


async def test_a_new_deadline_reopens_its_own_confirmations_and_ends_the_operation(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    await world.reviewed()
    await world.confirmed()
    await world.work()
    rows = pathway()["dependencies"]
    put = await change(world, dependencies=[{**rows[0], "deadline": "2023-11-20"}])
    assert (put["changes"], put["reopens"]) == (["register"], ["approval"])
    assert put["pathway"]["state"] == "submitted"
    over = await world.operation(operation)
    assert (over["state"], over["error"]["code"]) == ("superseded", "MANIFEST_CHANGED")
    gates = await world.gates()
    assert gates["G3"]["state"] == "open"
    assert gates["G4"]["state"] == "closed"


async def test_a_new_flow_reopens_the_assessment_but_no_confirmation(world: World) -> None:
    await entered(world)
    put = await change(world, scenarios=["R01", "R02"])
    assert put["reopens"] == ["approval", "assessment"]
    assert put["pathway"]["state"] == "submitted"
    gates = await world.gates()
    assert (gates["G3"]["state"], gates["G4"]["state"], gates["approval"]["state"]) == ("closed", "open", "closed")
    assert gates["G3"]["reasons"][0]["code"] == "G3_ASSESSMENT_OUT_OF_DATE"


async def test_what_was_let_in_stays_what_was_approved(world: World) -> None:
    await entered(world)
    owner = world.person("platform-owner@sykehuspartner")
    before = await owner.get(f"/environments/{INTO}/onboarding")
    await change(world, scenarios=["R01", "R02"])
    after = await owner.get(f"/environments/{INTO}/onboarding")
    assert before.content == after.content


async def test_an_agreement_that_ended_takes_the_tenant_out(world: World) -> None:
    await entered(world)
    owner = world.person("platform-owner@sykehuspartner")
    assert (await owner.get(f"/environments/{INTO}/onboarding")).json()["tenants"]
    world.move(days=(574))  # the agreement's last day is 1 May 2025: it holds until midnight in Oslo
    owner = world.person("platform-owner@sykehuspartner")
    assert world.wiring.clock.today().isoformat() == "2025-05-01"
    assert (await owner.get(f"/environments/{INTO}/onboarding")).json()["tenants"]
    world.move(hours=13, minutes=1)  # 09:00 UTC is 11:00 there; an hour and a minute past midnight
    owner = world.person("platform-owner@sykehuspartner")
    assert world.wiring.clock.today().isoformat() == "2025-05-02"
    assert (await owner.get(f"/environments/{INTO}/onboarding")).json() == {
        "environment": INTO, "pathways": [], "schema": "onboarding/1", "tenants": [],
    }  # fmt: skip


async def test_time_itself_wakes_what_waits(world: World) -> None:
    """An agreement that begins tomorrow opens its gate tomorrow, without anybody's doing anything."""
    team = world.person(TEAM)
    later = tenant()
    later["agreements"][0]["in_force_from"] = "2023-10-06"
    assert (await team.put(f"/tenants/{TENANT}", later)).status_code == 201
    operation = (await team.post(f"/tenants/{TENANT}/submissions")).json()["id"]
    await world.work()
    waiting = await world.operation(operation)
    assert waiting["state"] == "waiting"
    assert waiting["gates"][0]["reasons"][0]["code"] == "AGREEMENT_NOT_YET_IN_FORCE"
    assert waiting["gates"][0]["deadline"] == "2023-10-06"
    await world.work()
    assert (await world.operation(operation))["state"] == "waiting"
    world.move(days=1)
    await world.work()
    assert (await world.operation(operation))["state"] == "succeeded"


async def test_an_organisation_outside_the_register_does_not_join(world: World) -> None:
    issuer = world.wiring.issuer
    assert issuer is not None
    body = {**tenant(), "id": "kommune", "organisation": "310000000", "cost_owner": "310000000", "agreements": []}
    team = world.person("product-team@eksempel-kommune")
    assert (await team.put("/tenants/kommune", body)).status_code == 201
    operation = (await team.post("/tenants/kommune/submissions")).json()["id"]
    await world.work()
    failed = (await team.get(f"/operations/{operation}")).json()
    assert (failed["state"], failed["error"]["code"]) == ("failed", "ORGANISATION_NOT_IN_REGISTER")
    again = await team.post(f"/operations/{operation}/retries")
    assert again.json()["state"] == "queued"


async def test_a_change_while_the_operation_runs_ends_it_at_its_next_step(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    async with world.wiring.database.write() as transaction:
        taken = await repository.claim(
            Scope.platform(), transaction.session, lease=30, today="2023-10-05", now="2023-10-05T09:00:00.000000Z"
        )
    assert taken is not None
    await change(world, scenarios=["R01"])
    assert (await world.operation(operation))["state"] == "running"
    assert await world.wiring.worker._advance(*taken) is False
    over = await world.operation(operation)
    assert (over["state"], over["error"]["code"]) == ("superseded", "MANIFEST_CHANGED")
