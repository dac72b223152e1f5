"""The way of an assessment: posted, reviewed, recommended, and accepted by each data controller for its own part."""

from datetime import date, timedelta

from platform_api.assessments import repository
from platform_api.assessments.models import AcceptanceRow, AssessmentRow, Review
from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.etag import require_match
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Conflict, Forbidden, Invalid, NotFound, PreconditionFailed
from platform_api.operations import repository as operations
from platform_api.pathways import service as pathways
from platform_api.pathways.change import Statement, binding
from platform_api.pathways.models import PathwayRow
from platform_api.pathways.workflow import Known, know
from prosess.contracts import Assessment
from prosess.contracts.assessment import Verdict
from prosess.domain.machine import ASSESSMENT, TransitionError
from prosess.domain.role import Role

_PLATFORM = Scope.platform()
LONGEST_ACCEPTANCE = timedelta(days=366)
"""No acceptance lasts longer: what is accepted expires (law 8)."""


_REVIEWING = frozenset({"comment", "return", "recommend"})


async def put(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    document: Assessment,
    *,
    if_match: str | None,
    if_none_match: str | None,
) -> tuple[AssessmentRow, bool]:
    """Keep an assessment of a pathway's manifest as it stands; tell whether it is the first.

    A new document is a new revision in ``draft``: what was said of the former one was said of the former one.

    Raises:
        NotFound: where there is no such pathway.
        Forbidden: where the pathway is another organisation's.
        Invalid: where the document is of another scope.
        PreconditionFailed, PreconditionRequired: as ``kit.etag``.
    """
    session = transaction.session
    row = await pathways.find(scope, session, pathway_id, lock=True)
    if row.organisation != actor.organisation:
        raise Forbidden("NOT_OWN_TENANT", unblocked_by=Role.PRODUCT_TEAM_MEMBER)
    if document.scope != f"pathway:{pathway_id}":
        raise Invalid("SCOPE_MISMATCH", facts={"expected": f"pathway:{pathway_id}"})
    current = await repository.current(_PLATFORM, session, row.id)
    require_match(current.digest if current else None, if_match=if_match, if_none_match=if_none_match)
    bound = binding(await pathways.manifest(session, row), Statement.ASSESSMENT)
    if current is not None and (current.digest, current.binding) == (document.digest, bound):
        return current, False
    if current is not None and "supersede" in ASSESSMENT.transitions[current.state]:
        current.state = ASSESSMENT.next(current.state, "supersede")
    kept = AssessmentRow(
        id=new_id("as"),
        pathway=row.id,
        revision=current.revision + 1 if current else 1,
        digest=document.digest,
        binding=bound,
        state=ASSESSMENT.initial,
        document=document.to_bytes().decode(),
        verdict=document.verdict.value,
        unowned=sum(not risk.owner.strip() for risk in document.risks),
        not_assessed=sum(risk.current.level == Verdict.NOT_ASSESSED.value for risk in document.risks),
        author=actor.subject,
        at=stamp(transaction.clock.now()),
    )
    session.add(kept)
    note(
        transaction, actor, "ros:author", f"pathway/{row.id}", organisation=row.organisation,
        facts={"assessment": kept.digest, "revision": kept.revision, "manifest": row.digest},
    )  # fmt: skip
    await operations.wake(_PLATFORM, session, f"pathway/{row.id}")
    return kept, current is None


async def _at_hand(
    transaction: Transaction, scope: Scope, pathway_id: str, seen: str
) -> tuple[PathwayRow, Known, AssessmentRow]:
    """Give the assessment that counts, if it is the one that was seen."""
    row = await pathways.find(scope, transaction.session, pathway_id, lock=True)
    known = await know(transaction.session, row)
    if known.assessment is None:
        raise NotFound("NO_ASSESSMENT")
    if known.assessment.digest != seen:
        raise PreconditionFailed("ASSESSMENT_NOT_SEEN", facts={"current": known.assessment.digest})
    return row, known, known.assessment


def _step(assessment: AssessmentRow, event: str) -> None:
    try:
        assessment.state = ASSESSMENT.next(assessment.state, event)
    except TransitionError as error:
        raise Conflict(
            "ASSESSMENT_STATE", facts={"state": assessment.state, "allowed": error.facts["allowed"]}
        ) from None


