"""What every act on an assessment begins and ends with: the one that was read, and the next state."""

from platform_api.assessments.models import AssessmentRow
from platform_api.authorization.scope import Scope
from platform_api.kit.database import Transaction
from platform_api.kit.problem import Conflict, NotFound, PreconditionFailed
from platform_api.pathways import service as pathways
from platform_api.pathways.models import PathwayRow
from platform_api.pathways.workflow import Known, know
from prosess.domain.machine import ASSESSMENT, TransitionError


async def at_hand(
    transaction: Transaction, scope: Scope, pathway_id: str, seen: str
) -> tuple[PathwayRow, Known, AssessmentRow]:
    """Give the assessment that counts, if it is the one that was seen.

    Raises:
        NotFound: where there is no such pathway, or no assessment.
        PreconditionFailed: where another one counts.
    """
    row = await pathways.find(scope, transaction.session, pathway_id, lock=True)
    known = await know(transaction.session, row)
    if known.assessment is None:
        raise NotFound("NO_ASSESSMENT")
    if known.assessment.digest != seen:
        raise PreconditionFailed("ASSESSMENT_NOT_SEEN", facts={"current": known.assessment.digest})
    return row, known, known.assessment


def step(assessment: AssessmentRow, event: str) -> None:
    """Bring an assessment to its next state.

    Raises:
        Conflict: where the event does not apply, with those that do.
    """
    try:
        assessment.state = ASSESSMENT.next(assessment.state, event)
    except TransitionError as error:
        raise Conflict(
            "ASSESSMENT_STATE", facts={"state": assessment.state, "allowed": error.facts["allowed"]}
        ) from None
