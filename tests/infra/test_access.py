"""Standing access: what is stated beforehand, what a graph tells, and what is planned are one."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from infra.components.roles import EligibleRole, Role
from prosess.contracts.graph import Graph, Node
from prosess.domain.access import EMERGENCY, OPTIONS, OVERLAYS, AccessOption
from prosess.domain.standing_access import GivenRole, Holder, Place

ASSIGNMENT = "azure-native:authorization:RoleAssignment"
ELIGIBLE = "azure-native:authorization:PimRoleEligibilitySchedule"
GROUP = "00000000-0000-4000-8000-000000000"
GROUPS = {
    f"{GROUP}301": Holder.PLATFORM_OPERATORS,
    f"{GROUP}302": Holder.SECURITY_READERS,
    f"{GROUP}303": Holder.AUDIT_READERS,
    f"{GROUP}401": Holder.EMERGENCY_GROUP,
    f"{GROUP}403": Holder.EMERGENCY_REVIEWERS,
    f"{GROUP}501": Holder.CONTROLLER_REVIEWERS,
}
ROLES = {role.value: GivenRole[role.name] for role in Role if role.name in GivenRole.__members__} | {
    EligibleRole.CONTRIBUTOR.value: GivenRole.CONTRIBUTOR
}
PLACES = (
    (r"/vaults/[^/]+/keys/[^/]+-client$", Place.CLIENT_KEY),
    (r"/vaults/[^/]+/keys/[^/]+$", Place.STORE_KEY),
    (r"/vaults/[^/]+$", Place.VAULT),
    (r"/containers/relations-", Place.RELATION_CONTAINER),
    (r"/containers/blocks-", Place.BLOCK_CONTAINER),
    (r"/containers/break-the-glass-", Place.BREAK_THE_GLASS_LOG),
    (r"/containers/", Place.AUDIT_CONTAINER),
    (r"/workspaces/", Place.LOG_WORKSPACE),
    (r"/resourceGroups/[^/]+$", Place.RESOURCE_GROUP),
    (r"^/subscriptions/[^/]+$", Place.SUBSCRIPTION),
)

EXTRAORDINARY: dict[str, Any] = {
    "break_the_glass": {
        "mode": "create",
        "contact": {"role": "Tilgangskontroll", "mailbox": "tilgang@sykehuspartner.example"},
    },
    "blocks": {"mode": "create"},
    "emergency": {
        "mode": "create",
        "group": f"{GROUP}401",
        "approvers": f"{GROUP}402",
        "reviewers": f"{GROUP}403",
        "contact": {"role": "Sikkerhetsvakt", "mailbox": "sikkerhetsvakt@sykehuspartner.example"},
        "policy": f"{GROUP}404",
    },
}
ONBOARDING = {
    "schema": "onboarding/1",
    "environment": "prod",
    "tenants": [{"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}],
}
TENANTS = {"983975259": {"reviewers": f"{GROUP}501"}}


def whole(*options: AccessOption, **rest: Any) -> dict[str, Any]:
    return {"access": {"options": [one.value for one in options], **EXTRAORDINARY}, "tenants": TENANTS, **rest}


@pytest.fixture(
    scope="module",
    params=[
        whole(AccessOption.ENTRA_GROUPS, AccessOption.HELSEID_ATTESTED, AccessOption.TASK_RELATION),
        whole(AccessOption.REGIONAL_IAM, AccessOption.EPJ_DELEGATED, AccessOption.CITIZEN_IDPORTEN),
        whole(
            AccessOption.HELSEID_ATTESTED,
            AccessOption.REGIONAL_IAM,
            services={
                "security": {
                    name: {"mode": "existing", "id": f"/subscriptions/{GROUP}010/resourceGroups/rg/providers/{type_}"}
                    for name, type_ in (
                        ("secret_vault", "Microsoft.KeyVault/vaults/kv-a"),
                        ("key_vault", "Microsoft.KeyVault/vaults/kv-b"),
                        ("monitoring", "Microsoft.OperationalInsights/workspaces/log-a"),
                    )
                }
            },
        ),
        whole(
            AccessOption.HELSEID_ATTESTED,
            AccessOption.TASK_RELATION,
            stage="test",
            services={"security": {"key_vault": {"mode": "off", "reason": "Prøvd uten."}}},
        ),
    ],
    ids=["groups", "epj-and-citizens", "region-owned", "without-keys"],
)
def graph(request: pytest.FixtureRequest, plan: Callable[..., Graph]) -> Graph:
    return plan(request.param, onboarding=ONBOARDING)


def held(node: Node) -> tuple[str, str, str]:
    """Read off a planned assignment whose it is, which role and on what; nothing of ours is asked."""
    properties = node.properties
    scope = str(properties["scope"])
    place = next(place for pattern, place in PLACES if re.search(pattern, scope))
    principal = properties["principalId"]
    if isinstance(principal, str) and principal in GROUPS:
        holder = GROUPS[principal]
    else:
        (origin,) = node.property_dependencies["principalId"]
        name = origin.rpartition("::")[2]
        holder = (
            Holder.ENCRYPTION_PROGRAM
            if name.endswith("-encryption")
            else Holder.API_PROGRAM
            if name == "api"
            else Holder.CLIENT_PROGRAM
        )
    return holder, ROLES[str(properties["roleDefinitionId"]).rpartition("/")[2]], place


def told(component: Node) -> set[tuple[str, str, str]]:
    stated: Any = component.properties["standing_access"]
    return {(one["holder"], one["role"], one["place"]) for one in stated}


def test_what_is_planned_is_what_was_stated_and_nothing_else(graph: Graph) -> None:
    designs = {node.properties["option"]: node for node in graph.nodes if "standing_access" in node.properties}
    assert {"BTG", "BLOCKS", "EMERGENCY", "AC3"} & designs.keys()
    own_places = {Place.RELATION_CONTAINER, Place.BLOCK_CONTAINER, Place.BREAK_THE_GLASS_LOG}
    given = [node for node in graph.nodes if node.type in {ASSIGNMENT, ELIGIBLE}]
    for code, design in designs.items():
        in_spaces = {
            held(node)
            for node in given
            if node.labels.service == "tenant_space"
            and re.search(r"/containers/(relations|blocks|break-the-glass)-", str(node.properties["scope"]))
        }
        registered = {held(node) for node in given if node.source.component == design.urn} | {
            one for one in in_spaces if one in told(design) and one[2] in own_places
        }
        assert registered == told(design), code


def test_every_container_role_of_a_space_is_stated_by_a_design(graph: Graph) -> None:
    stated = set().union(*(told(node) for node in graph.nodes if "standing_access" in node.properties))
    for node in graph.of_type(ASSIGNMENT):
        if node.labels.service == "tenant_space" and "/containers/" in str(node.properties["scope"]):
            assert held(node) in stated, node.name


def test_a_graph_tells_what_the_profile_tells(graph: Graph) -> None:
    profiles = {one.code: one for one in (*OPTIONS.values(), *OVERLAYS.values(), EMERGENCY)}
    for node in graph.nodes:
        if "standing_access" in node.properties:
            profile = profiles[str(node.properties["option"])]
            assert told(node) <= {one.key for one in profile.standing_access}
            assert node.properties["provisions"] == list(profile.provisions)


def test_only_the_emergency_account_is_wide_and_it_is_time_boxed(graph: Graph) -> None:
    for node in graph.of_type(ASSIGNMENT):
        assert not str(node.properties["roleDefinitionId"]).endswith(EligibleRole.CONTRIBUTOR.value)
        assert "/resourceGroups/" in str(node.properties["scope"])
    (eligible,) = graph.of_type(ELIGIBLE)
    schedule: Any = eligible.properties["scheduleInfo"]
    assert schedule["expiration"] == {"type": "AfterDuration", "duration": "P180D"}


def test_no_profile_leaves_people_with_content_that_is_not_log() -> None:
    for profile in (*OPTIONS.values(), *OVERLAYS.values(), EMERGENCY):
        for one in profile.standing_access:
            if one.holder.of_people:
                assert one.role not in {GivenRole.BLOB_CONTRIBUTOR, GivenRole.CRYPTO_USER}
                if one.role is GivenRole.BLOB_READER:
                    assert one.place in {Place.AUDIT_CONTAINER, Place.BREAK_THE_GLASS_LOG}
                if one.role is GivenRole.CONTRIBUTOR:
                    assert one.time_boxed
    wide = [one for profile in OPTIONS.values() for one in profile.standing_access if one.place is Place.SUBSCRIPTION]
    assert wide == []


def test_extraordinary_access_is_three_things(plan: Callable[..., Graph]) -> None:
    """Break-the-glass is clinicians', the emergency account administrators'; neither gives what the other gives."""
    graph = plan(whole(AccessOption.HELSEID_ATTESTED), onboarding=ONBOARDING)
    services = {node.type: node.labels.service for node in graph.nodes if node.type.startswith("prosess:access:")}
    assert services["prosess:access:BreakTheGlass"] == "access_break_the_glass"
    assert services["prosess:access:EmergencyAccount"] == "access_emergency"
    emergency = {
        held(node)
        for node in graph.nodes
        if node.labels.service == "access_emergency" and node.type in {ASSIGNMENT, ELIGIBLE}
    }
    assert not {place for _, _, place in emergency} & {Place.BREAK_THE_GLASS_LOG, Place.AUDIT_CONTAINER}
    told_of = {
        node.name: node.properties["emailReceivers"] for node in graph.of_type("azure-native:monitor:ActionGroup")
    }
    assert told_of["break-the-glass-told"] != told_of["emergency-told"]
