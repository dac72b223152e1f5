"""How long an assessment and its report take: 1,000 risks over 1,000 resources, and five times that.

``narrow`` is what files look like: each risk selects a service's ten resources, by label, and leans on three controls.
``broad`` is the worst that can be written: every risk selects every resource, so every row of evidence is shared.
"""

import json
import resource
import sys
import time
from datetime import UTC, datetime, timedelta

from prosess.contracts.assessment import Assessment
from prosess.contracts.evidence import Evidence, Producer
from prosess.contracts.findings import Finding, Findings, Severity, State
from prosess.contracts.graph import Graph, Labels, Node
from prosess.domain.text import Language
from ros.check import check
from ros.criteria import read_profile
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import Analysis, AnalysisFiles, Control, RiskFile

TYPE = "azure-native:keyvault:Vault"
PER_SERVICE = 10
RULES = ("PP-KV-001", "PP-KV-002", "PP-KV-003")
COLLECTED = datetime(2023, 10, 5, 8, tzinfo=UTC)
TEXT = {"nb": "tekst", "nn": "tekst", "en": "text"}
CONTROLLER = "983975259"
DIMENSIONS = ("confidentiality", "integrity", "availability", "robustness", "patient_safety", "data_subject")


def world(resources: int) -> tuple[Graph, Findings, Evidence]:
    """Make a graph, its findings (one in fifty fails) and their evidence."""
    nodes = [
        Node(
            urn=f"urn:pulumi:prod::prosess::prosess:security:KeyVault${TYPE}::vault-{number:05}",
            type=TYPE,
            name=f"vault-{number:05}",
            custom=True,
            properties={"properties": {"enablePurgeProtection": True, "publicNetworkAccess": "Disabled"}},
            labels=Labels(environment="prod", service=f"s{number // PER_SERVICE}"),
        )
        for number in range(resources)
    ]
    graph = Graph(project="prosess", stack="prod", nodes=tuple(nodes))
    found = [
        Finding(
            rule=rule,
            resource=node.urn,
            type=TYPE,
            state=State.FAIL if place % 50 == 0 and rule == RULES[0] else State.PASS,
            severity=Severity.HIGH,
            message="m",
            remedy="r",
            expected=True,
            actual=True,
            path="properties.enablePurgeProtection",
        )
        for rule in RULES
        for place, node in enumerate(nodes)
    ]
    findings = Findings(graph=graph.digest, policy_revision="sha256:0", findings=tuple(found))
    evidence = Evidence(
        findings=findings.digest,
        graph=graph.digest,
        producer=Producer(name="bench", version="0", engine="none"),
        collected=COLLECTED,
        expires=COLLECTED + timedelta(days=7),
    )
    return graph, findings, evidence


def files(risks: int, *, broad: bool) -> AnalysisFiles:
    """Make an analysis of that many risks over the types above."""
    profile = read_profile("illustrative-4x4@1")
    party = {"organisation": CONTROLLER, "title": TEXT}
    analysis = {
        "schema": "ros/1",
        "id": "bench",
        "scope": "environment:prod",
        "title": TEXT,
        "purpose": TEXT,
        "criteria": profile.reference,
        "criteria_digest": profile.digest,
        "parties": [
            {"id": "author", "role": "product_owner", **party},
            {"id": "reviewer", "role": "security_reviewer", **party},
        ],
        "author": "author",
        "reviewer": "reviewer",
        "assumptions": [],
        "exclusions": [],
        "marking": {"level": "internal", "legal_ground": TEXT},
        "state": "in_review",
    }
    controls = [
        {
            "schema": "control/1",
            "id": f"CTRL-{place}",
            "title": TEXT,
            "kind": "preventive",
            "checks": [{"rule": rule}],
            "doc": {"why": TEXT, "detection": TEXT, "false_positives": TEXT, "fix": TEXT},
        }
        for place, rule in enumerate(RULES)
    ]
    risk_files = [
        {
            "schema": "risk/1",
            "id": f"R{number:04}",
            "scenario": "R09",
            "title": TEXT,
            "description": TEXT,
            "applies_to": [
                {"type": TYPE}
                if broad
                else {"type": TYPE, "labels": {"service": f"s{number % (risks // PER_SERVICE)}"}}
            ],
            "inherent": {
                "likelihood": 4,
                "consequence": dict.fromkeys(DIMENSIONS, 3),
                "rationale": TEXT,
                "knowledge": "medium",
            },
            "controls": [
                {"ref": f"CTRL-{place}", "effect": {"likelihood": -1}, "mechanism": f"m{place}"}
                for place in range(len(RULES))
            ],
            "owner": "author",
            "data_controllers": [CONTROLLER],
        }
        for number in range(risks)
    ]
    return AnalysisFiles(
        analysis=Analysis.model_validate_json(json.dumps(analysis)),
        profile=profile,
        controls=tuple(Control.model_validate_json(json.dumps(one)) for one in controls),
        risks=tuple(RiskFile.model_validate_json(json.dumps(one)) for one in risk_files),
    )


def _assess(given: AnalysisFiles, made: tuple[Graph, Findings, Evidence]) -> tuple[float, Assessment]:
    graph, findings, evidence = made
    started = time.perf_counter()
    assessment = assess(given, Gathered(graph, findings, evidence), as_of=COLLECTED.date())
    check(assessment, given).table(Language.NB)
    return time.perf_counter() - started, assessment


def measure() -> dict[str, float]:
    """Give seconds (best of three for the engine) and megabytes, by what was measured."""
    from ros.report.build import Around, build
    from ros.report.compose import compose
    from ros.report.html import render

    results: dict[str, float] = {}
    for size in (1000, 5000):
        made = world(size)
        given = files(size, broad=False)
        runs = [_assess(given, made) for _ in range(3)]
        results[f"engine_{size}_narrow_s"] = min(seconds for seconds, _ in runs)
        assessment = runs[0][1]
        started = time.perf_counter()
        document = render(compose(build(assessment, given, made[1], Language.NB, around=Around(evidence=made[2]))))
        results[f"html_{size}_narrow_s"] = time.perf_counter() - started
        results[f"html_{size}_narrow_mb"] = len(document) / 1e6
        started = time.perf_counter()
        assessment.to_bytes()
        results[f"document_{size}_narrow_s"] = time.perf_counter() - started
        if size == 1000:
            # The peak is of the process: what comes before it in a shared one is counted, too.
            results["peak_1000_narrow_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            results["engine_1000_broad_s"] = min(_assess(files(size, broad=True), made)[0] for _ in range(3))
    results["engine_5000_over_1000"] = results["engine_5000_narrow_s"] / results["engine_1000_narrow_s"]
    return {name: round(value, 3) for name, value in results.items()}


if __name__ == "__main__":
    json.dump(measure(), sys.stdout, indent=2)
    sys.stdout.write("\n")
