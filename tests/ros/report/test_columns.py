"""How a table is laid on a page: every character in its place, words whole, the whole room shared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ros.report.columns import chunks, widths
from ros.report.document import Cell, Table
from tests.ros.report.sample import DIGEST, URN


@given(st.text())
@settings(max_examples=200)
def test_what_is_cut_for_a_line_is_whole_again(text: str) -> None:
    assert "".join(chunks(text)) == text


def test_long_digests_and_urns_may_be_broken_and_words_are_not() -> None:
    assert max(map(len, chunks(DIGEST))) <= 12
    assert max(map(len, chunks(URN))) <= len("region-keys-with-a-long-name")
    assert chunks("personvernkonsekvensvurderingen") == ("personvernkonsekvensvurderingen",)


@given(
    st.lists(st.lists(st.text(max_size=80), min_size=3, max_size=3), max_size=6),
    st.integers(min_value=60, max_value=200),
)
@settings(max_examples=100)
def test_columns_share_the_whole_room(texts: list[list[str]], room: int) -> None:
    table = Table("t", "t", ("a", "b", "c"), tuple(tuple(Cell(text) for text in row) for row in texts))
    shares = widths(table, room)
    assert sum(shares) == pytest.approx(room)
    assert min(shares) > 0
