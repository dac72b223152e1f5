"""The report as a Word document to write in: real headings, lists and tables, the same bytes every time.

The body is built as one text of WordprocessingML and parsed once: python-docx makes a cell at a time, each by searching
the whole table. Styles, numbering, header and footer are python-docx's.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from ros.report.columns import caption_under, is_small, lies_across, widths
from ros.report.document import Block, Bullets, Cell, Document, Facts, Matrices, Paragraph, Part, Section, Table
from ros.report.docx_styles import BORDERS, FILLS, PLAIN, prepare
from ros.report.model import Matrix
from ros.report.wordml import GAP, NAMESPACES, bookmark, cell, field, link, pages, paragraph, run, section_break, table
from ros.wording.text import say

_PORTRAIT, _LANDSCAPE = 9978, 14514
"""Width between the margins, in twentieths of a point."""
_CHARACTER = 86
"""Of a table's letters, with room for a reader whose own letters are wider."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""What a file in the package says of when it was made."""
_BODY = "word/document.xml"
_SHORT, _MANY = 90, 7


def render(document: Document) -> bytes:
    """Give the document as DOCX."""
    import docx

    word = docx.Document()
    references = prepare(word, document)
    body = _Body(document, references, [_restarted(word) for _ in range(_ordered(document))])
    saved, packed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            about = zipfile.ZipInfo(name, _EPOCH)
            about.compress_type = zipfile.ZIP_DEFLATED
            with kept.open(about, "w") as part:
                for piece in body.whole() if name == _BODY else [given.read(name)]:
                    part.write(piece)
    return packed.getvalue()


def _ordered(document: Document) -> int:
    return sum(isinstance(one, Bullets) and one.ordered for part in document.parts for one in _all(part.blocks))


