"""Both databases behind the one door."""

from tests.platform_api.conftest import anyio_backend, database_url, migrated_file, postgres

__all__ = ["anyio_backend", "database_url", "migrated_file", "postgres"]
