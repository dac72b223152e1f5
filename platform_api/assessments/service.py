"""The way of an assessment to its recommendation: posted, sent to review, commented on, returned, recommended."""

from platform_api.assessments import discussion, repository
from platform_api.assessments.accepting import carry, settle_after_review
from platform_api.assessments.models import AssessmentRow, Review
from platform_api.assessments.seal import Seal
from platform_api.assessments.steps import at_hand, step
from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.etag import require_match
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Conflict, Forbidden, Invalid
from platform_api.operations import repository as operations
from platform_api.pathways import service as pathways
from platform_api.pathways.change import Statement, binding
from prosess.contracts import Assessment
from prosess.contracts.assessment import Verdict
from prosess.domain.machine import ASSESSMENT
from prosess.domain.role import Role

_PLATFORM = Scope.platform()
_REVIEWING = frozenset({"comment", "return", "recommend"})
_RAISING = frozenset({"comment", "return"})
COMMENTED_IN = frozenset({"in_review", "recommended", "pending_acceptance", "accepted"})


async def put(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    document: Assessment,
    *,
    if_match: str | None,
    if_none_match: str | None,
    seal: Seal,
) -> tuple[AssessmentRow, bool]:
    """Keep an assessment of a pathway's manifest as it stands; tell whether it is the first.

    A new document is a new revision in ``draft``. Points that are open stay open, and an acceptance that still holds
    for the new document is carried to it; where nothing that anybody accepted has changed, so is the state.

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
    if current is not None:
        await carry(transaction, actor, row, current, kept, document, seal=seal)
        if "supersede" in ASSESSMENT.transitions[current.state]:
            current.state = ASSESSMENT.next(current.state, "supersede")
    note(
        transaction, actor, "ros:author", f"pathway/{row.id}", organisation=row.organisation,
        facts={"assessment": kept.digest, "revision": kept.revision, "manifest": row.digest},
    )  # fmt: skip
    await operations.wake(_PLATFORM, session, f"pathway/{row.id}")
    return kept, current is None


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
        Conflict: where the state does not allow it, a point of a return has no answer (``send_to_review``) or was
            not closed (``recommend``), or a recommendation speaks of another manifest.
        Invalid: where a comment or a return says nothing, or speaks of a risk that is not there.
    """
    row, known, assessment = await at_hand(transaction, scope, pathway_id, seen)
    said_before = await discussion.threads(_PLATFORM, transaction.session, row.id)
    if event == "send_to_review":
        if row.organisation != actor.organisation:
            raise Forbidden("NOT_OWN_TENANT", unblocked_by=Role.PRODUCT_TEAM_MEMBER)
        discussion.require_answered(said_before)
    elif event in _REVIEWING:
        pathways.refuse(known.people.may_review(actor.subject))
    if event == "return" and not comment:
        raise Invalid("RETURN_NEEDS_COMMENT")
    if event == "comment" and not comment:
        raise Invalid("COMMENT_NEEDS_TEXT")
    if event == "recommend" and not known.assessment_facts.manifest_current:
        raise Conflict("ASSESSMENT_OF_FORMER_MANIFEST")
    if event == "comment" and assessment.state not in COMMENTED_IN:
        raise Conflict("ASSESSMENT_STATE", facts={"state": assessment.state, "allowed": ["send_to_review"]})
    if event != "comment":
        step(assessment, event)
    if event == "recommend":
        discussion.require_closed(said_before)
        await settle_after_review(transaction, known, assessment)
    if comment and event in _RAISING:
        await discussion.raise_point(transaction, actor, known, assessment, event, comment, risk=risk)
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
