"""Tenant isolation: other organisations' things are not there, on any route, with any verb."""

import re
from typing import Any

import pytest
from fastapi.routing import APIRoute

from tests.platform_api.world import (
    ACTOR_SP,
    AUDITOR,
    DEPENDENCY,
    OWNER,
    PATHWAY,
    STRANGER,
    TEAM,
    TENANT,
    World,
    assessment,
    pathway,
    tenant,
)

pytestmark = pytest.mark.anyio

DIGEST = "sha256:" + "0" * 64
BODIES: dict[str, Any] = {
    "put_tenant": tenant(),
    "put_pathway": pathway(),
    "submit_pathway": {"environment": "test"},
    "approve_pathway": {"environment": "test", "manifest": DIGEST},
    "sign_off_pathway": {"manifest": DIGEST},
    "confirm_dependency": {"actor": "sykehuspartner", "row": DIGEST},
    "put_assessment": assessment().model_dump(mode="json", by_alias=True, exclude_none=True),
    "answer_point": {"text": "x"},
    "advise_on_assessment": {"assessment": DIGEST, "opinion": "supports", "because": "x"},
    "revoke_acceptance": {"because": "x"},
    "review_assessment": {"event": "send_to_review", "assessment": DIGEST},
    "answer_assessment": {"assessment": DIGEST, "answer": "reject"},
}


def routes(world: World) -> list[APIRoute]:
    """Routes that speak of one tenant's, pathway's or operation's things."""
    found: list[APIRoute] = []

    def walk(some: Any) -> None:
        for route in some:
            if isinstance(route, APIRoute):
                found.append(route)
            elif (inner := getattr(route, "original_router", None) or getattr(route, "routes", None)) is not None:
                walk(getattr(inner, "routes", inner))

    walk(world.app.routes)
    return [one for one in found if re.match(r"/(?!portal).*\{(tenant|pathway|operation)_id\}", one.path)]


def address(path: str, operation: str) -> str:
    filled = path.format(
        tenant_id=TENANT,
        pathway_id=PATHWAY,
        operation_id=operation,
        dependency_id=DEPENDENCY,
        point_id="P1",
        acceptance_id="ac-" + "b" * 24,
    )
    return filled + ("?environment=test" if filled.endswith("/gates") else "")


async def everything_there(world: World) -> str:
    await world.declared()
    operation = await world.submitted()
    await world.work()
    await world.reviewed()
    return operation


async def test_a_stranger_with_every_role_finds_nothing(world: World) -> None:
    operation = await everything_there(world)
    issuer = world.wiring.issuer
    assert issuer is not None
    stranger = next(one for one in issuer.users if one.user == STRANGER)
    every_role = frozenset(role for one in issuer.users for role in one.roles)
    issuer._users["every-role"] = stranger.model_copy(
        update={"user": "every-role", "roles": tuple(sorted(every_role)), "actors": ("sykehuspartner",)}
    )
    tried = 0
    for route in routes(world):
        for method in sorted(route.methods or ()):
            answer = await world.person("every-role").ask(
                method, address(route.path, operation), BODIES.get(route.name), headers={"If-Match": "*"}
            )
            # The tenant's own manifest names another organisation than the sender's: told before anything is looked up.
            allowed = (403,) if route.name == "put_tenant" else (404,)
            assert answer.status_code in allowed, f"{method} {route.path}: {answer.status_code} {answer.text}"
            tried += 1
    assert tried >= 23
    for path in ("/tenants", "/pathways", "/operations", "/notifications"):
        answer = await world.person("every-role").get(path)
        assert list(answer.json().values()) == [[]], path


async def test_nobody_signed_in_gets_anywhere(world: World) -> None:
    operation = await everything_there(world)
    for route in routes(world):
        for method in sorted(route.methods or ()):
            answer = await world.client.request(method, address(route.path, operation), json=BODIES.get(route.name))
            assert answer.status_code == 401, f"{method} {route.path}"
            assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_role_without_the_permission_is_told_which(world: World) -> None:
    operation = await everything_there(world)
    issuer = world.wiring.issuer
    assert issuer is not None
    team = next(one for one in issuer.users if one.user == TEAM)
    issuer._users["no-role"] = team.model_copy(update={"user": "no-role", "roles": ()})
    for route in routes(world):
        for method in sorted(route.methods or ()):
            answer = await world.person("no-role").ask(method, address(route.path, operation), BODIES.get(route.name))
            assert answer.status_code == 403, f"{method} {route.path}: {answer.status_code}"
            assert answer.json()["facts"]["permission"]


async def test_parties_see_the_pathway_and_the_provider_sees_all(world: World) -> None:
    await world.declared()
    for user in (ACTOR_SP, OWNER, "data-controller-rep@eksempel-kommune", "dependency-actor@nye-integrasjonstjenester"):
        assert (await world.person(user).get(f"/pathways/{PATHWAY}")).status_code == 200, user
    municipality = world.person("product-team@eksempel-kommune")
    stands = await municipality.get(f"/pathways/{PATHWAY}")
    answer = await municipality.put(
        f"/pathways/{PATHWAY}", pathway(version=2), headers={"If-Match": stands.headers["etag"]}
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "NOT_OWN_TENANT")
    answer = await municipality.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"})
    assert (answer.status_code, answer.json()["code"]) == (403, "NOT_OWN_TENANT")


async def test_an_auditor_of_a_trust_reads_its_own_entries_only(world: World) -> None:
    await world.declared()
    own = (await world.person("access-auditor@siv").get("/audit")).json()["entries"]
    whole = (await world.person(AUDITOR).get("/audit")).json()["entries"]
    assert own
    assert {one["event"]["organisation"] for one in own} == {"983975259"}
    assert len(whole) >= len(own)
    assert (await world.person("access-auditor@siv").get("/audit/export")).status_code == 403
    assert (await world.person(AUDITOR).get("/audit/export")).status_code == 200


async def test_an_id_in_use_elsewhere_cannot_be_taken(world: World) -> None:
    await world.declared()
    issuer = world.wiring.issuer
    assert issuer is not None
    own = {**tenant(), "id": "ostfold", "organisation": "983971768", "cost_owner": "983971768", "agreements": []}
    stranger = world.person(STRANGER)
    assert (await stranger.put("/tenants/ostfold", own)).status_code == 201
    answer = await stranger.put(f"/pathways/{PATHWAY}", pathway(tenant="ostfold"))
    assert (answer.status_code, answer.json()["code"]) == (409, "ID_TAKEN")
    taken = await stranger.put(f"/tenants/{TENANT}", {**own, "id": TENANT})
    assert (taken.status_code, taken.json()["code"]) == (409, "ID_TAKEN")
