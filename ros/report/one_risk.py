"""Lays out the section of one risk."""

from collections.abc import Iterator

from ros.report import cells
from ros.report.document import Block, Cell, Facts, Paragraph, Table
from ros.report.model import PlanRow, RiskSection
from ros.report.words import Words


def risk_blocks(one: RiskSection, words: Words) -> tuple[Block, ...]:
    """Give the blocks of a risk: what may happen, how its level came about, and what is done about it."""
    blocks: list[Block] = []
    if one.needs_acceptance:
        blocks.append(Paragraph(words("risk.needs_acceptance"), "warning"))
    blocks += [Facts(tuple(_facts(one, words)), f"facts-{one.id}"), _ratings(one, words)]
    blocks.append(_controls(one, words) if one.controls else Paragraph(words("explain.no_controls")))
    if one.evidence:
        blocks.append(_evidence(one, words))
        if one.read_from:
            blocks.append(Paragraph(words("risk.read_from", sources="; ".join(one.read_from)), "quiet"))
    elif not one.withheld:
        blocks.append(Paragraph(words("risk.no_evidence"), "quiet"))
    if one.withheld:
        blocks.append(Paragraph(f"{words('risk.evidence', id=one.id)}: {one.withheld}", "quiet"))
    if one.plan:
        blocks.append(_plan(one, words))
    if one.acceptances:
        rows = tuple((cells.text(controller), cells.text(given)) for controller, given in one.acceptances)
        heads = (words("col.controller"), words("col.acceptance"))
        blocks.append(Table(f"acceptance-{one.id}", words("risk.acceptance", id=one.id), heads, rows))
    return tuple(blocks)


def _facts(one: RiskSection, words: Words) -> Iterator[tuple[str, str]]:
    told = one.description
    if told.because:
        yield words("risk.because"), told.because
        yield words("risk.may"), told.may
        yield words("risk.so_that"), told.so_that
    else:
        yield words("risk.description"), told.whole
    if one.vulnerability:
        yield words("risk.vulnerability"), one.vulnerability
    yield words("risk.rationale"), f"{one.rationale} {one.knowledge}".strip()
    yield words("col.owner"), one.owner
    if one.origin:
        yield words("risk.origin.head"), one.origin
    yield words("risk.applies_to"), ", ".join(one.applies_to)
    if one.approval:
        yield words("risk.approval"), one.approval
    for raised in one.raises:
        yield words("risk.raises"), raised


def _ratings(one: RiskSection, words: Words) -> Table:
    columns = ["facet", "inherent", "steps", "now", *(["lapsed"] if one.lapsed else []), "target"]
    level: list[Cell] = [cells.text(words("risk.level")), cells.level(one.inherent.level), cells.text("–")]
    level += [cells.level(rating.level) for rating in (one.now, one.lapsed, one.target) if rating]
    rows: list[tuple[Cell, ...]] = [tuple(level)]
    for row in one.facets:
        lapsed = [cells.text(row.lapsed)] if one.lapsed else []
        name = f"{row.name} ◄" if row.decides else row.name
        rows.append(
            (
                cells.text(name),
                cells.text(row.inherent),
                cells.text(row.steps),
                cells.text(row.now),
                *lapsed,
                cells.text(row.target),
            )
        )
    heads = tuple(words(f"col.{name}") for name in columns)
    return Table(f"rating-{one.id}", words("risk.rating", id=one.id), heads, tuple(rows))


def _controls(one: RiskSection, words: Words) -> Table:
    heads = tuple(words(f"col.{name}") for name in ("control", "state", "effect", "because"))
    rows = tuple(
        (
            cells.text(row.title, row.id),
            cells.state(row.state_id, row.state),
            cells.text(row.effect),
            cells.text(row.because),
        )
        for row in one.controls
    )
    return Table(f"controls-{one.id}", words("risk.controls", id=one.id), heads, rows)


def _evidence(one: RiskSection, words: Words) -> Table:
    heads = tuple(
        words(f"col.{name}") for name in ("resource", "rule", "property", "expected", "actual", "state", "source")
    )
    rows = tuple(
        (
            cells.text(row.resource, row.urn),
            cells.code(row.rule),
            cells.code(row.path),
            cells.code(row.expected),
            cells.code(row.actual),
            cells.state(row.state_id, row.state),
            cells.text(row.source),
        )
        for row in one.evidence
    )
    return Table(f"evidence-{one.id}", words("risk.evidence", id=one.id), heads, rows)


def _plan(one: RiskSection, words: Words) -> Table:
    heads = tuple(words(f"col.{name}") for name in ("action", "responsible", "due", "state"))
    rows = tuple(_measure(row) for row in one.plan)
    return Table(f"treatment-{one.id}", words("risk.treatment", id=one.id), heads, rows)


def _measure(row: PlanRow) -> tuple[Cell, ...]:
    return cells.text(row.action), cells.text(row.responsible), cells.day(row.due, row.due_iso), cells.text(row.state)
