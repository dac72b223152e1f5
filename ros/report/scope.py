"""Lays out what was assessed: scope, what is worth protecting, threats, and what data protection law asks for."""

from ros.report import cells
from ros.report.appendices import plain
from ros.report.document import Block, Facts, Paragraph, Table
from ros.report.model import Duty, Report
from ros.report.words import Words


def scope(report: Report, words: Words) -> tuple[Block, ...]:
    """Give the frame, the values, the threat picture and the duties."""
    frame = report.frame
    blocks: list[Block] = [Facts(frame.facts, "scope-facts")]
    if frame.values.rows:
        blocks.append(plain("value-table", frame.values))
    else:
        blocks.append(Paragraph(words("frame.values.none"), "quiet"))
    if frame.threats.rows:
        blocks.append(plain("threat-table", frame.threats))
    else:
        blocks.append(Paragraph(frame.threats.caption, "quiet"))
    blocks += [
        plain(id_, table) for id_, table in (("asset-table", frame.assets), ("flow-table", frame.flows)) if table.rows
    ]
    if report.duties:
        rows = tuple(
            (
                cells.text(one.name),
                cells.text(f"{one.state}{words_of_day(one, words)}"),
                cells.text(" ".join(one.because)),
            )
            for one in report.duties
        )
        heads = (words("col.duty"), words("col.state"), words("col.because"))
        blocks.append(Table("duty-table", words("frame.duties"), heads, rows))
    return tuple(blocks)


def words_of_day(duty: Duty, words: Words) -> str:
    """Say until when a duty can be begun, after a comma; nothing where there is no such day."""
    return f", {words('duty.by', by=duty.by)}" if duty.by else ""
