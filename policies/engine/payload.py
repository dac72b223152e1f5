"""The one form in which an input reaches any engine: JSON text, normalised, bounded, without what engines read apart.

The embedded engine ends a string at NUL, does not decode Unicode escapes and parses slowly beyond a few kilobytes;
its path for Python objects even lets a value forge keys of the answer. So it is only ever given text made here, and
every other engine is given the same text, parsed back.
"""

import json
import math
import unicodedata

from pydantic import JsonValue

from policies.engine.protocol import PolicyError, PolicyErrorCode

LIMIT = 16 * 1024
"""Bytes of UTF-8 that one input may have; 2 kB is what a decision should need."""

DEPTH = 32
"""Levels of nesting that one input may have."""

INTEGER_LIMIT = 2**53
"""Greatest magnitude of a whole number that JSON readers agree on."""

_ALLOWED_CONTROLS = frozenset("\t\n\r")


def encode(value: JsonValue, *, entrypoint: str | None = None) -> str:
    """Give the JSON text of an input: NFC, UTF-8 unescaped, keys as they come.

    Raises:
        PolicyError: ``POLICY_INPUT_INVALID`` or ``POLICY_INPUT_TOO_LARGE``; the value is never quoted.
    """
    text = json.dumps(_normal(value, 0, entrypoint), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise _invalid("a lone surrogate", entrypoint) from None
    if size > LIMIT:
        raise PolicyError(
            PolicyErrorCode.INPUT_TOO_LARGE, f"the input has {size} bytes, the limit is {LIMIT}", entrypoint=entrypoint
        )
    return text


def _normal(value: JsonValue, depth: int, entrypoint: str | None) -> JsonValue:
    match value:
        case str():
            return _text(value, entrypoint)
        case bool() | None:
            return value
        case int():
            if abs(value) > INTEGER_LIMIT:
                raise _invalid("a whole number beyond 2^53", entrypoint)
            return value
        case float():
            if not math.isfinite(value):
                raise _invalid("a number that is not finite", entrypoint)
            # 1.0 and 1 are one number in JSON; the engines print them apart.
            return int(value) if value.is_integer() and abs(value) <= INTEGER_LIMIT else value
        case list() | dict():
            if depth >= DEPTH:
                raise _invalid(f"more than {DEPTH} levels of nesting", entrypoint)
            if isinstance(value, list):
                return [_normal(item, depth + 1, entrypoint) for item in value]
            return _object(value, depth, entrypoint)
        case _:
            raise _invalid(f"a value of type {type(value).__name__}", entrypoint)


def _object(value: dict[str, JsonValue], depth: int, entrypoint: str | None) -> dict[str, JsonValue]:
    normal: dict[str, JsonValue] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise _invalid("a key that is not a string", entrypoint)
        normal[_text(key, entrypoint)] = _normal(item, depth + 1, entrypoint)
    if len(normal) != len(value):
        raise _invalid("two keys that are one after normalisation", entrypoint)
    return normal


def _text(value: str, entrypoint: str | None) -> str:
    if value.isascii() and value.isprintable():
        return value
    if any(character < " " and character not in _ALLOWED_CONTROLS for character in value):
        raise _invalid("NUL or another control character", entrypoint)
    return unicodedata.normalize("NFC", value)


def _invalid(what: str, entrypoint: str | None) -> PolicyError:
    return PolicyError(PolicyErrorCode.INPUT_INVALID, f"the input holds {what}", entrypoint=entrypoint)
