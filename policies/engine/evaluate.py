"""A graph judged by the rules: one small input per resource, findings out.

What the engine answers is not believed as it comes. Every rule that a type's package declares must have answered
once; a rule that is silent, answers twice or oddly is *not evaluated* on that resource, never passed over.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from pydantic import JsonValue

from policies.engine import bundle as rules
from policies.engine.facts import STORES, EnvironmentFacts, rule_input, store_input
from policies.engine.protocol import PolicyEngine, PolicyError, PolicyErrorCode, Request
from policies.engine.relations import Relations
from policies.exemptions import Exemption
from policies.metadata import Catalogue, ResourceRules, plain_type
from prosess.contracts import Finding, Findings, Graph, Node, State, Suppression

STORE_LAW = "law:store"
"""Type under which the package of law 5 is declared."""

UNTOLD = "VALUE_UNKNOWN"
"""Fact of a finding that was not evaluated because what the rule reads is not known before a deployment."""

_KEYS = frozenset({"rule", "state", "path", "expected", "actual"})
_STATES = frozenset({State.PASS, State.FAIL, State.NOT_EVALUATED})


class Outcome(StrEnum):
    """What a set of findings says as a whole."""

    PASS = "pass"  # noqa: S105 - an outcome
    FAIL = "fail"
    NOT_EVALUATED = "not_evaluated"
    """Nothing failed, but something could not be judged, or nothing was judged at all (law 2)."""


def outcome(findings: Findings) -> Outcome:
    """Give the one verdict: failed where anything failed; passed only where something passed and all was judged."""
    states = {finding.state for finding in findings.findings}
    if State.FAIL in states:
        return Outcome.FAIL
    if not states & {State.PASS, State.SUPPRESSED} or State.NOT_EVALUATED in states:
        return Outcome.NOT_EVALUATED
    return Outcome.PASS


@dataclass(frozen=True)
class TypeCoverage:
    """How one resource type is covered by the rules."""

    type: str
    resources: int
    rules: tuple[str, ...]
    """Ids of the rules that judge it; empty where it is not covered."""


@dataclass(frozen=True)
class Coverage:
    """Which of a graph's resource types the rules judge, in the order of types."""

    types: tuple[TypeCoverage, ...]

    @property
    def covered(self) -> int:
        """Resources that some rule judges."""
        return sum(one.resources for one in self.types if one.rules)

    @property
    def not_covered(self) -> int:
        """Resources that no rule judges."""
        return sum(one.resources for one in self.types if not one.rules)


@cache
def own_catalogue() -> Catalogue:
    """The catalogue of the project's own rules, read once."""
    return Catalogue(rules.load())


def coverage(graph: Graph, catalogue: Catalogue | None = None) -> Coverage:
    """Tell which resource types of a graph have rules. Providers and components are not resources."""
    catalogue = catalogue or own_catalogue()
    counted = Counter(plain_type(node.type) for node in graph.nodes if _is_resource(node))
    types = []
    for type_, resources in sorted(counted.items()):
        found = catalogue.of(type_)
        ids = set(found.rules) if found else set()
        if type_ in STORES and (law := catalogue.of(STORE_LAW)):
            ids |= set(law.rules)
        types.append(TypeCoverage(type_, resources, tuple(sorted(ids))))
    return Coverage(tuple(types))


def evaluate(
    graph: Graph,
    engine: PolicyEngine,
    *,
    exemptions: Sequence[Exemption] = (),
    as_of: date,
    environment: EnvironmentFacts | None = None,
    catalogue: Catalogue | None = None,
) -> Findings:
    """Judge every resource whose type has rules, and every store by law 5.

    Args:
        graph: the plan.
        engine: who evaluates; each of its errors becomes findings that were not evaluated.
        exemptions: reviewed exceptions; an expired one is not applied, and the finding says so.
        as_of: the day by which exemptions and the age of a restore test are judged; nothing else depends on time.
        environment: stage and allowed regions; Norway, as strict as for prod, where not given.
        catalogue: what the rules say about themselves; the project's own where not given.
    """
    catalogue = catalogue or own_catalogue()
    environment = environment or EnvironmentFacts()
    relations = Relations(graph)
    asked: list[tuple[Node, ResourceRules]] = []
    requests: list[Request] = []
    law = catalogue.of(STORE_LAW)
    for node in graph.nodes:
        if not _is_resource(node):
            continue
        if (package := catalogue.of(node.type)) is not None:
            asked.append((node, package))
            requests.append((package.entrypoint, rule_input(node, relations, environment, as_of)))
        if law is not None and plain_type(node.type) in STORES:
            asked.append((node, law))
            requests.append((law.entrypoint, store_input(node, relations)))
    answers = engine.evaluate_many(requests)
    findings = [
        finding
        for (node, package), answer in zip(asked, answers, strict=True)
        for finding in _findings(node, package, answer, catalogue)
    ]
    return Findings(
        graph=graph.digest,
        policy_revision=engine.revision,
        findings=excused(findings, exemptions, as_of=as_of),
    )


