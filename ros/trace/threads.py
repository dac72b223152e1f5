"""From a risk to what it rests on, from a resource or a rule back to the risks, and what nobody speaks of.

A gap is something that stands outside every such thread: it does not make a level wrong, it makes it speak of less
than a reader thinks.
"""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from pydantic import JsonValue

from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import Findings, State
from prosess.contracts.graph import Graph, Node
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from ros.assets import STORES
from ros.catalogue import scenarios
from ros.evidence.gathered import of_checkov
from ros.model.control import Attestation, Control, RuleCheck
from ros.model.files import AnalysisFiles
from ros.model.selector import NodeIndex, Selector

CheckKind = Literal["rules", "checkov", "tests", "attestation", "nothing"]
GapKind = Literal[
    "resource_without_risk",
    "control_without_check",
    "rule_without_risk",
    "selector_matches_nothing",
    "scenario_not_judged",
]
GAP_KINDS: Final[tuple[GapKind, ...]] = (
    *("selector_matches_nothing", "resource_without_risk", "control_without_check"),
    *("rule_without_risk", "scenario_not_judged"),
)

_REACHED: Final = (
    *("properties.publicNetworkAccess", "properties.publicNetworkAccessForIngestion"),
    *("properties.ipConfigurations", "properties.publicIPAddress"),
)
"""Inputs that say how a resource is reached; a resource that has one is reachable in some way."""


class TraceError(DomainError):
    """Nothing of the assessment has the name that was asked for."""


class Thread(Model):
    """One way from a risk to what was seen."""

    risk: str
    control: str
    counts: bool
    """Whether the control takes anything off the risk."""
    kind: CheckKind
    check: str | None = None
    """Id of the rule or the Checkov check, pattern of the tests; none where a person answers or nothing checks."""
    resource: str | None = None
    """URN, a test's name, or an attestation's id; none where nothing was seen."""
    state: State
    source: str | None = None
    """Document that it was read in."""


class Gap(Model):
    """Something that no thread runs through."""

    kind: GapKind
    subject: str
    facts: dict[str, JsonValue] = {}


def threads(assessment: Assessment, files: AnalysisFiles) -> tuple[Thread, ...]:
    """Give every thread, sorted by risk, control, check and resource."""
    controls = {one.id: one for one in files.controls}
    return tuple(sorted(_threads(assessment, controls), key=_order))


def _order(one: Thread) -> tuple[str, str, str, str]:
    return one.risk, one.control, one.check or "", one.resource or ""


def _threads(assessment: Assessment, controls: dict[str, Control]) -> Iterator[Thread]:
    for risk in assessment.risks:
        for derived in risk.derivation.controls:
            counts, seen = bool(derived.counted), set()
            for row in derived.evidence:
                kind = _kind(row.source, row.rule)
                seen.add(row.rule)
                yield Thread(
                    risk=risk.id,
                    control=derived.control,
                    counts=counts,
                    kind=kind,
                    check=None if kind == "attestation" else row.rule,
                    resource=row.resource,
                    state=row.state,
                    source=row.source,
                )
            for kind, check in _checks(controls.get(derived.control)):
                if (check or "attestation") not in seen:
                    yield Thread(
                        risk=risk.id,
                        control=derived.control,
                        counts=counts,
                        kind=kind,
                        check=check,
                        state=State.NOT_EVALUATED,
                    )


def _kind(source: str, rule: str) -> CheckKind:
    named = source.partition(":")[0]
    if named == "tests":
        return "tests"
    if named == "attestation" or rule == "attestation":
        return "attestation"
    return "checkov" if named == "checkov" or of_checkov(rule) else "rules"


def _checks(control: Control | None) -> Iterator[tuple[CheckKind, str | None]]:
    """Give what is to check a control, so that what nobody looked at is told too."""
    if control is None or not control.checks:
        yield "nothing", None
        return
    for check in control.checks:
        if isinstance(check, RuleCheck):
            yield "checkov" if of_checkov(check.rule) else "rules", check.rule
        elif isinstance(check, Attestation):
            yield "attestation", None
        else:
            yield "tests", check.test


def about(found: Iterable[Thread], subject: str) -> tuple[Thread, ...]:
    """Give the threads that run through a risk, a control, a rule, or a resource by its URN or its last part.

    Raises:
        TraceError: where none does.
    """
    through = tuple(
        one
        for one in found
        if subject in (one.risk, one.control, one.check, one.resource)
        or (one.resource is not None and one.resource.rpartition("::")[2] == subject)
    )
    if not through:
        raise TraceError(
            "ROS_TRACE_UNKNOWN",
            "nothing of the assessment has that name",
            facts={"subject": subject},
            hint="name a risk, a control, a rule, or a resource by its URN or the last part of it",
        )
    return through


