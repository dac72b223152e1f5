"""Levels, ratings and matrices as they are shown."""

from dataclasses import dataclass


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
