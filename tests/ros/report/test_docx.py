"""The Word file: says what the document says, in real headings, lists and tables; the same bytes every time."""

import io
import zipfile
from functools import cache

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn

from prosess.domain.text import Language
from ros.report.document import Bullets, Document, Paragraph, Part
from ros.report.docx import render
from tests.ros.report.sample import DIGEST, HOSTILE, document, matrix


@cache
def made(language: Language = Language.NB, risks: int = 6) -> bytes:
    return render(document(language, risks))


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def words(data: bytes) -> str:
    """Everything that is read: body, header and footer, a line each paragraph."""
    word = opened(data)
    stories = (word.element.body, word.sections[0].header._element, word.sections[0].footer._element)
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for story in stories
        for paragraph in story.iter(qn("w:p"))
    )


def test_every_text_of_the_document_is_read_in_it() -> None:
    given, said = document(risks=6), words(made())
    missing = [text for text in given.texts() if text not in said]
    # A caption that the heading right above has just said is not said again, and so it is there too.
    assert missing == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(document(risks=3)) == render(document(risks=3))


def test_nothing_in_the_package_says_when_or_by_whom() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
        assert "thumbnail" not in "".join(package.namelist())
    assert "created" not in core
    assert "modified" not in core
    properties = opened(made()).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == "Digital hjemmeoppfølging, produksjon"


@pytest.mark.parametrize(
    ("language", "tag", "contents"),
    [(Language.NB, "nb-NO", "Innhold"), (Language.NN, "nn-NO", "Innhald"), (Language.EN, "en-GB", "Contents")],
)
def test_the_file_says_its_language(language: Language, tag: str, contents: str) -> None:
    word = opened(made(language))
    assert {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))} == {tag}
    assert word.core_properties.language == tag
    assert contents in words(made(language))


def test_headings_are_headings_and_the_contents_lead_to_them() -> None:
    word = opened(made())
    headings = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings == [part.title for part in document(risks=6).parts]
    levels = {one.style.name for one in word.paragraphs if one.style is not None}
    assert {"Heading 2", "Heading 3", "List Bullet", "List Number", "Title"} <= levels
    marks = {one.get(qn("w:name")) for one in word.element.body.iter(qn("w:bookmarkStart"))}
    aims = {one.get(qn("w:anchor")) for one in word.element.body.iter(qn("w:hyperlink"))}
    assert aims <= marks
    assert len(marks) == len(list(word.element.body.iter(qn("w:bookmarkStart"))))
    assert ' TOC \\o "1-2" \\h \\z \\u ' in [one.text for one in word.element.body.iter(qn("w:instrText"))]


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    word = opened(made())
    tables = [one for one in word.tables if one.style is not None and one.style.name == "ReportTable"]
    given = list(document(risks=6).tables())
    assert len(tables) == len(given)
    for table, one in zip(tables, given, strict=True):
        first = table._tbl.tr_lst[0]
        assert first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert [cell.text for cell in table.rows[0].cells] == list(one.columns)
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)
        assert len(table._tbl.tr_lst) == len(one.rows) + 1


def test_a_level_has_a_word_a_fill_and_a_border_of_its_own() -> None:
    looks: dict[str, set[tuple[str, str]]] = {}
    for cell in opened(made()).element.body.iter(qn("w:tc")):
        shade, border = cell.tcPr.find(qn("w:shd")), cell.tcPr.find(qn("w:tcBorders"))
        if shade is not None and border is not None:
            word = "".join(text.text for text in cell.p_lst[0].iter(qn("w:t"))).split(":")[0]
            looks.setdefault(word, set()).add((shade.get(qn("w:fill")), border[0].get(qn("w:val"))))
    assert set(looks) == {"● Lav", "◆ Middels", "▲ Høy", "■ Svært høy"}
    assert all(len(one) == 1 for one in looks.values())
    assert len({border for one in looks.values() for _, border in one}) == 4


def test_wide_tables_lie_across_and_the_marking_is_on_every_page() -> None:
    word = opened(made())
    assert {section.orientation for section in word.sections} == {0, 1}
    across = [section for section in word.sections if section.orientation == 1]
    assert len(across) == 1
    for section in word.sections:
        assert section.page_width is not None
        assert section.page_height is not None
        assert round(min(section.page_width.mm, section.page_height.mm)) == 210
        header = "".join(one.text for one in section.header.paragraphs)
        assert "Unntatt offentlighet. Offentleglova § 24 tredje ledd" in header


def test_ordered_lists_each_begin_at_one() -> None:
    given = document(risks=1)
    lists = (Bullets(("a", "b"), ordered=True), Bullets(("c",), ordered=True))
    word = opened(render(replaced(given, Part("lists", 2, "Lister", lists))))
    listed = [one._p for one in word.paragraphs if one.style and one.style.name == "List Number"]
    numbers = [one.get(qn("w:val")) for paragraph in listed for one in paragraph.iter(qn("w:numId"))]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


def replaced(given: Document, *parts: Part) -> Document:
    from dataclasses import replace

    return replace(given, parts=(given.parts[0], *parts))


def test_what_xml_cannot_hold_does_not_break_the_file() -> None:
    given = replaced(document(risks=1), Part("x", 2, HOSTILE, (Paragraph("a\x00b\x0bc\ufffe"), Paragraph(HOSTILE))))
    said = words(render(given))
    assert said.count(HOSTILE) == 3  # in the contents, as a heading, as a paragraph
    assert "a\ufffdb\ufffdc\ufffd" in said


def test_a_digest_is_whole_and_matrices_name_their_risks() -> None:
    said = words(made())
    assert DIGEST in said
    placed = [risk for row in matrix("m", "c", 6).rows for cell in row.cells for risk in cell.risks]
    assert len(placed) == 6
    assert all(risk in said for risk in placed)
