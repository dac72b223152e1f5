"""The way of an assessment: posted, returned, recommended, accepted by each data controller, until a day."""

import json
from typing import Any

import httpx
import pytest

from prosess.contracts import Assessment
from prosess.contracts.assessment import Verdict
from tests.platform_api.world import CONTROLLERS, PATHWAY, REVIEWER, TEAM, World, assessment, risk

pytestmark = pytest.mark.anyio
PATH = f"/pathways/{PATHWAY}/assessment"


async def put(world: World, document: Assessment, **headers: str) -> httpx.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return await world.person(TEAM).put(PATH, json.loads(document.to_bytes()), headers=given)


async def say(world: World, user: str, event: str, document: Assessment, **more: Any) -> httpx.Response:
    return await world.person(user).post(f"{PATH}/reviews", {"event": event, "assessment": document.digest, **more})


async def answer(world: World, user: str, document: Assessment, **more: Any) -> httpx.Response:
    given = {
        "assessment": document.digest,
        "answer": "accept",
        "until": "2024-10-01",
        "because": "Nytten er stor.",
        **more,
    }
    return await world.person(user).post(f"{PATH}/acceptances", {k: v for k, v in given.items() if v is not None})


async def state(world: World) -> str:
    return str((await world.person(TEAM).get(PATH)).json()["state"])


async def test_returned_and_sent_again(world: World) -> None:
    await world.declared()
    document = assessment()
    assert (await put(world, document)).status_code == 201
    assert (await say(world, REVIEWER, "recommend", document)).json()["code"] == "ASSESSMENT_STATE"
    assert (await say(world, TEAM, "send_to_review", document)).json()["state"] == "in_review"
    assert (await say(world, REVIEWER, "return", document)).json()["code"] == "RETURN_NEEDS_COMMENT"
    assert (await say(world, REVIEWER, "comment", document, comment="Hvem eier R01?", risk="R01")).status_code == 201
    assert (await say(world, REVIEWER, "return", document, comment="Se R01.")).json()["state"] == "returned"
    for point in ("P1", "P2"):
        answered = await world.person(TEAM).post(f"{PATH}/points/{point}/answers", {"text": "Systemeier."})
        assert answered.status_code == 201, answered.text
    assert (await say(world, TEAM, "send_to_review", document)).json()["state"] == "in_review"
    for point in ("P1", "P2"):
        assert (await world.person(REVIEWER).post(f"{PATH}/points/{point}/resolution")).status_code == 200
    told = (await say(world, REVIEWER, "recommend", document)).json()
    assert told["state"] == "recommended"
    assert [one["event"] for one in told["reviews"]] == [
        "send_to_review",
        "comment",
        "return",
        "send_to_review",
        "recommend",
    ]


async def test_every_data_controller_accepts_for_itself(world: World) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    first = await answer(world, CONTROLLERS[0], document)
    assert (first.status_code, first.json()["state"]) == (201, "pending_acceptance")
    second = await answer(world, CONTROLLERS[1], document, until="2024-06-30")
    assert second.json()["state"] == "accepted"
    assert {one["organisation"]: one["until"] for one in second.json()["acceptances"]} == {
        "983975259": "2024-10-01",
        "310000000": "2024-06-30",
    }
    renewed = await answer(world, CONTROLLERS[1], document, until="2024-07-31")
    assert renewed.json()["state"] == "accepted"
    assert [(one["organisation"], one["state"], one["in_force"]) for one in renewed.json()["acceptances"]] == [
        ("310000000", "superseded", False),
        ("310000000", "active", True),
        ("983975259", "active", True),
    ]


@pytest.mark.parametrize(
    ("until", "code"),
    [(None, "ACCEPTANCE_WITHOUT_END"), ("2023-10-04", "ACCEPTANCE_ENDED"), ("2024-10-05", "ACCEPTANCE_TOO_LONG")],
)
async def test_an_acceptance_ends_within_what_the_level_allows(world: World, until: str | None, code: str) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    refused = await answer(world, CONTROLLERS[0], document, until=until)
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert refused.json()["remedy"]
    last = await answer(world, CONTROLLERS[0], document, until="2024-10-04")
    assert last.status_code == 201


