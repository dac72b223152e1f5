"""What every rich format is held to: each text of the document stands in it, in the same words."""

import re
from collections.abc import Iterable

from ros.report.document import Document

_SPACE = re.compile(r"\s+")
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
"""Where a format may break a long word; they are read as nothing."""


def squeezed(text: str) -> str:
    """Give a text without white space and soft breaks: formats break lines where they please."""
    return _SPACE.sub("", text.translate(_SOFT))


def missing(document: Document, text: str, *, besides: Iterable[str] = ()) -> list[str]:
    """Give the texts of a document that a format's text does not hold, each once, in reading order.

    Args:
        document: what was rendered.
        text: the whole text of what was made, as a reader of the format would copy it.
        besides: texts that the format is known to tell in another way.
    """
    found, known = squeezed(text), set(besides)
    return [one for one in dict.fromkeys(document.texts()) if one not in known and squeezed(one) not in found]


def skeleton(document: Document) -> tuple[str, tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Give what formats must agree on: the verdict, the ids of the risks, and each risk's levels in the register."""
    register = next(table for table in document.tables() if table.id == "register-table")
    levels = tuple((row[0].text, tuple(cell.text for cell in row if cell.kind == "level")) for row in register.rows)
    return document.verdict_words, tuple(id_ for id_, _ in levels), levels
