"""The report: one model, complete in each language, alone on its page, the same bytes every time."""

import re
import string
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser

import pytest

from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import Findings, State
from prosess.domain.text import Language
from ros.check import check
from ros.engine import assess
from ros.evidence import Gathered
from ros.report.build import Around, build
from ros.report.compose import compose
from ros.report.html import render
from ros.report.model import DependencyRow, Report
from ros.wording.text import MESSAGES, TYPE_WORDS
from tests.ros.test_example import DAY, everything_passes, files, resources
from tests.ros.worlds import evidence_of, finding, findings_of, graph_of

LANGUAGES = list(Language)
DEPENDENCY = DependencyRow("data", "test", "to aktører", "høy", "20. oktober 2023", "ja", "◆ gul")


@cache
def judged(as_of: date = DAY, *, failing: str = "PP-KV-002", lost: str = "") -> tuple[Assessment, Findings, bytes]:
    graph = graph_of(*resources())
    found = [
        finding(one.rule, one.resource, State.FAIL, path="properties.<b>", expected=True, actual="<script>")
        if one.rule == failing
        else one
        for one in everything_passes(graph)
        if one.rule != lost
    ]
    findings = findings_of(graph, found)
    evidence = evidence_of(graph, findings)
    assessment = assess(files(), Gathered(graph, findings, evidence), as_of=as_of)
    return assessment, findings, evidence.to_bytes()


@cache
def report(language: Language, as_of: date = DAY, lost: str = "") -> Report:
    assessment, findings, evidence = judged(as_of, lost=lost)
    from prosess.contracts.evidence import Evidence

    return build(
        assessment,
        files(),
        findings,
        language,
        around=Around(
            evidence=Evidence.from_bytes(evidence),
            dependencies=[DEPENDENCY],
            organisations={"983975259": "Sykehuset i Vestfold HF"},
        ),
    )


@cache
def html(language: Language, as_of: date = DAY, lost: str = "") -> str:
    return b"".join(render(compose(report(language, as_of, lost)))).decode()


