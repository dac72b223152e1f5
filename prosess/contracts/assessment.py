"""assessment/1: the risks of one environment or pathway, each level with the tree that it was derived from."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from prosess.contracts.canonical import Contract
from prosess.contracts.findings import State
from prosess.domain.base import Model


class Verdict(StrEnum):
    """The one verdict of an assessment, computed before any rendering (law 7)."""

    ACCEPTABLE = "acceptable"
    ABOVE_LIMIT = "above_limit"
    NOT_ASSESSED = "not_assessed"


class Rating(Model):
    """Likelihood and consequence on the ordinal scales of the criteria profile, and the level looked up there."""

    likelihood: int
    consequence: dict[str, int]
    """Dimension (confidentiality, integrity, availability, robustness, patient_safety, data_subject) → ordinal."""
    level: str
    """Name of the level in the profile, such as ``high``; ``not_assessed`` where it could not be looked up."""
    decided_by: str
    """The dimension that decided the level."""


class ResourceEvidence(Model):
    """What one rule found on one resource that a control leans on."""

    rule: str
    resource: str
    state: State
    path: str | None = None
    expected: JsonValue = None
    actual: JsonValue = None


class ControlDerivation(Model):
    """Why a control's declared effect counts, or does not."""

    control: str
    mechanism: str
    declared: dict[str, int]
    """Steps on ``likelihood`` or on a dimension; negative lowers."""
    counted: dict[str, int]
    """The steps that were counted: the declared ones, or none."""
    state: State
    because: str
    """Code of the reason, such as ``all_pass``, ``a_resource_fails``, ``selector_matches_nothing``."""
    evidence: tuple[ResourceEvidence, ...] = ()


class Derivation(Model):
    """How a risk's current level follows from its inherent one."""

    controls: tuple[ControlDerivation, ...]
    likelihood_steps: int
    consequence_steps: dict[str, int] = {}


class Treatment(Model):
    """What is done about a risk, by whom and until when."""

    option: Literal["reduce", "avoid", "transfer", "accept"]
    action: dict[str, str]
    """Language → text."""
    responsible: str
    """A role, never a person."""
    due: date | None = None
    state: Literal["proposed", "planned", "implemented", "verified"]


class Acceptance(Model):
    """One data controller's acceptance of a risk."""

    data_controller: str
    state: Literal["none", "proposed", "active", "expired", "invalidated", "revoked"]
    until: date | None = None


class Risk(Model):
    """One assessed risk."""

    id: str
    scenario: str
    title: dict[str, str]
    owner: str
    data_controllers: tuple[str, ...]
    inherent: Rating
    current: Rating
    if_stale_evidence_lapses: Rating
    target: Rating
    derivation: Derivation
    stale: bool = False
    treatment: tuple[Treatment, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()


class Assessment(Contract):
    """The risks of one scope, sorted by id, under one pinned criteria profile."""

    schema_: Literal["assessment/1"] = Field(default="assessment/1", alias="schema")
    id: str
    scope: str
    """What was assessed, such as ``environment:prod`` or ``pathway:kols-siv``."""
    criteria: str
    """``<profile>@<version>``."""
    criteria_digest: str
    graph: str
    findings: str
    evidence: str | None = None
    as_of: date
    state: str
    """ROS state of design §7, such as ``in_review``."""
    verdict: Verdict
    risks: tuple[Risk, ...]
