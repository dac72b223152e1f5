"""Turns what a model refuses into problems with a place, our own words, and the way out.

pydantic's messages quote input; ours do not (law 4, and secrets), but for short words where one of a list was expected.
"""

import copy
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from prosess.documents.composer import Position, kind_of
from prosess.documents.places import MISSING, Places, holds, not_finite, place, suspicious, under
from prosess.documents.problem import KeyPath, Phrase, Problem, of_domain, person_identifier, quotable, spell_path
from prosess.documents.shape import Node, Shape, shape_of, shortened
from prosess.documents.spelling import nearest
from prosess.documents.text import Fact, Facts, Word
from prosess.domain.errors import DomainError
from prosess.domain.guard import PersonIdentifierError, find_person_identifier

ModelT = TypeVar("ModelT", bound=BaseModel)

MOST_ERRORS = 1000
"""A file with more mistakes in its content is another kind of file: the rest is counted only."""

_MOST_SUGGESTIONS = 200  # spelling is compared letter by letter: a file of nothing but mistakes must not take minutes

_DIGITS = re.compile(r"\d{4,}")
_WORD = re.compile(r"[^\W\d][\w.-]{0,31}")

_WRONG_TYPE = {
    "string_type": "string",
    "bytes_type": "string",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "decimal_type": "number",
    "bool_type": "boolean",
    "none_required": "null",
    "model_type": "object",
    "model_attributes_type": "object",
    "dataclass_type": "object",
    "dict_type": "object",
    "mapping_type": "object",
    "list_type": "array",
    "tuple_type": "array",
    "set_type": "array",
    "frozen_set_type": "array",
    "date_type": "date",
    "datetime_type": "date-time",
    "time_type": "time",
    "time_delta_type": "duration",
    "uuid_type": "uuid",
    "url_type": "uri",
}
_WRONG_FORM = {
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
    "datetime_parsing": "date-time",
    "datetime_from_date_parsing": "date-time",
    "timezone_naive": "date-time",
    "timezone_aware": "date-time",
    "timezone_offset": "date-time",
    "time_parsing": "time",
    "time_delta_parsing": "duration",
    "uuid_parsing": "uuid",
    "uuid_version": "uuid",
    "url_parsing": "uri",
    "url_scheme": "uri",
    "url_syntax_violation": "uri",
    "url_too_long": "uri",
    "int_parsing": "integer",
    "int_parsing_size": "integer",
    "float_parsing": "number",
    "decimal_parsing": "number",
    "bool_parsing": "boolean",
}
_BOUNDS = {
    "greater_than": ("hint.more_than", "low", "gt"),
    "greater_than_equal": ("hint.at_least", "low", "ge"),
    "less_than": ("hint.less_than", "high", "lt"),
    "less_than_equal": ("hint.at_most", "high", "le"),
    "multiple_of": ("hint.multiple_of", "step", "multiple_of"),
}
_LENGTHS = {
    "string_too_short": ("TOO_SHORT", "text", "min_length"),
    "string_too_long": ("TOO_LONG", "text", "max_length"),
    "too_short": ("TOO_SHORT", "items", "min_length"),
    "too_long": ("TOO_LONG", "items", "max_length"),
}
_BLANK = "–"
"""Stands for a text that the guard refused, while the rest of the file is judged."""

_OWN_TYPES = frozenset(get_args(ErrorType))


@dataclass(frozen=True, slots=True)
class _Located:
    """An error of pydantic, and where in the file and in the model it belongs."""

    error: ErrorDetails
    path: KeyPath
    node: Node | None
    parent: Node | None
    at_key: bool
    unions: tuple[tuple[KeyPath, str, Node], ...]
    """The plain unions on the way, outermost first: their place, the branch that was tried, the union itself."""


Found = tuple[KeyPath, Problem]


