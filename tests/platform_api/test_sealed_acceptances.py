"""Acceptances: sealed and provable without the service, taken back, renewed, carried to a new revision or broken."""

import json
import stat
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from platform_api.assessments.seal import open_seal
from platform_api.settings import Settings
from platform_api.wiring import wire
from prosess.contracts import AcceptanceRevocation, AcceptanceStatement, Assessment, SealKeys, State
from prosess.contracts.assessment import (
    ControlDerivation,
    Derivation,
    DutyReason,
    LevelAuthority,
    PrivacyDuty,
    Risk,
    Verdict,
)
from prosess.domain.access import Stage
from prosess.domain.role import Role
from prosess.sealing import SealError, make_key, open_envelope, public_entry
from tests.platform_api.test_assessments import PATH, answer, put, say
from tests.platform_api.test_points import as_somebody
from tests.platform_api.world import AUDITOR, CONTROLLERS, PATHWAY, REVIEWER, TEAM, World, assessment, risk, settings

pytestmark = pytest.mark.anyio
RISK_OWNER = "risk-owner@siv"
PROVIDER = "914637651"


def controlled(state: State = State.PASS, **changes: Any) -> Risk:
    """A risk with a control in a state."""
    control = ControlDerivation(
        control="CTRL-NET", mechanism="m", declared={}, counted={}, state=state, because="all_pass"
    )
    derived = Derivation(controls=(control,), likelihood_steps=0)
    return risk().model_copy(update={"derivation": derived, **changes})


async def accepted(world: World, document: Assessment | None = None) -> Assessment:
    await world.declared()
    document = document or assessment(risks=(controlled(),))
    await world.reviewed(document)
    for user in CONTROLLERS:
        assert (await answer(world, user, document)).status_code == 201
    return document


def standing(answered: httpx.Response) -> dict[str, dict[str, Any]]:
    return {one["organisation"]: one for one in answered.json()["acceptances"]}


async def revoke(world: World, user: str, acceptance: str, because: str = "Nye opplysninger.") -> httpx.Response:
    return await world.person(user).post(f"{PATH}/acceptances/{acceptance}/revocation", {"because": because})


async def posted(world: World, before: Assessment, after: Assessment) -> httpx.Response:
    answered = await put(world, after, If_Match=f'"{before.digest}"')
    assert answered.status_code == 200, answered.text
    return answered


async def test_an_acceptance_is_proven_without_the_service(world: World) -> None:
    document = await accepted(world)
    one = standing(await world.person(TEAM).get(PATH))["983975259"]
    sealed = await world.person(AUDITOR.replace("access-auditor", "security-reviewer")).get(
        f"{PATH}/acceptances/{one['id']}"
    )
    keys = SealKeys.from_bytes((await world.client.get("/seal-keys")).content)  # nobody need sign in for these
    statement = open_envelope(sealed.content, keys, AcceptanceStatement)
    assert (statement.data_controller, statement.role, statement.until) == (
        "983975259",
        Role.DATA_CONTROLLER_REP,
        date(2024, 10, 1),
    )
    assert (statement.assessment, statement.criteria_digest) == (document.digest, document.criteria_digest)
    assert [(each.id, each.level, each.material) for each in statement.risks] == [("R01", "medium", risk().material)]
    assert statement.risks[0].controls == {"CTRL-NET": State.PASS}
    assert statement.because == "Nytten er stor."
    changed = bytearray(sealed.content)
    changed[40] ^= 1
    with pytest.raises(SealError):
        open_envelope(bytes(changed), keys, AcceptanceStatement)


async def test_nobody_else_fetches_it(world: World) -> None:
    await accepted(world)
    one = standing(await world.person(TEAM).get(PATH))["983975259"]
    address = f"{PATH}/acceptances/{one['id']}"
    assert (await world.person("product-team@ostfold").get(address)).status_code == 404
    assert (await world.client.get(address)).status_code == 401
    missing = await world.person(TEAM).get(f"{PATH}/acceptances/ac-{'b' * 24}")
    assert (missing.status_code, missing.json()["code"]) == (404, "NO_SUCH_ACCEPTANCE")
    never_revoked = await world.person(TEAM).get(f"{address}?revocation=true")
    assert never_revoked.json()["code"] == "NO_SUCH_ACCEPTANCE"


