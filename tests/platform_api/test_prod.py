"""Prod: two independent approvers, everybody's part, and people vouched for by their own organisations."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from platform_api.identity.keys import FixedKeys
from platform_api.identity.tokens import Verifier
from platform_api.kit.clock import FixedClock
from prosess.contracts import Evidence, Producer
from prosess.domain.pathway import Pathway
from tests.platform_api.world import (
    ACTORS,
    DAY,
    DEPENDENCY,
    DEPUTY,
    OWNER,
    PATHWAY,
    REVIEWER,
    TEAM,
    TENANT,
    Person,
    World,
    assessment,
    manifest,
    running,
    settings,
    tenant,
)

pytestmark = pytest.mark.anyio
KEY = ECKey.generate_key("P-256", {"kid": "theirs"})
ISSUER = "https://login.example"
NOBODY = "sha256:" + "b" * 64


class Elsewhere(World):
    """A service whose people sign in elsewhere."""

    def person(self, user: str) -> Person:
        from platform_api.identity.local import users_of

        found = next(one for one in users_of(None).users if one.user == user)
        now = int(self.wiring.clock.now().timestamp())
        claims = {
            "iss": ISSUER, "aud": "prosess", "sub": found.subject, "iat": now, "exp": now + 600,
            "organisation": found.organisation, "roles": [role.value for role in found.roles],
            "actors": list(found.actors),
        }  # fmt: skip
        header = {"alg": "ES256", "typ": "at+jwt", "kid": "theirs"}
        return Person(self.client, jwt.encode(header, claims, KEY, algorithms=["ES256"]))


@pytest.fixture
async def elsewhere(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    given = settings(
        tmp_path, database_url, identity="oidc", oidc_issuer=ISSUER, oidc_jwks_url=f"{ISSUER}/jwks",
    )  # fmt: skip
    async with running(given) as found:
        found.wiring.verifier = Verifier(
            issuer=ISSUER,
            audience="prosess",
            keys=FixedKeys(KeySet([KEY])),
            algorithms=("ES256",),
            clock=found.wiring.clock,
        )
        yield Elsewhere(found.app, found.client)


def real_pathway() -> dict[str, Any]:
    """The example's pathway as a trust alone would run it in earnest."""
    found = manifest(Pathway, "pathways/kols-siv.yaml")
    found["illustrative"] = False
    found["contact"]["mailbox"] = "kols-forlop@siv.no"
    found["participants"] = [one for one in found["participants"] if one["kind"] == "health_trust"]
    for owner in found["task_owners"]:
        owner["organisation"] = "983975259"
    for owner in found["task_owners"]:
        owner["kind"] = "hospital_unit"
    for measurement in found["measurements"]:
        for threshold in measurement["thresholds"]:
            threshold["set_by"] = "hospital_unit"
    found["integrations"] = [one for one in found["integrations"] if one["id"] == "epj"]
    found["data_flows"] = []
    found["agreements"] = []
    found["release"] = {"freezes": [], "decision_table": "sha256:" + "d" * 64}
    return found


