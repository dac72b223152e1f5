"""Data on stdout, talk on stderr; symbol and word, never colour alone."""

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from prosess.cli.exit import CommandError

if TYPE_CHECKING:
    from rich.console import Console

MARKS = {
    "pass": "✓",
    "fail": "✗",
    "not_evaluated": "?",
    "suppressed": "~",
    "green": "●",
    "yellow": "▲",
    "red": "■",
    "done": "✓",
    "open": "✓",
    "closed": "✗",
}


class _Settings:
    """What the command line said of output as a whole."""

    no_color: bool = False


settings = _Settings()


@cache
def _console(*, stderr: bool) -> "Console":
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(
        stderr=stderr,
        no_color=settings.no_color or None,
        highlight=False,
        soft_wrap=not stream.isatty(),
        width=None if stream.isatty() else 160,
    )


def say(text: str = "", *, style: str | None = None) -> None:
    """Print talk on stderr."""
    _console(stderr=True).print(text, style=style, markup=False)


def show(text: str = "", *, style: str | None = None) -> None:
    """Print data that a person reads on stdout."""
    _console(stderr=False).print(text, style=style, markup=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str | None = None) -> None:
    """Print a table on stdout; numbers to the right, nothing cut off."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown = [[cell if isinstance(cell, str) else str(cell) for cell in row] for row in rows]
    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, title_style="bold")
    for index, column in enumerate(columns):
        numeric = bool(shown) and all(row[index].replace(" ", "").isdigit() for row in shown)
        made.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in shown:
        made.add_row(*(Text(cell) for cell in row))
    _console(stderr=False).print(made)


def emit(document: bytes) -> None:
    """Print a contract document as it is, and nothing else, on stdout."""
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()


def emit_json(value: Any) -> None:
    """Print a JSON value that is no contract, for programs."""
    from prosess.contracts import canonical_bytes

    emit(canonical_bytes(value))


def report(error: CommandError, *, as_json: bool) -> None:
    """Print an error on stderr: what happened, where, and how to put it right."""
    if as_json:
        whole = {"code": error.code, "message": error.message, "hint": error.hint, "where": error.where}
        for one in error.mistakes or (whole,):
            sys.stderr.write(json.dumps(one, ensure_ascii=False) + "\n")
        return
    where = f"{error.where}: " if error.where else ""
    say(f"{where}{error.message}", style="bold")
    if error.hint:
        say(f"  → {error.hint}")
    say(f"  [{error.code}]", style="dim")