@pytest.mark.parametrize(
    ("accepted_by", "code", "unblocked_by"),
    [
        ((Role.RISK_OWNER,), "ACCEPTANCE_WITHOUT_MANDATE", "risk_owner"),
        ((), "ACCEPTANCE_BY_NOBODY", "product_owner"),
    ],
)
async def test_a_role_accepts_what_the_profile_lets_it(
    world: World, accepted_by: tuple[Role, ...], code: str, unblocked_by: str
) -> None:
    await world.declared()
    levels = (
        LevelAuthority(id="low", above_limit=False, accepted_by=(Role.DATA_CONTROLLER_REP,), accepted_days=365),
        LevelAuthority(id="medium", above_limit=True, accepted_by=accepted_by, accepted_days=90),
    )
    document = assessment(levels=levels, risks=(risk(level="low"), risk("R02")))
    await world.reviewed(document)
    refused = await answer(world, CONTROLLERS[0], document, until="2023-12-31")
    assert (refused.status_code, refused.json()["code"], refused.json()["unblocked_by"]) == (403, code, unblocked_by)
    assert refused.json()["facts"]["risk"] == "R02"
    if accepted_by:
        # The risk owner may accept R02, and R01 is beyond that role here: no one role for all of them.
        both = await answer(world, RISK_OWNER, document, until="2023-12-31")
        assert both.json()["code"] == "ACCEPTANCE_WITHOUT_MANDATE"
        both_roles = as_somebody(world, "two", like=RISK_OWNER, roles=(Role.RISK_OWNER, Role.DATA_CONTROLLER_REP))
        assert (await answer(world, both_roles, document, until="2023-12-31")).json()["code"] == (
            "ACCEPTANCE_IN_TWO_ROLES"
        )


async def test_the_strictest_level_sets_the_end(world: World) -> None:
    await world.declared()
    levels = tuple(
        LevelAuthority(id=level, above_limit=False, accepted_by=(Role.DATA_CONTROLLER_REP,), accepted_days=days)
        for level, days in (("low", 365), ("medium", 30))
    )
    document = assessment(levels=levels, risks=(risk(level="low"), risk("R02")))
    await world.reviewed(document)
    late = await answer(world, CONTROLLERS[0], document, until="2023-11-05")
    assert (late.json()["code"], late.json()["facts"]["latest"]) == ("ACCEPTANCE_TOO_LONG", "2023-11-04")
    assert (await answer(world, CONTROLLERS[0], document, until="2023-11-04")).status_code == 201


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_an_acceptance_says_why(world: World, language: str) -> None:
    await world.declared()
    document = assessment()
    await world.reviewed(document)
    person = world.person(CONTROLLERS[0])
    person.language = language
    body = {"assessment": document.digest, "answer": "accept", "until": "2024-01-01"}
    refused = await person.post(f"{PATH}/acceptances", body)
    assert (refused.status_code, refused.json()["code"]) == (422, "ACCEPTANCE_WITHOUT_REASON")
    assert refused.json()["title"] == {
        "nb": "Begrunnelsen mangler.", "nn": "Grunngivinga manglar.", "en": "The reason is missing."
    }[language]  # fmt: skip
    assert refused.json()["remedy"]


async def test_who_has_no_risk_has_nothing_to_accept(world: World) -> None:
    await world.declared()
    document = assessment(risks=(risk().model_copy(update={"data_controllers": ("983975259",)}),))
    await world.reviewed(document)
    refused = await answer(world, CONTROLLERS[1], document)
    assert (refused.status_code, refused.json()["code"]) == (409, "NOTHING_TO_ACCEPT")
    assert (await answer(world, CONTROLLERS[0], document)).status_code == 201


@pytest.mark.parametrize(
    ("duty", "state", "code"),
    [
        ("dpia", "needed", "DPIA_NEEDED"),
        ("prior_consultation", "needed", "PRIOR_CONSULTATION_NEEDED"),
        ("transfer_assessment", "needed", "TRANSFER_ASSESSMENT_NEEDED"),
        ("dpia", "undecided", "PRIVACY_DUTY_UNDECIDED"),
        ("dpia", "done", None),
        ("prior_consultation", "not_needed", None),
    ],
)
async def test_what_data_protection_asks_for_comes_first(world: World, duty: Any, state: Any, code: str | None) -> None:
    await world.declared()
    asked = PrivacyDuty(
        duty=duty, state=state, because=(DutyReason(code="health_data_at_scale"),), by=date(2023, 11, 1)
    )
    document = assessment(privacy=(asked,))
    await world.reviewed(document)
    answered = await answer(world, CONTROLLERS[0], document)
    if code is None:
        assert answered.status_code == 201
        return
    told = answered.json()
    assert (answered.status_code, told["code"], told["unblocked_by"]) == (409, code, "product_owner")
    assert told["reasons"][0]["facts"]["deadline"] == "2023-11-01"
    assert told["title"]
    assert told["remedy"]


