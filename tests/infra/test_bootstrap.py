"""What must stand before an environment: closed, locked, versioned, and no rule broken that it could keep."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import infra.bootstrap
from infra.planning import PlanError
from infra.planning.offline import plan
from policies.engine.evaluate import evaluate
from prosess.contracts import Graph, State
from tests.infra.conftest import engine

pytestmark = pytest.mark.usefixtures("planned_in_forks")

ENVIRONMENTS = Path(__file__).parents[2] / "examples" / "helse-sor-ost" / "environments"
PIPELINE = {"issuer": "https://token.example.org", "subject": "repo:owner/name:environment:prod"}
RANGES = ["193.160.10.0/28", "193.160.11.6/31"]
TOO_EARLY = {"PP-DIAG-001", "PP-NET-001"}
"""Neither the workspace nor the network is there yet; the runbook adds both."""


def planned(name: str = "prod", **told: Any) -> Graph:
    config = {"environment": str(ENVIRONMENTS / f"{name}.yaml"), **told}
    return plan(Path(infra.bootstrap.__file__).parent, project="prosess-bootstrap", stack=name, config=config)


@pytest.fixture(scope="module")
def closed() -> Graph:
    return planned()


@pytest.fixture(scope="module")
def opened() -> Graph:
    return planned(**PIPELINE, allow=RANGES)


def failing(graph: Graph) -> set[str]:
    found = evaluate(graph, engine(), as_of=date(2023, 10, 5))
    assert not [one for one in found.findings if one.state is State.NOT_EVALUATED]
    return {one.rule for one in found.findings if one.state is State.FAIL}


def of(graph: Graph, kind: str) -> dict[str, Any]:
    (node,) = graph.of_type(f"azure-native:{kind}")
    return dict(node.properties)


def test_it_breaks_no_rule_but_those_that_come_too_early(closed: Graph, opened: Graph) -> None:
    assert failing(closed) == TOO_EARLY
    assert failing(opened) == TOO_EARLY | {"PP-KV-001", "PP-ST-001"}  # open to the named ranges, as it was told


def test_nobody_is_let_in_who_was_not_named(closed: Graph, opened: Graph) -> None:
    assert closed.of_type("azure-native:managedidentity:FederatedIdentityCredential") == ()
    account, vault = of(closed, "storage:StorageAccount"), of(closed, "keyvault:Vault")["properties"]
    assert (account["publicNetworkAccess"], vault["publicNetworkAccess"]) == ("Disabled", "Disabled")
    assert account["networkRuleSet"]["ipRules"] == vault["networkAcls"]["ipRules"] == []

    trusted = of(opened, "managedidentity:FederatedIdentityCredential")
    assert (trusted["issuer"], trusted["subject"]) == (PIPELINE["issuer"], PIPELINE["subject"])
    account, vault = of(opened, "storage:StorageAccount"), of(opened, "keyvault:Vault")["properties"]
    assert [one["iPAddressOrRange"] for one in account["networkRuleSet"]["ipRules"]] == [
        "193.160.10.0/28",
        "193.160.11.6",  # a storage account takes no range this small
        "193.160.11.7",
    ]
    assert [one["value"] for one in vault["networkAcls"]["ipRules"]] == RANGES
    assert account["networkRuleSet"]["defaultAction"] == vault["networkAcls"]["defaultAction"] == "Deny"


def test_the_state_can_be_had_back_and_has_no_shared_key(closed: Graph) -> None:
    assert of(closed, "storage:StorageAccount")["allowSharedKeyAccess"] is False
    blobs = of(closed, "storage:BlobServiceProperties")
    assert blobs["isVersioningEnabled"] is True
    assert blobs["deleteRetentionPolicy"] == {"enabled": True, "days": 90, "allowPermanentDelete": False}
    assert of(closed, "keyvault:Vault")["properties"]["enablePurgeProtection"] is True
    assert len(closed.of_type("azure-native:authorization:ManagementLockByScope")) == 2
    assert {node.name for node in closed.nodes if node.protect} == {"bootstrap", "secrets-provider", "state"}
    assert planned("sandbox").of_type("azure-native:authorization:ManagementLockByScope") == ()


def test_the_key_is_never_rotated_by_itself(closed: Graph) -> None:
    key = of(closed, "keyvault:Key")["properties"]
    assert key["keyOps"] == ["encrypt", "decrypt"]
    assert [one["action"]["type"] for one in key["rotationPolicy"]["lifetimeActions"]] == ["notify"]


def test_the_identity_may_use_one_container_and_one_key(closed: Graph) -> None:
    scopes = {node.properties["scope"] for node in closed.of_type("azure-native:authorization:RoleAssignment")}
    (container,) = closed.of_type("azure-native:storage:BlobContainer")
    (key,) = closed.of_type("azure-native:keyvault:Key")
    assert scopes == {container.id, key.id}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"issuer": "https://token.example.org"}, "FEDERATION_HALF_TOLD"),
        ({"allow": ["10.0.0.0/8"]}, "RANGE_NOT_PUBLIC"),
        ({"allow": ["0.0.0.0/0"]}, "RANGE_NOT_PUBLIC"),
        ({"allow": ["here"]}, "RANGE_NOT_PUBLIC"),
    ],
)
def test_what_cannot_be_meant_is_refused(told: dict[str, Any], code: str) -> None:
    with pytest.raises(PlanError, match=code):
        planned(**told)
