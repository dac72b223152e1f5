"""What an assessment looks like from outside, and what may be said of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal

from pydantic import JsonValue

from platform_api.assessments.accepting import state_on
from platform_api.assessments.discussion import Thread
from platform_api.assessments.models import AcceptanceRow, AssessmentRow, Review
from platform_api.kit.wording import role_name, word
from prosess.contracts import Assessment
from prosess.domain.base import Model
from prosess.domain.identifiers import Digest, RiskId, Text
from prosess.domain.text import Language


class ReviewView(Model):
    """What somebody said of an assessment."""

    event: str
    comment: str | None = None
    risk: str | None = None
    subject: str
    organisation: str
    at: str


class ReplyView(Model):
    """What was said to a point."""

    side: str
    """``author``, ``reviewer`` or ``controller``."""
    side_name: str
    text: str
    subject: str
    organisation: str
    at: str


class PointView(Model):
    """A point: a comment, a return or a privacy officer's opinion, and what was said to it."""

    point: str
    """Its name, such as ``P3``."""
    kind: str
    kind_name: str
    stance: str | None = None
    stance_name: str | None = None
    risk: str | None = None
    text: str
    state: str
    state_name: str
    held: bool
    """Whether a return holds it: answered before the assessment is sent again, closed before it is recommended."""
    role: str
    role_name: str
    revision: int
    """Of the assessment, when it was raised."""
    subject: str
    organisation: str
    at: str
    replies: tuple[ReplyView, ...] = ()


class AcceptanceView(Model):
    """A data controller's answer."""

    id: str
    organisation: str
    answer: str
    state: str
    state_name: str
    because: str | None = None
    """Why an invalidated one does not hold."""
    because_name: str | None = None
    risk: str | None = None
    """The risk that the reason speaks of."""
    until: str | None = None
    in_force: bool
    sealed: bool
    """Whether there is a sealed statement to fetch."""
    at: str


class AssessmentView(Model):
    """The assessment that counts, and what was said of it."""

    pathway: str
    revision: int
    assessment: str
    """Digest of the document; the entity tag, and what a review or an acceptance names."""
    state: str
    state_name: str
    verdict: str
    manifest_current: bool
    """Whether it speaks of the manifest as it stands."""
    unowned_risks: int
    not_assessed_risks: int
    at: str
    reviews: tuple[ReviewView, ...] = ()
    points: tuple[PointView, ...] = ()
    acceptances: tuple[AcceptanceView, ...] = ()
    document: dict[str, JsonValue] | None = None


class ReviewRequest(Model):
    """What is done with the assessment that was read."""

    event: Literal["send_to_review", "comment", "return", "recommend"]
    assessment: Digest
    comment: Text | None = None
    risk: RiskId | None = None


class ReplyRequest(Model):
    """What is said to a point."""

    text: Text


class OpinionRequest(Model):
    """The privacy officer's opinion of the assessment that was read."""

    assessment: Digest
    opinion: Literal["supports", "concerns", "advises_against"]
    because: Text


class AnswerRequest(Model):
    """A data controller's answer to what risk is left."""

    assessment: Digest
    answer: Literal["accept", "reject"]
    until: date | None = None
    """The last day of an acceptance, inclusive, in Europe/Oslo; how far ahead it may lie follows from the levels."""
    because: Text | None = None
    """Why the risk may stand, and on what conditions; an acceptance says it."""


class RevocationRequest(Model):
    """Why an acceptance is taken back."""

    because: Text


class EndingView(Model):
    """An acceptance that ends soon."""

    id: str
    pathway: str
    organisation: str
    until: str
    days_left: int
    """0 on its last day."""
    told_at: int
    """The step of 90, 30, 7 and 0 days that it has come to."""


class EndingList(Model):
    """Acceptances that end soon, the first one first."""

    acceptances: tuple[EndingView, ...] = ()


def view(
    row: AssessmentRow,
    *,
    current: bool,
    as_of: date,
    language: Language,
    reviews: Sequence[Review] = (),
    threads: Sequence[Thread] = (),
    revisions: Mapping[str, int] = MappingProxyType({}),
    acceptances: Sequence[AcceptanceRow] = (),
    document: bool = False,
) -> AssessmentView:
    """Give an assessment in a language; ``revisions`` are the numbers of the revisions that points were raised on."""
    given = {one.organisation: one for one in acceptances}  # the last one counts
    states = [state_on(one, as_of) for one in given.values()]
    state = "expired" if row.state == "accepted" and "expired" in states else row.state
    return AssessmentView(
        pathway=row.pathway,
        revision=row.revision,
        assessment=row.digest,
        state=state,
        state_name=word(f"assessment_state:{state}", language),
        verdict=row.verdict,
        manifest_current=current,
        unowned_risks=row.unowned,
        not_assessed_risks=row.not_assessed,
        at=row.at,
        reviews=tuple(
            ReviewView(
                event=one.event,
                comment=one.comment,
                risk=one.risk,
                subject=one.subject,
                organisation=one.organisation,
                at=one.at,
            )
            for one in reviews
        ),
        points=tuple(point_view(one, revisions.get(one.point.raised_on, row.revision), language) for one in threads),
        acceptances=tuple(acceptance_view(one, as_of, language) for one in acceptances),
        document=Assessment.from_bytes(row.document).model_dump(mode="json", by_alias=True, exclude_none=True)
        if document
        else None,
    )


def point_view(thread: Thread, revision: int, language: Language) -> PointView:
    """Give a point in a language."""
    point = thread.point
    return PointView(
        point=thread.name,
        kind=point.kind,
        kind_name=word(f"point_kind:{point.kind}", language),
        stance=point.stance,
        stance_name=word(f"stance:{point.stance}", language) if point.stance else None,
        risk=point.risk,
        text=point.text,
        state=point.state,
        state_name=word(f"point:{point.state}", language),
        held=point.held,
        role=point.role,
        role_name=role_name(point.role, language),
        revision=revision,
        subject=point.subject,
        organisation=point.organisation,
        at=point.at,
        replies=tuple(
            ReplyView(
                side=one.side,
                side_name=word(f"side:{one.side}", language),
                text=one.text,
                subject=one.subject,
                organisation=one.organisation,
                at=one.at,
            )
            for one in thread.replies
        ),
    )


def acceptance_view(row: AcceptanceRow, as_of: date, language: Language) -> AcceptanceView:
    """Give a data controller's answer, as it stands on a day."""
    state = state_on(row, as_of)
    return AcceptanceView(
        id=row.id,
        organisation=row.organisation,
        answer=row.answer,
        state=state,
        state_name=word(f"acceptance_state:{state}", language),
        because=row.because,
        because_name=word(f"acceptance_because:{row.because}", language) if row.because else None,
        risk=row.risk,
        until=row.until,
        in_force=state == "active",
        sealed=row.envelope is not None,
        at=row.at,
    )
