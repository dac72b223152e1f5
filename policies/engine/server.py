"""The real Open Policy Agent as a server, asked over HTTP.

The client of ``opa-python-client`` is used for one call only, ``query_rule``: it has no retries here (a decision
that is late is a denial, and asking again makes a server in trouble worse), its session lives as long as this
object, and everything that it may raise or return oddly becomes a :class:`PolicyError`. Rules reach the server as a
bundle whose manifest carries their revision; an answer by any other revision is refused.
"""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp
from opa_client import AsyncOpaClient
from pydantic import JsonValue

from policies.engine import bundle as rules
from policies.engine import payload
from policies.engine.protocol import PolicyError, PolicyErrorCode


@dataclass(frozen=True)
class ServerSettings:
    """Where the server is, and how long it is waited for."""

    host: str = "127.0.0.1"
    port: int = 8181
    tls: bool = False
    """Whether HTTPS is spoken; the machine's certificate authorities are trusted."""
    token: str | None = None
    """Bearer token, never logged."""
    deadline: float = 1.0
    """Seconds that one answer may take, connecting included."""
    failures: int = 5
    """Failures in a row after which the server is left alone."""
    pause: float = 10.0
    """Seconds for which it is left alone; then one request tries it."""


class OpaServer:
    """The rules, judged by an OPA server that holds them as a bundle.

    Use it as an asynchronous context: the session is opened and closed with it.

    Args:
        settings: where the server is.
        bundle: the rules that it must hold; the project's own where none are given.
        check_revision: whether an answer by another revision is refused. Off only where the server is known to be
            given its rules as plain files, which have no revision.
        monotonic: seconds that only grow.
    """

    def __init__(
        self,
        settings: ServerSettings,
        bundle: rules.RuleBundle | None = None,
        *,
        check_revision: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._rules = bundle or rules.load()
        self._entrypoints = frozenset(self._rules.entrypoints)
        self._check_revision = check_revision
        self._circuit = _Circuit(settings.failures, settings.pause, monotonic)
        self._client: Any = None

    async def __aenter__(self) -> Self:
        client = AsyncOpaClient(
            host=self._settings.host,
            port=self._settings.port,
            ssl=self._settings.tls,
            token=self._settings.token,
            retries=0,
            timeout=self._settings.deadline,
        )
        self._client = await client.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close_connection()

    @property
    def name(self) -> str:
        """``opa server``: which version answers is the operator's to know."""
        return "opa server"

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules that the server must hold."""
        return self._rules.revision

    async def aevaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        """Give the value of an entry point for one input, within the deadline.

        Raises:
            PolicyError: in every case but a well-formed answer by the expected rules.
        """
        # The client puts the name into the URL as it is: only names of our own rules get that far.
        if entrypoint not in self._entrypoints:
            raise PolicyError(PolicyErrorCode.ENTRYPOINT_UNKNOWN, "the rules have no such entry point")
        document = json.loads(payload.encode(input_, entrypoint=entrypoint))
        if self._client is None:
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, "the session is not open", entrypoint=entrypoint)
        self._circuit.enter(entrypoint)
        try:
            answer = await self._ask(entrypoint, document)
        except PolicyError as error:
            self._circuit.count(failed=error.code is PolicyErrorCode.UNAVAILABLE)
            raise
        self._circuit.count(failed=False)
        return answer

    async def healthy(self) -> bool:
        """Tell whether the server runs and has activated its bundle."""
        if self._client is None:
            return False
        try:
            async with asyncio.timeout(self._settings.deadline):
                return bool(await self._client.check_health(query={"bundles": "true"}))
        except TimeoutError:
            return False

    async def _ask(self, entrypoint: str, document: JsonValue) -> JsonValue:
        package, _, rule = entrypoint.rpartition("/")
        try:
            async with asyncio.timeout(self._settings.deadline):
                body = await self._client.query_rule(document, package, rule, {"provenance": "true"})
        except TimeoutError:
            raise PolicyError(
                PolicyErrorCode.UNAVAILABLE, f"no answer within {self._settings.deadline} s", entrypoint=entrypoint
            ) from None
        except aiohttp.ContentTypeError:
            raise _malformed("the answer is not JSON", entrypoint) from None
        except (aiohttp.ClientError, OSError):
            raise PolicyError(
                PolicyErrorCode.UNAVAILABLE, "the server cannot be asked", entrypoint=entrypoint
            ) from None
        except ValueError:
            raise _malformed("the answer is not JSON", entrypoint) from None
        if not isinstance(body, dict) or "result" not in body:
            raise _malformed("the answer is undefined", entrypoint)
        if self._check_revision and self._rules.revision not in _revisions(body):
            raise PolicyError(
                PolicyErrorCode.REVISION_UNEXPECTED, "the server holds other rules", entrypoint=entrypoint
            )
        result: JsonValue = body["result"]
        return result


class _Circuit:
    """Leaves a server alone that failed several times in a row, then lets one request try it."""

    def __init__(self, failures: int, pause: float, monotonic: Callable[[], float]) -> None:
        self._limit = failures
        self._pause = pause
        self._monotonic = monotonic
        self._failed = 0
        self._open_until: float | None = None

    def enter(self, entrypoint: str) -> None:
        if self._open_until is None:
            return
        if self._monotonic() < self._open_until:
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, "the server is left alone for now", entrypoint=entrypoint)
        # One request goes through; the others wait for what it finds.
        self._open_until = self._monotonic() + self._pause

    def count(self, *, failed: bool) -> None:
        if not failed:
            self._failed, self._open_until = 0, None
            return
        self._failed += 1
        if self._failed >= self._limit:
            self._open_until = self._monotonic() + self._pause


def _revisions(body: dict[str, Any]) -> set[str]:
    """Revisions of the bundles that an answer rests on."""
    provenance = body.get("provenance")
    bundles = provenance.get("bundles") if isinstance(provenance, dict) else None
    return {
        bundle["revision"]
        for bundle in (bundles.values() if isinstance(bundles, dict) else ())
        if isinstance(bundle, dict) and isinstance(bundle.get("revision"), str)
    }


def _malformed(detail: str, entrypoint: str) -> PolicyError:
    return PolicyError(PolicyErrorCode.MALFORMED, detail, entrypoint=entrypoint)
