"""What is held against an assessment: who answers, who closes, and what nobody loses by posting a new document."""

import json
from typing import Any

import httpx
import pytest

from prosess.contracts import Assessment
from tests.platform_api.test_assessments import PATH, answer, put, say
from tests.platform_api.world import AUDITOR, CONTROLLERS, PATHWAY, REVIEWER, TEAM, World, assessment, risk

pytestmark = pytest.mark.anyio
OFFICER = "privacy-officer@siv"
RISK_OWNER = "risk-owner@siv"


async def reply(world: World, user: str, point: str, text: str = "Rettet.") -> httpx.Response:
    return await world.person(user).post(f"{PATH}/points/{point}/answers", {"text": text})


async def close(world: World, user: str, point: str) -> httpx.Response:
    return await world.person(user).post(f"{PATH}/points/{point}/resolution")


async def advise(world: World, document: Assessment, opinion: str, user: str = OFFICER) -> httpx.Response:
    return await world.person(user).post(
        f"{PATH}/opinions", {"assessment": document.digest, "opinion": opinion, "because": "Varslingen er uklar."}
    )


async def returned(world: World, document: Assessment | None = None) -> Assessment:
    await world.declared()
    document = document or assessment()
    assert (await put(world, document)).status_code == 201
    assert (await say(world, TEAM, "send_to_review", document)).status_code == 201
    answered = await say(world, REVIEWER, "return", document, comment="Hvem eier R01?", risk="R01")
    assert answered.status_code == 201, answered.text
    return document


def points(answered: httpx.Response) -> dict[str, dict[str, Any]]:
    return {one["point"]: one for one in answered.json()["points"]}


def as_somebody(world: World, user: str, *, like: str, **changes: Any) -> str:
    issuer = world.wiring.issuer
    assert issuer is not None
    model = next(one for one in issuer.users if one.user == like)
    issuer._users[user] = model.model_copy(update={"user": user, **changes})
    return user


async def test_the_authors_answer_a_return_and_cannot_close_it(world: World) -> None:
    document = await returned(world)
    early = await say(world, TEAM, "send_to_review", document)
    assert (early.status_code, early.json()["code"], early.json()["facts"]) == (
        409,
        "RETURN_UNANSWERED",
        {"points": ["P1"]},
    )
    assert early.json()["unblocked_by"] == "product_team_member"
    for user in (TEAM, "product-owner@siv"):
        refused = await close(world, user, "P1")
        assert (refused.status_code, refused.json()["code"]) == (403, "POINT_NOT_YOURS_TO_CLOSE")
        assert refused.json()["unblocked_by"] == "security_reviewer"
    answered = await reply(world, TEAM, "P1")
    assert points(answered)["P1"]["state"] == "answered"
    assert (await say(world, TEAM, "send_to_review", document)).json()["state"] == "in_review"
    open_still = await say(world, REVIEWER, "recommend", document)
    assert (open_still.status_code, open_still.json()["code"]) == (409, "RETURN_OPEN")
    assert points(await close(world, REVIEWER, "P1"))["P1"]["state"] == "resolved"
    assert (await say(world, REVIEWER, "recommend", document)).json()["state"] == "recommended"


async def test_an_author_with_a_reviewers_token_closes_nothing(world: World) -> None:
    await returned(world)
    hat = as_somebody(world, "hat", like=REVIEWER, subject="handle-siv-team")
    refused = await close(world, hat, "P1")
    assert (refused.status_code, [one["code"] for one in refused.json()["reasons"]]) == (403, ["AUTHOR_CANNOT_REVIEW"])


async def test_an_open_point_survives_a_new_document(world: World) -> None:
    document = await returned(world)
    better = assessment(risks=(risk(), risk("R02")))
    posted = await put(world, better, If_Match=f'"{document.digest}"')
    assert posted.json()["state"] == "draft"
    assert {name: (one["state"], one["revision"], one["held"]) for name, one in points(posted).items()} == {
        "P1": ("open", 1, True)
    }
    assert (await say(world, TEAM, "send_to_review", better)).json()["code"] == "RETURN_UNANSWERED"
    await reply(world, TEAM, "P1")
    await say(world, TEAM, "send_to_review", better)
    assert (await say(world, REVIEWER, "recommend", better)).json()["code"] == "RETURN_OPEN"


async def test_a_reviewer_may_find_an_answer_wanting(world: World) -> None:
    document = await returned(world)
    await reply(world, TEAM, "P1", "Vet ikke.")
    wanting = await reply(world, REVIEWER, "P1", "Finn det ut.")
    assert points(wanting)["P1"]["state"] == "open"
    assert [one["side"] for one in points(wanting)["P1"]["replies"]] == ["author", "reviewer"]
    assert (await say(world, TEAM, "send_to_review", document)).json()["code"] == "RETURN_UNANSWERED"


async def test_a_return_holds_the_reviewers_open_comments_and_nobody_elses(world: World) -> None:
    await world.declared()
    document = assessment()
    await put(world, document)
    await say(world, TEAM, "send_to_review", document)
    await say(world, REVIEWER, "comment", document, comment="Se R01.")
    await say(world, RISK_OWNER, "comment", document, comment="Hva koster det?")
    after = await say(world, REVIEWER, "return", document, comment="Flere risikoer mangler.")
    assert {name: one["held"] for name, one in points(after).items()} == {"P1": True, "P2": False, "P3": True}


async def test_a_comment_does_not_hold_a_recommendation_and_is_not_a_review(world: World) -> None:
    await world.declared()
    document = assessment()
    await put(world, document)
    await say(world, TEAM, "send_to_review", document)
    await say(world, RISK_OWNER, "comment", document, comment="Hva koster det?")
    assert (await say(world, REVIEWER, "recommend", document)).json()["state"] == "recommended"
    assert (await answer(world, RISK_OWNER, document)).status_code == 201


