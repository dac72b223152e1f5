"""What is refused before a model sees it, and where."""

import os
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.documents import DocumentError, Limits, load, load_text
from prosess.documents.problem import Problem


def refused(text: str, name: str = "x.yaml", limits: Limits | None = None) -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as refusal:
        load_text(text, name, limits=limits or Limits())
    return refusal.value.problems


def places(text: str, name: str = "x.yaml") -> list[tuple[int, int, str, str]]:
    return [(one.line, one.column, one.path, one.code) for one in refused(text, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "a", "DUPLICATE_KEY")]),
        ("x:\n  - {a: 1, 'a': 2}\n", [(2, 12, "x[0].a", "DUPLICATE_KEY")]),
        ("a: {b: 1}\nb: 1\n---\nc: 1\n", [(3, 1, "", "SEVERAL_DOCUMENTS")]),
        ("a: !!python/object/apply:os.system [ls]\n", [(1, 4, "a", "TAG")]),
        ("a: !secret x\nb: !!str 1\nc: ! x\n", [(1, 4, "a", "TAG"), (2, 4, "b", "TAG"), (3, 4, "c", "TAG")]),
        ("!!map {a: 1}\n", [(1, 1, "", "TAG")]),
        ("!x a: 1\n", [(1, 1, "a", "TAG")]),
        ("a: !x!y z\n", [(1, 4, "", "TAG")]),
        ("base: &b {a: 1}\nx:\n  <<: *b\n", [(3, 3, 'x."<<"', "MERGE_KEY")]),
        ("1: a\ntrue: b\n~: c\n", [(1, 1, "", "KEY_NOT_TEXT"), (2, 1, "", "KEY_NOT_TEXT"), (3, 1, "", "KEY_NOT_TEXT")]),
        ("? [a, b]\n: c\nd: !x e\n", [(1, 3, "", "KEY_NOT_TEXT"), (3, 4, "d", "TAG")]),
        ("? {a: 1}\n: {a: 1}\n", [(1, 3, "", "KEY_NOT_TEXT")]),
        ("a: *b\n", [(1, 4, "", "ALIAS_UNKNOWN")]),
        ("a: &a [1, *a]\n", [(1, 11, "", "ALIAS_RECURSIVE")]),
        ("a: &a {b: {c: *a}}\n", [(1, 15, "", "ALIAS_RECURSIVE")]),
        ("a: &a 1\nb: &a 2\n", [(2, 4, "", "ANCHOR_TWICE")]),
        ("", [(1, 1, "", "EMPTY")]),
        ("# nothing but this\n", [(1, 1, "", "EMPTY")]),
        ("a:\n\tb: 1\n", [(2, 1, "", "YAML_SYNTAX")]),
        ("a: b: c\n", [(1, 5, "", "YAML_SYNTAX")]),
        ("a:\n  b: 1\n c: 2\n", [(3, 2, "", "YAML_SYNTAX")]),
        ("a: [1, 2\nb: 3\n", [(2, 2, "", "YAML_SYNTAX")]),
        ("a: 'b\n", [(2, 1, "", "YAML_SYNTAX")]),
        ('a: "\\q"\n', [(1, 5, "", "YAML_SYNTAX")]),
        ("a: %x\n", [(1, 4, "", "YAML_SYNTAX")]),
        ("%YAML 2.0\n---\na: 1\n", [(1, 1, "", "YAML_SYNTAX")]),
        ("a: 1\nb: \0\n", [(2, 4, "", "NUL")]),
        ("a: \x1b[2J\n", [(1, 4, "", "CHARACTER")]),
        ("a: b\N{LINE SEPARATOR}c\n", [(1, 5, "", "CHARACTER")]),
    ],
)
def test_what_is_wrong_with_the_structure_is_told_where_it_stands(
    text: str, expected: list[tuple[int, int, str, str]]
) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "a": 2}', [(2, 2, "a", "DUPLICATE_KEY")]),
        ('{"a": 1,}', [(1, 9, "", "JSON_SYNTAX")]),
        ("[1,]", [(1, 4, "", "JSON_SYNTAX")]),
        ("[1 2]", [(1, 4, "", "JSON_SYNTAX")]),
        ('{"a" 1}', [(1, 6, "", "JSON_SYNTAX")]),
        ("{a: 1}", [(1, 2, "", "JSON_SYNTAX")]),
        ("[NaN]", [(1, 2, "", "JSON_SYNTAX")]),
        ("[01]", [(1, 3, "", "JSON_SYNTAX")]),
        ('["a\nb"]', [(1, 2, "", "JSON_SYNTAX")]),
        ('["\\ud83d"]', [(1, 2, "", "JSON_SYNTAX")]),
        ("// no\n{}", [(1, 1, "", "JSON_SYNTAX")]),
        ("{} {}", [(1, 4, "", "JSON_SYNTAX")]),
        ("[", [(1, 2, "", "JSON_SYNTAX")]),
        ("", [(1, 1, "", "JSON_SYNTAX")]),
        ('["\0"]', [(1, 3, "", "NUL")]),
    ],
)
def test_json_is_held_to_its_own_grammar(text: str, expected: list[tuple[int, int, str, str]]) -> None:
    assert places(text, "x.json") == expected


