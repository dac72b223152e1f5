"""assessment/1: the risks of one environment or pathway, each level with the tree that it was derived from."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import AwareDatetime, Field, JsonValue

from prosess.contracts.canonical import Contract
from prosess.contracts.findings import State
from prosess.domain.base import Model
from prosess.domain.role import Role


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


class EvidenceSource(Model):
    """One document that levels rest on, and until when it holds."""

    id: str
    """What rows of evidence quote: ``rules``, ``checkov``, ``tests`` or ``attestation:<id>``."""
    kind: Literal["rules", "checkov", "tests", "attestation"]
    digest: str
    collected: AwareDatetime
    expires: AwareDatetime
    stale: bool


class ResourceEvidence(Model):
    """What one check found on one resource, or of one test or statement, that a control leans on."""

    rule: str
    """Id of the rule or the Checkov check, pattern of the tests, or ``attestation``."""
    resource: str
    """URN of the resource; ``<classname>::<name>`` of a test; the attestation's id."""
    source: str = "rules"
    """Id of the source that it was read from."""
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
    stale: bool = False
    """Whether it counts on evidence whose time is over."""


class Raised(Model):
    """Ordinals that a person holds the risk up to."""

    likelihood: int | None = None
    consequence: dict[str, int] = {}
    reason: dict[str, str]
    """Language → text."""
    by: str
    """A role's place in the analysis, never a person."""
    on: date


class Derivation(Model):
    """How a risk's current level follows from its inherent one."""

    controls: tuple[ControlDerivation, ...]
    likelihood_steps: int
    consequence_steps: dict[str, int] = {}
    raised: tuple[Raised, ...] = ()


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
    state: Literal["none", "proposed", "approved", "active", "expired", "invalidated", "revoked", "superseded"]
    until: date | None = None
    id: str | None = None
    """Of the sealed statement that it rests on."""
    because: str | None = None
    """Why it does not hold: ``level_raised``, ``material_changed``, ``criteria_changed`` or ``control_fails``."""


class Risk(Model):
    """One assessed risk."""

    id: str
    origin: str | None = None
    """Id of the analysis that the risk is inherited from."""
    material: str
    """Digest of what an acceptance is bound to, texts left out."""
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


class LevelAuthority(Model):
    """Who may let a risk stand at a level, and for how long, by the criteria profile."""

    id: str
    label: dict[str, str] = {}
    """Language → the level's word."""
    above_limit: bool
    """Whether the level needs an acceptance."""
    accepted_by: tuple[Role, ...]
    """Roles of the data controller's own people; empty where nobody may."""
    accepted_days: int


class DutyReason(Model):
    """Why a duty holds, or does not."""

    code: str
    facts: dict[str, JsonValue] = {}


class PrivacyDuty(Model):
    """What data protection law asks for beside the risk assessment, computed from the files."""

    duty: Literal["dpia", "prior_consultation", "transfer_assessment"]
    state: Literal["not_needed", "needed", "done", "undecided"]
    because: tuple[DutyReason, ...]
    by: date | None = None
    """The last day on which it can be begun without holding up what was asked for."""


GateName = Literal["new-or-worse", "level", "expired", "lapsed", "orphans"]


class GateReason(Model):
    """One thing that a gate holds against an assessment."""

    code: str
    subject: str
    """Id of a risk, a control, an acceptance, or a source of evidence."""
    facts: dict[str, JsonValue] = {}
    unblocked_by: tuple[str, ...] = ()
    """Parties of the analysis, organisation numbers or roles; sorted."""


class GateAnswer(Model):
    """What one gate says of an assessment."""

    gate: GateName
    state: Literal["open", "closed", "not_assessed"]
    against: str | None = None
    """Digest of the assessment that it was held against."""
    reasons: tuple[GateReason, ...] = ()


class Assessment(Contract):
    """The risks of one scope, sorted by id, under one pinned criteria profile."""

    schema_: Literal["assessment/1"] = Field(default="assessment/1", alias="schema")
    id: str
    scope: str
    """What was assessed, such as ``environment:prod`` or ``pathway:kols-siv``."""
    criteria: str
    """``<profile>@<version>``."""
    criteria_digest: str
    levels: tuple[LevelAuthority, ...]
    """Lowest first."""
    graph: str
    findings: str
    evidence: str | None = None
    sources: tuple[EvidenceSource, ...] = ()
    """Every document that was read, sorted by id."""
    as_of: date
    state: str
    """ROS state of design §7, such as ``in_review``."""
    verdict: Verdict
    privacy: tuple[PrivacyDuty, ...] = ()
    gates: tuple[GateAnswer, ...] = ()
    """What the gates that were asked say; empty where none was asked. They take nothing from the verdict."""
    risks: tuple[Risk, ...]
