"""What a report says, once and in one language. Formats lay it out; none of them computes or words anything."""

from dataclasses import dataclass

from prosess.domain.text import Language


@dataclass(frozen=True, slots=True)
class Level:
    """A level as it is shown: a sign, a word, and the place that its colour follows."""

    id: str
    rank: int
    """Place in the profile, lowest 0; -1 where there is no level."""
    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as it is shown."""

    level: Level
    likelihood: int
    consequence: int | None
    """Of the dimension that decided."""
    dimension: str
    place: str
    """Short form of both ordinals, such as ``S2 K4``."""
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix: its level, and the risks that stand in it."""

    level: Level
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """The cells of one likelihood."""

    ordinal: int
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Risks by likelihood (highest first) and by the consequence that decided (lowest first)."""

    id: str
    caption: str
    columns: tuple[tuple[int, str], ...]
    rows: tuple[MatrixRow, ...]
    unplaced: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One measure."""

    due: str
    due_iso: str
    action: str
    responsible: str
    risk: str
    option: str
    state: str


@dataclass(frozen=True, slots=True)
class RiskSection:
    """Everything about one risk."""

    id: str
    title: str
    owner: str
    description: str
    rationale: str
    knowledge: str
    applies_to: tuple[str, ...]
    inherent: Rating
    now: Rating
    lapsed: Rating | None
    """Only where the evidence is stale."""
    target: Rating
    facets: tuple[FacetRow, ...]
    controls: tuple[ControlRow, ...]
    evidence: tuple[EvidenceRow, ...]
    plan: tuple[PlanRow, ...]
    acceptances: tuple[tuple[str, str], ...]
    """Data controller → state."""
    needs_acceptance: bool


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


@dataclass(frozen=True, slots=True)
class Frame:
    """What was assessed, by whom, under which assumptions."""

    facts: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    exclusions: tuple[str, ...]
    parties: Table


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report in one language."""

    language: Language
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
    register: tuple[RegisterRow, ...]
    risks: tuple[RiskSection, ...]
    plan: tuple[PlanRow, ...]
    dependencies: tuple[DependencyRow, ...]
    rules: tuple[RuleRow, ...]
    method: Method
    frame: Frame
    glossary: tuple[tuple[str, str], ...]
    provenance: tuple[tuple[str, str], ...]
