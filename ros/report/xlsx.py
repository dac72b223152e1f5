"""The report as a workbook: an overview, and a sheet for each list that a reviewer works in.

Texts are written as texts, whatever they begin with: nothing that was written in a risk is ever a formula. Dates and
numbers are dates and numbers. Nothing says when it was made: the same document gives the same bytes.
"""

import io
import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from tempfile import TemporaryDirectory
from typing import Any

from ros.report.columns import caption_under
from ros.report.document import Block, Bullets, Cell, Document, Facts, Matrices, Paragraph, Part, Section, Table
from ros.report.model import Matrix
from ros.report.xlsx_styles import LANGUAGES, Styles
from ros.wording.text import say

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(1980, 1, 1)
_LONGEST_NAME = 31
_REFUSED_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_LONGEST_TEXT = 32_767
_NARROWEST, _WIDEST = 8, 56
_LINE_HEIGHT = 15
_HIGHEST = 400
_WRAPPED = 1.05
"""How much longer a text is for being broken at its spaces."""
_OVERVIEW_COLUMNS = (26, 30, 22, 22, 26, 22, 18, 18)


def render(document: Document, extra: Callable[[Any], None] | None = None) -> bytes:
    """Give the document as XLSX; ``extra`` may add sheets to the workbook (an ``xlsxwriter.Workbook``) at its end.

    A sheet is written from its top down: the library keeps a row no longer than until the next is begun.
    """
    import xlsxwriter

    written = io.BytesIO()
    # In a folder of its own, which is taken away whatever happens: the library cleans up only after what went well.
    with TemporaryDirectory() as rows, xlsxwriter.Workbook(written, {**_OPTIONS, "tmpdir": rows}) as book:
        book.set_properties({"title": document.title, "subject": document.kind, "author": "", "created": _CREATED})
        book.set_custom_property("Language", LANGUAGES[document.language], "text")
        styles = Styles(book, document.language)
        lists = list(_named(document))
        overview = book.add_worksheet(say("office.overview", document.language))
        _Overview(overview, styles, document).fill(lists)
        for name, table in lists:
            _fill_list(book.add_worksheet(name), styles, document, table)
        if extra is not None:
            extra(book)
    return written.getvalue()


def _named(document: Document) -> Iterator[tuple[str, Table]]:
    """Give each work list a name that a sheet may have and no other sheet has."""
    taken = {say("office.overview", document.language).casefold()}
    for table in document.tables():
        if table.work_list:
            name = plain = " ".join(table.caption.translate(_REFUSED_IN_NAME).split())[:_LONGEST_NAME] or table.id
            number = 1
            while name.casefold() in taken:
                number += 1
                tail = f" {number}"
                name = plain[: _LONGEST_NAME - len(tail)] + tail
            taken.add(name.casefold())
            yield name, table


def _printed(sheet: Any, document: Document, *, across: bool) -> None:
    """Set a sheet up for A4: as wide as the paper, with the marking above and the page number below."""
    language = document.language
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    if across:
        sheet.set_landscape()
    marking = document.marking.replace("&", "&&")[:120]
    sheet.set_header(f"&L&8{document.kind.replace('&', '&&')[:60]}&R&8 {marking}")
    page, of = say("office.page", language), say("office.of", language)
    sheet.set_footer(f"&L&8{document.title.replace('&', '&&')[:90]}&R&8{page} &P {of} &N")


def _fill_list(sheet: Any, styles: Styles, document: Document, table: Table) -> None:
    """Write a table as a list to sort and filter: its head stands still and repeats on paper."""
    wide = []
    for column, heading in enumerate(table.columns):
        longest = max([len(heading) + 4, *(max(len(row[column].text), len(row[column].detail)) for row in table.rows)])
        wide.append(max(_NARROWEST, min(_WIDEST, longest + 2)))
        sheet.set_column(column, column, wide[-1])
        sheet.write_string(0, column, heading, styles.head)
    for place, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, styles, place, column, cell)
        sheet.set_row(place, _height(row, wide))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    sheet.repeat_rows(0)
    _printed(sheet, document, across=True)


def _height(row: Sequence[Cell], wide: Sequence[int]) -> int:
    """Give how high a row must be for its longest cell: a program that reads the file may not work it out itself."""
    lines = (
        sum(
            1 if len(text) < width else math.ceil(len(text) * _WRAPPED / width)
            for text in (cell.text, cell.detail)
            if text
        )
        for cell, width in zip(row, wide, strict=False)
    )
    return min(_HIGHEST, _LINE_HEIGHT * max(1, *lines))


def _write(sheet: Any, styles: Styles, row: int, column: int, cell: Cell) -> None:
    look = styles.of(cell)
    if cell.kind == "date" and isinstance(cell.value, date):
        sheet.write_datetime(row, column, datetime(cell.value.year, cell.value.month, cell.value.day), look)
    elif cell.kind == "number" and isinstance(cell.value, int):
        sheet.write_number(row, column, cell.value, look)
    else:
        said = f"{cell.text}\n{cell.detail}" if cell.detail else cell.text
        sheet.write_string(row, column, said[:_LONGEST_TEXT], look)


