"""What must hold of any environment that can be had, whatever of the golden cases it asks for together."""

import ipaddress
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import evaluate
from prosess.cli.judging import facts_of
from prosess.contracts import State
from prosess.contracts.graph import Graph
from prosess.domain.environment import Environment, PolicyDns
from tests.infra.conftest import RefusedError, override
from tests.infra.test_protection import ONBOARDING

GOLDEN = Path(__file__).parent / "golden"
PUBLIC = {"firewall", "network_gateway"}
"""Services that may have a public address; each resource is labelled with its own."""
FRAGMENTS = (
    *("backup-guarded", "blocks", "budget-and-flows", "connection-vpn", "defender", "emergency-account", "events"),
    *("fhir-sweden", "gateway-private-endpoint", "hub-create", "hub-existing", "log-own-key", "regional-iam"),
    *(
        "registry",
        "siem-create",
        "siem-existing",
        "siem-export",
        "siem-off-alerts",
        "workload",
        "zone-groups-by-policy",
    ),
)
# Not shrunk: each example is a whole plan, and a failing one names its cases.
FEW = settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def asked(names: set[str]) -> dict[str, Any]:
    """What some golden cases ask for, together; of two that speak of one service, the later in the alphabet decides."""
    together: dict[str, Any] = {}
    for name in sorted(names):
        together = override(together, yaml.safe_load((GOLDEN / f"{name}.yaml").read_text("utf-8"))["given"])
    return together


def switches(value: Any) -> Iterator[str]:
    """Every ``publicNetworkAccess`` inside a resource's inputs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "publicNetworkAccess" and isinstance(inner, str):
                yield inner
            yield from switches(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from switches(inner)


@pytest.fixture(scope="module")
def engine() -> Iterator[EmbeddedEngine]:
    opened = EmbeddedEngine()
    yield opened
    opened.close()


@FEW
@given(names=st.sets(st.sampled_from(FRAGMENTS), min_size=2, max_size=5), serves=st.booleans())
def test_any_environment_keeps_the_laws(
    plan: Callable[..., Graph], base: dict[str, Any], engine: EmbeddedEngine, names: set[str], serves: bool
) -> None:
    given_ = asked(names)
    try:
        graph = plan(given_, onboarding=ONBOARDING if serves else None)
    except RefusedError:
        assume(False)  # what cannot go together is refused by name; golden cases of errors hold that
        raise
    environment = Environment.model_validate_json(json.dumps(override(base, given_)))
    found = evaluate(graph, engine, as_of=date(2023, 10, 5), environment=facts_of(environment))
    assert [(one.rule, one.resource) for one in found.findings if one.state is State.FAIL] == []

    for node in graph.of_type("azure-native:network:PublicIPAddress"):
        assert node.labels.service in PUBLIC, node.urn
    injected = environment.services.integration.api_gateway
    for node in graph.nodes:
        if node.type == "azure-native:apimanagement:ApiManagementService" and injected.mode == "create":
            continue  # Azure lets an injected gateway's switch stand open, behind a network that has no way in
        assert {one.casefold() for one in switches(node.properties)} <= {"disabled", "securedbyperimeter"}, node.urn

    ids = Counter(str(node.id).lower() for node in graph.nodes if node.custom and isinstance(node.id, str))
    assert [one for one, count in ids.items() if count > 1] == []

    spaces: list[Any] = [
        node.properties["addressSpace"] for node in graph.of_type("azure-native:network:VirtualNetwork")
    ]
    networks = [ipaddress.ip_network(prefix) for space in spaces for prefix in space["addressPrefixes"]]
    assert not [pair for pair in combinations(networks, 2) if pair[0].overlaps(pair[1])]

    endpoints = {node.urn for node in graph.of_type("azure-native:network:PrivateEndpoint")}
    zoned = {
        urn
        for node in graph.of_type("azure-native:network:PrivateDnsZoneGroup")
        for urn in node.property_dependencies["privateEndpointName"]
    }
    left_to_policy = isinstance(environment.services.datacentre.private_dns, PolicyDns)
    assert zoned == (set() if left_to_policy else endpoints)
