"""SIGKILL at any moment of an onboarding, then start again: nothing lost, nothing done twice, the chain verifies."""

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

ROOT = Path(__file__).parents[3]
Job = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def teller() -> Iterator[Callable[[dict[str, Any]], dict[str, Any]]]:
    """A process that forks a story for each job."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.platform_api.kill.story"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:

        def ask(job: dict[str, Any]) -> dict[str, Any]:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            if not line:
                _, error = process.communicate()
                pytest.fail(error[-2000:])
            found: dict[str, Any] = json.loads(line)
            return found

        yield ask
        process.stdin.close()  # type: ignore[union-attr]
        process.wait(timeout=20)
        process.stdout.close()  # type: ignore[union-attr]
        process.stderr.close()  # type: ignore[union-attr]


@pytest.fixture
def fresh_sqlite(tmp_path: Path, migrated_file: Path) -> Callable[[str], tuple[str, str]]:
    def make(name: str) -> tuple[str, str]:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copy(migrated_file, folder / "prosess.db")
        return str(folder), f"sqlite:///{folder / 'prosess.db'}"

    return make


@pytest.fixture
def fresh_postgres(tmp_path: Path, postgres: str) -> Callable[[str], tuple[str, str]]:
    async def create(name: str) -> None:
        connection = await asyncpg.connect(f"{postgres}/template1")
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE postgres")
        await connection.close()

    def make(name: str) -> tuple[str, str]:
        folder = tmp_path / name
        folder.mkdir()
        asyncio.run(create(f"kill_{name}"))
        return str(folder), f"{postgres}/kill_{name}"

    return make


def at_every_commit(
    teller: Callable[[dict[str, Any]], dict[str, Any]],
    fresh: Callable[[str], tuple[str, str]],
) -> int:
    """Kill before and after each commit of the story in turn; give how many commits it has."""
    folder, url = fresh("undisturbed")
    expected = teller({"folder": folder, "url": url, "warm": True})["outcome"]
    assert expected["state"] == "in_test"
    assert expected["proof"] is True
    assert {state for _, state, _ in expected["operations"]} == {"succeeded"}
    for commit in range(1, 100):
        for after in (False, True):
            folder, url = fresh(f"c{commit}{'a' if after else 'b'}")
            found = teller({"folder": folder, "url": url, "commit": commit, "after": after})
            assert found["outcome"] == expected, f"killed {'after' if after else 'before'} commit {commit}"
            if found["lived"]:
                return commit - 1
    pytest.fail("the story has more commits than it should")


@pytest.mark.verify
@pytest.mark.parametrize("database", ["fresh_sqlite", "fresh_postgres"])
def test_a_kill_on_both_sides_of_every_commit_leaves_one_onboarding(
    teller: Callable[[dict[str, Any]], dict[str, Any]], request: pytest.FixtureRequest, database: str
) -> None:
    assert at_every_commit(teller, request.getfixturevalue(database)) > 20


@pytest.mark.parametrize("seed", [1])
def test_kills_at_random_moments_leave_one_onboarding(
    teller: Callable[[dict[str, Any]], dict[str, Any]], fresh_sqlite: Callable[[str], tuple[str, str]], seed: int
) -> None:
    folder, url = fresh_sqlite("undisturbed")
    expected = teller({"folder": folder, "url": url, "warm": True})["outcome"]
    folder, url = fresh_sqlite("killed")
    found = teller({"folder": folder, "url": url, "seed": seed, "kills": 5, "longest": 0.9})
    assert found["kills"] > 0
    assert found["outcome"] == expected
