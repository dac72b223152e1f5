"""Ids of statements, computed from what they say."""

import hashlib
from typing import Any

from prosess.contracts.canonical import canonical_bytes

_LETTERS = "abcdefghijklmnop"
"""One for each hex digit: an id without digits never looks like a person's number."""


def id_of_content(prefix: str, content: Any) -> str:
    """Give ``<prefix>-<24 letters>`` of a JSON value: the same content has the same id, and nothing is random."""
    hexadecimal = hashlib.sha256(canonical_bytes(content)).hexdigest()[:24]
    return f"{prefix}-" + "".join(_LETTERS[int(digit, 16)] for digit in hexadecimal)
