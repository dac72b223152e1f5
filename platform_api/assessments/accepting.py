"""What is left of the risk, accepted by each data controller for its own part: given, taken back, carried, broken.

An acceptance rests on a sealed statement. It is in force through its last day in Europe/Oslo; nothing has to run for it
to end.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from platform_api.assessments import discussion, repository
from platform_api.assessments.endings import ending_of
from platform_api.assessments.models import AcceptanceRow, AssessmentRow, Review
from platform_api.assessments.seal import Seal
from platform_api.assessments.steps import at_hand, step
from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Conflict, Forbidden, Invalid, NotFound, Problem
from platform_api.notifications.endings import stop_telling
from platform_api.operations import repository as operations
from platform_api.operations.decisions import reason
from platform_api.pathways import service as pathways
from platform_api.pathways.models import PathwayRow
from platform_api.pathways.workflow import Known
from prosess.contracts import Assessment, Reason
from prosess.contracts.assessment import Risk, Verdict
from prosess.contracts.holding import broken_by, state_of
from prosess.domain.machine import ACCEPTANCE, ASSESSMENT
from prosess.domain.role import Role
from prosess.sealing import AcceptanceError, Approver, SealError

_PLATFORM = Scope.platform()
_DUTIES = {
    "dpia": "DPIA_NEEDED",
    "prior_consultation": "PRIOR_CONSULTATION_NEEDED",
    "transfer_assessment": "TRANSFER_ASSESSMENT_NEEDED",
}


def state_on(row: AcceptanceRow, day: date) -> str:
    """Give the state of an answer on a day: one that was active to its last day has expired after it."""
    over = row.state == "active" and (row.until is None or row.until < day.isoformat())
    return ACCEPTANCE.next("active", "expire") if over else row.state


def latest(rows: Iterable[AcceptanceRow]) -> dict[str, AcceptanceRow]:
    """Give the answer of each organisation that counts: its last one."""
    return {one.organisation: one for one in sorted(rows, key=lambda one: one.number)}


def own_risks(document: Assessment, organisation: str) -> tuple[Risk, ...]:
    """Give the risks that an organisation answers for."""
    return tuple(one for one in document.risks if organisation in one.data_controllers)


def last_day(document: Assessment, risks: Iterable[Risk], today: date) -> date:
    """Give the last day that an acceptance of some risks may have: that of the level that may stand the shortest."""
    days = {one.id: one.accepted_days for one in document.levels}
    return today + timedelta(days=min((days.get(one.current.level, 0) for one in risks), default=0))


def undone_duties(document: Assessment) -> list[Reason]:
    """Give what data protection law asks for that was not done, each by its own code."""
    found = []
    for one in document.privacy:
        facts = {"deadline": one.by.isoformat()} if one.by else {}
        if one.state == "needed":
            found.append(reason(_DUTIES[one.duty], unblocked_by=Role.PRODUCT_OWNER, **facts))
        elif one.state == "undecided":
            found.append(reason("PRIVACY_DUTY_UNDECIDED", unblocked_by=Role.PRODUCT_OWNER, duty=one.duty, **facts))
    return found


async def answer(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    seen: str,
    *,
    accept: bool,
    until: date | None,
    because: str | None,
    seal: Seal,
) -> tuple[AcceptanceRow, AssessmentRow]:
    """Accept, or reject, what risk is left, for the own organisation as data controller.

    Raises:
        NotFound: where there is no such pathway, or nothing to accept.
        Forbidden: where the organisation does not answer for data in the pathway, the person's role does not reach for
            the level of every risk, or the person had a hand in the assessment (law 6).
        Conflict: where it has not been recommended, speaks of another manifest, was not assessed whole, or what data
            protection asks for was not done or not answered.
        Invalid: where an acceptance has no end, or one that has passed or lies further ahead than a level allows.
    """
    row, known, assessment = await at_hand(transaction, scope, pathway_id, seen)
    if actor.organisation not in known.manifest.data_controllers:
        raise Forbidden("NOT_DATA_CONTROLLER", unblocked_by=Role.DATA_CONTROLLER_REP)
    pathways.refuse(known.people.may_accept(actor.subject))
    given = await repository.acceptances(_PLATFORM, transaction.session, assessment.id)
    before = latest(given).get(actor.organisation)
    if assessment.state == "recommended":
        step(assessment, "ask_for_acceptance")
    if assessment.state != "accepted" or before is None:
        _require_pending(assessment)
    document = Assessment.from_bytes(assessment.document)
    kept = AcceptanceRow(
        id=new_id("ac"),
        assessment=assessment.id,
        organisation=actor.organisation,
        number=before.number + 1 if before else 1,
        digest=assessment.digest,
        answer="accept" if accept else "reject",
        state="active" if accept else "refused",
        role=min(actor.roles).value,
        subject=actor.subject,
        at=stamp(transaction.clock.now()),
    )
    if accept:
        await _require_ready(transaction, actor, known, assessment, document)
        with _refusals():
            sealed = seal.accept(
                document, own_risks(document, actor.organisation), approver_of(actor),
                until=until, today=transaction.clock.today(), because=because or "",
                authors=known.people.authors, reviewers=known.people.reviewers,
                supersedes=[before.statement] if before is not None and before.statement else [],
            )  # fmt: skip
        kept.role, kept.until = sealed.statement.role.value, sealed.statement.until.isoformat()
        kept.statement, kept.envelope = sealed.statement.id, sealed.envelope
    if before is not None and before.state == "active":
        before.state = ACCEPTANCE.next("active", "supersede")
        await stop_telling(transaction, ending_of(before, row.id))
    transaction.session.add(kept)
    if accept:
        _accepted_by_all(assessment, known, latest([*given, kept]), transaction.clock.today())
    else:
        step(assessment, "reject" if assessment.state == "pending_acceptance" else "invalidate")
    note(
        transaction, actor, f"ros:{kept.answer}", f"pathway/{row.id}", organisation=row.organisation,
        facts={
            "assessment": assessment.digest, "acceptance": kept.id, "until": kept.until, "state": assessment.state,
            "statement": kept.statement,
        },
    )  # fmt: skip
    await operations.wake(_PLATFORM, transaction.session, f"pathway/{row.id}")
    return kept, assessment


async def _require_ready(
    transaction: Transaction, actor: Actor, known: Known, assessment: AssessmentRow, document: Assessment
) -> None:
    """Refuse what no person and no day would make right."""
    if not known.assessment_facts.manifest_current:
        raise Conflict("ASSESSMENT_OF_FORMER_MANIFEST")
    risks = own_risks(document, actor.organisation)
    levels = {one.id for one in document.levels}
    if assessment.verdict == Verdict.NOT_ASSESSED.value or any(one.current.level not in levels for one in risks):
        raise Conflict("NOT_ASSESSED")
    if not risks:
        raise Conflict(
            "NOTHING_TO_ACCEPT", facts={"organisation": actor.organisation}, unblocked_by=Role.PRODUCT_TEAM_MEMBER
        )
    threads = await discussion.threads(_PLATFORM, transaction.session, known.row.id)
    against = undone_duties(document)
    against += discussion.unanswered_opinions(threads, known.manifest.data_controllers, actor.organisation)
    if against:
        raise Conflict(against[0].code, facts=against[0].facts, reasons=against)


def approver_of(actor: Actor) -> Approver:
    """Give whoever acts, as the rules of acceptance know people."""
    return Approver(subject=actor.subject, organisation=actor.organisation, roles=actor.roles)


_REFUSED_AS: dict[str, type[Problem]] = {
    "ACCEPTANCE_WITHOUT_REASON": Invalid,
    "ACCEPTANCE_WITHOUT_END": Invalid,
    "ACCEPTANCE_ENDED": Invalid,
    "ACCEPTANCE_TOO_LONG": Invalid,
    "ACCEPTANCE_NOT_ASSESSED": Conflict,
    "ACCEPTANCE_OF_NOTHING": Conflict,
}
"""Refusals of ``prosess.sealing`` that are not about who accepts."""


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell the refusals of ``prosess.sealing`` as the service tells its own."""
    try:
        yield
    except SealError as error:
        raise Conflict(error.code, facts=error.facts, unblocked_by=Role.PLATFORM_ENGINEER) from None
    except AcceptanceError as error:
        refused = _REFUSED_AS.get(error.code, Forbidden)
        raise refused(error.code, facts=error.facts, unblocked_by=_unblocks(error)) from None


