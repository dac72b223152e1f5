"""The database's schema: what the migrations make is what the models say, and every step can be taken back."""

import asyncio
import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from platform_api.kit.database import driver_url, open_engine
from platform_api.main import migrate
from platform_api.migrations.run import head_revision
from platform_api.migrations.tables import METADATA
from tests.platform_api.world import settings


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.verify)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    address: str = request.getfixturevalue("postgres")
    name = f"empty_{request.node.name.partition('[')[0]}"[:60]

    async def make() -> None:
        connection = await asyncpg.connect(f"{address}/template1")
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()

    asyncio.run(make())
    return f"{address}/{name}"


def looked_at(url: str) -> tuple[list[str], list[object]]:
    """Tables that there are, and what differs from the models."""

    def look(connection: Connection) -> tuple[list[str], list[object]]:
        differences: list[object] = compare_metadata(MigrationContext.configure(connection), METADATA)
        return sorted(inspect(connection).get_table_names()), differences

    async def open_and_look() -> tuple[list[str], list[object]]:
        engine = open_engine(url)
        async with engine.connect() as connection:
            found = await connection.run_sync(look)
        await engine.dispose()
        return found

    return asyncio.run(open_and_look())


def test_up_is_what_the_models_say_and_down_leaves_nothing(empty: str, tmp_path: Path) -> None:
    given = settings(tmp_path, empty)
    assert migrate(given) == head_revision()
    tables, differences = looked_at(empty)
    assert differences == []
    assert set(tables) == {*METADATA.tables, "alembic_version"}
    assert migrate(given) == head_revision()
    assert migrate(given, "0001") == "0001"
    assert migrate(given, "base") == "base"
    assert looked_at(empty)[0] == ["alembic_version"]
    assert migrate(given) == head_revision()


@pytest.mark.verify  # two processes that begin from nothing take their time
def test_replicas_that_start_at_once_make_one_schema(empty: str, tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.starmap(_migrate, [(str(tmp_path), empty)] * 2)
    assert found == [head_revision()] * 2
    assert looked_at(empty)[1] == []


def _migrate(folder: str, url: str) -> str:
    return migrate(settings(Path(folder), url))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://x/y"])
def test_a_database_that_would_forget_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        driver_url(url)


def test_an_acceptance_from_before_seals_is_asked_for_again(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'old.db'}"
    given = settings(tmp_path, address)
    migrate(given, "0002")
    with closing(sqlite3.connect(tmp_path / "old.db")) as old, old:
        old.execute("PRAGMA foreign_keys=OFF")
        old.execute(
            "INSERT INTO assessment (id, pathway, revision, digest, binding, state, document, verdict, unowned, "
            "not_assessed, author, at) VALUES ('as', 'p', 1, 'd', 'b', 'accepted', '{}', 'acceptable', 0, 0, 'x', 'x')"
        )
        for organisation, answer in (("983975259", "accept"), ("310000000", "reject")):
            old.execute(
                "INSERT INTO assessment_acceptance (id, assessment, organisation, digest, answer, until, subject, at) "
                "VALUES (?, 'as', ?, 'd', ?, '2099-01-01', 'x', 'x')",
                (organisation, organisation, answer),
            )
    migrate(given)
    with closing(sqlite3.connect(tmp_path / "old.db")) as new:
        assert new.execute("SELECT state FROM assessment").fetchall() == [("pending_acceptance",)]
        rows = new.execute("SELECT answer, state, because, envelope FROM assessment_acceptance ORDER BY answer")
        assert rows.fetchall() == [("accept", "invalidated", "not_sealed", None), ("reject", "refused", None, None)]
    migrate(given, "0002")
    with closing(sqlite3.connect(tmp_path / "old.db")) as back:
        assert back.execute("SELECT COUNT(*) FROM assessment_acceptance").fetchone() == (2,)
