"""JSON (RFC 8259) with the place of every value.

A grammar of its own, and not that of YAML, because YAML readers refuse what JSON allows (tabs, surrogate pairs) and
allow what JSON refuses (comments, unquoted text).
"""

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # public in practice, unknown to typeshed
from typing import NoReturn

from prosess.documents.composer import Composer, Position
from prosess.documents.scalar import LONGEST_NUMBER
from prosess.documents.text import Word

_SPACE = re.compile(r"[ \t\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"true|false|null")
_WORDS = {"true": True, "false": False, "null": None}
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Reader:
    def __init__(self, text: str, composer: Composer) -> None:
        self.text = text
        self.composer = composer
        self.offset = 0
        self.line = 1
        self.line_start = 0

    def position(self) -> Position:
        return self.line, self.offset - self.line_start + 1

    def skip_space(self) -> str:
        """Go to the next character that means something, and give it; empty at the end."""
        match = _SPACE.match(self.text, self.offset)
        end = match.end() if match else self.offset
        if newlines := self.text.count("\n", self.offset, end):
            self.line += newlines
            self.line_start = self.text.rfind("\n", self.offset, end) + 1
        self.offset = end
        return self.text[end : end + 1]

    def refuse(self, expected: str) -> NoReturn:
        raise self.composer.stop("JSON_SYNTAX", self.position(), "", facts={"expected": Word(f"json.{expected}")})

    def string(self) -> str:
        value: str
        try:
            value, end = scanstring(self.text, self.offset + 1, True)
        except json.JSONDecodeError:
            self.refuse("string")
        if _SURROGATE.search(value):  # half a character: no UTF-8 can carry it
            self.refuse("string")
        self.offset = end
        return value

    def scalar(self, first: str) -> None:
        position = self.position()
        if first == '"':
            value = self.string()
            self.composer.scalar(value, value, position)
        elif match := _WORD.match(self.text, self.offset):
            self.offset = match.end()
            self.composer.scalar(_WORDS[match[0]], match[0], position)
        elif match := _NUMBER.match(self.text, self.offset):
            if len(match[0]) > LONGEST_NUMBER:
                raise self.composer.stop("NUMBER_TOO_LONG", position, "", facts={"limit": LONGEST_NUMBER})
            self.offset = match.end()
            number = float(match[0]) if match[1] or match[2] else int(match[0])
            self.composer.scalar(number, match[0], position)
        else:
            self.refuse("value")


def compose_json(text: str, composer: Composer) -> None:
    """Read one JSON value into a composer.

    Raises:
        DocumentError: where the text is no JSON, or goes over a limit.
    """
    reader = _Reader(text, composer)
    closing: list[str] = []  # the brackets that are open, innermost last
    fresh = False  # just after an opening bracket
    while True:
        first = reader.skip_space()
        if closing and first == closing[-1] and fresh:
            pass  # an empty mapping or list: closed below
        else:
            if closing and closing[-1] == "}":
                _key(reader, first)
                first = reader.skip_space()
            if first and first in "{[":
                composer.open({} if first == "{" else [], reader.position())
                closing.append("}" if first == "{" else "]")
                reader.offset += 1
                fresh = True
                continue
            reader.scalar(first)
        while closing and reader.skip_space() == closing[-1]:
            reader.offset += 1
            composer.close()
            closing.pop()
        fresh = False
        if not closing:
            break
        if reader.skip_space() != ",":
            reader.refuse("comma")
        reader.offset += 1
    if reader.skip_space():
        reader.refuse("end")


def _key(reader: _Reader, first: str) -> None:
    if first != '"':
        reader.refuse("key")
    position = reader.position()
    key = reader.string()
    reader.composer.scalar(key, key, position)
    if reader.skip_space() != ":":
        reader.refuse("colon")
    reader.offset += 1