async def test_an_acceptance_is_taken_back_by_the_own_organisation_only(world: World) -> None:
    document = await accepted(world)
    one = standing(await world.person(TEAM).get(PATH))["983975259"]
    elsewhere = await revoke(world, CONTROLLERS[1], one["id"])
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (403, "NOT_OWN_ACCEPTANCE")
    other_role = await revoke(world, RISK_OWNER, one["id"])
    assert (other_role.status_code, other_role.json()["code"]) == (403, "ACCEPTANCE_NOT_YOURS")
    assert other_role.json()["unblocked_by"] == "data_controller_rep"
    back = await revoke(world, CONTROLLERS[0], one["id"])
    assert (back.status_code, back.json()["state"]) == (201, "pending_acceptance")
    assert standing(back)["983975259"]["state"] == "revoked"
    assert (await world.gates("prod"))["G5"]["state"] == "closed"
    sealed = await world.person(REVIEWER).get(f"{PATH}/acceptances/{one['id']}?revocation=true")
    keys = SealKeys.from_bytes((await world.client.get("/seal-keys")).content)
    statement = open_envelope(sealed.content, keys, AcceptanceRevocation)
    assert (statement.organisation, statement.reason) == ("983975259", "Nye opplysninger.")
    assert (
        statement.acceptance
        == open_envelope(
            (await world.person(REVIEWER).get(f"{PATH}/acceptances/{one['id']}")).content, keys, AcceptanceStatement
        ).id
    )
    again = await revoke(world, CONTROLLERS[0], one["id"])
    assert (again.status_code, again.json()["code"]) == (409, "ACCEPTANCE_NOT_IN_FORCE")
    assert (await answer(world, CONTROLLERS[0], document)).json()["state"] == "accepted"


async def test_an_acceptance_ends_with_its_last_day_in_oslo(world: World) -> None:
    document = await accepted(world)
    for user in CONTROLLERS:
        await answer(world, user, document, until="2023-10-06")
    assert (await world.gates("prod"))["G5"]["state"] == "open"
    world.move(hours=36)  # the evening of the 6th, and still the 6th in Oslo at 21:59 UTC
    world.move(minutes=59)
    assert (await world.person(TEAM).get(PATH)).json()["state"] == "accepted"
    assert (await world.gates("prod"))["G5"]["state"] == "open"
    world.move(minutes=1)
    over = await world.person(TEAM).get(PATH)
    assert over.json()["state"] == "expired"
    assert {one["state"] for one in standing(over).values()} == {"expired"}
    assert (await world.gates("prod"))["G5"]["state"] == "closed"
    for user in CONTROLLERS:
        renewed = await answer(world, user, document, until="2023-12-31")
        assert renewed.status_code == 201, renewed.text
    assert renewed.json()["state"] == "accepted"


async def test_a_renewal_takes_the_former_ones_place(world: World) -> None:
    document = await accepted(world)
    keys = world.wiring.seal.keys
    first = standing(await world.person(TEAM).get(PATH))["983975259"]
    renewed = await answer(world, CONTROLLERS[0], document, until="2024-09-30")
    second = standing(renewed)["983975259"]
    read = [
        open_envelope(
            (await world.person(TEAM).get(f"{PATH}/acceptances/{one['id']}")).content, keys, AcceptanceStatement
        )
        for one in (first, second)
    ]
    assert read[1].supersedes == (read[0].id,)
    assert [one["state"] for one in renewed.json()["acceptances"] if one["organisation"] == "983975259"] == [
        "superseded",
        "active",
    ]


