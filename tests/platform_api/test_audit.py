"""The audit trail: it can only grow, any change tells, and many writers make one chain."""

import asyncio
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import exc, text

from platform_api.audit.chain import GENESIS, By, Event, Stored, link_hash, record_bytes, verify
from platform_api.audit.service import note
from platform_api.kit.database import Transaction
from tests.platform_api.world import AUDITOR, World

ANYBODY = By(subject="somebody", organisation="983975259", roles=("product_team_member",))


def chain(length: int) -> list[Stored]:
    rows, last = [], GENESIS
    for seq in range(1, length + 1):
        event = Event(action="pathway:write", object=f"pathway/p{seq}", organisation="983975259", by=ANYBODY)
        record = record_bytes(seq, "2023-10-05T09:00:00.000000Z", event)
        this = link_hash(last, record)
        rows.append(Stored(seq, "983975259", "983975259", event.action, event.object, record.decode(), last, this))
        last = this
    return rows


@given(st.integers(0, 12))
def test_a_chain_holds(length: int) -> None:
    rows = chain(length)
    head = (length, rows[-1].hash if rows else GENESIS)
    assert verify(rows, head=head).intact


@given(st.integers(2, 8), st.data())
def test_any_change_tells(length: int, data: st.DataObject) -> None:
    rows = chain(length)
    head = (length, rows[-1].hash)
    at = data.draw(st.integers(0, length - 1))
    match data.draw(st.sampled_from(["record", "column", "remove", "swap", "cut", "rehash", "add"])):
        case "record":
            rows[at] = replace(rows[at], record=rows[at].record.replace("write", "wrote"))
        case "column":
            rows[at] = replace(rows[at], organisation="914637651")
        case "remove":
            del rows[at]
        case "swap":
            other = (at + 1) % length
            rows[at], rows[other] = rows[other], rows[at]
        case "cut":
            rows = rows[:at]
        case "rehash":  # a changed entry with a hash that fits it breaks the next link, or the head
            record = rows[at].record.replace("write", "wrote")
            rows[at] = replace(
                rows[at], record=record, action="pathway:wrote", hash=link_hash(rows[at].previous, record.encode())
            )
        case "add":
            rows.insert(at, rows[at])
    assert not verify(rows, head=head).intact


@pytest.mark.anyio
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET action = 'x' WHERE seq = 1",
        "DELETE FROM audit_entry WHERE seq = 1",
        "DELETE FROM audit_head",
        "UPDATE audit_head SET seq = seq - 1",
    ],
)
async def test_the_database_itself_refuses_to_rewrite(world: World, statement: str) -> None:
    await world.joined()
    with pytest.raises(exc.DBAPIError, match="only grow"):
        async with world.wiring.database.engine.begin() as connection:
            await connection.execute(text(statement))
    assert (await world.person(AUDITOR).get("/audit/verify")).json()["intact"]


@pytest.mark.anyio
async def test_postgresql_refuses_to_empty_it(world: World) -> None:
    if world.wiring.database.is_sqlite:
        return  # SQLite's DELETE without a condition is held back by the same trigger as any other
    for table in ("audit_entry", "audit_head"):
        with pytest.raises(exc.DBAPIError, match="only grow"):
            async with world.wiring.database.engine.begin() as connection:
                await connection.execute(text(f"TRUNCATE {table}"))


@pytest.mark.anyio
async def test_many_writers_make_one_chain(world: World) -> None:
    database = world.wiring.database

    async def write(number: int) -> None:
        async with database.write() as transaction:
            for _ in range(3):
                note(transaction, ANYBODY, "pathway:write", f"pathway/p{number}", organisation="983975259")

    await asyncio.gather(*(write(number) for number in range(20)))
    proof = (await world.person(AUDITOR).get("/audit/verify")).json()
    assert (proof["intact"], proof["entries"]) == (True, 60)


@pytest.mark.anyio
async def test_what_is_not_committed_is_not_noted(world: World) -> None:
    async def fail(transaction: Transaction) -> None:
        note(transaction, ANYBODY, "pathway:write", "pathway/p", organisation="983975259")
        raise LookupError

    with pytest.raises(LookupError):
        async with world.wiring.database.write() as transaction:
            await fail(transaction)
    assert (await world.person(AUDITOR).get("/audit/verify")).json()["entries"] == 0


@pytest.mark.anyio
async def test_tampering_behind_the_triggers_is_found(world: World) -> None:
    await world.joined()
    sqlite = world.wiring.database.is_sqlite
    off = "DROP TRIGGER audit_entry_no_update" if sqlite else "ALTER TABLE audit_entry DISABLE TRIGGER ALL"
    async with world.wiring.database.engine.begin() as connection:
        await connection.execute(text(off))
        await connection.execute(
            text("UPDATE audit_entry SET record = replace(record, 'handle-siv-team', 'handle-other') WHERE seq = 2")
        )
    proof = (await world.person(AUDITOR).get("/audit/verify")).json()
    assert (proof["intact"], proof["broken_at"], proof["because"]) == (False, 2, "hash")


@pytest.mark.anyio
async def test_an_export_can_be_proved_elsewhere(world: World) -> None:
    await world.joined()
    lines = (await world.person(AUDITOR).get("/audit/export")).content.splitlines()
    last = GENESIS
    for number, line in enumerate(lines, start=1):
        entry = json.loads(line)
        record = json.dumps(entry["record"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
        assert entry["previous"] == last
        assert link_hash(last, record) == entry["hash"]
        assert entry["record"]["seq"] == number
        last = entry["hash"]
    assert (await world.person(AUDITOR).get("/audit/verify")).json()["head"] == last


@pytest.mark.anyio
async def test_pages_follow_one_another(world: World) -> None:
    await world.declared()
    auditor, seen, after = world.person(AUDITOR), [], 0
    while True:
        page = (await auditor.get(f"/audit?limit=2&after={after}")).json()
        seen += [one["seq"] for one in page["entries"]]
        if "next" not in page:
            break
        after = page["next"]
    assert seen == list(range(1, len(seen) + 1))
    one = (await auditor.get("/audit?of=tenant/siv")).json()["entries"]
    assert {entry["event"]["object"] for entry in one} == {"tenant/siv"}
