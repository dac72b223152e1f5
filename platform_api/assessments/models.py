"""Assessments of pathways: what was posted, what was said of it, and who accepted what is left."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class AssessmentRow(Base):
    """One revision of a pathway's assessment; the one with the highest number is the one that counts."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("pathway", "revision"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), index=True)
    revision: Mapped[int]
    digest: Mapped[str] = mapped_column(String(71))
    binding: Mapped[str] = mapped_column(String(71))
    """Digest of what in the pathway's manifest the assessment speaks of."""
    state: Mapped[str] = mapped_column(String(20))
    document: Mapped[str] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(String(20))
    unowned: Mapped[int]
    not_assessed: Mapped[int]
    author: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))


class Review(Base):
    """What was done to an assessment on its way: sent, commented, returned, recommended."""

    __tablename__ = "assessment_review"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    assessment: Mapped[str] = mapped_column(ForeignKey("assessment.id"), index=True)
    position: Mapped[int]
    event: Mapped[str] = mapped_column(String(20))
    comment: Mapped[str | None] = mapped_column(Text)
    risk: Mapped[str | None] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(128))
    organisation: Mapped[str] = mapped_column(String(9))
    at: Mapped[str] = mapped_column(String(27))


class Point(Base):
    """What somebody holds against an assessment: a comment, a reviewer's return, or a privacy officer's opinion.

    A point belongs to the pathway, not to a revision: it stays until it is closed, whatever documents are posted.
    """

    __tablename__ = "assessment_point"
    __table_args__ = (UniqueConstraint("pathway", "number"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), index=True)
    number: Mapped[int]
    """What people call it: ``P1``, ``P2`` …, counted within the pathway."""
    raised_on: Mapped[str] = mapped_column(ForeignKey("assessment.id"))
    kind: Mapped[str] = mapped_column(String(10))
    """``comment``, ``return`` or ``opinion``."""
    stance: Mapped[str | None] = mapped_column(String(20))
    """Of an opinion: ``supports``, ``concerns`` or ``advises_against``."""
    risk: Mapped[str | None] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    """``open``, ``answered`` or ``resolved``; ``replaced``, where an opinion gave way to a later one."""
    held: Mapped[bool]
    """Whether a return holds it: answered before the assessment is sent again, closed before it is recommended."""
    role: Mapped[str] = mapped_column(String(40))
    """The role that it was raised in; only that role, independent of the authors, closes it."""
    subject: Mapped[str] = mapped_column(String(128))
    organisation: Mapped[str] = mapped_column(String(9))
    at: Mapped[str] = mapped_column(String(27))
    resolved_by: Mapped[str | None] = mapped_column(String(128))
    resolved_at: Mapped[str | None] = mapped_column(String(27))


class PointReply(Base):
    """An answer to a point, or what the one who raised it says to the answer."""

    __tablename__ = "assessment_reply"
    __table_args__ = (UniqueConstraint("point", "position"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    point: Mapped[str] = mapped_column(ForeignKey("assessment_point.id"), index=True)
    position: Mapped[int]
    side: Mapped[str] = mapped_column(String(10))
    """``author``, ``reviewer``, or ``controller`` to an opinion."""
    text: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(String(128))
    organisation: Mapped[str] = mapped_column(String(9))
    at: Mapped[str] = mapped_column(String(27))


class AcceptanceRow(Base):
    """One data controller's answer to what risk is left; an acceptance rests on its sealed statement."""

    __tablename__ = "assessment_acceptance"
    __table_args__ = (UniqueConstraint("assessment", "organisation", "number"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    assessment: Mapped[str] = mapped_column(ForeignKey("assessment.id"), index=True)
    organisation: Mapped[str] = mapped_column(String(9))
    number: Mapped[int]
    """Which of the organisation's answers to this revision it is; the highest is the one that counts."""
    digest: Mapped[str] = mapped_column(String(71))
    """Of the assessment that was read when it was given."""
    answer: Mapped[str] = mapped_column(String(10))
    """``accept`` or ``reject``."""
    state: Mapped[str] = mapped_column(String(20))
    """``active``, ``revoked``, ``invalidated`` or ``superseded``, ``refused`` of a rejection; ``expired`` is told by
    the day."""
    because: Mapped[str | None] = mapped_column(String(40))
    """Code of the reason where it was invalidated."""
    risk: Mapped[str | None] = mapped_column(String(20))
    """The risk that the reason speaks of."""
    until: Mapped[str | None] = mapped_column(String(10), index=True)
    """The last day, inclusive, in Europe/Oslo."""
    statement: Mapped[str | None] = mapped_column(String(40))
    """Id of the sealed statement; it stays the same where the acceptance is carried to a later revision."""
    envelope: Mapped[str | None] = mapped_column(Text)
    """The sealed statement (DSSE)."""
    revocation: Mapped[str | None] = mapped_column(Text)
    """The sealed revocation (DSSE)."""
    role: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))
