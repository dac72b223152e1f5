"""An acceptance as the workflow hands it to the engine: who, which risk, up to which level, until when."""

from datetime import date
from typing import Literal

from prosess.domain.base import Model
from prosess.domain.identifiers import OrganisationNumber, RiskId, Slug


class AcceptedRisk(Model):
    """One data controller's acceptance of one risk."""

    risk: RiskId
    data_controller: OrganisationNumber
    state: Literal["proposed", "active", "expired", "invalidated", "revoked"]
    level: Slug
    """The level that was accepted; a higher one invalidates the acceptance."""
    until: date
    """The last day, inclusive, in Europe/Oslo."""
