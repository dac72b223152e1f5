"""Law 8: one mechanism tells whatever ends; agreements, exceptions and restore tests are told by it."""

import asyncio
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from platform_api.kit.wording import names_in_use
from platform_api.notifications.endings import OVER, Ending, Said
from platform_api.notifications.models import Notification
from platform_api.operations.worker import Worker
from platform_api.portal.presentation import waiting
from prosess.contracts import canonical_bytes, digest
from prosess.domain.notice import NOTICE_DAYS, notice_reached
from prosess.domain.text import Language
from tests.platform_api.test_portal import Outline, sign_in
from tests.platform_api.test_reopening import change
from tests.platform_api.world import (
    CONTROLLERS,
    ENGINEER,
    INTO,
    OWNER,
    PATHWAY,
    TEAM,
    TENANT,
    World,
    pathway,
    running,
    settings,
    tenant,
)

SIV, PROVIDER, MUNICIPALITY, HEALTH_NET = "983975259", "914637651", "310000000", "994598759"
REP, OTHER_REP = CONTROLLERS
PRODUCT_OWNER = "product-owner@siv"
PREFIXES = ("AGREEMENT_", "ACCESS_EXCEPTION_", "RESTORE_TEST_")
NOT_ENDING = {"AGREEMENT_EXPIRED", "AGREEMENT_MISSING", "AGREEMENT_NOT_YET_IN_FORCE"}
FOR_EVER = {"expires": "2030-01-01"}


# --- the mechanism ---------------------------------------------------------------------------------------------------

GIVEN_ON = date(2023, 10, 5)


def ending(length: int, *, over: str | None = None, since: date | None = GIVEN_ON) -> Ending:
    until = GIVEN_ON + timedelta(days=length)
    return Ending(Said("A", "B", over), ("thing", "1"), until, "310000000", "risk_owner", "thing/1", since=since)


@given(st.integers(0, 400), st.integers(0, 400))
def test_each_notice_is_reached_in_turn_and_none_from_before_it_began(length: int, gone: int) -> None:
    one, today = ending(length), GIVEN_ON + timedelta(days=gone)
    if gone > length:
        assert one.due(today) is None
        return
    reached = notice_reached(one.until, today)
    assert one.due(today) == (reached if reached is not None and reached <= length else None)
    assert ending(length, since=None).due(today) == reached


@given(st.integers(0, 400), st.integers(1, 4000))
def test_what_has_ended_is_told_once_however_long_ago(length: int, ago: int) -> None:
    one = ending(length, over="C")
    assert one.due(one.until + timedelta(days=ago)) == OVER


def test_the_key_of_an_acceptance_is_the_one_that_it_was_told_by_before() -> None:
    """Released versions wrote this key: with another, every acceptance would be told again after an upgrade."""
    one = Ending(Said("A", "B"), ("acceptance", SIV, "st_1"), GIVEN_ON, SIV, "risk_owner", "pathway/x")
    assert [one.key(notice) for notice in NOTICE_DAYS] == [
        digest(canonical_bytes(["acceptance", SIV, "st_1", notice])) for notice in (90, 30, 7, 0)
    ]
    assert one.key(30) == "sha256:714ed5983766fa392c54baaf718f4347730f3ca50b40366519c7355913579576"


# --- agreements ------------------------------------------------------------------------------------------------------

world_test = pytest.mark.anyio


async def waits(world: World, user: str, language: str = "en") -> list[dict[str, Any]]:
    """What is told to somebody of what ends."""
    person = world.person(user)
    person.language = language
    found = (await person.get("/notifications")).json()["notifications"]
    return [one for one in found if ends(one["reason"]["code"])]


def ends(code: str) -> bool:
    return code.startswith(PREFIXES) and code not in NOT_ENDING


async def told(world: World, user: str) -> list[tuple[str, int | None]]:
    """The codes that wait for somebody, each with its notice."""
    found = [one["reason"] for one in await waits(world, user)]
    return sorted((one["code"], one["facts"].get("days")) for one in found)


async def written(world: World) -> list[tuple[str, str, bool]]:
    """Every row that was ever written: whose, its code, and whether it waits."""
    async with world.wiring.database.read() as session:
        rows = (await session.execute(select(Notification).order_by(Notification.created_at))).scalars().all()
    return sorted((one.organisation, one.code, one.settled_at is None) for one in rows if ends(one.code))


