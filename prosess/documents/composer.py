"""Builds plain data with the place of every value, whatever syntax it was written in.

A syntax (``yaml_syntax``, ``json_syntax``) calls a :class:`Composer` as it reads. Mistakes that leave the rest readable
are collected, so that a person sees them all at once; the others raise.

Aliases share one object in the data. What they would add if they were written out is counted as they are met: when an
anchored value ends, its expanded size is what was counted since it began, so an alias costs one addition and a bomb is
refused at the alias that goes over the limit, before anything has grown.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from prosess.documents.problem import DocumentError, KeyPath, Phrase, Problem, person_identifier, spell_path
from prosess.documents.source import Limits
from prosess.documents.text import Facts, Word
from prosess.domain.guard import find_person_identifier

Position: TypeAlias = tuple[int, int]
"""Line and column, from 1."""


class Branch:
    """The places of a mapping or list and of all that is in it."""

    __slots__ = ("items", "keys", "position")

    def __init__(self, position: Position) -> None:
        self.position = position
        self.keys: dict[str, Position] = {}
        """Key of a mapping → where the key stands; empty for a list."""
        self.items: dict[str | int, Marks] = {}
        """Key or offset → the places of its value."""


Marks: TypeAlias = Position | Branch
"""Where a value stands: a scalar's place, or a branch."""


def kind_of(value: Any) -> Word:
    """Name the kind of a JSON value, as JSON Schema does."""
    if value is None:
        return Word("null")
    if isinstance(value, bool):
        return Word("boolean")
    if isinstance(value, int):
        return Word("integer")
    if isinstance(value, float):
        return Word("number")
    if isinstance(value, str):
        return Word("string")
    return Word("object" if isinstance(value, dict) else "array")


@dataclass(slots=True)
class _Anchored:
    """What an anchor stands for, complete."""

    data: Any
    marks: Marks
    values: int
    characters: int
    height: int


class _Open:
    """A mapping or list that is being read."""

    __slots__ = ("anchor", "characters", "data", "height", "key", "key_position", "marks", "skipped", "values")

    def __init__(self, data: Any, marks: Branch, anchor: str | None, values: int, characters: int) -> None:
        self.data = data
        self.marks = marks
        self.anchor = anchor
        self.values = values
        self.characters = characters
        self.height = 0
        self.key: str | None = None
        self.key_position: Position = marks.position
        self.skipped = False
        """Whether the value of the present key is read for its mistakes only."""


