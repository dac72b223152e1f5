"""Reading: a file → plain data with places → a model, with every mistake told at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from prosess.documents.clean_yaml import NOT_CLEAN, read_clean
from prosess.documents.composer import Composer, Marks, Position
from prosess.documents.json_syntax import compose_json
from prosess.documents.places import Places, place
from prosess.documents.problem import DocumentError, Key, KeyPath, Problem, of_domain, spell_path
from prosess.documents.source import (
    DEFAULT_LIMITS,
    Limits,
    check_characters,
    decode,
    file_problem,
    name_problems,
    read_source,
    shown_name,
)
from prosess.documents.validation import validate
from prosess.documents.yaml_syntax import compose_yaml, identifiers_in_comments
from prosess.domain.errors import DomainError

ModelT = TypeVar("ModelT", bound=BaseModel)
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Document(Generic[ValueT]):
    """What stands in one file, and where."""

    name: str
    """The file's name as messages show it."""
    data: Any
    """Plain JSON values; aliases share one object. Texts have not been searched for person identifiers: models do.

    None once the document was read as a model: a folder of a thousand is not held twice.
    """
    places: Places
    """Where all values stand; ask :meth:`position`."""
    value: ValueT
    """The instance of the model that it was read as; None after :func:`load`."""
    clean: bool = False
    """Whether it is known that no text holds eleven digits in a row and no number is infinite."""

    def position(self, path: Sequence[Key] = ()) -> Position:
        """Give line and column, from 1, where a key or a list's entry stands.

        ``path`` holds keys and offsets from the root down. Where it leads to nothing, the place of the last that it
        passes is given.
        """
        return place(self.places.marks, tuple(path), of_key=True)

    def value_position(self, path: Sequence[Key] = ()) -> Position:
        """Give line and column of a scalar value; of the key, where the value is a mapping or a list."""
        return place(self.places.marks, tuple(path))

    def problem(self, error: DomainError, path: Sequence[Key] = ()) -> Problem:
        """Make a problem of what a rule outside the model refuses at ``path``; its ``at`` is below that."""
        where: KeyPath = (*path, *error.at)
        line, column = self.position(where)
        return of_domain(error, file=self.name, line=line, column=column, path=spell_path(where))

    def validate(self, model: type[ModelT]) -> ModelT:
        """Give the document as an instance of a model.

        Raises:
            DocumentError: with all that the model refuses.
        """
        value, found = validate(model, self.data, self.places, self.name, clean=self.clean)
        if found or value is None:
            raise DocumentError(problem for _, problem in found)
        return value

    def as_model(self, model: type[ModelT]) -> "Document[ModelT]":
        """Give the document with the instance of a model.

        Raises:
            DocumentError: as :meth:`validate`.
        """
        return replace(self, data=None, value=self.validate(model))  # type: ignore[return-value, arg-type]


def load(path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> Document[None]:
    """Read a YAML file, or a JSON file (``*.json``), as plain data.

    Raises:
        DocumentError: with all that is wrong with the file and its structure.
    """
    return _load(Path(path), None, limits)


def load_text(text: str, name: str, *, limits: Limits = DEFAULT_LIMITS) -> Document[None]:
    """Read a text as :func:`load` reads the file ``name``.

    Raises:
        DocumentError: as :func:`load`.
    """
    return _load(Path(name), text, limits)


def read(model: type[ModelT], path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> ModelT:
    """Read a file as an instance of a model.

    Raises:
        DocumentError: with all that is wrong with the file, its structure and its content.
    """
    return read_document(model, path, limits=limits).value


def read_text(model: type[ModelT], text: str, name: str, *, limits: Limits = DEFAULT_LIMITS) -> ModelT:
    """Read a text as :func:`read` reads the file ``name``.

    Raises:
        DocumentError: as :func:`read`.
    """
    return _read(model, Path(name), text, limits).value


def read_document(model: type[ModelT], path: Path | str, *, limits: Limits = DEFAULT_LIMITS) -> Document[ModelT]:
    """Read a file as a model, and keep the places: for rules that speak of the file later.

    Raises:
        DocumentError: as :func:`read`.
    """
    return _read(model, Path(path), None, limits)


def _read(model: type[ModelT], path: Path, text: str | None, limits: Limits) -> Document[ModelT]:
    document, composer, problems = _compose(path, text, limits)
    value, found = validate(model, document.data, document.places, document.name, clean=document.clean)
    problems += [problem for at, problem in found if at not in composer.places]
    if problems or value is None:
        raise DocumentError(problems or (problem for _, problem in found))
    return replace(document, data=None, value=value)  # type: ignore[return-value, arg-type]


def _load(path: Path, text: str | None, limits: Limits) -> Document[None]:
    document, _, problems = _compose(path, text, limits)
    if problems:
        raise DocumentError(problems)
    return document


def _compose(path: Path, text: str | None, limits: Limits) -> tuple[Document[None], Composer, list[Problem]]:
    """Give the document, what it was composed by, and the problems that leave its content readable."""
    name = shown_name(path)
    is_json = PurePath(path).suffix.lower() == ".json"
    problems = name_problems(path)
    composer = Composer(name, limits)
    try:
        text = (
            read_source(path, limits) if text is None else decode(text.encode("utf-8", "surrogatepass"), name, limits)
        )
        check_characters(text, name, json=is_json)
        if not is_json:
            problems += identifiers_in_comments(text, name)
            if (data := read_clean(text, limits)) is not NOT_CLEAN:
                places = Places(partial(_places, text, name, limits))
                return Document(name, data, places, None, clean=True), composer, problems
        (compose_json if is_json else compose_yaml)(text, composer)
        if composer.marks is None:
            raise DocumentError([file_problem(name, "EMPTY")])
    except DocumentError as error:
        raise DocumentError([*problems, *error.problems]) from None
    return Document(name, composer.data, Places(composer.marks), None), composer, problems + composer.problems


def _places(text: str, name: str, limits: Limits) -> Marks:
    """Find the places in a YAML text that nothing is wrong with."""
    composer = Composer(name, limits)
    compose_yaml(text, composer)
    assert composer.marks is not None  # noqa: S101 - it holds a value
    return composer.marks
