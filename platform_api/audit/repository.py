"""SQL of the audit trail. Nothing here changes or removes an entry."""

from collections.abc import AsyncIterator, Sequence

from sqlalchemy import insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.chain import Event, Stored, link_hash, record_bytes
from platform_api.audit.models import AuditEntry, AuditHead
from platform_api.authorization.scope import Scope
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction

_COLUMNS = (
    AuditEntry.seq,
    AuditEntry.organisation,
    AuditEntry.actor_organisation,
    AuditEntry.action,
    AuditEntry.object,
    AuditEntry.record,
    AuditEntry.previous,
    AuditEntry.hash,
)


async def seal(transaction: Transaction) -> None:
    """Write a transaction's trail at the end of the chain.

    The head is taken first: the database lets one writer at a time have it, until that writer has committed.
    """
    events: Sequence[Event] = transaction.trail
    if not events:
        return
    session = transaction.session
    await session.flush()
    head = update(AuditHead).where(AuditHead.id == 1)
    taken = await session.execute(head.values(seq=AuditHead.seq + len(events)).returning(AuditHead.seq, AuditHead.hash))
    end, last = taken.one()
    at = stamp(transaction.clock.now())
    rows = []
    for seq, event in enumerate(events, start=end - len(events) + 1):
        record = record_bytes(seq, at, event)
        this = link_hash(last, record)
        rows.append(
            {
                "seq": seq,
                "organisation": event.organisation,
                "actor_organisation": event.by.organisation,
                "action": event.action,
                "object": event.object,
                "record": record.decode(),
                "previous": last,
                "hash": this,
            }
        )
        last = this
    await session.execute(insert(AuditEntry), rows)
    await session.execute(head.values(hash=last))


async def entries(
    scope: Scope, session: AsyncSession, *, after: int, limit: int, object_: str | None = None
) -> list[Stored]:
    """Give the entries that a reader may see, oldest first."""
    query = select(*_COLUMNS).where(AuditEntry.seq > after).order_by(AuditEntry.seq).limit(limit)
    if scope.organisation is not None:
        own = (AuditEntry.organisation == scope.organisation, AuditEntry.actor_organisation == scope.organisation)
        query = query.where(or_(*own))
    if object_ is not None:
        query = query.where(AuditEntry.object == object_)
    return [Stored(*row) for row in await session.execute(query)]


async def everything(scope: Scope, session: AsyncSession) -> AsyncIterator[Stored]:
    """Give the whole trail, oldest first, a thousand rows at a time.

    Raises:
        PermissionError: where the scope is not the whole platform's.
    """
    scope.require_platform()
    after = 0
    while True:
        query = select(*_COLUMNS).where(AuditEntry.seq > after).order_by(AuditEntry.seq).limit(1000)
        rows = [Stored(*row) for row in await session.execute(query)]
        for row in rows:
            yield row
        if len(rows) < 1000:
            return
        after = rows[-1].seq


async def head(scope: Scope, session: AsyncSession) -> tuple[int, str]:
    """Give where the chain ends."""
    del scope  # the end of the chain is a number and a hash, and everybody's
    row = (await session.execute(select(AuditHead.seq, AuditHead.hash).where(AuditHead.id == 1))).one()
    return row.seq, row.hash
