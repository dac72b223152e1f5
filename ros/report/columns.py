"""How a table is laid on a page of fixed width: how wide each column is, in characters, and where a line may break."""

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ros.report.document import Cell, Part, Section, Table

_ACROSS = 8
_SMALL = 1200
_FEW_ROWS = 14
_LEAST = 5
_LONGEST_WORD = 16
_WIDEST = 110
_DETAIL = 30
_WHOLE: Mapping[str, int] = {"level": 4, "state": 2, "date": 1}
"""Kinds of cells that stay on one line, and what they need beside their letters."""
_LONGEST_WHOLE = 24
_CODE_SCALE = 1.25
"""How much wider the letters of code are."""
_CHUNK = 12
_LONGEST_PIECE = 16
_TOKEN = 14
_BREAK = re.compile(r"(?<=[/:$._@=&?,;])(?=\w)|(?<=[a-z])(?=[A-Z])")


def widths(table: Table, room: int) -> tuple[float, ...]:
    """Share ``room`` characters among a table's columns: no word broken without need, the rest by what is to be read.

    The shares add up to ``room``.
    """
    least, wanted = [], []
    for place, heading in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        word = max([_longest_word(heading), *map(_unbroken, cells)])
        numbers = bool(cells) and all(cell.kind == "number" for cell in cells)
        least.append(max(_LEAST, word + 1))
        longest = max([len(heading), *map(_length, cells)])
        wanted.append(least[-1] if numbers else max(least[-1], min(_WIDEST, longest)))
    return tuple(_shared(least, wanted, room))


def _shared(least: list[int], wanted: list[int], room: int) -> Iterator[float]:
    spare, wish = room - sum(least), sum(wanted) - sum(least)
    if spare <= 0:
        yield from (room * one / sum(least) for one in least)
        return
    given = min(1.0, spare / wish) if wish else 0.0
    left, long = max(0, spare - wish), sum(wanted)
    for low, high in zip(least, wanted, strict=True):
        yield low + given * (high - low) + left * high / long


def _length(cell: Cell) -> int:
    # What is said in small letters needs no room of its own: it breaks.
    return max(len(cell.text), min(len(cell.detail), _DETAIL))


def _unbroken(cell: Cell) -> int:
    """Give how much of a cell stays on one line: all of a level, a state or a date."""
    if cell.kind in _WHOLE:
        return min(_LONGEST_WHOLE, len(cell.text) + _WHOLE[cell.kind])
    if cell.kind == "code":
        return min(_LONGEST_WORD, math.ceil(max(map(len, chunks(cell.text))) * _CODE_SCALE))
    return min(_LONGEST_WORD, _longest_word(cell.text))


@lru_cache(maxsize=4096)
def _longest_word(text: str) -> int:
    return max((len(word) for chunk in chunks(text) for word in chunk.replace("-", "- ").split()), default=0)


@lru_cache(maxsize=4096)
def chunks(text: str) -> tuple[str, ...]:
    """Cut a text where a line may be broken besides at its spaces; joined again they are the text.

    A URN, a path or a digest has no space to break at; words of a language do, or have hyphenation.
    """
    if len(text) <= _TOKEN:
        return (text,)
    cut: list[str] = []
    line = ""
    for place, token in enumerate(text.split(" ")):
        line += " " if place else ""
        *first, last = _pieces(token) if len(token) > _TOKEN else [token]
        for piece in first:
            cut.append(line + piece)
            line = ""
        line += last
    return (*cut, line)


def _pieces(token: str) -> list[str]:
    pieces: list[str] = []
    for piece in _BREAK.split(token):
        step = len(piece) if len(piece) <= _LONGEST_PIECE or not piece.isalnum() or piece.isalpha() else _CHUNK
        pieces.extend(piece[at : at + step] for at in range(0, len(piece), step or 1))
    return pieces or [token]


def caption_under(heading: Part | Section, table: Table) -> str | None:
    """Give a table's caption, or nothing where the heading right above has just said it."""
    return (
        table.caption if table.caption and not (table.caption == heading.title and heading.blocks[0] is table) else None
    )


def lies_across(part: Part) -> bool:
    """Tell whether a part has a table so wide that its pages lie on their side."""
    return any(isinstance(block, Table) and len(block.columns) >= _ACROSS for block in part.blocks)


def is_small(table: Table) -> bool:
    """Tell whether a table is so short that it should be read in one piece, not split over pages."""
    return (
        len(table.rows) <= _FEW_ROWS
        and sum(len(cell.text) + len(cell.detail) for row in table.rows for cell in row) < _SMALL
    )
