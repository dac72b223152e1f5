"""Telling those who can unblock something, once, and only while it is so."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications import repository
from platform_api.notifications.addressee import addressee
from platform_api.notifications.models import Notification
from platform_api.operations.models import Operation
from prosess.contracts import Decision, canonical_bytes, digest

_PLATFORM = Scope.platform()


@dataclass(frozen=True)
class Notice:
    """What time alone gives somebody to do, without an operation that waits for it."""

    key: str
    """Digest of what it is about: the same is written once."""
    organisation: str
    role: str
    object: str
    code: str
    facts: Mapping[str, JsonValue]


async def tell(
    transaction: Transaction, operation: Operation, decisions: Mapping[str, Decision], reviewed: Reviewed
) -> None:
    """Bring what waits on account of an operation in line with its decisions.

    A reason that is new is told; one that is gone is settled; one that stands is not told again.
    """
    now = stamp(transaction.clock.now())
    known = {one.key: one for one in await repository.of_operation(_PLATFORM, transaction.session, operation.id)}
    current: set[str] = set()
    for decision in decisions.values():
        for reason in decision.reasons:
            to = addressee(reason, operation.organisation, reviewed)
            told = [operation.id, reason.code, reason.unblocked_by, to.organisation, to.actor, reason.facts]
            key = digest(canonical_bytes(told))
            if key in current:
                continue
            current.add(key)
            if key in known:
                known[key].settled_at = None
                continue
            transaction.session.add(
                Notification(
                    key=key,
                    organisation=to.organisation,
                    role=reason.unblocked_by,
                    actor=to.actor,
                    object=operation.object,
                    operation=operation.id,
                    environment=operation.environment,
                    code=reason.code,
                    remedy=reason.remedy,
                    facts=json.dumps(reason.facts, sort_keys=True),
                    created_at=now,
                )
            )
    for key, one in known.items():
        if key not in current and one.settled_at is None:
            one.settled_at = now


async def waiting_for(session: AsyncSession, actor: Actor) -> list[Notification]:
    """Give what waits for somebody, oldest first."""
    found = await repository.waiting(
        Scope(actor.organisation),
        session,
        organisation=actor.organisation,
        roles=[role.value for role in actor.roles],
        actors=sorted(actor.actors),
    )
    return list(found)


async def settle(transaction: Transaction, *operations: str) -> None:
    """Let nothing more wait on account of operations that are over."""
    await repository.settle_all(_PLATFORM, transaction.session, operations, now=stamp(transaction.clock.now()))


async def tell_only(
    transaction: Transaction, codes: Collection[str], notices: Sequence[Notice], *, about: str | None = None
) -> None:
    """Bring what waits under some codes in line with some notices: each is written once, and the others are settled.

    With ``about`` only what waits of that object is touched.
    """
    now = stamp(transaction.clock.now())
    waiting = await repository.waiting_under(_PLATFORM, transaction.session, codes, about=about)
    rows = [
        {
            "key": one.key, "organisation": one.organisation, "role": one.role, "object": one.object,
            "code": one.code, "remedy": one.code, "facts": json.dumps(dict(one.facts), sort_keys=True),
            "created_at": now,
        }
        for one in notices
        if one.key not in waiting
    ]  # fmt: skip
    await repository.write_once(_PLATFORM, transaction.session, rows)
    if gone := waiting - {one.key for one in notices}:
        await repository.settle_keys(_PLATFORM, transaction.session, gone, now=now)


async def settle_keys(transaction: Transaction, keys: Collection[str]) -> None:
    """Let nothing more wait under some keys."""
    await repository.settle_keys(_PLATFORM, transaction.session, keys, now=stamp(transaction.clock.now()))
