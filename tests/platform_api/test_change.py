"""What a changed manifest reopens: the binding of a statement changes exactly where a change's kind reopens it."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from platform_api.pathways import change
from platform_api.pathways.change import REOPENS, ChangeClass, Statement, binding, classes, reopened, row_binding
from prosess.domain.pathway import Pathway
from tests.platform_api.world import pathway

BEFORE: dict[str, Any] = pathway()


def parsed(document: dict[str, Any]) -> Pathway:
    return Pathway.model_validate_json(json.dumps(document), by_alias=True)


def changed(document: dict[str, Any], *path: str | int, to: Any) -> dict[str, Any]:
    copied: Any = copy.deepcopy(document)
    place = copied
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    found: dict[str, Any] = copied
    return found


OTHER = {"nb": "Noe annet", "nn": "Noko anna", "en": "Something else"}
EDITS: dict[str, tuple[tuple[str | int, ...], Any, ChangeClass]] = {
    "title": (("title",), OTHER, ChangeClass.TEXT),
    "description": (("description",), OTHER, ChangeClass.TEXT),
    "contact": (("contact", "role"), "En annen rolle", ChangeClass.TEXT),
    "a measurement's title": (("measurements", 0, "title"), OTHER, ChangeClass.TEXT),
    "a participant's name": (("participants", 0, "name"), "Annet navn", ChangeClass.TEXT),
    "an integration's title": (("integrations", 0, "title"), OTHER, ChangeClass.TEXT),
    "a limit": (("measurements", 0, "thresholds", 0, "default"), "91", ChangeClass.THRESHOLD),
    "an alert's time": (("alerts", 0, "answer_within_minutes"), 30, ChangeClass.THRESHOLD),
    "the decision table": (("release", "decision_table"), "sha256:" + "1" * 64, ChangeClass.THRESHOLD),
    "a flow's ground": (("data_flows", 0, "legal_basis", "article_6"), "6.1.e", ChangeClass.DATA_FLOW),
    "a country": (("data", "storage_countries"), ["NO", "SE"], ChangeClass.DATA_FLOW),
    "an access option": (("access", "options"), ["helseid_attested", "task_relation"], ChangeClass.DATA_FLOW),
    "scenarios": (("scenarios",), ["R01"], ChangeClass.DATA_FLOW),
    "a controller": (("participants", 1, "data_controller"), False, ChangeClass.PARTICIPANT),
    "opening hours": (("task_owners", 0, "opens"), "07:00:00", ChangeClass.PARTICIPANT),
    "a trigger": (("integrations", 1, "contract_version"), "2", ChangeClass.INTEGRATION),
    "a deadline": (("dependencies", 0, "deadline"), "2023-11-20", ChangeClass.REGISTER),
    "what is needed": (("dependencies", 0, "needs"), OTHER, ChangeClass.REGISTER),
    "an agreement": (("agreements", 0, "expires"), "2026-08-31", ChangeClass.REGISTER),
    "a freeze": (("release", "freezes"), [], ChangeClass.REGISTER),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_of_its_kind(edit: str) -> None:
    path, to, kind = EDITS[edit]
    before = parsed(BEFORE)
    after = parsed(changed(BEFORE, *path, to=to))
    assert classes(before, after) == {kind}


@given(st.lists(st.sampled_from(sorted(EDITS)), unique=True))
def test_a_binding_changes_exactly_where_the_change_reopens(edits: list[str]) -> None:
    document = BEFORE
    for edit in edits:
        path, to, _ = EDITS[edit]
        document = changed(document, *path, to=to)
    before, after = parsed(BEFORE), parsed(document)
    kinds = classes(before, after)
    assert kinds == {EDITS[edit][2] for edit in edits}
    for statement in Statement:
        assert (binding(before, statement) != binding(after, statement)) == (statement in reopened(kinds))


def test_a_version_number_alone_is_no_change() -> None:
    assert classes(parsed(BEFORE), parsed({**BEFORE, "version": 9})) == frozenset()


def test_every_key_of_a_manifest_is_told_apart() -> None:
    told = set(change._CLASS_OF) | {"schema", "version", "release"}
    assert {field.alias or name for name, field in Pathway.model_fields.items()} - told == set()


def test_every_kind_says_what_it_reopens() -> None:
    assert set(REOPENS) == set(ChangeClass)


def test_a_confirmation_is_of_the_whole_row_but_not_of_what_the_project_states() -> None:
    before = parsed(BEFORE).dependencies[0]
    stated = parsed(changed(BEFORE, "dependencies", 0, "stated_mutual_plan", to=False)).dependencies[0]
    assert row_binding(stated) == row_binding(before)
    for key, to in (
        ("deadline", "2023-11-20"),
        ("needs", OTHER),
        ("actors", ["sykehuspartner"]),
        ("criticality", "low"),
    ):
        assert row_binding(parsed(changed(BEFORE, "dependencies", 0, key, to=to)).dependencies[0]) != row_binding(
            before
        )