def _unblocks(error: AcceptanceError) -> str:
    """Tell who can act on a refusal: the role that has the mandate, or whoever can bring the risk down."""
    acceptors = error.facts.get("acceptors")
    if isinstance(acceptors, list) and acceptors:
        return str(acceptors[-1])
    if error.code == "ACCEPTANCE_NOT_YOURS":
        return str(error.facts["role"])
    return (Role.PRODUCT_OWNER if error.code == "ACCEPTANCE_BY_NOBODY" else Role.DATA_CONTROLLER_REP).value


def _require_pending(assessment: AssessmentRow) -> None:
    if assessment.state != "pending_acceptance":
        raise Conflict(
            "ASSESSMENT_STATE",
            facts={"state": assessment.state, "allowed": sorted(ASSESSMENT.transitions.get(assessment.state, {}))},
        )


def _accepted_by_all(assessment: AssessmentRow, known: Known, given: dict[str, AcceptanceRow], today: date) -> None:
    everybody = all(one in given and state_on(given[one], today) == "active" for one in known.manifest.data_controllers)
    if everybody and assessment.state == "pending_acceptance":
        step(assessment, "accept")


async def settle_after_review(transaction: Transaction, known: Known, assessment: AssessmentRow) -> None:
    """Let a recommended assessment be accepted at once, where every data controller's acceptance was carried to it."""
    given = latest(await repository.acceptances(_PLATFORM, transaction.session, assessment.id))
    today = transaction.clock.today()
    if given and all(
        one in given and state_on(given[one], today) == "active" for one in known.manifest.data_controllers
    ):
        step(assessment, "ask_for_acceptance")
        step(assessment, "accept")


