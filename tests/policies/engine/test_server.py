"""A server that is asked over HTTP, and everything that it may answer oddly. The server here is a stub."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiohttp import web
from pydantic import JsonValue

from policies.engine.bundle import Module, RuleBundle
from policies.engine.protocol import AsyncPolicyEngine, PolicyError, PolicyErrorCode
from policies.engine.server import OpaServer, ServerSettings

RULES = RuleBundle((Module("gates.rego", "package gates\n\ndecision := input\n"),))
PROVENANCE = {"version": "1", "bundles": {"b": {"revision": RULES.revision}}}

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Stub:
    """A server that answers as it is told and remembers what it was asked."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, dict[str, str], JsonValue]] = []
        self.port = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.path, dict(request.query), await request.json()))
        if self.answer is not None:
            return await self.answer(request)
        return web.json_response({"result": {"allow": True}, "provenance": PROVENANCE})

    @asynccontextmanager
    async def serve(self) -> AsyncIterator[None]:
        application = web.Application()
        application.router.add_post("/v1/data/{path:.*}", self.handle)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        try:
            yield
        finally:
            await runner.cleanup()


def says(body: Any, status: int = 200, content_type: str = "application/json") -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        text = body if isinstance(body, str) else json.dumps(body)
        return web.Response(text=text, status=status, content_type=content_type)

    return answer


def ask(
    stub: Stub, entrypoint: str = "gates/decision", input_: JsonValue = None, times: int = 1, **settings: Any
) -> list[JsonValue | PolicyError]:
    async def run() -> list[JsonValue | PolicyError]:
        answers: list[JsonValue | PolicyError] = []
        async with stub.serve(), OpaServer(ServerSettings(port=stub.port, **settings), RULES) as server:
            assert isinstance(server, AsyncPolicyEngine)
            for _ in range(times):
                try:
                    answers.append(await server.aevaluate(entrypoint, input_ if input_ is not None else {"a": 1}))
                except PolicyError as error:
                    answers.append(error)
        return answers

    return asyncio.run(run())


def code(answer: JsonValue | PolicyError) -> str:
    assert isinstance(answer, PolicyError)
    return answer.code.value


def test_a_decision_is_asked_for_by_the_rules_own_name() -> None:
    stub = Stub()
    assert ask(stub, input_={"text": "A\u030a"}) == [{"allow": True}]
    assert stub.asked == [("/v1/data/gates/decision", {"provenance": "true"}, {"input": {"text": "Å"}})]


@pytest.mark.parametrize("entrypoint", ["../../v1/policies", "gates/decision/../x", "gates", "", "gates/decision?x=1"])
def test_a_name_that_is_not_the_rules_never_reaches_the_server(entrypoint: str) -> None:
    stub = Stub()
    assert code(ask(stub, entrypoint)[0]) == "POLICY_ENTRYPOINT_UNKNOWN"
    assert stub.asked == []


@pytest.mark.parametrize("input_", [{"a": "\0"}, {"a": float("nan")}, {"a": 2**60}, {"a": "x" * 20000}])
def test_odd_input_never_reaches_the_server(input_: JsonValue) -> None:
    stub = Stub()
    assert code(ask(stub, input_=input_)[0]) in {"POLICY_INPUT_INVALID", "POLICY_INPUT_TOO_LARGE"}
    assert stub.asked == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (says({}), "POLICY_MALFORMED"),
        (says([]), "POLICY_MALFORMED"),
        (says("nonsense"), "POLICY_MALFORMED"),
        (says("", content_type="application/json"), "POLICY_MALFORMED"),
        (says("<html>", content_type="text/html"), "POLICY_MALFORMED"),
        (says({"provenance": PROVENANCE}), "POLICY_MALFORMED"),
        (says({"result": {"allow": True}}), "POLICY_REVISION_UNEXPECTED"),
        (says({"result": 1, "provenance": {"bundles": {"b": {"revision": "old"}}}}), "POLICY_REVISION_UNEXPECTED"),
        (says({"result": 1, "provenance": {"bundles": [RULES.revision]}}), "POLICY_REVISION_UNEXPECTED"),
        (says({"result": 1}, status=500), "POLICY_UNAVAILABLE"),
        (says({"result": 1}, status=503), "POLICY_UNAVAILABLE"),
        (says({"result": 1}, status=401), "POLICY_UNAVAILABLE"),
    ],
)
def test_an_odd_answer_is_an_error(answer: Answer, expected: str) -> None:
    assert code(ask(Stub(answer))[0]) == expected


def test_an_answer_of_false_or_nothing_is_an_answer() -> None:
    assert ask(Stub(says({"result": False, "provenance": PROVENANCE}))) == [False]
    assert ask(Stub(says({"result": None, "provenance": PROVENANCE}))) == [None]


def test_a_failing_server_is_asked_once_and_then_left_alone() -> None:
    stub = Stub(says({}, status=500))
    answers = ask(stub, times=8, failures=3)
    assert {code(answer) for answer in answers} == {"POLICY_UNAVAILABLE"}
    assert len(stub.asked) == 3


def test_a_late_answer_is_none() -> None:
    async def late(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.5)
        return web.json_response({"result": True})

    assert code(ask(Stub(late), deadline=0.05)[0]) == "POLICY_UNAVAILABLE"


def test_nobody_there_is_unavailable() -> None:
    async def run() -> PolicyErrorCode:
        async with OpaServer(ServerSettings(port=1), RULES) as server:
            assert not await server.healthy()
            with pytest.raises(PolicyError) as caught:
                await server.aevaluate("gates/decision", {})
            return caught.value.code

    assert asyncio.run(run()) is PolicyErrorCode.UNAVAILABLE


def test_outside_its_context_it_is_unavailable() -> None:
    server = OpaServer(ServerSettings(), RULES)
    with pytest.raises(PolicyError) as caught:
        asyncio.run(server.aevaluate("gates/decision", {}))
    assert caught.value.code is PolicyErrorCode.UNAVAILABLE


def test_after_the_pause_one_request_tries_the_server() -> None:
    clock = [0.0]
    healthy = [False]

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"result": 1, "provenance": PROVENANCE}, status=200 if healthy[0] else 500)

    stub = Stub(answer)

    async def run() -> list[int]:
        asked = []
        settings = ServerSettings(port=stub.port, failures=2, pause=10)
        async with OpaServer(settings, RULES, monotonic=lambda: clock[0]) as server:

            async def once() -> None:
                with suppress(PolicyError):
                    await server.aevaluate("gates/decision", {})
                asked.append(len(stub.asked))

            for _ in range(3):
                await once()
            clock[0] = 10.0
            await once()
            await once()
            clock[0] = 20.0
            healthy[0] = True
            await once()
            await once()
        return asked

    async def served() -> list[int]:
        async with stub.serve():
            return await run()

    # two failures, left alone; after 10 s one try, left alone; after 20 s it answers, and is asked again
    assert asyncio.run(served()) == [1, 2, 2, 3, 3, 4, 5]


def test_contradicting_rules_do_not_open_the_circuit() -> None:
    stub = Stub(says({}))
    assert {code(answer) for answer in ask(stub, times=6, failures=2)} == {"POLICY_MALFORMED"}
    assert len(stub.asked) == 6
