"""Law 4: no person identifier in metadata.

A Norwegian national identity number (like a D number and the emergency numbers that hospitals hand out) has eleven
digits. Free text that holds eleven digits in a row, plain or grouped, is refused. No check digit is computed: most
temporary numbers would fail one, and a law that some numbers slip past is none.

The digits are never part of a message, a representation or an attribute of what is raised here.
"""

import re
import unicodedata

from prosess.domain.errors import DomainError

MASK = "<11 digits>"
"""What :func:`mask` writes instead. Its own digits stand between ``<`` and a letter, so they join no other group."""

_LENGTH = 11
_DIGIT, _SPACE, _DOT, _DASH, _OTHER = "0", " ", ".", "-", "x"

# NFKC leaves these as they are, and a person sees a dot or a dash.
_DOTS = frozenset(".·•‧∙⋅。")
_DASHES = frozenset("\N{MINUS SIGN}\N{MODIFIER LETTER MINUS SIGN}\N{HYPHEN BULLET}")

# A group is a maximal run of digits; up to three characters of space, dot or dash hold two groups together.
_CHAIN = re.compile(r"0+(?:[ .-]{1,3}0+)*")
_ENOUGH = re.compile(r"0(?:[ .-]{0,3}0){10}")
_GROUP = re.compile(r"0+")

# Most texts are told apart by two searches. In a text without unusual characters only `0` to `9` are digits, and
# whatever may separate them is in the second class (a test walks every code point to hold this true).
_UNUSUAL = re.compile("[^\\x00-\\xb1\\xb4-\\xb8\\xba\\xbb\\xbf-\\u024f\\u2000-\\u206f\\u2212]")
_DENSE = re.compile("[0-9](?:[\\x00-\\x20.\\-\\x7f-\\xbf\\u2000-\\u206f\\u2212]*+[0-9]){10}")

_CACHED_BELOW = 0x3000


def _shape_of(character: str) -> str:
    """Give what one character is to the guard; compatibility forms (``⑪``, ``½``) may give several, or none."""
    shape = ""
    for part in unicodedata.normalize("NFKC", character):
        category = unicodedata.category(part)
        if part.isdigit():
            shape += _DIGIT
        elif part.isspace() or category == "Zs":
            shape += _SPACE
        elif part in _DOTS:
            shape += _DOT
        elif category == "Pd" or part in _DASHES:
            shape += _DASH
        elif category not in ("Cf", "Cc", "Mn", "Me"):  # what cannot be seen cannot separate
            shape += _OTHER
    return shape


class _Shapes(dict[int, str]):
    """Code point → shape, filled as texts are read; ``str.translate`` asks it."""

    def __missing__(self, code: int) -> str:
        shape = _shape_of(chr(code))
        if code < _CACHED_BELOW:  # bounded: what strangers send must not fill the memory
            self[code] = shape
        return shape


_SHAPES = _Shapes()


class PersonIdentifierError(DomainError):
    """A text holds eleven digits in a row. Tells where, never which."""

    position: int
    """Offset of the first digit in the text as given, from 0."""

    def __init__(self, position: int) -> None:
        super().__init__(
            "PERSON_IDENTIFIER",
            f"eleven digits in a row at character {position + 1} may be a person identifier",
            facts={"character": position + 1},
            hint="remove them; what is written here must never identify a person",
        )
        self.position = position


def person_identifier_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Give the stretches of ``text`` that hold eleven digits in a row, as (first, one past last) offsets, in order.

    Eleven digits in a row are a run of exactly eleven (twelve are not one), or neighbouring groups of digits that
    sum to eleven, held together by one to three spaces, dots or dashes. Compatibility forms count as what they look
    like (NFKC), every Unicode digit, dash and white space counts, and invisible characters do not. Stretches that
    overlap are given as one.
    """
    if _DENSE.search(text) is None and _UNUSUAL.search(text) is None:
        return ()
    shape = text.translate(_SHAPES)
    if _ENOUGH.search(shape) is None:
        return ()
    found: list[tuple[int, int]] = []
    for chain in _CHAIN.finditer(shape):
        groups = [match.span() for match in _GROUP.finditer(shape, *chain.span())]
        first = total = 0
        for start, end in groups:
            total += end - start
            while total > _LENGTH:
                total -= groups[first][1] - groups[first][0]
                first += 1
            if total == _LENGTH:
                found.append((groups[first][0], end))
    if not found:
        return ()
    found = _as_given(text, found)
    merged = [found[0]]
    for start, end in found[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _as_given(text: str, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Turn offsets in the shape into offsets in the text."""
    origin = [offset for offset, character in enumerate(text) for _ in _SHAPES[ord(character)]]
    return [(origin[start], origin[end - 1] + 1) for start, end in stretches]


def find_person_identifier(text: str) -> int | None:
    """Give the offset (from 0, in the text as given) of the first eleven digits in a row, or None."""
    stretches = person_identifier_stretches(text)
    return stretches[0][0] if stretches else None


def refuse_person_identifier(text: str) -> str:
    """Give the text back.

    Raises:
        PersonIdentifierError: where it holds eleven digits in a row.
    """
    position = find_person_identifier(text)
    if position is not None:
        raise PersonIdentifierError(position)
    return text


def mask(text: str) -> str:
    """Write :data:`MASK` over every eleven digits in a row, so that an error may quote the rest of the text."""
    for start, end in reversed(person_identifier_stretches(text)):
        text = text[:start] + MASK + text[end:]
    return text