def agreements(*changes: dict[str, Any], of: dict[str, Any]) -> list[dict[str, Any]]:
    """The agreements of an example's manifest: each one changed, the others lasting long."""
    both = [*changes, FOR_EVER, FOR_EVER]
    return [{**one, **change} for one, change in zip(of["agreements"], both, strict=False)]


async def of_pathway(world: World, *changes: dict[str, Any], **more: Any) -> None:
    """Have a pathway submitted whose own agreements are changed."""
    await world.joined()
    await send_tenant(world, FOR_EVER, FOR_EVER)
    body = pathway(agreements=agreements(*changes, of=pathway()), **more)
    assert (await world.person(TEAM).put(f"/pathways/{PATHWAY}", body)).status_code == 201
    await world.submitted()


async def send_tenant(world: World, *changes: dict[str, Any]) -> None:
    """Send the tenant's manifest again with changed agreements."""
    path = f"/tenants/{TENANT}"
    stands = await world.person(TEAM).get(path)
    body = {**tenant(), "agreements": agreements(*changes, of=tenant())}
    answer = await world.person(TEAM).put(path, body, headers={"If-Match": stands.headers["etag"]})
    assert answer.status_code == 200, answer.text


async def round_(world: World) -> None:
    await world.wiring.worker.round()


@world_test
async def test_an_agreement_is_told_on_each_of_its_days_and_once(world: World) -> None:
    await of_pathway(world, {"expires": "2024-10-01"})
    seen = []
    for wait in (272, 1, 59, 1, 22, 1, 6, 1, 1, 100):  # the day before each of its days, and the day
        world.move(days=wait)
        await round_(world)
        await round_(world)
        seen.append((world.wiring.clock.today().isoformat(), await told(world, OTHER_REP)))
    ahead, last, over = "AGREEMENT_ENDS", "AGREEMENT_LAST_DAY", "AGREEMENT_ENDED"
    assert seen == [
        ("2024-07-03", [(ahead, 90)]),
        *[(day, [(ahead, 90)]) for day in ("2024-07-04",)],
        ("2024-09-01", [(ahead, 30)]), ("2024-09-02", [(ahead, 30)]),
        ("2024-09-24", [(ahead, 7)]), ("2024-09-25", [(ahead, 7)]),
        ("2024-10-01", [(last, 0)]), ("2024-10-02", [(over, None)]),
        ("2024-10-03", [(over, None)]), ("2025-01-11", [(over, None)]),
    ]  # fmt: skip
    mine = [code for organisation, code, _ in await written(world) if organisation == MUNICIPALITY]
    assert sorted(mine) == sorted([ahead] * 3 + [last, over])


@world_test
async def test_each_party_is_told_in_words_and_the_tenant_that_declared_it(world: World) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    await round_(world)
    for user in (OTHER_REP, OWNER, TEAM):  # the municipality and the provider are its parties
        (one,) = await waits(world, user)
        assert (one["object"], one["reason"]["code"]) == (f"pathway/{PATHWAY}", "AGREEMENT_ENDS")
    assert await waits(world, REP) == []
    phrases = {
        "nb": ("databehandleravtale", "4. november 2023", "Sykehuspartner HF"),
        "nn": ("databehandlaravtale", "4. november 2023", "Sykehuspartner HF"),
        "en": ("data processing agreement", "4 November 2023", "Sykehuspartner HF"),
    }
    for language, expected in phrases.items():
        (said,) = await waits(world, OTHER_REP, language)
        assert all(one.lower() in said["reason"]["text"].lower() for one in expected), said["reason"]["text"]
        assert said["reason"]["remedy"]


@world_test
async def test_a_tenants_agreement_is_told_to_it_and_to_the_provider(world: World) -> None:
    await world.joined()
    await send_tenant(world, {"expires": "2023-10-12"}, FOR_EVER)
    assert (await told(world, REP), await told(world, OWNER)) == ([("AGREEMENT_ENDS", 7)], [("AGREEMENT_ENDS", 7)])
    assert await told(world, TEAM) == []
    assert (await waits(world, REP))[0]["object"] == f"tenant/{TENANT}"


