"""Pathways: as they stand, every version, who takes part, who approved and signed, and where they were let in."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class PathwayRow(Base):
    """A pathway as it stands."""

    __tablename__ = "pathway"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant: Mapped[str] = mapped_column(ForeignKey("tenant.id"), index=True)
    organisation: Mapped[str] = mapped_column(String(9))
    """The tenant's."""
    state: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(71))
    version: Mapped[int]
    updated_at: Mapped[str] = mapped_column(String(27))


class PathwayVersion(Base):
    """One version of a pathway's manifest."""

    __tablename__ = "pathway_version"

    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(71), primary_key=True)
    version: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(String(128))
    at: Mapped[str] = mapped_column(String(27))


class PathwayParty(Base):
    """An organisation that may see the pathway: the tenant, a participant, or one that others depend on."""

    __tablename__ = "pathway_party"

    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), primary_key=True)
    organisation: Mapped[str] = mapped_column(String(9), primary_key=True, index=True)


class Approval(Base):
    """One person's approval of a pathway's entering an environment."""

    __tablename__ = "approval"
    __table_args__ = (UniqueConstraint("pathway", "environment", "binding", "subject"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), index=True)
    environment: Mapped[str] = mapped_column(String(40))
    binding: Mapped[str] = mapped_column(String(71))
    """Digest of everything in the manifest that an approval speaks of."""
    manifest: Mapped[str] = mapped_column(String(71))
    subject: Mapped[str] = mapped_column(String(128))
    organisation: Mapped[str] = mapped_column(String(9))
    at: Mapped[str] = mapped_column(String(27))


class ClinicalSignOff(Base):
    """A clinical safety lead's word for the thresholds, alerts and decision table, as they were."""

    __tablename__ = "clinical_sign_off"
    __table_args__ = (UniqueConstraint("pathway", "binding", "subject"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), index=True)
    binding: Mapped[str] = mapped_column(String(71))
    subject: Mapped[str] = mapped_column(String(128))
    organisation: Mapped[str] = mapped_column(String(9))
    at: Mapped[str] = mapped_column(String(27))


class PathwayEntry(Base):
    """A pathway that was let into an environment, by the manifest that was approved."""

    __tablename__ = "pathway_entry"

    pathway: Mapped[str] = mapped_column(ForeignKey("pathway.id"), primary_key=True)
    environment: Mapped[str] = mapped_column(String(40), primary_key=True)
    manifest: Mapped[str] = mapped_column(String(71))
    approved_on: Mapped[str] = mapped_column(String(10))
    operation: Mapped[str] = mapped_column(ForeignKey("operation.id"))
