"""What somebody is told of: whole, readable by Sentinel, and the same whichever way it is told."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from pulumi_azure_native import securityinsights

from infra.components.security.detections import (
    COLUMNS,
    ENTITIES,
    EVERY_MINUTES,
    PERIOD_HOURS,
    Detection,
    detections,
    query_of,
)
from prosess.contracts.graph import Graph

ACCOUNTS = ("00000000-0000-4000-8000-000000000402", "00000000-0000-4000-8000-000000000401")
TABLES = {"AzureActivity", "AzureDiagnostics", "SigninLogs"}
ALL = detections()

SUBJECTS = {
    "purge": r"purge/action",
    "role-change": r"roleAssignments/write",
    "diagnostics-changed": r"diagnosticSettings/delete",
    "immutability-touched": r"immutabilityPolicies/delete",
    "emergency-account-used": ACCOUNTS[0],
    "protection-removed": r"locks/delete",
}


def query(detection: Detection) -> str:
    return query_of(detection, emergency_accounts=ACCOUNTS)


def statements(text: str) -> str:
    """The query without its comments."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))


def test_all_that_must_be_told_of_is() -> None:
    assert {one.id for one in ALL} == SUBJECTS.keys()
    for one in ALL:
        assert re.search(SUBJECTS[one.id], query(one)), one.id


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_detection_says_why_and_what_it_is_an_instance_of(one: Detection) -> None:
    assert len(one.why.split()) >= 15
    assert one.why.endswith(".")
    assert not one.title.endswith(".")
    assert {*one.tactics} <= {tactic.value for tactic in securityinsights.AttackTactic}
    assert one.tactics
    assert all(re.fullmatch(r"T\d{4}", technique) for technique in one.techniques)
    assert list(one.operations) == sorted(set(one.operations))
    # Azure's own form, so that a typing mistake does not become an alert that never comes.
    for operation in one.operations:
        assert re.fullmatch(r"Microsoft\.[A-Z][A-Za-z]+(/[a-z][A-Za-z]+)+/(write|delete|action)", operation), operation


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_query_is_whole(one: Detection) -> None:
    text = statements(query(one))
    for opened, closed in ("()", "[]"):
        assert text.count(opened) == text.count(closed)
    assert text.count('"') % 2 == 0
    read = re.findall(r"^\s*\(?([A-Z]\w+)$", text, re.MULTILINE)
    assert read
    assert {*read} <= TABLES
    # Each table once: what arrives late is read by the run that it arrived for, and by no other.
    assert text.count(f"let every = {EVERY_MINUTES}m;") == 1
    assert text.count("ingestion_time() > ago(every)") == len(read)
    for projected in re.findall(r"\| project (.*?)\)?,?$", text, re.MULTILINE):
        assert tuple(part.partition(" = ")[0].strip() for part in projected.split(",")) == COLUMNS
    assert text.count("| project ") == len(read)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_what_a_query_leans_on_is_said_before_it_and_nothing_else_is(one: Detection) -> None:
    text = statements(query(one))
    said = set(re.findall(r"^let (\w+) = ", text, re.MULTILINE))
    body = re.sub(r"^let .*$", "", text, flags=re.MULTILINE)
    assert said == {name for name in ("every", "operations", "emergency_accounts") if re.search(rf"\b{name}\b", body)}
    assert bool(one.operations) is ("operations" in said)


def test_what_an_incident_is_about_stands_in_every_row() -> None:
    assert {column for _, column in ENTITIES.values()} <= {*COLUMNS}
    assert {*ENTITIES} <= {kind.value for kind in securityinsights.EntityMappingType}


def test_the_look_back_covers_the_pause() -> None:
    assert PERIOD_HOURS * 60 >= 2 * EVERY_MINUTES


def test_the_order_in_which_accounts_are_named_does_not_matter() -> None:
    one = next(one for one in ALL if not one.operations)
    assert query(one) == query_of(one, emergency_accounts=ACCOUNTS[::-1])


def test_the_same_is_told_by_mail_where_nobody_else_watches(plan: Callable[..., Graph]) -> None:
    contact = {"role": "Driftssenteret", "mailbox": "drift@sykehuspartner.example"}
    graph = plan({"services": {"security": {"alerting": {"mode": "create", "contact": contact}}}})
    told: dict[str, set[str]] = {}
    for node in graph.of_type("azure-native:monitor:ActivityLogAlert"):
        condition: Any = node.properties["condition"]
        told[node.name.removeprefix("alert-")] = {
            leaf["equals"] for part in condition["allOf"] for leaf in part.get("anyOf", ())
        }
    assert told.pop("service-health") == set()
    assert told == {one.id: {*one.operations} for one in ALL if one.operations}


def test_a_rule_has_an_id_of_its_own_that_stays(plan: Callable[..., Graph]) -> None:
    siem = {"mode": "create", "soc_group": ACCOUNTS[0], "emergency_accounts": list(ACCOUNTS)}
    given: dict[str, Any] = {"services": {"security": {"siem": siem, "activity_log": {"mode": "create"}}}}
    rules = plan(given).of_type("azure-native:securityinsights:ScheduledAlertRule")
    ids = {str(node.properties["ruleId"]) for node in rules}
    assert len(ids) == len(ALL) == len(rules)
    assert all(uuid.UUID(id_).version == 5 for id_ in ids)
    elsewhere = plan(given | {"name": "qa", "stage": "qa"}).of_type("azure-native:securityinsights:ScheduledAlertRule")
    assert not ids & {str(node.properties["ruleId"]) for node in elsewhere}
