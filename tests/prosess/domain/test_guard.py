"""Law 4: eleven digits in a row are refused wherever they stand, and never echoed."""

import re
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prosess.domain import guard
from prosess.domain.errors import DomainError
from prosess.domain.guard import (
    MASK,
    PersonIdentifierError,
    find_person_identifier,
    mask,
    person_identifier_stretches,
    refuse_person_identifier,
)

DIGITS = st.text("0123456789", min_size=11, max_size=11)
SEPARATOR = st.text(
    " .-\t\n\N{NO-BREAK SPACE}\N{EN DASH}\N{MINUS SIGN}\N{MIDDLE DOT}\N{THIN SPACE}", min_size=1, max_size=3
)
SURROUNDINGS = st.text().filter(lambda text: "0" not in text.translate(guard._SHAPES))


@st.composite
def grouped(draw: st.DrawFn) -> str:
    digits = draw(DIGITS)
    cuts = sorted(draw(st.sets(st.integers(1, 10))))
    parts = [digits[start:end] for start, end in zip([0, *cuts], [*cuts, 11], strict=True)]
    return parts[0] + "".join(draw(SEPARATOR) + part for part in parts[1:])


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("13116900216", 0),
        ("131169 00216", 0),
        ("131169-00216", 0),
        ("131169.00216", 0),
        ("13 11 69 002 16", 0),
        ("131169 - 00216", 0),
        ("2023 131169 00216", 5),
        ("2 131169 00216", 2),
        ("1 13116900216", 2),
        ("1 2 3 4 131169001216 13116900216", 21),
        ("pasient 131169 00216 i 2023", 8),
        ("131169\N{NO-BREAK SPACE}00216", 0),
        ("131169\N{NON-BREAKING HYPHEN}00216", 0),
        ("131169\N{MINUS SIGN}00216", 0),
        ("131169\t00216", 0),
        ("131169\n00216", 0),
        ("13\N{ZERO WIDTH SPACE}1169\N{SOFT HYPHEN}00216", 0),
        ("1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}3116900216", 0),
        ("x \N{FULLWIDTH DIGIT ONE}3116900216", 2),
        ("\N{ARABIC-INDIC DIGIT ONE}\N{ARABIC-INDIC DIGIT THREE}116900216", 0),
        ("\N{CIRCLED NUMBER ELEVEN}311690021", 0),
        ("\N{CIRCLED NUMBER ELEVEN}" * 5 + "1", 0),
        ("\N{VULGAR FRACTION ONE HALF}1311690021", 0),
        ("é\N{COMBINING ACUTE ACCENT} 13116900216", 3),
        ("10.100.200.128/25", 0),  # in free text; a typed field lets it and the next through
        ("2.16.578.1.12.4.1.4.101", 0),
        ("1 22 33 44 55 66", 0),
    ],
)
def test_eleven_digits_in_a_row_are_found(text: str, position: int) -> None:
    assert find_person_identifier(text) == position
    with pytest.raises(PersonIdentifierError) as refusal:
        refuse_person_identifier(text)
    assert refusal.value.position == position
    assert refusal.value.facts == {"character": position + 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0047 22 33 44 55",
        "+47 22 33 44 55",
        "131169001216",
        "1311690021",
        "131169    00216",
        "131169/00216",
        "131169:00216",
        "131169 x 00216",
        "20.10.2023 20.10.2023",
        "983 974 724",
        "2.16.578.1.12",
        "a1b2c3d4e5f6g7h8i9j0k1",
        MASK,
    ],
)
def test_what_has_no_eleven_digits_in_a_row_passes(text: str) -> None:
    assert refuse_person_identifier(text) == text
    assert mask(text) == text


def test_the_error_never_holds_the_digits() -> None:
    with pytest.raises(DomainError) as refusal:
        refuse_person_identifier("se 131169 00216")
    shown = f"{refusal.value} {refusal.value!r} {refusal.value.facts} {refusal.value.hint} {vars(refusal.value)}"
    assert "131169" not in shown
    assert "00216" not in shown
    assert str(refusal.value) == "eleven digits in a row at character 4 may be a person identifier"
    assert refusal.value.code == "PERSON_IDENTIFIER"


@given(SURROUNDINGS, grouped(), SURROUNDINGS)
def test_any_grouping_in_any_surroundings_is_found_where_it_stands(before: str, number: str, after: str) -> None:
    assert find_person_identifier(before + number + after) == len(before)


@given(st.text(), grouped(), st.text())
def test_masked_text_never_trips(before: str, number: str, after: str) -> None:
    masked = mask(before + number + after)
    assert find_person_identifier(masked) is None
    assert mask(masked) == masked


@given(st.text("0123456789 .-x\N{VULGAR FRACTION ONE HALF}\N{CIRCLED NUMBER ELEVEN}æ"))
def test_dense_text_is_masked_whole(text: str) -> None:
    assert find_person_identifier(mask(text)) is None
    for start, end in person_identifier_stretches(text):
        assert text[start:end] not in mask(text)


@given(st.text("0123456789 .-x", max_size=60))
def test_the_answer_is_that_of_the_law_written_out(text: str) -> None:
    """The slow reading of law 4: every pair of ends, one regular expression."""
    starts = [
        start
        for start in range(len(text))
        for end in range(start + 11, len(text) + 1)
        if re.fullmatch(r"[0-9]+(?:[ .-]{1,3}[0-9]+)*", text[start:end])
        and sum(character.isdigit() for character in text[start:end]) == 11
        and not (start and text[start - 1].isdigit())
        and not text[end : end + 1].isdigit()
    ]
    assert find_person_identifier(text) == (min(starts) if starts else None)


def test_overlapping_stretches_are_masked_as_one() -> None:
    assert mask("131169 00216 131169") == MASK


@given(st.integers(0, 30), st.sampled_from("0123456789"))
def test_only_eleven_plain_digits_are_a_run(length: int, digit: str) -> None:
    assume(length != 11)
    assert find_person_identifier(digit * length) is None
    assert find_person_identifier(digit * 11) == 0


def test_the_quick_searches_let_nothing_through() -> None:
    """Among usual characters only 0–9 are digits, and all that do not break a run are in the second class."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if guard._UNUSUAL.match(character):
            continue
        shape = guard._shape_of(character)
        assert ("0" in shape) == (character in "0123456789"), hex(code)
        if "x" not in shape and shape != "0":
            assert guard._DENSE.match("0" * 5 + character + "0" * 6), hex(code)


def test_a_long_text_takes_no_long_time() -> None:
    assert find_person_identifier("1 " * 200_000) == 0
    assert find_person_identifier("12 " * 200_000) is None
