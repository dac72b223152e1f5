"""What is wrong with a workbook is told by its cell, each by a code of its own, and nothing is echoed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from prosess.documents import DocumentError
from ros.workbook import is_ours, opening, take_ours
from tests.ros.workbook.books import edit, files_of, foreign, ours, told, with_part
from tests.ros.worlds import risk, use

DIGITS = "01" * 5 + "0"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return ours(tmp_path / "ros.xlsx", files_of(risk("R01", controls=[use("CTRL-TLS", likelihood=-1)]), risk("R02")))


def put(sheet: str, key: str, row: int, value: Any) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        keys = [cell.value for cell in book[sheet][2]]
        book[sheet].cell(row, keys.index(key) + 1).value = value

    return change


RISKS, CONTROLS, REST = "Rediger risikoer", "Rediger tiltak", "Rediger resten"


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (put(RISKS, "risks:scenario", 3, "=A3"), "WORKBOOK_FORMULA", "Rediger risikoer!B3"),
        (put(RISKS, "risks:title.nb", 4, f"pasient {DIGITS}"), "PERSON_IDENTIFIER", "Rediger risikoer!C4"),
        (put(RISKS, "risks:title.nb", 4, int("1" + DIGITS[1:])), "PERSON_IDENTIFIER", "Rediger risikoer!C4"),
        (put(RISKS, "risks:inherent.likelihood", 3, 5), "WORKBOOK_ORDINAL", "Rediger risikoer!L3"),
        (put(RISKS, "risks:id", 4, "R01"), "WORKBOOK_ID_TWICE", "Rediger risikoer!A4"),
        (put(RISKS, "risks:id", 4, None), "WORKBOOK_MISSING", "Rediger risikoer!A4"),
        (put(RISKS, "risks:title.nb", 2, "risks:tittel"), "WORKBOOK_KEY_UNKNOWN", "Rediger risikoer!C2"),
        (put(RISKS, "risks:title.nb", 2, "risks:title.nn"), "WORKBOOK_HEADING_TWICE", "Rediger risikoer!D2"),
        (put(RISKS, "risks:effects_approved.by", 3, "author"), "ROS_AUTHOR_APPROVES", None),
        (put(CONTROLS, "controls:ref", 3, "CTRL-NONE"), "WORKBOOK_CONTROL_UNKNOWN", "Rediger tiltak!B3"),
        (put(CONTROLS, "controls:risk", 3, "R09"), "WORKBOOK_RISK_UNKNOWN", "Rediger tiltak!A3"),
        (put(REST, "documents:file", 3, "../../annet.yaml"), "WORKBOOK_VALUE", "Rediger resten!A3"),
        (put(REST, "documents:key", 3, "a..b["), "WORKBOOK_VALUE", "Rediger resten!B3"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    book: Path, change: Callable[[Any], None], code: str, cell: str | None
) -> None:
    with pytest.raises(DocumentError) as error:
        take_ours(edit(book, change))
    assert (code, cell) in told(error.value) if cell else code in dict(told(error.value))
    for language in ("nb", "nn", "en"):
        assert DIGITS[1:] not in error.value.render(language)


def test_a_mistake_of_a_models_own_is_told_by_its_cell(book: Path) -> None:
    with pytest.raises(DocumentError) as error:
        take_ours(edit(book, put(RISKS, "risks:inherent.knowledge", 4, "sterk")))
    (problem,) = error.value.problems
    assert problem.path.startswith("Rediger risikoer!")
    assert problem.line == 4


def test_merged_headings_are_refused(book: Path) -> None:
    def change(book: Any) -> None:
        book[RISKS].merge_cells("C1:E1")

    with pytest.raises(DocumentError) as error:
        take_ours(edit(book, change))
    assert ("WORKBOOK_MERGED_HEADING", "Rediger risikoer!C1") in told(error.value)


def refused(path: Path) -> str:
    with pytest.raises(DocumentError) as error:
        is_ours(path)
    return error.value.problems[0].code


def test_what_is_no_workbook_is_refused(tmp_path: Path, book: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"not a zip")
    (tmp_path / "b.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "c.xlsx").write_bytes(book.read_bytes()[:-200])
    assert [refused(tmp_path / f"{name}.xlsx") for name in "abc"] == ["WORKBOOK_NOT_XLSX"] * 3
    assert refused(tmp_path / "none.xlsx") == "FILE_MISSING"


def test_macros_are_refused(book: Path) -> None:
    assert refused(with_part(book, "xl/vbaProject.bin", b"x")) == "WORKBOOK_MACROS"


def test_a_bomb_is_refused_before_it_is_unpacked(book: Path) -> None:
    bomb = with_part(book, "xl/media/image1.png", bytes(opening.MOST_UNPACKED + 1))
    assert bomb.stat().st_size < 1_000_000
    assert refused(bomb) == "WORKBOOK_TOO_LARGE"


def test_entities_are_refused(book: Path) -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'
    assert refused(with_part(book, "xl/sharedStrings.xml", xml, instead=True)) == "WORKBOOK_NOT_XLSX"


@pytest.mark.parametrize(
    ("row", "column", "limit"), [(500, 0, "MOST_ROWS"), (0, opening.MOST_COLUMNS + 1, ""), (0, 90, "MOST_CELLS")]
)
def test_a_cell_far_out_is_refused(
    tmp_path: Path, row: int, column: int, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit:
        monkeypatch.setattr(opening, limit, 80)
    workbook = xlsxwriter.Workbook(str(tmp_path / "far.xlsx"))
    page = workbook.add_worksheet()
    page.write(0, 0, "Uønsket hendelse")
    page.write(row, column, "langt ute")
    workbook.close()
    assert refused(tmp_path / "far.xlsx") == "WORKBOOK_TOO_LARGE"


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    path = foreign(tmp_path / "a.xlsx", ["Uønsket hendelse", "Sannsynlighet"], ["Brudd", 1])
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert is_ours(with_part(path, "xl/externalLinks/externalLink1.xml", link)) is False
