"""movements/1: what moved between two assessments, by which cause, and who must look again. There is no time in it."""

from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from prosess.contracts.assessment import Rating, Verdict
from prosess.contracts.canonical import Contract
from prosess.contracts.findings import State
from prosess.domain.base import Model


class Moved(StrEnum):
    """What became of one risk."""

    ADDED = "added"
    REMOVED = "removed"
    HIGHER = "higher"
    """Its current level rose."""
    LOWER = "lower"
    WITHIN = "within"
    """Likelihood or a dimension moved, and the current level stood."""
    UNASSESSED = "unassessed"
    """It had a level, and has none."""
    ASSESSED = "assessed"
    """It had no level, and has one."""
    STOOD = "stood"
    """Nothing of the current rating moved; something else of the risk did."""


class CauseKind(StrEnum):
    """Why something moved: the closed set, told in this order."""

    RESOURCE = "resource"
    """A resource is otherwise than it was, came, or went."""
    RULE = "rule"
    """The resource is as it was, and the rule judges otherwise."""
    EXEMPTION = "exemption"
    """A failure was exempted, or an exemption ended."""
    TEST = "test"
    ATTESTATION = "attestation"
    EVIDENCE = "evidence"
    """The evidence as a whole proves nothing, or proves something again."""
    STALENESS = "staleness"
    """The evidence's time is over, or it was collected anew."""
    CONTROL = "control"
    """The control, its declared effect, its mechanism or what checks it."""
    APPROVAL = "approval"
    """The approval of the effect."""
    MECHANISM = "mechanism"
    """A stronger control of the same mechanism counts instead, or no longer does."""
    RAISE = "raise"
    """What people hold the risk up to."""
    JUDGEMENT = "judgement"
    """What people judge the risk to be without controls."""
    SELECTION = "selection"
    """Which resources the risk speaks of, or that they are there at all."""
    CRITERIA = "criteria"
    ENGINE = "engine"
    """Nothing of what a level follows from differs: it was computed by another version, or by hand."""
    TARGET = "target"
    TREATMENT = "treatment"
    ACCEPTANCE = "acceptance"
    OWNERSHIP = "ownership"
    """The owner, or which data controllers answer."""
    TEXT = "text"


class Cause(Model):
    """One reason why something moved. A side that lacks the value has none."""

    kind: CauseKind
    subject: str
    """What it is about: URN or id of the row of evidence, control, facet, data controller, or path of a text."""
    control: str | None = None
    """Through which control it works."""
    rule: str | None = None
    path: str | None = None
    """Property that was read."""
    before: JsonValue = None
    after: JsonValue = None


class ControlMoved(Model):
    """What became of one control of a risk, and the steps that it gave or took."""

    control: str
    state_before: State | None = None
    """None where the risk did not lean on it."""
    state_after: State | None = None
    because_before: str | None = None
    because_after: str | None = None
    steps: dict[str, int] = {}
    """Facet → counted after less counted before; positive where less is taken off. They add up to the risk's own."""


class LookAgain(Model):
    """Who must look again, and why."""

    who: Literal["owner", "reviewer", "data_controller"]
    id: str
    """A party of the analysis, ``reviewer`` where the files were not read, or an organisation number."""
    because: Literal[
        "level_moved", "rating_moved", "material_changed", "acceptance_fell", "acceptance_missing", "added", "removed"
    ]


class Movement(Model):
    """Everything that moved of one risk."""

    risk: str
    title: dict[str, str]
    moved: Moved
    current_before: Rating | None = None
    current_after: Rating | None = None
    inherent_before: Rating | None = None
    inherent_after: Rating | None = None
    target_before: Rating | None = None
    target_after: Rating | None = None
    steps: dict[str, int] = {}
    """Facet → change of the steps that controls take off, the sum of ``controls``."""
    controls: tuple[ControlMoved, ...] = ()
    causes: tuple[Cause, ...] = ()
    material: bool = False
    """Whether an acceptance of before no longer speaks of this risk."""
    look_again: tuple[LookAgain, ...] = ()


class Side(Model):
    """One of the two assessments."""

    id: str
    digest: str
    scope: str
    criteria: str
    criteria_digest: str
    graph: str
    findings: str
    policy_revision: str | None = None
    """Digest of the rules, where it is known."""
    verdict: Verdict


class Movements(Contract):
    """What turns one assessment into another, sorted by risk. Risks of which nothing moved are left out."""

    schema_: Literal["movements/1"] = Field(default="movements/1", alias="schema")
    before: Side
    after: Side
    movements: tuple[Movement, ...]

    @property
    def moved(self) -> tuple[Movement, ...]:
        """Those whose current rating moved, or that came or went."""
        return tuple(one for one in self.movements if one.moved is not Moved.STOOD)

    def count(self, moved: Moved) -> int:
        """Give how many risks something became of."""
        return sum(one.moved is moved for one in self.movements)
