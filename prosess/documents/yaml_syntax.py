"""YAML 1.2, core schema, read by libyaml's parser.

Only its events are used: they tell tags, anchors and quotes apart, come with marks, and are read without recursion.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from prosess.documents.composer import Composer, Position
from prosess.documents.problem import Problem, person_identifier
from prosess.documents.scalar import LONGEST_NUMBER, NumberTooLongError, resolve
from prosess.documents.source import position_of
from prosess.domain.guard import find_person_identifier, person_identifier_stretches

# What libyaml says → our text and hint. Its sentences are constants: they hold nothing of the file.
_SYNTAX = {
    "found a tab character where an indentation space is expected": ("tab", "hint.spaces"),
    "found a tab character that violates indentation": ("tab", "hint.spaces"),
    "mapping values are not allowed in this context": ("colon", "hint.quote_text"),
    "could not find expected ':'": ("indentation", "hint.align"),
    "did not find expected key": ("indentation", "hint.align"),
    "did not find expected '-' indicator": ("indentation", "hint.align"),
    "block sequence entries are not allowed in this context": ("indentation", "hint.align"),
    "found unexpected end of stream": ("quote", ""),
    "found unexpected document indicator": ("quote", ""),
    "did not find expected ',' or ']'": ("bracket", ""),
    "did not find expected ',' or '}'": ("bracket", ""),
    "did not find expected node content": ("bracket", ""),
    "found unknown escape character": ("escape", ""),
    "did not find expected hexdecimal number": ("escape", ""),
    "found invalid Unicode character escape code": ("escape", ""),
}


def compose_yaml(text: str, composer: Composer) -> None:
    """Read one YAML document into a composer.

    Raises:
        DocumentError: where the text is no YAML, or goes over a limit.
    """
    documents = 0
    for event in _events(text, composer):
        kind = type(event)
        mark = event.start_mark
        position: Position = (mark.line + 1, mark.column + 1)
        if kind is ScalarEvent:
            _scalar(event, position, composer)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag is not None:
                composer.refuse("TAG", position, "hint.remove_tag")
            composer.open({} if kind is MappingStartEvent else [], position, event.anchor)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            composer.close()
        elif kind is AliasEvent:
            composer.alias(event.anchor, position)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise composer.stop("SEVERAL_DOCUMENTS", position, "hint.one_document")


def _scalar(event: Any, position: Position, composer: Composer) -> None:
    value: str = event.value
    plain = event.implicit[0]
    if event.tag is not None:
        composer.refuse("TAG", position, "hint.remove_tag", key=value if composer.at_key else None)
        composer.scalar(value, value, position, event.anchor)
    elif not plain:
        composer.scalar(value, value, position, event.anchor)
    else:
        if value == "<<" and composer.at_key:
            composer.refuse("MERGE_KEY", position, "hint.write_out", key=value)
        try:
            data = resolve(value)
        except NumberTooLongError:
            raise composer.stop(
                "NUMBER_TOO_LONG", position, "hint.quote_text", facts={"limit": LONGEST_NUMBER}
            ) from None
        composer.scalar(data, value, position, event.anchor)


def _events(text: str, composer: Composer) -> Iterator[Any]:
    parser: Any = CParser(text)
    try:
        # ``check_event`` tells the end, which ``get_event`` cannot be asked beyond.
        while parser.check_event():
            yield parser.get_event()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, composer) from None
    finally:
        parser.dispose()


def _syntax_error(error: yaml.MarkedYAMLError, text: str, composer: Composer) -> Exception:
    mark = error.problem_mark or error.context_mark
    line, column, offset = (mark.line + 1, mark.column + 1, mark.index) if mark else (1, 1, 0)
    problem = error.problem or ""
    if problem == "found undefined tag handle" or "tag" in (error.context or ""):
        return composer.stop("TAG", (line, column), "hint.remove_tag")
    if problem == "found character that cannot start any token":
        reason, hint = ("tab", "hint.spaces") if text[offset : offset + 1] == "\t" else ("start", "hint.quote_text")
    else:
        reason, hint = _SYNTAX.get(problem, ("other", ""))
    return composer.stop("YAML_SYNTAX", (line, column), hint, key=f"YAML_SYNTAX.{reason}")


def identifiers_in_comments(text: str, name: str) -> list[Problem]:
    """Find person identifiers outside keys and values: in comments, and in the names of anchors and aliases.

    The text must be YAML: scalars are what its parser says. The search is only begun where the text as a whole holds
    eleven digits in a row, for no comment can hold them otherwise.
    """
    if find_person_identifier(text) is None:
        return []
    pieces: list[str] = []
    end = 0
    parser: Any = CParser(text)
    try:
        while parser.check_event():
            event = parser.get_event()
            if type(event) is ScalarEvent:
                start, stop = _inside(event, text)
                # A scalar is blanked by letters, so that what stands on its two sides never joins.
                pieces += (text[end:start], "x" * (stop - start))
                end = stop
    except yaml.MarkedYAMLError:
        pass  # reported by the composer; what was read so far is searched
    else:
        pieces.append(text[end:])
    finally:
        parser.dispose()
    return [
        person_identifier(0, "PERSON_IDENTIFIER.comment", file=name, line=line, column=column)
        for line, column in (position_of(text, start) for start, _ in person_identifier_stretches("".join(pieces)))
    ]


def _inside(event: Any, text: str) -> tuple[int, int]:
    """Give the offsets between which a scalar stands; the first line of a block may end with a comment."""
    start, stop = event.start_mark.index, event.end_mark.index
    if event.style in ("|", ">"):
        line_end = text.find("\n", start)
        start = stop if line_end < 0 else min(line_end, stop)
    return start, stop
