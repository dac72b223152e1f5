"""An acceptance's end, told to whoever gave it: 90, 30 and 7 days ahead, and on its last day (law 8).

Each day is told once, whatever is restarted and however many workers there are: the notice's key is made of the sealed
statement and the day's kind, so an acceptance that is carried to a later revision is not told of again. What an
acceptance has come to replaces what was told before, and nothing waits once it is over, taken back or renewed.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from platform_api.assessments import repository
from platform_api.assessments.models import AcceptanceRow
from platform_api.authorization.scope import Scope
from platform_api.kit.clock import OSLO
from platform_api.kit.database import Transaction
from platform_api.notifications import service as notifications
from platform_api.notifications.service import Notice
from prosess.contracts import canonical_bytes, digest

_PLATFORM = Scope.platform()
AHEAD = (90, 30, 7, 0)
"""Days before the end on which it is told."""
ENDS, LAST_DAY = "ACCEPTANCE_ENDS", "ACCEPTANCE_LAST_DAY"


def told_at(days_left: int) -> int | None:
    """Give the step of telling that an acceptance has come to; none while its end is further away than the first."""
    return min((one for one in AHEAD if days_left <= one), default=None)


def due(row: AcceptanceRow, today: date) -> int | None:
    """Give the step to tell of an acceptance on a day.

    A worker that was away tells the step that has been reached, late rather than never. Of an acceptance that was given
    for a short time, no step is told whose day had passed when it was given: nobody need hear what they just wrote.
    """
    until, given = date.fromisoformat(row.until or ""), datetime.fromisoformat(row.at).astimezone(OSLO).date()
    step = told_at((until - today).days)
    return step if step is not None and until - timedelta(days=step) >= given else None


def key_of(row: AcceptanceRow, step: int) -> str:
    """Give the key of what is told of an acceptance at a step."""
    return digest(canonical_bytes(["acceptance", row.organisation, row.statement or row.id, step]))


async def tell_endings(transaction: Transaction) -> None:
    """Tell what is to be told today, and let go of what no longer waits. Part of the worker's round."""
    today = transaction.clock.today()
    last = today + timedelta(days=AHEAD[0])
    found = await repository.ending(_PLATFORM, transaction.session, first=today.isoformat(), last=last.isoformat())
    notices = [_notice(row, assessment.pathway, step) for row, assessment in found for step in _due(row, today)]
    await notifications.tell_only(transaction, (ENDS, LAST_DAY), notices)


def _due(row: AcceptanceRow, today: date) -> Iterator[int]:
    if (step := due(row, today)) is not None:
        yield step


def _notice(row: AcceptanceRow, pathway: str, step: int) -> Notice:
    facts = {"acceptance": row.id, "organisation": row.organisation, "pathway": pathway, "until": row.until}
    return Notice(
        key=key_of(row, step),
        organisation=row.organisation,
        role=row.role,
        object=f"pathway/{pathway}",
        code=ENDS if step else LAST_DAY,
        facts={**facts, "days": step},
    )


async def stop_telling(transaction: Transaction, row: AcceptanceRow) -> None:
    """Let nothing more wait on account of an acceptance that no longer stands."""
    await notifications.settle_keys(transaction, [key_of(row, step) for step in AHEAD])