class _Body:
    """The body of one document, piece by piece."""

    def __init__(self, document: Document, references: str, numberings: list[int]) -> None:
        self.given = document
        self.references = references
        self.numberings = iter(numberings)
        """One for each ordered list, which else would go on from the one before."""
        self.marks: dict[str, str] = {}
        """Id of a section → bookmark; the first of two with the same id has it."""
        self.made = 0
        self.after_columns = False
        for section in (one for part in document.parts for one in _all(part.blocks)):
            if isinstance(section, Section):
                self.marks.setdefault(section.id, f"section_{len(self.marks) + 1}")
        self.free = set(self.marks)

    def whole(self) -> Iterator[bytes]:
        """Give the file of the body, piece by piece: as a tree it would take hundreds of megabytes."""
        yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>'.encode()
        for piece in self._blocks():
            yield piece.encode()
        last = pages(self.references, across=False, columns=1, continuous=self.after_columns)
        yield f"{last}</w:body></w:document>".encode()

    def _blocks(self) -> Iterator[str]:
        one = self.given
        first, *rest = one.parts
        yield paragraph("Title", run(one.title))
        about = (one.subtitle, one.case, one.audience)
        yield paragraph("Subtitle", run(" · ".join(text for text in about if text)))
        yield paragraph("Verdict", run(one.verdict_words, bold=True))
        yield paragraph("VerdictReason", run(one.headline))
        yield self._part_heading(0, first)
        for block in first.blocks:
            yield from self._block(block, first, 2, _PORTRAIT)
        yield from self._contents()
        for place, part in enumerate(rest, 1):
            yield from self._part(place, part)

    def _part(self, place: int, part: Part) -> Iterator[str]:
        across = lies_across(part)
        if across:
            yield self._break()
        yield self._part_heading(place, part)
        for block in part.blocks:
            yield from self._block(block, part, 2, _LANDSCAPE if across else _PORTRAIT)
        if across:
            yield self._break(across=True)

    def _part_heading(self, place: int, part: Part) -> str:
        return paragraph("Heading1", self._mark(f"part_{place}", part.title))

    def _mark(self, name: str, title: str) -> str:
        self.made += 1
        return bookmark(self.made, name, run(title))

    def _contents(self) -> Iterator[str]:
        """Give the contents, ready to be read; Word adds the pages when it opens the file or the reader asks."""
        yield paragraph("ContentsHeading", run(say("report.contents", self.given.language)))
        entries = list(self._entries())
        for place, (style, mark, title) in enumerate(entries):
            before = field("begin", r' TOC \o "1-2" \h \z \u ') if place == 0 else ""
            after = field("end") if place == len(entries) - 1 else ""
            yield paragraph(style, before + link(mark, title) + after)

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        seen = set()
        for place, part in enumerate(self.given.parts):
            yield "TOC1", f"part_{place}", part.title
            for block in part.blocks:
                if isinstance(block, Section) and block.id not in seen:
                    seen.add(block.id)
                    yield "TOC2", self.marks[block.id], block.title

    def _break(self, *, across: bool = False, columns: int = 1) -> str:
        """End pages of one layout. What has columns, and what comes after it, goes on upon the same page."""
        continuous = columns > 1 or self.after_columns
        self.after_columns = columns > 1
        return section_break(self.references, across=across, columns=columns, continuous=continuous)

    def _block(self, block: Block, under: Part | Section, depth: int, room: int) -> Iterator[str]:
        match block:
            case Paragraph(text=text, tone=tone):
                yield paragraph(_TONES[tone], run(text, bold=tone == "strong"))
            case Facts(rows=rows, code=code):
                yield from self._facts(rows, code=code, room=room)
            case Bullets():
                yield from self._list(block)
            case Table():
                caption = caption_under(under, block)
                yield paragraph("Caption", run(caption)) if caption else ""
                yield from self._table(block, room)
            case Matrices(matrices=matrices):
                yield from self._matrices(matrices, room)
            case Section(id=id_, title=title, blocks=blocks):
                heading = self._mark(self.marks[id_], title) if id_ in self.free else run(title)
                self.free.discard(id_)
                yield paragraph(f"Heading{min(depth, 4)}", heading)
                for inner in blocks:
                    yield from self._block(inner, block, depth + 1, room)

    def _facts(self, rows: Iterable[tuple[str, str]], *, code: bool, room: int) -> Iterator[str]:
        key = room * 24 // 100
        style = "TableCode" if code else "TableText"
        written = (
            [cell(paragraph("TableKey", run(name)), key), cell(paragraph(style, run(value)), room - key)]
            for name, value in rows
        )
        return table("ReportFacts", (key, room - key), (), written)

    def _list(self, one: Bullets) -> Iterator[str]:
        if one.title:
            yield paragraph("Caption", run(one.title))
        if one.ordered:
            number = next(self.numberings)
            yield from (paragraph("ListNumber", run(item), numbering=number) for item in one.items)
            return
        beside = len(one.items) > _MANY and all(len(item) <= _SHORT for item in one.items)
        if beside:
            yield self._break()
        yield from (paragraph("ListBullet", run(item)) for item in one.items)
        if beside:
            yield self._break(columns=2)

    def _table(self, one: Table, room: int) -> Iterator[str]:
        characters = room // _CHARACTER
        columns = tuple(int(share * _CHARACTER) for share in widths(one, characters))
        kept = "Kept" if is_small(one) else ""
        head = [
            cell(paragraph(f"TableHead{kept}", run(name)), width)
            for name, width in zip(one.columns, columns, strict=True)
        ]
        rows = ([self._cell(given, width, kept) for given, width in zip(row, columns, strict=True)] for row in one.rows)
        return table("ReportTable", columns, head, rows)

    def _cell(self, given: Cell, width: int, kept: str) -> str:
        if given.kind == "reference":
            said = run(", ").join(self._reference(id_) for id_ in given.text.split(", "))
        else:
            said = run(given.text, bold=given.kind in ("level", "state"), light=(given.rank or 0) > 2)
        style = {"code": "TableCode", "number": "TableNumber"}.get(given.kind, "TableText") + kept
        more = paragraph(f"TableCode{kept}", run(given.detail)) if given.detail else ""
        level = given.rank if given.kind == "level" else None
        return cell(paragraph(style, said) + more, width, **_look(level))

    def _reference(self, id_: str) -> str:
        return link(self.marks[id_], id_) if id_ in self.marks else run(id_)

    def _matrices(self, matrices: tuple[Matrix, ...], room: int) -> Iterator[str]:
        if len(matrices) != 2:
            for one in matrices:
                yield from self._matrix(one, room)
            return
        half = (room - GAP) // 2
        yield self._break()
        yield from self._matrix(matrices[0], half)
        yield from self._matrix(matrices[1], half, before='<w:r><w:br w:type="column"/></w:r>')
        yield self._break(columns=2)

    def _matrix(self, one: Matrix, room: int, before: str = "") -> Iterator[str]:
        language = self.given.language
        side = room * 23 // 100
        columns = (side, *((room - side) // len(one.columns) for _ in one.columns))
        head = [cell(paragraph("TableHeadKept", run(say("one.axis", language))), side)] + [
            cell(paragraph("MatrixHeadKept", run(f"{ordinal} {label}")), width)
            for (ordinal, label), width in zip(one.columns, columns[1:], strict=True)
        ]
        rows = []
        for row in one.rows:
            written = [cell(paragraph("MatrixSideKept", run(f"{row.ordinal} {row.label}")), side)]
            for square, width in zip(row.cells, columns[1:], strict=True):
                rank, count = square.level.rank, len(square.risks)
                name = f"{square.level.symbol} {square.level.word}" + (f": {count}" if count else "")
                inner = paragraph("MatrixCellKept", run(name, bold=bool(count), light=rank > 2))
                if count:
                    ids = run(" ").join(self._reference(risk) for risk in square.risks)
                    inner += paragraph("MatrixCellKept", ids)
                written.append(cell(inner, width, **_look(rank)))
            rows.append(written)
        yield paragraph("MatrixCaption", before + run(one.caption))
        yield from table("ReportMatrix", columns, head, rows)
        if one.unplaced:
            yield paragraph("Quiet", run(say("one.unplaced", language, ids=", ".join(one.unplaced))))


_TONES = {"normal": "BodyText", "lead": "BodyText", "quiet": "Quiet", "warning": "Warning", "strong": "BodyText"}


def _look(rank: int | None) -> dict[str, str]:
    if rank is None:
        return {}
    if rank < 0:
        return {"border": PLAIN}
    return {"fill": FILLS[min(rank, 3)], "border": BORDERS[min(rank, 3)]}


def _restarted(word: Any) -> int:
    """Give a numbering of its own to an ordered list, which else would go on from the one before."""
    numbering = word.part.numbering_part.element
    style = word.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from _all(block.blocks)
