"""Cells of the report's tables, each with the type that its text has. Those that say the same are one."""

from datetime import date
from functools import lru_cache

from ros.report.document import Cell
from ros.report.model import Level

_shared = lru_cache(maxsize=4096)
"""A large report says a few things, such as a level, tens of thousands of times."""

SIGNS = {"pass": "✓", "fail": "✗", "not_evaluated": "○", "suppressed": "–"}


@_shared
def text(said: str, detail: str = "") -> Cell:
    """Give a cell of words."""
    return Cell(said, detail=detail)


@_shared
def level(one: Level) -> Cell:
    """Give a cell of a level: sign and word."""
    return Cell(f"{one.symbol} {one.word}", "level", rank=one.rank)


@_shared
def state(id_: str, word: str) -> Cell:
    """Give a cell of what a check found: sign and word."""
    return Cell(f"{SIGNS[id_]} {word}", "state", state=id_)


def day(said: str, iso: str) -> Cell:
    """Give a cell of a date; a plain one where there is none."""
    return Cell(said, "date", date.fromisoformat(iso)) if iso else Cell(said)


def number(value: int) -> Cell:
    """Give a cell of a count."""
    return Cell(str(value), "number", value)


@_shared
def code(said: str) -> Cell:
    """Give a cell of an id, a path or a value as a machine has it."""
    return Cell(said, "code")


def risks(ids: tuple[str, ...]) -> Cell:
    """Give a cell that leads to risks."""
    return Cell(", ".join(ids), "reference") if ids else Cell("–")
