"""What is written is read back, by our reader and by those of YAML 1.1; files are never half-written."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from prosess.documents import load_text, staging, to_json, to_yaml, write_all, write_whole
from prosess.domain.guard import mask

TRAPS = st.sampled_from(
    [
        *(
            "yes",
            "No",
            "on",
            "OFF",
            "y",
            "n",
            "true",
            "null",
            "~",
            "",
            " ",
            "22:00",
            "2023-10-20",
            "0o17",
            "0x1F",
            "1e3",
        ),
        *("1_000", "0b1", ".5", "1.", "+1", ".inf", ".nan", "<<", "=", "- a", "a: b", "a #b", "#a", "a:", "a: ", "'a'"),
        *('"a"', "[a]", "{a}", "*a", "&a", "!a", "%a", "@a", "`a`", "| a", "> a", "? a", "---", "...", "... a", "a\n"),
        *(
            "a\nb",
            "a\n\nb\n",
            "\na",
            " a\nb",
            "a\n",
            "a\n\n",
            "a \nb",
            "a\tb",
            "\ta",
            "\x85",
            "\u2028",
            "\ufeff",
            "\x7f",
        ),
        *(
            "983974724",
            "0301",
            "a\r\nb",
            "\x00",
            "😀",
            "é",
            "a" * 200,
            "a b " * 60,
            "1:30:00",
            "(a)",
            "/a",
            "a,b",
            "--- a\nb",
        ),
        *("a\n--- b", "a\n...\n", "a\n# b", "a\n  b\n", "a\n: b", "- a\n- b\n", "\u200b", "a\\b\n", "key: |\n  x\n"),
    ]
)
TEXT = (TRAPS | st.text()).filter(lambda text: mask(text) == text)
FLOATS = st.floats(allow_nan=False).filter(lambda value: mask(repr(value)) == repr(value))
SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | FLOATS | TEXT
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=15
)


@given(VALUES)
def test_yaml_is_read_back_by_every_reader(value: Any) -> None:
    written = to_yaml(value)
    read = load_text(written, "x.yaml").data
    assert read == value
    assert repr(read) == repr(value)  # the order of keys, and 1 apart from 1.0 and true
    assert yaml.safe_load(written) == value


@given(VALUES.filter(lambda value: "inf" not in repr(value)))
def test_json_is_read_back(value: Any) -> None:
    assert load_text(to_json(value), "x.json").data == value


def test_yaml_for_people() -> None:
    value = {
        "name": "Helse Sør-Øst",
        "organisation": "983974724",
        "opens": "22:00",
        "locked": False,
        "switch": "off",
        "none": None,
        "empty": {},
        "nothing": [],
        "note": "Første linje.\n\nAndre linje: med kolon.\n",
        "services": [{"name": "vault", "zones": [1, 2]}, "plain", ["nested", ["deeper"]], "to\nlinjer"],
        "limits": {"low": 0.5, "large": 1e16},
        "sti/til: x": "a # b",
    }
    assert to_yaml(value) == (
        "name: Helse Sør-Øst\n"
        'organisation: "983974724"\n'
        'opens: "22:00"\n'
        "locked: false\n"
        'switch: "off"\n'
        "none: null\n"
        "empty: {}\n"
        "nothing: []\n"
        "note: |\n"
        "  Første linje.\n"
        "\n"
        "  Andre linje: med kolon.\n"
        "services:\n"
        "  - name: vault\n"
        "    zones:\n"
        "      - 1\n"
        "      - 2\n"
        "  - plain\n"
        "  - - nested\n"
        "    - - deeper\n"
        "  - |-\n"
        "    to\n"
        "    linjer\n"
        "limits:\n"
        "  low: 0.5\n"
        "  large: 1.0e+16\n"
        '"sti/til: x": "a # b"\n'
    )
    assert to_json({"å": [1]}) == '{\n  "å": [\n    1\n  ]\n}\n'


def test_a_key_of_any_length_is_read_back() -> None:
    value = {"k" * 5000: {"a": [1]}, "l" * 5000: "x\ny\n"}
    assert load_text(to_yaml([value]), "x.yaml").data == [value]


@pytest.mark.parametrize("value", [{1: "a"}, {"a": object()}, b"bytes", {"a": {1, 2}}])
def test_what_is_no_json_value_is_not_written(value: Any) -> None:
    with pytest.raises(TypeError):
        to_yaml(value)


def test_half_a_character_is_not_written() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        to_yaml("\ud83d")
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(float("nan"))


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    write_whole(path, b"one")
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    (tmp_path / "link").symlink_to(path)
    write_whole(tmp_path / "link", b"three")
    assert path.read_bytes() == b"three"
    assert (tmp_path / "link").is_symlink()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link", "x.json"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        assert path.read_bytes() == b"old"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "x", b"")


def stops(at: int, error: BaseException, then: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function that goes on to another until it is called that many times, and then raises."""
    calls: list[object] = []

    def call(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == at:
            raise error
        return then(*given)

    return call


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


ERRORS = [OSError(28, "No space left on device"), KeyboardInterrupt()]


@pytest.mark.parametrize("error", ERRORS, ids=["error", "interrupted"])
@pytest.mark.parametrize(
    ("moment", "at"),
    [(moment, at) for moment, times in (("fsync", 6), ("link", 3), ("replace", 5)) for at in range(1, times + 1)],
)
def test_where_one_of_several_cannot_be_written_all_is_as_before(
    moment: str, at: int, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(b"old")
        (tmp_path / name).chmod(0o640)
    before = tree(tmp_path)
    files = {tmp_path / name: b"new" for name in ("a", "b", "new/er/x", "c", "new/y")}
    # A link that cannot be made is no failure: the old file is copied.
    fails = moment != "link" or isinstance(error, KeyboardInterrupt)
    with monkeypatch.context() as patched:
        patched.setattr(os, moment, stops(at, error, getattr(os, moment)))
        if fails:
            with pytest.raises(type(error)):
                write_all(files)
        else:
            write_all(files)
    if fails:
        assert tree(tmp_path) == before
        assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "abc"} == {0o640}
        write_all(files)
    assert tree(tmp_path) == {"new": None, "new/er": None} | {
        path.relative_to(tmp_path).as_posix(): data for path, data in files.items()
    }


def test_without_links_what_was_there_is_kept_as_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise PermissionError

    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    monkeypatch.setattr(os, "link", refused)
    with pytest.raises(IsADirectoryError):
        write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert tree(tmp_path) == {"a": b"old", "b": None}


def test_a_file_that_cannot_be_opened_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "open", stops(1, PermissionError(), os.open))
    with pytest.raises(PermissionError):
        write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert tree(tmp_path) == {"a": b"old"}


def test_pieces_are_written_as_they_are_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"n" * 100_000
        (part,) = tmp_path.glob(".a.*.part")
        assert part.stat().st_size >= 100_000
        assert (tmp_path / "a").read_bytes() == b"old"
        yield b"ew"

    with staging() as staged:
        staged.add(tmp_path / "a", pieces())
        assert (tmp_path / "a").read_bytes() == b"old"
    assert tree(tmp_path) == {"a": b"n" * 100_000 + b"ew"}


@pytest.mark.parametrize("error", [RuntimeError(), KeyboardInterrupt()], ids=["error", "interrupted"])
def test_what_cannot_be_made_leaves_nothing(error: BaseException, tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise error

    def write() -> None:
        with staging() as staged:
            staged.add(tmp_path / "new" / "a", [b"whole"])
            staged.add(tmp_path / "b", pieces())

    with pytest.raises(type(error)):
        write()
    assert tree(tmp_path) == {"b": b"old"}


def test_the_later_of_two_with_one_place_stands(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write_all({tmp_path / "a": b"first", tmp_path / "link": b"second"})
    assert tree(tmp_path) == {"a": b"second", "link": b"second"}
