"""Lays out what the risks rest on: measures, dependencies, rules, method and provenance."""

from ros.report import cells, model
from ros.report.document import Block, Bullets, Facts, Matrices, Paragraph, Section, Table
from ros.report.model import Report
from ros.report.words import Words


def _heads(words: Words, *names: str) -> tuple[str, ...]:
    return tuple(words(f"col.{name}") for name in names)


def access(report: Report, words: Words) -> tuple[Block, ...]:
    """Give the comparison of access options, where the caller handed one in."""
    if report.access is None:
        return (Paragraph(words("access.none"), "quiet"),)
    return (plain("access-table", report.access),)


def plain(id_: str, table: model.Table) -> Table:
    """Give a table of words."""
    rows = tuple(tuple(cells.text(cell) for cell in row) for row in table.rows)
    return Table(id_, table.caption, table.columns, rows)


def accepted(report: Report, words: Words) -> tuple[Block, ...]:
    """Give every acceptance with its last day, and why one fell."""
    if not report.accepted:
        return (Paragraph(words("accepted.none"), "quiet"),)
    rows = tuple(
        (
            cells.risks((row.risk,)),
            cells.text(row.title),
            cells.level(row.level),
            cells.text(row.controller),
            cells.text(row.state),
            cells.day(row.until, row.until_iso),
        )
        for row in report.accepted
    )
    heads = _heads(words, "id", "risk", "now", "controller", "acceptance", "until")
    return (Table("acceptances", words("section.accepted"), heads, rows, work_list=True),)


def measures(report: Report, words: Words) -> tuple[Block, ...]:
    """Give the measures that are open, the earliest deadline first."""
    if not report.plan:
        return (Paragraph(words("plan.none"), "quiet"),)
    rows = tuple(
        (
            cells.day(row.due, row.due_iso),
            cells.text(row.when),
            cells.text(row.action),
            cells.text(row.responsible),
            cells.risks((row.risk,)),
            cells.text(row.option),
            cells.text(row.state),
        )
        for row in report.plan
    )
    heads = _heads(words, "due", "when", "action", "responsible", "risk", "option", "state")
    return (Table("measures", words("section.plan"), heads, rows, work_list=True),)


def dependencies(report: Report, words: Words) -> tuple[Block, ...]:
    """Give what others have to deliver."""
    if not report.dependencies:
        return (Paragraph(words("dependencies.none"), "quiet"),)
    rows = tuple(
        tuple(
            cells.text(said)
            for said in (
                row.needs,
                row.needed_for,
                row.actor,
                row.criticality,
                row.deadline,
                row.mutual_plan,
                row.status,
            )
        )
        for row in report.dependencies
    )
    heads = _heads(words, "needs", "needed_for", "actor", "criticality", "due", "mutual_plan", "status")
    return (Table("dependency-table", words("section.dependencies"), heads, rows, work_list=True),)


def rules(report: Report, words: Words) -> tuple[Block, ...]:
    """Give every rule that ran, those that passed included."""
    rows = tuple(
        (
            cells.code(row.rule),
            cells.text(row.title or "–"),
            cells.number(row.passed),
            cells.number(row.failed),
            cells.number(row.suppressed),
            cells.number(row.not_evaluated),
            cells.risks(row.risks),
        )
        for row in report.rules
    )
    heads = _heads(words, "rule", "asks", "pass", "fail", "suppressed", "not_evaluated", "used_by")
    return (Paragraph(words("rules.note")), Table("rule-table", words("section.rules"), heads, rows, work_list=True))


def method(report: Report, words: Words) -> tuple[Block, ...]:
    """Give how levels come about, with every scale."""
    one = report.method
    levels = tuple(
        (cells.level(row.level), cells.text(row.meaning), cells.text(row.accepted_by), cells.text(row.days))
        for row in one.levels
    )
    scales = tuple(plain(f"scale-{place}", table) for place, table in enumerate(one.scales))
    coverage = tuple(
        (
            cells.text(row.title, row.id),
            cells.number(row.code),
            cells.number(row.attested),
            cells.number(row.nothing),
        )
        for row in one.coverage
    )
    return (
        Paragraph(one.note, "strong"),
        Bullets(one.sentences, ordered=True),
        Matrices((one.matrix,)),
        Table(
            "levels", words("method.levels"), _heads(words, "level", "meaning", "accepted_by", "accepted_days"), levels
        ),
        Section(
            "coverage",
            words("method.coverage"),
            (
                Paragraph(words("method.coverage.note")),
                Table(
                    "coverage-table",
                    words("method.coverage"),
                    _heads(words, "control", "by_code", "attested", "unanswered"),
                    coverage,
                    work_list=True,
                ),
            ),
        ),
        Section("scales", words("method.scales"), scales),
    )


def provenance(report: Report, words: Words) -> tuple[Block, ...]:
    """Give what the report was made from, by digest."""
    digests = Facts(report.provenance, "digests", code=True)
    if not report.sources:
        return (digests,)
    rows = tuple(
        (
            cells.text(row.name),
            cells.code(row.digest),
            cells.text(row.collected),
            cells.text(row.expires),
            cells.text(row.state),
        )
        for row in report.sources
    )
    heads = tuple(words(f"prov.{name}") for name in ("source", "digest", "collected", "expires"))
    return digests, Table("source-table", words("prov.sources"), (*heads, words("col.state")), rows)
