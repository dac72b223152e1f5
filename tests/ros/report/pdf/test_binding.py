"""A bound report is one document: its pages, tags, bookmarks and links hold together across gatherings."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Object, Outline, OutlineItem, Pdf

from prosess.domain.text import Language
from ros.report import pdf
from ros.report.document import Cell, Part, Section, Table
from ros.report.pdf import gatherings as cutting
from ros.report.pdf import setting
from ros.report.pdf.binding import bind
from tests.ros.report.sample import HOSTILE, document

RISKS = 90


@cache
def made(language: Language = Language.NB) -> tuple[bytes, list[dict[str, Any]]]:
    """Set a long report in many gatherings; give it, and what its opening was told at last."""
    told: list[dict[str, Any]] = []
    whole = setting._typeset

    def watched(content: bytes, bound: Any = None) -> Any:
        told.append(bound)
        return whole(content, bound)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cutting, "_GATHERING", 120_000)
        patched.setattr(cutting, "_RUN", 60_000)
        patched.setattr(setting, "_typeset", watched)
        content = pdf.render(document(language, RISKS))
    assert len(told) > 5
    return content, told


@cache
def opened() -> Pdf:
    return Pdf.open(io.BytesIO(made()[0]))


def page_numbers() -> dict[tuple[int, ...], int]:
    return {tuple(page.obj.objgen): number for number, page in enumerate(opened().pages, 1)}


def places() -> dict[str, int]:
    """Name of a destination → number of its page."""
    listed = list(opened().Root.Names.Dests.Names)
    numbers = page_numbers()
    return {str(name): numbers[tuple(place[0].objgen)] for name, place in zip(listed[::2], listed[1::2], strict=True)}


def links() -> Iterator[Object]:
    for page in opened().pages:
        yield from page.obj.get("/Annots", [])


def each(given: Any) -> Iterator[Any]:
    """What stands alone or in an array."""
    yield from () if given is None else given if isinstance(given, Array) else (given,)


def is_tag(given: Any) -> bool:
    return isinstance(given, Dictionary) and str(given.get("/Type")) == "/StructElem"


def kids(element: Object) -> Iterator[Object]:
    """The elements right under one."""
    return filter(is_tag, each(element.get("/K")))


def tags(element: Object) -> Iterator[Object]:
    """Every element under one, with whatever it holds."""
    for kid in kids(element):
        yield kid
        yield from tags(kid)


def test_the_same_document_gives_the_same_bytes_without_a_time() -> None:
    first = made()[0]
    made.cache_clear()
    assert made()[0] == first
    for word in (b"CreationDate", b"CreateDate", b"ModDate", b"/Author", b"pikepdf"):
        assert word not in first


def test_it_says_of_itself_what_a_whole_document_says() -> None:
    told = opened().open_metadata()
    assert told["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert told["{http://ns.adobe.com/xap/1.0/t/pg/}NPages"] == str(len(opened().pages))
    assert str(opened().Root.Lang) == "nb"
    assert bool(opened().Root.MarkInfo.Marked)
    assert bool(opened().Root.ViewerPreferences.DisplayDocTitle)


def test_another_text_deep_inside_is_another_document() -> None:
    """The document's id is of all of it, not of its opening."""

    def identity(text: str) -> str:
        extra = Part("extra", 9, "Til slutt", (Section("x", "x", ()), Section("y", text, ())))
        given = document(risks=RISKS)
        bound = Pdf.open(io.BytesIO(pdf.render(replace(given, parts=(*given.parts, extra)))))
        return str(bound.open_metadata()["{http://ns.adobe.com/xap/1.0/mm/}DocumentID"])

    assert identity("en") != identity("to")


def test_the_contents_lead_to_the_pages_that_they_name() -> None:
    told = made()[1][-1]
    assert told["pages"] == len(opened().pages)
    assert [one["page"] for one in told["contents"]] == sorted(one["page"] for one in told["contents"])
    assert {one["label"]: one["page"] for one in told["contents"]} == {
        name: page for name, page in places().items() if name.startswith("part ")
    }


def test_every_link_arrives_and_says_where() -> None:
    known, crossing = places(), 0
    titles = {one["label"]: one["title"] for one in made()[1][-1]["contents"]}
    numbers = page_numbers()
    for page in opened().pages:
        for link in page.obj.get("/Annots", []):
            assert "/A" not in link
            assert known[str(link.Dest)]
            named = str(link.Dest).removeprefix("section ")
            assert str(link.Contents) == titles.get(named, str(link.Contents))
            assert named in titles or str(link.Contents).startswith(f"{named} ")
            crossing += known[str(link.Dest)] != numbers[tuple(page.obj.objgen)]
    assert crossing > RISKS
    assert {f"section R{one:02}" for one in range(1, RISKS + 1)} <= {str(link.Dest) for link in links()}


def test_every_page_and_link_leads_to_its_own_tags() -> None:
    root = opened().Root.StructTreeRoot
    numbered = list(root.ParentTree.Nums)
    parents = {int(key): of for key, of in zip(numbered[::2], numbered[1::2], strict=True)}
    assert list(parents) == sorted(parents)
    keys = [int(page.obj.StructParents) for page in opened().pages if "/StructParents" in page.obj]
    assert len(keys) == len(opened().pages)
    for page in opened().pages:
        for tag in parents[int(page.obj.StructParents)]:
            assert tag.get("/Pg", page.obj).objgen == page.obj.objgen
    linked = [int(link.StructParent) for link in links()]
    assert len(set(keys) | set(linked)) == len(keys) + len(linked)
    assert set(keys) | set(linked) == set(parents)
    for link in links():
        assert str(parents[int(link.StructParent)].S) == "/Link"
    assert int(root.ParentTreeNextKey) > max(parents)


