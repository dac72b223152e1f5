"""Law 6: author ≠ reviewer ≠ approver, by person, whatever token is brought, and again when the operation runs."""

import json
from collections.abc import Callable

import httpx
import pytest

from platform_api.pathways.independence import People
from tests.platform_api.world import (
    ACTOR_NIT,
    ACTOR_SP,
    AUTHOR_AS_ACTOR,
    AUTHOR_AS_OWNER,
    DEPENDENCY,
    DEPUTY,
    INTO,
    OWNER,
    PATHWAY,
    REVIEWER,
    TEAM,
    World,
    assessment,
    pathway,
)

pytestmark = pytest.mark.anyio


def codes(answer: httpx.Response) -> list[str]:
    return [reason["code"] for reason in answer.json()["reasons"]]


async def test_the_author_confirms_for_nobody(world: World) -> None:
    await world.declared()
    await world.submitted()
    plain = await world.confirm(TEAM, "sykehuspartner")
    assert (plain.status_code, plain.json()["code"]) == (403, "ROLE_LACKS_PERMISSION")
    for _ in range(2):  # a fresh token is the same person
        other_hat = await world.confirm(AUTHOR_AS_ACTOR, "sykehuspartner")
        assert (other_hat.status_code, codes(other_hat)) == (403, ["AUTHOR_CANNOT_CONFIRM"])
        assert other_hat.json()["remedy"]
        assert other_hat.json()["unblocked_by"] == "dependency_actor"
    assert not any(party["confirmed"] for party in (await world.row())["parties"])


async def test_the_author_does_not_approve_with_any_token(world: World) -> None:
    await world.declared()
    await world.submitted()
    plain = await world.approve(TEAM)
    assert (plain.status_code, plain.json()["code"]) == (403, "ROLE_LACKS_PERMISSION")
    for _ in range(2):
        other_hat = await world.approve(AUTHOR_AS_OWNER)
        assert (other_hat.status_code, codes(other_hat)) == (403, ["AUTHOR_CANNOT_APPROVE"])


async def test_only_an_actors_own_people_confirm_for_it(world: World) -> None:
    await world.declared()
    for user, actor, code in (
        (ACTOR_SP, "nye-integrasjonstjenester-api", "NOT_OWN_ACTOR"),
        (ACTOR_NIT, "sykehuspartner", "NOT_OWN_ACTOR"),
        (ACTOR_SP, "nobody", "NOT_DEPENDED_ON"),
    ):
        answer = await world.confirm(user, actor)
        assert (answer.status_code, answer.json()["code"]) == (403, code)


async def test_a_confirmation_is_of_the_row_that_was_read(world: World) -> None:
    await world.declared()
    answer = await world.person(ACTOR_SP).post(
        f"/pathways/{PATHWAY}/dependencies/{DEPENDENCY}/confirmations",
        {"actor": "sykehuspartner", "row": "sha256:" + "0" * 64},
    )
    assert (answer.status_code, answer.json()["code"]) == (412, "ROW_NOT_SEEN")


