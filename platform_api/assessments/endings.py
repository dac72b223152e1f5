"""The ends of sealed acceptances, for telling whoever gave them.

A notice is of the sealed statement, so an acceptance that is carried to a later revision is not told of again. After
its last day nothing is said: the gate of the risk assessment says it.
"""

from datetime import date, datetime

from platform_api.assessments import repository
from platform_api.assessments.models import AcceptanceRow
from platform_api.authorization.scope import Scope
from platform_api.kit.clock import OSLO
from platform_api.kit.database import Transaction
from platform_api.notifications.endings import Ending, Said, Source, horizon

_PLATFORM = Scope.platform()
ACCEPTANCE = Said("ACCEPTANCE_ENDS", "ACCEPTANCE_LAST_DAY")


def ending_of(row: AcceptanceRow, pathway: str) -> Ending:
    """Give the end of an acceptance: told to the role that gave it, and nobody hears what they just wrote."""
    return Ending(
        said=ACCEPTANCE,
        what=("acceptance", row.organisation, row.statement or row.id),
        since=datetime.fromisoformat(row.at).astimezone(OSLO).date(),
        until=date.fromisoformat(row.until or ""),
        organisation=row.organisation,
        role=row.role,
        object=f"pathway/{pathway}",
        facts={"acceptance": row.id, "organisation": row.organisation, "pathway": pathway},
    )


async def _read(transaction: Transaction) -> list[Ending]:
    today = transaction.clock.today()
    found = await repository.ending(
        _PLATFORM, transaction.session, first=today.isoformat(), last=horizon(today).isoformat()
    )
    return [ending_of(row, assessment.pathway) for row, assessment in found]


ACCEPTANCES = Source((ACCEPTANCE,), _read)
