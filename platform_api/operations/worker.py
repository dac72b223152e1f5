"""The worker: takes an operation by lease and carries it out, step by step, each in one transaction.

It may be killed at any moment. What it had not committed never was; what it had committed is marked; the next worker
goes on from the first step without a mark. A worker whose lease ran out finds that its claim no longer holds, and
leaves the rest to the one that took over.
"""

import asyncio
import contextlib
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

from sqlalchemy import exc

from platform_api.audit.service import WORKER, note
from platform_api.authorization.scope import Scope
from platform_api.kit import replay
from platform_api.kit.clock import stamp
from platform_api.kit.database import Database, Transaction
from platform_api.kit.log import log_of
from platform_api.operations import repository
from platform_api.operations.models import Operation, OperationStep
from platform_api.operations.sole import SoleWorker
from platform_api.operations.state import OPERATION, Done, Failed, Kind, Outcome, Step, Superseded, Waiting
from prosess.contracts import Decision

_log = log_of("prosess.worker")
_PLATFORM = Scope.platform()
_ATTEMPTS = 5
_ANSWERS_KEPT = timedelta(days=7)
"""How long a write may be asked for again under its key and be answered as before."""
_ROUND = 3600.0
"""Seconds between rounds."""
_ROUND_AGAIN = 60.0
"""Seconds after which a round that could not be finished is begun again."""

Duty = Callable[[Transaction], Awaitable[None]]
"""What is done on every round, in a transaction of its own. It may run at any time, again, and in several workers."""


