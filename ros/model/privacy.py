"""What an analysis states of data protection: what the processing is like, and what has been done about it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from prosess.domain.base import Model
from prosess.domain.identifiers import CountryCode, Text
from prosess.domain.text import LocalisedText

Criterion = Literal[
    "evaluation",
    "automated_decision",
    "systematic_monitoring",
    "sensitive_data",
    "large_scale",
    "combined_data",
    "vulnerable_persons",
    "new_technology",
    "hinders_rights",
]
"""The nine signs of high risk of the supervisory authorities' guidelines on impact assessment (WP 248 rev. 01)."""


class DoneOn(Model):
    """Something that was done, and where it is kept."""

    on: date
    reference: Text
    """Case or document number, never the document itself."""


class Transfer(Model):
    """Access from, or storage in, a country outside the EEA."""

    country: CountryCode
    purpose: LocalisedText
    ground: Literal["adequacy_decision", "standard_clauses", "binding_rules"]
    """GDPR article 45, 46(2)(c) or 47."""
    assessed: DoneOn | None = None
    """The assessment of the country's law and practice, and of what is added to the ground."""


class PrivacyStatement(Model):
    """The part ``privacy`` of ``ros.yaml``."""

    criteria: tuple[Criterion, ...] = ()
    """Signs that hold beside those that follow from the pathway's manifest."""
    dpia: DoneOn | None = None
    prior_consultation: DoneOn | None = None
    """When the supervisory authority was asked, and under which case number."""
    begins: date | None = None
    """The day that the processing is to begin; the decision's deadline where it is left out."""
    transfers: Annotated[tuple[Transfer, ...], Field(max_length=50)] = ()