@world_test
async def test_neither_a_restart_nor_a_second_worker_tells_twice(
    world: World, tmp_path: Path, database_url: str
) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    others = [Worker(world.wiring.database, {}, duties=world.wiring.worker._duties[1:]) for _ in range(3)]
    await asyncio.gather(*(one.round() for one in (world.wiring.worker, *others)))
    async with running(settings(tmp_path, database_url)) as restarted:
        await round_(restarted)
        assert await told(restarted, OTHER_REP) == [("AGREEMENT_ENDS", 30)]
    assert await written(world) == [(one, "AGREEMENT_ENDS", True) for one in (MUNICIPALITY, PROVIDER, SIV)]


@world_test
async def test_what_ended_long_before_the_first_round_is_told_once_as_ended(world: World) -> None:
    await of_pathway(world, {"in_force_from": "2019-01-01", "expires": "2020-12-31"})
    for _ in range(3):
        await round_(world)
        world.move(days=40)
    assert await written(world) == [(one, "AGREEMENT_ENDED", True) for one in (MUNICIPALITY, PROVIDER, SIV)]


@world_test
async def test_a_new_end_is_told_anew_and_the_old_one_settled_at_once(world: World) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    await round_(world)
    assert await told(world, OTHER_REP) == [("AGREEMENT_ENDS", 30)]
    await change(world, agreements=agreements({"expires": "2024-11-04"}, of=pathway()))
    assert await told(world, OTHER_REP) == []
    await round_(world)
    assert await told(world, OTHER_REP) == []
    world.move(days=366)  # 30 days before the new end
    await round_(world)
    assert await told(world, OTHER_REP) == [("AGREEMENT_ENDS", 30)]
    mine = [row for row in await written(world) if row[0] == MUNICIPALITY]
    assert mine == [(MUNICIPALITY, "AGREEMENT_ENDS", False), (MUNICIPALITY, "AGREEMENT_ENDS", True)]


@world_test
async def test_what_is_changed_in_one_manifest_leaves_what_waits_of_another(world: World) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    await send_tenant(world, {"expires": "2023-11-04"}, FOR_EVER)
    await round_(world)
    assert await told(world, OWNER) == [("AGREEMENT_ENDS", 30)] * 2
    await change(world, agreements=agreements(FOR_EVER, of=pathway()))
    assert [one["object"] for one in await waits(world, OWNER)] == [f"tenant/{TENANT}"]


@world_test
async def test_a_renewed_agreement_waits_for_nobody(world: World) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    await round_(world)
    held = agreements({"expires": "2023-11-04"}, of=pathway())
    renewal = {**held[0], "id": "ny-avtale", "in_force_from": "2023-11-05", "expires": "2026-11-04"}
    await change(world, agreements=[*held, renewal])
    assert await told(world, OTHER_REP) == []
    await round_(world)
    assert [waiting for _, _, waiting in await written(world)] == [False] * 3


@world_test
async def test_a_party_with_nobody_in_the_service_leaves_it_to_the_tenant(world: World) -> None:
    """The health network's own people are not here: the tenant hears of the terms, and the other party."""
    await of_pathway(world, FOR_EVER, {"expires": "2023-11-04"})
    await round_(world)
    assert await written(world) == [(one, "AGREEMENT_ENDS", True) for one in (MUNICIPALITY, SIV, HEALTH_NET)]
    assert await told(world, TEAM) == [("AGREEMENT_ENDS", 30)]


@world_test
async def test_a_draft_and_an_unverified_tenant_tell_nobody(world: World) -> None:
    soon = {"expires": "2023-10-06"}
    team = world.person(TEAM)
    body = {**tenant(), "agreements": agreements(soon, soon, of=tenant())}
    assert (await team.put(f"/tenants/{TENANT}", body)).status_code == 201
    body = pathway(agreements=agreements(soon, soon, of=pathway()))
    assert (await team.put(f"/pathways/{PATHWAY}", body)).status_code == 201
    await round_(world)
    assert await written(world) == []


@world_test
@pytest.mark.parametrize(
    ("now", "days"),
    [
        (datetime(2023, 11, 4, 22, 59, tzinfo=UTC), ("AGREEMENT_LAST_DAY", 0)),  # 23:59 in Oslo
        (datetime(2023, 11, 4, 23, 0, tzinfo=UTC), ("AGREEMENT_ENDED", None)),
        (datetime(2023, 10, 4, 22, 0, tzinfo=UTC), ("AGREEMENT_ENDS", 30)),  # midnight in Oslo, in summer time
    ],
)
async def test_the_day_is_the_one_in_oslo(world: World, now: datetime, days: tuple[str, int | None]) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    world.move(seconds=(now - world.wiring.clock.now()).total_seconds())
    await round_(world)
    assert await told(world, OTHER_REP) == [days]