def shown(tag: Object) -> Iterator[Object]:
    """What says on which page a tag's own words or links are: itself for words, the reference for a link."""
    for held in each(tag.get("/K")):
        if not is_tag(held):
            yield held if isinstance(held, Dictionary) else tag


def test_every_tag_is_in_the_tree_once_under_the_parent_that_it_names_and_on_a_page() -> None:
    (top,) = opened().Root.StructTreeRoot.K
    pages = page_numbers()
    known = {tuple(top.objgen)}
    for parent in (top, *tags(top)):
        for tag in kids(parent):
            assert tag.P.objgen == parent.objgen
            assert all(tuple(place.Pg.objgen) in pages for place in shown(tag))
            assert tuple(tag.objgen) not in known
            known.add(tuple(tag.objgen))
    assert known == {tuple(one.objgen) for one in opened().objects if is_tag(one)}


def test_every_cell_finds_the_heads_of_its_own_table() -> None:
    root = opened().Root.StructTreeRoot
    listed = list(root.IDTree.Names)
    heads = {bytes(name): head for name, head in zip(listed[::2], listed[1::2], strict=True)}
    assert list(heads) == sorted(heads)
    tables = [tag for tag in tags(root.K[0]) if str(tag.S) == "/Table"]
    named = [(table, cell) for table in tables for cell in tags(table) if "/ID" in cell]
    assert len(tables) > 3
    assert [bytes(cell.ID) for _, cell in named] == list(dict.fromkeys(bytes(cell.ID) for _, cell in named))
    assert {bytes(cell.ID): cell.objgen for _, cell in named} == {name: head.objgen for name, head in heads.items()}
    for table in tables:
        own = {bytes(cell.ID) for cell in tags(table) if "/ID" in cell}
        of = {bytes(name) for cell in tags(table) for name in headers(cell)}
        assert of <= own
        assert of or not any(str(cell.S) == "/TD" for cell in tags(table))


def headers(cell: Object) -> Iterator[Object]:
    for one in each(cell.get("/A")):
        yield from one.get("/Headers", [])


def test_one_element_is_above_every_tag() -> None:
    (top,) = opened().Root.StructTreeRoot.K
    assert str(top.S) == "/Document"
    assert all(tag.P.objgen == top.objgen for tag in top.K)
    titles = [str(tag.T) for tag in top.K if str(tag.S) == "/H1"]
    contents = titles.index("Innhold")
    assert [*titles[:contents], *titles[contents + 1 :]] == [one["title"] for one in made()[1][-1]["contents"]]
    kinds = {str(tag.S) for tag in tags(top)}
    assert {"/TOC", "/TOCI", "/Table", "/TH", "/TD", "/Link", "/H2"} <= kinds
    assert "/Figure" not in kinds


def test_the_bookmarks_are_those_of_the_whole() -> None:
    with opened().open_outline() as outline:
        assert isinstance(outline, Outline)
        top: list[OutlineItem] = list(outline.root)
    titles = [one.title for one in top]
    assert titles == [one["title"] for one in made()[1][-1]["contents"]]
    risks = [kid.title[:3] for one in top if one.title.startswith("Risikoene") for kid in one.children]
    assert risks == [f"R{one:02}" for one in range(1, RISKS + 1)]


def test_page_one_says_how_many_pages_there_are(tmp_path: Path) -> None:
    first, later = made()[1][-1], made()[1][1]
    assert (first["before"], first["pages"]) == (0, len(opened().pages))
    assert later["before"] > 0
    assert later["pages"] is None


def test_ids_of_any_letters_are_led_to() -> None:
    ids = ("R 01%20", "R(01)", "R\\01", "Ø1", HOSTILE)
    given = document(risks=RISKS)
    led = Table("t", "t", ("Id", "x"), tuple((Cell(id_, "reference"), Cell("x")) for id_ in ids))
    sections = tuple(Section(id_, "Underlig", ()) for id_ in ids)
    extra = (Part("odd", 9, "Underlige", sections), Part("led", 10, "Ledet", (led,)))
    bound = Pdf.open(io.BytesIO(pdf.render(replace(given, parts=(*given.parts, *extra)))))
    led_to = {bytes(link.Dest) for page in bound.pages for link in page.obj.get("/Annots", [])}
    assert {f"section {id_}".encode() for id_ in ids} <= led_to


def test_a_link_to_what_is_in_no_gathering_is_refused(tmp_path: Path) -> None:
    whole = setting._typeset
    files: list[Path] = []

    def kept(content: bytes, bound: Any = None) -> Any:
        done = whole(content, bound)
        files.append(tmp_path / f"{len(files)}.pdf")
        files[-1].write_bytes(done.content)
        return done

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(setting, "_typeset", kept)
        pdf.render(document(risks=RISKS))
    titles = {name: name for name in places()}
    with pytest.raises(ValueError, match=re.escape("nothing is called section R")):
        bind(files[:1], titles)
