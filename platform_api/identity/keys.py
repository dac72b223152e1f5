"""Where the keys come from that prove a token."""

import time
from typing import Protocol

import httpx
from joserfc import jwk
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

_FRESH_FOR = 600.0
_ASK_AGAIN_AFTER = 30.0
"""Seconds before an unknown key id makes us ask the issuer again, so that made-up ids cannot make us a nuisance."""


class UnknownKeyError(LookupError):
    """No trusted key has that id."""


class KeySource(Protocol):
    """Finds the key with an id."""

    async def key(self, kid: str) -> jwk.Key:
        """Give the public key.

        Raises:
            UnknownKeyError: where no trusted key has the id, or the keys cannot be had.
        """


class FixedKeys:
    """Keys that are known from the start."""

    def __init__(self, keys: KeySet) -> None:
        self._keys = {key.kid: key for key in keys.keys}

    async def key(self, kid: str) -> jwk.Key:
        """Give the key with an id."""
        found = self._keys.get(kid)
        if found is None:
            raise UnknownKeyError
        return found


class IssuerKeys:
    """The keys that an OpenID provider publishes (its JWKS), kept for ten minutes."""

    def __init__(self, url: str, client: httpx.AsyncClient) -> None:
        self._url = url
        self._client = client
        self._keys: dict[str | None, jwk.Key] = {}
        self._asked = float("-inf")

    async def key(self, kid: str) -> jwk.Key:
        """Give the key with an id, asking the issuer where it is not known and we have not just asked."""
        age = time.monotonic() - self._asked
        if age > _FRESH_FOR or (kid not in self._keys and age > _ASK_AGAIN_AFTER):
            await self._ask()
        found = self._keys.get(kid)
        if found is None:
            raise UnknownKeyError
        return found

    async def _ask(self) -> None:
        self._asked = time.monotonic()
        try:
            response = await self._client.get(self._url, timeout=5)
            response.raise_for_status()
            keys = KeySet.import_key_set(response.json())
        except (httpx.HTTPError, JoseError, ValueError, KeyError, TypeError):
            return  # what was trusted ten minutes ago is still better than nothing; a new key waits
        self._keys = {key.kid: key for key in keys.keys if key.kid and key.get("use") != "enc"}
