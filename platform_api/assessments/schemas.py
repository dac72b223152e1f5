"""What an assessment looks like from outside, and what may be said of it."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import JsonValue

from platform_api.assessments.models import AcceptanceRow, AssessmentRow, Review
from platform_api.kit.wording import word
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


class AcceptanceView(Model):
    """A data controller's answer."""

    organisation: str
    answer: str
    until: str | None = None
    in_force: bool
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
    acceptances: tuple[AcceptanceView, ...] = ()
    document: dict[str, JsonValue] | None = None


class ReviewRequest(Model):
    """What is done with the assessment that was read."""

    event: Literal["send_to_review", "comment", "return", "recommend"]
    assessment: Digest
    comment: Text | None = None
    risk: RiskId | None = None


class AnswerRequest(Model):
    """A data controller's answer to what risk is left."""

    assessment: Digest
    answer: Literal["accept", "reject"]
    until: date | None = None
    """The last day of an acceptance, inclusive, in Europe/Oslo; at most a year ahead."""


def view(
    row: AssessmentRow,
    *,
    current: bool,
    as_of: date,
    language: Language,
    reviews: Sequence[Review] = (),
    acceptances: Sequence[AcceptanceRow] = (),
    document: bool = False,
) -> AssessmentView:
    """Give an assessment in a language."""
    return AssessmentView(
        pathway=row.pathway,
        revision=row.revision,
        assessment=row.digest,
        state=row.state,
        state_name=word(f"assessment_state:{row.state}", language),
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
        acceptances=tuple(
            AcceptanceView(
                organisation=one.organisation,
                answer=one.answer,
                until=one.until,
                in_force=one.answer == "accept" and one.until is not None and as_of.isoformat() <= one.until,
                at=one.at,
            )
            for one in acceptances
        ),
        document=Assessment.from_bytes(row.document).model_dump(mode="json", by_alias=True, exclude_none=True)
        if document
        else None,
    )
