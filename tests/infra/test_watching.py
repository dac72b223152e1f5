"""Whoever watches can be taken away too: one property changed, and of our own rules exactly the one named fails."""

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from policies.engine.evaluate import evaluate, own_catalogue
from policies.engine.facts import EnvironmentFacts
from prosess.contracts import State
from prosess.contracts.graph import Graph, Node
from tests.infra.conftest import engine

DAY = date(2026, 11, 24)
CONTACT = {"role": "Sikkerhetssenteret", "mailbox": "soc@sykehuspartner.example"}
WATCHED: dict[str, Any] = {
    "services": {
        "security": {
            "monitoring": {"customer_key": True},
            "activity_log": {"mode": "create"},
            "siem": {
                "mode": "create",
                "soc_group": "00000000-0000-4000-8000-000000000304",
                "emergency_accounts": ["00000000-0000-4000-8000-000000000401"],
            },
            "alerting": {"mode": "create", "contact": CONTACT},
            "defender": {"mode": "create", "plans": ["storage", "key_vaults"], "contact": CONTACT},
        },
        "governance": {
            "policies": {
                "mode": "create",
                "exemptions": [
                    {
                        "policy": "group-tags",
                        "resource": "/subscriptions/00000000-0000-4000-8000-000000000013/resourceGroups/rg-gammel",
                        "reason": "Made by hand.",
                        "owner": "platform_owner at Sykehuspartner",
                        "expires": "2027-01-31",
                    }
                ],
            }
        },
    }
}
SERVICES = {"activity_log", "alerting", "defender", "governance", "monitoring", "siem"}
AWAY = object()


def failing(graph: Graph) -> set[tuple[str, str]]:
    """Rule and type of whatever fails of the services that watch; nothing of them is left unjudged."""
    nodes = tuple(node for node in graph.nodes if node.labels.service in SERVICES)
    watchers = {WATCHED["services"]["security"]["siem"]["soc_group"]: ("NO",)}
    facts = EnvironmentFacts(operator_countries=("NO",), works_from=watchers)
    findings = evaluate(graph.model_copy(update={"nodes": nodes}), engine(), as_of=DAY, environment=facts).findings
    assert {one.state for one in findings} <= {State.PASS, State.FAIL}
    return {(one.rule, one.type.removeprefix("azure-native:")) for one in findings if one.state is State.FAIL}


def changed(node: Node, path: str, value: Any) -> Node:
    properties = copy.deepcopy(node.properties)
    *above, last = path.split(".")
    at: Any = properties
    for key in above:
        at = at[int(key)] if key.isdigit() else at[key]
    if value is AWAY:
        del at[last]
    else:
        at[last] = value
    return node.model_copy(update={"properties": properties})


@pytest.fixture(scope="module")
def watched(plan: Callable[..., Graph]) -> Graph:
    return plan(WATCHED)


def test_all_that_watches_passes(watched: Graph) -> None:
    assert failing(watched) == set()


def test_the_whole_environment_passes(watched: Graph) -> None:
    findings = evaluate(watched, engine(), as_of=DAY).findings
    assert [(one.rule, one.resource) for one in findings if one.state is State.FAIL] == []


def test_every_type_that_watches_has_rules(watched: Graph) -> None:
    catalogue = own_catalogue()
    types = {node.type for node in watched.nodes if node.labels.service in SERVICES - {"monitoring"} and node.custom}
    assert len(types) >= 12
    assert [type_ for type_ in sorted(types) if not catalogue.of(type_)] == []


@pytest.mark.parametrize(
    ("setting", "value", "rule", "type_"),
    [
        ("siem.enabled", False, "PP-SIEM-002", "securityinsights:ScheduledAlertRule"),
        ("siem.incidents", False, "PP-SIEM-003", "securityinsights:ScheduledAlertRule"),
        ("siem.assigned", False, "PP-SIEM-006", "securityinsights:AutomationRule"),
        ("alerting.enabled", False, "PP-ALERT-001", "monitor:ActionGroup"),
        ("alerting.alerts", False, "PP-ALERT-003", "monitor:ActivityLogAlert"),
        ("defender.paid", False, "PP-DEF-001", "security:Pricing"),
        ("defender.enforced", False, "PP-DEF-002", "security:Pricing"),
        ("defender.mail", False, "PP-DEF-003", "security:SecurityContact"),
        ("log_encryption.lock", False, "PP-LOCK-001", "operationalinsights:Cluster"),
        ("policies.enforced", False, "PP-POL-001", "authorization:PolicyAssignment"),
    ],
)
def test_a_secure_default_taken_away_fails_its_rule_alone(
    setting: str, value: Any, rule: str, type_: str, plan: Callable[..., Graph]
) -> None:
    assert failing(plan(WATCHED, settings={setting: value})) == {(rule, type_)}


PROPERTIES: list[tuple[str, str, str, Any]] = [
    ("PP-SIEM-001", "securityinsights:SentinelOnboardingState", "sentinelOnboardingStateName", "prod"),
    ("PP-SIEM-004", "securityinsights:ScheduledAlertRule", "queryFrequency", "PT5H"),
    ("PP-SIEM-005", "securityinsights:ScheduledAlertRule", "suppressionEnabled", True),
    ("PP-SIEM-007", "securityinsights:AutomationRule", "triggeringLogic.expirationTimeUtc", "2027-01-01T00:00:00Z"),
    ("PP-ALERT-002", "monitor:ActionGroup", "emailReceivers", []),
    ("PP-ALERT-004", "monitor:ActivityLogAlert", "actions.actionGroups", []),
    ("PP-DIAG-004", "monitor:SubscriptionDiagnosticSetting", "workspaceId", AWAY),
    ("PP-DIAG-005", "monitor:SubscriptionDiagnosticSetting", "logs.0.enabled", False),
    ("PP-DEF-004", "security:SecurityContact", "emails", AWAY),
    ("PP-LOGC-001", "operationalinsights:Cluster", "keyVaultProperties.keyName", AWAY),
    ("PP-LOGC-002", "operationalinsights:Cluster", "keyVaultProperties.keyVersion", "0a1b2c"),
    ("PP-LOGC-003", "operationalinsights:LinkedService", "writeAccessResourceId", AWAY),
    ("PP-REG-001", "operationalinsights:Cluster", "location", "westeurope"),
    ("PP-POL-002", "authorization:PolicyDefinition", "policyRule.then.effect", "disabled"),
    ("PP-POL-003", "authorization:PolicySetDefinition", "policyDefinitions.0.policyDefinitionReferenceId", AWAY),
    ("PP-POL-004", "authorization:PolicyExemption", "expiresOn", AWAY),
    ("PP-POL-005", "authorization:PolicyExemption", "description", AWAY),
    ("PP-POL-006", "authorization:PolicyExemption", "policyDefinitionReferenceIds", AWAY),
]


@pytest.mark.parametrize(("rule", "type_", "path", "value"), PROPERTIES, ids=[one[0] for one in PROPERTIES])
def test_a_property_changed_fails_its_rule_alone(rule: str, type_: str, path: str, value: Any, watched: Graph) -> None:
    one = watched.of_type(f"azure-native:{type_}")[0]
    nodes = tuple(changed(node, path, value) if node is one else node for node in watched.nodes)
    assert failing(watched.model_copy(update={"nodes": nodes})) == {(rule, type_)}
