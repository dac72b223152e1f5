"""Idempotency keys: what was answered to a write is kept with the write itself, and answered again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String, Text, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from platform_api.kit.database import Base


class IdempotencyKey(Base):
    """One write that somebody gave a key."""

    __tablename__ = "idempotency_key"

    subject: Mapped[str] = mapped_column(String(128), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    request: Mapped[str] = mapped_column(String(71))
    """Digest of the request: the same key with another request is a mistake, never a second answer."""
    status: Mapped[int | None]
    headers: Mapped[str | None] = mapped_column(Text)
    body: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[str] = mapped_column(String(27), index=True)


async def take(session: AsyncSession, subject: str, key: str, request: str, *, now: str) -> IdempotencyKey | None:
    """Take a key for this transaction; give what was answered before where it is taken already.

    A transaction that holds the key just now is waited for: its commit decides.
    """
    values: Mapping[str, Any] = {"subject": subject, "key": key, "request": request, "created_at": now}
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    written = await session.execute(
        insert(IdempotencyKey).values(**values).on_conflict_do_nothing().returning(IdempotencyKey.key)
    )
    if written.first() is not None:
        return None
    query = select(IdempotencyKey).where(IdempotencyKey.subject == subject, IdempotencyKey.key == key)
    return (await session.execute(query)).scalar_one()


async def keep(session: AsyncSession, subject: str, key: str, *, status: int, headers: str, body: str) -> None:
    """Keep the answer beside the write."""
    await session.execute(
        update(IdempotencyKey)
        .where(IdempotencyKey.subject == subject, IdempotencyKey.key == key)
        .values(status=status, headers=headers, body=body)
        .execution_options(synchronize_session=False)
    )


async def forget(session: AsyncSession, *, before: str) -> None:
    """Let go of keys that are older than a moment."""
    await session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < before))
