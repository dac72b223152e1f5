"""What is held against an assessment, and what is said to it: points, replies, and the privacy officer's opinion.

A point stays until whoever raised it closes it, whatever revisions are posted meanwhile. The authors answer; they never
close.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.assessments import repository
from platform_api.assessments.models import AssessmentRow, Point, PointReply
from platform_api.audit.service import note
from platform_api.authorization.permission import Permission
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Conflict, Forbidden, Invalid, NotFound
from platform_api.operations import repository as operations
from platform_api.operations.decisions import reason
from platform_api.pathways import service as pathways
from platform_api.pathways.models import PathwayRow
from platform_api.pathways.workflow import Known, know
from prosess.contracts import Assessment, Reason
from prosess.domain.role import Role

_PLATFORM = Scope.platform()
Holds = Callable[[Permission], bool]
"""Tells whether the roles of whoever acts have a permission."""

_RAISED_AS = (
    Role.SECURITY_REVIEWER,
    Role.PRIVACY_OFFICER,
    Role.CLINICAL_SAFETY_LEAD,
    Role.RISK_OWNER,
    Role.DATA_CONTROLLER_REP,
)
"""Of somebody's several roles, the one that a comment is made in: the first that they have."""


@dataclass(frozen=True)
class Thread:
    """A point and what was said to it, the first reply first."""

    point: Point
    replies: tuple[PointReply, ...]

    @property
    def name(self) -> str:
        """What people call the point."""
        return f"P{self.point.number}"

    @property
    def unanswered(self) -> bool:
        """Whether the last word is the one who raised it's."""
        return self.point.state == "open"


async def threads(scope: Scope, session: AsyncSession, pathway_id: str) -> tuple[Thread, ...]:
    """Give every point of a pathway, the first one first, with its replies."""
    said: dict[str, list[PointReply]] = {}
    for one in await repository.replies(scope, session, pathway_id):
        said.setdefault(one.point, []).append(one)
    return tuple(
        Thread(point, tuple(said.get(point.id, ()))) for point in await repository.points(scope, session, pathway_id)
    )


def held(some: Iterable[Thread]) -> list[Thread]:
    """Give the points that a return holds and nobody has closed."""
    return [one for one in some if one.point.held and one.point.state != "resolved"]


def require_answered(some: Iterable[Thread]) -> None:
    """Refuse to send again what was returned, while a point of the return has no answer.

    Raises:
        Conflict: ``RETURN_UNANSWERED``, with the points.
    """
    if names := [one.name for one in held(some) if one.unanswered]:
        raise Conflict("RETURN_UNANSWERED", facts={"points": names}, unblocked_by=Role.PRODUCT_TEAM_MEMBER)


def require_closed(some: Iterable[Thread]) -> None:
    """Refuse to recommend, while the reviewer who returned it has not closed every point.

    Raises:
        Conflict: ``RETURN_OPEN``, with the points.
    """
    if names := [one.name for one in held(some)]:
        raise Conflict("RETURN_OPEN", facts={"points": names}, unblocked_by=Role.SECURITY_REVIEWER)


async def raise_point(
    transaction: Transaction,
    actor: Actor,
    known: Known,
    assessment: AssessmentRow,
    kind: str,
    text: str,
    *,
    risk: str | None = None,
    stance: str | None = None,
) -> Point:
    """Keep a point; where it is a return, every open point of the reviewers' is held by it.

    Raises:
        Invalid: ``RISK_NOT_THERE``, where the assessment has no such risk.
    """
    if risk is not None:
        ids = [one.id for one in Assessment.from_bytes(assessment.document).risks]
        if risk not in ids:
            raise Invalid("RISK_NOT_THERE", facts={"risk": risk, "known": ids})
    before = await repository.points(_PLATFORM, transaction.session, known.row.id)
    if kind == "return":
        for one in before:
            one.held = one.held or (one.role == Role.SECURITY_REVIEWER.value and one.state != "resolved")
    if kind == "opinion":
        for one in before:
            if one.kind == "opinion" and one.organisation == actor.organisation:
                one.state = "replaced"
    raised_in = {"return": Role.SECURITY_REVIEWER, "opinion": Role.PRIVACY_OFFICER}.get(kind)
    role = raised_in or next((role for role in _RAISED_AS if role in actor.roles), Role.SECURITY_REVIEWER)
    point = Point(
        id=new_id("pt"),
        pathway=known.row.id,
        number=len(before) + 1,
        raised_on=assessment.id,
        kind=kind,
        stance=stance,
        risk=risk,
        text=text,
        state="open",
        held=kind == "return",
        role=role.value,
        subject=actor.subject,
        organisation=actor.organisation,
        at=stamp(transaction.clock.now()),
    )
    transaction.session.add(point)
    return point


def closes(point: Point, actor: Actor) -> bool:
    """Tell whether somebody stands where the point was raised: in the same role, of the same organisation."""
    return actor.organisation == point.organisation and Role(point.role) in actor.roles


def side_of(point: Point, actor: Actor, owner: str, controllers: Collection[str], *, holds: Holds) -> str | None:
    """Tell on whose side somebody answers a point; none where it is not theirs to answer.

    ``owner`` is the organisation that the pathway belongs to, ``controllers`` are its data controllers.
    """
    if point.kind == "opinion":
        return "controller" if holds(Permission.ROS_ACCEPT) and actor.organisation in controllers else None
    if holds(Permission.ROS_AUTHOR) and actor.organisation == owner:
        return "author"
    return "reviewer" if closes(point, actor) else None