class Document(HTMLParser):
    """Collects what the tests ask about, and whether the elements are closed in order."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_a_message_asks_for_the_same_facts_in_each_language(key: str) -> None:
    def asked(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    texts = MESSAGES[key]
    assert set(texts) == set(Language)
    assert all(texts.values())
    assert len({frozenset(asked(text)) for text in texts.values()}) == 1


def test_every_type_has_words_in_each_language() -> None:
    assert all(set(words) == set(Language) and all(words.values()) for words in TYPE_WORDS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_stands_alone(language: Language) -> None:
    source = html(language)
    document = Document(source)
    assert document.open == []
    assert source.startswith("<!doctype html>\n")
    assert document.all("html") == [{"lang": language.value}]
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in document.tags}
    assert not re.search(r"https?://|url\(|@import|//[a-z]", source)
    assert "on" not in {name[:2] for _, attrs in document.tags for name in attrs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere_and_every_id_is_one(language: Language) -> None:
    document = Document(html(language))
    ids = [attrs["id"] for _, attrs in document.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {(attrs["href"] or "").removeprefix("#") for attrs in document.all("a")} <= set(ids)
    labelled = {attrs["aria-labelledby"] for _, attrs in document.tags if "aria-labelledby" in attrs}
    assert labelled <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_caption_and_headings_with_a_scope(language: Language) -> None:
    document = Document(html(language))
    assert len(document.all("caption")) == len(document.all("table"))
    assert {attrs.get("scope") for attrs in document.all("th")} == {"col", "row"}
    regions = [attrs for attrs in document.all("div") if attrs.get("role") == "region"]
    assert len(regions) == len(document.all("table"))
    assert all(attrs["tabindex"] == "0" and attrs["aria-label"] for attrs in regions)


def test_a_cell_of_a_matrix_says_sign_word_count_and_ids() -> None:
    for matrix in (report(Language.NB).before, report(Language.NB).now):
        placed = [id_ for row in matrix.rows for cell in row.cells for id_ in cell.risks]
        assert sorted(placed) == [risk.id for risk in files().risks]
        assert [row.ordinal for row in matrix.rows] == [4, 3, 2, 1]
    source = html(Language.NB)
    cell = re.search(r'<td class="rank-2 filled"><span class="name">▲ Høy: (\d)</span>(.*?)</td>', source, re.S)
    assert cell is not None
    assert cell[2].count("<a ") == int(cell[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_tells_what_is_asked_of_whom_by_when(language: Language) -> None:
    page = html(language).split('<section class="page-one"')[1].split("<nav")[0]
    one = report(language)
    assert one.asked is not None
    for said in (one.asked.decision, one.asked.of, one.asked.by, one.headline, "2023-11-10", one.wanted[-1].controller):
        assert said in page
    for move in one.movements:
        assert f"<li>{move.id} " in page
    assert page.count("<table") == 3


def test_the_five_highest_begin_with_what_needs_a_decision() -> None:
    top = report(Language.NB).top
    waiting = check(judged()[0], files()).above_limit
    assert len(top) == 5
    assert {row.id for row in top[: len(waiting)]} == set(waiting)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_risk_and_every_rule_that_ran_is_in_it(language: Language) -> None:
    one = report(language)
    assert [risk.id for risk in one.risks] == [row.id for row in one.register] == [risk.id for risk in files().risks]
    assert {row.rule for row in one.rules} == {found.rule for found in judged()[1].findings}
    assert any(row.passed and not row.failed for row in one.rules)
    document = " ".join(Document(html(language)).words)
    for risk in one.risks:
        told = risk.description
        assert told.because, "every description of the example is written in the form"
        for said in (told.because, told.may, told.so_that, risk.rationale):
            assert said in document
    for row in one.rules:
        assert row.rule in document
    for said in (judged()[0].digest, judged()[0].graph, judged()[0].criteria_digest, DEPENDENCY.actor):
        assert said in document


def test_what_is_not_met_is_shown_with_its_address_and_nothing_is_markup() -> None:
    source = html(Language.NB)
    assert "properties.&lt;b&gt;" in source
    assert "&lt;script&gt;" in source
    assert "<script" not in source
    risk = next(one for one in report(Language.NB).risks if one.id == "R16")
    assert [(row.rule, row.state_id) for row in risk.evidence][:2] == [("PP-KV-002", "fail")] * 2
    assert all(row.urn for row in risk.evidence if row.state_id != "pass")


def test_no_word_of_one_language_stands_in_another() -> None:
    nb, nn, en = (" ".join(Document(html(language)).words) for language in LANGUAGES)
    assert "Risk register" in en
    assert "Risikoregister" in nb
    for word in ("Uten tiltak", "Sannsynlighet", "Oppfylt"):
        assert word not in en
    for word in ("ikke ", "Uten tiltak", "Sannsynlighet"):
        assert word not in nn
    for text in (nb, nn, en):
        assert not re.search(r"\b(risk|section|col|state|because|role|one)\.[a-z_]+\b", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_assessment_gives_the_same_bytes(language: Language) -> None:
    assessment, findings, _ = judged()
    read = Assessment.from_bytes(assessment.to_bytes())
    first, second = (b"".join(render(compose(build(one, files(), findings, language)))) for one in (assessment, read))
    assert first == second
    assert b"<" in first
    assert first.endswith(b"</html>\n")


def test_stale_evidence_is_marked_beside_what_it_would_be() -> None:
    one = report(Language.EN, DAY + timedelta(days=30))
    assert all(risk.lapsed for risk in one.risks if risk.evidence)
    assert "Out of date" in {row.evidence for row in one.register}
    assert "Without stale evidence" in html(Language.EN, DAY + timedelta(days=30))


def test_a_risk_without_a_level_stands_beside_the_matrix() -> None:
    one = report(Language.EN, lost="PP-REG-001")
    assert one.now.unplaced == ("R07",)
    assert "Without a level, because they could not be assessed: R07" in html(Language.EN, lost="PP-REG-001")


def test_the_report_says_the_verdict_that_was_computed() -> None:
    for language in LANGUAGES:
        assert report(language).verdict == judged()[0].verdict.value
        assert f'<div class="verdict {judged()[0].verdict.value}">' in html(language)


def test_every_part_of_the_model_is_typed() -> None:
    one = report(Language.NB)
    assert is_dataclass(one)
    assert [field.name for field in fields(one) if getattr(one, field.name) is None] == ["access"]


def test_the_check_is_told_in_each_language() -> None:
    answer = check(judged()[0], files())
    assert answer.exit_code == 1
    for language in LANGUAGES:
        lines = answer.table(language).splitlines()
        assert len(lines) == len(files().risks) + 1
        assert lines[-1] == answer.headline(language)
        assert any("!" in line for line in lines)
