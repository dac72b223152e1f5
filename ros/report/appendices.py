"""Lays out what the risks rest on: measures, dependencies, rules, method and provenance."""

from ros.report import cells
from ros.report.document import Block, Bullets, Facts, Matrices, Paragraph, Section, Table
from ros.report.model import Report
from ros.report.words import Words


def _heads(words: Words, *names: str) -> tuple[str, ...]:
    return tuple(words(f"col.{name}") for name in names)


def access(report: Report, words: Words) -> tuple[Block, ...]:
    """Give the comparison of access options, where the caller handed one in."""
    return (Paragraph(words("access.none"), "quiet"),)


def measures(report: Report, words: Words) -> tuple[Block, ...]:
    """Give the measures that are open, the earliest deadline first."""
    if not report.plan:
        return (Paragraph(words("plan.none"), "quiet"),)
    rows = tuple(
        (
            cells.day(row.due, row.due_iso),
            cells.text(row.action),
            cells.text(row.responsible),
            cells.risks((row.risk,)),
            cells.text(row.option),
            cells.text(row.state),
        )
        for row in report.plan
    )
    heads = _heads(words, "due", "action", "responsible", "risk", "option", "state")
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
            cells.number(row.passed),
            cells.number(row.failed),
            cells.number(row.suppressed),
            cells.number(row.not_evaluated),
            cells.risks(row.risks),
        )
        for row in report.rules
    )
    heads = _heads(words, "rule", "pass", "fail", "suppressed", "not_evaluated", "used_by")
    return (Paragraph(words("rules.note")), Table("rule-table", words("section.rules"), heads, rows, work_list=True))


def method(report: Report, words: Words) -> tuple[Block, ...]:
    """Give how levels come about, with every scale."""
    one = report.method
    levels = tuple(
        (cells.level(row.level), cells.text(row.meaning), cells.text(row.accepted_by), cells.text(row.days))
        for row in one.levels
    )
    scales = tuple(
        Table(
            f"scale-{place}",
            table.caption,
            table.columns,
            tuple(tuple(cells.text(cell) for cell in row) for row in table.rows),
        )
        for place, table in enumerate(one.scales)
    )
    return (
        Paragraph(one.note, "strong"),
        Bullets(one.sentences, ordered=True),
        Matrices((one.matrix,)),
        Table(
            "levels", words("method.levels"), _heads(words, "level", "meaning", "accepted_by", "accepted_days"), levels
        ),
        Section("scales", words("method.scales"), scales),
    )


def provenance(report: Report, words: Words) -> tuple[Block, ...]:
    """Give what the report was made from, by digest."""
    return (Facts(report.provenance, "digests", code=True),)
