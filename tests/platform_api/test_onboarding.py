"""The main job: a tenant joins, a pathway waits at its gates, others open them, and it enters."""

import pytest

from prosess.contracts import Onboarding
from tests.platform_api.world import (
    ACTOR_NIT,
    ACTOR_SP,
    AUDITOR,
    DEPENDENCY,
    INTO,
    OWNER,
    PATHWAY,
    TEAM,
    TENANT,
    World,
)

pytestmark = pytest.mark.anyio


async def test_a_tenant_joins(world: World) -> None:
    await world.joined()
    found = (await world.person(TEAM).get(f"/tenants/{TENANT}")).json()
    assert found["state"] == "agreements_ok"
    assert found["approved_manifest"] == found["manifest"]


async def test_a_pathway_enters_test_when_everybody_did_their_part(world: World) -> None:
    digest = await world.declared()
    operation = await world.submitted()
    await world.work()

    waiting = await world.operation(operation)
    assert waiting["state"] == "waiting"
    assert [gate["gate"] for gate in waiting["gates"]] == ["G3", "G4", "approval"]
    against = [reason for gate in waiting["gates"] if gate["gate"] == "G4" for reason in gate["reasons"]]
    assert [(one["code"], one["facts"]["actor"]) for one in against] == [
        ("G4_DEPENDENCY_NOT_CONFIRMED", "nye-integrasjonstjenester-api"),
        ("G4_DEPENDENCY_NOT_CONFIRMED", "sykehuspartner"),
    ]
    assert {one["unblocked_by"] for one in against} == {"dependency_actor"}
    assert all(one["text"] and one["remedy"] for one in against)

    await world.reviewed()
    assert (await world.confirm(ACTOR_SP, "sykehuspartner")).status_code == 201
    await world.work()
    assert [gate["gate"] for gate in (await world.operation(operation))["gates"]] == ["G4", "approval"]
    assert (await world.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["state"] == "checks_passed"

    assert (await world.confirm(ACTOR_NIT, "nye-integrasjonstjenester-api")).status_code == 201
    await world.work()
    assert [gate["gate"] for gate in (await world.operation(operation))["gates"]] == ["approval"]

    assert (await world.approve()).status_code == 201
    await world.work()
    assert (await world.operation(operation))["state"] == "succeeded"
    assert (await world.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["state"] == "in_test"

    answer = await world.person(OWNER).get(f"/environments/{INTO}/onboarding")
    document = Onboarding.from_bytes(answer.content)
    assert answer.content == document.to_bytes()
    assert [(one.id, one.manifest, one.stage) for one in document.pathways] == [(PATHWAY, digest, "test")]
    assert [one.id for one in document.tenants] == [TENANT]
    assert document.pathways[0].data_controllers == ("310000000", "983975259")

    proof = (await world.person(AUDITOR).get("/audit/verify")).json()
    assert proof["intact"] is True
    assert proof["entries"] >= 10


async def test_who_is_waited_for_is_told_once_and_no_longer_than_needed(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.work()
    for _ in range(2):
        told = (await world.person(ACTOR_SP).get("/notifications")).json()["notifications"]
        assert [(one["object"], one["reason"]["facts"]["dependency"]) for one in told] == [
            (f"pathway/{PATHWAY}", DEPENDENCY)
        ]
        await world.wiring.worker.drain()
    assert (await world.confirm(ACTOR_SP, "sykehuspartner")).status_code == 201
    await world.work()
    assert (await world.person(ACTOR_SP).get("/notifications")).json()["notifications"] == []
    assert (await world.person(ACTOR_NIT).get("/notifications")).json()["notifications"] != []


async def test_the_register_shows_what_is_stated_and_what_counts(world: World) -> None:
    await world.declared()
    row = await world.row()
    assert (row["stated_mutual_plan"], row["computed_light"], row["differs_from_stated"]) == (True, "yellow", True)
    await world.confirmed()
    row = await world.row()
    assert row["computed_light"] == "green"
    assert all(party["confirmed"] for party in row["parties"])
