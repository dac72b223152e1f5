"""What the service leans on in a database, the same for each: whole transactions, one chain, locks that hold."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.chain import By
from platform_api.audit.models import AuditEntry
from platform_api.audit.repository import seal
from platform_api.audit.service import note
from platform_api.kit import replay
from platform_api.kit.clock import FixedClock
from platform_api.kit.database import Database, Transaction, database_seconds
from platform_api.tenants.models import TenantRow
from tests.platform_api.world import DAY

pytestmark = pytest.mark.anyio
SOMEBODY = By(subject="somebody", organisation="983975259", roles=())


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url, FixedClock(DAY), seal=seal)
    yield opened
    await opened.close()


def row(name: str, organisation: str = "983975259") -> TenantRow:
    return TenantRow(id=name, organisation=organisation, state="requested", digest="d", updated_at="t")


async def tenants(database: Database) -> int:
    async with database.read() as session:
        return (await session.execute(select(func.count()).select_from(TenantRow))).scalar_one()


async def test_a_transaction_is_kept_whole(database: Database) -> None:
    async with database.write() as transaction:
        transaction.session.add(row("one"))
        note(transaction, SOMEBODY, "tenant:write", "tenant/one", organisation="983975259")
    assert await tenants(database) == 1
    async with database.read() as session:
        assert (await session.execute(select(AuditEntry.object))).scalars().all() == ["tenant/one"]


@pytest.mark.parametrize("early", [True, False])
async def test_or_not_at_all(database: Database, early: bool) -> None:
    async def fail(_: AsyncSession) -> None:
        raise LookupError

    async def write() -> None:
        async with database.write() as transaction:
            transaction.session.add(row("one"))
            await transaction.session.flush()
            note(transaction, SOMEBODY, "tenant:write", "tenant/one", organisation="983975259")
            transaction.sealing.append(fail)
            if early:
                raise LookupError

    with pytest.raises(LookupError):
        await write()
    assert await tenants(database) == 0
    async with database.read() as session:
        assert (await session.execute(select(func.count()).select_from(AuditEntry))).scalar_one() == 0


async def test_a_reader_sees_what_was_committed(database: Database) -> None:
    async with database.write() as transaction:
        transaction.session.add(row("one"))
        await transaction.session.flush()
        assert await tenants(database) == 0
    assert await tenants(database) == 1


async def test_what_is_told_is_told_after_the_commit(database: Database) -> None:
    seen: list[str] = []
    async with database.write() as transaction:
        transaction.committed.append(lambda: seen.append("told"))
        assert seen == []
    assert seen == ["told"]


async def test_a_counter_that_many_raise_loses_nothing(database: Database) -> None:
    async with database.write() as transaction:
        transaction.session.add(row("one"))

    async def raise_it() -> None:
        async with database.write() as transaction:
            query = select(TenantRow).where(TenantRow.id == "one").with_for_update()
            found = (await transaction.session.execute(query)).scalar_one()
            found.updated_at += "+"

    await asyncio.gather(*(raise_it() for _ in range(12)))
    async with database.read() as session:
        assert (await session.execute(select(TenantRow.updated_at))).scalar_one() == "t" + "+" * 12


async def test_a_key_that_is_being_taken_is_waited_for(database: Database) -> None:
    holding, go_on = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with database.write() as transaction:
            assert await take(transaction) is None
            await replay.keep(transaction.session, "somebody", "key", status=201, headers="{}", body="done")
            holding.set()
            await go_on.wait()

    async def take(transaction: Transaction) -> replay.IdempotencyKey | None:
        return await replay.take(transaction.session, "somebody", "key", "digest", now="t")

    async def second() -> str | None:
        await holding.wait()
        async with database.write() as transaction:
            found = await take(transaction)
            assert found is not None
            return found.body

    tasks = [asyncio.create_task(first()), asyncio.create_task(second())]
    await holding.wait()
    await asyncio.sleep(0.1)
    assert not tasks[1].done()
    go_on.set()
    await tasks[0]
    assert await tasks[1] == "done"


async def test_leases_are_told_by_the_database_s_own_clock(database: Database) -> None:
    async with database.read() as session:
        told = (await session.execute(select(database_seconds(session)))).scalar_one()
    assert abs(told - time.time()) < 5


async def test_an_error_never_tells_the_values(database: Database) -> None:
    from sqlalchemy import exc

    async def twice() -> None:
        async with database.write() as transaction:
            transaction.session.add(row("one"))
            transaction.session.add(row("two"))
            transaction.session.add(row("secret-name", "983975259"))

    with pytest.raises(exc.IntegrityError) as error:
        await twice()
    assert "secret-name" not in str(error.value)
