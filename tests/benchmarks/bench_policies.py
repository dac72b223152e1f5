"""Decisions of roles and rules, one at a time and over a whole plan."""

import asyncio
import copy
import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import regopy
from pydantic import JsonValue

from policies.engine.binary import OpaBinary, find_opa
from policies.engine.bundle import Module, RuleBundle
from policies.engine.cases import Case, read_cases
from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import evaluate, own_catalogue
from policies.engine.payload import encode
from policies.engine.protocol import PolicyEngine
from policies.roles import Roles
from prosess.contracts import Graph, Labels, Node

DECISION = RuleBundle(
    (
        Module(
            "bench/submit.rego",
            """package bench.submit

decision := {"allow": count(reasons) == 0, "reasons": reasons}

reasons contains {"code": "NOT_A_MEMBER"} if not member

member if input.role in ["product_owner", "product_team_member"]

reasons contains {"code": "DEPENDENCY_NOT_CONFIRMED", "facts": {"dependency": dependency.id}} if {
	some dependency in input.dependencies
	dependency.confirmed == false
}

reasons contains {"code": "AGREEMENT_EXPIRED", "facts": {"organisation": agreement.organisation}} if {
	some agreement in input.agreements
	agreement.expires < input.as_of
}
""",
        ),
    )
)


def _facts(size: int) -> dict[str, JsonValue]:
    """Facts of about a size in bytes, one of them a reason to deny."""
    dependencies: list[JsonValue] = [{"id": "api", "confirmed": False}]
    facts: dict[str, JsonValue] = {"role": "product_owner", "as_of": "2023-10-05", "dependencies": dependencies}
    agreements: list[JsonValue] = []
    facts["agreements"] = agreements
    while len(encode(facts)) < size - 60:
        agreements.append({"organisation": "983975259", "expires": f"2024-01-{len(agreements) % 28 + 1:02}"})
    return facts


def _milliseconds(call: Callable[[], object], *, runs: int = 200, rounds: int = 7) -> float:
    """Median over rounds of the mean time of a call."""
    call()
    means = []
    for _ in range(rounds):
        began = time.perf_counter()
        for _ in range(runs):
            call()
        means.append((time.perf_counter() - began) / runs * 1000)
    return statistics.median(means)


def _side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], *, runs: int, their_runs: int, rounds: int = 9
) -> tuple[float, float]:
    """Best of rounds in turn, so that a busy machine slows both: milliseconds of a call of ours, and of theirs."""
    pairs = [
        (_milliseconds(ours, runs=runs, rounds=1), _milliseconds(theirs, runs=their_runs, rounds=1))
        for _ in range(rounds)
    ]
    return min(one for one, _ in pairs), min(other for _, other in pairs)


def _decisions() -> dict[str, Any]:
    engine = EmbeddedEngine(DECISION)
    plain = regopy.Interpreter()
    plain.log_level = regopy.LogLevel.NONE
    for module in DECISION.modules:
        plain.add_module(module.path, module.source)
    figures: dict[str, Any] = {}
    for size, goal in ((100, "-"), (500, "0.4"), (2000, "1.2")):
        facts = _facts(size)
        answer = engine.evaluate("bench/submit/decision", facts)
        if not isinstance(answer, dict) or answer["allow"] is not False:
            raise RuntimeError("the decision that is measured is not the one that is meant")

        def query(text: str = json.dumps(facts)) -> None:
            plain.set_input_term(text)
            plain.query("data.bench.submit.decision")

        def ask(facts: JsonValue = facts) -> None:
            engine.evaluate("bench/submit/decision", facts)

        ours, theirs = _side_by_side(ask, query, runs=100, their_runs=30)
        figures[f"{len(encode(facts))} B, ms (goal {goal})"] = ours
        figures[f"{len(encode(facts))} B, Interpreter.query, ms"] = theirs
        figures[f"{len(encode(facts))} B, times faster (goal 5)"] = theirs / ours
    figures["awaited, 16 at a time, decisions a second"] = _awaited(engine)
    engine.close()
    return figures


