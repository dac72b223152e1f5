"""The short way through YAML gives what the composer gives, or nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.documents import DocumentError, load_text
from prosess.documents.clean_yaml import NOT_CLEAN, read_clean
from prosess.documents.composer import Composer
from prosess.documents.places import not_finite, suspicious
from prosess.documents.source import DEFAULT_LIMITS, Limits
from prosess.documents.yaml_syntax import compose_yaml

_PIECES = (
    *("a: ", "b: ", '"on": ', "- ", "[", "]", "{", "}", ", ", "\n", "\n  ", "\n    ", "? ", ": ", "|\n  ", ">\n  "),
    *("&x ", "*x", "!t ", "!!str ", "<<: ", "--- ", "...\n", "# c\n", "%YAML 1.2\n", "'", '"', "\\x31", "~", "null"),
    *("true", "off", "22:00", "1", "-1", "0x1f", "1.5", "1e400", ".inf", ".nan", "9" * 101, "90000000000", "text", "å"),
    *("9000 000", "000", "a&b", "no!", "x\t", "R1"),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_what_is_clean_is_what_the_composer_gives_and_nothing_is_wrong_with_it(text: str) -> None:
    data = read_clean(text, DEFAULT_LIMITS)
    if data is NOT_CLEAN:
        return
    composer = Composer("a.yaml", DEFAULT_LIMITS)
    compose_yaml(text, composer)
    assert composer.marks is not None
    assert not composer.problems
    assert (data, repr(data)) == (composer.data, repr(composer.data))
    assert not list(suspicious(data))
    assert not list(not_finite(data))


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "a: *x\n",
        "[!t a]\n",
        '{"a":!t b}\n',
        "a: 1\na: 2\n",
        "1: a\n",
        "[a]: b\n",
        "<<: {a: 1}\n",
        "a: .inf\n",
        f"a: {'9' * 101}\n",
        "a: 90000000000\n",
        'a: "9000000000\\x30"\n',
        "90000000000: a\n",
        "a: 1\n---\nb: 2\n",
        "a: [\n",
        "",
        "# only a comment\n",
    ],
)
def test_the_composer_looks_at_whatever_is_not_plain_to_see(text: str) -> None:
    assert read_clean(text, DEFAULT_LIMITS) is NOT_CLEAN


def test_depth_is_bounded() -> None:
    limits = Limits(max_depth=3)
    assert read_clean("[[[1]]]", limits) == [[[1]]]
    assert read_clean("[[[[1]]]]", limits) is NOT_CLEAN


def test_prose_is_clean() -> None:
    assert read_clean("a: R&D, now! Well: 22:00\n", DEFAULT_LIMITS) is NOT_CLEAN  # no mapping may follow there
    assert read_clean("a: R&D, now! At 22:00\nb: [off, 1]\n", DEFAULT_LIMITS) == {
        "a": "R&D, now! At 22:00",
        "b": ["off", 1],
    }


def test_places_are_found_when_they_are_asked_for() -> None:
    document = load_text("a:\n  - b: 1\n    c: two\n", "a.yaml")
    assert document.clean
    assert document.position(("a", 0, "c")) == (3, 5)
    assert document.value_position(("a", 0, "c")) == (3, 8)


def test_what_is_not_clean_is_told() -> None:
    with pytest.raises(DocumentError) as error:
        load_text("a: 1\na: 2\n", "a.yaml")
    assert [one.code for one in error.value.problems] == ["DUPLICATE_KEY"]