async def test_whoever_confirmed_does_not_approve(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.confirmed()
    issuer = world.wiring.issuer
    assert issuer is not None
    both = issuer.users[0].model_copy(
        update={
            "user": "both",
            "subject": "handle-sp-actor",
            "organisation": "914637651",
            "roles": next(one.roles for one in issuer.users if one.user == OWNER),
        }
    )
    issuer._users["both"] = both
    answer = await world.approve("both")
    assert (answer.status_code, codes(answer)) == (403, ["CONFIRMER_CANNOT_APPROVE"])


async def test_whoever_reviewed_does_not_approve(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.reviewed()
    issuer = world.wiring.issuer
    assert issuer is not None
    owner = next(one for one in issuer.users if one.user == OWNER)
    issuer._users["both"] = owner.model_copy(update={"user": "both", "subject": "handle-sp-reviewer"})
    answer = await world.approve("both")
    assert (answer.status_code, codes(answer)) == (403, ["REVIEWER_CANNOT_APPROVE"])


async def test_the_author_does_not_review(world: World) -> None:
    await world.declared()
    issuer = world.wiring.issuer
    assert issuer is not None
    reviewer = next(one for one in issuer.users if one.user == REVIEWER)
    issuer._users["both"] = reviewer.model_copy(update={"user": "both", "subject": "handle-siv-team"})
    document = assessment()
    path = f"/pathways/{PATHWAY}/assessment"
    assert (await world.person(TEAM).put(path, json.loads(document.to_bytes()))).status_code == 201
    read = {"assessment": document.digest}
    assert (await world.person(TEAM).post(f"{path}/reviews", {"event": "send_to_review", **read})).status_code == 201
    for event in ("comment", "return", "recommend"):
        answer = await world.person("both").post(f"{path}/reviews", {"event": event, "comment": "x", **read})
        assert (answer.status_code, codes(answer)) == (403, ["AUTHOR_CANNOT_REVIEW"])


async def test_what_was_independent_when_it_was_said_is_judged_again_when_the_operation_runs(world: World) -> None:
    """A confirming party and an approver who later write the manifest themselves no longer count."""
    await world.declared()
    operation = await world.submitted()
    await world.reviewed()
    await world.confirmed()
    assert (await world.approve()).status_code == 201
    issuer = world.wiring.issuer
    assert issuer is not None
    team = next(one for one in issuer.users if one.user == TEAM)
    # The approver, with a token of the tenant's, changes a title: nothing that anybody's word speaks of.
    issuer._users["turned"] = team.model_copy(update={"user": "turned", "subject": "handle-sp-owner"})
    stands = await world.person(TEAM).get(f"/pathways/{PATHWAY}")
    changed = pathway(version=2, title={"nb": "Ny tittel", "nn": "Ny tittel", "en": "New title"})
    answer = await world.person("turned").put(
        f"/pathways/{PATHWAY}", changed, headers={"If-Match": stands.headers["etag"]}
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["reopens"] == []
    await world.work()
    waiting = await world.operation(operation)
    assert waiting["state"] == "waiting"
    assert [(one["gate"], one["reasons"][0]["code"]) for one in waiting["gates"]] == [
        ("approval", "APPROVAL_NOT_INDEPENDENT")
    ]
    assert (await world.approve(DEPUTY)).status_code == 201
    await world.work()
    assert (await world.operation(operation))["state"] == "succeeded"


async def test_an_approval_is_of_the_manifest_that_was_read_and_of_something_submitted(world: World) -> None:
    await world.declared()
    answer = await world.approve()
    assert (answer.status_code, answer.json()["code"]) == (409, "NOTHING_SUBMITTED")
    await world.submitted()
    answer = await world.person(OWNER).post(
        f"/pathways/{PATHWAY}/approvals", {"environment": INTO, "manifest": "sha256:" + "0" * 64}
    )
    assert (answer.status_code, answer.json()["code"]) == (412, "MANIFEST_NOT_SEEN")


async def test_a_refusal_is_noted_in_the_trail(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.approve(AUTHOR_AS_OWNER)
    entries = (await world.person("access-auditor@sykehuspartner").get("/audit")).json()["entries"]
    refusals = [one["event"] for one in entries if one["event"]["action"] == "pathway:approve:refused"]
    assert [(one["by"]["subject"], one["facts"]["codes"]) for one in refusals] == [
        ("handle-siv-team", ["AUTHOR_CANNOT_APPROVE"])
    ]


@pytest.mark.parametrize(
    ("asks", "stands_in_the_way"),
    [
        (People.may_confirm, {"authors", "approvers"}),
        (People.may_review, {"authors", "accepters"}),
        (People.may_accept, {"authors", "reviewers"}),
        (People.may_approve, {"authors", "confirmers", "reviewers"}),
    ],
)
async def test_who_stands_in_whose_way(asks: Callable[[People, str], object], stands_in_the_way: set[str]) -> None:
    for hand in ("authors", "confirmers", "reviewers", "accepters", "approvers"):
        people = People(**{hand: frozenset({"somebody"})})
        assert (asks(people, "somebody") is not None) == (hand in stands_in_the_way), hand
        assert asks(people, "somebody else") is None


async def test_a_confirming_party_that_writes_the_manifest_itself_no_longer_counts(world: World) -> None:
    await world.declared()
    await world.submitted()
    await world.reviewed()
    await world.confirmed()
    assert (await world.gates())["G4"]["state"] == "open"
    issuer = world.wiring.issuer
    assert issuer is not None
    team = next(one for one in issuer.users if one.user == TEAM)
    for subject, gate in (("handle-sp-actor", "G4"), ("handle-sp-reviewer", "G3")):
        issuer._users["turned"] = team.model_copy(update={"user": "turned", "subject": subject})
        stands = await world.person(TEAM).get(f"/pathways/{PATHWAY}")
        version = stands.json()["version"] + 1
        changed = pathway(version=version, title={"nb": f"Tittel {version}"})
        answer = await world.person("turned").put(
            f"/pathways/{PATHWAY}", changed, headers={"If-Match": stands.headers["etag"]}
        )
        assert answer.status_code == 200
        assert (await world.gates())[gate]["state"] == "closed"
