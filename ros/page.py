"""Listings that a terminal shows as tables and a pull request as a page that fits the first screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from prosess.domain.text import Language
from ros.wording.text import say

LONGEST: Final = 40
"""Lines of a page. Whoever reviews a change reads the first screen; the whole list is in the JSON."""

_AROUND: Final = 3
"""Lines of a listing beside its rows: headings, rule, and the blank line after."""
_FOLD: Final = 5
"""Lines that folding adds: opening, summary and blank; blank and closing."""


@dataclass(frozen=True)
class Listing:
    """Rows under headings."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    folded: bool = True
    """Whether a page shows the title only, until somebody opens it."""


def page(opening: Sequence[str], listings: Iterable[Listing], language: Language, *, closing: str = "") -> str:
    """Give a page of at most ``LONGEST`` lines, ending with a line feed.

    The first listings get the room that they need; each of the others keeps a row that tells how many it leaves out.
    """
    shown = [one for one in listings if one.rows]
    around = sum(_AROUND + (_FOLD if one.folded else 2) for one in shown)
    room = LONGEST - len(opening) - 1 - around - (1 if closing else 0)
    lines = [*opening, ""]
    for place, listing in enumerate(shown):
        own = max(1, room - (len(shown) - place - 1))
        made = _rows(listing, own, language)
        room -= len(made) - 2
        if listing.folded:
            summary = f"<summary>{escaped(listing.title)}</summary>"
            lines += ["<details>", summary, "", *made, "", "</details>", ""]
        else:
            lines += [f"**{escaped(listing.title)}**", "", *made, ""]
    return "\n".join([*lines, *([closing] if closing else [])]).rstrip("\n") + "\n"


def _rows(listing: Listing, room: int, language: Language) -> list[str]:
    fits = len(listing.rows) if len(listing.rows) <= room else room - 1
    lines = [_row(listing.headings), _row(["---"] * len(listing.headings))]
    lines += [_row(row) for row in listing.rows[:fits]]
    if fits < len(listing.rows):
        left = say("page.more", language, count=len(listing.rows) - fits)
        lines.append(_row([left, *[""] * (len(listing.headings) - 1)]))
    return lines


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def escaped(text: str) -> str:
    """Give a text as Markdown shows it in a cell: on one line, without markup of its own."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("@", "@\u200b")
