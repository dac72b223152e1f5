"""The workbook: every list that a reviewer works in, with real dates and numbers, and nothing that is a formula."""

import io
import os
import tempfile
import time
import zipfile
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from prosess.domain.text import Language
from ros.report.document import Cell, Table
from ros.report.xlsx import render
from tests.ros.report.sample import HOSTILE, document


@cache
def made(language: Language = Language.NB, risks: int = 6) -> bytes:
    return render(document(language, risks))


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def lists() -> list[Table]:
    return [one for one in document(risks=6).tables() if one.work_list]


def as_read(cell: Cell) -> Any:
    if isinstance(cell.value, date):
        return datetime(cell.value.year, cell.value.month, cell.value.day)
    if isinstance(cell.value, int):
        return cell.value
    return f"{cell.text}\n{cell.detail}" if cell.detail else cell.text


def test_each_work_list_is_a_sheet_that_says_all_of_it() -> None:
    book = opened(made())
    assert book.sheetnames == ["Oversikt", *(one.caption for one in lists())]
    for table in lists():
        given = [table.columns, *(tuple(as_read(cell) for cell in row) for row in table.rows)]
        assert rows(book[table.caption]) == given


def test_the_overview_says_what_page_one_says() -> None:
    said = "\n".join(str(value) for row in rows(opened(made())["Oversikt"]) for value in row if value is not None)
    given = document(risks=6)
    first = given.parts[0]
    from ros.report.document import texts

    wanted = [given.title, given.subtitle, given.marking, given.verdict_words, given.headline, first.title]
    dates = {cell.text for one in given.tables() for row in one.rows for cell in row if cell.kind == "date"}
    assert [text for text in (*wanted, *texts(first.blocks)) if text not in said and text not in dates] == []
    assert all(one.caption in said for one in lists())


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(document(risks=3)) == render(document(risks=3))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_machine_is_not_seen_in_the_bytes(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(document())
    umask = os.umask(0o002)
    try:
        with monkeypatch.context() as patched:
            patched.setenv("TZ", zone)
            time.tzset()
            assert render(document()) == before
    finally:
        os.umask(umask)
        time.tzset()


def test_nothing_is_left_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Any) -> None:
        assert list(tmp_path.iterdir()) != []
        raise RuntimeError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    render(document())
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(RuntimeError):
        render(document(), broken)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_a_formula_or_a_link_to_elsewhere() -> None:
    book = opened(made())
    values = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in values} == {"s", "n", "d"}
    hostile = [cell for cell in values if cell.data_type == "s" and str(cell.value).startswith(("=", "+", "-", "@"))]
    assert {str(cell.value) for cell in hostile} >= {"=HYPERLINK(1)", "@drift"}
    assert HOSTILE in {str(cell.value) for cell in values}
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not [one for one in sheets if "<f>" in one]
    assert not [name for name in zipfile.ZipFile(io.BytesIO(made())).namelist() if "externalLink" in name]


def test_a_list_is_one_to_sort_filter_and_print() -> None:
    book = opened(made())
    for table in lists():
        sheet = book[table.caption]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.oddHeader is not None
        assert "Unntatt offentlighet" in (sheet.oddHeader.right.text or "")


def test_dates_are_dates_in_the_language_of_the_book() -> None:
    for language, place in ((Language.NB, "$-414"), (Language.NN, "$-814"), (Language.EN, "$-809")):
        cell = opened(made(language))["Tiltaksplan"]["A2"]
        assert cell.is_date
        assert place in cell.number_format


@pytest.mark.parametrize(
    ("language", "tag", "overview"),
    [(Language.NB, "nb-NO", "Oversikt"), (Language.NN, "nn-NO", "Oversikt"), (Language.EN, "en-GB", "Overview")],
)
def test_the_file_says_its_language_and_title_and_no_person(language: Language, tag: str, overview: str) -> None:
    book = opened(made(language))
    assert book.sheetnames[0] == overview
    with zipfile.ZipFile(io.BytesIO(made(language))) as package:
        assert f'name="Language"><vt:lpwstr>{tag}</vt:lpwstr>' in package.read("docProps/custom.xml").decode()
    assert book.properties.title == "Digital hjemmeoppfølging, produksjon"
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy


def test_levels_are_told_apart_without_colour() -> None:
    looks: dict[str, set[tuple[str, str | None]]] = {}
    for row in opened(made())["Risikoregister"].iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str) and cell.value[0] in "●◆▲■":
                looks.setdefault(cell.value, set()).add((cell.fill.fgColor.rgb, cell.border.left.style))
    assert set(looks) == {"● Lav", "◆ Middels", "▲ Høy", "■ Svært høy"}
    assert len({look for one in looks.values() for look in one}) == 4
    assert len({border for one in looks.values() for _, border in one}) == 4


def test_names_of_sheets_are_ones_that_a_workbook_takes() -> None:
    from dataclasses import replace

    given = document(risks=1)
    plain = Table("a", "En [svært] lang: overskrift * for / en ? liste", ("x",), ((Cell("y"),),), work_list=True)
    tables = (plain, replace(plain, id="b"), replace(plain, id="c", caption="OVERSIKT"))
    book = opened(render(replace(given, parts=(replace(given.parts[0], blocks=tables),))))
    assert len(book.sheetnames) == 4
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert len({name.casefold() for name in book.sheetnames}) == 4


def test_sheets_can_be_added_at_the_end() -> None:
    def more(book: Any) -> None:
        book.add_worksheet("Mer").write_string(0, 0, "=1")

    book = opened(render(document(risks=1), more))
    assert book.sheetnames[-1] == "Mer"
    assert book["Mer"]["A1"].value == "=1"
    assert book["Mer"]["A1"].data_type == "s"