class Composer:
    """Collects one document: its data, its marks, and what is wrong with its structure."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.problems: list[Problem] = []
        self.places: set[KeyPath] = set()
        """Paths of values that have a problem already, so that a model need not speak of them again."""
        self.data: Any = None
        self.marks: Marks | None = None
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}  # None while the anchored value is being read
        self._values = 0  # read and added by aliases: the size of all so far, written out
        self._characters = 0
        self._added_values = 0  # by aliases alone
        self._added_characters = 0

    # What a syntax calls.

    def scalar(self, data: Any, raw: str, position: Position, anchor: str | None = None) -> None:
        """Take a scalar; ``raw`` is its text as written (without quotes)."""
        stack = self._stack
        self._values += 1
        self._characters += len(raw)
        if anchor is not None:
            self._check_anchor(anchor, position)
            self._anchors[anchor] = _Anchored(data, position, 1, len(raw), 0)
        if stack:
            top = stack[-1]
            if type(top.data) is dict and top.key is None:
                self._take_key(top, data, raw, position)
                return
        if type(data) is not str and len(raw) > 10 and (at := find_person_identifier(raw)) is not None:
            # A number is no typed field: what cannot be a person identifier has a grammar of its own, as text.
            path = self.path()
            self.places.add(path)
            self.problems.append(self._identifier(at, "PERSON_IDENTIFIER", position, path))
        self._attach(data, position)

    def open(self, data: Any, position: Position, anchor: str | None = None) -> None:
        """Begin a mapping (``data`` is an empty dict) or a list (an empty list)."""
        self._values += 1
        if anchor is not None:
            self._check_anchor(anchor, position)
            self._anchors[anchor] = None
        if len(self._stack) >= self.limits.max_depth:
            raise self.stop("TOO_DEEP", position, "hint.flatten", facts={"limit": self.limits.max_depth})
        if self._stack:
            top = self._stack[-1]
            if type(top.data) is dict and top.key is None:  # a key that is itself a mapping or list
                self._report("KEY_NOT_TEXT", position, "hint.quote_key", facts={"found": kind_of(data)})
        self._stack.append(_Open(data, Branch(position), anchor, self._values - 1, self._characters))

    def close(self) -> None:
        """End the mapping or list that was begun last."""
        done = self._stack.pop()
        if done.anchor is not None:
            self._anchors[done.anchor] = _Anchored(
                done.data, done.marks, self._values - done.values, self._characters - done.characters, done.height + 1
            )
        if self._stack:
            top = self._stack[-1]
            top.height = max(top.height, done.height + 1)
            if type(top.data) is dict and top.key is None:
                top.key, top.skipped = "", True
                return
        self._attach(done.data, done.marks)

    def alias(self, anchor: str, position: Position) -> None:
        """Take an alias of an anchor."""
        target = self._anchors.get(anchor, False)
        if target is None:
            raise self.stop("ALIAS_RECURSIVE", position, "hint.write_out")
        if target is False:
            raise self.stop("ALIAS_UNKNOWN", position, "hint.write_out")
        assert isinstance(target, _Anchored)  # noqa: S101 - the two other kinds raised
        limits = self.limits
        self._values += target.values
        self._characters += target.characters
        self._added_values += target.values
        self._added_characters += target.characters
        if self._added_values > limits.max_alias_values or self._added_characters > limits.max_alias_characters:
            raise self.stop("ALIAS_TOO_MUCH", position, "hint.write_out", facts={"limit": limits.max_alias_values})
        if len(self._stack) + target.height > limits.max_depth:
            raise self.stop("TOO_DEEP", position, "hint.flatten", facts={"limit": limits.max_depth})
        if self._stack:
            top = self._stack[-1]
            top.height = max(top.height, target.height)
            if type(top.data) is dict and top.key is None:
                self._take_key(top, target.data, target.data if type(target.data) is str else "", position)
                return
        self._attach(target.data, target.marks)

    def refuse(self, code: str, position: Position, hint: str, *, key: str | None = None) -> None:
        """Report a mistake of the value that comes next, or of ``key`` where that is what comes next."""
        path = self.path() if key is None else (*self.path(), key)
        self.places.add(path)
        self._report(code, position, hint, path=path)

    @property
    def at_key(self) -> bool:
        """Whether a key comes next."""
        return bool(self._stack) and type(self._stack[-1].data) is dict and self._stack[-1].key is None

    def path(self) -> KeyPath:
        """Give the path of the value that comes next."""
        path: list[str | int] = []
        for one in self._stack:
            if type(one.data) is list:
                path.append(len(one.data))
            elif one.key is not None:
                path.append(one.key)
        return tuple(path)

    # The rest.

    def _take_key(self, top: _Open, data: Any, raw: str, position: Position) -> None:
        key = data if type(data) is str else raw
        top.skipped = False
        if type(data) is not str:
            self.places.add((*self.path(), key))
            self._report("KEY_NOT_TEXT", position, "hint.quote_key", facts={"found": kind_of(data)})
        if (len(key) > 10 or not key.isascii()) and (at := find_person_identifier(key)) is not None:
            self.problems.append(self._identifier(at, "PERSON_IDENTIFIER.key", position, (*self.path(), key)))
        if key in top.marks.keys:
            first = top.marks.keys[key][0]
            self._report("DUPLICATE_KEY", position, "hint.remove_one", path=(*self.path(), key), facts={"first": first})
            top.skipped = True
        else:
            top.marks.keys[key] = position
        top.key = key

    def _attach(self, data: Any, marks: Marks) -> None:
        if not self._stack:
            self.data, self.marks = data, marks
            return
        top = self._stack[-1]
        if type(top.data) is list:
            top.marks.items[len(top.data)] = marks
            top.data.append(data)
            return
        if not top.skipped and top.key is not None:
            top.data[top.key] = data
            top.marks.items[top.key] = marks
        top.key = None
        top.skipped = False

    def _check_anchor(self, anchor: str, position: Position) -> None:
        if anchor in self._anchors:
            raise self.stop("ANCHOR_TWICE", position, "hint.write_out")

    def _identifier(self, at: int, key: str, position: Position, path: KeyPath) -> Problem:
        return person_identifier(at, key, file=self.name, line=position[0], column=position[1], path=spell_path(path))

    def _report(
        self,
        code: str,
        position: Position,
        *hints: str,
        key: str = "",
        path: KeyPath | None = None,
        facts: Facts | None = None,
    ) -> None:
        self.problems.append(
            Problem(
                file=self.name,
                line=position[0],
                column=position[1],
                path=spell_path(self.path() if path is None else path),
                code=code,
                facts=dict(facts or {}),
                phrase=Phrase(key or code, facts or {}),
                hints=tuple(Phrase(hint, {}) for hint in hints),
            )
        )

    def stop(
        self, code: str, position: Position, hint: str, *, key: str = "", facts: Facts | None = None
    ) -> DocumentError:
        """Give the error of a mistake that makes the rest unreadable, with all that was found before it."""
        self._report(code, position, *([hint] if hint else []), key=key, path=(), facts=facts)
        return DocumentError(self.problems)
