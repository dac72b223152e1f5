"""Walks plain data and its marks by key paths."""

import math
from collections.abc import Callable, Iterator
from typing import Any

from prosess.documents.composer import Branch, Marks, Position
from prosess.documents.problem import Key, KeyPath
from prosess.domain.guard import find_person_identifier

MISSING: Any = object()
"""What is under a key that is not there."""


class Places:
    """Where the values of a document stand. They are looked for when they are first asked for: mostly, never."""

    __slots__ = ("_marks",)

    def __init__(self, marks: Marks | Callable[[], Marks]) -> None:
        """Take the places, or what finds them."""
        self._marks = marks

    @property
    def marks(self) -> Marks:
        """The places of all values."""
        if callable(self._marks):
            self._marks = self._marks()
        return self._marks


def place(marks: Marks, path: KeyPath, *, of_key: bool = False) -> Position:
    """Give line and column of a path: a scalar's own (its key's where ``of_key``), a mapping's or list's key.

    Where the path leads to nothing, the place of the last that it passes.
    """
    if isinstance(marks, tuple):
        return marks
    position = marks.position
    for key in path:
        if not isinstance(marks, Branch) or key not in marks.items:
            if isinstance(marks, Branch) and isinstance(key, str) and key in marks.keys:
                return marks.keys[key]
            return position
        inner = marks.items[key]
        own = inner if isinstance(inner, tuple) else inner.position
        position = marks.keys.get(key, own) if isinstance(key, str) else own
        marks = inner
    return marks if isinstance(marks, tuple) and not of_key else position


def holds(data: Any, key: Key) -> bool:
    """Tell whether there is something under a key of a mapping or at an offset of a list."""
    if isinstance(data, dict):
        return key in data
    return isinstance(data, list) and isinstance(key, int) and 0 <= key < len(data)


def under(data: Any, key: Key) -> Any:
    """Give what is under a key or offset, or :data:`MISSING`."""
    return data[key] if holds(data, key) else MISSING


def not_finite(data: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Give the paths of infinities and of what is not a number."""
    if isinstance(data, float):
        if not math.isfinite(data):
            yield path
    elif isinstance(data, dict | list):
        for key, one in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(one, float | dict | list):
                yield from not_finite(one, (*path, key))


def suspicious(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, int]]:
    """Give the paths of texts that hold eleven digits in a row, and the offset of these in the text."""
    if isinstance(data, str):
        if (len(data) > 10 or not data.isascii()) and (at := find_person_identifier(data)) is not None:
            yield path, at
    elif isinstance(data, dict | list):
        for key, one in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(one, str | dict | list):
                yield from suspicious(one, (*path, key))
