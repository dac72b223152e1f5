"""The text of a file, or a clear reason why there is none."""

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from prosess.documents.problem import DocumentError, Phrase, Problem, person_identifier, quotable
from prosess.documents.text import Facts
from prosess.domain.guard import find_person_identifier


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold. A reviewed file is far below all of these."""

    max_bytes: int = 1024 * 1024
    max_depth: int = 64
    """Levels of mappings and lists, aliases expanded."""
    max_alias_values: int = 10_000
    """Values that aliases may add, each counted with all that it holds."""
    max_alias_characters: int = 1024 * 1024
    """Characters of text that aliases may add."""


DEFAULT_LIMITS = Limits()

_NUL = re.compile("\0")

# YAML 1.2.2, production c-printable; and, though it allows them, the characters that only some readers take for
# the end of a line (NEL, LS, PS): two programs must not disagree on where a value ends.
_NOT_ALLOWED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
    "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{ZERO WIDTH NO-BREAK SPACE}]"
)


def shown_name(name: str | Path) -> str:
    """Give a file's name as messages show it: person identifiers masked."""
    return quotable(name.as_posix() if isinstance(name, Path) else name)


def file_problem(
    name: str, code: str, *hints: str, key: str = "", facts: Facts | None = None, line: int = 1, column: int = 1
) -> Problem:
    """Make a problem of the file as a whole, or of a place in it that no key path leads to."""
    return Problem(
        file=name,
        line=line,
        column=column,
        path="",
        code=code,
        facts=dict(facts or {}),
        phrase=Phrase(key or code, facts or {}),
        hints=tuple(Phrase(hint, {}) for hint in hints),
    )


def name_problems(name: str | Path) -> list[Problem]:
    """Give the problem of a file whose own name holds a person identifier."""
    last = Path(name).name
    position = find_person_identifier(last)
    if position is None:
        return []
    return [person_identifier(position, "PERSON_IDENTIFIER.name", file=shown_name(name), line=1, column=1)]


def read_source(path: Path, limits: Limits) -> str:
    """Give the text of a file, line ends as line feeds, without a byte order mark.

    Raises:
        DocumentError: where the file is missing, no regular file, unreadable, too large, or no clean UTF-8.
    """
    name = shown_name(path)
    try:
        # Asked before it is opened: opening a pipe would wait for its other end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise DocumentError([file_problem(name, "FILE_NOT_REGULAR", "hint.path")])
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise DocumentError([file_problem(name, "FILE_MISSING", "hint.path")]) from None
    except PermissionError:
        raise DocumentError([file_problem(name, "FILE_NOT_READABLE", "hint.permission")]) from None
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise DocumentError([file_problem(name, "FILE_NOT_READABLE", "hint.path")]) from None
    return decode(data, name, limits)


def decode(data: bytes, name: str, limits: Limits) -> str:
    """Give the text of a file's bytes; ``name`` as messages show it.

    Raises:
        DocumentError: as :func:`read_source`.
    """
    if len(data) > limits.max_bytes:
        raise DocumentError(
            [file_problem(name, "FILE_TOO_LARGE", "hint.split_file", facts={"limit": limits.max_bytes})]
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        line, column = position_of(before, len(before))
        raise DocumentError([file_problem(name, "NOT_UTF8", "hint.save_utf8", line=line, column=column)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_characters(text: str, name: str, *, json: bool) -> None:
    """Look for characters that a document may not hold; JSON's own grammar refuses all but these.

    Raises:
        DocumentError: where there is one.
    """
    match = (_NUL if json else _NOT_ALLOWED).search(text)
    if match is None:
        return
    line, column = position_of(text, match.start())
    code = "NUL" if match[0] == "\0" else "CHARACTER"
    facts: Facts = {} if match[0] == "\0" else {"character": f"U+{ord(match[0]):04X}"}
    raise DocumentError([file_problem(name, code, "hint.remove_character", facts=facts, line=line, column=column)])


def position_of(text: str, offset: int) -> tuple[int, int]:
    """Give line and column, from 1, of an offset in a text whose lines end with line feeds."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
