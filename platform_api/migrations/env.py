"""Alembic's environment: runs on the connection that it is given (``platform_api.migrations.run``)."""

from alembic import context
from sqlalchemy import Connection

import platform_api.migrations.tables
from platform_api.kit.database import Base

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()

__all__ = ["platform_api"]
