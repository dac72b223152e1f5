"""What was told about an environment: evidence of its state, and that its data could be restored."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class EvidenceRow(Base):
    """An evidence document that a pipeline posted."""

    __tablename__ = "environment_evidence"

    environment: Mapped[str] = mapped_column(String(40), primary_key=True)
    digest: Mapped[str] = mapped_column(String(71), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    collected: Mapped[str] = mapped_column(String(27))
    expires: Mapped[str] = mapped_column(String(27))
    subject: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))


class RestoreTest(Base):
    """A test in which what was backed up was restored."""

    __tablename__ = "restore_test"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    environment: Mapped[str] = mapped_column(String(40), index=True)
    performed: Mapped[str] = mapped_column(String(10))
    valid_until: Mapped[str] = mapped_column(String(10))
    """The last day, inclusive, in Europe/Oslo."""
    subject: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))
