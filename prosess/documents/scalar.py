"""YAML 1.2 core schema: what a plain scalar is.

Source: YAML 1.2.2, chapter 10.3.2. Whatever matches none of its expressions is text, so ``no``, ``off``, ``22:00``
and ``2023-10-20`` are.
"""

import re

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
LONGEST_NUMBER = 100
"""Characters. More are no figure that a person wrote, and Python takes quadratic time to read them."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITY = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER = frozenset((".nan", ".NaN", ".NAN"))

# Nothing but text begins with another character.
FIRST = frozenset("-+.0123456789~nNtTfF")

Scalar = None | bool | int | float | str


class NumberTooLongError(ValueError):
    """A number has more than :data:`LONGEST_NUMBER` characters."""


def resolve(plain: str) -> Scalar:
    """Give the value of a plain (unquoted, untagged) scalar.

    Raises:
        NumberTooLongError: where it is a number that is too long to be meant.
    """
    if plain and plain[0] not in FIRST:
        return plain
    if plain in NULLS:
        return None
    if plain in BOOLEANS:
        return BOOLEANS[plain]
    return _number(plain)


def _number(plain: str) -> int | float | str:
    base = 0
    if _INTEGER.fullmatch(plain):
        base = 10
    elif _OCTAL.fullmatch(plain):
        base = 8
    elif _HEXADECIMAL.fullmatch(plain):
        base = 16
    elif not _FLOAT.fullmatch(plain):
        if _INFINITY.fullmatch(plain):
            return float("-inf" if plain[0] == "-" else "inf")
        return float("nan") if plain in _NOT_A_NUMBER else plain
    if len(plain) > LONGEST_NUMBER:
        raise NumberTooLongError(LONGEST_NUMBER)
    if base == 10:
        return int(plain)
    return int(plain[2:], base) if base else float(plain)