def test_several_mistakes_are_told_at_once() -> None:
    problems = refused("a: 1\na: !x 2\n2: x\n<<: {b: 1}\n")
    assert [(one.line, one.code) for one in problems] == [
        (2, "DUPLICATE_KEY"),
        (2, "TAG"),
        (3, "KEY_NOT_TEXT"),
        (4, "MERGE_KEY"),
    ]


def test_what_stood_before_an_error_of_syntax_is_told_too() -> None:
    assert [one.code for one in refused("a: 1\na: 2\nb: [\n")] == ["DUPLICATE_KEY", "YAML_SYNTAX"]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join(['*' + chr(97 + level)] * 10)}]\n" for level in range(20)
)


@pytest.mark.parametrize(
    "bomb",
    [
        BOMB,
        "a: &a [" + "x, " * 3000 + "]\nb: [*a, *a, *a, *a]\n",
        "a: &a " + "x" * 400_000 + "\nb: [*a, *a, *a]\n",
        "a: &a {k: v}\nb:\n" + "  - *a\n" * 10_000,
    ],
    ids=["laughs", "wide", "long text", "many"],
)
def test_aliases_cannot_blow_a_file_up(bomb: str) -> None:
    tracemalloc.start()
    began = time.perf_counter()
    problems = refused(bomb)
    took = time.perf_counter() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.code for one in problems] == ["ALIAS_TOO_MUCH"]
    assert took < 2
    assert peak < 20_000_000


def test_aliases_within_bounds_are_allowed_and_share_their_places() -> None:
    document = load_text("a: &a {b: [1, 2]}\nc: *a\nd: {*k : 1}\n".replace("{*k : 1}", "x"), "x.yaml")
    assert document.data == {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}, "d": "x"}
    assert document.position(("c", "b")) == (1, 8)
    assert document.position(("c",)) == (2, 1)


def test_an_alias_counts_with_all_that_it_holds() -> None:
    text = "a: &a [1, 2, 3]\nb: *a\nc: &c [*a, *a]\nd: *c\n"  # 4 + 8 + (1 + 8) values are added
    assert load_text(text, "x.yaml", limits=Limits(max_alias_values=21)).data["b"] == [1, 2, 3]
    assert [one.code for one in refused(text, limits=Limits(max_alias_values=20))] == ["ALIAS_TOO_MUCH"]


def test_an_alias_may_stand_for_a_key() -> None:
    assert load_text("- &k name\n- *k : 1\n", "x.yaml").data == ["name", {"name": 1}]
    assert [one.code for one in refused("- &k [1]\n- *k : 1\n")] == ["KEY_NOT_TEXT"]


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_depth_is_bounded(name: str) -> None:
    assert load_text("[" * 64 + "]" * 64, name).position() == (1, 1)
    assert places("[" * 65 + "]" * 65, name) == [(1, 65, "", "TOO_DEEP")]
    assert [one.code for one in refused("[" * 500_000, name)] == ["TOO_DEEP"]


