"""Negative controls of the integration and workload groups: one secure default away, and exactly one rule says so."""

import functools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policies.engine.evaluate import coverage, evaluate
from policies.engine.facts import EnvironmentFacts
from prosess.contracts import Finding, State
from prosess.contracts.graph import Graph
from tests.infra.conftest import engine, override

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2023, 10, 5)
FACTS = EnvironmentFacts(stage="prod", regions=("norwayeast", "norwaywest"))

NOT_ASSESSED = {
    "azure-native:apimanagement:ProductApi",
    "azure-native:eventhub:ConsumerGroup",
}
"""Links and names: nothing about them can be less safe than another choice."""

KNOWN_LATER = {"PP-APIB-002"}
"""The address of the platform's API is Azure's to give."""


def given(*names: str) -> dict[str, Any]:
    """What golden cases ask for, together."""
    together: dict[str, Any] = {}
    for name in names:
        together = override(together, yaml.safe_load((GOLDEN / f"{name}.yaml").read_text("utf-8"))["given"])
    return together


WHOLE = given("workload", "events", "siem-export")
FHIR = {"name": "prod", "stage": "prod", **{key: given("fhir-self-hosted")[key] for key in ("fhir", "services")}}


def judged(graph: Graph) -> tuple[Finding, ...]:
    return evaluate(graph, engine(), environment=FACTS, as_of=DAY).findings


def failing(graph: Graph) -> set[tuple[str, str]]:
    findings = judged(graph)
    return {(one.rule, one.resource.rpartition("::")[2]) for one in findings if one.state is State.FAIL}


@functools.cache
def _untouched(asked: str, plan: Callable[..., Graph]) -> frozenset[tuple[str, str]]:
    return frozenset(failing(plan(WHOLE if asked == "whole" else FHIR)))


CONTROLS: list[tuple[str, Any, str, str]] = [
    ("events.local_authentication", True, "PP-EG-001", "events"),
    ("events.public_network_access", True, "PP-EG-002", "events"),
    ("events.tls", "1.0", "PP-EG-003", "events"),
    ("events.within_region", False, "PP-EG-004", "events"),
    ("events.dead_letter", False, "PP-EGS-001", "events-to-worker"),
    ("events.queue.dead_letter", False, "PP-SBQ-001", "events"),
    ("events.storage.public_network_access", True, "PP-ST-001", "events"),
    ("events.storage.shared_key", True, "PP-ST-002", "events"),
    ("siem_export.local_authentication", True, "PP-EH-001", "siem-export"),
    ("siem_export.public_network_access", True, "PP-EH-002", "siem-export"),
    ("siem_export.tls", "1.0", "PP-EH-003", "siem-export"),
    ("siem_export.zone_redundant", False, "PP-EH-004", "siem-export"),
    ("siem_export.refuse_by_default", False, "PP-NRS-001", "siem-export-network"),
    ("siem_export.lock", False, "PP-LOCK-001", "siem-export"),
    ("siem_export.diagnostics", False, "PP-DIAG-001", "siem-export"),
    ("siem_export.private_endpoint", False, "PP-NET-001", "siem-export"),
    ("platform_api.verified_backend", False, "PP-APIB-001", "platform-backend"),
    ("platform_api.approval", False, "PP-APIP-001", "platform-product"),
    ("container_environment.internal", False, "PP-CAE-001", "container-environment"),
    ("container_environment.public_network_access", True, "PP-CAE-002", "container-environment"),
    ("container_environment.zone_redundant", False, "PP-CAE-003", "container-environment"),
    ("container_environment.peer_encryption", False, "PP-CAE-004", "container-environment"),
    ("container_environment.private_endpoint", False, "PP-NET-001", "container-environment"),
    ("programs.insecure_ingress", True, "PP-CA-003", "api"),
    ("database.public_network_access", True, "PP-PG-001", "platform-database"),
    ("database.passwords", True, "PP-PG-002", "platform-database"),
    ("database.high_availability", "Disabled", "PP-PG-003", "platform-database"),
    ("database.backup_days", 7, "PP-PG-004", "platform-database"),
    ("database.secure_transport", False, "PP-PGC-001", "platform-database-require-secure-transport"),
    ("database.lock", False, "PP-LOCK-001", "platform-database"),
]