async def test_who_does_not_accept(world: World) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    for user in ("product-owner@siv", REVIEWER, TEAM, "platform-owner@sykehuspartner"):
        refused = await answer(world, user, document)
        assert (refused.status_code, refused.json()["code"]) == (403, "ROLE_LACKS_PERMISSION"), user
    issuer = world.wiring.issuer
    assert issuer is not None
    rep = next(one for one in issuer.users if one.user == CONTROLLERS[0])
    issuer._users["other"] = rep.model_copy(update={"user": "other", "organisation": "914637651"})
    issuer._users["author"] = rep.model_copy(update={"user": "author", "subject": "handle-siv-team"})
    assert (await answer(world, "author", document)).json()["reasons"][0]["code"] == "AUTHOR_CANNOT_ACCEPT"
    elsewhere = await answer(world, "other", document)
    assert elsewhere.status_code in (403, 404)


async def test_what_was_not_assessed_is_accepted_by_nobody(world: World) -> None:
    await world.declared()
    document = assessment(verdict=Verdict.NOT_ASSESSED, risks=(risk(level="not_assessed"), risk("R02", owner=" ")))
    await world.reviewed(document)
    refused = await answer(world, CONTROLLERS[0], document)
    assert (refused.status_code, refused.json()["code"]) == (409, "NOT_ASSESSED")
    codes = {one["code"] for one in (await world.gates())["G3"]["reasons"]}
    assert codes == {"G3_RISK_UNOWNED", "G3_RISK_NOT_ASSESSED"}


async def test_a_rejection_stands_until_there_is_a_new_assessment(world: World) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    rejected = await answer(world, CONTROLLERS[0], document, answer="reject", until=None)
    assert rejected.json()["state"] == "rejected"
    assert (await answer(world, CONTROLLERS[1], document)).json()["code"] == "ASSESSMENT_STATE"
    better = assessment(risks=(risk(), risk("R02")))
    put_again = await put(world, better, If_Match=f'"{document.digest}"')
    assert (put_again.status_code, put_again.json()["state"], put_again.json()["revision"]) == (200, "draft", 2)
    old = await say(world, TEAM, "send_to_review", document)
    assert (old.status_code, old.json()["code"]) == (412, "ASSESSMENT_NOT_SEEN")


async def test_an_assessment_is_of_its_own_pathway_and_holds_no_person(world: World) -> None:
    await world.declared()
    other = await put(world, assessment(scope="environment:prod"))
    assert (other.status_code, other.json()["code"]) == (422, "SCOPE_MISMATCH")
    named = assessment(risks=(risk().model_copy(update={"title": {"nb": "Pasient 131169 00216"}}),))
    refused = await put(world, named)
    assert (refused.status_code, refused.json()["code"]) == (422, "PERSON_IDENTIFIER")
    assert "00216" not in refused.text
    assert refused.json()["errors"][0]["at"] == "/risks/0/title/nb"
    assert (await put(world, assessment())).status_code == 201
    assert (await put(world, assessment(id="x"))).status_code == 428


async def test_a_typed_value_is_not_taken_for_a_person(world: World) -> None:
    await world.declared()
    from prosess.contracts import State
    from prosess.contracts.assessment import ControlDerivation, Derivation, ResourceEvidence

    found = ResourceEvidence(
        rule="PP-NET-001", resource="urn:pulumi:prod::p::t::n", state=State.PASS, actual="10.100.200.128/25"
    )
    control = ControlDerivation(
        control="CTRL-NET", mechanism="m", declared={}, counted={}, state=State.PASS, because="all_pass",
        evidence=(found,),
    )  # fmt: skip
    held = risk().model_copy(update={"derivation": Derivation(controls=(control,), likelihood_steps=0)})
    assert (await put(world, assessment(risks=(held,)))).status_code == 201


async def test_there_is_none_yet(world: World) -> None:
    await world.declared()
    missing = await world.person(TEAM).get(PATH)
    assert (missing.status_code, missing.json()["code"]) == (404, "NO_ASSESSMENT")
    assert await state_or_none(world) is None


async def state_or_none(world: World) -> str | None:
    found = await world.person(TEAM).get(PATH)
    return await state(world) if found.status_code == 200 else None
