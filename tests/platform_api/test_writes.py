"""Writes: idempotency keys, entity tags, bodies in JSON and YAML, and the ways a document can be wrong."""

import asyncio
import json
from pathlib import Path
from uuid import uuid4

import pytest

from platform_api.pathways.change import Statement
from tests.platform_api.world import EXAMPLE, PATHWAY, TEAM, TENANT, World, pathway, tenant

pytestmark = pytest.mark.anyio


async def count(world: World, action: str) -> int:
    entries = (await world.person("access-auditor@sykehuspartner").get("/audit?limit=500")).json()["entries"]
    return sum(one["event"]["action"] == action for one in entries)


async def test_a_key_is_answered_once_and_the_same(world: World) -> None:
    await world.declared()
    team = world.person(TEAM)
    headers = {"Idempotency-Key": str(uuid4())}
    first = await team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}, headers=headers)
    again = await team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}, headers=headers)
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.content == again.content
    assert first.headers["location"] == again.headers["location"]
    assert again.headers["idempotency-replayed"] == "true"
    assert await count(world, "pathway:submit") == 1


async def test_a_key_is_for_one_request(world: World) -> None:
    await world.declared()
    team = world.person(TEAM)
    headers = {"Idempotency-Key": '"a-key-in-quotes"'}
    assert (await team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}, headers=headers)).is_success
    other = await team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "sandbox"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (409, "IDEMPOTENCY_KEY_REUSED")


async def test_two_at_once_with_one_key_are_one(world: World) -> None:
    await world.declared()
    team = world.person(TEAM)
    headers = {"Idempotency-Key": "at-once"}
    answers = await asyncio.gather(
        *(team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}, headers=headers) for _ in range(4))
    )
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.content for answer in answers}) == 1
    assert await count(world, "pathway:submit") == 1


async def test_two_at_once_without_a_key_are_one_submission(world: World) -> None:
    await world.declared()
    team = world.person(TEAM)
    answers = await asyncio.gather(
        *(team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [202, 409, 409, 409]
    assert {one.json()["code"] for one in answers if one.status_code == 409} == {"OPERATION_OPEN"}


async def test_a_refusal_keeps_no_answer_under_the_key(world: World) -> None:
    await world.joined()
    team = world.person(TEAM)
    headers = {"Idempotency-Key": "later"}
    early = await team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}, headers=headers)
    assert early.status_code == 404
    assert (await team.put(f"/pathways/{PATHWAY}", pathway())).status_code == 201
    late = await team.post(f"/pathways/{PATHWAY}/submissions", {"environment": "test"}, headers=headers)
    assert late.status_code == 202


@pytest.mark.parametrize("key", ["13116900216", "131169 00216", "x" * 201, "a b", "a\tb", "131169-00216"])
async def test_a_key_of_the_wrong_form_is_refused_and_not_said_back(world: World, key: str) -> None:
    answer = await world.person(TEAM).put(f"/tenants/{TENANT}", tenant(), headers={"Idempotency-Key": key})
    assert answer.status_code == 400
    assert key not in answer.text
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_change_says_what_it_changes(world: World) -> None:
    first = await world.declared()
    team = world.person(TEAM)
    changed = pathway(version=2, scenarios=["R01"])
    without = await team.put(f"/pathways/{PATHWAY}", changed)
    assert (without.status_code, without.json()["code"]) == (428, "IF_MATCH_REQUIRED")
    for tag in ('"sha256:0"', f'W/"{first}"', '"a", "b"'):
        stale = await team.put(f"/pathways/{PATHWAY}", changed, headers={"If-Match": tag})
        assert stale.status_code == 412, tag
    odd = await team.put(f"/pathways/{PATHWAY}", changed, headers={"If-Match": "no quotes"})
    assert (odd.status_code, odd.json()["code"]) == (400, "IF_MATCH_FORM")
    good = await team.put(f"/pathways/{PATHWAY}", changed, headers={"If-Match": f'"x", "{first}"'})
    assert good.status_code == 200
    assert good.headers["etag"] == f'"{good.json()["pathway"]["manifest"]}"'
    assert good.json()["changes"] == ["data_flow"]
    assert good.json()["reopens"] == sorted([Statement.ASSESSMENT, Statement.APPROVAL])
    lost = await team.put(f"/pathways/{PATHWAY}", pathway(version=3), headers={"If-Match": f'"{first}"'})
    assert lost.status_code == 412
    new = await team.put("/pathways/another", pathway(id="another"), headers={"If-Match": f'"{first}"'})
    assert new.status_code == 412