def _own_rules() -> dict[str, Any]:
    """The project's own rules, as somebody would ask them without a compiled bundle, and as we do."""
    engine = EmbeddedEngine()
    plain = regopy.Interpreter()
    plain.log_level = regopy.LogLevel.NONE
    for module in engine.bundle.modules:
        plain.add_module(module.path, module.source)
    figures: dict[str, Any] = {}
    for package in ("infra.key_vault", "infra.service_bus_queue"):
        (case,) = (one for one in read_cases() if one.package == package and one.name == "compliant")

        def query(text: str = encode(case.input), rule: str = f"data.{package}.results") -> None:
            plain.set_input_term(text)
            plain.query(rule)

        def ask(case: Case = case) -> None:
            engine.evaluate(case.entrypoint, case.input)

        ours, theirs = _side_by_side(ask, query, runs=40, their_runs=2, rounds=4)
        figures[f"{package}, ms"] = ours
        figures[f"{package}, Interpreter.query, ms"] = theirs
        figures[f"{package}, times faster (goal 5)"] = theirs / ours
    engine.close()
    return figures


def _awaited(engine: EmbeddedEngine, total: int = 2000) -> float:
    facts = _facts(500)

    async def worker(count: int) -> None:
        for _ in range(count):
            await engine.aevaluate("bench/submit/decision", facts)

    async def run() -> None:
        await asyncio.gather(*(worker(total // 16) for _ in range(16)))

    began = time.perf_counter()
    asyncio.run(run())
    return total / (time.perf_counter() - began)


def _graph(resources: int) -> Graph:
    """As many compliant resources of all types that have rules, each with an ARM id of its own."""
    compliant = {case.entrypoint: case.input for case in read_cases() if case.name == "compliant"}
    types = [(type_, found) for type_, found in own_catalogue().by_type.items() if not type_.startswith("law:")]
    nodes = []
    labels = Labels(environment="prod", service="bench", data_class="health", data_controller="983975259")
    for number in range(resources):
        type_, found = types[number % len(types)]
        body: Any = copy.deepcopy(compliant[found.entrypoint])
        name = f"r{number:05}"
        nodes.append(
            Node(
                urn=f"urn:pulumi:prod::bench::{type_}::{name}",
                type=type_,
                name=name,
                custom=True,
                id=f"/subscriptions/s/resourceGroups/g/providers/bench/{name}",
                properties=body["resource"]["properties"],
                labels=labels,
            )
        )
    return Graph(project="bench", stack="prod", nodes=tuple(sorted(nodes, key=lambda node: node.urn)))


def _seconds(graph: Graph, engine: PolicyEngine) -> float:
    times = []
    for _ in range(3):
        began = time.perf_counter()
        evaluate(graph, engine, as_of=date(2023, 10, 5))
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _plans() -> dict[str, Any]:
    began = time.perf_counter()
    embedded = EmbeddedEngine()
    figures: dict[str, Any] = {"rules read and compiled, s": time.perf_counter() - began}
    small, large = _graph(1000), _graph(5000)
    figures["1,000 resources, embedded, s (goal 5)"] = _seconds(small, embedded)
    figures["5,000 resources, embedded, s"] = _seconds(large, embedded)
    embedded.close()
    if find_opa() is not None:
        binary = OpaBinary()
        figures[f"1,000 resources, {binary.name}, s"] = _seconds(small, binary)
        figures[f"5,000 resources, {binary.name}, s"] = _seconds(large, binary)
    return figures


def _roles() -> dict[str, Any]:
    began = time.perf_counter()
    roles = Roles()
    loaded = time.perf_counter() - began
    held = frozenset({"product_owner", "risk_owner"})
    # A denial reads every row of the table: the worst case.
    return {
        "table loaded, s": loaded,
        "first time asked, denied, ms": _milliseconds(lambda: roles._ask(held, "environment", "apply")),
        "asked again, ms (goal 0.25)": _milliseconds(lambda: roles.may(held, "environment", "apply")),
    }


def measure() -> dict[str, Any]:
    """Give the figures."""
    return {
        "one decision by a policy of a dozen lines": _decisions(),
        "one resource by the project's own rules": _own_rules(),
        "a plan by all rules": _plans(),
        "one role decision": _roles(),
    }
