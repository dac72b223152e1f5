"""Lays a report out as parts and blocks. Every format renders these, so none says more or less than another."""

from functools import partial

from ros.report import cells
from ros.report.appendices import access, dependencies, measures, method, provenance, rules
from ros.report.document import Block, Bullets, Document, Facts, Matrices, Paragraph, Part, Section, Table
from ros.report.model import Movement, Report
from ros.report.one_risk import risk_blocks
from ros.report.words import Words
from ros.wording.text import say

_PARTS = (
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
)


def compose(report: Report) -> Document:
    """Lay a report out, part by part."""
    words: Words = partial(say, language=report.language)
    blocks: dict[str, tuple[Block, ...]] = {
        "summary": _summary(report, words),
        "changes": (Paragraph(words("changes.none"), "quiet"),),
        "scope": (Facts(report.frame.facts, "scope"),),
        "register": (_register(report, words),),
        "risks": tuple(Section(one.id, f"{one.id} {one.title}", risk_blocks(one, words)) for one in report.risks),
        "bowties": (Paragraph(words("bowties.none"), "quiet"),),
        "access": access(report, words),
        "accepted": (Paragraph(words("accepted.none"), "quiet"),),
        "plan": measures(report, words),
        "dependencies": dependencies(report, words),
        "rules": rules(report, words),
        "method": method(report, words),
        "words": (Facts(report.glossary, "words"),),
        "provenance": provenance(report, words),
        "participants": (_plain("parties", report),),
        "assumptions": tuple(
            Bullets(items, title=words(f"frame.{name}"))
            for name, items in (("assumptions", report.frame.assumptions), ("exclusions", report.frame.exclusions))
            if items
        )
        or (Paragraph(words("frame.no_assumptions"), "quiet"),),
    }
    return Document(
        language=report.language,
        kind=words("report.kind"),
        title=report.title,
        subtitle=report.subtitle,
        marking=report.marking,
        case="",
        audience=words("audience.reviewer"),
        verdict=report.verdict,
        verdict_words=f"{report.verdict_symbol} {report.verdict_word}",
        headline=report.headline,
        footer=words("prov.note"),
        parts=tuple(Part(id_, number, words(f"section.{id_}"), blocks[id_]) for number, id_ in enumerate(_PARTS, 1)),
    )


def _plain(id_: str, report: Report) -> Table:
    table = report.frame.parties
    rows = tuple(tuple(cells.text(cell) for cell in row) for row in table.rows)
    return Table(id_, table.caption, table.columns, rows)


def _summary(report: Report, words: Words) -> tuple[Block, ...]:
    asked: tuple[Block, ...]
    if report.asked is None:
        asked = (Paragraph(words("one.no_decision")),)
    else:
        wanted = "; ".join(f"{one.controller}: {', '.join(one.risks)}" for one in report.wanted)
        asked = (
            Paragraph(report.asked.decision, "strong"),
            Facts(
                (
                    (words("one.of"), report.asked.of),
                    (words("one.by"), report.asked.by),
                    (words("one.accept"), wanted or words("one.accept.none")),
                ),
                "asked-of",
            ),
        )
    return (
        Section("asked", words("one.decision"), asked),
        Section(
            "matrix",
            words("one.matrix"),
            (Matrices((report.before, report.now)), Paragraph(words("one.matrix.note"), "quiet")),
        ),
        Section("top", words("one.top"), (_top(report, words),)),
        Section(
            "movements",
            words("one.movements"),
            (
                Bullets(tuple(_movement(one) for one in report.movements)),
                Paragraph(report.place_key, "quiet"),
                Paragraph(f"{words('one.coverage')}. {report.coverage}"),
            ),
        ),
    )


def _movement(one: Movement) -> str:
    before, now = one.before, one.now
    return (
        f"{one.id} {before.level.symbol} {before.level.word} ({before.place}) → "
        f"{now.level.symbol} {now.level.word} ({now.place}), {one.direction} {one.word}"
    )


def _top(report: Report, words: Words) -> Table:
    rows = tuple(
        (
            cells.risks((row.id,)),
            cells.text(row.title),
            cells.level(row.now),
            cells.text(row.movement.now.dimension),
            cells.text(row.owner),
            cells.day(row.next_due, row.next_due_iso),
        )
        for row in report.top
    )
    columns = ("id", "risk", "now", "decided_by", "owner", "next")
    return Table("top-five", words("one.top"), tuple(words(f"col.{name}") for name in columns), rows)


def _register(report: Report, words: Words) -> Table:
    rows = tuple(
        (
            cells.risks((row.id,)),
            cells.text(row.title),
            cells.text(row.owner),
            cells.level(row.inherent),
            cells.level(row.now),
            cells.level(row.target),
            cells.text(f"{row.movement.direction} {row.movement.word}"),
            cells.day(row.next_due, row.next_due_iso),
            cells.text(row.evidence),
        )
        for row in report.register
    )
    columns = ("id", "risk", "owner", "inherent", "now", "target", "movement", "next", "evidence")
    heads = tuple(words(f"col.{name}") for name in columns)
    return Table("register-table", words("section.register"), heads, rows, work_list=True)
