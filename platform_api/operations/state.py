"""The states of an operation, and what a step may come to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import JsonValue
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.kit.database import Transaction
from platform_api.operations.models import Operation
from prosess.contracts import Decision
from prosess.domain.machine import Machine

OPERATION = Machine(
    name="operation",
    initial="queued",
    transitions={
        "queued": {"claim": "running", "cancel": "cancelled", "supersede": "superseded"},
        "running": {"wait": "waiting", "succeed": "succeeded", "fail": "failed", "retry": "queued"},
        "waiting": {"wake": "queued", "cancel": "cancelled", "supersede": "superseded"},
        "failed": {"retry": "queued"},
        "succeeded": {},
        "cancelled": {},
        "superseded": {},
    },
)

OPEN = frozenset({"queued", "running", "waiting"})


@dataclass(frozen=True)
class Done:
    """The step's effects are in the transaction."""

    facts: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True)
class Waiting:
    """Somebody must do something first; who and what stands in the decisions."""

    decisions: Mapping[str, Decision]


@dataclass(frozen=True)
class Failed:
    """It cannot be done, and trying again changes nothing."""

    code: str
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)


@dataclass(frozen=True)
class Superseded:
    """What it was asked for has changed."""

    facts: Mapping[str, JsonValue] = field(default_factory=dict)


Outcome = Done | Waiting | Failed | Superseded


class Step(Protocol):
    """One step of an operation. It may run more than once; its effects are committed with its mark."""

    @property
    def key(self) -> str:
        """Its name within the operation."""

    async def run(self, transaction: Transaction, operation: Operation) -> Outcome:
        """Do it, inside the transaction."""


@dataclass(frozen=True)
class Kind:
    """A kind of operation: its steps in order, and what must be locked before the operation itself."""

    name: str
    steps: tuple[Step, ...]
    lock: Callable[[AsyncSession, Operation], Awaitable[None]]
