"""Lays a report out as parts and blocks. Every format renders these, so none says more or less than another."""

from collections.abc import Iterator
from functools import partial

from ros.report import cells
from ros.report.appendices import accepted, access, dependencies, measures, method, plain, provenance, rules
from ros.report.document import Block, Bullets, Document, Facts, Matrices, Paragraph, Part, Section, Table
from ros.report.model import BowTie, Movement, Report
from ros.report.one_risk import risk_blocks
from ros.report.scope import scope, words_of_day
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
_MOVEMENTS = 40
"""Movements that page one has room for; the register tells every one."""


def compose(report: Report) -> Document:
    """Lay a report out, part by part."""
    words: Words = partial(say, language=report.language)
    blocks: dict[str, tuple[Block, ...]] = {
        "summary": _summary(report, words),
        "changes": _changes(report, words),
        "scope": scope(report, words),
        "register": (_register(report, words),),
        "risks": tuple(Section(one.id, f"{one.id} {one.title}", risk_blocks(one, words)) for one in report.risks),
        "bowties": tuple(_bowtie(one, words) for one in report.bowties) or (Paragraph(words("bowties.none"), "quiet"),),
        "access": access(report, words),
        "accepted": accepted(report, words),
        "plan": measures(report, words),
        "dependencies": dependencies(report, words),
        "rules": rules(report, words),
        "method": method(report, words),
        "words": (Facts(report.glossary, "words"),),
        "provenance": provenance(report, words),
        "participants": (
            plain("party-table", report.frame.parties),
            plain("meeting-table", report.frame.meetings)
            if report.frame.meetings.rows
            else Paragraph(words("frame.meetings.none"), "quiet"),
        ),
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
        case=report.case,
        audience=report.audience,
        verdict=report.verdict,
        verdict_words=f"{report.verdict_symbol} {report.verdict_word}",
        headline=report.headline,
        footer=words("prov.note"),
        parts=tuple(Part(id_, number, words(f"section.{id_}"), blocks[id_]) for number, id_ in enumerate(_PARTS, 1)),
    )


def _changes(report: Report, words: Words) -> tuple[Block, ...]:
    if not report.changes.rows:
        return (Paragraph(report.changes.line, "quiet"),)
    rows = tuple(
        (
            cells.risks((row.risk,)) if row.now else cells.text(row.risk),
            cells.text(row.title),
            cells.text(row.change),
            cells.level(row.before) if row.before else cells.text("–"),
            cells.level(row.now) if row.now else cells.text("–"),
            cells.text(row.because),
        )
        for row in report.changes.rows
    )
    heads = tuple(words(f"col.{name}") for name in ("id", "risk", "change", "former", "now", "because"))
    table = Table("change-table", words("section.changes"), heads, rows, work_list=True)
    return Paragraph(report.changes.line), table


def _bowtie(one: BowTie, words: Words) -> Section:
    return Section(
        f"bowtie-{one.id}",
        f"{one.id} {one.title}",
        (
            Bullets(one.causes, title=words("bowtie.causes")),
            Bullets(one.preventive, title=words("bowtie.preventive")),
            Bullets((one.event,), title=words("bowtie.event")),
            Bullets(one.reducing, title=words("bowtie.reducing")),
            Bullets(one.consequences, title=words("bowtie.consequences")),
        ),
    )


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
                Bullets(tuple(_movement(one) for one in report.movements[:_MOVEMENTS])),
                *_more_movements(report, words),
                Paragraph(report.place_key, "quiet"),
            ),
        ),
        Section("rests-on", words("one.coverage"), (Facts(tuple(_rests_on(report, words)), "rests"),)),
    )


def _rests_on(report: Report, words: Words) -> Iterator[tuple[str, str]]:
    """Give what page one tells in a line each: changes, duties of data protection law, how controls are assessed."""
    yield words("one.changes"), report.changes.line
    pressing = [one for one in report.duties if one.state_id in ("needed", "undecided")]
    if pressing:
        said = (f"{one.name}: {one.state.lower()}{words_of_day(one, words)}" for one in pressing)
        yield words("one.duties"), "; ".join(said)
    yield words("col.evidence"), report.coverage


def _more_movements(report: Report, words: Words) -> tuple[Block, ...]:
    more = len(report.movements) - _MOVEMENTS
    return (Paragraph(words("one.movements.more", count=more)),) if more > 0 else ()


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