def validate(
    model: type[ModelT], data: Any, places: Places, name: str, *, clean: bool = False
) -> tuple[ModelT | None, list[Found]]:
    """Validate plain data as JSON; give the model's instance, or None, and every problem with its path.

    ``clean`` data is known to hold no eleven digits in a row and no infinite number. Where there are problems the
    instance must not be used.
    """
    report = _Report(model, data, places, name)
    infinite = {} if clean else {path: report.at(path, "NOT_FINITE") for path in not_finite(data)}
    found = list(infinite.values())
    value: ModelT | None = None
    try:
        value = model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        located = [report.locate(one) for one in errors[:MOST_ERRORS]]
        found += [one for one in report.translate(located) if one[0] not in infinite]
        if len(located) == len(errors) and (cured := _cured(data, located)) is not None:
            # Rules over several fields run only once each field is right: what can be mended is, to hear them too.
            found += validate(model, cured, places, name)[1]
        if len(errors) > MOST_ERRORS:
            found.append(report.at((), "TOO_MANY", facts={"limit": MOST_ERRORS, "count": len(errors)}))
    return value, found if clean else found + report.identifiers()


def _cured(data: Any, located: Sequence[_Located]) -> Any:
    """Give a copy without the unknown keys, and with guarded texts blanked; None where something else is wrong."""
    cured = copy.deepcopy(data)
    for one in located:
        *parents, last = one.path or (None,)
        holder = cured
        try:
            for key in parents:
                holder = holder[key]
            if one.error["type"] == "extra_forbidden":
                del holder[last]
            elif isinstance(one.error.get("ctx", {}).get("error"), PersonIdentifierError):
                holder[last] = _BLANK
            else:
                return None
        except (KeyError, IndexError, TypeError):
            return None
    return cured


class _Report:
    """One validation of one file."""

    def __init__(self, model: type[BaseModel], data: Any, places: Places, name: str) -> None:
        self.model = model
        self.data = data
        self.places = places
        self.name = name
        self.suggestions = 0

    @property
    def shape(self) -> Shape:
        return shape_of(self.model)

    # From pydantic's place to ours.

    def locate(self, error: ErrorDetails) -> _Located:
        """Walk the data and the model along pydantic's ``loc``, which also names branches of unions."""
        shape = self.shape
        node: Node | None = shape.root
        parent: Node | None = None
        data = self.data
        path: KeyPath = ()
        at_key = False
        unions: list[tuple[KeyPath, str, Node]] = []
        for item in error["loc"]:
            if isinstance(item, str) and node is not None:
                if (tagged := shape.tags(node)) and item in tagged:
                    node = tagged[item]
                    continue
                if shape.branches(node):
                    unions.append((path, item, node))
                    node = shape.branch(node, item)
                    continue
            if item == "[key]":
                at_key = True
                continue
            if not isinstance(item, int) and not holds(data, item) and error["type"] != "missing":
                continue  # a name of pydantic's own, such as that of a validator
            path = (*path, item)
            parent = node
            node = shape.child(node, item) if node is not None else None
            data = under(data, item)
        return _Located(error, path, node, parent, at_key, tuple(unions))

    def translate(self, located: Sequence[_Located], level: int = 0) -> list[Found]:
        """Give the problems of some errors; a plain union that nothing fits gives those of its likeliest branch."""
        found: list[Found] = []
        unions: dict[KeyPath, list[_Located]] = {}
        for one in located:
            if len(one.unions) > level:
                unions.setdefault(one.unions[level][0], []).append(one)
            else:
                found.append(self.problem(one))
        for path, within in unions.items():
            found += self._of_union(path, within, level)
        return found

    def _of_union(self, path: KeyPath, within: list[_Located], level: int) -> list[Found]:
        tried: dict[str, list[_Located]] = {}
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

    # From pydantic's words to ours.

    def problem(self, one: _Located) -> Found:
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
        if kind in _WRONG_TYPE:
            return self._wrong_type(path, Word(_WRONG_TYPE[kind]), at_key=one.at_key)
        if kind in _WRONG_FORM:
            return self.at(path, "WRONG_FORM", facts={"expected": Word(_WRONG_FORM[kind])}, at_key=one.at_key)
        if kind in _BOUNDS:
            hint, name, key = _BOUNDS[kind]
            return self.at(path, "OUT_OF_RANGE", hints=[_bound(node, hint, name, context.get(key, ""))])
        if kind in _LENGTHS:
            code, what, key = _LENGTHS[kind]
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
        if kind not in _OWN_TYPES:  # a validator's own kind, in its own words
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
