"""What ends, told to those whom it concerns: 90, 30 and 7 days ahead, and on its last day (law 8).

Each notice is given once, whatever is restarted and however many workers there are: its key is made of what ends, whom
it is told to and the notice. What something has come to replaces what was told of it before, and nothing waits once it
is over, taken back or renewed. Whatever has a last day is told by this one mechanism: a :class:`Source` reads the
endings of one domain.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pydantic import JsonValue

from platform_api.kit.database import Transaction
from platform_api.notifications import service
from platform_api.notifications.service import Notice
from prosess.contracts import canonical_bytes, digest
from prosess.domain.notice import NOTICE_DAYS, notice_day, notice_reached

OVER = -1
"""The notice that something has ended: for what ends without anything else saying so."""


@dataclass(frozen=True)
class Said:
    """Codes of what is said of one kind of thing that ends."""

    ahead: str
    last_day: str
    over: str | None = None
    """Said once it has ended, until it is renewed or taken out; nothing is, where there is no code."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code."""
        return (self.ahead, self.last_day, *([self.over] if self.over else []))


@dataclass(frozen=True)
class Ending:
    """The end of one thing, as it concerns people of one organisation with a role."""

    said: Said
    what: tuple[str, ...]
    """What makes it this end and no other, and whom it is told to: a notice of the same is given once."""
    until: date
    """The last day, inclusive, in Europe/Oslo."""
    organisation: str
    role: str
    object: str
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    since: date | None = None
    """The day that it began, where that is known: no notice is given whose day had passed by then."""

    def key(self, notice: int) -> str:
        """Give the key of a notice of it."""
        return digest(canonical_bytes([*self.what, notice]))

    def due(self, today: date) -> int | None:
        """Give the notice to give on a day.

        A worker that was away gives the one that has been reached, late rather than never, and never those before it.
        """
        if self.until < today:
            return OVER if self.said.over else None
        reached = notice_reached(self.until, today)
        known = reached is not None and (self.since is None or notice_day(self.until, reached) >= self.since)
        return reached if known else None


Read = Callable[[Transaction], Awaitable[Iterable[Ending]]]
"""Reads what ends in one domain. What ends later than :func:`horizon` may be left out."""


@dataclass(frozen=True)
class Source:
    """Where endings of some kinds are read."""

    kinds: tuple[Said, ...]
    read: Read


def horizon(today: date) -> date:
    """Give the last day whose endings are told of on a day."""
    return today + timedelta(days=max(NOTICE_DAYS))


def telling(*sources: Source) -> Callable[[Transaction], Awaitable[None]]:
    """Give the duty of the worker's round that tells what is to be told, and lets go of what no longer waits."""

    async def tell(transaction: Transaction) -> None:
        for source in sources:
            await _bring_in_line(transaction, source.kinds, await source.read(transaction))

    return tell


async def tell_of(transaction: Transaction, object_: str, kinds: Iterable[Said], endings: Iterable[Ending]) -> None:
    """Bring what waits of one object's endings in line at once, when what it declares has changed."""
    await _bring_in_line(transaction, kinds, endings, about=object_)


async def stop_telling(transaction: Transaction, ending: Ending) -> None:
    """Let nothing more wait on account of something that no longer stands."""
    await service.settle_keys(transaction, [ending.key(notice) for notice in (*NOTICE_DAYS, OVER)])


async def _bring_in_line(
    transaction: Transaction, kinds: Iterable[Said], endings: Iterable[Ending], *, about: str | None = None
) -> None:
    today = transaction.clock.today()
    due = [(ending, ending.due(today)) for ending in endings]
    notices = [_notice(ending, notice) for ending, notice in due if notice is not None]
    codes = [code for said in kinds for code in said.codes]
    await service.tell_only(transaction, codes, notices, about=about)


def _notice(ending: Ending, notice: int) -> Notice:
    code = {0: ending.said.last_day, OVER: ending.said.over}.get(notice) or ending.said.ahead
    days: dict[str, JsonValue] = {} if notice == OVER else {"days": notice}
    return Notice(
        key=ending.key(notice),
        organisation=ending.organisation,
        role=ending.role,
        object=ending.object,
        code=code,
        facts={**ending.facts, "until": ending.until.isoformat(), **days},
    )
