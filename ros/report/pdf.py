"""The report as a tagged PDF: A4, contents with page numbers, page one alone, the same bytes for the same document.

Set by typst in this process. The document goes in as JSON that the template reads: no text of it is ever markup. Only
the letters that come with typst are used, so that a page is the same on every machine.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ros.report.columns import caption_under, chunks, is_small, lies_across, widths
from ros.report.document import Block, Bullets, Cell, Document, Facts, Matrices, Paragraph, Part, Section, Table
from ros.report.model import Matrix
from ros.wording.text import say

_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
_PORTRAIT, _LANDSCAPE = 104, 156
"""Characters of a table's letters on a line."""
_LISTED = 80
"""Sections up to which each is in the contents, and page one is set to fit one page; above, neither would help."""
_SHORT = 90


def render(document: Document) -> bytes:
    """Give the document as PDF/UA-1."""
    import typst

    return typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"document": written(document)},
        font_paths=_letters(),
        pdf_standards="ua-1",
    )


@cache
def _letters() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False)


def written(document: Document) -> str:
    """Give what the template reads, as JSON."""
    return json.dumps(_Pages(document).document(), ensure_ascii=False, separators=(",", ":"))


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

    def document(self) -> dict[str, Any]:
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
            "depth": 2 if len(self.anchors) <= _LISTED else 1,
            "crowded": len(self.anchors) > _LISTED,
            "words": {
                "contents": say("report.contents", language),
                "page": say("office.page", language),
                "of": say("office.of", language),
                "axis": say("one.axis", language),
            },
            "parts": [self._part(place, part) for place, part in enumerate(one.parts)],
        }

    def _part(self, place: int, part: Part) -> dict[str, Any]:
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
        match block:
            case Paragraph(text=text, tone=tone):
                return {"type": "paragraph", "text": _said(text), "tone": tone}
            case Facts(rows=rows, code=code):
                return {"type": "facts", "rows": [[_said(text) for text in row] for row in rows], "code": code}
            case Bullets(items=items, ordered=ordered, title=title):
                return {
                    "type": "bullets",
                    "items": [_said(one) for one in items],
                    "ordered": ordered,
                    "title": title or None,
                    "short": all(len(item) <= _SHORT for item in items),
                }
            case Table():
                return self._table(block, room, tight=tight) | {"caption": caption_under(under, block)}
            case Matrices(matrices=matrices):
                return {"type": "matrices", "matrices": [self._matrix(one) for one in matrices]}
            case Section(id=id_, title=title):
                label = self.anchors[id_] if id_ not in self.taken else None
                self.taken.add(id_)
                return {
                    "type": "section",
                    "label": label,
                    "title": title,
                    "blocks": self._blocks(block, room, tight=tight),
                }

    def _table(self, table: Table, room: int, *, tight: bool) -> dict[str, Any]:
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
            "rows": [[self._cell(cell) for cell in row] for row in table.rows],
        }

    def _cell(self, cell: Cell) -> dict[str, Any]:
        return {
            "text": _said(cell.text),
            "kind": cell.kind,
            "rank": cell.rank,
            "detail": _said(cell.detail) if cell.detail else None,
            "to": [self._link(one) for one in cell.text.split(", ")] if cell.kind == "reference" else None,
        }

    def _link(self, id_: str) -> dict[str, str | None]:
        return {"text": id_, "to": self.anchors.get(id_)}

    def _matrix(self, matrix: Matrix) -> dict[str, Any]:
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
                            "risks": [self._link(risk) for risk in cell.risks],
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