async def _thread(
    transaction: Transaction, scope: Scope, pathway_id: str, name: str
) -> tuple[PathwayRow, Known, AssessmentRow, Thread]:
    row = await pathways.find(scope, transaction.session, pathway_id, lock=True)
    known = await know(transaction.session, row)
    found = await threads(_PLATFORM, transaction.session, row.id)
    one = next((one for one in found if one.name == name), None)
    if one is None or known.assessment is None:
        raise NotFound("NO_SUCH_POINT", facts={"known": [each.name for each in found]})
    return row, known, known.assessment, one


async def _said(transaction: Transaction, actor: Actor, row: PathwayRow, action: str, thread: Thread) -> None:
    note(
        transaction, actor, action, f"pathway/{row.id}", organisation=row.organisation,
        facts={"point": thread.name, "kind": thread.point.kind, "state": thread.point.state},
    )  # fmt: skip
    await operations.wake(_PLATFORM, transaction.session, f"pathway/{row.id}")


async def reply(
    transaction: Transaction, scope: Scope, actor: Actor, pathway_id: str, name: str, text: str, *, holds: Holds
) -> AssessmentRow:
    """Say something to a point: the authors' side answers it, the one who raised it says that it is not enough.

    An opinion is answered by a data controller, for itself.

    Raises:
        NotFound: where there is no such pathway or point.
        Forbidden: where it is not the person's to answer.
        Conflict: where the point is closed.
    """
    row, known, assessment, thread = await _thread(transaction, scope, pathway_id, name)
    point = thread.point
    if point.state in ("resolved", "replaced"):
        raise Conflict("POINT_CLOSED", facts={"point": name})
    side = side_of(point, actor, row.organisation, known.manifest.data_controllers, holds=holds)
    if side is None and point.kind == "opinion":
        raise Forbidden("OPINION_NOT_YOURS_TO_ANSWER", unblocked_by=Role.DATA_CONTROLLER_REP)
    if side is None:
        raise Forbidden("POINT_NOT_YOURS_TO_ANSWER", unblocked_by=Role.PRODUCT_TEAM_MEMBER)
    if side == "reviewer":
        pathways.refuse(known.people.may_review(actor.subject))
    transaction.session.add(
        PointReply(
            id=new_id("rp"),
            point=point.id,
            position=len(thread.replies) + 1,
            side=side,
            text=text,
            subject=actor.subject,
            organisation=actor.organisation,
            at=stamp(transaction.clock.now()),
        )
    )
    point.state = "open" if side == "reviewer" else "answered"
    await _said(transaction, actor, row, "ros:answer", thread)
    return assessment


async def resolve(transaction: Transaction, scope: Scope, actor: Actor, pathway_id: str, name: str) -> AssessmentRow:
    """Close a point: in the role that it was raised in, by somebody who is none of the authors.

    Raises:
        NotFound: where there is no such pathway or point.
        Forbidden: ``POINT_NOT_YOURS_TO_CLOSE``, or where the person had a hand in the assessment (law 6).
        Conflict: where it is closed already, or is an opinion, which is answered and never closed.
    """
    row, known, assessment, thread = await _thread(transaction, scope, pathway_id, name)
    point = thread.point
    if point.kind == "opinion":
        raise Conflict("OPINION_STANDS", facts={"point": name}, unblocked_by=Role.PRIVACY_OFFICER)
    if not closes(point, actor):
        raise Forbidden("POINT_NOT_YOURS_TO_CLOSE", facts={"point": name}, unblocked_by=point.role)
    pathways.refuse(known.people.may_review(actor.subject))
    if point.state == "resolved":
        raise Conflict("POINT_CLOSED", facts={"point": name})
    point.state = "resolved"
    point.resolved_by = actor.subject
    point.resolved_at = stamp(transaction.clock.now())
    await _said(transaction, actor, row, "ros:resolve", thread)
    return assessment


_STATES_OF_AN_OPINION = ("in_review", "returned", "recommended", "pending_acceptance", "accepted")


async def give_opinion(
    transaction: Transaction,
    actor: Actor,
    row: PathwayRow,
    known: Known,
    assessment: AssessmentRow,
    stance: str,
    because: str,
) -> AssessmentRow:
    """Keep the privacy officer's opinion; it takes the place of a former one by the same organisation's officer.

    Raises:
        Forbidden: where the officer had a hand in the assessment (law 6).
        Conflict: where the assessment was not sent to review.
    """
    pathways.refuse(known.people.may_review(actor.subject))
    if assessment.state not in _STATES_OF_AN_OPINION:
        raise Conflict("ASSESSMENT_STATE", facts={"state": assessment.state, "allowed": ["send_to_review"]})
    point = await raise_point(transaction, actor, known, assessment, "opinion", because, stance=stance)
    note(
        transaction, actor, "ros:opinion", f"pathway/{row.id}", organisation=row.organisation,
        facts={"assessment": assessment.digest, "point": f"P{point.number}", "stance": stance},
    )  # fmt: skip
    await operations.wake(_PLATFORM, transaction.session, f"pathway/{row.id}")
    return assessment


def unanswered_opinions(some: Sequence[Thread], controllers: Sequence[str], organisation: str) -> list[Reason]:
    """Give what a data controller has not answered: concerns of its own officer, or of one who is no controller's."""
    return [
        reason("PRIVACY_OPINION_UNANSWERED", unblocked_by=Role.DATA_CONTROLLER_REP, point=one.name,
               organisation=organisation)
        for one in some
        if one.point.kind == "opinion"
        and one.point.state != "replaced"
        and one.point.stance != "supports"
        and (one.point.organisation == organisation or one.point.organisation not in controllers)
        and not any(said.organisation == organisation and said.side == "controller" for said in one.replies)
    ]  # fmt: skip
