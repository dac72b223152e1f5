"""Gates judged by the rules: facts in, one ``decision/1`` a gate out, and a denial wherever there is no answer."""

import json
from collections.abc import Mapping

from pydantic import JsonValue, TypeAdapter, ValidationError

from policies.engine.protocol import AsyncPolicyEngine, PolicyEngine, PolicyError, PolicyErrorCode
from prosess.contracts import Decision, Reason, canonical_bytes, digest
from prosess.domain.gate import GateId
from prosess.domain.gate_facts import GateFacts
from prosess.domain.role import Role

ENTRYPOINT = "onboarding/gates/decision"
"""Gate → reasons against, of every gate that the facts ask for."""

_ANSWER = TypeAdapter(dict[GateId, tuple[Reason, ...]])

_NO_ANSWER = {
    PolicyErrorCode.MALFORMED: "POLICY_MALFORMED",
    PolicyErrorCode.INPUT_INVALID: "POLICY_MALFORMED",
    PolicyErrorCode.INPUT_TOO_LARGE: "POLICY_MALFORMED",
}
"""Trouble that asking again does not mend; all other trouble is ``POLICY_UNAVAILABLE``."""

_REMEDIES = {"POLICY_MALFORMED": "report_rules", "POLICY_UNAVAILABLE": "try_again"}


def judge(facts: GateFacts, engine: PolicyEngine, *, data_revision: str) -> dict[GateId, Decision]:
    """Judge every gate that the facts ask for, in their order.

    A gate is open exactly where its decision allows. Where the engine gives no answer, or one that does not speak
    of these gates alone, every gate is closed with ``POLICY_UNAVAILABLE`` or ``POLICY_MALFORMED``.

    Args:
        facts: what the rules read; see :func:`prosess.domain.gate_input.gate_facts`.
        engine: by whose rules.
        data_revision: which state of the files and the workflow the facts speak of, such as a manifest's digest.
    """
    input_ = _input(facts)
    answer: JsonValue | PolicyError
    try:
        answer = engine.evaluate(ENTRYPOINT, input_)
    except PolicyError as error:
        answer = error
    return _decisions(facts, input_, answer, engine, data_revision)


async def ajudge(facts: GateFacts, engine: AsyncPolicyEngine, *, data_revision: str) -> dict[GateId, Decision]:
    """Judge as :func:`judge`, without keeping the event loop."""
    input_ = _input(facts)
    answer: JsonValue | PolicyError
    try:
        answer = await engine.aevaluate(ENTRYPOINT, input_)
    except PolicyError as error:
        answer = error
    return _decisions(facts, input_, answer, engine, data_revision)


def _input(facts: GateFacts) -> JsonValue:
    input_: JsonValue = facts.model_dump(mode="json")
    return input_


def _decisions(
    facts: GateFacts,
    input_: JsonValue,
    answer: JsonValue | PolicyError,
    engine: PolicyEngine | AsyncPolicyEngine,
    data_revision: str,
) -> dict[GateId, Decision]:
    reasons = _reasons(facts, answer)
    input_digest = digest(canonical_bytes(input_))
    return {
        gate: Decision(
            allow=not reasons[gate],
            reasons=reasons[gate],
            policy_revision=engine.revision,
            data_revision=data_revision,
            input_digest=input_digest,
            engine=engine.name,
        )
        for gate in facts.gates
    }


def _reasons(facts: GateFacts, answer: JsonValue | PolicyError) -> Mapping[GateId, tuple[Reason, ...]]:
    if isinstance(answer, PolicyError):
        return _closed(facts, _NO_ANSWER.get(answer.code, "POLICY_UNAVAILABLE"))
    try:
        found = _ANSWER.validate_json(json.dumps(answer))
    except (ValidationError, ValueError):
        return _closed(facts, "POLICY_MALFORMED")
    if found.keys() != set(facts.gates) or not all(
        reason.code.startswith(f"{gate}_") for gate, reasons in found.items() for reason in reasons
    ):
        return _closed(facts, "POLICY_MALFORMED")
    return {gate: _in_order(reasons) for gate, reasons in found.items()}


def _in_order(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Sort by code, then by facts; a set of the rules' comes as an array in the engine's own order."""
    return tuple(sorted(reasons, key=lambda one: (one.code, canonical_bytes(one.facts))))


def _closed(facts: GateFacts, code: str) -> Mapping[GateId, tuple[Reason, ...]]:
    reason = Reason(code=code, remedy=_REMEDIES[code], unblocked_by=Role.PLATFORM_ENGINEER)
    return dict.fromkeys(facts.gates, (reason,))
