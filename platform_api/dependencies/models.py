"""Confirmations: who said that their part of a dependency is agreed."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class Confirmation(Base):
    """One actor's word for its part of one row, as the row was."""

    __tablename__ = "confirmation"
    __table_args__ = (UniqueConstraint("pathway", "dependency", "actor", "row", "subject"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), index=True)
    dependency: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str] = mapped_column(String(40))
    row: Mapped[str] = mapped_column(String(71))
    """Digest of the row that was confirmed."""
    subject: Mapped[str] = mapped_column(String(128))
    organisation: Mapped[str] = mapped_column(String(9))
    at: Mapped[str] = mapped_column(String(27))
