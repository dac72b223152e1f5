"""Every text stands in three languages, speaks of the same facts, and is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

import prosess.documents
from prosess.documents import text
from prosess.documents.text import LANGUAGES, TEXTS, WORDS, Word, say

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(prosess.documents.__file__).parent.glob("*.py"))
    if path.name != "text.py"
)


def facts_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_speaks_of_the_same_facts_in_every_language(key: str) -> None:
    nb, nn, en = TEXTS[key]
    assert nb
    assert nn
    assert en
    assert facts_of(nb) == facts_of(nn) == facts_of(en)


def test_every_word_stands_in_every_language() -> None:
    assert all(len(words) == len(LANGUAGES) and all(words) for words in WORDS.values())


@pytest.mark.parametrize("key", TEXTS)
def test_no_text_is_left_over(key: str) -> None:
    code, _, detail = key.partition(".")
    whole = f'"{key}"' in SOURCE
    composed = detail and f'"{code}"' in SOURCE and f'"{detail}"' in SOURCE
    assert whole or composed


def test_every_key_that_the_reader_uses_has_a_text() -> None:
    used = set(re.findall(r'"(hint\.[a-z_0-9]+|[A-Z][A-Z_0-9]{2,}(?:\.[a-z]+)?)"', SOURCE))
    codes = {key.partition(".")[0] for key in TEXTS}
    others = {"DEFAULT_LIMITS", "TRUE", "FALSE", "NULL"}
    others |= {"EDIT_NOT_POSSIBLE"}  # an editor's own, which is told as every refusal is
    assert {key for key in used if key not in TEXTS and key not in codes} == others


def test_facts_are_spoken_in_the_language() -> None:
    facts: text.Facts = {"expected": (Word("integer"), "`auto`", 3)}
    assert say("hint.expected", facts, "nn") == "Venta: eit heiltal, `auto`, 3."
    with pytest.raises(ValueError, match="tuple"):
        say("hint.expected", facts, "sv")