def test_aliases_count_with_their_depth() -> None:
    lines = ["- &a0 x\n"] + [f"- &a{level} [[[[[[[[[[*a{level - 1}]]]]]]]]]]\n" for level in range(1, 9)]
    assert [one.code for one in refused("".join(lines))] == ["TOO_DEEP"]
    assert len(load_text("".join(lines[:7]), "x.yaml").data) == 7


@given(st.text("ab01:#'\"-{}[]&*!|>?%~<.,\\ \n\t\x00é\u2028\ud800", max_size=40), st.sampled_from(["x.yaml", "x.json"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    problems: tuple[Problem, ...] | None = None
    try:
        load_text(text, name)
    except DocumentError as refusal:
        problems = refusal.problems
    if problems is not None:
        assert problems
        assert all(one.line >= 1 and one.column >= 1 and one.message for one in problems)
        assert "\n".join(one.render() for one in problems).encode()


def test_a_file_that_cannot_be_used_is_told_why(tmp_path: Path) -> None:
    def code_of(path: Path) -> str:
        with pytest.raises(DocumentError) as refusal:
            load(path)
        (problem,) = refusal.value.problems
        assert problem.file == path.as_posix()
        return problem.code

    assert code_of(tmp_path / "none.yaml") == "FILE_MISSING"
    assert code_of(tmp_path) == "FILE_NOT_REGULAR"
    os.mkfifo(tmp_path / "pipe.yaml")
    assert code_of(tmp_path / "pipe.yaml") == "FILE_NOT_REGULAR"
    (tmp_path / "file").write_bytes(b"a: 1\n")
    assert code_of(tmp_path / "file" / "below.yaml") == "FILE_MISSING"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert code_of(tmp_path / "loop") == "FILE_NOT_READABLE"
    (tmp_path / "large.yaml").write_bytes(b"a: " + b"x" * 1024 * 1024)
    assert code_of(tmp_path / "large.yaml") == "FILE_TOO_LARGE"
    if os.getuid():  # nothing is unreadable to root
        (tmp_path / "closed.yaml").touch(mode=0)
        assert code_of(tmp_path / "closed.yaml") == "FILE_NOT_READABLE"


def test_what_is_not_utf_8_is_told_where(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: 1\nb: på".encode("latin-1"))
    with pytest.raises(DocumentError) as refusal:
        load(path)
    assert [(one.line, one.column, one.code) for one in refusal.value.problems] == [(2, 5, "NOT_UTF8")]
    path.write_bytes("a: 1".encode("utf-16"))
    with pytest.raises(DocumentError, match="not UTF-8"):
        load(path)


def test_a_byte_order_mark_and_foreign_line_ends_are_read_over(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb:\r\n  c: |\r\n    d\r\n    e\r\n")
    document = load(path)
    assert document.data == {"a": 1, "b": {"c": "d\ne\n"}}
    assert document.position(("b", "c")) == (3, 3)


def test_positions_are_those_of_keys_entries_and_values() -> None:
    document = load_text("a:\n  b: [10, {c: x}]\n  'd': y\n", "x.yaml")
    assert document.position() == (1, 1)
    assert document.position(("a",)) == (1, 1)
    assert document.position(("a", "b")) == (2, 3)
    assert document.position(("a", "b", 0)) == (2, 7)
    assert document.position(("a", "b", 1, "c")) == (2, 12)
    assert document.value_position(("a", "b", 1, "c")) == (2, 15)
    assert document.value_position(("a", "b")) == (2, 3)
    assert document.position(("a", "d")) == (3, 3)
    assert document.position(("a", "b", 7)) == (2, 3)
    assert document.position(("a", "nothing", "there")) == (1, 1)
    assert load_text("x", "x.yaml").position(("a",)) == (1, 1)
