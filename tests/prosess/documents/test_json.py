"""The JSON reader gives what Python's gives, and refuses what it refuses."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.documents import DocumentError, load_text
from prosess.domain.guard import mask

SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
TEXT = st.text().filter(lambda text: mask(text) == text)
VALUES = st.recursive(
    SCALARS | TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


def has_eleven_digits(value: Any) -> bool:
    """Floats are written with as many digits as they need, and some need eleven."""
    if isinstance(value, float):
        return mask(repr(value)) != repr(value)
    if isinstance(value, dict):
        return any(map(has_eleven_digits, value.values()))
    return isinstance(value, list) and any(map(has_eleven_digits, value))


@given(VALUES.filter(lambda value: not has_eleven_digits(value)), st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_whatever_json_is_written_is_read(value: Any, indent: int | str | None, ascii_only: bool) -> None:
    assert load_text(json.dumps(value, indent=indent, ensure_ascii=ascii_only), "x.json").data == value


def _no_constant(name: str) -> float:
    raise ValueError(name)


@given(st.text('{}[]",:\\ue0123.-+truefalsn \n\t', max_size=12))
def test_what_is_no_json_is_refused(text: str) -> None:
    try:
        pairs: list[list[str]] = []

        def collect(found: list[tuple[str, Any]]) -> dict[str, Any]:
            pairs.append([key for key, _ in found])
            return dict(found)

        expected = json.loads(text, object_pairs_hook=collect, parse_constant=_no_constant)
        json.dumps(expected, ensure_ascii=False).encode()
        valid = all(len(set(keys)) == len(keys) for keys in pairs)
    except (ValueError, RecursionError):
        valid = False
    if valid and not has_eleven_digits(expected):
        assert load_text(text, "x.json").data == expected
    elif not valid:
        with pytest.raises(DocumentError):
            load_text(text, "x.json")
