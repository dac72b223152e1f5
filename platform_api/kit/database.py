"""The database: SQLite or PostgreSQL behind one door, with one kind of writing transaction.

What a transaction means is kept here. Objects are locked before operations, operations before the audit trail, and
the trail is written last; whoever writes keeps that order, and no two transactions wait for each other.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Float, MetaData, cast, event, extract, func, literal_column, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from platform_api.kit.clock import Clock
from platform_api.kit.managed_identity import DatabaseIdentity


class Base(DeclarativeBase):
    """The root of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


@dataclass
class Transaction:
    """One unit of work. What is put in ``sealing`` runs just before the commit, in order."""

    session: AsyncSession
    clock: Clock
    sealing: list[Callable[[AsyncSession], Awaitable[None]]] = field(default_factory=list)
    trail: list[Any] = field(default_factory=list)
    """Entries for the audit trail (``platform_api.audit``), written by the last seal."""
    committed: list[Callable[[], None]] = field(default_factory=list)
    """What is told to this process once the commit has happened; nothing may depend on it."""


def driver_url(url: str) -> URL:
    """Give the URL with the asynchronous driver of its database.

    Raises:
        ValueError: where it names neither SQLite nor PostgreSQL.
    """
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            if not parsed.database or parsed.database == ":memory:":
                raise ValueError("the database must be a file: what is kept in memory is lost with the process")
            return parsed.set(drivername="sqlite+aiosqlite")
        case "postgresql":
            return parsed.set(drivername="postgresql+asyncpg")
        case other:
            raise ValueError(f"the database must be SQLite or PostgreSQL, not {other}")


def open_engine(url: str, identity: DatabaseIdentity | None = None) -> AsyncEngine:
    """Open an engine whose transactions are real ones on either database.

    Args:
        url: as ``Settings.database``.
        identity: what signs in to PostgreSQL, where that is neither trust nor a password in its usual places.
    """
    parsed = driver_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_async_engine(
            parsed,
            pool_size=10,
            max_overflow=10,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=identity.connect_arguments() if identity else {},
        )
    engine = create_async_engine(parsed, pool_size=6, max_overflow=6, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine


class Database:
    """Reading and writing transactions on one database.

    Args:
        url: as ``Settings.database``.
        clock: handed on to every transaction.
        seal: writes what a transaction put in its trail; runs last of all seals.
        identity: as for ``open_engine``.
    """

    def __init__(
        self,
        url: str,
        clock: Clock,
        *,
        seal: Callable[[Transaction], Awaitable[None]],
        identity: DatabaseIdentity | None = None,
    ) -> None:
        self.engine = open_engine(url, identity)
        self.clock = clock
        self._seal = seal
        self._writing_engine = self.engine.execution_options(begin="IMMEDIATE")
        self._turn: contextlib.AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if self.is_sqlite else contextlib.nullcontext()
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether there is one writer at a time, in one file."""
        return self.engine.dialect.name == "sqlite"

    @property
    def file(self) -> str | None:
        """The file of an SQLite database."""
        return self.engine.url.database if self.is_sqlite else None

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Give a session that sees one state of the database and keeps nothing."""
        async with AsyncSession(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """Give a transaction that is committed where the block ends, and leaves nothing where the block raises."""
        async with self._turn, AsyncSession(self._writing_engine, expire_on_commit=False) as session:
            transaction = Transaction(session, self.clock)
            yield transaction
            await self.finish(transaction)
        for tell in transaction.committed:
            tell()

    async def finish(self, transaction: Transaction) -> None:
        """Run the seals and commit. Apart from ``write`` so that a test can end the process on either side of it."""
        for seal in transaction.sealing:
            await seal(transaction.session)
        await self._seal(transaction)
        await transaction.session.commit()

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()

    async def answers(self) -> bool:
        """Tell whether the database answers at all."""
        async with self.engine.connect() as connection:
            return bool((await connection.execute(text("SELECT 1"))).scalar_one() == 1)


def database_seconds(session: AsyncSession) -> ColumnElement[float]:
    """Give an expression for the database's own clock, in seconds since 1970.

    Leases are measured by it, never by the injected clock: a demonstration's clock stands still, and those of several
    replicas disagree.
    """
    if session.get_bind().dialect.name == "sqlite":
        return literal_column("((julianday('now') - 2440587.5) * 86400.0)")
    return cast(extract("epoch", func.clock_timestamp()), Float)