async def revoke(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    acceptance_id: str,
    because: str,
    *,
    seal: Seal,
) -> AssessmentRow:
    """Take an acceptance back, for the own organisation; the revocation is sealed too.

    Raises:
        NotFound: where there is no such pathway or acceptance.
        Forbidden: where it is another organisation's.
        Conflict: where it is not in force.
    """
    row = await pathways.find(scope, transaction.session, pathway_id, lock=True)
    found = await repository.acceptance(_PLATFORM, transaction.session, row.id, acceptance_id)
    if found is None:
        raise NotFound("NO_SUCH_ACCEPTANCE")
    kept, assessment = found
    if kept.organisation != actor.organisation:
        raise Forbidden(
            "NOT_OWN_ACCEPTANCE", facts={"organisation": kept.organisation}, unblocked_by=Role.DATA_CONTROLLER_REP
        )
    today = transaction.clock.today()
    state = state_on(kept, today)
    if state != "active" or kept.envelope is None:
        raise Conflict("ACCEPTANCE_NOT_IN_FORCE", facts={"state": state}, unblocked_by=Role.DATA_CONTROLLER_REP)
    with _refusals():
        kept.revocation = seal.revoke(kept.envelope, approver_of(actor), today=today, reason=because)
    kept.state = ACCEPTANCE.next("active", "revoke")
    await stop_telling(transaction, ending_of(kept, row.id))
    if assessment.state == "accepted":
        step(assessment, "ask_for_acceptance")
    note(
        transaction, actor, "ros:revoke", f"pathway/{row.id}", organisation=row.organisation,
        facts={"assessment": assessment.digest, "acceptance": kept.id, "statement": kept.statement},
    )  # fmt: skip
    await operations.wake(_PLATFORM, transaction.session, f"pathway/{row.id}")
    return assessment


async def carry(
    transaction: Transaction,
    actor: Actor,
    row: PathwayRow,
    former: AssessmentRow,
    kept: AssessmentRow,
    document: Assessment,
    *,
    seal: Seal,
) -> None:
    """Carry the acceptances that still hold to a new revision, and tell why each of the others does not.

    The sealed statement stays as it was given. Where every acceptance of an accepted assessment holds, nothing that
    anybody decided on has changed: the recommendation is carried too, and the assessment stays accepted.
    """
    given = latest(await repository.acceptances(_PLATFORM, transaction.session, former.id))
    today = transaction.clock.today()
    holding = []
    for one in given.values():
        if state_on(one, today) != "active" or one.envelope is None:
            continue
        because, risk = ("manifest_changed", None) if former.binding != kept.binding else _broken(one, document, seal)
        one.state = ACCEPTANCE.next("active", "invalidate" if because else "supersede")
        transaction.session.add(
            AcceptanceRow(
                id=new_id("ac"),
                assessment=kept.id,
                organisation=one.organisation,
                number=1,
                digest=one.digest,
                answer=one.answer,
                state="invalidated" if because else "active",
                because=because,
                risk=risk,
                until=one.until,
                statement=one.statement,
                envelope=one.envelope,
                role=one.role,
                subject=one.subject,
                at=one.at,
            )
        )
        one.because, one.risk = because, risk
        if because:
            await stop_telling(transaction, ending_of(one, row.id))
        holding.append(because is None)
        note(
            transaction, actor, "ros:invalidate" if because else "ros:carry", f"pathway/{row.id}",
            organisation=row.organisation,
            facts={"assessment": kept.digest, "statement": one.statement, "organisation": one.organisation,
                   "because": because, "risk": risk},
        )  # fmt: skip
    if former.state == "accepted" and len(holding) == len(given) and all(holding):
        kept.state = former.state
        await _carry_recommendation(transaction, former, kept)


async def _carry_recommendation(transaction: Transaction, former: AssessmentRow, kept: AssessmentRow) -> None:
    said = [
        one for one in await repository.reviews(_PLATFORM, transaction.session, former.id) if one.event == "recommend"
    ]
    for one in said[-1:]:
        transaction.session.add(
            Review(
                id=new_id("rv"),
                assessment=kept.id,
                position=1,
                event=one.event,
                comment=one.comment,
                risk=None,
                subject=one.subject,
                organisation=one.organisation,
                at=one.at,
            )
        )


def _broken(row: AcceptanceRow, document: Assessment, seal: Seal) -> tuple[str | None, str | None]:
    """Tell why an acceptance does not hold for a document, and of which risk; nothing where it does."""
    accepted = seal.accepted(row.envelope or "")
    if accepted is None:
        return "not_sealed", None
    ranks = {one.id: rank for rank, one in enumerate(document.levels)}
    acceptable = {one.id for one in document.levels if one.accepted_by}
    for risk in own_risks(document, row.organisation):
        if risk.id not in accepted:
            return "risk_added", risk.id
        because = broken_by(accepted[risk.id], state_of(document, risk), ranks=ranks, acceptable=acceptable)
        if because:
            return because, risk.id
    return None, None
