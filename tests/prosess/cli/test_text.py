"""Every text that a command says exists, is used, and speaks of facts that it is given."""

import ast
from pathlib import Path

import pytest

from prosess.cli.options import Tongue
from prosess.cli.text import TEXTS, text
from prosess.domain.text import Language

CLI = Path(__file__).parents[3] / "prosess" / "cli"
SOURCES = {path: path.read_text() for path in CLI.rglob("*.py") if "text" not in path.relative_to(CLI).parts}


def test_the_command_lines_languages_are_the_domains() -> None:
    assert [tongue.value for tongue in Tongue] == [language.value for language in Language]


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_text_asks_for_the_same_facts_in_every_language(key: str) -> None:
    wording = TEXTS[key]
    facts = dict.fromkeys(wording.placeholders, "x")
    said = {text(key, tongue, **facts) for tongue in Tongue}
    assert all(said)
    for one in wording:
        assert {name for name in wording.placeholders if f"{{{name}}}" in one} == wording.placeholders


def _strings() -> set[str]:
    return {
        node.value
        for source in SOURCES.values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_text_is_used_somewhere() -> None:
    strings = _strings()
    unused = [
        key
        for key in TEXTS
        if key not in strings
        and key.partition(".")[2] not in strings  # columns and states are asked for by their last part
        and not (key.startswith("demo.") and {key.split(".")[1], key.split(".")[2]} <= strings | {"title"})
    ]
    assert unused == []
