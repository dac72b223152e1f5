"""Bringing a database to a revision of the schema, from Python, without a configuration file."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from platform_api.kit.database import open_engine
from platform_api.kit.managed_identity import DatabaseIdentity

_LOCK = 7_305_001
"""Advisory lock on PostgreSQL: of several replicas that start at once, one migrates."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


@cache
def head_revision() -> str:
    """Give the newest revision."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


async def current_revision(engine: AsyncEngine) -> str | None:
    """Give the revision that a database is at; none where it is empty."""
    async with engine.connect() as connection:
        return await connection.run_sync(_current)


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def upgrade(url: str, revision: str = "head", identity: DatabaseIdentity | None = None) -> str:
    """Bring a database to a revision, forward or back (``base`` is an empty one); give the revision that it is at.

    A migration is one transaction on either database: it happens whole, or not at all.
    """
    engine = open_engine(url, identity)
    try:
        writing = engine.execution_options(begin="IMMEDIATE") if engine.dialect.name == "sqlite" else engine
        async with writing.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            await connection.run_sync(_run, revision)
            return await connection.run_sync(_current) or "base"
    finally:
        await engine.dispose()


def _run(connection: Connection, revision: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)
    current = _current(connection)
    wanted = script.get_current_head() if revision == "head" else revision
    behind = {one.revision for one in script.iterate_revisions(current, "base")} if current else set()
    if revision == "base" or (wanted in behind and wanted != current):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)
