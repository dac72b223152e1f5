"""The platform's own Azure policies, put to the platform's own plan: what they refuse, the program never makes."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra import tags
from infra.components.governance.policies import end_of, group_of
from infra.components.governance.rules import PolicyRule, rules
from prosess.contracts.graph import Graph, Node
from prosess.domain.environment import Environment, GovernancePolicy

ROOT = Path(__file__).parents[2]
ARM_IDS: dict[str, str] = json.loads((ROOT / "infra/planning/arm_ids.json").read_text("utf-8"))
RULES = rules()
PARAMETERS = {"locations": ["norwayeast"], "workspace": "/subscriptions/s/workspaces/w"}


def arm_type(token: str) -> str:
    """``azure-native:keyvault:Vault`` → ``Microsoft.KeyVault/vaults``, from the table of ids."""
    if token == "azure-native:resources:ResourceGroup":
        return "Microsoft.Resources/subscriptions/resourceGroups"
    provider, *rest = ARM_IDS[token].rpartition("/providers/")[2].split("/")
    return "/".join((provider, *rest[::2]))


def field_of(resource: Mapping[str, Any], field: str) -> Any:
    if tag := re.fullmatch(r"tags\['(.+)'\]", field):
        return resource.get("tags", {}).get(tag[1])
    if "/" not in field:
        return resource.get(field)
    name = field.rpartition("/")[2]
    inner = resource.get("properties")
    return inner[name] if isinstance(inner, Mapping) and name in inner else resource.get(name)


def fold(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def holds(condition: Mapping[str, Any], resource: Mapping[str, Any]) -> bool:
    """Judge a condition as Azure Policy does: without case, and a missing value differs from every other."""
    if "allOf" in condition:
        return all(holds(part, resource) for part in condition["allOf"])
    if "anyOf" in condition:
        return any(holds(part, resource) for part in condition["anyOf"])
    actual = field_of(resource, condition["field"])
    (operator,) = condition.keys() - {"field"}
    expected = condition[operator]
    if isinstance(expected, str) and (named := re.fullmatch(r"\[parameters\('(\w+)'\)\]", expected)):
        expected = PARAMETERS[named[1]]
    match operator:
        case "equals":
            return bool(fold(actual) == fold(expected))
        case "notEquals":
            return bool(fold(actual) != fold(expected))
        case "in":
            return fold(actual) in {fold(one) for one in expected}
        case "notIn":
            return fold(actual) not in {fold(one) for one in expected}
        case "exists":
            return (actual is not None) is expected
    raise AssertionError(operator)


def refused(rule: PolicyRule, node: Node) -> bool:
    resource = {"type": arm_type(node.type), **node.properties}
    if rule.mode == "Indexed" and ("location" not in resource or "tags" not in resource):
        return False
    return holds(rule.rule, resource)


def planned(graph: Graph) -> list[Node]:
    return [node for node in graph.nodes if node.type in ARM_IDS and node.custom]


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.effect != "auditIfNotExists"])
def test_the_platforms_own_plan_breaks_none_of_its_policies(
    name: GovernancePolicy, plan: Callable[..., Graph], base: dict[str, Any]
) -> None:
    nodes = planned(plan())
    assert len(nodes) > 100
    assert [node.name for node in nodes if refused(RULES[name], node)] == []


@pytest.mark.parametrize(
    ("name", "token", "path", "value"),
    [
        (GovernancePolicy.ALLOWED_LOCATIONS, "keyvault:Vault", "location", "westeurope"),
        (GovernancePolicy.GROUP_LOCATIONS, "resources:ResourceGroup", "location", "Sweden Central"),
        (GovernancePolicy.PUBLIC_NETWORK_ACCESS, "keyvault:Vault", "properties.publicNetworkAccess", "enabled"),
        (GovernancePolicy.PUBLIC_NETWORK_ACCESS, "storage:StorageAccount", "publicNetworkAccess", None),
        (GovernancePolicy.PUBLIC_NETWORK_ACCESS, "servicebus:Namespace", "publicNetworkAccess", "SecuredByPerimeter"),
        (GovernancePolicy.GROUP_TAGS, "resources:ResourceGroup", "tags.cost-owner", None),
        (GovernancePolicy.RESOURCE_TAGS, "storage:StorageAccount", "tags.data-controller", None),
    ],
)
def test_a_policy_refuses_what_it_is_there_for(
    name: GovernancePolicy, token: str, path: str, value: Any, plan: Callable[..., Graph]
) -> None:
    node = plan().of_type(f"azure-native:{token}")[0]
    properties = json.loads(json.dumps(node.properties))
    *above, last = path.split(".")
    at = properties
    for key in above:
        at = at[key]
    at.pop(last) if value is None else at.update({last: value})
    changed = node.model_copy(update={"properties": properties})
    assert [other for other, rule in RULES.items() if rule.details is None and refused(rule, changed)] == [name] or (
        # A group is a resource too: what it lacks is refused as the one and noted as the other.
        name in {GovernancePolicy.GROUP_LOCATIONS, GovernancePolicy.GROUP_TAGS} and refused(RULES[name], changed)
    )


def test_logs_are_asked_of_all_that_send_them(plan: Callable[..., Graph]) -> None:
    rule = RULES[GovernancePolicy.DIAGNOSTICS]
    graph = plan()
    told = {
        urn
        for node in graph.of_type("azure-native:monitor:DiagnosticSetting")
        for urn in node.property_dependencies["resourceUri"]
    }
    asked = [node for node in planned(graph) if holds(rule.rule, {"type": arm_type(node.type)})]
    assert len({node.type for node in asked}) == 5
    assert [node.name for node in asked if node.urn not in told] == []
    assert rule.details is not None
    assert holds(
        rule.details["existenceCondition"], {"workspaceId": PARAMETERS["workspace"], "type": rule.details["type"]}
    )


def test_the_tags_that_are_asked_for_are_those_that_are_set(base: dict[str, Any]) -> None:
    environment = Environment.model_validate_json(json.dumps(base))
    labels = tags.Labels(environment="prod", service="x", data_class="health", data_controller="914637651")
    asked = set(re.findall(r"tags\['([\w-]+)'\]", json.dumps(RULES[GovernancePolicy.GROUP_TAGS].rule)))
    # What a resource is for is the component's to say, and not of a group's concern.
    assert asked == tags.of(labels, environment).keys() - {"service"}
    for name in (GovernancePolicy.GROUP_TAGS, GovernancePolicy.RESOURCE_TAGS):
        assert all(tag in RULES[name].refused for tag in asked)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_policy_says_what_it_takes_and_tells_the_way_out(rule: PolicyRule) -> None:
    used = set(re.findall(r"parameters\('(\w+)'\)", json.dumps(rule.body)))
    assert used == rule.parameters.keys() <= PARAMETERS.keys()
    assert rule.why.endswith(".")
    assert rule.refused.endswith(".")
    assert (rule.details is not None) is (rule.effect == "auditIfNotExists")


def test_every_group_is_bound_where_the_subscription_is_shared(plan: Callable[..., Graph]) -> None:
    graph = plan(
        {"services": {"governance": {"policies": {"mode": "create", "scope": "resource_groups"}}}},
        onboarding={
            "schema": "onboarding/1",
            "environment": "prod",
            "tenants": [{"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}],
        },
    )
    bound = {
        urn
        for node in graph.of_type("azure-native:authorization:PolicyAssignment")
        for urn in node.property_dependencies["scope"]
    }
    assert bound == {node.urn for node in graph.of_type("azure-native:resources:ResourceGroup")}


def test_an_exemption_keeps_its_name_when_another_is_added(plan: Callable[..., Graph]) -> None:
    def exempting(*resources: str) -> dict[str, Any]:
        group = "/subscriptions/00000000-0000-4000-8000-000000000013/resourceGroups"
        exemptions = [
            {
                "policy": "group-tags", "resource": f"{group}/{name}", "reason": "Made by hand.",
                "owner": "platform_owner", "expires": "2027-01-31",
            }
            for name in resources
        ]  # fmt: skip
        return {"services": {"governance": {"policies": {"mode": "create", "exemptions": exemptions}}}}

    one = plan(exempting("rg-a")).of_type("azure-native:authorization:PolicyExemption")
    two = plan(exempting("rg-b", "rg-a")).of_type("azure-native:authorization:PolicyExemption")
    assert [node for node in two if node.urn == one[0].urn] == [*one]
    assert len(two) == 2


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_an_exemption_holds_to_the_end_of_its_day_in_oslo(day: date) -> None:
    moment = datetime.strptime(end_of(day), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    here = moment.astimezone(ZoneInfo("Europe/Oslo"))
    assert (here.date(), here.hour, here.minute) == (day + timedelta(days=1), 0, 0)


@pytest.mark.parametrize(
    ("id_", "group"),
    [
        ("/subscriptions/s/resourceGroups/RG-A", "rg-a"),
        ("/subscriptions/s/resourcegroups/rg-a/providers/Microsoft.KeyVault/vaults/kv", "rg-a"),
        ("/subscriptions/s/providers/Microsoft.Security/pricings/Arm", ""),
        ("/subscriptions/s", ""),
    ],
)
def test_a_group_is_read_from_an_id(id_: str, group: str) -> None:
    assert group_of(id_) == group
