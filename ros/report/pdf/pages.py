"""What the template of the pages reads: the document as JSON, where each table's columns are and where a line may end.

What a long report says of one risk is set as lines, not as tables, and only a row's own risk is a link: typst takes
ten times the time and the memory for a cell that it takes for its words, and lays every link twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ros.report.columns import caption_under, chunks, is_small, lies_across, widths
from ros.report.document import Block, Bullets, Cell, Document, Facts, Matrices, Paragraph, Part, Section, Table
from ros.report.model import Matrix
from ros.wording.text import say

_PORTRAIT, _LANDSCAPE = 104, 156
"""Characters of a table's letters on a line."""
_LISTED = 80
"""Sections up to which each is in the contents and is told of in tables; a report of more is a long one."""
_PLACED = 120
"""Risks whose ids a matrix has room for on page one."""
_LONG = 1000
"""Letters from which a cell may be split over pages, for it could be higher than one."""
_SHORT = 90
_BARE = frozenset({"text", "date", "number"})
"""Kinds of cells that look like any text."""

Laid = dict[str, Any]
"""What the template reads, or a part of it: values that are JSON."""


def laid_out(document: Document) -> Laid:
    """Lay a whole document out for the template."""
    return _Pages(document).document()


class _Pages:
    """One document on its way to the template, with what it can be linked to."""

    def __init__(self, document: Document) -> None:
        self.given = document
        self.anchors: dict[str, str] = {}
        """Id of a section or part → label; the first of two with the same id has it."""
        self.taken: set[str] = set()
        for part in document.parts:
            for section in _sections(part.blocks):
                self.anchors.setdefault(section.id, f"section {section.id}")
        self.crowded = len(self.anchors) > _LISTED

    def document(self) -> Laid:
        one, language = self.given, self.given.language
        return {
            "language": language.value,
            "kind": one.kind,
            "title": one.title,
            "subtitle": one.subtitle,
            "marking": one.marking,
            "verdict": one.verdict,
            "verdict_words": one.verdict_words,
            "headline": _said(one.headline),
            "case": one.case or None,
            "audience": one.audience,
            "footer": one.footer,
            "depth": 1 if self.crowded else 2,
            "crowded": self.crowded,
            "words": {
                "contents": say("report.contents", language),
                "page": say("office.page", language),
                "of": say("office.of", language),
                "axis": say("one.axis", language),
            },
            "opening": self._part(0, one.parts[0]),
            "parts": [self._part(place, part) for place, part in enumerate(one.parts[1:], 1)],
        }

    def _part(self, place: int, part: Part) -> Laid:
        wide = place > 0 and lies_across(part)
        return {
            "title": part.title,
            "label": f"part {place}",
            "wide": wide,
            "opens": any(isinstance(block, Section) for block in part.blocks),
            "blocks": self._blocks(part, _LANDSCAPE if wide else _PORTRAIT, tight=place == 0),
        }

    def _blocks(self, under: Part | Section, room: int, *, tight: bool) -> list[Mapping[str, Any]]:
        return [self._block(block, under, room, tight=tight) for block in under.blocks]

    def _block(self, block: Block, under: Part | Section, room: int, *, tight: bool) -> Mapping[str, Any]:
        in_lines = self.crowded and not tight and isinstance(under, Section)
        match block:
            case Paragraph(text=text, tone=tone):
                return {"type": "paragraph", "text": _said(text), "tone": tone}
            case Facts(rows=rows, code=code):
                kind = "fact-lines" if in_lines else "facts"
                return {"type": kind, "rows": [[_said(text) for text in row] for row in rows], "code": code}
            case Bullets(items=items, ordered=ordered, title=title):
                return {
                    "type": "bullets",
                    "items": [_said(one) for one in items],
                    "ordered": ordered,
                    "title": title or None,
                    "short": all(len(item) <= _SHORT for item in items),
                }
            case Table():
                caption = {"caption": caption_under(under, block)}
                if in_lines and not block.work_list:
                    return {"type": "lines", "columns": block.columns, "rows": self._rows(block)} | caption
                return self._table(block, room, tight=tight) | caption
            case Matrices(matrices=matrices):
                return {"type": "matrices", "matrices": [self._matrix(one) for one in matrices]}
            case Section(id=id_, title=title):
                label = self.anchors[id_] if id_ not in self.taken else None
                self.taken.add(id_)
                return {
                    "type": "section",
                    "id": id_,
                    "label": label,
                    "title": title,
                    "blocks": self._blocks(block, room, tight=tight),
                }

    def _table(self, table: Table, room: int, *, tight: bool) -> Laid:
        return {
            "type": "table",
            "columns": table.columns,
            "widths": widths(table, room),
            "numbers": [
                place
                for place in range(len(table.columns))
                if table.rows and all(row[place].kind == "number" for row in table.rows)
            ],
            "tight": tight,
            "whole": is_small(table),
            "long": any(len(cell.text) > _LONG for row in table.rows for cell in row),
            "rows": self._rows(table),
        }

    def _rows(self, table: Table) -> list[list[Any]]:
        return [[self._cell(cell) for cell in row] for row in table.rows]

    def _cell(self, cell: Cell) -> Any:
        if cell.kind in _BARE and not cell.detail:
            return _said(cell.text)
        return {
            "text": _said(cell.text),
            "kind": cell.kind,
            "rank": cell.rank,
            "detail": _said(cell.detail) if cell.detail else None,
            "to": self._links(cell.text) if cell.kind == "reference" else None,
        }

    def _links(self, text: str) -> list[dict[str, str | None]]:
        if self.crowded and ", " in text:
            return [{"text": text, "to": None}]
        return [self._link(one) for one in text.split(", ")]

    def _link(self, id_: str) -> dict[str, str | None]:
        return {"text": id_, "to": self.anchors.get(id_)}

    def _named(self, risks: Sequence[str], placed: int) -> list[dict[str, str | None]]:
        """Give the risks of a square; of a matrix that so many are in, only how many: each section tells its place."""
        if not self.crowded:
            return [self._link(risk) for risk in risks]
        return [{"text": " ".join(risks), "to": None}] if risks and placed <= _PLACED else []

    def _matrix(self, matrix: Matrix) -> Laid:
        placed = sum(len(cell.risks) for row in matrix.rows for cell in row.cells)
        unplaced = ", ".join(matrix.unplaced)
        return {
            "caption": matrix.caption,
            "columns": [f"{ordinal} {label}" for ordinal, label in matrix.columns],
            "rows": [
                {
                    "label": f"{row.ordinal} {row.label}",
                    "cells": [
                        {
                            "rank": cell.level.rank,
                            "name": f"{cell.level.symbol} {cell.level.word}"
                            + (f": {len(cell.risks)}" if cell.risks else ""),
                            "risks": self._named(cell.risks, placed),
                            "many": bool(cell.risks),
                        }
                        for cell in row.cells
                    ],
                }
                for row in matrix.rows
            ],
            "unplaced": say("one.unplaced", self.given.language, ids=unplaced) if unplaced else None,
        }


def _sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.blocks)


def _said(text: str) -> str | tuple[str, ...]:
    pieces = chunks(text)
    return text if len(pieces) == 1 else pieces
