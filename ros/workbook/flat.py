"""JSON as rows of key and value, and back: what no column of its own was made for."""

import re
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

_PART = re.compile(r"\.?([^.\[\]]+)|\[([0-9]{1,5})\]")


class PathError(ValueError):
    """A key does not lead anywhere."""


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Give every scalar below a value with its path; an empty list or mapping is a leaf of its own."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list) and value:
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path, value


def spelled(path: Path) -> str:
    """Write a path: ``parties[0].title.nb``."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")


def parsed(text: str) -> Path:
    """Read a path.

    Raises:
        PathError: where it is none.
    """
    found: list[str | int] = []
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None:
            raise PathError(text)
        found.append(match[1] if match[1] is not None else int(match[2]))
        at = match.end()
    if not found or isinstance(found[0], int):
        raise PathError(text)
    return tuple(found)


def put(data: Any, path: Path, value: Any) -> None:
    """Set what is at a path, making mappings and lists on the way; a list grows by its next place only.

    Raises:
        PathError: where the path contradicts what is there.
    """
    *parents, last = path
    for key, following in zip(parents, path[1:], strict=True):
        data = _enter(data, key, following)
    if isinstance(data, dict) and isinstance(last, str):
        data[last] = value
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        raise PathError(spelled(path))


def _enter(data: Any, key: str | int, following: str | int) -> Any:
    empty: Any = [] if isinstance(following, int) else {}
    if isinstance(data, dict) and isinstance(key, str):
        return data.setdefault(key, empty)
    if isinstance(data, list) and isinstance(key, int) and key <= len(data):
        if key == len(data):
            data.append(empty)
        return data[key]
    raise PathError(str(key))


def take(data: Any, path: Path) -> Any:
    """Take what is at a path out of its mapping, and the mappings that are empty without it; None where it is not."""
    if not isinstance(data, dict) or path[0] not in data:
        return None
    if len(path) == 1:
        return data.pop(path[0])
    found = take(data[path[0]], path[1:])
    if data[path[0]] == {}:
        del data[path[0]]
    return found
