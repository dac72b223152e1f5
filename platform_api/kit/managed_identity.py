"""Signing in to the database by the identity that the service runs under, where its platform gives it one.

Azure's container platforms tell their programs an address and a header by two variables of their own
(https://learn.microsoft.com/azure/container-apps/managed-identity); nothing else is kept, and nothing is secret.
"""

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

_AUDIENCE = "https://ossrdbms-aad.database.windows.net"
"""What Azure Database for PostgreSQL asks to be the token's audience."""
_VERSION = "2019-08-01"
_DEADLINE = 10.0


class IdentityUnavailableError(OSError):
    """The platform gave no token, so no connection is opened. The message holds neither header nor token."""


@dataclass(frozen=True)
class DatabaseIdentity:
    """One of the identities that the service runs under.

    Args:
        client: its client id.
        endpoint: where the platform gives tokens.
        header: what the platform knows its own programs by.
    """

    client: str
    endpoint: str
    header: str

    async def token(self) -> str:
        """Give a token for the database. Asked for each connection: a token lasts shorter than the service runs.

        Raises:
            IdentityUnavailableError: where the platform gives none.
        """
        asked = {"api-version": _VERSION, "client_id": self.client, "resource": _AUDIENCE}
        try:
            async with httpx.AsyncClient(timeout=_DEADLINE, trust_env=False) as client:
                answer = await client.get(self.endpoint, params=asked, headers={"X-IDENTITY-HEADER": self.header})
            answer.raise_for_status()
            token = answer.json()["access_token"]
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise IdentityUnavailableError(f"no token for the database: {type(error).__name__}") from None
        if not isinstance(token, str) or not token:
            raise IdentityUnavailableError("no token for the database: the answer holds none")
        return token

    def connect_arguments(self) -> dict[str, Any]:
        """Give what a connection is opened with: the token as password, over TLS with a verified server only."""
        return {"password": self.token, "ssl": ssl.create_default_context()}


def database_identity(client: str | None, environment: Mapping[str, str] = os.environ) -> DatabaseIdentity | None:
    """Give the identity of that client id; none where none is asked for.

    Raises:
        RuntimeError: where the platform tells no address to ask.
    """
    if not client:
        return None
    endpoint, header = environment.get("IDENTITY_ENDPOINT"), environment.get("IDENTITY_HEADER")
    if not endpoint or not header:
        raise RuntimeError(
            "PROSESS_DATABASE_IDENTITY needs IDENTITY_ENDPOINT and IDENTITY_HEADER, which the container platform sets"
        )
    return DatabaseIdentity(client, endpoint, header)
