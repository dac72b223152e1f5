"""Cells: where they are, what they hold, and texts that a workbook cannot carry as they are."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from prosess.documents.problem import Problem, of_domain
from prosess.domain.errors import DomainError

_NOT_CARRIED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"  # what XML refuses, or a reader turns into another
    r"|\\(?=u[0-9A-F]{4})"  # what would read as our own escape
    r"|_(?=x[0-9A-Fa-f]{4}_)"  # what would read as a workbook's
)
_ESCAPE = re.compile(r"\\u([0-9A-F]{4})")


@dataclass(frozen=True)
class Cell:
    """One cell that holds something."""

    file: str
    sheet: str
    row: int
    """From 1."""
    column: int
    """From 1."""
    value: str | int | float | bool | None = None

    @property
    def name(self) -> str:
        """``Sheet!B7``."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """What it holds, as a person reads it; a whole number without its point."""
        return "" if self.value is None else str(plain(self.value)).strip()

    def at(self, column: int) -> "Cell":
        """Give the empty cell in the same row under another column."""
        return Cell(self.file, self.sheet, self.row, column)

    def problem(self, error: DomainError) -> Problem:
        """Make a problem of what is refused of the cell."""
        return of_domain(error, file=self.file, line=self.row, column=self.column, path=self.name)


def letters(column: int) -> str:
    """Give a column's letters: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def plain(value: Any) -> str | int | float | bool | None:
    """Give a cell's value as JSON has it: whole numbers as integers, a day as its ISO date."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float) or value is None else str(value)


def carried(text: str) -> str:
    r"""Write a text so that a workbook gives back the same: what it cannot carry as ``\u000D``."""
    return _NOT_CARRIED.sub(lambda match: f"\\u{ord(match[0]):04X}", text)


def given(text: str) -> str:
    """Undo :func:`carried`."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
