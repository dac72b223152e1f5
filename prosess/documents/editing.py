"""Replacing values in a YAML file so that everything else in it stays as it is, to the byte."""

import copy
from collections.abc import Mapping
from typing import Any

from prosess.documents.document import load_text
from prosess.documents.problem import KeyPath, spell_path
from prosess.domain.errors import DomainError

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def replace_values(data: bytes, name: str, changes: Mapping[KeyPath, str | int]) -> bytes:
    """Give a file's bytes with some scalar values replaced, in the style that each is written in.

    Comments, order, quotes and line ends stay. The result is read again before it is given: it holds what was asked
    for and nothing else has changed.

    Args:
        data: the file, UTF-8.
        name: its name, for messages.
        changes: key path of a scalar that is there → the new value; texts without quotes or line ends.

    Raises:
        DocumentError: where the file cannot be read.
        DomainError: ``EDIT_NOT_POSSIBLE``, where a value is written in a way that cannot be replaced by itself.
    """
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    document = load_text(text, name)
    wanted = copy.deepcopy(document.data)
    lines = text.split("\n")
    places: list[tuple[int, int, str, str]] = []
    for path, value in changes.items():
        old = _under(wanted, path)
        line, column = document.value_position(path)
        there = lines[line - 1][column - 1 :] if line <= len(lines) else ""
        quote = next((sign for sign in ("", '"', "'") if there.startswith(f"{sign}{old}{sign}")), None)
        if quote is None or isinstance(old, dict | list):
            raise _not_possible(path)
        places.append((line, column, f"{quote}{old}{quote}", f"{quote}{value}{quote}"))
    for line, column, before, after in sorted(places, reverse=True):
        whole = lines[line - 1]
        lines[line - 1] = whole[: column - 1] + after + whole[column - 1 + len(before) :]
    edited = "\n".join(lines)
    for path, value in changes.items():
        parent = _under(wanted, path[:-1])
        parent[path[-1]] = value
    if load_text(edited, name).data != wanted:
        raise _not_possible(next(iter(changes)))
    return (mark + edited).encode()


def _under(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data


def _not_possible(path: KeyPath) -> DomainError:
    return DomainError(
        "EDIT_NOT_POSSIBLE",
        f"the value {spell_path(path)} cannot be replaced without changing the rest of the file",
        facts={"key": spell_path(path)},
        hint="write it as a plain value on one line, without anchors or aliases",
        at=path,
    )
