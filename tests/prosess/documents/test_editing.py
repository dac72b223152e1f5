"""Values are replaced, and every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.documents import load_text, to_yaml
from prosess.documents.editing import replace_values
from prosess.domain.errors import DomainError

TEXT = """\
# kept as it is
a:   1   # why
b: {c: 2, "d":  'old' }   # flow
list:
  - {e: 12}
  -  e: 1
text: |
  1 stays
"""


def test_only_the_value_changes() -> None:
    changes: dict[tuple[str | int, ...], str | int] = {
        ("a",): 3,
        ("b", "d"): "new",
        ("list", 0, "e"): 4,
        ("b", "c"): 10,
    }
    edited = replace_values(TEXT.encode(), "a.yaml", changes).decode()
    assert edited == TEXT.replace("a:   1", "a:   3").replace("'old'", "'new'").replace("12", "4").replace(
        "c: 2", "c: 10"
    )


def test_line_ends_and_byte_order_mark_stay() -> None:
    data = ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()
    edited = replace_values(data, "a.yaml", {("a",): 3})
    assert edited == data.replace(b"a:   1", b"a:   3")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 0x1\n", 'a: "\\u0031"\n', "a: >-\n  1\n"])
def test_a_value_that_cannot_be_replaced_by_itself_is_refused(text: str) -> None:
    with pytest.raises(DomainError) as error:
        replace_values(text.encode(), "a.yaml", {("a",): 7})
    assert error.value.code == "EDIT_NOT_POSSIBLE"


def test_an_alias_is_never_changed_behind_ones_back() -> None:
    with pytest.raises(DomainError):
        replace_values(b"a: &x 1\nb: *x\n", "a.yaml", {("b",): 2})


numbers = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9), min_size=1)


@given(st.dictionaries(st.sampled_from("xyz"), numbers, min_size=1), st.integers(1, 99))
def test_untouched_lines_are_the_same(data: dict[str, dict[str, int]], value: int) -> None:
    text = to_yaml(data)
    outer = sorted(data)[0]
    inner = sorted(data[outer])[-1]
    edited = replace_values(text.encode(), "a.yaml", {(outer, inner): value}).decode()
    changed = [(old, new) for old, new in zip(text.splitlines(), edited.splitlines(), strict=True) if old != new]
    assert len(changed) == (0 if data[outer][inner] == value else 1)
    data[outer][inner] = value
    assert load_text(edited, "a.yaml").data == data
