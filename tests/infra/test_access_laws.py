"""What must hold of access and of tenants in any environment that is valid, whomever it serves."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from policies.engine.evaluate import evaluate
from policies.engine.facts import STORES, EnvironmentFacts
from prosess.contracts import State
from prosess.contracts.graph import Graph, Node
from prosess.domain.access import AccessOption
from tests.infra.conftest import engine, override
from tests.infra.test_access import EXTRAORDINARY, GROUP
from tests.infra.test_protection import FORBIDDEN_ROLES

ASSIGNMENT = "azure-native:authorization:RoleAssignment"
ORGANISATIONS = ("983975259", "993467049", "964965137", "983971636", "983971709", "983971768")
ADMINISTER_DATA = {
    "00482a5a-887f-4fb3-b363-3b7fe8e74483",  # Key Vault Administrator
    "090c5cfd-751d-490a-894a-3ce6f1109419",  # Azure Service Bus Data Owner
    "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",  # Key Vault Crypto Officer
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",  # Storage Blob Data Owner
    "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",  # Key Vault Secrets Officer
}
# Not shrunk: each example is a whole plan, and a failing one is small enough to read.
FEW = settings(max_examples=4, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@st.composite
def environments(draw: st.DrawFn) -> dict[str, Any]:
    """A valid environment: options that go together, and any of what lies on top."""
    clinical = draw(st.sampled_from([AccessOption.HELSEID_ATTESTED, AccessOption.EPJ_DELEGATED]))
    more = draw(st.sets(st.sampled_from([AccessOption.ENTRA_GROUPS, AccessOption.REGIONAL_IAM])))
    last = draw(st.sampled_from([None, AccessOption.TASK_RELATION, AccessOption.CITIZEN_IDPORTEN]))
    options = sorted({clinical, *more, *([last] if last else [])})
    on_top = {name: EXTRAORDINARY[name] for name in draw(st.sets(st.sampled_from(sorted(EXTRAORDINARY))))}
    off = {"mode": "off", "reason": "Ikke i bruk."}
    integration = dict.fromkeys(draw(st.sets(st.sampled_from(["messaging", "api_gateway"]))), off)
    tenants = {
        number: {
            "reviewers": f"{GROUP}{600 + index}",
            "systems": [
                {"id": f"system-{one}", "issuer": "https://login.example/tenant", "subject": f"system-{one}"}
                for one in range(0 if "messaging" in integration else draw(st.integers(0, 2)))
            ],
            "api": off if "api_gateway" in integration else draw(st.sampled_from([{"mode": "create"}, off])),
        }
        for index, number in enumerate(ORGANISATIONS)
    }
    return {
        "access": {"options": [one.value for one in options], **on_top},
        "services": {"integration": integration},
        "tenants": tenants,
    }


@st.composite
def onboardings(draw: st.DrawFn, at_least: int = 0) -> dict[str, Any]:
    """Tenants with some pathways, in which any organisations take part; no option is asked of the environment."""
    numbers = draw(st.lists(st.sampled_from(ORGANISATIONS), unique=True, min_size=at_least, max_size=3))
    tenants = [{"id": f"t{number[-4:]}", "organisation": number, "manifest": "sha256:a"} for number in numbers]
    pathways = [
        {
            "id": f"p{index}-{tenant['id']}",
            "tenant": tenant["id"],
            "stage": "prod",
            "manifest": "sha256:b",
            "data_controllers": sorted(
                {tenant["organisation"], *draw(st.sets(st.sampled_from(ORGANISATIONS), max_size=2))}
            ),
            "participants": [],
            "access_options": [],
            "approved_on": "2023-10-05",
        }
        for tenant in tenants
        for index in range(draw(st.integers(0, 2)))
    ]
    return {"schema": "onboarding/1", "environment": "prod", "tenants": tenants, "pathways": pathways}


def served(onboarding: dict[str, Any]) -> set[str]:
    return {one["organisation"] for one in onboarding["tenants"]} | {
        number for one in onboarding["pathways"] for number in one["data_controllers"]
    }


def role(node: Node) -> str:
    return str(node.properties["roleDefinitionId"]).rpartition("/")[2]


@FEW
@given(environment=environments(), onboarding=onboardings())
def test_access_stays_narrow(
    plan: Callable[..., Graph], environment: dict[str, Any], onboarding: dict[str, Any]
) -> None:
    graph = plan(environment, onboarding=onboarding)
    given_roles = graph.of_type(ASSIGNMENT)
    for node in given_roles:
        assert role(node) not in FORBIDDEN_ROLES | ADMINISTER_DATA, node.name
        assert "/resourceGroups/" in str(node.properties["scope"]), "nothing stands on a whole subscription"
    names = Counter(str(node.properties["roleAssignmentName"]) for node in given_roles)
    assert not names or max(names.values()) == 1
    for node in graph.of_type("azure-native:authorization:PimRoleEligibilitySchedule"):
        schedule: Any = node.properties["scheduleInfo"]
        assert schedule["expiration"]["type"] == "AfterDuration"
        assert role(node) not in FORBIDDEN_ROLES - {"b24988ac-6180-42a0-ab88-20f7382dd24c"}
    for node in graph.of_type("azure-native:apimanagement:Product"):
        assert node.properties["subscriptionRequired"] is False, "no keys to share"


@FEW
@given(environment=environments(), onboarding=onboardings(at_least=1))
def test_no_two_controllers_share_a_store(
    plan: Callable[..., Graph], environment: dict[str, Any], onboarding: dict[str, Any]
) -> None:
    graph = plan(environment, onboarding=onboarding)
    numbers = served(onboarding)
    stores = [node for node in graph.nodes if node.type in STORES and node.labels.data_controller in numbers]
    for node in stores:
        others = numbers - {str(node.labels.data_controller)}
        assert not [one for one in others if one in f"{node.urn} {node.id} {node.properties}"], node.urn
    ids = Counter(str(node.id).lower() for node in graph.nodes if node.custom and isinstance(node.id, str))
    assert [one for one, count in ids.items() if count > 1] == [], "no two resources are one in Azure"
    read_by: dict[str, set[str]] = {}
    for node in graph.of_type(ASSIGNMENT):
        if (
            "/containers/break-the-glass-" in str(node.properties["scope"])
            and node.properties["principalType"] == "Group"
        ):
            read_by.setdefault(str(node.properties["principalId"]), set()).add(str(node.labels.data_controller))
    assert all(len(controllers) == 1 for controllers in read_by.values())


@FEW
@given(environment=environments(), onboarding=onboardings(), newcomer=st.sampled_from(ORGANISATIONS))
def test_a_newcomer_touches_its_own_urns_only(
    plan: Callable[..., Graph], environment: dict[str, Any], onboarding: dict[str, Any], newcomer: str
) -> None:
    if newcomer in served(onboarding):
        return
    tenant = {"id": "newcomer", "organisation": newcomer, "manifest": "sha256:n", "cost_owner": newcomer}
    pathway = {
        "id": "p-newcomer",
        "tenant": "newcomer",
        "stage": "prod",
        "manifest": "sha256:p",
        "data_controllers": [newcomer],
        "participants": [],
        "access_options": [],
        "approved_on": "2023-10-05",
    }
    joined = onboarding | {
        "tenants": [tenant, *onboarding["tenants"]],
        "pathways": [pathway, *onboarding["pathways"]],
    }
    before, after = plan(environment, onboarding=onboarding), plan(environment, onboarding=joined)
    assert before.by_urn.keys() <= after.by_urn.keys()
    new = after.by_urn.keys() - before.by_urn.keys()
    assert new
    for urn, node in before.by_urn.items():
        assert after.by_urn[urn] == node, urn
    for urn in new:
        assert after.by_urn[urn].labels.data_controller == newcomer
        assert f"org{newcomer}" in urn
        tags = after.by_urn[urn].properties.get("tags")
        assert not isinstance(tags, dict) or tags["cost-owner"] == newcomer


@FEW
@given(environment=environments(), onboarding=onboardings(), data=st.data())
def test_the_order_of_a_file_decides_nothing(
    plan: Callable[..., Graph], environment: dict[str, Any], onboarding: dict[str, Any], data: st.DataObject
) -> None:
    shuffled = onboarding | {key: data.draw(st.permutations(onboarding[key])) for key in ("tenants", "pathways")}
    assert plan(environment, onboarding=shuffled).to_bytes() == plan(environment, onboarding=onboarding).to_bytes()


WHOLE: dict[str, Any] = {
    "access": EXTRAORDINARY,
    "tenants": {
        "983975259": {
            "reviewers": f"{GROUP}501",
            "api": {"mode": "create"},
            "systems": [{"id": "epj", "issuer": "https://login.epj.example/siv", "subject": "journal"}],
        }
    },
}
ONE = {
    "schema": "onboarding/1",
    "environment": "prod",
    "tenants": [{"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}],
}
OPERATORS = {f"{GROUP}{number}": ("NO",) for number in (301, 302, 303, 401, 403)}


def failing(graph: Graph, **works_from: tuple[str, ...]) -> set[str]:
    from datetime import date

    facts = EnvironmentFacts(
        stage="prod",
        operator_countries=("NO",),
        works_from=OPERATORS | {f"{GROUP}301": works_from.get("operators", ("NO",))},
    )
    found = evaluate(graph, engine(), as_of=date(2026, 11, 24), environment=facts)
    mine = re.compile(r"PP-(ROLE|PIM|QALERT|SBS|CONT|CTRL|APIM-005|FED)")
    doubted = {one.rule for one in found.findings if one.state is State.NOT_EVALUATED and mine.match(one.rule)}
    assert doubted == set()
    return {one.rule for one in found.findings if one.state is State.FAIL}


def test_our_own_plan_passes(plan: Callable[..., Graph]) -> None:
    assert failing(plan(WHOLE, onboarding=ONE)) == set()


@pytest.mark.parametrize(
    ("setting", "rule"),
    [
        ("emergency.two_factors", "PP-PIM-004"),
        ("emergency.justification", "PP-PIM-004"),
        ("emergency.approval", "PP-PIM-005"),
        ("emergency.expires", "PP-PIM-002"),
        ("tenant_space.events.dead_letter", "PP-SBS-001"),
        ("blocks.shared_key", "PP-ST-002"),
    ],
)
def test_one_protection_less_fails_one_rule(setting: str, rule: str, plan: Callable[..., Graph]) -> None:
    value = setting == "blocks.shared_key"
    assert failing(plan(WHOLE, settings={setting: value}, onboarding=ONE)) == {rule}


def test_an_operator_abroad_fails_one_rule(plan: Callable[..., Graph]) -> None:
    assert failing(plan(WHOLE, onboarding=ONE), operators=("IN",)) == {"PP-ROLE-003"}


def test_the_environment_tells_where_its_operators_work(base: dict[str, Any]) -> None:
    import json

    from prosess.domain.environment import Environment

    told = override(
        base,
        {
            "residency": {"operator_access_countries": ["NO", "SE"]},
            "access": EXTRAORDINARY | {"works_from": {"platform_operators": ["NO"]}},
        },
    )
    operators = Environment.model_validate_json(json.dumps(told)).operators()
    assert operators[f"{GROUP}301"] == ("NO",)
    assert operators[f"{GROUP}302"] == ("NO", "SE")
    assert set(operators) == set(OPERATORS)
