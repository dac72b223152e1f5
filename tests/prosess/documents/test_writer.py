"""What is written is read back, by our reader and by those of YAML 1.1; files are never half-written."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from prosess.documents import load_text, to_json, to_yaml, write_whole
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
