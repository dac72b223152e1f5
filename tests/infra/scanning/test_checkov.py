"""Checkov as a process: missing, of another lock, failing, endless; its answers kept, and asked for again."""

import os
import time
from pathlib import Path

import pytest

from infra.scanning import Cache, Checkov, ScanError, Trouble
from infra.scanning.answer import CheckovAnswer
from infra.scanning.cache import KEPT
from infra.scanning.layout import FIRST, written
from tests.infra.scanning.conftest import RECORD
from tests.infra.scanning.templates import GOOD_VAULT, TEMPLATES, template


def standing(folder: Path, script: str) -> Checkov:
    """A Checkov whose interpreter is a shell script: what is tried is what we do when a process misbehaves."""
    lock = folder / "uv.lock"
    lock.write_text("lock\n")
    interpreter = folder / "env" / "bin" / "python"
    interpreter.parent.mkdir(parents=True)
    interpreter.write_text(f"#!/bin/sh\n{script}\n")
    interpreter.chmod(0o755)
    (folder / "env" / ".lock").write_text("lock\n")
    return Checkov(folder / "env", lock, timeout=5.0)


def trouble(checkov: Checkov, cache: Cache | None = None) -> ScanError:
    with pytest.raises(ScanError) as raised:
        checkov.ask(TEMPLATES, cache)
    return raised.value


ANSWERS = f'cp "{RECORD}" "$4"; echo asked >> "$(dirname "$0")/../asked"'


def test_a_missing_checkov_is_told_even_where_the_answer_is_kept(tmp_path: Path) -> None:
    stands, cache = standing(tmp_path, ANSWERS), Cache(tmp_path / "cache")
    stands.ask(TEMPLATES, cache)
    stands.interpreter.unlink()
    assert trouble(stands, cache).code is Trouble.MISSING
    assert stands.version is None


def test_an_environment_of_another_lock_is_refused(tmp_path: Path) -> None:
    stands = standing(tmp_path, ANSWERS)
    (stands.environment / ".lock").write_text("an older lock\n")
    assert trouble(stands).code is Trouble.OTHER_LOCK
    (stands.environment / ".lock").unlink()
    assert trouble(stands).code is Trouble.OTHER_LOCK


def test_a_failure_tells_its_last_line_alone(tmp_path: Path) -> None:
    flood = 'i=0; while [ $i -lt 20000 ]; do echo "line $i" >&2; i=$((i+1)); done; echo "the end" >&2; exit 3'
    error = trouble(standing(tmp_path, flood))
    assert (error.code, error.detail) == (Trouble.FAILED, "the end")


def test_an_endless_checkov_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    stands = standing(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    began = time.monotonic()
    error = trouble(Checkov(stands.environment, stands.lock_file, timeout=0.5))
    assert (error.code, error.detail) == (Trouble.TIMED_OUT, "0.5")
    assert time.monotonic() - began < 10
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if _gone(child):
            break
        time.sleep(0.1)
    assert _gone(child)


def _gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize(
    "script", ["true", 'echo "{}" > "$4"', 'printf "\\377" > "$4"'], ids=["none", "empty", "bytes"]
)
def test_an_answer_that_is_none_is_refused(tmp_path: Path, script: str) -> None:
    assert trouble(standing(tmp_path, script)).code is Trouble.MALFORMED


def asked(checkov: Checkov) -> int:
    return len((checkov.environment / "asked").read_text().splitlines())


def test_an_unchanged_plan_is_asked_about_once(tmp_path: Path, recorded: CheckovAnswer) -> None:
    stands, cache = standing(tmp_path, ANSWERS), Cache(tmp_path / "cache")
    assert [stands.ask(TEMPLATES, cache) for _ in range(3)] == [recorded] * 3
    assert asked(stands) == 1
    stands.ask([*TEMPLATES, template("more", [GOOD_VAULT])], cache)
    assert asked(stands) == 2
    stands.ask(TEMPLATES)
    assert asked(stands) == 3


def test_another_lock_asks_again(tmp_path: Path) -> None:
    stands, cache = standing(tmp_path, ANSWERS), Cache(tmp_path / "cache")
    stands.ask(TEMPLATES, cache)
    for path in (stands.lock_file, stands.environment / ".lock"):
        path.write_text("a newer lock\n")
    Checkov(stands.environment, stands.lock_file).ask(TEMPLATES, cache)
    assert asked(stands) == 2


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept.replace(b"passed", b"failed", 1), bytes])
def test_a_damaged_entry_is_asked_for_again_and_rewritten(
    tmp_path: Path, recorded: CheckovAnswer, damage: object
) -> None:
    assert callable(damage)
    stands, cache = standing(tmp_path, ANSWERS), Cache(tmp_path / "cache")
    stands.ask(TEMPLATES, cache)
    (entry,) = cache.folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(b"" if damage is bytes else damage(whole))
    assert stands.ask(TEMPLATES, cache) == recorded
    assert (asked(stands), entry.read_bytes()) == (2, whole)


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, recorded: CheckovAnswer) -> None:
    (tmp_path / "file").write_text("")
    stands, cache = standing(tmp_path, ANSWERS), Cache(tmp_path / "file" / "cache")
    assert stands.ask(TEMPLATES, cache) == recorded


def test_the_cache_does_not_grow_for_ever(tmp_path: Path, recorded: CheckovAnswer) -> None:
    cache = Cache(tmp_path)
    for number in range(KEPT + 3):
        cache.keep(f"sha256:{number:064}", recorded)
        os.utime(tmp_path / f"{number:064}.json", (number, number))
    cache.keep(f"sha256:{'f' * 64}", recorded)
    left = {path.name for path in tmp_path.iterdir()}
    assert len(left) == KEPT
    assert f"{0:064}.json" not in left
    assert f"{'f' * 64}.json" in left


def test_a_resource_stands_on_a_line_of_its_own() -> None:
    lines = written(TEMPLATES[0]).splitlines()
    for index, resource in enumerate(("kv-good", "kv-open", "cannot-delete")):
        assert f'"name": "{resource}"' in lines[FIRST - 1 + index]
