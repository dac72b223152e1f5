"""How wide each column of a table is, in characters: the same judgement for every format that has a fixed page."""

import re
from collections.abc import Iterable, Iterator

from ros.report.document import Cell, Table

_LEAST = 4
_LONGEST_WORD = 16
_WIDEST = 60
_CHUNK = 12
_LONGEST_PIECE = 16
_TOKEN = 14
_BREAK = re.compile(r"(?<=[/:$._@=&?,;])(?=\w)|(?<=[a-z])(?=[A-Z])")


def widths(table: Table, room: int) -> tuple[float, ...]:
    """Share ``room`` characters among a table's columns: no word broken without need, the rest by what there is to read.

    The shares add up to ``room``.
    """
    least, wanted = [], []
    for place, heading in enumerate(table.columns):
        texts = [heading, *(text for row in table.rows for text in _lines(row[place : place + 1]))]
        least.append(max(_LEAST, min(_LONGEST_WORD, max(_longest_word(text) for text in texts))))
        wanted.append(max(_LEAST, min(_WIDEST, max(map(len, texts)))))
    return tuple(_shared(least, [max(pair) for pair in zip(least, wanted, strict=True)], room))


def _shared(least: list[int], wanted: list[int], room: int) -> Iterator[float]:
    spare, wish = room - sum(least), sum(wanted) - sum(least)
    if spare <= 0 or wish == 0:
        yield from (room * one / sum(least) for one in least)
        return
    for low, high in zip(least, wanted, strict=True):
        yield low + spare * (high - low) / wish


def _lines(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        yield cell.text
        # What is said in small letters needs no room of its own: it breaks.
        yield cell.detail[: _WIDEST // 2]


def _longest_word(text: str) -> int:
    return max(map(len, text.replace("-", "- ").split()), default=0)


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
        step = len(piece) if len(piece) <= _LONGEST_PIECE or piece.isalpha() else _CHUNK
        pieces.extend(piece[at : at + step] for at in range(0, len(piece), step or 1))
    return pieces or [token]
