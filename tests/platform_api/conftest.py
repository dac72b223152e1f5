"""Fixtures: the same tests on SQLite, and, in ``make verify``, on PostgreSQL."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import ClassVar

import asyncpg
import pytest

from platform_api.main import migrate
from platform_api.pathways import gates
from policies.engine.embedded import EmbeddedEngine
from tests.platform_api.postgres import cluster
from tests.platform_api.world import World, running, settings

_numbers = itertools.count()


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with cluster() as address:
        migrate(settings(Path("/nonexistent") / "unused", f"{address}/postgres", data_folder=Path.cwd()))
        yield address


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    migrate(settings(folder, f"sqlite:///{folder / 'one.db'}"))
    return folder / "one.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.verify)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database with the newest schema."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "prosess.db")
        return f"sqlite:///{tmp_path / 'prosess.db'}"
    address: str = request.getfixturevalue("postgres")
    name = f"test{next(_numbers)}"

    async def make() -> None:
        connection = await asyncpg.connect(f"{address}/template1")
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE postgres")
        await connection.close()

    asyncio.run(make())
    return f"{address}/{name}"


class SharedEngine(EmbeddedEngine):
    """The real engine, its rules compiled once for all tests; it is let go with the process."""

    _compiled: ClassVar[EmbeddedEngine | None] = None

    def __new__(cls) -> "SharedEngine":
        if cls._compiled is None:
            cls._compiled = EmbeddedEngine()
            cls._compiled.close = lambda: None  # type: ignore[method-assign]
        return cls._compiled  # type: ignore[return-value]


@pytest.fixture(autouse=True, scope="session")
def rules_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gates, "EmbeddedEngine", SharedEngine)
        yield


@pytest.fixture
async def world(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with running(settings(tmp_path, database_url)) as found:
        yield found
