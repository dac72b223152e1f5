"""Who is to be told what."""

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class Notification(Base):
    """Something that waits for somebody. Its key makes telling twice impossible."""

    __tablename__ = "notification"
    __table_args__ = (Index("ix_notification_organisation_role", "organisation", "role"),)

    key: Mapped[str] = mapped_column(String(71), primary_key=True)
    """Digest of what is told, to whom and about which operation."""
    organisation: Mapped[str] = mapped_column(String(9))
    role: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str | None] = mapped_column(String(40))
    """The region's actor whose people are meant, where it is not everybody with the role."""
    object: Mapped[str] = mapped_column(String(120))
    operation: Mapped[str | None] = mapped_column(String(40))
    environment: Mapped[str | None] = mapped_column(String(40))
    code: Mapped[str] = mapped_column(String(80))
    remedy: Mapped[str] = mapped_column(String(80))
    facts: Mapped[str] = mapped_column(Text, default="{}")
    created_at: Mapped[str] = mapped_column(String(27))
    settled_at: Mapped[str | None] = mapped_column(String(27))
    """When it no longer waited for anybody."""
