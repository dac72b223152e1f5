"""The document: every part in its order, every word in each language, and nothing that a format does not show."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.domain.text import Language
from prosess.domain.text.glossary import TERMS
from ros.report import coverage
from ros.report.bowtie import described
from ros.report.html import render
from ros.wording.headings import HEADINGS
from ros.wording.parts import PARTS
from tests.ros.report.parity import missing, skeleton
from tests.ros.report.worlds import files, made, ready

LANGUAGES = list(Language)


class Read(HTMLParser):
    """Collects what is read, hidden captions included."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._style = False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.words.append(data)


def html(language: Language, **more: bool) -> str:
    return b"".join(render(ready(language, **more).document)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_holds_every_text_of_the_document(language: Language) -> None:
    document = ready(language, compared=True).document
    assert missing(document, "".join(Read(html(language, compared=True)).words)) == []


def test_the_parity_test_sees_a_text_that_is_left_out() -> None:
    read = "".join(Read(html(Language.NB)).words)
    assert "behandlingsplaner" in read
    assert missing(ready().document, read.replace("behandlingsplaner", "")) == ["behandlingsplaner"]


def test_the_parts_stand_in_their_order() -> None:
    parts = ready(compared=True).document.parts
    assert [part.number for part in parts] == list(range(1, 17))
    assert [part.id for part in parts] == [
        "summary",
        "changes",
        "scope",
        "register",
        "risks",
        "bowties",
        "access",
        "accepted",
        "plan",
        "dependencies",
        "rules",
        "method",
        "words",
        "provenance",
        "participants",
        "assumptions",
    ]
    assert all(part.blocks for part in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_where_a_word_should(language: Language) -> None:
    for said in ready(language, compared=True).document.texts():
        assert said.strip()
        assert not re.search(r"\b(section|col|frame|change|fell|bowtie|when|source|duty|word|risk)\.[a-z_]+\b", said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_tells_what_a_director_asks(language: Language) -> None:
    document = ready(language, compared=True).document
    page = html(language, compared=True).split('<section class="page-one"')[1].split("<nav")[0]
    report = ready(language, compared=True).report
    assert report.asked is not None
    said = (report.asked.decision, report.asked.of, report.asked.by, report.changes.line, report.duties[0].name)
    assert all(one in page for one in said)
    assert document.case in html(language)
    assert len(skeleton(document)[1]) == 3


def test_an_acceptance_that_fell_says_why() -> None:
    (row,) = ready().report.accepted
    assert row.state == "Gjelder ikke lenger: nivået er blitt høyere"
    assert row.until_iso == "2024-01-01"


def test_what_is_the_same_as_before_is_no_change() -> None:
    assert ready(compared=False).report.changes.rows == ()
    told = {row.risk: row.change for row in ready(compared=True).report.changes.rows}
    assert told == {
        "R01": "samme nivå, annet grunnlag",
        "R02": "høyere nivå",
        "R03": "ny",
        "R09": "tatt ut",
    }


def test_a_bow_tie_has_controls_on_the_side_where_they_work() -> None:
    ties = {one.id: one for one in ready().report.bowties}
    assert ties["R03"].preventive == ("Ingen",)
    assert [one.split(" (")[0] for one in ties["R03"].reducing] == ["CTRL-B"]
    assert ties["R01"].causes == ("Hemmelig-beskrivelse er kjent.", "hemmelig-svakhet")
    assert "Noen skades." in ties["R01"].consequences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.NB, "Fordi a, kan b skje, slik at c rammes."),
        (Language.NN, "Fordi a, kan b skje, slik at c blir råka."),
        (Language.EN, "Because a, b may happen, so that c is hit."),
    ],
)
def test_a_description_is_taken_apart_where_it_is_written_in_the_form(language: Language, text: str) -> None:
    one = described(text, language)
    assert one.because == "a"
    assert one.may.startswith("b ")
    assert one.so_that.startswith("c ")
    assert described("Noe annet.", language).because == ""


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6).filter(any))
def test_shares_add_up_to_a_hundred(parts: list[int]) -> None:
    shares = coverage.shares(*parts)
    assert sum(shares) == 100
    assert all(0 <= share <= 100 and (part or not share) for part, share in zip(parts, shares, strict=True))
    pairs = list(zip(parts, shares, strict=True))
    assert all(its >= others for one, its in pairs for other, others in pairs if one > other)


def test_coverage_is_honest() -> None:
    rows = {row.id: (row.code, row.attested, row.nothing) for row in ready().report.method.coverage}
    assert rows == {"CTRL-A": (100, 0, 0), "CTRL-B": (100, 0, 0), "CTRL-P": (0, 0, 100)}
    assert all(sum(row) == 100 for row in rows.values())


def test_the_same_assessment_gives_the_same_bytes() -> None:
    ready.cache_clear()
    first = html(Language.NN)
    ready.cache_clear()
    assert html(Language.NN) == first
    assert made()[0].verdict.value == ready().document.verdict
    assert files().analysis.archive_case == "2023/1234"


@pytest.mark.parametrize("place", range(3))
def test_the_words_are_those_of_the_glossary(place: int) -> None:
    language = LANGUAGES[place]
    avoided = [synonym for term in TERMS.values() for synonym in term.avoid.in_language(language).split("|") if synonym]
    found = [
        (key, synonym)
        for key, *texts in (*HEADINGS, *PARTS)
        for synonym in avoided
        if re.search(rf"\b{re.escape(synonym)}\b", texts[place], re.IGNORECASE)
    ]
    assert found == []
