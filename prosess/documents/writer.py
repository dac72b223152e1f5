"""Writing: YAML that every reader reads alike, JSON for people, and files that are never half-written."""

import json
import os
import re
import shutil
import stat
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import yaml

from prosess.documents.scalar import NumberTooLongError, resolve

# What older readers (YAML 1.1) take for something else than text: PyYAML's own expressions, and the two letters that
# the specification has and PyYAML leaves out.
_OLD_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_OLD_WORDS = frozenset(("y", "Y", "n", "N", "=", "<<"))

# Plain text begins with a letter, digit or one of few signs, and no sign in it ever means something to a reader.
_PLAIN = re.compile(r"(?:\w|[/(+.])(?:[^:#]|:(?=\S)|(?<=\S)#)*")
_LONGEST_KEY = 120  # a key that is longer than 1024 characters cannot stand before its colon; few are longer than this

_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
}


def to_yaml(value: Any) -> str:
    """Write a JSON value as YAML in block style, keys in the order given.

    Text that YAML 1.1 or 1.2 would read as something else is quoted; text of several lines is a literal block.

    Raises:
        TypeError: where a value or key is none of JSON's.
        ValueError: where a text holds half a surrogate pair, which UTF-8 cannot carry.
    """
    return "".join(f"{line}\n" for line in _block(value, ""))


def to_json(value: Any) -> str:
    """Write a JSON value for people: indented by two, keys in the order given, text unescaped.

    Raises:
        TypeError: where a value is none of JSON's.
        ValueError: where a number is not finite.
    """
    return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part, even where the machine stops.

    A link is followed, and an existing file keeps its permissions.

    Raises:
        OSError: where it cannot be written, or its folder is not there; nothing is left behind then.
    """
    _target(path).parent.stat()
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files in their order; where one cannot be written, everything is as it was before.

    Folders that are missing are made, and then taken away again.

    Raises:
        OSError: where one cannot be written.
    """
    with staging() as staged:
        for path, data in files.items():
            staged.add(path, [data])


@contextmanager
def staging() -> Iterator["Staged"]:
    """Give what takes files as they are made, and puts them in their places when all are.

    Where anything fails before that, or one cannot be put in its place, everything is as it was before.
    """
    staged = Staged()
    try:
        yield staged
        staged.put_in_place()
    except BaseException:
        staged.take_back()
        raise


class Staged:
    """Files that are written whole, each beside its place, before any is put in it."""

    def __init__(self) -> None:
        self._parts: dict[Path, Path] = {}
        """Place → the file beside it."""
        self._folders: list[Path] = []
        """Those that were missing, outermost first."""
        self._undoable: set[Path] = set()
        """Places whose old files are kept beside them, or that were empty."""

    def add(self, path: Path, pieces: Iterable[bytes]) -> None:
        """Write a file beside its place, piece by piece, as the pieces are made.

        Raises:
            OSError: where it cannot be written.
        """
        target = _target(path)
        for folder in reversed(target.parents):
            if not folder.exists():
                folder.mkdir(exist_ok=True)
                self._folders.append(folder)
        # The name tells who writes: two writers never share one, and what a stopped process left is used again.
        part = target.with_name(f".{target.name}.{os.getpid()}-{threading.get_ident()}.part")
        part.unlink(missing_ok=True)
        self._parts[target] = part
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            with suppress(FileNotFoundError):
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())

    def put_in_place(self) -> None:
        """Put every file in its place, in the order added; of several, what stood there is kept until all are."""
        for target, part in self._parts.items():
            if len(self._parts) > 1:
                _keep(target, _old(part))
                self._undoable.add(target)
            part.replace(target)
        for folder in {target.parent for target in self._parts}:
            _sync_folder(folder)
        self._undoable.clear()
        for part in self._parts.values():
            _old(part).unlink(missing_ok=True)

    def take_back(self) -> None:
        """Make everything as it was before; what cannot be is left, for the error that led here is the one to tell."""
        for target, part in self._parts.items():
            old = _old(part)
            with suppress(OSError):
                if target in self._undoable and not part.exists():
                    old.replace(target) if old.exists() else target.unlink()
                part.unlink(missing_ok=True)
                old.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _old(part: Path) -> Path:
    return part.with_suffix(".old.part")