async def test_those_that_end_soon_are_told_with_their_step(world: World) -> None:
    document = await accepted(world)
    await answer(world, CONTROLLERS[1], document, until="2023-11-04")

    async def soon(user: str = TEAM, days: int = 90) -> list[tuple[str, int, int]]:
        found = (await world.person(user).get(f"/acceptances?days={days}")).json()["acceptances"]
        return [(one["organisation"], one["days_left"], one["told_at"]) for one in found]

    assert await soon() == [("310000000", 30, 30)]
    assert await soon(days=7) == []
    assert await soon("product-team@ostfold") == []
    world.move(days=1)
    assert await soon() == [("310000000", 29, 30)]
    world.move(days=22)
    assert await soon(REVIEWER, 7) == [("310000000", 7, 7)]
    world.move(days=7)
    assert await soon() == [("310000000", 0, 0)]
    world.move(days=1)
    assert await soon() == []


async def test_a_spelling_fix_keeps_everything(world: World) -> None:
    before = await accepted(world)
    fixed = controlled().model_copy(update={"title": {"nb": "Risikoen", "nn": "Risikoen", "en": "The risk"}})
    answered = await posted(world, before, assessment(risks=(fixed,)))
    assert (answered.json()["state"], answered.json()["revision"]) == ("accepted", 2)
    assert {one["state"] for one in standing(answered).values()} == {"active"}
    assert [one["event"] for one in answered.json()["reviews"]] == ["recommend"]
    gates = await world.gates("prod")
    assert (gates["G3"]["state"], gates["G5"]["state"]) == ("open", "open")
    # The reviewer of the carried recommendation is still a reviewer.
    hat = as_somebody(world, "hat", like=RISK_OWNER, subject="handle-sp-reviewer")
    refused = await answer(world, hat, assessment(risks=(fixed,)))
    assert [one["code"] for one in refused.json()["reasons"]] == ["REVIEWER_CANNOT_ACCEPT"]
    # The sealed statement is the one that was given.
    one = standing(answered)["983975259"]
    sealed = await world.person(TEAM).get(f"{PATH}/acceptances/{one['id']}")
    assert open_envelope(sealed.content, world.wiring.seal.keys, AcceptanceStatement).assessment == before.digest


LOWER = risk(level="low").current


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"risks": (controlled(material=f"sha256:{'2' * 64}"),)}, "material_changed"),
        ({"risks": (controlled(current=risk(level="high").current),)}, "level_raised"),
        ({"risks": (controlled(current=risk(level="not_assessed").current),)}, "level_raised"),
        ({"risks": (controlled(), risk("R02"))}, "risk_added"),
        ({"risks": (controlled(State.FAIL),)}, "control_fails"),
        ({"risks": (controlled(),), "criteria_digest": f"sha256:{'b' * 64}"}, "criteria_changed"),
        ({"risks": (controlled(State.NOT_EVALUATED),)}, None),
        ({"risks": (controlled(current=LOWER),)}, None),
    ],
)
async def test_a_material_change_breaks_an_acceptance(
    world: World, changes: dict[str, Any], because: str | None
) -> None:
    before = await accepted(world)
    answered = await posted(world, before, assessment(**changes))
    assert {one.get("because") for one in standing(answered).values()} == {because}
    assert answered.json()["state"] == ("draft" if because else "accepted")
    if because:
        assert {one["state"] for one in standing(answered).values()} == {"invalidated"}
        assert all(one["because_name"] for one in standing(answered).values())
        assert (await world.gates("prod"))["G5"]["state"] == "closed"


async def test_what_one_controller_accepted_is_carried_though_anothers_is_broken(world: World) -> None:
    own = [controlled(data_controllers=("310000000",)), controlled(id="R02", data_controllers=("983975259",))]
    before = await accepted(world, assessment(risks=tuple(own)))
    changed = own[1].model_copy(update={"material": f"sha256:{'3' * 64}"})
    after = assessment(risks=(own[0], changed))
    answered = await posted(world, before, after)
    assert answered.json()["state"] == "draft"
    assert {key: (one["state"], one.get("risk")) for key, one in standing(answered).items()} == {
        "310000000": ("active", None),
        "983975259": ("invalidated", "R02"),
    }
    for user, event in ((TEAM, "send_to_review"), (REVIEWER, "recommend")):
        assert (await say(world, user, event, after)).status_code == 201
    assert (await answer(world, CONTROLLERS[0], after)).json()["state"] == "accepted"


