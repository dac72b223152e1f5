"""Tenants, and every version of what they declared."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class TenantRow(Base):
    """A tenant as it stands."""

    __tablename__ = "tenant"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    organisation: Mapped[str] = mapped_column(String(9), unique=True)
    state: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(71))
    """Of the manifest as last sent."""
    approved: Mapped[str | None] = mapped_column(String(71))
    """Digest of the manifest that passed: what ``onboarding/1`` tells."""
    updated_at: Mapped[str] = mapped_column(String(27))


class TenantVersion(Base):
    """One version of a tenant's manifest."""

    __tablename__ = "tenant_version"

    tenant: Mapped[str] = mapped_column(ForeignKey("tenant.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(71), primary_key=True)
    document: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))
