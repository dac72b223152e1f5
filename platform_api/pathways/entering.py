"""The operation by which a pathway enters an environment: its gates are judged when it runs, not when it was asked."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.service import WORKER, note
from platform_api.authorization.scope import Scope
from platform_api.kit.database import Transaction
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications import service as notifications
from platform_api.operations.models import Operation
from platform_api.operations.state import Done, Failed, Kind, Outcome, Superseded, Waiting
from platform_api.pathways import repository
from platform_api.pathways.change import Statement, binding
from platform_api.pathways.gates import GateKeeper
from platform_api.pathways.models import PathwayEntry, PathwayRow
from platform_api.pathways.workflow import Judgement, Judging, Known, know
from prosess.contracts import Decision
from prosess.domain.access import Stage
from prosess.domain.dependency import WorkingDay
from prosess.domain.gate import GateId
from prosess.domain.machine import PATHWAY

_PLATFORM = Scope.platform()
CHECKS = frozenset({GateId.G0, GateId.G1, GateId.G2})
"""Gates that need nobody but the team itself: when they are open, the manifest's checks have passed."""


async def _lock(session: AsyncSession, operation: Operation) -> None:
    await repository.get(_PLATFORM, session, operation.object.partition("/")[2], lock=True)


@dataclass(frozen=True)
class _GateStep(ABC):
    reviewed: Reviewed
    judging: Judging
    key: str

    async def run(self, transaction: Transaction, operation: Operation) -> Outcome:
        """Judge, tell those who can unblock what is closed, and go on or wait."""
        environment = self.reviewed.environments.get(operation.environment or "")
        if environment is None:
            return Failed("ENVIRONMENT_GONE", {"environment": operation.environment})
        row = await repository.get(_PLATFORM, transaction.session, operation.object.partition("/")[2])
        if row is None:
            return Failed("NOT_FOUND")
        known = await know(transaction.session, row)
        if binding(known.manifest, Statement.APPROVAL) != operation.binding:
            await notifications.settle(transaction, operation.id)
            return Superseded({"manifest": row.digest})
        judgement = await self.judging.judge(transaction.session, known, environment, transaction.clock)
        closed = judgement.closed()
        await notifications.tell(transaction, operation, closed, self.reviewed)
        return await self._go_on(transaction, operation, known, environment.stage, judgement, closed)

    @abstractmethod
    async def _go_on(
        self,
        transaction: Transaction,
        operation: Operation,
        known: Known,
        stage: Stage,
        judgement: Judgement,
        closed: dict[str, Decision],
    ) -> Outcome:
        """Do what this step does, or wait."""

    def _note(
        self, transaction: Transaction, operation: Operation, action: str, row: PathwayRow, judgement: Judgement
    ) -> None:
        digests = {gate.value: decision.digest for gate, decision in judgement.gates.items()}
        note(
            transaction, WORKER, action, operation.object, organisation=row.organisation,
            facts={
                "operation": operation.id, "environment": operation.environment, "manifest": row.digest,
                "state": row.state, "gates": dict(digests), "policy_revision": self.judging.gates.revision,
            },
            decision=judgement.approval,
        )  # fmt: skip


class Checks(_GateStep):
    """The gates that the team itself can open."""

    async def _go_on(
        self,
        transaction: Transaction,
        operation: Operation,
        known: Known,
        stage: Stage,  # noqa: ARG002 - checks are the same for every stage
        judgement: Judgement,
        closed: dict[str, Decision],
    ) -> Outcome:
        if closed.keys() & {gate.value for gate in CHECKS}:
            return Waiting(closed)
        if known.row.state == "submitted":
            known.row.state = PATHWAY.next(known.row.state, "pass_checks")
            self._note(transaction, operation, "pathway:pass_checks", known.row, judgement)
        return Done({"state": known.row.state})


class Enter(_GateStep):
    """Every gate and the approval, judged in the same transaction that lets the pathway in."""

    async def _go_on(
        self,
        transaction: Transaction,
        operation: Operation,
        known: Known,
        stage: Stage,
        judgement: Judgement,
        closed: dict[str, Decision],
    ) -> Outcome:
        if closed:
            return Waiting(closed)
        row = known.row
        for event in _events(row.state, stage):
            row.state = PATHWAY.next(row.state, event)
        await self._let_in(transaction, operation, row)
        self._note(transaction, operation, "pathway:enter", row, judgement)
        return Done({"state": row.state, "manifest": row.digest})

    @staticmethod
    async def _let_in(transaction: Transaction, operation: Operation, row: PathwayRow) -> None:
        approved_on = transaction.clock.today().isoformat()
        entry = await repository.entry(_PLATFORM, transaction.session, row.id, operation.environment or "")
        if entry is None:
            transaction.session.add(
                PathwayEntry(
                    pathway=row.id,
                    environment=operation.environment,
                    manifest=row.digest,
                    approved_on=approved_on,
                    operation=operation.id,
                )
            )
            return
        entry.manifest, entry.approved_on, entry.operation = row.digest, approved_on, operation.id


def _events(state: str, stage: Stage) -> tuple[str, ...]:
    """Give the events that lead from a state into a stage; none where the pathway is there already, or beyond."""
    if stage is Stage.PROD:
        return {
            "checks_passed": ("ask_for_ros", "accept_ros", "approve_prod"),
            "ros_pending": ("accept_ros", "approve_prod"),
            "ros_accepted": ("approve_prod",),
            "in_test": ("approve_prod",),
            "change_pending": ("pass_checks",),
        }.get(state, ())
    return ("enter_test",) if state in ("checks_passed", "ros_accepted") else ()


def entering(
    reviewed: Reviewed, gates: GateKeeper, working_day: WorkingDay, *, local_identity: bool
) -> tuple[Kind, Judging]:
    """Give the kind of operation by which a pathway enters an environment, and what it judges by."""
    judging = Judging(reviewed.region, gates, working_day, local_identity=local_identity)
    steps = (Checks(reviewed, judging, "checks"), Enter(reviewed, judging, "enter"))
    return Kind("pathway_entering", steps, _lock), judging
