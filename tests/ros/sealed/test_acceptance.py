"""Sealed acceptances: who may give one, what ends it, and that a file is believed or refused by name."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Verdict
from prosess.contracts.findings import State
from prosess.domain.errors import DomainError
from prosess.domain.role import Role
from prosess.sealing import Approver, revocation_of
from prosess.sealing.accepting import content_id
from ros.model import AnalysisFiles, Selector
from ros.sealed.acceptance import Register, load_acceptances, read_acceptances
from ros.sealed.seals import SealedFileError, read_keys
from ros.sealed.verifying import standing_of, verified
from tests.prosess.sealing.worlds import private
from tests.ros.sealed_worlds import (
    DAY,
    KEYS,
    OTHER,
    OTHER_OWNER,
    OWNER,
    UNTIL,
    accepted_by,
    assessed,
    files,
    high,
    put,
    states,
)
from tests.ros.worlds import CONTROLLER, analysis, control, text

HERE = files()
NEXT = timedelta(days=1)


def refusal(approver: Approver = OWNER, of: AnalysisFiles = HERE, **changes: Any) -> str:
    with pytest.raises(DomainError) as caught:
        accepted_by(of, approver, **changes)
    return caught.value.code


# --- who, what, until when ---------------------------------------------------------------------------------------


def test_an_acceptance_names_the_state_that_it_is_of() -> None:
    statement, (risk,) = accepted_by(HERE), assessed(HERE).risks
    (accepted,) = statement.risks
    assert (accepted.id, accepted.level, accepted.material) == ("R01", "high", risk.material)
    assert accepted.controls == {"CTRL-PURGE": State.PASS}
    assert (statement.data_controller, statement.role, statement.subject) == (CONTROLLER, "risk_owner", "handle-owner")
    assert statement.assessment == assessed(HERE).digest
    assert statement.id == content_id(statement)
    assert not any(character.isdigit() for character in statement.id)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RISK_OWNER])
def test_a_role_that_the_criteria_do_not_name_is_refused(role: Role) -> None:
    assert refusal(Approver("handle", CONTROLLER, (role,))) == "ACCEPTANCE_WITHOUT_MANDATE"


def test_a_refusal_names_who_may() -> None:
    with pytest.raises(DomainError) as caught:
        accepted_by(HERE, Approver("handle", CONTROLLER, (Role.SECURITY_REVIEWER,)))
    assert caught.value.facts["acceptors"] == ["risk_owner"]


def test_the_one_who_wrote_or_reviewed_is_refused_whatever_token_is_brought() -> None:
    assert refusal(authors={"handle-owner"}) == "ACCEPTANCE_BY_AUTHOR"
    assert refusal(reviewers={"handle-owner"}) == "ACCEPTANCE_BY_REVIEWER"
    assert accepted_by(HERE, authors={"somebody"}, reviewers={"another"}).subject == "handle-owner"


def test_another_organisation_is_refused() -> None:
    assert refusal(Approver("handle", "310000000", (Role.RISK_OWNER,))) == "ACCEPTANCE_OTHER_CONTROLLER"


def test_every_acceptance_ends() -> None:
    assert refusal(until=None) == "ACCEPTANCE_WITHOUT_END"
    assert refusal(until=DAY - NEXT) == "ACCEPTANCE_ENDED"
    assert accepted_by(HERE, until=DAY).until == DAY
    assert accepted_by(HERE, until=DAY + timedelta(days=180)).until == DAY + timedelta(days=180)
    assert refusal(until=DAY + timedelta(days=181)) == "ACCEPTANCE_TOO_LONG"


def test_what_was_not_assessed_or_is_not_there_is_not_accepted() -> None:
    gone = files(high(applies_to=[Selector(type="azure-native:web:WebApp")]))
    assert refusal(of=gone) == "ACCEPTANCE_NOT_ASSESSED"
    assert refusal(risks=["R99"]) == "ROS_RISK_UNKNOWN"
    assert refusal(risks=[]) == "ACCEPTANCE_OF_NOTHING"


def test_a_reason_is_given_and_names_nobody() -> None:
    assert refusal(because="  ") == "ACCEPTANCE_WITHOUT_REASON"
    assert refusal(because="gjelder 123456 78901") == "PERSON_IDENTIFIER"


# --- what ends it ------------------------------------------------------------------------------------------------


def test_each_data_controller_accepts_its_own(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE))
    assert states(tmp_path, HERE) == {CONTROLLER: ("active", None), OTHER: ("none", None)}
    read = load_acceptances(tmp_path, HERE, KEYS, day=DAY)
    assert assessed(HERE, accepted=read).verdict is Verdict.ABOVE_LIMIT
    put(tmp_path, "acceptances", accepted_by(HERE, OTHER_OWNER))
    assert states(tmp_path, HERE) == {CONTROLLER: ("active", None), OTHER: ("active", None)}
    read = load_acceptances(tmp_path, HERE, KEYS, day=DAY)
    assert assessed(HERE, accepted=read).verdict is Verdict.ACCEPTABLE


@settings(max_examples=30, deadline=None)
@given(st.integers(-5, 200))
@example(-1)
@example(0)
@example(90)
@example(91)
def test_the_last_day_is_inclusive(days: int) -> None:
    register, day = Register.of([accepted_by(HERE)]), DAY + timedelta(days=days)
    (one,) = register.accepted(day)
    assert one.state == ("approved" if day < DAY else "active" if day <= UNTIL else "expired")


def test_a_spelling_fix_leaves_it_standing(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE))
    assert states(tmp_path, files(high(title=text("rettet"), description=text("rettet"))))[CONTROLLER][0] == "active"


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"target": {"likelihood": 1}}, "material_changed"),
        ({"applies_to": [Selector(type="azure-native:keyvault:*")]}, "material_changed"),
    ],
)
def test_a_material_change_invalidates_it(tmp_path: Path, changes: dict[str, Any], because: str) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE))
    assert states(tmp_path, files(high(**changes)))[CONTROLLER] == ("invalidated", because)


def test_a_level_that_rises_invalidates_it_and_the_gate_fails(tmp_path: Path) -> None:
    low = files(high(likelihood=2, consequence=3))
    for owner in (OWNER, OTHER_OWNER):
        put(tmp_path, "acceptances", accepted_by(low, owner))
    risen = files(high(likelihood=4, consequence=4))
    assert assessed(low).risks[0].current.level != assessed(risen).risks[0].current.level
    assert states(tmp_path, risen)[CONTROLLER] == ("invalidated", "level_raised")
    read = load_acceptances(tmp_path, risen, KEYS, day=DAY)
    assert assessed(risen, accepted=read).verdict is Verdict.ABOVE_LIMIT


def test_a_control_that_fails_invalidates_it(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE))
    assert states(tmp_path, HERE, state=State.FAIL)[CONTROLLER][0] == "invalidated"


def test_a_renewal_takes_its_place(tmp_path: Path) -> None:
    first = accepted_by(HERE)
    register = Register.of([first])
    assert register.in_place_of(CONTROLLER, ["R01"], DAY) == (first.id,)
    assert register.in_place_of(OTHER, ["R01"], DAY) == register.in_place_of(CONTROLLER, ["R02"], DAY) == ()
    second = accepted_by(HERE, today=DAY + NEXT, until=DAY + 2 * NEXT, supersedes=[first.id])
    both = Register.of([first, second])
    assert [both.state(one, "R01", DAY) for one in (first, second)] == ["active", "approved"]
    assert [both.state(one, "R01", DAY + NEXT) for one in (first, second)] == ["superseded", "active"]
    # A shorter acceptance took its place: the longer one does not come back when it ends.
    assert [both.state(one, "R01", DAY + 3 * NEXT) for one in (first, second)] == ["superseded", "expired"]


def test_another_controllers_acceptance_takes_no_place() -> None:
    first = accepted_by(HERE)
    other = accepted_by(HERE, OTHER_OWNER, supersedes=[first.id])
    assert Register.of([first, other]).state(first, "R01", DAY) == "active"


def test_what_is_taken_back_stands_no_longer(tmp_path: Path) -> None:
    given_ = accepted_by(HERE)
    put(tmp_path, "acceptances", given_)
    put(tmp_path, "acceptances", revocation_of(given_, OWNER, today=DAY + NEXT, reason="Prøves"), "revoked")
    assert states(tmp_path, HERE)[CONTROLLER] == ("active", None)
    assert states(tmp_path, HERE, on=DAY + NEXT)[CONTROLLER] == ("revoked", None)


@pytest.mark.parametrize(
    "someone", [OTHER_OWNER, Approver("handle", CONTROLLER, (Role.PRODUCT_OWNER,)), Approver("handle", OTHER, ())]
)
def test_only_who_gave_it_takes_it_back(someone: Approver, tmp_path: Path) -> None:
    given_ = accepted_by(HERE)
    with pytest.raises(DomainError) as caught:
        revocation_of(given_, someone, today=DAY, reason="Prøves")
    assert caught.value.code == "ACCEPTANCE_NOT_YOURS"
    # Sealed all the same, by somebody with the key, it is refused when it is read.
    sealed = revocation_of(given_, OWNER, today=DAY, reason="x").model_copy(
        update={"organisation": someone.organisation}
    )
    put(tmp_path, "acceptances", given_)
    if someone.organisation != CONTROLLER:
        put(tmp_path, "acceptances", sealed, "revoked")
        assert problems(tmp_path) == {"acceptances/revoked.dsse.json": "ACCEPTANCE_NOT_YOURS"}


# --- what cannot be believed -------------------------------------------------------------------------------------


def problems(folder: Path, of: AnalysisFiles = HERE) -> dict[str, str]:
    return {file.name: file.problem.code for file in read_acceptances(folder, of, KEYS) if file.problem}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"role": Role.PRODUCT_OWNER}, "ACCEPTANCE_WITHOUT_MANDATE"),
        ({"until": DAY + timedelta(days=181)}, "ACCEPTANCE_TOO_LONG"),
        ({"until": DAY - NEXT}, "ACCEPTANCE_ENDED"),
        ({"analysis": "another"}, "ACCEPTANCE_OTHER_ANALYSIS"),
    ],
)
def test_what_may_not_be_sealed_is_refused_when_it_is_read(tmp_path: Path, changes: dict[str, Any], code: str) -> None:
    forged = accepted_by(HERE).model_copy(update=changes)
    path = put(tmp_path, "acceptances", forged.model_copy(update={"id": content_id(forged)}))
    assert problems(tmp_path) == {f"acceptances/{path.name}": code}


def test_an_id_that_was_not_computed_and_one_that_stands_twice_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE).model_copy(update={"id": "acc-mine"}), "a")
    assert problems(tmp_path) == {"acceptances/a.dsse.json": "SEAL_ID"}
    put(tmp_path, "acceptances", accepted_by(HERE), "a")
    put(tmp_path, "acceptances", accepted_by(HERE), "b")
    assert set(problems(tmp_path).values()) == {"ACCEPTANCE_TWICE"}


def test_a_broken_file_is_never_left_out(tmp_path: Path) -> None:
    good = put(tmp_path, "acceptances", accepted_by(HERE))
    bad = put(tmp_path, "acceptances", accepted_by(HERE, OTHER_OWNER))
    bad.write_bytes(bad.read_bytes().replace(b"payloadType", b"payloadtype"))
    with pytest.raises(SealedFileError) as caught:
        load_acceptances(tmp_path, HERE, KEYS, day=DAY)
    assert (caught.value.code, caught.value.name) == ("SEAL_BROKEN", f"acceptances/{bad.name}")
    assert good.is_file()


@pytest.mark.parametrize("name", ["note.txt", "acc-a.dsse.json.bak", "folder"])
def test_a_file_that_is_not_sealed_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / "acceptances" / name
    path.parent.mkdir()
    path.mkdir() if name == "folder" else path.write_text("x")
    assert problems(tmp_path) == {f"acceptances/{name}": "SEAL_FILE"}


def test_seals_without_keys_prove_nothing(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE))
    assert read_keys(tmp_path) is None
    (file,) = read_acceptances(tmp_path, HERE, None)
    assert file.problem is not None
    assert file.problem.code == "SEAL_KEYS_MISSING"


def test_another_key_proves_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, "acceptances", accepted_by(HERE), private=private(2))
    assert problems(tmp_path) == {f"acceptances/{path.name}": "SEAL_KEY_UNKNOWN"}


def test_no_acceptances_are_none(tmp_path: Path) -> None:
    assert load_acceptances(tmp_path, HERE, None, day=DAY) == ()


# --- verify ------------------------------------------------------------------------------------------------------


def test_every_acceptance_is_held_against_the_present(tmp_path: Path) -> None:
    longer = accepted_by(HERE)
    shorter = accepted_by(HERE, until=DAY + NEXT)
    for one in (longer, shorter):
        put(tmp_path, "acceptances", one)
    read = read_acceptances(tmp_path, HERE, KEYS)
    accepted = load_acceptances(tmp_path, HERE, KEYS, day=DAY)

    def told(of: AnalysisFiles) -> set[tuple[str, str | None]]:
        standing = standing_of(accepted, lambda some: assessed(of, accepted=some))
        return {(row.state, row.because) for row in verified(read, (), of, day=DAY, standing=standing)}

    assert told(HERE) == {("active", None)}
    assert told(files(high(target={"likelihood": 1}))) == {("invalidated", "material_changed")}
    assert told(files(high(id_="R02"))) == {("invalidated", "risk_gone")}
    assert told(files(high(data_controllers=[OTHER]))) == {("invalidated", "risk_gone")}


def test_a_broken_file_is_told_beside_those_that_hold(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE), "a")
    put(tmp_path, "acceptances", accepted_by(HERE, OTHER_OWNER), "b", private=private(2))
    rows = verified(read_acceptances(tmp_path, HERE, KEYS), (), HERE, day=date(2024, 3, 1))
    assert [(row.state, row.sound) for row in rows] == [("expired", True), ("broken", False)]


def test_an_analysis_under_other_criteria_still_reads_what_was_accepted(tmp_path: Path) -> None:
    assert analysis().criteria_digest == HERE.profile.digest
    old = accepted_by(HERE).model_copy(update={"criteria_digest": "sha256:" + "0" * 64})
    put(tmp_path, "acceptances", old.model_copy(update={"id": content_id(old)}))
    assert states(tmp_path, HERE)[CONTROLLER] == ("invalidated", "criteria_changed")


def test_a_control_that_is_gone_changes_the_risk(tmp_path: Path) -> None:
    put(tmp_path, "acceptances", accepted_by(HERE))
    other = control("CTRL-PURGE", "PP-KV-001", select=[{"type": "azure-native:keyvault:Vault"}])
    assert states(tmp_path, files(controls=[other]))[CONTROLLER][0] == "invalidated"