async def test_a_reviewer_who_comments_does_not_accept(world: World) -> None:
    await world.declared()
    document = assessment()
    await put(world, document)
    await say(world, TEAM, "send_to_review", document)
    await say(world, REVIEWER, "comment", document, comment="Se R01.")
    await say(world, REVIEWER, "recommend", document)
    hat = as_somebody(world, "hat", like=RISK_OWNER, subject="handle-sp-reviewer")
    refused = await answer(world, hat, document)
    assert [one["code"] for one in refused.json()["reasons"]] == ["REVIEWER_CANNOT_ACCEPT"]


async def test_what_a_point_refuses(world: World) -> None:
    document = await returned(world)
    for act, code, status in (
        (reply(world, TEAM, "P9"), "NO_SUCH_POINT", 404),
        (reply(world, RISK_OWNER, "P1"), "POINT_NOT_YOURS_TO_ANSWER", 403),
        (close(world, RISK_OWNER, "P1"), "POINT_NOT_YOURS_TO_CLOSE", 403),
        (reply(world, TEAM, "P1", "Pasient 131169 00216"), "DOCUMENT_INVALID", 422),
    ):
        answered = await act
        assert (answered.status_code, answered.json()["code"]) == (status, code), answered.text
        assert "00216" not in answered.text
    await reply(world, TEAM, "P1")
    await close(world, REVIEWER, "P1")
    for act in (reply(world, TEAM, "P1"), close(world, REVIEWER, "P1")):
        assert (await act).json()["code"] == "POINT_CLOSED"
    await say(world, TEAM, "send_to_review", document)
    unknown = await say(world, REVIEWER, "comment", document, comment="x", risk="R77")
    assert (unknown.status_code, unknown.json()["code"]) == (422, "RISK_NOT_THERE")
    empty = await say(world, REVIEWER, "comment", document)
    assert (empty.status_code, empty.json()["code"]) == (422, "COMMENT_NEEDS_TEXT")


@pytest.mark.parametrize("opinion", ["concerns", "advises_against"])
async def test_an_opinion_is_answered_before_the_risk_is_accepted(world: World, opinion: str) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    given = await advise(world, document, opinion)
    assert (given.status_code, points(given)["P1"]["stance"]) == (201, opinion)
    refused = await answer(world, RISK_OWNER, document)
    assert (refused.status_code, refused.json()["code"]) == (409, "PRIVACY_OPINION_UNANSWERED")
    assert refused.json()["unblocked_by"] == "data_controller_rep"
    for user in (TEAM, OFFICER, CONTROLLERS[1]):
        not_theirs = await reply(world, user, "P1")
        if user != CONTROLLERS[1]:
            assert (not_theirs.status_code, not_theirs.json()["code"]) == (403, "OPINION_NOT_YOURS_TO_ANSWER")
    # Another controller's answer is not this one's.
    assert (await answer(world, RISK_OWNER, document)).json()["code"] == "PRIVACY_OPINION_UNANSWERED"
    assert (await reply(world, CONTROLLERS[0], "P1", "Vi varsler i tillegg per brev.")).status_code == 201
    assert (await answer(world, RISK_OWNER, document)).status_code == 201
    # The officer is of one controller, and the other controller is not held by it.
    assert (await answer(world, CONTROLLERS[1], document)).json()["state"] == "accepted"


async def test_an_opinion_in_support_holds_nobody_and_takes_the_place_of_a_former_one(world: World) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    await advise(world, document, "advises_against")
    again = await advise(world, document, "supports")
    assert {name: one["state"] for name, one in points(again).items()} == {"P1": "replaced", "P2": "open"}
    assert (await reply(world, CONTROLLERS[0], "P1")).json()["code"] == "POINT_CLOSED"
    standing = await close(world, OFFICER, "P2")
    assert (standing.status_code, standing.json()["code"]) == (409, "OPINION_STANDS")
    assert (await answer(world, RISK_OWNER, document)).status_code == 201


async def test_only_a_privacy_officer_advises_and_only_on_what_was_sent(world: World) -> None:
    await world.declared()
    document = assessment()
    await put(world, document)
    assert (await advise(world, document, "supports")).json()["code"] == "ASSESSMENT_STATE"
    for user in (TEAM, REVIEWER, RISK_OWNER):
        refused = await advise(world, document, "supports", user)
        assert (refused.status_code, refused.json()["code"]) == (403, "ROLE_LACKS_PERMISSION")
    hat = as_somebody(world, "hat", like=OFFICER, subject="handle-siv-team")
    await say(world, TEAM, "send_to_review", document)
    refused = await advise(world, document, "supports", hat)
    assert [one["code"] for one in refused.json()["reasons"]] == ["AUTHOR_CANNOT_REVIEW"]


async def test_every_step_is_in_the_trail(world: World) -> None:
    document = await returned(world)
    await reply(world, TEAM, "P1")
    await close(world, REVIEWER, "P1")
    await say(world, TEAM, "send_to_review", document)
    await advise(world, document, "concerns")
    entries = (await world.person(AUDITOR).get("/audit")).json()["entries"]
    actions = [one["event"]["action"] for one in entries if one["event"]["object"] == f"pathway/{PATHWAY}"]
    assert [one for one in actions if one.startswith("ros:")] == [
        "ros:author", "ros:send_to_review", "ros:return", "ros:answer", "ros:resolve", "ros:send_to_review",
        "ros:opinion",
    ]  # fmt: skip
    # What was said stands in the database; the trail, which can never be corrected, tells only that it was.
    assert "Rettet" not in json.dumps(entries)