async def told(world: World, user: str, method: str, path: str, body: Any = None) -> dict[str, Any]:
    answer = await world.person(user).ask(method, path, body)
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_pathway_is_approved_for_prod_when_nothing_is_missing(elsewhere: World) -> None:
    world = elsewhere
    declared = tenant()
    declared["contact"]["mailbox"] = "prosessplattform@siv.no"
    await told(world, TEAM, "PUT", f"/tenants/{TENANT}", declared)
    await told(world, TEAM, "POST", f"/tenants/{TENANT}/submissions")
    await world.work()
    put = await told(world, TEAM, "PUT", f"/pathways/{PATHWAY}", real_pathway())
    stands = put["pathway"]["manifest"]
    operation = (await told(world, TEAM, "POST", f"/pathways/{PATHWAY}/submissions", {"environment": "prod"}))["id"]
    await world.work()
    closed = {one["gate"] for one in (await world.operation(operation))["gates"]}
    assert closed == {"G3", "G4", "G5", "G6", "approval"}

    document = assessment()
    path, read = f"/pathways/{PATHWAY}/assessment", {"assessment": document.digest}
    await told(world, TEAM, "PUT", path, json.loads(document.to_bytes()))
    await told(world, TEAM, "POST", f"{path}/reviews", {"event": "send_to_review", **read})
    await told(world, REVIEWER, "POST", f"{path}/reviews", {"event": "recommend", **read})
    accept = {**read, "answer": "accept", "until": "2024-06-30", "because": "Nytten er stor."}
    found = await told(world, "risk-owner@siv", "POST", f"{path}/acceptances", accept)
    assert found["state"] == "accepted"
    row = (await world.row())["row"]
    for actor, user in ACTORS.items():
        confirmations = f"/pathways/{PATHWAY}/dependencies/{DEPENDENCY}/confirmations"
        await told(world, user, "POST", confirmations, {"actor": actor, "row": row})
    sign_offs = f"/pathways/{PATHWAY}/clinical-sign-offs"
    await told(world, "clinical-safety-lead@siv", "POST", sign_offs, {"manifest": stands})
    evidence = Evidence.model_validate(
        {
            "schema": "evidence/1", "findings": NOBODY, "graph": NOBODY,
            "producer": Producer(name="prosess", version="0", engine="regopy"),
            "collected": DAY, "expires": DAY.replace(day=6),
        },
        by_alias=True,
    )  # fmt: skip
    for user, status in (("ci@siv", 403), ("ci@sykehuspartner", 201)):
        answer = await world.person(user).post("/environments/prod/evidence", json.loads(evidence.to_bytes()))
        assert answer.status_code == status
    restore = {"performed": "2023-09-01", "valid_until": "2024-03-01"}
    await told(world, "ci@sykehuspartner", "POST", "/environments/prod/restore-tests", restore)
    assert (await world.approve(OWNER, "prod")).status_code == 201
    await world.work()
    waiting = await world.operation(operation)
    assert waiting["state"] == "waiting"
    assert {one["gate"] for one in waiting["gates"]} == {"G6", "approval"}  # one of two has approved

    assert (await world.approve(OWNER, "prod")).status_code == 201  # twice the same person is one
    await world.work()
    assert (await world.operation(operation))["state"] == "waiting"
    assert (await world.approve(DEPUTY, "prod")).status_code == 201
    await world.work()
    done = await world.operation(operation)
    assert done["state"] == "succeeded", done
    assert (await world.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["state"] == "prod_approved"
    document_ = (await world.person(OWNER).get("/environments/prod/onboarding")).json()
    assert [one["stage"] for one in document_["pathways"]] == ["prod"]

    clock = world.wiring.clock
    assert isinstance(clock, FixedClock)
    world.move(days=2)
    stale = (await world.gates("prod"))["G6"]
    assert [one["code"] for one in stale["reasons"]] == ["G6_EVIDENCE_STALE"] or stale["state"] == "closed"


async def test_the_local_issuer_lets_nothing_into_prod(world: World) -> None:
    await world.declared()
    gates = await world.gates("prod")
    assert "LOCAL_IDENTITY_NOT_FOR_PROD" in {one["code"] for one in gates["approval"]["reasons"]}
    assert "G0_SYNTHETIC_PARTY_IN_PROD" in {one["code"] for one in gates["G0"]["reasons"]}


async def test_where_others_vouch_there_is_no_local_issuer(elsewhere: World) -> None:
    assert (await elsewhere.client.post("/local-issuer/token", json={"user": TEAM})).status_code == 404
    assert (await elsewhere.client.get("/local-issuer/users")).status_code == 404
    page = await elsewhere.client.get("/portal/sign-in?lang=en")
    assert "<select" not in page.text