@world_test
async def test_a_manifest_that_cannot_be_read_keeps_no_other_from_being_told_of(world: World) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    await send_tenant(world, {"expires": "2023-11-04"}, FOR_EVER)
    async with world.wiring.database.write() as transaction:
        await transaction.session.execute(text("UPDATE pathway_version SET document = '{}'"))
    await round_(world)
    assert await told(world, REP) == [("AGREEMENT_ENDS", 30)]


# --- exceptions and restore tests ------------------------------------------------------------------------------------


def excepted(expires: str) -> dict[str, Any]:
    one = {
        "rule": "PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN",
        "reason": "Leverandørens pålogging er bundet til pasientens enhet.",
        "owner": "produkteier",
        "expires": expires,
    }
    return {"access": {**pathway()["access"], "exceptions": [one]}}


@world_test
async def test_an_exception_from_a_rule_of_access_is_told_to_the_product_owner(world: World) -> None:
    await of_pathway(world, FOR_EVER, **excepted("2023-10-12"))
    await round_(world)
    assert await told(world, PRODUCT_OWNER) == [("ACCESS_EXCEPTION_ENDS", 7)]
    (said,) = await waits(world, PRODUCT_OWNER, "nn")
    assert "12. oktober 2023" in said["reason"]["text"]
    assert "produkteier" in said["reason"]["text"]
    world.move(days=7)
    await round_(world)
    assert await told(world, PRODUCT_OWNER) == [("ACCESS_EXCEPTION_LAST_DAY", 0)]
    world.move(days=1)
    await round_(world)
    assert await told(world, PRODUCT_OWNER) == [("ACCESS_EXCEPTION_ENDED", None)]
    await change(world, **excepted("2024-10-12"))
    assert await told(world, PRODUCT_OWNER) == []


@world_test
async def test_the_restore_test_that_counts_longest_is_told_to_the_provider(world: World) -> None:
    async def tested(until: str) -> None:
        body = {"performed": "2023-10-01", "valid_until": until}
        answer = await world.person("ci@sykehuspartner").post(f"/environments/{INTO}/restore-tests", body)
        assert answer.status_code == 201, answer.text

    await tested("2023-10-20")
    await tested("2023-10-31")
    world.move(days=1)
    await round_(world)
    assert await told(world, ENGINEER) == [("RESTORE_TEST_ENDS", 30)]
    assert "31 October 2023" in (await waits(world, ENGINEER))[0]["reason"]["text"]
    world.move(days=30)
    await round_(world)
    assert await told(world, ENGINEER) == [("RESTORE_TEST_ENDED", None)]
    await tested("2024-10-31")
    await round_(world)
    assert await told(world, ENGINEER) == []


# --- the portal ------------------------------------------------------------------------------------------------------


@world_test
async def test_the_portal_links_only_what_the_reader_may_open(world: World) -> None:
    await of_pathway(world, {"expires": "2023-11-04"})
    await send_tenant(world, {"expires": "2023-11-04"}, FOR_EVER)
    await round_(world)
    page = await world.client.get("/portal/?lang=nb", headers=await sign_in(world, OTHER_REP))
    outline = Outline(page.text)
    assert "4. november 2023" in " ".join(outline.text)
    assert f"/portal/pathways/{PATHWAY}?lang=nb" in [one["href"] for one in outline.of("a")]
    page = await world.client.get("/portal/?lang=nb", headers=await sign_in(world, REP))
    assert "Sykehuset i Vestfold HF" in " ".join(Outline(page.text).text)  # the tenant's agreement, by its name


def test_a_party_that_takes_no_part_in_the_pathway_is_told_without_a_link() -> None:
    facts = json.dumps(
        {"agreement": "a", "agreement_kind": "helsenett_terms", "organisation": SIV, "until": "2023-11-04"}
    )
    told_of = Notification(
        object=f"pathway/{PATHWAY}", code="AGREEMENT_ENDS", facts=facts, created_at="2023-10-05T09:00:00.000000Z"
    )
    names_in_use.set({SIV: "Sykehuset i Vestfold HF"})
    shown = waiting(told_of, Language.NB, seen=())
    assert (shown.about, shown.address) == ("Sykehuset i Vestfold HF", "")
    assert waiting(told_of, Language.NB, seen=(PATHWAY,)).address == f"/portal/pathways/{PATHWAY}"
