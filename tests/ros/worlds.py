"""Small worlds that the tests of the risk engine are about: a graph, what was found in it, and when."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from prosess.contracts.evidence import Evidence, Producer
from prosess.contracts.findings import Finding, Findings, Severity, State, Suppression
from prosess.contracts.graph import Graph, Labels, Node
from prosess.domain.base import Model
from prosess.domain.text import LocalisedText
from ros.criteria import Profile, read_profile
from ros.model import Analysis, Control, ControlUse, RiskFile, Selector

M = TypeVar("M", bound=Model)

DIMENSIONS = ("confidentiality", "integrity", "availability", "robustness", "patient_safety", "data_subject")
VAULT = "azure-native:keyvault:Vault"
QUEUE = "azure-native:servicebus:Queue"
COLLECTED = datetime(2023, 10, 5, 8, 0, tzinfo=UTC)
CONTROLLER = "983975259"
PROFILE: Profile = read_profile("illustrative-4x4@1")


def text(value: str = "tekst") -> dict[str, str]:
    return {"nb": value, "nn": value, "en": value}


def localised(value: str = "tekst") -> LocalisedText:
    return LocalisedText(**text(value))


def urn(type_: str, name: str) -> str:
    return f"urn:pulumi:prod::prosess::prosess:test:Component${type_}::{name}"


def node(type_: str, name: str, **labels: str) -> Node:
    return Node(urn=urn(type_, name), type=type_, name=name, custom=True, labels=Labels(**labels))


def graph_of(*nodes: Node) -> Graph:
    return Graph(project="prosess", stack="prod", nodes=tuple(sorted(nodes, key=lambda one: one.urn)))


def finding(rule: str, resource: str, state: State = State.PASS, **more: Any) -> Finding:
    if state is State.SUPPRESSED:
        more.setdefault("suppression", Suppression(reason="r", owner="o", expires=COLLECTED.date()))
    return Finding(
        rule=rule, resource=resource, type=VAULT, state=state, severity=Severity.HIGH, message="m", remedy="r", **more
    )


def findings_of(graph: Graph, found: Iterable[Finding]) -> Findings:
    return Findings(graph=graph.digest, policy_revision="sha256:0", findings=tuple(found))


def evidence_of(graph: Graph, findings: Findings, *, days: float = 7) -> Evidence:
    return Evidence(
        findings=findings.digest,
        graph=graph.digest,
        producer=Producer(name="prosess", version="0", engine="test"),
        collected=COLLECTED,
        expires=COLLECTED + timedelta(days=days),
    )


def analysis(profile: Profile = PROFILE, **changes: Any) -> Analysis:
    document = {
        "schema": "ros/1",
        "id": "prove",
        "scope": "environment:prod",
        "title": text(),
        "purpose": text(),
        "criteria": profile.reference,
        "criteria_digest": profile.digest,
        "parties": [
            {"id": "author", "role": "product_owner", "organisation": CONTROLLER, "title": text("forfatter")},
            {"id": "reviewer", "role": "security_reviewer", "organisation": CONTROLLER, "title": text("kontrollør")},
            {"id": "owner", "role": "risk_owner", "organisation": CONTROLLER, "title": text("risikoeier")},
        ],
        "author": "author",
        "reviewer": "reviewer",
        "assumptions": [],
        "exclusions": [],
        "marking": {"level": "internal", "legal_ground": text()},
        "state": "in_review",
        **changes,
    }
    return _as_json(Analysis, document)


def control(id_: str, *rules: str, select: Sequence[dict[str, Any]] = (), **changes: Any) -> Control:
    document = {
        "schema": "control/1",
        "id": id_,
        "title": text(id_),
        "kind": "preventive",
        "checks": [{"rule": rule} for rule in rules],
        "select": list(select),
        "doc": {"why": text(), "detection": text(), "false_positives": text(), "fix": text()},
        **changes,
    }
    return _as_json(Control, document)


def use(ref: str, *, mechanism: str = "vern", expect_min: int = 1, **effect: int) -> ControlUse:
    return _as_json(ControlUse, {"ref": ref, "effect": effect, "mechanism": mechanism, "expect_min": expect_min})


def approval(controls: Sequence[ControlUse]) -> dict[str, Any]:
    """The reviewer's approval of every effect as it is declared."""
    if not controls:
        return {}
    steps = {one.ref: dict(one.effect) for one in controls}
    return {"effects_approved": {"by": "reviewer", "on": "2023-10-01", "reason": text(), "steps": steps}}


def risk(
    id_: str = "R01",
    *,
    likelihood: int = 4,
    consequence: dict[str, int] | int = 3,
    controls: Sequence[ControlUse] = (),
    applies_to: Sequence[Selector] = (),
    **changes: Any,
) -> RiskFile:
    if isinstance(consequence, int):
        consequence = dict.fromkeys(DIMENSIONS, consequence)
    document = {
        "schema": "risk/1",
        "id": id_,
        "scenario": "R01",
        "title": text(id_),
        "description": text(),
        "applies_to": [one.model_dump(mode="json") for one in applies_to],
        "inherent": {
            "likelihood": likelihood,
            "consequence": consequence,
            "rationale": text(),
            "knowledge": "medium",
        },
        "controls": [one.model_dump(mode="json") for one in controls],
        **approval(controls),
        "owner": "owner",
        "data_controllers": [CONTROLLER],
        **changes,
    }
    return _as_json(RiskFile, document)


def _as_json(model: type[M], document: dict[str, Any]) -> M:
    return model.model_validate_json(json.dumps(document), by_alias=True)
