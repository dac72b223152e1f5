"""What an operation looks like from outside."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import Field, JsonValue

from platform_api.audit.chain import By
from platform_api.kit.problem import WordedReason, word
from platform_api.kit.wording import say
from platform_api.kit.wording import word as phrase
from platform_api.operations.models import Operation, OperationStep
from prosess.contracts import Decision
from prosess.domain.base import Model
from prosess.domain.gate import GateId
from prosess.domain.text import Language


class GateState(Model):
    """One gate before an environment, in the reader's language."""

    gate: str
    """``G0`` … ``G7``, or ``approval``, ``organisation``, ``agreements``."""
    name: str
    state: str
    """``open``, ``closed`` or ``not_needed``."""
    state_name: str
    reasons: tuple[WordedReason, ...] = ()
    deadline: str | None = None
    """The earliest of the reasons' deadlines, as a day."""
    decision: dict[str, JsonValue] | None = None
    """The document decision/1 that this rests on."""


class StepDone(Model):
    """A step that was done."""

    key: str
    done_at: str
    facts: dict[str, JsonValue] = {}


class OperationError(Model):
    """What ended an operation, or its last attempt."""

    code: str
    text: str
    remedy: str
    facts: dict[str, JsonValue] = {}


class OperationView(Model):
    """An operation, with what it waits for and who can unblock it."""

    id: str
    kind: str
    object: str
    environment: str | None = None
    state: str
    """``queued``, ``running``, ``waiting``, ``succeeded``, ``failed``, ``cancelled`` or ``superseded``."""
    state_name: str
    requested_by: By
    steps: tuple[StepDone, ...] = ()
    gates: tuple[GateState, ...] = ()
    error: OperationError | None = None
    attempts: int
    recheck_on: str | None = None
    created_at: str
    updated_at: str
    links: dict[str, str] = Field(default_factory=dict)


class OperationList(Model):
    """Operations, newest first."""

    operations: tuple[OperationView, ...]


def deadline_of(decision: Decision) -> str | None:
    """Give the earliest deadline that a decision's reasons name."""
    days = [one.facts.get("deadline") for one in decision.reasons]
    return min((day for day in days if isinstance(day, str)), default=None)


def gate_state(gate: str, decision: Decision | None, language: Language) -> GateState:
    """Give a gate in a language; one without a decision is not asked for."""
    state = "not_needed" if decision is None else "open" if decision.allow else "closed"
    return GateState(
        gate=gate,
        name=phrase(f"gate:{gate}", language),
        state=state,
        state_name=phrase(f"gate_state:{state}", language),
        reasons=tuple(word(one, language) for one in decision.reasons) if decision else (),
        deadline=deadline_of(decision) if decision else None,
        decision=decision.model_dump(mode="json", by_alias=True, exclude_none=True) if decision else None,
    )


_ORDER = {name: position for position, name in enumerate((*(gate.value for gate in GateId), "approval"))}


def gates_in_order(documents: dict[str, Any], language: Language) -> tuple[GateState, ...]:
    """Give kept decisions in the gates' order."""
    ordered = sorted(documents, key=lambda name: (_ORDER.get(name, 99), name))
    return tuple(gate_state(name, Decision.from_bytes(json.dumps(documents[name])), language) for name in ordered)


def view(operation: Operation, steps: Sequence[OperationStep], language: Language) -> OperationView:
    """Give an operation in a language."""
    error = None
    if operation.error:
        kept = json.loads(operation.error)
        text, remedy = say(kept["code"], language, kept["facts"])
        error = OperationError(code=kept["code"], text=text, remedy=remedy, facts=kept["facts"])
    waiting = operation.state in ("waiting", "failed")
    return OperationView(
        id=operation.id,
        kind=operation.kind,
        object=operation.object,
        environment=operation.environment,
        state=operation.state,
        state_name=phrase(f"operation_state:{operation.state}", language),
        requested_by=By.model_validate_json(operation.requested_by),
        steps=tuple(StepDone(key=one.key, done_at=one.done_at, facts=json.loads(one.facts)) for one in steps),
        gates=gates_in_order(json.loads(operation.decisions), language) if waiting else (),
        error=error,
        attempts=operation.attempts,
        recheck_on=operation.recheck_on,
        created_at=operation.created_at,
        updated_at=operation.updated_at,
        links={
            "self": f"/operations/{operation.id}",
            "object": f"/{operation.object.replace('/', 's/', 1)}",
        },
    )
