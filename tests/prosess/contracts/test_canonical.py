"""One byte sequence for one document, and no other document under its name."""

import hashlib
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.contracts.canonical import NotCanonicalError, canonical_bytes, canonical_pieces, digest

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def shuffled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: shuffled(inner) for key, inner in reversed(value.items())}
    return [shuffled(inner) for inner in value] if isinstance(value, list) else value


@given(JSON)
def test_the_bytes_carry_the_value_and_nothing_else(value: Any) -> None:
    assert json.loads(canonical_bytes(value)) == value
    assert canonical_bytes(json.loads(canonical_bytes(value))) == canonical_bytes(value)


@given(JSON)
def test_the_order_of_keys_changes_nothing(value: Any) -> None:
    assert canonical_bytes(shuffled(value)) == canonical_bytes(value)


@given(JSON, JSON)
def test_two_values_have_one_digest_only_where_they_are_one(one: Any, other: Any) -> None:
    same = canonical_bytes(one) == canonical_bytes(other)
    assert (digest(canonical_bytes(one)) == digest(canonical_bytes(other))) is same
    if same:
        assert one == other


def in_iterators(value: Any) -> Any:
    """Give a value with every list that stands under keys alone as an iterator."""
    if isinstance(value, dict):
        return {key: in_iterators(inner) for key, inner in value.items()}
    return iter(value) if isinstance(value, list) else value


@given(JSON)
def test_the_pieces_are_the_same_bytes(value: Any) -> None:
    for given_ in (value, in_iterators(value)):
        assert b"".join(canonical_pieces(given_)) + b"\n" == canonical_bytes(value)


@pytest.mark.parametrize("count", [0, 1, 24, 25, 26, 1001])
def test_a_long_list_is_written_as_it_is_made(count: int) -> None:
    made = []

    def numbers() -> Iterator[int]:
        for number in range(count):
            made.append(number)
            yield number

    written, before = b"", 0
    for piece in canonical_pieces({"a": numbers(), "b": 1}):
        written += piece
        assert len(made) - before <= 25
        before = len(made)
    assert written + b"\n" == canonical_bytes({"a": list(range(count)), "b": 1})


def test_the_form() -> None:
    data = canonical_bytes({"b": [1, 2.5, None, True], "a": "æ\n"})
    assert data == '{"a":"æ\\n","b":[1,2.5,null,true]}\n'.encode()
    assert digest(data) == "sha256:" + hashlib.sha256(data).hexdigest()
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", digest(b""))


@pytest.mark.parametrize(
    "value",
    [
        *(float("nan"), float("inf"), {"a": [float("-inf")]}, {"a": {1, 2}}, object(), {(1,): 2}),
        *({1: 2}, {True: 2}, {None: 2}, {1.5: 2}, [{"a": ({"b": [{1: 2}]},)}], {"a": 1, 1: 2}),
        *("\ud800", {"\udfff": 1}, ["a", {"b": "x\ud800y"}]),
    ],
)
def test_what_json_cannot_carry_has_no_canonical_form(value: Any) -> None:
    with pytest.raises(NotCanonicalError):
        canonical_bytes(value)


@pytest.mark.parametrize("value", [{1: 2}, {"a": {1: 2}}, {"a": 1, 1: 2}, {"a": iter([float("nan")])}, {"\udfff": 1}])
def test_nor_has_it_pieces(value: Any) -> None:
    with pytest.raises(NotCanonicalError):
        list(canonical_pieces(value))


def test_what_has_no_canonical_form_is_not_quoted() -> None:
    for value in ({13116900216: 1}, {"a": "13116900216\ud800"}):
        with pytest.raises(NotCanonicalError) as refused:
            canonical_bytes(value)
        assert "13116900216" not in str(refused.value)


def test_a_ring_has_no_canonical_form() -> None:
    ring: dict[str, Any] = {}
    ring["a"] = [ring]
    with pytest.raises(NotCanonicalError):
        canonical_bytes(ring)


class Held(StrEnum):
    KEY = "key"


def test_a_key_may_be_a_kind_of_text() -> None:
    assert canonical_bytes({Held.KEY: (1, 2)}) == b'{"key":[1,2]}\n'
