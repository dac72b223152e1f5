"""How changes are shown: a table for the terminal, and a page that fits a pull request."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from prosess.contracts import Change, Changes

LONGEST_PAGE: Final = 40
"""Lines of the page. Whoever reviews a change reads the first screen; the whole list is in the JSON."""

_MARKS: Final = {"create": "+", "update": "~", "rename": "→", "replace": "±", "delete": "−"}
_VERDICTS: Final = {"blocked": "✗", "exempted": "~"}
_DATA: Final = frozenset(
    (
        *("backups", "configuration", "databases", "disks", "files", "group", "images"),
        *("keys", "logs", "messages", "protected", "records"),
    )
)
_RULES: Final = ("PP-CHG-001", "PP-CHG-002")

_SMALLEST: Final = 5
"""Lines of a table that still tells something: its head, two rows, and how many there are more."""

_SHOWN_PROPERTIES: Final = 3
_LONGEST_VALUE: Final = 40


def print_table(changes: "Changes", lang: Tongue) -> None:
    """Print every change, then the counts, then what would have to be put right."""
    from prosess.cli.output import show, table

    if changes.changes:
        first = sorted(changes.changes, key=lambda one: one.rule is None)  # stable: what takes data away, then the rest
        table(_headings(lang), [_shown(one, lang, values=True) for one in first])
    show(counts(changes, lang))
    for line in _verdicts(changes, lang):
        show(line)


def markdown(changes: "Changes", *, names: tuple[str, str], lang: Tongue) -> str:
    """Give a page of at most ``LONGEST_PAGE`` lines: first what takes data away, the rest folded."""
    from prosess.cli.text import text

    taken = [one for one in changes.changes if one.rule]
    others = [one for one in changes.changes if not one.rule]
    lines = [f"**{_escaped(names[0])} → {_escaped(names[1])}**: {counts(changes, lang)}", ""]
    lines += [*_verdicts(changes, lang), ""]
    tail = [f"<sub>{changes.before.digest} → {changes.after.digest}</sub>"]
    opening = ["<details>", f"<summary>{text('diff.others', lang, count=len(others))}</summary>", ""] if others else []
    closing = ["", "</details>", ""] if others else []
    room = LONGEST_PAGE - sum(map(len, (lines, opening, closing, tail)))
    first = [*_rows(taken, room - (_SMALLEST if others else 0), lang), ""] if taken else []
    rest = _rows(others, room - len(first), lang) if others else []
    return "\n".join([*lines, *first, *opening, *rest, *closing, *tail]) + "\n"


def _rows(changes: "Sequence[Change]", room: int, lang: Tongue) -> list[str]:
    """Give a table of at most ``room`` lines, whose last tells how many it leaves out."""
    from prosess.cli.text import text

    headings = _headings(lang)
    fits = len(changes) if len(changes) + 2 <= room else room - 3
    lines = [_row(headings), _row(["---"] * len(headings))]
    lines += [_row(_shown(one, lang, values=False)) for one in changes[:fits]]
    if fits < len(changes):
        lines.append(_row([text("diff.more", lang, count=len(changes) - fits), *[""] * (len(headings) - 1)]))
    return lines


def _headings(lang: Tongue) -> list[str]:
    from prosess.cli.text import text

    return [text(f"column.{one}", lang) for one in ("change", "resource", "type", "why", "data")]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _shown(change: "Change", lang: Tongue, *, values: bool) -> tuple[str, ...]:
    from prosess.cli.text import text

    action = change.action.value
    mark = _VERDICTS.get(change.verdict.value)
    said = f"{_MARKS[action]} {text(f'change.{action}', lang)}"
    said += f" {mark} {text(f'verdict.{change.verdict.value}', lang)}" if mark else ""
    name = change.name
    if change.old_urn and (old := change.old_urn.rpartition("::")[2]) != name:
        name = f"{old} → {name}"
    return said, name, change.type.removeprefix("azure-native:"), _why(change, lang, values=values), _data(change, lang)


def _why(change: "Change", lang: Tongue, *, values: bool) -> str:
    from prosess.cli.text import text

    if change.suppression:
        told = change.suppression
        return text("diff.exempted", lang, owner=told.owner, expires=told.expires.isoformat(), reason=told.reason)
    if change.twin:
        return text("diff.twin", lang, name=change.twin.rpartition("::")[2])
    if change.causes:
        return ", ".join(_cause(one, lang) for one in change.causes)
    shown = [_property(one, values=values) for one in change.properties[:_SHOWN_PROPERTIES]]
    left = len(change.properties) - len(shown)
    return ", ".join(shown) + (f" (+{left})" if left else "")


def _cause(cause: Any, lang: Tongue) -> str:
    from prosess.cli.text import text

    if cause.follows:
        return text("diff.follows", lang, property=cause.property, name=cause.follows.rpartition("::")[2])
    if cause.source == "not-known":
        return text("diff.not_known", lang, property=cause.property)
    return str(cause.property)


def _property(change: Any, *, values: bool) -> str:
    if not values:
        return str(change.path)
    before, after = (_value(one) for one in (change.before, change.after))
    return f"{change.path}: {before} → {after}"


def _value(value: Any) -> str:
    import json

    if value is None:
        return "–"
    if isinstance(value, dict) and value.keys() <= {"secret", "unknown"} and True in value.values():
        return f"({'secret' if 'secret' in value else 'unknown'})"
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return said if len(said) <= _LONGEST_VALUE else said[: _LONGEST_VALUE - 1] + "…"


def _data(change: "Change", lang: Tongue) -> str:
    from prosess.cli.text import text

    kind = change.holds_data
    if kind is None:
        return ""
    said = text(f"holds.{kind}", lang) if kind in _DATA else kind
    return f"{said} ({change.data_controller})" if change.rule and change.data_controller else said


def counts(changes: "Changes", lang: Tongue) -> str:
    """Tell how many resources are made, changed, renamed, made anew and deleted."""
    from prosess.cli.text import text
    from prosess.contracts import Action

    counted = {action.value: changes.count(action) for action in Action}
    return text("diff.counts", lang, **counted) if changes.changes else text("diff.nothing", lang)


def _verdicts(changes: "Changes", lang: Tongue) -> Iterator[str]:
    from prosess.cli.text import text
    from prosess.contracts.changes import Verdict

    if changes.before.stack != changes.after.stack:
        yield text("diff.two_stacks", lang, before=changes.before.stack, after=changes.after.stack)
    blocked = changes.blocked
    for rule in _RULES:
        if count := sum(one.rule == rule for one in blocked):
            yield f"✗ {rule}: {text(f'rule.{rule}', lang, count=count)}"
    if blocked:
        return
    exempted = sum(one.verdict is Verdict.EXEMPTED for one in changes.changes)
    yield f"✓ {text('diff.exemptions', lang, count=exempted) if exempted else text('diff.clear', lang)}"