# --- gaps ------------------------------------------------------------------------------------------------------------


def gaps(assessment: Assessment, files: AnalysisFiles, graph: Graph, findings: Findings) -> tuple[Gap, ...]:
    """Give what no thread runs through, by kind and subject."""
    nodes = NodeIndex(graph)
    used = {use.ref for risk in files.risks for use in risk.controls}
    in_use = [control for control in files.controls if control.id in used]
    found = [
        *_selectors(files, in_use, nodes),
        *_resources(assessment, files, graph, findings, nodes),
        *(
            Gap(kind="control_without_check", subject=one.id, facts={"risks": _risks_of(one.id, files)})
            for one in in_use
            if not one.checks
        ),
        *_rules(findings, in_use),
        *_scenarios(files),
    ]
    unique = {(one.kind, one.subject): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (GAP_KINDS.index(one.kind), one.subject)))


def _risks_of(control: str, files: AnalysisFiles) -> list[JsonValue]:
    return [risk.id for risk in files.risks if any(use.ref == control for use in risk.controls)]


def _selectors(files: AnalysisFiles, in_use: Iterable[Control], nodes: NodeIndex) -> Iterator[Gap]:
    spoken = [(risk.id, selector) for risk in files.risks for selector in risk.applies_to]
    spoken += [
        (control.id, selector)
        for control in in_use
        for selector in (*control.select, *(one.select for one in control.rule_checks if one.select))
    ]
    for subject, selector in spoken:
        if not nodes.matching(selector):
            facts: dict[str, JsonValue] = {"selector": _told(selector)}
            yield Gap(kind="selector_matches_nothing", subject=subject, facts=facts)


def _told(selector: Selector) -> str:
    labels = ", ".join(f"{name}={value}" for name, value in sorted(selector.labels.items()))
    return f"{selector.type} ({labels})" if labels else selector.type


def _resources(
    assessment: Assessment, files: AnalysisFiles, graph: Graph, findings: Findings, nodes: NodeIndex
) -> Iterator[Gap]:
    """Resources that hold data or can be reached, and that neither a selector nor a row of evidence names.

    Reaching and holding is told by type, by labels and by inputs; others (groups, links, role assignments …) are
    parts of these and would drown them.
    """
    spoken = {urn for risk in files.risks for selector in risk.applies_to for urn in nodes.matching(selector)}
    spoken |= {
        row.resource for risk in assessment.risks for derived in risk.derivation.controls for row in derived.evidence
    }
    judged = {one.resource for one in findings.findings}
    for node in graph.nodes:
        if node.custom and not node.external and node.urn not in spoken and (why := _worth_a_risk(node)):
            facts: dict[str, JsonValue] = {"type": node.type, "why": why, "judged": node.urn in judged}
            yield Gap(kind="resource_without_risk", subject=node.urn, facts=facts)


def _worth_a_risk(node: Node) -> Literal["holds_data", "reachable"] | None:
    if node.type in STORES and node.labels.data_class not in (None, "none"):
        return "holds_data"
    return "reachable" if any(_has(node, path) for path in _REACHED) else None


def _has(node: Node, path: str) -> bool:
    value: JsonValue = {"properties": node.properties, **node.properties}
    for key in path.split("."):
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return True


def _rules(findings: Findings, in_use: Iterable[Control]) -> Iterator[Gap]:
    leaned_on = {check.rule for control in in_use for check in control.rule_checks}
    counted: dict[str, int] = {}
    for one in findings.findings:
        counted[one.rule] = counted.get(one.rule, 0) + 1
    for rule, count in counted.items():
        if rule not in leaned_on:
            yield Gap(kind="rule_without_risk", subject=rule, facts={"count": count})


def _scenarios(files: AnalysisFiles) -> Iterator[Gap]:
    """Scenarios that no risk is a case of, and that no exclusion names by its id."""
    judged = {risk.scenario for risk in files.risks}
    said = " ".join(text for one in files.analysis.exclusions for text in (one.nb, one.nn, one.en) if text)
    words = {word.strip(".,;:()") for word in said.split()}
    for scenario in scenarios():
        if scenario.id not in judged and scenario.id not in words:
            yield Gap(kind="scenario_not_judged", subject=scenario.id)
