"""Law 8: the end of an acceptance is told to its owner 90, 30 and 7 days ahead and on the day, once each."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from platform_api.notifications.models import Notification
from platform_api.operations.worker import Worker
from tests.platform_api.test_assessments import PATH, answer
from tests.platform_api.test_portal import Outline, sign_in
from tests.platform_api.test_sealed_acceptances import accepted, controlled, posted, revoke, standing
from tests.platform_api.world import CONTROLLERS, PATHWAY, TEAM, World, assessment, running, settings

pytestmark = pytest.mark.anyio
OWNER, OTHER = CONTROLLERS
SIV = "983975259"
CODES = {"ACCEPTANCE_ENDS", "ACCEPTANCE_LAST_DAY"}


async def waits(world: World, user: str = OWNER, language: str = "en") -> list[dict[str, Any]]:
    """What is told to somebody of ending acceptances."""
    person = world.person(user)
    person.language = language
    found = (await person.get("/notifications")).json()["notifications"]
    return [one for one in found if one["reason"]["code"] in CODES]


async def days(world: World, user: str = OWNER) -> list[int]:
    return [one["reason"]["facts"]["days"] for one in await waits(world, user)]


async def written(world: World) -> list[tuple[str, str, bool]]:
    """Every row that was ever written: whose, its code, and whether it waits."""
    async with world.wiring.database.read() as session:
        query = select(Notification).where(Notification.code.in_(CODES)).order_by(Notification.created_at)
        rows = (await session.execute(query)).scalars().all()
    return [(one.organisation, one.code, one.settled_at is None) for one in rows]


async def over(world: World, until: str = "2024-10-01") -> None:
    """Have both accept: the one until a day, the other for as long as it may be."""
    document = await accepted(world)
    await answer(world, OWNER, document, until=until)


async def test_it_is_told_on_each_of_its_days_and_once(world: World) -> None:
    await accepted(world)  # on 5 October 2023; both through 1 October 2024
    told: list[tuple[str, list[int]]] = []
    for wait in (271, 1, 59, 1, 22, 1, 6, 1, 1):  # the day before each of its days, and the day
        world.move(days=wait)
        await world.wiring.worker.round()
        told.append((world.wiring.clock.today().isoformat(), await days(world)))
    assert told == [
        ("2024-07-02", []), ("2024-07-03", [90]), ("2024-08-31", [90]), ("2024-09-01", [30]), ("2024-09-23", [30]),
        ("2024-09-24", [7]), ("2024-09-30", [7]), ("2024-10-01", [0]), ("2024-10-02", []),
    ]  # fmt: skip
    mine = [one for one in await written(world) if one[0] == SIV]
    assert [code for _, code, _ in mine] == ["ACCEPTANCE_ENDS"] * 3 + ["ACCEPTANCE_LAST_DAY"]
    assert not any(waiting for _, _, waiting in mine)


async def test_it_is_told_to_its_owner_in_words(world: World) -> None:
    await over(world, "2023-11-04")  # exactly 30 days ahead
    await world.wiring.worker.round()
    (one,) = await waits(world)
    assert (one["object"], one["reason"]["unblocked_by"]) == (f"pathway/{PATHWAY}", "data_controller_rep")
    assert one["reason"]["facts"]["until"] == "2023-11-04"
    for language, phrase in (("nb", "4. november 2023"), ("nn", "4. november 2023"), ("en", "4 November 2023")):
        (said,) = await waits(world, language=language)
        assert phrase in said["reason"]["text"]
        assert said["reason"]["remedy"]
    for user in (OTHER, TEAM, "risk-owner@siv", "product-team@ostfold"):
        assert await waits(world, user) == []


async def test_neither_a_restart_nor_a_second_worker_tells_twice(
    world: World, tmp_path: Path, database_url: str
) -> None:
    await over(world, "2023-11-04")
    others = [Worker(world.wiring.database, {}, duties=world.wiring.worker._duties[1:]) for _ in range(3)]
    await asyncio.gather(*(one.round() for one in (world.wiring.worker, *others)))
    async with running(settings(tmp_path, database_url)) as restarted:
        await restarted.wiring.worker.round()
        assert await days(restarted) == [30]
    assert await written(world) == [(SIV, "ACCEPTANCE_ENDS", True)]
    assert (await waits(world))[0]["since"].startswith("2023-10-05")


async def test_a_worker_that_was_away_tells_what_has_been_reached(world: World) -> None:
    await over(world, "2023-11-04")
    world.move(days=25)  # 5 days before the end; the 30th and the 7th day have gone by
    await world.wiring.worker.round()
    assert await days(world) == [7]
    assert await written(world) == [(SIV, "ACCEPTANCE_ENDS", True)]


async def test_taken_back_or_renewed_it_waits_for_nobody(world: World) -> None:
    document = await accepted(world)
    await answer(world, OWNER, document, until="2023-11-04")
    await answer(world, OTHER, document, until="2023-11-04")
    await world.wiring.worker.round()
    assert (await days(world), await days(world, OTHER)) == ([30], [30])
    mine = standing(await world.person(TEAM).get(PATH))[SIV]
    await revoke(world, OWNER, mine["id"])
    await answer(world, OTHER, document, until="2024-01-31")
    assert (await days(world), await days(world, OTHER)) == ([], [])
    await world.wiring.worker.round()
    assert (await days(world), await days(world, OTHER)) == ([], [])


async def test_a_spelling_fix_does_not_tell_again_and_a_material_change_settles(world: World) -> None:
    document = await accepted(world)
    await answer(world, OWNER, document, until="2023-11-04")
    await world.wiring.worker.round()
    fixed = assessment(risks=(controlled(title={"nb": "Risikoen", "nn": "Risikoen", "en": "The risk"}),))
    await posted(world, document, fixed)
    await world.wiring.worker.round()
    assert await written(world) == [(SIV, "ACCEPTANCE_ENDS", True)]
    await posted(world, fixed, assessment(risks=(controlled(material=f"sha256:{'2' * 64}"),)))
    assert await written(world) == [(SIV, "ACCEPTANCE_ENDS", False)]


async def test_the_running_worker_tells_and_notices_a_new_day(world: World) -> None:
    await over(world, "2023-11-05")
    stop = asyncio.Event()
    worker = world.wiring.worker
    task = asyncio.create_task(worker.run(stop))
    await until(world, [])
    world.move(days=1)
    worker.poke()
    await until(world, [30])
    stop.set()
    worker.poke()
    await asyncio.wait_for(task, 5)


async def until(world: World, expected: list[int]) -> None:
    """Wait until the worker has made its round of the day."""
    for _ in range(100):
        if world.wiring.worker._round_day == world.wiring.clock.today().isoformat() and (await days(world) == expected):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(await days(world))


@pytest.mark.parametrize(
    ("language", "heading", "phrase"),
    [
        ("nb", "Venter på deg", "varer til og med 4. november 2023"),
        ("nn", "Ventar på deg", "varer til og med 4. november 2023"),
        ("en", "Waits for you", "lasts through 4 November 2023"),
    ],
)
async def test_the_portal_shows_it_to_the_owner(world: World, language: str, heading: str, phrase: str) -> None:
    await over(world, "2023-11-04")
    await world.wiring.worker.round()
    page = await world.client.get(f"/portal/?lang={language}", headers=await sign_in(world, OWNER))
    outline = Outline(page.text)
    said = " ".join(outline.text)
    assert heading in said
    assert phrase in said
    assert PATHWAY not in said  # by its title
    assert f"/portal/pathways/{PATHWAY}/assessment?lang={language}" in [one["href"] for one in outline.of("a")]
    other = await world.client.get(f"/portal/?lang={language}", headers=await sign_in(world, OTHER))
    assert heading not in other.text