def _keep(target: Path, old: Path) -> None:
    """Keep what stands in a place under a second name; as a copy only where the file system has no links."""
    old.unlink(missing_ok=True)
    if target.exists():
        try:
            os.link(target, old)
        except OSError:
            shutil.copy2(target, old)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; systems that cannot open a folder do not need it."""
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _block(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, one in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key must be text, not {type(key).__name__}")
            written = _text(key)
            if len(written) > _LONGEST_KEY:
                yield f"{indent}? {written}"
                written = ""
            yield from _entry(indent, f"{written}:", one)
    elif _is_list(value) and value:
        for one in value:
            yield from _entry(indent, "-", one)
    elif isinstance(value, str) and (lines := _literal(value)) is not None:
        yield f"{indent}{lines[0]}"
        yield from (f"{indent}  {line}" if line else "" for line in lines[1:])
    else:
        yield indent + _scalar(value)


def _entry(indent: str, lead: str, value: Any) -> Iterator[str]:
    """Write a key or dash and what belongs to it."""
    if (isinstance(value, Mapping) or _is_list(value)) and value:
        inner = list(_block(value, indent + "  "))
        if lead == "-":  # the first line of what is in a list stands beside its dash
            yield f"{indent}- {inner[0][len(indent) + 2 :]}"
            yield from inner[1:]
        else:
            yield indent + lead
            yield from inner
    elif isinstance(value, str) and (lines := _literal(value)) is not None:
        yield f"{indent}{lead} {lines[0]}"
        yield from (f"{indent}  {line}" if line else "" for line in lines[1:])
    else:
        yield f"{indent}{lead} {_scalar(value)}"


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray)


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{}"
    if _is_list(value):
        return "[]"
    raise TypeError(f"{type(value).__name__} is none of the kinds of JSON")


def _float(value: float) -> str:
    if value != value:
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    # YAML 1.1 asks for a point in every float, and for a sign in every exponent.
    digits, letter, exponent = repr(float(value)).partition("e")
    if letter and "." not in digits:
        digits += ".0"
    return digits + (f"e{exponent if exponent[0] in '+-' else '+' + exponent}" if letter else "")


def _text(value: str) -> str:
    return value if _may_be_plain(value) else _quoted(value)


def _may_be_plain(value: str) -> bool:
    if not _PLAIN.fullmatch(value) or not value.isprintable() or value[-1] in " :" or value in _OLD_WORDS:
        return False
    if value.startswith("..."):
        return False
    try:
        if not isinstance(resolve(value), str):
            return False
    except NumberTooLongError:
        return False
    return not any(expression.match(value) for _, expression in _OLD_RESOLVERS.get(value[0], ()))


def _quoted(value: str) -> str:
    written = ""
    for character in value:
        code = ord(character)
        if 0xD800 <= code <= 0xDFFF:
            raise ValueError("half a surrogate pair cannot be written as UTF-8")
        if character in _ESCAPES:
            written += _ESCAPES[character]
        elif character == " " or character.isprintable():
            written += character
        else:
            written += f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
    return f'"{written}"'


def _literal(value: str) -> list[str] | None:
    """Give the header and lines of a literal block, or None where the text must be quoted."""
    body, newline, rest = value.rpartition("\n")
    if not newline:
        return None
    lines = (body if not rest else value).split("\n")
    if not lines[0] or lines[0][0] in " \t" or not lines[-1]:
        return None
    if any(line and (not line.isprintable() or line[-1] == " " or not line.strip()) for line in lines):
        return None
    return ["|" if not rest else "|-", *lines]
