"""Cuts a long report into gatherings: pages that are set one after another in little memory, and bound at the end.

A part that is heavier than a gathering is told in runs, each with a heading that says what is in it: a reader of a
thousand risks finds ``R0401–R0430`` in the contents, not one line for all of them.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ros.report.pdf.pages import Laid

_GATHERING = 480_000
"""Letters of JSON that a gathering holds, some hundred risks told in lines: typst needs about 60 MB to set them."""
_RUN = _GATHERING // 2
"""Letters that a run holds. Runs begin on pages of their own, which typst sets beside each other."""
_CELLS = 2
"""How much heavier a table is for being set in cells."""
_NAME = 24
"""Letters up to which what a run begins and ends with is its name."""

Weighed = tuple[int, Laid]
"""A part or a block, after what it weighs: weighing writes it as JSON, so it is done once."""


def gatherings(document: Laid) -> list[Laid]:
    """Cut what was laid out: the first is page one and the contents. A report that is not long stays whole."""
    if not document["crowded"]:
        return [document]
    opening = document | {"parts": []}
    return [opening, *(document | {"opening": None, "parts": parts} for parts in _shared(document))]


def _shared(document: Laid) -> Iterator[list[Laid]]:
    """Give the parts of each gathering: as many as it holds, in their order."""
    of = document["words"]["of"]
    for held in _packed((run for part in document["parts"] for run in _runs(part, of)), _GATHERING):
        yield [run for _, run in held]


def _packed(weighed: Iterable[Weighed], limit: int) -> Iterator[list[Weighed]]:
    """Share things in their order, as many together as weigh no more than a limit; one that is heavier is alone."""
    held: list[Weighed] = []
    weight = 0
    for one in weighed:
        if held and weight + one[0] > limit:
            yield held
            held, weight = [], 0
        held.append(one)
        weight += one[0]
    if held:
        yield held


def _runs(part: Laid, of: str) -> Iterator[Weighed]:
    """Give a part; one that is too heavy as several, each under a heading that says what is in it."""
    runs = list(_packed((piece for block in part["blocks"] for piece in _pieces(block)), _RUN))
    if len(runs) < 2:
        yield sum(weight for run in runs for weight, _ in run), part
        return
    for number, run in enumerate(runs, 1):
        blocks = [block for _, block in run]
        yield (
            sum(weight for weight, _ in run),
            part
            | {
                "title": f"{part['title']}{_named(blocks) or f' ({number} {of} {len(runs)})'}",
                "label": part["label"] if number == 1 else f"{part['label']}.{number}",
                "opens": True,
                "blocks": blocks,
            },
        )


def _pieces(block: Laid) -> Iterator[Weighed]:
    """Give a table that is too heavy as several, each under the same heads; any other block is one piece."""
    weight = _weight(block)
    if block["type"] != "table" or weight <= _RUN:
        yield weight, block
        return
    rows = block["rows"]
    step = math.ceil(len(rows) / math.ceil(weight / _RUN))
    for start in range(0, len(rows), step):
        piece = block | {"rows": rows[start : start + step]}
        yield _weight(piece), piece


def _named(blocks: Sequence[Laid]) -> str:
    """Say what a run holds, by the first and the last that it tells of; nothing where they have no short names."""
    heads = [head for block in blocks for head in _heads(block)]
    if not heads or max(map(len, (heads[0], heads[-1]))) > _NAME:
        return ""
    return f": {heads[0]}–{heads[-1]}" if heads[0] != heads[-1] else f": {heads[0]}"


def _heads(block: Laid) -> Iterator[str]:
    if block["type"] == "section":
        yield block["id"]
    elif block["type"] == "table":
        yield from (_text(row[0]) for row in block["rows"])


def _text(cell: Any) -> str:
    said = cell["text"] if isinstance(cell, dict) else cell
    return said if isinstance(said, str) else "".join(said)


def _weight(laid: Laid) -> int:
    if "blocks" in laid:
        return sum(map(_weight, laid["blocks"]))
    return len(json.dumps(laid, ensure_ascii=False)) * (_CELLS if laid["type"] == "table" else 1)
