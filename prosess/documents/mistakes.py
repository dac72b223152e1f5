"""Words what pydantic refused: its kinds of error become our problems, with a place, the expected and the way out.

pydantic's messages quote input; ours do not (law 4, and secrets), but for short words where one of a list was expected.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from prosess.documents.composer import Position, kind_of
from prosess.documents.error_kinds import BOUNDS, LENGTHS, OWN_TYPES, WRONG_FORM, WRONG_TYPE
from prosess.documents.locating import Located
from prosess.documents.places import MISSING, Places, holds, place, suspicious, under
from prosess.documents.problem import KeyPath, Phrase, Problem, of_domain, person_identifier, quotable, spell_path
from prosess.documents.shape import Node, Shape, shape_of, shortened
from prosess.documents.spelling import nearest
from prosess.documents.text import Fact, Facts, Word
from prosess.domain.errors import DomainError
from prosess.domain.guard import find_person_identifier

_MOST_SUGGESTIONS = 200  # spelling is compared letter by letter: a file of nothing but mistakes must not take minutes

_DIGITS = re.compile(r"\d{4,}")
_WORD = re.compile(r"[^\W\d][\w.-]{0,31}")

Found = tuple[KeyPath, Problem]


class Mistakes:
    """The mistakes of one file, as one validation finds them."""

    def __init__(self, model: type[BaseModel], data: Any, places: Places, name: str) -> None:
        self.model = model
        self.data = data
        self.places = places
        self.name = name
        self.suggestions = 0

    @property
    def shape(self) -> Shape:
        """What the model expects; made when it is first asked for, which is where there are errors only."""
        return shape_of(self.model)

    def translate(self, located: Sequence[Located], level: int = 0) -> list[Found]:
        """Give the problems of some errors; a plain union that nothing fits gives those of its likeliest branch."""
        found: list[Found] = []
        unions: dict[KeyPath, list[Located]] = {}
        for one in located:
            if len(one.unions) > level:
                unions.setdefault(one.unions[level][0], []).append(one)
            else:
                found.append(self.problem(one))
        for path, within in unions.items():
            found += self._of_union(path, within, level)
        return found

    def _of_union(self, path: KeyPath, within: list[Located], level: int) -> list[Found]:
        tried: dict[str, list[Located]] = {}
        for one in within:
            tried.setdefault(one.unions[level][1], []).append(one)
        said = {label: self.translate(errors, level + 1) for label, errors in tried.items()}
        if refused := [one for branch in said.values() for one in branch if one[1].code == "PERSON_IDENTIFIER"]:
            return refused
        # A branch that takes another kind of value was not meant.
        meant = [
            branch for branch in said.values() if not any(at == path and one.code == "WRONG_TYPE" for at, one in branch)
        ]
        meant.sort(key=len)
        likeliest = len(meant) == 1 or (len(meant) > 1 and len(meant[0]) < len(meant[1]))
        if likeliest and any(one.code != "NOT_ALLOWED" or at != path for at, one in meant[0]):
            return meant[0]
        union = within[0].unions[level][2]
        if isinstance(self._data(path), dict):
            return [self.at(path, "NO_FORM_FITS", hints=self._spelling("", self.shape.names(union)))]
        near = [hint for _, one in meant[0] for hint in one.hints if hint.key == "hint.did_you_mean"] if meant else []
        return [
            self.at(
                path, "NO_FORM_FITS", hints=[*near, Phrase("hint.expected", {"expected": self.shape.expected(union)})]
            )
        ]

    def problem(self, one: Located) -> Found:
        """Give the problem of one error."""
        kind: str = one.error["type"]
        context: Mapping[str, Any] = one.error.get("ctx", {})
        path, node = one.path, one.node
        if kind == "missing":
            return self._missing(path, node)
        if kind == "extra_forbidden":
            return self._unknown_key(path, one.parent)
        if kind in ("enum", "literal_error"):
            return self._not_allowed(path, self._values(node, context.get("expected", "")), at_key=one.at_key)
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            return self._wrong_tag(kind, path, node, context)
        if kind in WRONG_TYPE:
            return self._wrong_type(path, Word(WRONG_TYPE[kind]), at_key=one.at_key)
        if kind in WRONG_FORM:
            return self.at(path, "WRONG_FORM", facts={"expected": Word(WRONG_FORM[kind])}, at_key=one.at_key)
        if kind in BOUNDS:
            hint, name, key = BOUNDS[kind]
            return self.at(path, "OUT_OF_RANGE", hints=[_bound(node, hint, name, context.get(key, ""))])
        if kind in LENGTHS:
            code, what, key = LENGTHS[kind]
            limit = int(context.get(key, 0))
            facts = {"limit": limit}
            what = "empty" if code == "TOO_SHORT" and limit == 1 else what
            return self.at(path, code, key=f"{code}.{what}", facts=facts, at_key=one.at_key)
        if kind == "string_pattern_mismatch":
            hint_facts = {"pattern": str(context.get("pattern", ""))}
            return self.at(path, "PATTERN", hints=[Phrase("hint.pattern", hint_facts)], at_key=one.at_key)
        if kind == "finite_number":
            return self.at(path, "NOT_FINITE")
        if isinstance(error := context.get("error"), Exception):
            return self._of_validator(path, node, error, at_key=one.at_key)
        if kind not in OWN_TYPES:  # a validator's own kind, in its own words
            return self._worded(path, one.error["msg"], "", at_key=one.at_key)
        return self._invalid(path, node, at_key=one.at_key)

    def _missing(self, path: KeyPath, node: Node | None) -> Found:
        expected = self.shape.expected(node)
        hint = Phrase("hint.add_expected", {"expected": expected}) if expected else Phrase("hint.add", {})
        return self.at(path, "MISSING_KEY", hints=[hint])

    def _unknown_key(self, path: KeyPath, parent: Node | None) -> Found:
        names = self.shape.names(parent) if parent is not None else []
        hints = self._spelling(str(path[-1]), names)
        return self.at(path, "UNKNOWN_KEY", hints=hints, at_key=True)

    def _not_allowed(self, path: KeyPath, allowed: list[str], *, at_key: bool = False) -> Found:
        value = path[-1] if at_key else self._data(path)
        if isinstance(value, str):
            hints = self._spelling(value, allowed)
            if _WORD.fullmatch(value) and find_person_identifier(value) is None:
                key = "NOT_ALLOWED.quoted"
                return self.at(path, "NOT_ALLOWED", key=key, facts={"value": value}, hints=hints, at_key=at_key)
        else:
            hints = self._spelling("", allowed)
        return self.at(path, "NOT_ALLOWED", hints=hints, at_key=at_key)

    def _wrong_tag(self, kind: str, path: KeyPath, node: Node | None, context: Mapping[str, Any]) -> Found:
        name = str(context.get("discriminator", "")).strip("'")
        tags = list(self.shape.tags(node)) if node is not None else []
        if not isinstance(self._data(path), dict):
            return self._wrong_type(path, Word("object"))
        if kind == "union_tag_invalid" and holds(self._data(path), name):
            return self._not_allowed((*path, name), tags or _quoted(context.get("expected_tags", "")))
        expected = shortened(tuple(f"`{tag}`" for tag in tags))
        hint = Phrase("hint.add_expected", {"expected": expected}) if expected else Phrase("hint.add", {})
        return self.at((*path, name) if name else path, "MISSING_KEY", hints=[hint])

    def _wrong_type(self, path: KeyPath, expected: Word, *, at_key: bool = False) -> Found:
        found = kind_of(self._data(path))
        if found == expected:
            return self._invalid(path, None, at_key=at_key)
        quote = expected == "string" and found in ("integer", "number", "boolean")
        hints = [Phrase("hint.quote_text", {})] if quote else []
        return self.at(path, "WRONG_TYPE", facts={"found": found, "expected": expected}, hints=hints, at_key=at_key)

    def _of_validator(self, path: KeyPath, node: Node | None, error: Exception, *, at_key: bool) -> Found:
        if isinstance(error, DomainError):
            path = (*path, *error.at)
            line, column = self._position(path, at_key=at_key)
            return path, of_domain(error, file=self.name, line=line, column=column, path=spell_path(path))
        message = str(error)
        # Other subclasses are those of libraries (an address, an encoding): they quote what they were given.
        ours = type(error) in (ValueError, AssertionError) or hasattr(error, "hint")
        if not message or not ours or _quotes(message, self._data(path)):
            return self._invalid(path, node, at_key=at_key)
        return self._worded(path, message, str(getattr(error, "hint", None) or ""), at_key=at_key)

    def _worded(self, path: KeyPath, message: str, hint: str, *, at_key: bool) -> Found:
        line, column = self._position(path, at_key=at_key)
        return path, Problem(
            file=self.name,
            line=line,
            column=column,
            path=spell_path(path),
            code="INVALID",
            facts={},
            phrase=None,
            worded=(quotable(message), quotable(hint)),
        )

    def _invalid(self, path: KeyPath, node: Node | None, *, at_key: bool) -> Found:
        expected = self.shape.expected(node)
        hints = [Phrase("hint.expected", {"expected": expected})] if expected else []
        return self.at(path, "INVALID", hints=hints, at_key=at_key)

    def at(
        self,
        path: KeyPath,
        code: str,
        *,
        key: str = "",
        facts: Facts | None = None,
        hints: Iterable[Phrase] = (),
        at_key: bool = False,
    ) -> Found:
        """Make a problem of the catalogue at a path."""
        line, column = self._position(path, at_key=at_key)
        return path, Problem(
            file=self.name,
            line=line,
            column=column,
            path=spell_path(path),
            code=code,
            facts=dict(facts or {}),
            phrase=Phrase(key or code, facts or {}),
            hints=tuple(hints),
        )

    # Law 4 where no field type looks.

    def identifiers(self) -> list[Found]:
        """Find eleven digits in texts that the model has no type for."""
        found: list[Found] = []
        for path, at in suspicious(self.data):
            node = self.shape.at(path)
            if node is None or self.shape.is_free(node):
                line, column = self._position(path)
                shown = spell_path(path)
                problem = person_identifier(
                    at, "PERSON_IDENTIFIER", file=self.name, line=line, column=column, path=shown
                )
                found.append((path, problem))
        return found

    # Small things.

    def _position(self, path: KeyPath, *, at_key: bool = False) -> Position:
        """Where a problem is shown: a scalar's own place, else where its key stands, else that of what holds it."""
        return place(self.places.marks, path, of_key=at_key)

    def _data(self, path: KeyPath) -> Any:
        data = self.data
        for key in path:
            data = under(data, key)
        return None if data is MISSING else data

    def _values(self, node: Node | None, expected: str) -> list[str]:
        return (self.shape.values(node) if node is not None else []) or _quoted(expected)

    def _spelling(self, word: str, allowed: list[str]) -> list[Phrase]:
        if not allowed:
            return []
        hints = [Phrase("hint.allowed", {"allowed": shortened(tuple(f"`{one}`" for one in allowed))})]
        self.suggestions += 1
        if self.suggestions <= _MOST_SUGGESTIONS and (near := nearest(word, allowed)) is not None:
            hints.insert(0, Phrase("hint.did_you_mean", {"nearest": near}))
        return hints


def _quoted(expected: Any) -> list[str]:
    """Read the values that pydantic lists as ``'a', 'b' or 'c'``."""
    return re.findall(r"'([^']*)'", str(expected))


def _quotes(message: str, value: Any) -> bool:
    """Tell whether a message repeats a value, or a part of it that has four digits; short words may be repeated."""
    if any(digits in message for digits in _DIGITS.findall(str(value))):
        return True
    return isinstance(value, str) and len(value) > 3 and value in message and not _WORD.fullmatch(value)


def _bound(node: Node | None, hint: str, name: str, bound: Any) -> Phrase:
    node = node or {}
    if name in ("low", "high") and "minimum" in node and "maximum" in node:
        return Phrase("hint.between", {"low": _figure(node["minimum"]), "high": _figure(node["maximum"])})
    return Phrase(hint, {name: _figure(bound)})


def _figure(value: Any) -> Fact:
    return value if isinstance(value, int | float) else str(value)