async def review(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    event: str,
    seen: str,
    *,
    comment: str | None,
    risk: str | None,
) -> AssessmentRow:
    """Send an assessment to review, or as a reviewer comment on it, return it or recommend it.

    ``event`` is ``send_to_review``, ``comment``, ``return`` or ``recommend``; ``seen`` is the digest of the assessment
    that was read, and ``risk`` the risk that a comment is about.

    Raises:
        NotFound: where there is no such pathway, or nothing to review.
        Forbidden: where it is not the own tenant's to send, or the reviewer had a hand in it (law 6).
        Conflict: where the state does not allow it.
        Invalid: where a return has no comment, or a recommendation speaks of another manifest.
    """
    row, known, assessment = await _at_hand(transaction, scope, pathway_id, seen)
    if event == "send_to_review":
        if row.organisation != actor.organisation:
            raise Forbidden("NOT_OWN_TENANT", unblocked_by=Role.PRODUCT_TEAM_MEMBER)
    elif event in _REVIEWING:
        pathways.refuse(known.people.may_review(actor.subject))
    if event == "return" and not comment:
        raise Invalid("RETURN_NEEDS_COMMENT")
    if event == "recommend" and not known.assessment_facts.manifest_current:
        raise Conflict("ASSESSMENT_OF_FORMER_MANIFEST")
    if event == "comment" and assessment.state not in ("in_review", "recommended", "pending_acceptance"):
        raise Conflict("ASSESSMENT_STATE", facts={"state": assessment.state, "allowed": ["send_to_review"]})
    if event != "comment":
        _step(assessment, event)
    said = await repository.reviews(_PLATFORM, transaction.session, assessment.id)
    transaction.session.add(
        Review(
            id=new_id("rv"),
            assessment=assessment.id,
            position=len(said) + 1,
            event=event,
            comment=comment,
            risk=risk,
            subject=actor.subject,
            organisation=actor.organisation,
            at=stamp(transaction.clock.now()),
        )
    )
    note(
        transaction, actor, f"ros:{event}", f"pathway/{row.id}", organisation=row.organisation,
        facts={"assessment": assessment.digest, "state": assessment.state},
    )  # fmt: skip
    await operations.wake(_PLATFORM, transaction.session, f"pathway/{row.id}")
    return assessment


async def answer(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    seen: str,
    *,
    accept: bool,
    until: date | None,
) -> tuple[AcceptanceRow, AssessmentRow]:
    """Accept, or reject, what risk is left, for the own organisation as data controller.

    Raises:
        NotFound: where there is no such pathway, or nothing to accept.
        Forbidden: where the organisation does not answer for data in the pathway, or the person had a hand in the
            assessment (law 6).
        Conflict: where it has not been recommended, or speaks of another manifest, or was not assessed whole.
        Invalid: where an acceptance has no end, or one that has passed or lies more than a year ahead.
    """
    row, known, assessment = await _at_hand(transaction, scope, pathway_id, seen)
    if actor.organisation not in known.manifest.data_controllers:
        raise Forbidden("NOT_DATA_CONTROLLER", unblocked_by=Role.DATA_CONTROLLER_REP)
    pathways.refuse(known.people.may_accept(actor.subject))
    today = transaction.clock.today()
    if accept and (until is None or not today < until <= today + LONGEST_ACCEPTANCE):
        raise Invalid("ACCEPTANCE_NEEDS_END", facts={"latest": (today + LONGEST_ACCEPTANCE).isoformat()})
    if accept and not known.assessment_facts.manifest_current:
        raise Conflict("ASSESSMENT_OF_FORMER_MANIFEST")
    if accept and assessment.verdict == Verdict.NOT_ASSESSED.value:
        raise Conflict("NOT_ASSESSED")
    if assessment.state == "recommended":
        _step(assessment, "ask_for_acceptance")
    given = {
        one.organisation: one for one in await repository.acceptances(_PLATFORM, transaction.session, assessment.id)
    }
    kept = given.get(actor.organisation)
    if assessment.state != "accepted" or kept is None:
        _require_pending(assessment)
    if kept is None:
        kept = AcceptanceRow(id=new_id("ac"), assessment=assessment.id, organisation=actor.organisation)
        given[actor.organisation] = kept
    kept.digest = assessment.digest
    kept.answer = "accept" if accept else "reject"
    kept.until = until.isoformat() if accept and until else None
    kept.subject = actor.subject
    kept.at = stamp(transaction.clock.now())
    transaction.session.add(kept)
    if not accept and assessment.state == "pending_acceptance":
        _step(assessment, "reject")
    elif not accept:
        _step(assessment, "invalidate")
    elif assessment.state == "pending_acceptance" and all(
        one in given and given[one].answer == "accept" for one in known.manifest.data_controllers
    ):
        _step(assessment, "accept")
    note(
        transaction, actor, f"ros:{kept.answer}", f"pathway/{row.id}", organisation=row.organisation,
        facts={"assessment": assessment.digest, "until": kept.until, "state": assessment.state},
    )  # fmt: skip
    await operations.wake(_PLATFORM, transaction.session, f"pathway/{row.id}")
    return kept, assessment


def _require_pending(assessment: AssessmentRow) -> None:
    if assessment.state != "pending_acceptance":
        raise Conflict(
            "ASSESSMENT_STATE",
            facts={"state": assessment.state, "allowed": sorted(ASSESSMENT.transitions.get(assessment.state, {}))},
        )