async def test_of_two_changes_at_once_one_is_lost_to_nobody(world: World) -> None:
    first = await world.declared()
    team = world.person(TEAM)
    answers = await asyncio.gather(
        *(
            team.put(
                f"/pathways/{PATHWAY}",
                pathway(version=2 + n, scenarios=[f"R0{n + 1}"]),
                headers={"If-Match": f'"{first}"'},
            )
            for n in range(3)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412]


async def test_a_version_names_one_document(world: World) -> None:
    first = await world.declared()
    same = await world.person(TEAM).put(
        f"/pathways/{PATHWAY}", pathway(scenarios=["R01"]), headers={"If-Match": f'"{first}"'}
    )
    assert (same.status_code, same.json()["code"]) == (422, "VERSION_NOT_RAISED")
    nothing_new = await world.person(TEAM).put(f"/pathways/{PATHWAY}", pathway(), headers={"If-Match": f'"{first}"'})
    assert (nothing_new.status_code, nothing_new.json()["changes"]) == (200, [])


async def test_yaml_is_read_as_json_is(world: World) -> None:
    text = (EXAMPLE / "tenants" / "siv.yaml").read_text()
    answer = await world.person(TEAM).put(
        f"/tenants/{TENANT}", text, headers={"Content-Type": "application/yaml; charset=utf-8"}
    )
    assert answer.status_code == 201
    same = await world.person(TEAM).put(f"/tenants/{TENANT}", tenant(), headers={"If-Match": answer.headers["etag"]})
    assert same.json()["manifest"] == answer.json()["manifest"]


async def test_every_mistake_is_told_with_its_line_and_no_number_is_said_back(world: World) -> None:
    text = (EXAMPLE / "tenants" / "siv.yaml").read_text()
    wrong = text.replace("Eksempelsak 2023/101", "Sak 131169 00216").replace("cost_owner:", "cost_ownr:")
    answer = await world.person(TEAM).put(f"/tenants/{TENANT}", wrong, headers={"Content-Type": "application/yaml"})
    assert answer.status_code == 422
    mistakes = answer.json()["errors"]
    assert {one["code"] for one in mistakes} >= {"PERSON_IDENTIFIER"}
    assert len(mistakes) >= 2
    assert all(one["line"] > 1 for one in mistakes)
    assert "131169" not in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "", "application/xml", "multipart/form-data"])
async def test_other_forms_are_not_read(world: World, kind: str) -> None:
    answer = await world.person(TEAM).put(f"/tenants/{TENANT}", json.dumps(tenant()), headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (415, "MEDIA_TYPE")


@pytest.mark.parametrize("body", ["{", "[]", "null", '"text"', '{"schema": "tenant/1"}', '{"a": 1, "a": 2}', "\x00"])
async def test_what_is_no_manifest_is_refused(world: World, body: str) -> None:
    answer = await world.person(TEAM).put(f"/tenants/{TENANT}", body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["errors"]


async def test_a_body_that_is_too_large_is_not_read(world: World) -> None:
    answer = await world.person(TEAM).put(
        f"/tenants/{TENANT}",
        b" " * (world.wiring.settings.body_limit + 1),
        headers={"Content-Type": "application/json"},
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "TOO_LARGE")


@pytest.mark.parametrize(
    "path",
    [
        "/pathways/13116900216",
        "/pathways/a-131169-00216",
        "/pathways/%31%33%31%31%36%39%30%30%32%31%36",
        "/pathways/%2531%2533116900216",
        "/pathways?of=131169+00216",
        "/pathways?of=131169%2000216",
        "/portal/pathways/13116900216",
        "/nowhere/13116900216",
    ],
)
async def test_eleven_digits_in_a_url_are_refused_and_not_said_back(world: World, path: str) -> None:
    answer = await world.person(TEAM).get(path)
    assert (answer.status_code, answer.json()["code"]) == (400, "PERSON_IDENTIFIER")
    assert "00216" not in answer.text


async def test_a_digest_or_uuid_in_a_header_is_not_taken_for_a_person(world: World) -> None:
    key = "41234567-4123-4123-8123-123a00000000"  # groups of 4, 4 and 3 digits
    answer = await world.person(TEAM).put(f"/tenants/{TENANT}", tenant(), headers={"Idempotency-Key": key})
    assert answer.status_code == 201


def test_the_example_is_where_the_tests_think() -> None:
    assert Path(EXAMPLE / "region.yaml").is_file()
