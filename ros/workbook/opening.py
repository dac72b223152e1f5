"""Opening a workbook that anybody may have made: bounded, without macros, and never computing anything."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from prosess.documents import DocumentError
from prosess.documents.problem import Problem, of_domain
from prosess.documents.source import file_problem, name_problems, shown_name
from prosess.domain.errors import DomainError
from prosess.domain.guard import PersonIdentifierError, find_person_identifier
from prosess.domain.text.refusals import refusal
from ros.workbook.cells import Cell, plain

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 1_000
MOST_SHEETS = 50
MOST_ROWS = 60_000
MOST_COLUMNS = 120
MOST_CELLS = 4_000_000
"""Empty ones are counted too: a row whose last cell is far out is as wide as that."""
MOST_PROBLEMS = 50

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet that hold something, row by row."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, str], ...] = ()
    """First row, last row and first cell of what is merged across columns."""

    def refuse_merged(self, row: int, file: str) -> Iterator[Problem]:
        """Give a problem for each merged cell in a row of headings."""
        for first, last, cell in self.merged:
            if first <= row <= last:
                yield of_domain(
                    refusal("WORKBOOK_MERGED_HEADING"), file=file, line=row, column=1, path=f"{self.name}!{cell}"
                )


@dataclass(frozen=True)
class Book:
    """A workbook that was read."""

    file: str
    """Its name as messages show it."""
    sheets: tuple[Sheet, ...]


def opened(source: Path | Book) -> Book:
    """Read a workbook, or give one that was read already.

    Raises:
        DocumentError: as :func:`open_workbook`.
    """
    return open_workbook(source) if isinstance(source, Path) else source


def open_workbook(path: Path) -> Book:
    """Read every visible and hidden sheet of an XLSX file; links to other files are not followed.

    Raises:
        DocumentError: where the file is missing, no workbook, too large, has macros, or a cell holds a formula or
            eleven digits in a row; with sheet and cell.
    """
    file = shown_name(Path(path.name))
    if problems := name_problems(path):
        raise DocumentError(problems)
    parts = _looked_through(path, file)
    sheets: list[Sheet] = []
    problems = []
    for name, rows in _rows(path, file):
        sheets.append(Sheet(name, tuple(_checked(rows, problems)), _merged(parts.get(name, b""))))
    if problems:
        raise DocumentError(problems[:MOST_PROBLEMS])
    return Book(file, tuple(sheets))


def _refuse(file: str, error: DomainError) -> NoReturn:
    raise DocumentError([of_domain(error, file=file, line=1, column=1, path="")]) from None


def _looked_through(path: Path, file: str) -> dict[str, bytes]:
    """Hold the archive to its limits before anything reads it; give the XML of each sheet by the sheet's name."""
    from defusedxml.ElementTree import fromstring

    try:
        if path.stat().st_size > MOST_BYTES:
            _refuse(file, refusal("WORKBOOK_TOO_LARGE", facts={"what": "MB", "limit": MOST_BYTES >> 20}))
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                _refuse(file, refusal("WORKBOOK_TOO_LARGE", facts={"what": "MB", "limit": MOST_UNPACKED >> 20}))
            names = {entry.filename for entry in entries}
            types = archive.read("[Content_Types].xml")
            if any(name.endswith("vbaProject.bin") for name in names) or b"macroEnabled" in types:
                _refuse(file, refusal("WORKBOOK_MACROS"))
            read = {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
        if any(b"<!DOCTYPE" in data or b"\0" in data for data in read.values()):
            _refuse(file, refusal("WORKBOOK_NOT_XLSX"))
        links = {link.get("Id"): str(link.get("Target")) for link in fromstring(read["xl/_rels/workbook.xml.rels"])}
        return {
            str(sheet.get("name")): read.get(_part(links.get(_id(sheet.attrib), "")), b"")
            for sheet in fromstring(read["xl/workbook.xml"]).iter()
            if sheet.tag.endswith("}sheet")
        }
    except FileNotFoundError:
        raise DocumentError([file_problem(file, "FILE_MISSING", "hint.path")]) from None
    except DocumentError:
        raise
    except Exception:
        _refuse(file, refusal("WORKBOOK_NOT_XLSX"))


def _id(attributes: dict[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _rows(path: Path, file: str) -> Iterator[tuple[str, list[tuple[Cell, str]]]]:
    """Give each sheet's cells with their kind, as openpyxl reads them: nothing is computed."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep, such as drop-down lists
            book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
            try:
                if len(book.worksheets) > MOST_SHEETS:
                    _refuse(file, refusal("WORKBOOK_TOO_LARGE", facts={"what": "sheets", "limit": MOST_SHEETS}))
                for sheet in book.worksheets:
                    yield sheet.title, list(_cells(sheet, file))
            finally:
                book.close()
    except DocumentError:
        raise
    except Exception:
        _refuse(file, refusal("WORKBOOK_NOT_XLSX"))


def _cells(sheet: Any, file: str) -> Iterator[tuple[Cell, str]]:
    sheet.reset_dimensions()  # what it says of its own size may be wrong
    looked_at = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        looked_at += len(row)
        if number > MOST_ROWS or looked_at > MOST_CELLS:
            _refuse(file, refusal("WORKBOOK_TOO_LARGE", facts={"what": f"{sheet.title}: rows", "limit": MOST_ROWS}))
        for column, cell in enumerate(row, 1):
            if cell.value is None:
                continue
            if column > MOST_COLUMNS:
                what = f"{sheet.title}: columns"
                _refuse(file, refusal("WORKBOOK_TOO_LARGE", facts={"what": what, "limit": MOST_COLUMNS}))
            value = None if cell.data_type == "f" else plain(cell.value)
            yield Cell(file, sheet.title, number, column, value), cell.data_type


def _checked(cells: list[tuple[Cell, str]], problems: list[Problem]) -> Iterator[tuple[Cell, ...]]:
    row: list[Cell] = []
    for cell, kind in cells:
        if row and row[0].row != cell.row:
            yield tuple(row)
            row = []
        row.append(cell)
        if kind == "f":
            problems.append(cell.problem(refusal("WORKBOOK_FORMULA")))
        elif not _DIGEST.fullmatch(cell.text) and (at := find_person_identifier(str(cell.value))) is not None:
            problems.append(cell.problem(PersonIdentifierError(at)))
    if row:
        yield tuple(row)


def _merged(xml: bytes) -> tuple[tuple[int, int, str], ...]:
    found = []
    for first, top, last, bottom in _MERGED.findall(xml):
        if first != last:
            found.append((int(top), int(bottom), f"{first.decode()}{top.decode()}"))
    return tuple(found)