def rounds() -> list[list[tuple[str, Any, str, str]]]:
    """Give the controls in rounds: in each, one default of a component, so that one plan tells of many."""
    batches: list[list[tuple[str, Any, str, str]]] = []
    for control in CONTROLS:
        component = control[0].rpartition(".")[0]
        free = [batch for batch in batches if all(one[0].rpartition(".")[0] != component for one in batch)]
        if free:
            free[0].append(control)
        else:
            batches.append([control])
    return batches


@pytest.mark.parametrize("controls", rounds(), ids=lambda batch: "+".join(one[2] for one in batch))
def test_a_secure_default_taken_away_fails_exactly_one_rule(
    controls: list[tuple[str, Any, str, str]], plan: Callable[..., Graph]
) -> None:
    changed = failing(plan(WHOLE, settings={setting: value for setting, value, _, _ in controls}))
    told = changed - _untouched("whole", plan)
    assert told == {(rule, resource) for _, _, rule, resource in controls}
    assert len(told) == len(controls)


def test_a_self_hosted_databases_default_is_watched_too(plan: Callable[..., Graph]) -> None:
    changed = failing(plan(FHIR, settings={"self_hosted_fhir.database.passwords": True}))
    assert changed - _untouched("fhir", plan) == {("PP-PG-002", "fhir-database")}


def test_a_fhir_service_that_is_opened_is_seen(plan: Callable[..., Graph]) -> None:
    fhir = {"hosting": "sweden_central", "reason": "No FHIR service is offered in Norway."}
    abroad = {"fhir": fhir, "residency": {"storage_countries": ["NO", "SE"]}}
    facts = replace(FACTS, regions=(*FACTS.regions, "swedencentral"))
    told = {
        (one.rule, one.resource.rpartition("::")[2])
        for one in evaluate(
            plan(abroad, settings={"fhir.public_network_access": True}), engine(), environment=facts, as_of=DAY
        ).findings
        if one.state is State.FAIL
    }
    assert told == {("PP-FHIR-001", "fhir-workspace"), ("PP-FHIR-001", "fhir-service")}


def test_without_keys_of_ones_own_a_database_says_so(plan: Callable[..., Graph]) -> None:
    off = {"services": {"security": {"key_vault": {"mode": "off", "reason": "None wanted."}}}}
    changed = failing(plan(override(WHOLE, off)))
    assert changed - _untouched("whole", plan) == {("PP-PG-005", "platform-database")}


@pytest.mark.parametrize("asked", ["whole", "fhir"])
def test_what_is_planned_passes_every_rule(asked: str, plan: Callable[..., Graph]) -> None:
    graph = plan(WHOLE if asked == "whole" else FHIR)
    assert _untouched(asked, plan) == frozenset()
    findings = judged(graph)
    ours = ("PP-EG", "PP-EH", "PP-EXP", "PP-NRS", "PP-API", "PP-CA", "PP-PG", "PP-CTRL")
    doubted = {one.rule for one in findings if one.state is State.NOT_EVALUATED and one.rule.startswith(ours)}
    assert doubted <= KNOWN_LATER


def test_every_type_of_these_groups_has_a_rule(plan: Callable[..., Graph]) -> None:
    groups = ("app", "apimanagement", "dbforpostgresql", "eventgrid", "eventhub", "servicebus")
    for asked in (WHOLE, FHIR):
        types = {node.type for node in plan(asked).nodes if node.type.split(":")[1] in groups}
        lacking = {row.type for row in coverage(plan(asked)).types if not row.rules} & types
        assert lacking <= NOT_ASSESSED


def test_a_tenants_own_fhir_server_touches_nobody_elses(plan: Callable[..., Graph]) -> None:
    def served(*organisations: str) -> dict[str, Any]:
        tenants = [{"id": f"t{one}", "organisation": one, "manifest": "sha256:a"} for one in organisations]
        return {"schema": "onboarding/1", "environment": "prod", "tenants": tenants, "pathways": []}

    one, two = plan(FHIR, onboarding=served("983975259")), plan(FHIR, onboarding=served("983975259", "993467049"))
    assert all(two.by_urn[urn] == node for urn, node in one.by_urn.items())
    added = [node for urn, node in two.by_urn.items() if urn not in one.by_urn]
    assert {node.labels.data_controller for node in added} == {"993467049"}
    assert {node.type for node in added} >= {
        "azure-native:app:ContainerApp",
        "azure-native:dbforpostgresql:Database",
        "azure-native:dbforpostgresql:Server",
    }
