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


class AcceptanceRow(Base):
    """One data controller's answer to what risk is left, sealed with the assessment that it is an answer to."""

    __tablename__ = "assessment_acceptance"
    __table_args__ = (UniqueConstraint("assessment", "organisation"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    assessment: Mapped[str] = mapped_column(ForeignKey("assessment.id"), index=True)
    organisation: Mapped[str] = mapped_column(String(9))
    digest: Mapped[str] = mapped_column(String(71))
    answer: Mapped[str] = mapped_column(String(10))
    """``accept`` or ``reject``."""
    until: Mapped[str | None] = mapped_column(String(10))
    """The last day, inclusive, in Europe/Oslo."""
    subject: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))
