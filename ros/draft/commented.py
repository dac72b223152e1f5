"""YAML with comments above its parts."""

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from prosess.documents import to_yaml

_WIDTH = 114


def comment(text: str) -> list[str]:
    """Break a text into lines that fit beside the rest of a file; an item of a list hangs."""
    lines: list[str] = []
    for line in text.split("\n"):
        hanging = "  " if line.startswith("- ") else "   " if line[:1].isdigit() else ""
        lines += textwrap.wrap(line, _WIDTH, subsequent_indent=hanging, break_long_words=False) or [""]
    return lines


def document(lead: str, parts: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Write a file: a comment at its top, and its parts, each under a comment where it has one."""
    written = _commented(lead)
    for said, part in parts:
        if part:
            written += (_commented(said) if said else "") + to_yaml(part)
    return written


def _commented(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in comment(text))
