"""The PDF: tagged, page one alone, no text of the document ever markup, the same bytes every time."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typst

from prosess.domain.text import Language
from ros.report import pdf
from ros.report.document import Cell, Document, Paragraph, Part, Section, Table
from ros.report.pdf import setting
from ros.report.pdf.gatherings import gatherings
from ros.report.pdf.pages import laid_out
from tests.real import missing
from tests.ros.report.sample import HOSTILE, document

TEMPLATE = Path(pdf.__file__).parent / "report.typ"


@cache
def made(language: Language = Language.NB) -> bytes:
    return pdf.render(document(language, 6))


def asked(given_: Document, selector: str, field: str) -> Any:
    """Ask the document as it was set, or its opening, where it is set in gatherings."""
    opening, *others = gatherings(laid_out(given_))
    bound = {"bound": json.dumps({"before": 0, "pages": 9, "contents": []})} if others else {}
    inputs = {"document": json.dumps(opening), **bound}
    return json.loads(typst.query(TEMPLATE.read_bytes(), selector, field=field, sys_inputs=inputs))


@pytest.mark.parametrize("language", list(Language))
def test_it_is_tagged_titled_and_in_its_language(language: Language) -> None:
    file = made(language)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert f"/Lang({language.value})".encode() in file
    assert "Digital hjemmeoppfølging, produksjon".encode() in file
    assert b"/DisplayDocTitle true" in file
    assert b"/Marked true" in file
    assert b"/Outlines" in file


def test_the_same_document_gives_the_same_bytes_without_a_time_or_a_person() -> None:
    assert pdf.render(document(risks=6)) == made()
    assert b"CreationDate" not in made()
    assert b"CreateDate" not in made()
    assert b"/Author" not in made()


def test_only_letters_that_come_along_are_used() -> None:
    families = set(re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z]+)", made()))
    assert families == {b"LibertinusSerif", b"DejaVuSansMono"}


@pytest.mark.parametrize("risks", [1, 20, 40, 100, 200])
def test_page_one_stands_alone(risks: int) -> None:
    assert asked(document(risks=risks), "<page-one-ends>", "value") == [1]


def test_every_part_and_section_is_a_heading_that_can_be_led_to() -> None:
    labels = asked(document(risks=6), "heading", "label")
    assert len(labels) == len(set(labels))
    assert {f'label("section R0{one}")' for one in range(1, 7)} <= set(labels)


def test_no_text_is_markup() -> None:
    """Each text of the document is hostile, and each is there as it was written."""
    cell = Cell(HOSTILE, detail=HOSTILE)
    blocks = (
        Paragraph(HOSTILE),
        Table("t", HOSTILE, (HOSTILE, HOSTILE), ((cell, replace(cell, kind="code")), (cell, cell))),
    )
    hostile = replace(
        document(risks=1),
        kind=HOSTILE,
        title=HOSTILE,
        subtitle=HOSTILE,
        marking=HOSTILE,
        headline=HOSTILE,
        footer=HOSTILE,
        parts=(Part("a", 1, HOSTILE, blocks), Part("b", 2, "b", (Section(HOSTILE, HOSTILE, blocks),))),
    )
    assert pdf.render(hostile).startswith(b"%PDF-1.7")
    bodies = [one.get("text") for one in asked(hostile, "heading", "body")]
    assert bodies.count(HOSTILE) == 2


def test_two_sections_with_one_id_and_a_reference_to_nothing_are_set() -> None:
    sections = (Section("R01", "en", ()), Section("R01", "to", ()))
    table = Table("t", "t", ("Id",), ((Cell("R01, R77", "reference"),),))
    given_ = replace(document(risks=1), parts=(*document(risks=1).parts, Part("x", 9, "x", (*sections, table))))
    assert pdf.render(given_).startswith(b"%PDF-1.7")


def test_pages_that_cannot_be_set_are_an_error_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "_TEMPLATE", TEMPLATE.with_name("gone.typ"))
    with pytest.raises(RuntimeError, match="the pages could not be set"):
        pdf.render(document(risks=1))


def test_numbers_of_pages_that_would_be_wrong_are_an_error_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = setting._typeset

    def grown(content: bytes, bound: Any = None) -> Any:
        done = whole(content, bound)
        last = bool(bound and bound["pages"])
        return replace(done, count=done.count + last)

    monkeypatch.setattr(setting, "_typeset", grown)
    with pytest.raises(RuntimeError, match="other room than was counted"):
        pdf.render(document(risks=90))


@pytest.mark.verify
@pytest.mark.parametrize("risks", [6, 90, 300])
def test_every_text_of_the_document_is_read_in_it(risks: int, tmp_path: Path) -> None:
    many = tuple(Cell(", ".join(f"{rule}R{one:04}" for one in range(risks * 20)), "reference") for rule in "AB")
    used = Table("used", "Brukt", ("Av", "Og"), (many, tuple(Cell("x") for _ in many)))
    torn = {cell.text for cell in many}  # by the head and the foot of a page; its ids are not
    given_ = document(risks=risks)
    given_ = replace(given_, parts=(*given_.parts, Part("used", 9, "Brukt av mange", (Paragraph("p"), used))))
    tool = shutil.which("pdftotext")
    if tool is None:
        missing("pdftotext is not there: install poppler-utils")
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.render(given_))
    out = subprocess.run([tool, "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()
    said = _bare(out)
    unread = [text for text in given_.texts() if text not in torn and _bare(text) not in said]
    unread += [one for text in torn for one in text.split(", ") if one not in said]
    assert unread == []
    assert "\ufffd" not in out


def _bare(text: str) -> str:
    """Without what a line break adds or takes away."""
    return re.sub(r"[\s\u00ad-]", "", text)
