"""The audit trail's tables."""

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class AuditEntry(Base):
    """One entry. Triggers of the database refuse to change or delete it."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_organisation_seq", "organisation", "seq"),)

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """From 1, without holes."""
    organisation: Mapped[str] = mapped_column(String(9))
    """Whose object it is about; a copy of what stands in ``record``, to search by."""
    actor_organisation: Mapped[str] = mapped_column(String(9), index=True)
    action: Mapped[str] = mapped_column(String(80))
    object: Mapped[str] = mapped_column(String(120))
    record: Mapped[str] = mapped_column(Text)
    """The canonical bytes of the entry, which the hash is over."""
    previous: Mapped[str] = mapped_column(String(71))
    hash: Mapped[str] = mapped_column(String(71), unique=True)


class AuditHead(Base):
    """The one row that every writer takes in turn: where the chain ends."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int]
    hash: Mapped[str] = mapped_column(String(71))
