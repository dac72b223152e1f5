"""Who may do what: the table, against a reference, against what may never be, and against attacks."""

import csv
import logging
import re
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.roles import Roles, permission_matrix
from policies.roles.enforcer import FOLDER
from prosess.domain.role import NEVER, Role

ROOT = Path(__file__).parents[3]
ROLES = Roles()
KNOWN = [role.value for role in Role]
PERMISSIONS = [tuple(one.split(":")) for one in ROLES.permissions]


def rows() -> set[tuple[str, str, str]]:
    lines = (FOLDER / "policy.csv").read_text().splitlines()
    return {
        (row[1].strip(), row[2].strip(), row[3].strip())
        for row in csv.reader(line for line in lines if line and not line.startswith("#"))
    }


TABLE = rows()
OBJECTS = sorted({row[0] for row in TABLE})
ACTIONS = sorted({row[1] for row in TABLE})


def reference(roles: frozenset[str], object_: str, action: str) -> bool:
    if not roles or any(role not in KNOWN for role in roles):
        return False
    return any((object_, action, role) in TABLE for role in roles)


NAMES = st.sampled_from([*KNOWN, "", "admin", "platform_owner ", "Platform_Owner", "platform_owner\0", "tenant"])


@settings(max_examples=600, deadline=None)
@given(st.frozensets(NAMES, max_size=4), st.sampled_from([*OBJECTS, "", "x"]), st.sampled_from([*ACTIONS, "", "x"]))
def test_a_decision_is_what_the_table_says(roles: frozenset[str], object_: str, action: str) -> None:
    assert ROLES.may(roles, object_, action) is reference(roles, object_, action)


@pytest.mark.parametrize("permission", PERMISSIONS, ids=":".join)
def test_every_permission_is_given_to_those_and_no_others(permission: tuple[str, str]) -> None:
    allowed = {role for role in KNOWN if ROLES.may(frozenset({role}), *permission)}
    assert allowed == {role for object_, action, role in TABLE if (object_, action) == permission}
    assert allowed


def test_nobody_is_given_what_they_may_never_have() -> None:
    assert {role: NEVER[role] & ROLES.granted(role) for role in Role if NEVER[role] & ROLES.granted(role)} == {}


def test_who_writes_does_not_confirm_approve_review_or_accept_alone() -> None:
    team = ROLES.granted(Role.PRODUCT_TEAM_MEMBER)
    assert "pathway:submit" in team
    assert not team & {"pathway:approve", "dependency:confirm", "ros:recommend", "ros:return", "ros:accept"}
    assert [role for role in Role if "dependency:confirm" in ROLES.granted(role)] == [Role.DEPENDENCY_ACTOR]
    reviewer = ROLES.granted(Role.SECURITY_REVIEWER)
    assert {"ros:comment", "ros:return", "ros:recommend"} <= reviewer
    assert not reviewer & {"ros:accept", "ros:author", "pathway:approve"}


def test_every_role_of_the_domain_has_a_permission_and_every_row_a_known_role() -> None:
    assert {role for _, _, role in TABLE} == set(KNOWN)


def test_no_row_stands_twice() -> None:
    lines = [line for line in (FOLDER / "policy.csv").read_text().splitlines() if line.startswith("p,")]
    assert len(lines) == len(set(lines)) == len(TABLE)


@pytest.mark.parametrize(
    ("roles", "object_", "action"),
    [
        (frozenset(), "pathway", "read"),
        (frozenset({""}), "", ""),
        (frozenset({"product_owner", "made_up"}), "pathway", "read"),
        (frozenset({"product_owner"}), "pathway", "*"),
        (frozenset({"product_owner"}), "p.obj", "p.act"),
        (frozenset({"product_owner' or True or '"}), "pathway", "approve"),
    ],
)
def test_what_is_odd_is_denied(roles: frozenset[str], object_: str, action: str) -> None:
    assert not ROLES.may(roles, object_, action)


def test_an_empty_table_denies(tmp_path: Path) -> None:
    (tmp_path / "policy.csv").write_text("")
    assert not Roles(tmp_path / "policy.csv").may(frozenset({"platform_owner"}), "tenant", "create")


def test_what_casbin_raises_is_a_denial_and_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    roles = Roles()
    owner = frozenset({"platform_owner"})
    with monkeypatch.context() as broken:

        def fails(*_: object) -> bool:
            raise SystemError("AST constructor recursion depth mismatch")

        broken.setattr(roles._enforcer, "enforce", fails)
        assert not roles.may(owner, "tenant", "create")
    assert roles.may(owner, "tenant", "create")


@pytest.mark.parametrize("answer", [1, "yes", None, object()])
def test_only_a_clean_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    roles = Roles()
    monkeypatch.setattr(roles._enforcer, "enforce", lambda *_: answer)
    assert not roles.may(frozenset({"platform_owner"}), "tenant", "create")


def test_another_thread_is_denied() -> None:
    roles = Roles()
    owner = frozenset({"platform_owner"})
    assert roles.may(owner, "tenant", "create")
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(roles.may(owner, "tenant", "create")))
    thread.start()
    thread.join()
    assert answers == [False]


def test_denials_leave_no_text_of_the_users_in_any_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        roles = Roles()
        roles.may(frozenset({"access_auditor"}), "tenant", "create")
        roles._ask(frozenset({"access_auditor"}), "forged\nline", "create")
    assert "forged" not in caplog.text
    assert not [record for record in caplog.records if record.name.startswith("casbin")]


def test_the_matrix_shows_the_table() -> None:
    matrix = permission_matrix(ROLES)
    assert matrix == permission_matrix(Roles())
    assert matrix.count("✔") == len(TABLE)
    header, rule, *body = matrix.splitlines()
    assert len(body) == len(PERMISSIONS)
    assert {line.count("|") for line in (header, rule, *body)} == {len(Role) + 2}


def test_the_lock_file_has_no_dist_of_the_dead_name() -> None:
    names = re.findall(r'^name = "([^"]+)"', (ROOT / "uv.lock").read_text(), re.MULTILINE)
    assert "pycasbin" in names
    assert "casbin" not in names
