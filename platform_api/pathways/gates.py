"""The port to the gates' rules: facts in, one decision for each gate out, and never an exception.

The rules are Rego (``policies/rules/onboarding``). In process they run in the engine's own bounded pool, an interpreter
a thread, so that the event loop goes on answering; or an OPA server is asked. What cannot be judged is a denial with
its reason (law 1): :mod:`policies.gates` sees to that.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Protocol
from urllib.parse import urlsplit

from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import AsyncPolicyEngine
from policies.gates import ajudge
from prosess.contracts import Decision
from prosess.domain.gate import GateId
from prosess.domain.gate_facts import GateFacts


class GateKeeper(Protocol):
    """Judges gates."""

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules."""

    async def judge(self, facts: GateFacts, *, data_revision: str) -> dict[GateId, Decision]:
        """Give one decision for each gate that the facts ask for."""

    async def start(self) -> None:
        """Connect to the engine."""

    async def close(self) -> None:
        """Let go of the engine."""


class RuleGates:
    """Judges by the reviewed rules.

    Args:
        engine: what evaluates them.
        connection: entered at the start and left at the end, where the engine is elsewhere.
        closing: lets go of an engine in this process.
    """

    def __init__(
        self,
        engine: AsyncPolicyEngine,
        *,
        connection: AbstractAsyncContextManager[object] | None = None,
        closing: Callable[[], None] | None = None,
    ) -> None:
        self._engine = engine
        self._connection = connection
        self._closing = closing
        self._held = AsyncExitStack()

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules."""
        return self._engine.revision

    async def judge(self, facts: GateFacts, *, data_revision: str) -> dict[GateId, Decision]:
        """Give one decision for each gate that the facts ask for."""
        return await ajudge(facts, self._engine, data_revision=data_revision)

    async def start(self) -> None:
        """Open the connection to an OPA server; in process there is nothing to open."""
        if self._connection is not None:
            await self._held.enter_async_context(self._connection)

    async def close(self) -> None:
        """Let go of the engine."""
        await self._held.aclose()
        if self._closing is not None:
            self._closing()


def open_gate_keeper(engine: str, *, token: str | None = None) -> GateKeeper:
    """Take an engine: ``embedded``, or the address of an OPA server such as ``http://127.0.0.1:8181``.

    Raises:
        policies.engine.protocol.PolicyError: where the rules cannot be used.
        ValueError: where the address is none.
    """
    if engine == "embedded":
        embedded = EmbeddedEngine()
        return RuleGates(embedded, closing=embedded.close)
    address = urlsplit(engine)
    if address.scheme not in ("http", "https") or not address.hostname or address.path.strip("/"):
        raise ValueError("PROSESS_POLICY_ENGINE must be `embedded` or an address such as http://127.0.0.1:8181")
    from policies.engine.server import (
        OpaServer,
        ServerSettings,
    )  # an HTTP client that the embedded engine can do without

    tls = address.scheme == "https"
    port = address.port or (443 if tls else 8181)
    server = OpaServer(ServerSettings(host=address.hostname, port=port, tls=tls, token=token))
    return RuleGates(server, connection=server)
