"""What is noted in the trail, and who may read it."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit import repository
from platform_api.audit.chain import GENESIS, By, Event, Link, Stored, Verdict, read, verify
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.database import Transaction
from prosess.contracts import Decision

WORKER = By(subject="worker", organisation="000000000", roles=())
"""The service itself, when it carries out what somebody asked for."""


def by(actor: Actor) -> By:
    """Give how the trail names somebody."""
    return By(
        subject=actor.subject,
        organisation=actor.organisation,
        roles=tuple(sorted(role.value for role in actor.roles)),
    )


def note(
    transaction: Transaction,
    who: Actor | By,
    action: str,
    object_: str,
    *,
    organisation: str,
    facts: Mapping[str, Any] | None = None,
    decision: Decision | None = None,
) -> None:
    """Note that something happened; it is written where the transaction commits, and only there."""
    transaction.trail.append(
        Event(
            action=action,
            object=object_,
            organisation=organisation,
            by=who if isinstance(who, By) else by(who),
            facts=dict(facts or {}),
            decision=decision.digest if decision else None,
            policy_revision=decision.policy_revision if decision else None,
        )
    )


async def page(
    scope: Scope, session: AsyncSession, *, after: int, limit: int, object_: str | None
) -> tuple[list[Link], int | None]:
    """Give entries, oldest first, and where the next page begins."""
    rows = await repository.entries(scope, session, after=after, limit=limit + 1, object_=object_)
    shown = rows[:limit]
    return [read(row) for row in shown], shown[-1].seq if len(rows) > limit else None


async def prove(session: AsyncSession) -> Verdict:
    """Walk the whole chain, a thousand rows at a time."""
    scope = Scope.platform()
    end = await repository.head(scope, session)
    seq, last = 0, GENESIS
    batch: list[Stored] = []

    async for row in repository.everything(scope, session):
        batch.append(row)
        if len(batch) == 1000:
            verdict = verify(batch, start=(seq, last))
            if not verdict.intact:
                return verdict
            seq, last, batch = verdict.entries, verdict.head, []
    return verify(batch, start=(seq, last), head=end)


async def lines(session: AsyncSession) -> AsyncIterator[bytes]:
    """Give the whole trail as JSON lines, each entry with its links; ``sha256`` over them proves it anywhere."""
    async for row in repository.everything(Scope.platform(), session):
        yield (
            f'{{"hash":"{row.hash}","previous":"{row.previous}","record":'.encode()
            + row.record.strip().encode()
            + b"}\n"
        )
