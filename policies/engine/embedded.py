"""The engine inside the process: regopy (rego-cpp), with nothing beside Python.

It is used in the one way that measured well and safe: a bundle compiled once, input as JSON text
(:mod:`policies.engine.payload`), one interpreter a thread, and every oddity an error. It has no compile-time
safety, so the rules are compiled and tested by the real OPA as well (``make verify``).
"""

import asyncio
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

import regopy
from pydantic import JsonValue

from policies.engine import bundle as rules
from policies.engine import payload
from policies.engine.protocol import PolicyError, PolicyErrorCode, Request

_NATIVE = threading.Lock()
"""Held while the library works. Two threads that query one bundle at a time end the process now and then (rego-cpp
counts what they share without guarding it), however many interpreters there are."""


class EmbeddedEngine:
    """Rules compiled once and evaluated by one interpreter per thread.

    Args:
        bundle: the rules; the project's own where none are given.
        threads: size of the pool behind :meth:`aevaluate`; one per core, at most four, where not given.
        waiting: requests that may wait for a thread; one more is refused at once (``POLICY_UNAVAILABLE``).
        deadline: seconds that an awaited answer may take.

    Raises:
        PolicyError: ``POLICY_RULES_INVALID`` where the rules cannot be compiled.
    """

    def __init__(
        self,
        bundle: rules.RuleBundle | None = None,
        *,
        threads: int | None = None,
        waiting: int = 256,
        deadline: float = 2.0,
    ) -> None:
        self._rules = bundle or rules.load()
        self._rules.check()
        self._entrypoints = frozenset(self._rules.entrypoints)
        with _NATIVE:
            self._bundle = _compile(self._rules)
        self._interpreters = threading.local()
        self._threads = threads or min(4, os.cpu_count() or 1)
        self._pool: ThreadPoolExecutor | None = None
        self._pool_lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(waiting + self._threads)
        self._deadline = deadline
        self._name = f"regopy {version('regopy')}"

    @property
    def name(self) -> str:
        """``regopy`` and its version."""
        return self._name

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules."""
        return self._rules.revision

    @property
    def bundle(self) -> rules.RuleBundle:
        """The rules that it judges by."""
        return self._rules

    def evaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        """Give the value of an entry point for one input, in the calling thread.

        Raises:
            PolicyError: in every case but a well-formed answer.
        """
        if entrypoint not in self._entrypoints:
            raise PolicyError(PolicyErrorCode.ENTRYPOINT_UNKNOWN, "the rules have no such entry point")
        text = payload.encode(input_, entrypoint=entrypoint)
        try:
            with _NATIVE:
                expressions = self._asked(entrypoint, text)
        except (regopy.RegoError, ValueError):
            # The engine's message is a syntax tree that may hold input: it is not passed on.
            raise PolicyError(
                PolicyErrorCode.MALFORMED, "the engine gave no readable answer", entrypoint=entrypoint
            ) from None
        if len(expressions) != 1:
            raise PolicyError(
                PolicyErrorCode.MALFORMED, "the answer is undefined or contradicts itself", entrypoint=entrypoint
            )
        answer: JsonValue = expressions[0]
        return answer

    def _asked(self, entrypoint: str, text: str) -> list[JsonValue]:
        """Ask the library; what it answered with is given back to it before this returns."""
        interpreter = self._interpreter()
        interpreter.set_input_term(text)
        output = interpreter.query_bundle_entrypoint(self._bundle, entrypoint)
        return list(output.results[0].expressions) if output.ok() and len(output.results) == 1 else []

    def evaluate_many(self, requests: Sequence[Request]) -> list[JsonValue | PolicyError]:
        """Answer many requests in their order; one that fails is answered by its error."""
        answers: list[JsonValue | PolicyError] = []
        for entrypoint, input_ in requests:
            try:
                answers.append(self.evaluate(entrypoint, input_))
            except PolicyError as error:
                answers.append(error)
        return answers

    async def aevaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        """Give the value of an entry point for one input, from the pool and within the deadline.

        Raises:
            PolicyError: ``POLICY_UNAVAILABLE`` where the pool is full or the answer late, and as ``evaluate``.
        """
        if not self._slots.acquire(blocking=False):
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, "too many decisions are waiting", entrypoint=entrypoint)
        future = self._executor().submit(self.evaluate, entrypoint, input_)
        future.add_done_callback(lambda _: self._slots.release())
        try:
            async with asyncio.timeout(self._deadline):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            raise PolicyError(
                PolicyErrorCode.UNAVAILABLE, f"no answer within {self._deadline} s", entrypoint=entrypoint
            ) from None

    def close(self) -> None:
        """Let the pool's threads end; decisions that wait are cancelled."""
        with self._pool_lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _interpreter(self) -> regopy.Interpreter:
        interpreter = getattr(self._interpreters, "of_this_thread", None)
        if interpreter is None:
            interpreter = _silent_interpreter()
            self._interpreters.of_this_thread = interpreter
        return interpreter

    def _executor(self) -> ThreadPoolExecutor:
        with self._pool_lock:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="policy")
            return self._pool


def _silent_interpreter() -> regopy.Interpreter:
    interpreter = regopy.Interpreter()
    # It would otherwise print parts of what it reads to the process's standard output.
    interpreter.log_level = regopy.LogLevel.NONE
    return interpreter


def _compile(bundle: rules.RuleBundle) -> regopy.Bundle:
    interpreter = _silent_interpreter()
    for module in bundle.modules:
        try:
            interpreter.add_module(module.path, module.source)
        except regopy.RegoError:
            raise PolicyError(PolicyErrorCode.RULES_INVALID, f"{module.path} cannot be parsed") from None
    try:
        compiled = interpreter.build(None, list(bundle.entrypoints))
    except (regopy.RegoError, ValueError):
        compiled = None
    if compiled is None or not compiled.ok():
        raise PolicyError(PolicyErrorCode.RULES_INVALID, "the rules cannot be compiled together")
    return compiled
