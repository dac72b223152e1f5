"""An acceptance as the engine reads it: who, which risk, in which state it was accepted, until when."""

from datetime import date
from typing import Literal

from prosess.contracts.findings import State
from prosess.domain.base import Model
from prosess.domain.identifiers import ControlId, Digest, OrganisationNumber, RiskId, Slug


class AcceptedRisk(Model):
    """One data controller's acceptance of one risk."""

    id: Slug | None = None
    """Of the sealed statement that it was read from."""
    risk: RiskId
    data_controller: OrganisationNumber
    state: Literal["proposed", "approved", "active", "expired", "invalidated", "revoked", "superseded"]
    level: Slug
    """The level that was accepted; a higher one invalidates the acceptance."""
    until: date
    """The last day, inclusive, in Europe/Oslo."""
    material: Digest | None = None
    """Digest of the risk's material fields when it was accepted; another one invalidates."""
    criteria: Digest | None = None
    """Digest of the criteria profile that it was accepted under; another one invalidates."""
    controls: dict[ControlId, State] = {}
    """What was proven of each control then; one that passed and fails now invalidates."""