class _Overview:
    """The first sheet: what page one says, and where the lists are."""

    def __init__(self, sheet: Any, styles: Styles, document: Document) -> None:
        self.sheet = sheet
        self.styles = styles
        self.given = document
        self.row = 0

    def fill(self, lists: list[tuple[str, Table]]) -> None:
        """Write it all."""
        one, styles = self.given, self.styles
        for column, width in enumerate(_OVERVIEW_COLUMNS):
            self.sheet.set_column(column, column, width)
        self._line(one.kind, styles.quiet)
        self.sheet.set_row(self.row, 26)
        self._line(one.title, styles.title)
        for text in (one.subtitle, one.marking, one.case, one.audience):
            if text:
                self._line(text, styles.quiet)
        self.row += 1
        self._line(one.verdict_words, styles.verdict)
        self._text(one.headline, styles.text)
        first = one.parts[0]
        self._heading(first.title)
        for block in first.blocks:
            self._block(block, first)
        self._sheets(lists)
        self._line(one.footer, styles.quiet)
        self.sheet.hide_gridlines(2)
        _printed(self.sheet, one, across=True)

    def _line(self, text: str, look: Any) -> None:
        self.sheet.write_string(self.row, 0, text[:_LONGEST_TEXT], look)
        self.row += 1

    def _text(self, text: str, look: Any) -> None:
        """Write running text over the width of the sheet, as high as it needs."""
        room = sum(_OVERVIEW_COLUMNS[:6])
        self.sheet.set_row(self.row, _LINE_HEIGHT * (1 + len(text) // room))
        self.sheet.merge_range(self.row, 0, self.row, 5, "", look)
        self._line(text, look)

    def _heading(self, text: str) -> None:
        self.row += 1
        self._line(text, self.styles.heading)

    def _block(self, block: Block, under: Part | Section) -> None:
        styles = self.styles
        match block:
            case Paragraph(text=text, tone=tone):
                self._text(text, {"quiet": styles.quiet_text, "strong": styles.strong}.get(tone, styles.text))
            case Facts(rows=rows):
                for name, value in rows:
                    self.sheet.write_string(self.row, 0, name, styles.key)
                    self.sheet.merge_range(self.row, 1, self.row, 5, "", styles.text)
                    self.sheet.set_row(self.row, _LINE_HEIGHT * (1 + len(value) // sum(_OVERVIEW_COLUMNS[1:6])))
                    self.sheet.write_string(self.row, 1, value[:_LONGEST_TEXT], styles.text)
                    self.row += 1
            case Bullets(items=items, title=title, ordered=ordered):
                for text in filter(None, [title]):
                    self._line(text, styles.strong_line)
                for place, item in enumerate(items, 1):
                    self._line(f"{place}. {item}" if ordered else item, styles.line)
            case Table():
                self._table(block, under)
            case Matrices(matrices=matrices):
                for one in matrices:
                    self._matrix(one)
            case Section(title=title, blocks=blocks):
                self._heading(title)
                for inner in blocks:
                    self._block(inner, block)

    def _table(self, table: Table, under: Part | Section) -> None:
        caption = caption_under(under, table)
        if caption:
            self._line(caption, self.styles.strong_line)
        for column, heading in enumerate(table.columns):
            self.sheet.write_string(self.row, column, heading, self.styles.head)
        for row in table.rows:
            self.row += 1
            self.sheet.set_row(self.row, _height(row, _OVERVIEW_COLUMNS))
            for column, cell in enumerate(row):
                _write(self.sheet, self.styles, self.row, column, cell)
        self.row += 1

    def _matrix(self, one: Matrix) -> None:
        language = self.given.language
        self._line(one.caption, self.styles.strong_line)
        self.sheet.write_string(self.row, 0, say("one.axis", language), self.styles.head)
        for column, (ordinal, label) in enumerate(one.columns, 1):
            self.sheet.write_string(self.row, column, f"{ordinal} {label}", self.styles.head)
        for row in one.rows:
            self.row += 1
            self.sheet.set_row(self.row, _LINE_HEIGHT * 3)
            self.sheet.write_string(self.row, 0, f"{row.ordinal} {row.label}", self.styles.side)
            for column, square in enumerate(row.cells, 1):
                level, risks = square.level, square.risks
                said = f"{level.symbol} {level.word}" + (f": {len(risks)}\n{', '.join(risks)}" if risks else "")
                self.sheet.write_string(self.row, column, said[:_LONGEST_TEXT], self.styles.square(level.rank))
        self.row += 1
        if one.unplaced:
            self._line(say("one.unplaced", language, ids=", ".join(one.unplaced)), self.styles.quiet)
        self.row += 1

    def _sheets(self, lists: list[tuple[str, Table]]) -> None:
        language = self.given.language
        self._heading(say("office.sheets", language))
        for column, word in enumerate(("office.sheet", "office.rows")):
            self.sheet.write_string(self.row, column, say(word, language), self.styles.head)
        for name, table in lists:
            self.row += 1
            target = f"internal:'{name}'!A1"
            self.sheet.write_url(self.row, 0, target, self.styles.link, table.caption)
            self.sheet.write_number(self.row, 1, len(table.rows), self.styles.number)
        self.row += 2