def excused(findings: Iterable[Finding], exemptions: Sequence[Exemption], *, as_of: date) -> tuple[Finding, ...]:
    """Apply reviewed exceptions, whoever judged, and give the findings in their order.

    An exemption that has expired is not applied, and the finding says so.
    """
    found = {(one.rule, one.resource): one for one in sorted(exemptions, key=lambda each: each.expires)}
    applied = (_excuse(finding, found.get((finding.rule, finding.resource)), as_of) for finding in findings)
    return tuple(sorted(applied, key=lambda one: (one.rule, one.resource)))


def _is_resource(node: Node) -> bool:
    return node.custom and not node.external and not node.type.startswith("pulumi:")


def _findings(
    node: Node, package: ResourceRules, answer: JsonValue | PolicyError, catalogue: Catalogue
) -> list[Finding]:
    if isinstance(answer, PolicyError):
        return [_unjudged(node, rule, answer.code, catalogue) for rule in package.rules]
    results = _well_formed(answer)
    if results is None or not results.keys() <= set(package.rules):
        return [_unjudged(node, rule, PolicyErrorCode.MALFORMED, catalogue) for rule in package.rules]
    return [
        _finding(node, results[rule], catalogue)
        if rule in results
        else _unjudged(node, rule, PolicyErrorCode.MALFORMED, catalogue)
        for rule in package.rules
    ]


def _well_formed(answer: JsonValue) -> dict[str, dict[str, JsonValue]] | None:
    """The results under their rules' ids, or nothing where the answer is not a set of results."""
    if not isinstance(answer, list):
        return None
    results: dict[str, dict[str, JsonValue]] = {}
    for result in answer:
        if not isinstance(result, dict) or result.keys() != _KEYS or result["state"] not in _STATES:
            return None
        rule = result["rule"]
        if not isinstance(rule, str) or rule in results:
            return None
        results[rule] = result
    return results


def _finding(node: Node, result: dict[str, JsonValue], catalogue: Catalogue) -> Finding:
    rule = catalogue.rules[str(result["rule"])]
    state = State(str(result["state"]))
    path = result["path"]
    return Finding(
        rule=rule.id,
        resource=node.urn,
        type=node.type,
        state=state,
        severity=rule.severity,
        message=rule.message,
        facts={"because": UNTOLD} if state is State.NOT_EVALUATED else {},
        remedy=rule.remedy,
        expected=result["expected"],
        actual=result["actual"],
        path=".".join(map(str, path)) if isinstance(path, list) else str(path),
        controls=rule.controls,
        scenarios=rule.scenarios,
    )


def _unjudged(node: Node, rule_id: str, code: PolicyErrorCode, catalogue: Catalogue) -> Finding:
    rule = catalogue.rules[rule_id]
    return Finding(
        rule=rule.id,
        resource=node.urn,
        type=node.type,
        state=State.NOT_EVALUATED,
        severity=rule.severity,
        message=rule.message,
        facts={"because": code.value},
        remedy=rule.remedy,
        controls=rule.controls,
        scenarios=rule.scenarios,
    )


def _excuse(finding: Finding, exemption: Exemption | None, as_of: date) -> Finding:
    if exemption is None or finding.state is not State.FAIL:
        return finding
    if not exemption.holds(as_of):
        expired: dict[str, JsonValue] = {"exemption_expired": exemption.expires.isoformat(), "owner": exemption.owner}
        return finding.model_copy(update={"facts": {**finding.facts, **expired}})
    suppression = Suppression(reason=exemption.reason, owner=exemption.owner, expires=exemption.expires)
    return finding.model_copy(update={"state": State.SUPPRESSED, "suppression": suppression})
