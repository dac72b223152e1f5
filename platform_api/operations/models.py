"""Operations: what was asked for and takes time, step by step."""

from sqlalchemy import Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class Operation(Base):
    """Something that somebody asked for, from the asking to the end."""

    __tablename__ = "operation"
    __table_args__ = (Index("ix_operation_state_ready_at", "state", "ready_at"), Index("ix_operation_object", "object"))

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    object: Mapped[str] = mapped_column(String(120))
    """Kind and id, such as ``pathway/kols-siv``."""
    organisation: Mapped[str] = mapped_column(String(9), index=True)
    """Whose object it is about."""
    environment: Mapped[str | None] = mapped_column(String(40))
    binding: Mapped[str] = mapped_column(String(71))
    """Digest of what it was asked for; where that has changed, the operation is superseded."""
    requested_by: Mapped[str] = mapped_column(Text)
    """JSON of ``audit.chain.By``."""
    subject: Mapped[str] = mapped_column(String(128))
    state: Mapped[str] = mapped_column(String(20))
    claim: Mapped[int] = mapped_column(default=0)
    """Grows with every claim: a worker that has lost its lease finds another number here, and stops."""
    lease_until: Mapped[float] = mapped_column(Float, default=0.0)
    """By the database's clock, in seconds since 1970."""
    ready_at: Mapped[float] = mapped_column(Float, default=0.0)
    """Not to be tried again before."""
    attempts: Mapped[int] = mapped_column(default=0)
    """Claims since the last step that was done."""
    recheck_on: Mapped[str | None] = mapped_column(String(10))
    """The day when a waiting operation is judged again anyway: time itself opens and closes gates."""
    decisions: Mapped[str] = mapped_column(Text, default="{}")
    """JSON: gate → decision/1, as last judged."""
    error: Mapped[str | None] = mapped_column(Text)
    """JSON: code and facts of what ended it, or of the last attempt that failed."""
    created_at: Mapped[str] = mapped_column(String(27))
    updated_at: Mapped[str] = mapped_column(String(27))


class OperationStep(Base):
    """A step that was done: its mark and its effects were committed together."""

    __tablename__ = "operation_step"

    operation: Mapped[str] = mapped_column(ForeignKey("operation.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    done_at: Mapped[str] = mapped_column(String(27))
    facts: Mapped[str] = mapped_column(Text, default="{}")
