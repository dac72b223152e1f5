"""What is wrong in a file: where, what, and the way out; without quoting what must not be quoted."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from prosess.documents.text import Facts, say
from prosess.domain.errors import DomainError
from prosess.domain.guard import PersonIdentifierError, mask

Key: TypeAlias = str | int
KeyPath: TypeAlias = tuple[Key, ...]
"""Keys of mappings and offsets in lists, from the root of a document down."""

Lookup: TypeAlias = Callable[[str, str, Mapping[str, Any]], tuple[str, str] | None]
"""(code, language, facts) → (message, hint), or None where the code has no text in that language."""

_NAME = re.compile(r"[^\W\d][\w-]*")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the catalogue and the facts that it speaks of."""

    key: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file. Nothing in it holds a person identifier."""

    file: str
    line: int
    """From 1; the first line where the problem is the file's own."""
    column: int
    """From 1, in characters."""
    path: str
    """Key path such as ``services.security.vault.sku`` or ``participants[0].kind``; empty for the whole document."""
    code: str
    facts: Mapping[str, Any]
    phrase: Phrase | None
    """The message; None where the domain worded it (``worded``)."""
    hints: tuple[Phrase, ...] = ()
    worded: tuple[str, str] = ("", "")
    """Message and hint in English, as the domain worded them."""

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.text("en")[0]

    @property
    def hint(self) -> str:
        """The way out, in English; empty where there is none to tell."""
        return self.text("en")[1]

    def text(self, language: str, lookup: Lookup | None = None) -> tuple[str, str]:
        """Give message and hint in ``nb``, ``nn`` or ``en``; English where nobody has a text for a domain's code."""
        if self.phrase is not None:
            hints = " ".join(say(hint.key, hint.facts, language) for hint in self.hints)
            return say(self.phrase.key, self.phrase.facts, language), hints
        found = lookup(self.code, language, self.facts) if lookup is not None else None
        return (quotable(found[0]), quotable(found[1])) if found is not None else self.worded

    def render(self, language: str = "en", lookup: Lookup | None = None) -> str:
        """Give one line: ``file:line:column: path: message. hint``."""
        message, hint = self.text(language, lookup)
        where = f"{self.file}:{self.line}:{self.column}: " + (f"{self.path}: " if self.path else "")
        return where + _sentence(message, capital=False) + (f" {_sentence(hint)}" if hint else "")

    def to_json(self, language: str = "en", lookup: Lookup | None = None) -> dict[str, Any]:
        """Give the JSON object that ``-o json`` prints of an error."""
        message, hint = self.text(language, lookup)
        where = {"file": self.file, "line": self.line, "column": self.column, "path": self.path}
        return {"code": self.code, "message": message, "hint": hint, "where": where}


class DocumentError(Exception):
    """A file that cannot be used. ``problems`` are all that was found, by file, line and column."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        kept: dict[tuple[str, int, int, str, str], Problem] = {}
        for problem in problems:
            kept.setdefault((problem.file, problem.line, problem.column, problem.code, problem.path), problem)
        self.problems = tuple(kept[place] for place in sorted(kept))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return self.render()

    def render(self, language: str = "en", lookup: Lookup | None = None) -> str:
        """Give one line a problem, in ``nb``, ``nn`` or ``en``."""
        return "\n".join(problem.render(language, lookup) for problem in self.problems)


def quotable(text: str) -> str:
    """Make a text safe to show: person identifiers masked, control characters escaped."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in mask(text)
    )


def quotable_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Make facts safe to show, however deep they are."""
    return {quotable(str(key)): _quotable_value(value) for key, value in facts.items()}


def _quotable_value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return quotable_facts(value)
    if isinstance(value, str):
        return quotable(value)
    if isinstance(value, Sequence | set | frozenset):
        return [_quotable_value(one) for one in value]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        shown = mask(str(value))
        return value if shown == str(value) else shown
    return quotable(str(value))


def spell_path(path: Iterable[Key]) -> str:
    """Write a key path for people, such as ``participants[0].kind``; odd keys are quoted and shortened."""
    spelled = ""
    for key in path:
        if isinstance(key, int):
            spelled += f"[{key}]"
            continue
        shown = mask(key)  # before it is shortened: half a number would pass
        if len(shown) > _LONGEST_NAME:
            shown = shown[:_LONGEST_NAME] + "…"
        if not _NAME.fullmatch(shown):
            shown = json.dumps(shown, ensure_ascii=False)
        spelled += f".{shown}" if spelled else shown
    return quotable(spelled)


def of_domain(error: DomainError, *, file: str, line: int, column: int, path: str) -> Problem:
    """Make a problem of what the domain refuses."""
    if isinstance(error, PersonIdentifierError):
        return person_identifier(error.position, "PERSON_IDENTIFIER", file=file, line=line, column=column, path=path)
    return Problem(
        file=file,
        line=line,
        column=column,
        path=path,
        code=error.code,
        facts=quotable_facts(error.facts),
        phrase=None,
        worded=(quotable(error.message), quotable(error.hint)),
    )


def person_identifier(position: int, key: str, *, file: str, line: int, column: int, path: str = "") -> Problem:
    """Make a problem of eleven digits in a row, ``position`` characters into a text; ``key`` is the text's."""
    facts = {"character": position + 1}
    return Problem(
        file=file,
        line=line,
        column=column,
        path=path,
        code="PERSON_IDENTIFIER",
        facts=facts,
        phrase=Phrase(key, facts),
        hints=(Phrase("hint.remove_identifier", {}),),
    )


def _sentence(text: str, *, capital: bool = True) -> str:
    text = text.strip()
    if capital:
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…")) else text + "."