class Worker:
    """Carries out operations.

    Args:
        database: where they are.
        kinds: what is known to be done, by name.
        lease: seconds that an operation stays with a silent worker.
        poll: seconds between looks for what other processes put in the queue.
        duties: what time alone asks for; done once an hour, and as soon as a new day begins in Europe/Oslo.
    """

    def __init__(
        self,
        database: Database,
        kinds: Mapping[str, Kind],
        *,
        lease: float = 30.0,
        poll: float = 0.5,
        duties: Sequence[Duty] = (),
    ) -> None:
        self._database = database
        self._kinds = dict(kinds)
        self._lease = lease
        self._poll = poll
        self._poked = asyncio.Event()
        self._duties = (_forget_answers, *duties)
        self._round_at = 0.0
        self._round_day = ""

    def poke(self) -> None:
        """Look at once: this process has just committed something."""
        self._poked.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Carry out operations until told to stop; the step that is being done is finished first.

        On SQLite one worker works at a time: a second waits until the first is gone.
        """
        with contextlib.ExitStack() as stack:
            if self._database.file is not None:
                sole = stack.enter_context(contextlib.closing(SoleWorker(self._database.file)))
                while not sole.taken() and not stop.is_set():
                    await self._rest(stop)
                if stop.is_set():
                    return
                await self._recover()
            while not stop.is_set():
                self._poked.clear()
                try:
                    await self._round_if_due()
                    busy = await self.once()
                except (exc.DBAPIError, exc.TimeoutError, OSError) as error:
                    _log.warning("the database is away", kind=type(error).__name__)
                    busy = False
                if not busy:
                    await self._rest(stop)

    async def once(self) -> bool:
        """Take one operation and carry it as far as it goes; tell whether there was one."""
        today = self._database.clock.today().isoformat()
        async with self._database.read() as session:
            if not await repository.any_ready(_PLATFORM, session, today=today):
                return False
        async with self._database.write() as transaction:
            taken = await repository.claim(
                _PLATFORM,
                transaction.session,
                lease=self._lease,
                today=today,
                now=stamp(transaction.clock.now()),
            )
        if taken is None:
            return False
        operation_id, claim = taken
        while await self._advance(operation_id, claim):
            pass
        return True

    async def drain(self) -> None:
        """Carry out whatever is ready, until nothing is."""
        while await self.once():
            pass

    async def _advance(self, operation_id: str, claim: int) -> bool:
        """Do the first step that has no mark; tell whether there is another to be done now."""
        try:
            async with self._database.write() as transaction:
                session = transaction.session
                known = await repository.get(_PLATFORM, session, operation_id)
                kind = self._kinds.get(known.kind) if known is not None else None
                if known is not None and kind is not None:
                    await kind.lock(session, known)
                operation = await repository.held(_PLATFORM, session, operation_id, claim)
                if operation is None:
                    return False
                if kind is None or operation.attempts > _ATTEMPTS:
                    self._end(transaction, operation, Failed("OPERATION_GAVE_UP", {"attempts": operation.attempts}))
                    return False
                marks = {mark.key for mark in await repository.done(_PLATFORM, session, operation_id)}
                left = [(at, step) for at, step in enumerate(kind.steps) if step.key not in marks]
                if not left:
                    self._succeed(transaction, operation)
                    return False
                at, step = left[0]
                outcome = await step.run(transaction, operation)
                return await self._settle(transaction, operation, step, at, outcome, last=len(left) == 1)
        except (exc.DBAPIError, exc.TimeoutError, OSError) as error:
            _log.warning("a step failed", operation=operation_id, kind=type(error).__name__)
            await self._again_later(operation_id, claim)
            return False

    async def _settle(
        self, transaction: Transaction, operation: Operation, step: Step, at: int, outcome: Outcome, *, last: bool
    ) -> bool:
        now = stamp(transaction.clock.now())
        operation.updated_at = now
        match outcome:
            case Done(facts):
                mark = OperationStep(
                    operation=operation.id, key=step.key, position=at, done_at=now, facts=json.dumps(dict(facts))
                )
                transaction.session.add(mark)
                operation.attempts = 0
                operation.error = None
                if last:
                    self._succeed(transaction, operation)
                    return False
                await repository.extend(_PLATFORM, transaction.session, operation.id, lease=self._lease)
                return True
            case Waiting(decisions):
                operation.state = OPERATION.next(operation.state, "wait")
                operation.attempts = 0
                operation.decisions = _documents(decisions)
                operation.recheck_on = _tomorrow(transaction)
                transaction.session.add(operation)
            case Superseded(facts):
                operation.state = "superseded"
                operation.error = json.dumps({"code": "MANIFEST_CHANGED", "facts": dict(facts)})
                self._tell(transaction, operation, "operation:supersede")
            case Failed():
                self._end(transaction, operation, outcome)
        return False

    def _succeed(self, transaction: Transaction, operation: Operation) -> None:
        operation.state = OPERATION.next(operation.state, "succeed")
        operation.updated_at = stamp(transaction.clock.now())
        self._tell(transaction, operation, "operation:succeed")

    def _end(self, transaction: Transaction, operation: Operation, failed: Failed) -> None:
        operation.state = OPERATION.next(operation.state, "fail")
        operation.updated_at = stamp(transaction.clock.now())
        operation.error = json.dumps({"code": failed.code, "facts": dict(failed.facts)})
        if failed.decisions:
            operation.decisions = _documents(failed.decisions)
        self._tell(transaction, operation, "operation:fail", code=failed.code)

    @staticmethod
    def _tell(transaction: Transaction, operation: Operation, action: str, **facts: str) -> None:
        note(
            transaction,
            WORKER,
            action,
            f"operation/{operation.id}",
            organisation=operation.organisation,
            facts={"of": operation.object, "kind": operation.kind, **facts},
        )

    async def _again_later(self, operation_id: str, claim: int) -> None:
        """Put back what a passing fault stopped; where even that cannot be done, the lease runs out by itself."""
        with contextlib.suppress(exc.DBAPIError, exc.TimeoutError, OSError):
            async with self._database.write() as transaction:
                operation = await repository.held(_PLATFORM, transaction.session, operation_id, claim)
                if operation is not None:
                    operation.error = json.dumps({"code": "TRYING_AGAIN", "facts": {"attempts": operation.attempts}})
                    await repository.postpone(
                        _PLATFORM, transaction.session, operation, seconds=min(60.0, 2.0**operation.attempts)
                    )

    async def _round_if_due(self) -> None:
        day = self._database.clock.today().isoformat()
        if time.monotonic() < self._round_at and day == self._round_day:
            return
        self._round_at, self._round_day = time.monotonic() + _ROUND_AGAIN, day
        await self.round()
        self._round_at = time.monotonic() + _ROUND

    async def round(self) -> None:
        """Do once what time alone asks for."""
        for duty in self._duties:
            async with self._database.write() as transaction:
                await duty(transaction)

    async def _recover(self) -> None:
        async with self._database.write() as transaction:
            await repository.release_all(_PLATFORM, transaction.session)

    async def _rest(self, stop: asyncio.Event) -> None:
        waits = [asyncio.create_task(stop.wait()), asyncio.create_task(self._poked.wait())]
        _, pending = await asyncio.wait(waits, timeout=self._poll, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


def _documents(decisions: Mapping[str, Decision]) -> str:
    return json.dumps(
        {
            gate: decision.model_dump(mode="json", by_alias=True, exclude_none=True)
            for gate, decision in decisions.items()
        },
        sort_keys=True,
    )


async def _forget_answers(transaction: Transaction) -> None:
    """Let go of answers to writes that nobody will ask for again."""
    await replay.forget(transaction.session, before=stamp(transaction.clock.now() - _ANSWERS_KEPT))


def _tomorrow(transaction: Transaction) -> str:
    return (transaction.clock.today() + timedelta(days=1)).isoformat()
