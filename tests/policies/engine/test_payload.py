"""What may reach an engine, and what may not."""

import json
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import JsonValue

from policies.engine import payload
from policies.engine.protocol import PolicyError, PolicyErrorCode

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="".join(map(chr, range(32)))))
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def nfc(value: JsonValue) -> JsonValue:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [nfc(item) for item in value]
        case dict():
            return {unicodedata.normalize("NFC", key): nfc(item) for key, item in value.items()}
        case _:
            return value


@given(VALUES)
def test_text_carries_the_value_in_normal_form(value: JsonValue) -> None:
    try:
        text = payload.encode(value)
    except PolicyError:
        assume(False)  # two keys that are one after normalisation
    assert json.loads(text) == nfc(value)
    assert "\\u" not in text.replace("\\\\", "")


@pytest.mark.parametrize(
    "value",
    [
        {"name": "admin\0evil"},
        {"admin\0": 1},
        "\x1b[2J",
        float("nan"),
        [float("inf")],
        2**53 + 1,
        -(2**63),
        "\ud800",
        {"\ud800": 1},
        {"å": 1, "a\u030a": 2},
        (1, 2),
        {1: 2},
        b"bytes",
    ],
    ids=repr,
)
def test_what_engines_read_apart_is_refused(value: JsonValue) -> None:
    with pytest.raises(PolicyError) as caught:
        payload.encode(value, entrypoint="infra/key_vault/results")
    assert caught.value.code is PolicyErrorCode.INPUT_INVALID
    assert caught.value.entrypoint == "infra/key_vault/results"


def test_the_limit_is_of_bytes() -> None:
    assert len(payload.encode("ø" * (payload.LIMIT // 2 - 1)).encode()) == payload.LIMIT
    with pytest.raises(PolicyError) as caught:
        payload.encode("ø" * (payload.LIMIT // 2))
    assert caught.value.code is PolicyErrorCode.INPUT_TOO_LARGE


def test_nesting_is_bounded() -> None:
    value: JsonValue = 1
    for _ in range(payload.DEPTH):
        value = [value]
    payload.encode(value)
    with pytest.raises(PolicyError) as caught:
        payload.encode([value])
    assert caught.value.code is PolicyErrorCode.INPUT_INVALID


def test_an_error_never_quotes_the_input() -> None:
    with pytest.raises(PolicyError) as caught:
        payload.encode({"secret-word\0": "another-secret"})
    assert "secret" not in str(caught.value)


def test_a_whole_number_is_an_integer_however_it_was_written() -> None:
    assert payload.encode([1.0, 1, 1.5]) == "[1,1,1.5]"
