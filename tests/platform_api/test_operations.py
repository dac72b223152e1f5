"""Operations: taken by lease, never twice at once, retried, given up, cancelled, and woken by what they wait for."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import exc, text

from platform_api.authorization.scope import Scope
from platform_api.kit.database import Transaction
from platform_api.operations import repository
from platform_api.operations.models import Operation
from platform_api.operations.sole import SoleWorker
from platform_api.operations.state import Done, Failed, Kind, Outcome
from platform_api.operations.worker import Worker
from tests.platform_api.world import ACTOR_SP, OWNER, PATHWAY, REVIEWER, STRANGER, TEAM, World, tenant

pytestmark = pytest.mark.anyio


async def claim(world: World, lease: float = 30) -> tuple[str, int] | None:
    async with world.wiring.database.write() as transaction:
        return await repository.claim(
            Scope.platform(), transaction.session, lease=lease, today="2023-10-05", now="2023-10-05T09:00:00.000000Z"
        )


async def kept(world: World, operation: str) -> Any:
    async with world.wiring.database.read() as session:
        row = await session.get(Operation, operation)
        assert row is not None
        return row


async def test_an_operation_is_taken_once(world: World) -> None:
    await world.declared()
    await world.submitted()
    taken = [one for one in await asyncio.gather(*(claim(world) for _ in range(5))) if one]
    assert len(taken) == 1


async def test_a_silent_worker_loses_it_and_finds_out(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    first = await claim(world, lease=0.05)
    assert first is not None
    assert await claim(world) is None
    await asyncio.sleep(0.1)
    second = await claim(world)
    assert second == (operation, first[1] + 1)
    # The first wakes up and goes on with its old claim: it is told that it no longer holds.
    assert await world.wiring.worker._advance(*first) is False
    assert (await kept(world, operation)).state == "running"
    assert await world.wiring.worker._advance(*second) is True


@dataclass
class Step:
    """A step that does what the test says."""

    outcomes: list[Outcome | Exception]
    key: str = "only"
    ran: int = 0

    async def run(self, transaction: Transaction, operation: Operation) -> Outcome:
        self.ran += 1
        outcome = self.outcomes.pop(0) if self.outcomes else Done()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


async def lock_nothing(*_: Any) -> None:
    return None


def worker_of(world: World, *steps: Step) -> Worker:
    kind = Kind("pathway_entering", steps, lock_nothing)
    return Worker(world.wiring.database, {kind.name: kind})


def passing() -> Exception:
    return exc.OperationalError("SELECT 1", {}, OSError("gone"))


async def ready_now(world: World) -> None:
    async with world.wiring.database.engine.begin() as connection:
        await connection.execute(text("UPDATE operation SET ready_at = 0"))


async def test_a_passing_fault_is_tried_again_and_shown_meanwhile(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    step = Step([passing(), passing()])
    worker = worker_of(world, step)
    assert await worker.once()
    shown = await world.operation(operation)
    assert (shown["state"], shown["error"]["code"], shown["attempts"]) == ("queued", "TRYING_AGAIN", 1)
    assert not await worker.once()  # not before its time
    for _ in range(2):
        await ready_now(world)
        assert await worker.once()
    shown = await world.operation(operation)
    assert (shown["state"], step.ran) == ("succeeded", 3)
    assert "error" not in shown


async def test_what_always_fails_is_given_up_and_can_be_tried_again(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    step = Step([passing() for _ in range(5)])
    worker = worker_of(world, step)
    for _ in range(6):
        await ready_now(world)
        await worker.once()
    shown = await world.operation(operation)
    assert (shown["state"], shown["error"]["code"]) == ("failed", "OPERATION_GAVE_UP")
    again = await world.person(TEAM).post(f"/operations/{operation}/retries")
    assert (again.status_code, again.json()["state"]) == (200, "queued")
    await worker.drain()
    assert (await world.operation(operation))["state"] == "succeeded"


async def test_a_retry_goes_on_from_the_step_that_failed(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    first, second = Step([], key="first"), Step([Failed("ENVIRONMENT_GONE", {"environment": "test"})], key="second")
    worker = worker_of(world, first, second)
    await worker.drain()
    shown = await world.operation(operation)
    assert (shown["state"], [one["key"] for one in shown["steps"]]) == ("failed", ["first"])
    assert shown["error"]["text"]
    await world.person(TEAM).post(f"/operations/{operation}/retries")
    await worker.drain()
    assert (await world.operation(operation))["state"] == "succeeded"
    assert (first.ran, second.ran) == (1, 2)


async def test_an_operation_of_an_unknown_kind_fails_in_words(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    await Worker(world.wiring.database, {}).drain()
    assert (await world.operation(operation))["error"]["code"] == "OPERATION_GAVE_UP"


async def test_cancelled_is_over_and_may_be_asked_for_again(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    await world.work()
    assert (await world.person(ACTOR_SP).get("/notifications")).json()["notifications"]
    over = await world.person(TEAM).post(f"/operations/{operation}/cancellations")
    assert over.json()["state"] == "cancelled"
    assert (await world.person(ACTOR_SP).get("/notifications")).json()["notifications"] == []
    twice = await world.person(TEAM).post(f"/operations/{operation}/cancellations")
    assert (twice.status_code, twice.json()["code"]) == (409, "OPERATION_STATE")
    assert await world.submitted() != operation


async def test_who_may_follow_and_who_may_steer(world: World) -> None:
    await world.declared()
    operation = await world.submitted()
    assert (await world.person(STRANGER).get(f"/operations/{operation}")).status_code == 404
    assert (await world.person(OWNER).get(f"/operations/{operation}")).status_code == 200
    assert (await world.person(REVIEWER).post(f"/operations/{operation}/cancellations")).status_code == 403
    assert (await world.person(STRANGER).post(f"/operations/{operation}/cancellations")).status_code == 404


async def test_a_confirmation_while_the_gates_are_judged_is_not_lost(world: World) -> None:
    """The worker read that nobody confirmed; the confirmation came before it had said so: it is judged again."""
    await world.declared()
    operation = await world.submitted()
    await world.reviewed()
    await world.work()
    for actor, user in (("sykehuspartner", ACTOR_SP), ("nye-integrasjonstjenester-api", None)):
        who = user or "dependency-actor@nye-integrasjonstjenester"
        await asyncio.gather(world.wiring.worker.drain(), world.confirm(who, actor), world.wiring.worker.drain())
    await world.work()
    assert [one["gate"] for one in (await world.operation(operation))["gates"]] == ["approval"]


async def test_two_workers_do_not_get_into_each_other_s_way(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.reviewed()
    await world.confirmed()
    assert (await world.approve()).status_code == 201
    other = Worker(world.wiring.database, world.wiring.kinds)
    await asyncio.gather(*(worker.drain() for worker in (world.wiring.worker, other) for _ in range(3)))
    async with world.wiring.database.read() as session:
        entered = "SELECT count(*) FROM audit_entry WHERE action = 'pathway:enter'"
        assert (await session.execute(text(entered))).scalar_one() == 1
    assert (await world.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["state"] == "in_test"


async def test_the_running_worker_answers_to_a_stop_and_to_a_poke(world: World) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(world.wiring.worker.run(stop))
    await world.person(TEAM).put("/tenants/siv", tenant())
    operation = (await world.person(TEAM).post("/tenants/siv/submissions")).json()["id"]
    for _ in range(100):
        await asyncio.sleep(0.02)
        if (await world.operation(operation))["state"] == "succeeded":
            break
    stop.set()
    await asyncio.wait_for(task, 5)
    assert (await world.operation(operation))["state"] == "succeeded"


async def test_one_worker_at_a_time_has_an_sqlite_file(tmp_path: Any) -> None:
    first, second = (SoleWorker(str(tmp_path / "one.db")) for _ in range(2))
    assert first.taken()
    assert first.taken()
    assert not second.taken()
    first.close()
    assert second.taken()
    second.close()


async def test_answers_are_kept_for_a_week(world: World) -> None:
    headers = {"Idempotency-Key": "one"}
    assert (await world.person(TEAM).put("/tenants/siv", tenant(), headers=headers)).status_code == 201
    for days, left in ((6, 1), (2, 0)):
        world.move(days=days)
        await world.wiring.worker.round()
        async with world.wiring.database.read() as session:
            assert (await session.execute(text("SELECT count(*) FROM idempotency_key"))).scalar_one() == left
