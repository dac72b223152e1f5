"""What a person reads about rules, exemptions and engines, in bokmål, nynorsk and English.

A finding stores keys (``PP-KV-002.message``), never sentences; they are found here when somebody reads it.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from prosess.domain.text import Language

FOLDER = Path(__file__).parent / "texts"


class Part(StrEnum):
    """The texts that every id has."""

    MESSAGE = "message"
    """What is wrong."""
    WHY = "why"
    """Why it matters."""
    FIX = "fix"
    """What to do."""


SCANNER_IDS = ("CHECKOV_CHECK", "CHECK_CRASHED", "CHECK_SKIPPED")
"""Ids of what is said of any check of Checkov's: the check's own title comes with the finding, in English only."""

UNBLOCKED_BY = "platform_engineer"
"""Role that puts right what the engines' own codes tell of."""


@cache
def texts(language: Language) -> dict[str, dict[str, str]]:
    """All texts of a language: id → part → text."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (FOLDER / f"{language.value}.yaml").open(encoding="utf-8") as file:
        found: dict[str, dict[str, str]] = yaml.load(file, Loader=loader)  # noqa: S506 - a safe loader, our own file
    return found


def text(key: str, language: Language) -> str:
    """Give the text of a key such as ``PP-KV-002.message``.

    Raises:
        KeyError: where there is no such text; a test sees to it that every rule and code has its texts.
    """
    id_, _, part = key.rpartition(".")
    return texts(language)[id_][part]
