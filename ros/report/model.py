"""What a report says, once and in one language. Formats lay it out; none of them computes or words anything."""

from dataclasses import dataclass

from prosess.domain.text import Language
from ros.report.figures import Cell as Cell
from ros.report.figures import Level as Level
from ros.report.figures import Matrix as Matrix
from ros.report.figures import MatrixRow as MatrixRow
from ros.report.figures import Rating as Rating


@dataclass(frozen=True, slots=True)
class Movement:
    """How a risk moved, in words."""

    id: str
    title: str
    before: Rating
    now: Rating
    direction: str
    """``▼``, ``▲``, ``=`` or ``?``."""
    word: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one data controller has to accept or reduce."""

    controller: str
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, of whom, by when."""

    decision: str
    of: str
    by: str
    by_iso: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One risk in the register."""

    id: str
    title: str
    owner: str
    inherent: Level
    now: Level
    target: Level
    movement: Movement
    next_due: str
    next_due_iso: str
    evidence: str
    stale: bool
    needs_acceptance: bool


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One scale of a risk, from judgement to target."""

    name: str
    inherent: str
    steps: str
    now: str
    lapsed: str
    """Without the evidence that is out of date."""
    target: str
    decides: bool


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One control that a risk leans on."""

    id: str
    title: str
    state: str
    state_id: str
    because: str
    effect: str
    counts: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What one rule found: on one resource, or on all those where it found the same and nothing is wrong."""

    rule: str
    resource: str
    urn: str
    """Empty where the row is about resources that meet the rule; the assessment has each of them."""
    path: str
    expected: str
    actual: str
    state: str
    state_id: str
    source: str
    """What it was read from."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One measure."""

    when: str
    """Whether the deadline has passed, is near, or is later."""
    due: str
    due_iso: str
    action: str
    responsible: str
    risk: str
    option: str
    state: str


@dataclass(frozen=True, slots=True)
class Description:
    """What may happen, as its file tells it."""

    because: str
    may: str
    so_that: str
    whole: str
    """The whole description; the parts are empty where it is not written as *because …, may …, so that …*."""


@dataclass(frozen=True, slots=True)
class RiskSection:
    """Everything about one risk."""

    id: str
    title: str
    owner: str
    origin: str
    """Which analysis it is inherited from; empty where it is this one's own."""
    description: Description
    vulnerability: str
    rationale: str
    knowledge: str
    applies_to: tuple[str, ...]
    inherent: Rating
    now: Rating
    lapsed: Rating | None
    """Only where the evidence is stale."""
    target: Rating
    facets: tuple[FacetRow, ...]
    approval: str
    """Who approved what the controls are worth, when and why; empty where there are none."""
    raises: tuple[str, ...]
    controls: tuple[ControlRow, ...]
    evidence: tuple[EvidenceRow, ...]
    read_from: tuple[str, ...]
    """What the evidence was read from: name, start of the digest, time."""
    withheld: str
    """Says that evidence is withheld; empty where none is."""
    plan: tuple[PlanRow, ...]
    acceptances: tuple[tuple[str, str], ...]
    """Data controller → state, and why it fell where it did."""
    needs_acceptance: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """How one risk differs from the former assessment."""

    risk: str
    title: str
    change: str
    before: Level | None
    now: Level | None
    because: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the former assessment."""

    line: str
    """In a line, for page one."""
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """What data protection law asks for."""

    name: str
    state_id: str
    state: str
    because: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class BowTie:
    """One risk from its causes to its consequences, with the controls on either side."""

    id: str
    title: str
    causes: tuple[str, ...]
    preventive: tuple[str, ...]
    event: str
    reducing: tuple[str, ...]
    """Controls that detect or correct."""
    consequences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """One data controller's acceptance of one risk."""

    risk: str
    title: str
    level: Level
    controller: str
    state: str
    until: str
    until_iso: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How much of a control something answers for, in per cent that add up to 100."""

    id: str
    title: str
    code: int
    attested: int
    nothing: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One document that levels rest on."""

    name: str
    digest: str
    collected: str
    expires: str
    state: str


@dataclass(frozen=True, slots=True)
class DependencyRow:
    """One dependency, as its caller words it."""

    needs: str
    needed_for: str
    actor: str
    criticality: str
    deadline: str
    mutual_plan: str
    status: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule that ran."""

    rule: str
    title: str
    """What it asks for; empty where the caller did not say."""
    passed: int
    failed: int
    suppressed: int
    not_evaluated: int
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table: the first cell of each row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level, what it means, and who may accept it."""

    level: Level
    meaning: str
    accepted_by: str
    days: str


@dataclass(frozen=True, slots=True)
class Method:
    """How levels come about, and the scales."""

    note: str
    sentences: tuple[str, ...]
    levels: tuple[LevelRow, ...]
    matrix: Matrix
    scales: tuple[Table, ...]
    coverage: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What was assessed, by whom, under which assumptions."""

    facts: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    exclusions: tuple[str, ...]
    parties: Table
    meetings: Table
    values: Table
    threats: Table
    assets: Table
    flows: Table


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report in one language, for one audience."""

    language: Language
    audience: str
    """Worded."""
    case: str
    """Case number in the archive, worded; empty where there is none."""
    title: str
    subtitle: str
    marking: str
    verdict: str
    """The verdict's id."""
    verdict_symbol: str
    verdict_word: str
    headline: str
    asked: Asked | None
    wanted: tuple[Wanted, ...]
    before: Matrix
    now: Matrix
    place_key: str
    """What the short forms of the movements stand for."""
    movements: tuple[Movement, ...]
    top: tuple[RegisterRow, ...]
    coverage: str
    changes: Changes
    duties: tuple[Duty, ...]
    register: tuple[RegisterRow, ...]
    risks: tuple[RiskSection, ...]
    bowties: tuple[BowTie, ...]
    access: Table | None
    """Access options beside one another, as the caller compares them."""
    accepted: tuple[AcceptedRow, ...]
    plan: tuple[PlanRow, ...]
    """What is not verified yet, the earliest deadline first."""
    dependencies: tuple[DependencyRow, ...]
    rules: tuple[RuleRow, ...]
    method: Method
    frame: Frame
    glossary: tuple[tuple[str, str], ...]
    provenance: tuple[tuple[str, str], ...]
    sources: tuple[SourceRow, ...]
