"""The report for a pull request: the verdict first, what needs a decision next, the rest folded. 40 lines at most."""

from collections.abc import Iterable
from functools import partial

from ros.report.model import RegisterRow
from ros.report.prepared import Prepared
from ros.report.words import Words
from ros.wording.text import say

_ROWS = 8
"""Risks that are shown; the rest are counted, and folded away below."""
_FOLDED = 100
"""Rows of a folded list: a comment on a pull request has room for some 65,000 letters."""


def render(prepared: Prepared) -> str:
    """Give the report as Markdown, ending with a line feed. What a file says cannot become markup."""
    report = prepared.report
    words: Words = partial(say, language=prepared.language)
    lines = [
        f"### {report.verdict_symbol} {report.verdict_word}: {_safe(report.title)}",
        "",
        f"{_safe(report.headline)} {_safe(report.subtitle)}",
        "",
        f"**{_safe(words('one.changes'))}:** {_safe(report.changes.line)}",
    ]
    if report.asked:
        asked = f"{words('one.of')} {report.asked.of}, {words('one.by').lower()} {report.asked.by}"
        lines += ["", f"**{_safe(report.asked.decision)}** {_safe(asked)}."]
    pressing = [row for row in report.register if row.needs_acceptance or row.stale or row.now.rank < 0]
    if pressing:
        heads = [words(f"col.{name}") for name in ("id", "risk", "inherent", "now", "owner", "next")]
        lines += ["", f"| {' | '.join(heads)} |", "|---|---|---|---|---|---|"]
        lines += [_row(prepared, row) for row in pressing[:_ROWS]]
        if len(pressing) > _ROWS:
            lines += ["", words("markdown.more", count=len(pressing) - _ROWS)]
    duties = [one for one in report.duties if one.state_id in ("needed", "undecided")]
    if duties:
        lines += ["", *(f"- {_safe(one.name)}: {_safe(one.state.lower())}" for one in duties)]
    lines += _folded(
        words("section.changes"), (f"{one.risk} {one.change}: {one.because}" for one in report.changes.rows)
    )
    lines += _folded(
        words("section.register"),
        (
            f"{row.id} {row.title}: {row.inherent.symbol} {row.inherent.word} → {row.now.symbol} {row.now.word}"
            for row in report.register
        ),
    )
    lines += _folded(
        words("section.plan"), (f"{row.due}: {row.action} ({row.risk}, {row.responsible})" for row in report.plan)
    )
    lines += _folded(words("section.provenance"), (f"{name}: {value}" for name, value in report.provenance))
    lines += ["", f"_{_safe(report.marking)} {_safe(report.audience)}._"]
    return "\n".join(lines) + "\n"


def _row(prepared: Prepared, row: RegisterRow) -> str:
    link = f"[{row.id}]({prepared.file_of(row.id)})"
    cells = (
        row.title,
        f"{row.inherent.symbol} {row.inherent.word}",
        f"{row.now.symbol} {row.now.word}",
        row.owner,
        row.next_due,
    )
    return f"| {link} | {' | '.join(map(_safe, cells))} |"


def _folded(title: str, items: Iterable[str]) -> list[str]:
    """Fold a list into two lines, whatever its length; nothing where it is empty."""
    said = list(items)
    listed = "".join(f"<li>{_html(one)}</li>" for one in said[:_FOLDED])
    if len(said) > _FOLDED:
        listed += f"<li>+ {len(said) - _FOLDED}</li>"
    return ["", f"<details><summary>{_html(title)}</summary>", f"<ul>{listed}</ul></details>"] if listed else []


def _safe(said: str) -> str:
    """Write a text so that it makes nothing of what it quotes."""
    return "".join(f"\\{letter}" if letter in "\\|`*_[]~@#" else letter for letter in _html(said))


def _html(said: str) -> str:
    return " ".join(said.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