async def test_carried_acceptances_are_enough_when_it_is_recommended_again(world: World) -> None:
    before = await accepted(world)
    fixed = controlled().model_copy(update={"title": {"nb": "Risikoen"}})
    other = assessment(risks=(fixed,))
    await posted(world, before, other)
    issuer = world.wiring.issuer
    assert issuer is not None
    # The reviewer turns author: the recommendation is to be made again, the acceptances stand.
    turned = as_somebody(world, "turned", like=TEAM, subject="handle-sp-reviewer")
    third = assessment(risks=(fixed.model_copy(update={"title": {"nb": "Risiko"}}),))
    answered = await world.person(turned).put(
        PATH, json.loads(third.to_bytes()), headers={"If-Match": f'"{other.digest}"'}
    )
    assert answered.status_code == 200
    assert (await world.gates("prod"))["G3"]["state"] == "closed"


async def test_the_trail_tells_of_every_acceptance(world: World) -> None:
    before = await accepted(world)
    one = standing(await world.person(TEAM).get(PATH))["983975259"]
    await revoke(world, CONTROLLERS[0], one["id"])
    await posted(world, before, assessment(risks=(controlled(State.FAIL),)))
    entries = (await world.person(AUDITOR).get("/audit")).json()["entries"]
    told = [one["event"]["action"] for one in entries if one["event"]["object"] == f"pathway/{PATHWAY}"]
    assert [one for one in told if one.startswith("ros:")][-5:] == [
        "ros:accept", "ros:accept", "ros:revoke", "ros:invalidate", "ros:author",
    ]  # fmt: skip
    assert "Nye opplysninger" not in json.dumps(entries)


def _opened(folder: Path, stage: Stage = Stage.TEST, **given: Any) -> Any:
    return open_seal(
        **{"key_file": None, "keys_file": None, "folder": folder, "stage": stage, "organisation": PROVIDER,
           "today": date(2023, 10, 5), **given}
    )  # fmt: skip


async def test_a_key_for_tests_is_made_once_and_kept_for_its_owner(tmp_path: Path) -> None:
    first, second = _opened(tmp_path), _opened(tmp_path)
    assert first.keys == second.keys
    path = tmp_path / "seal.key.pem"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    with pytest.raises(SealError):
        _opened(tmp_path)


async def test_prod_is_given_its_key(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="PROSESS_SEAL_KEY_FILE"):
        _opened(tmp_path, Stage.PROD)
    assert not (tmp_path / "seal.key.pem").exists()
    given: dict[str, Any] = {
        "stage": "prod", "identity": "oidc", "oidc_issuer": "https://issuer.example", "clock": None,
        "oidc_jwks_url": "https://issuer.example/keys",
    }  # fmt: skip
    configured: Settings = settings(tmp_path, f"sqlite:///{tmp_path / 'x.db'}", **given)
    with pytest.raises(RuntimeError, match="PROSESS_SEAL_KEY_FILE"):
        wire(configured)


async def test_a_key_gives_way_to_another_and_still_proves(tmp_path: Path, world: World) -> None:
    await accepted(world)
    one = standing(await world.person(TEAM).get(PATH))["983975259"]
    sealed = (await world.person(TEAM).get(f"{PATH}/acceptances/{one['id']}")).content
    former = world.wiring.seal.keys.keys[0]
    private = make_key(tmp_path / "new.pem")
    entry = public_entry(
        private, issuer="urn:test", organisation=PROVIDER, valid_from=date(2023, 10, 1), valid_until=date(2024, 10, 1)
    )
    listed = tmp_path / "keys.json"
    listed.write_bytes(SealKeys(keys=(entry, former)).to_bytes())
    seal = _opened(tmp_path, Stage.PROD, key_file=tmp_path / "new.pem", keys_file=listed)
    assert seal.opened(sealed.decode()).data_controller == "983975259"
    with pytest.raises(RuntimeError, match="proves nothing today"):
        _opened(tmp_path, key_file=tmp_path / "new.pem", keys_file=listed, today=date(2024, 10, 2))
    listed.write_bytes(SealKeys(keys=(former,)).to_bytes())
    with pytest.raises(RuntimeError, match="is not in"):
        _opened(tmp_path, key_file=tmp_path / "new.pem", keys_file=listed)


async def test_what_was_not_assessed_is_accepted_by_nobody_whatever_the_verdict(world: World) -> None:
    await world.declared()
    document = assessment(verdict=Verdict.ABOVE_LIMIT, risks=(risk(), risk("R02", level="not_assessed")))
    await world.reviewed(document)
    assert (await answer(world, CONTROLLERS[0], document)).json()["code"] == "NOT_ASSESSED"
