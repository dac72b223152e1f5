"""The engines under one contract: the embedded one always, the real OPA as program and server in ``make verify``."""

import asyncio
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pydantic import JsonValue

from policies.engine.binary import OpaBinary, find_opa
from policies.engine.bundle import RuleBundle, load
from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import PolicyError, Request
from policies.engine.server import OpaServer, ServerSettings
from tests.real import missing

Answers = list[JsonValue | PolicyError]
Ask = Callable[[RuleBundle, Sequence[Request]], Answers]
"""Put requests to an engine that holds some rules."""


@pytest.fixture(scope="session")
def opa() -> Path:
    """The real program. In ``make verify`` its absence is a failure, never a skip."""
    found = find_opa()
    if found is None:
        missing("there is no opa: run `make tools`, or set PROSESS_OPA")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(opa: Path, bundle: RuleBundle, folder: Path) -> Iterator[ServerSettings]:
    """An OPA server that holds the rules as a bundle, until the end of the block."""
    archive = folder / f"{bundle.revision[7:19]}.tar.gz"
    archive.write_bytes(bundle.archive())
    port = free_port()
    command = [str(opa), "run", "--server", "--addr", f"127.0.0.1:{port}", "--log-level", "error", "-b", str(archive)]
    settings = ServerSettings(port=port, deadline=5.0)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        began = time.monotonic()
        while not asyncio.run(_healthy(settings, bundle)):
            if process.poll() is not None or time.monotonic() - began > 20:
                raise RuntimeError("the OPA server did not start")
            time.sleep(0.05)
        yield settings
    finally:
        process.terminate()
        process.wait(timeout=10)


async def _healthy(settings: ServerSettings, bundle: RuleBundle) -> bool:
    async with OpaServer(settings, bundle) as server:
        return await server.healthy()


async def ask_server(settings: ServerSettings, bundle: RuleBundle, requests: Sequence[Request]) -> Answers:
    answers: Answers = []
    async with OpaServer(settings, bundle) as server:
        for entrypoint, input_ in requests:
            try:
                answers.append(await server.aevaluate(entrypoint, input_))
            except PolicyError as error:
                answers.append(error)
    return answers


@pytest.fixture(
    scope="session",
    params=[
        "embedded",
        pytest.param("binary", marks=pytest.mark.verify),
        pytest.param("server", marks=pytest.mark.verify),
    ],
)
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """One of the engines; each set of rules is loaded once."""
    engines: dict[str, EmbeddedEngine | OpaBinary] = {}
    servers: dict[str, ServerSettings] = {}
    with ExitStack() as stack:

        def put(bundle: RuleBundle, requests: Sequence[Request]) -> Answers:
            key = bundle.revision
            if request.param == "server":
                if key not in servers:
                    opa: Path = request.getfixturevalue("opa")
                    servers[key] = stack.enter_context(serving(opa, bundle, tmp_path_factory.mktemp("bundle")))
                return asyncio.run(ask_server(servers[key], bundle, requests))
            if key not in engines:
                engines[key] = (
                    EmbeddedEngine(bundle)
                    if request.param == "embedded"
                    else OpaBinary(request.getfixturevalue("opa"), bundle)
                )
            return engines[key].evaluate_many(requests)

        yield put
        for engine in engines.values():
            if isinstance(engine, EmbeddedEngine):
                engine.close()


@pytest.fixture(scope="session")
def rules() -> RuleBundle:
    """The project's own rules."""
    return load()
