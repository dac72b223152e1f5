"""Off-boarding: everything that goes is accounted for, and nothing is deleted before it is returned or kept."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from infra.offboarding import plan as offboard
from infra.offboarding import without
from prosess.contracts.graph import Graph
from prosess.contracts.offboarding import Action, Offboarding
from prosess.contracts.onboarding import Onboarding
from prosess.domain.errors import DomainError
from prosess.domain.role import Role
from prosess.domain.text.offboarding import ACTIONS, EVIDENCE, HOW, KINDS, how_key
from tests.infra.test_access import TENANTS, whole

SIV, OUS, MUNICIPALITY = "983975259", "993467049", "964965137"
PATHWAY: dict[str, Any] = {
    "id": "kols-siv",
    "tenant": "siv",
    "stage": "prod",
    "manifest": "sha256:b",
    "data_controllers": [MUNICIPALITY, SIV],
    "participants": [],
    "access_options": ["helseid_attested"],
    "approved_on": "2023-10-05",
}
ONBOARDING: dict[str, Any] = {
    "schema": "onboarding/1",
    "environment": "prod",
    "tenants": [
        {"id": "siv", "organisation": SIV, "manifest": "sha256:a"},
        {"id": "ous", "organisation": OUS, "manifest": "sha256:c"},
    ],
    "pathways": [PATHWAY],
}
REVIEWED = dict.fromkeys((OUS, MUNICIPALITY), TENANTS[SIV])
GIVEN = whole() | {
    "access": whole()["access"] | {"options": ["entra_groups", "helseid_attested", "task_relation"]},
    "tenants": REVIEWED
    | {
        SIV: TENANTS[SIV]
        | {
            "api": {"mode": "create"},
            "systems": [{"id": "epj", "issuer": "https://login.epj.example/siv", "subject": "journal"}],
        }
    },
}


def leaving(
    planned: Callable[..., Graph], onboarding: dict[str, Any], tenant: str = "siv"
) -> tuple[Graph, Graph, Offboarding]:
    read = Onboarding.model_validate(onboarding, strict=False)
    rest = without(read, tenant).model_dump(mode="json", by_alias=True, exclude_none=True)
    before, after = (planned(GIVEN, onboarding=one) for one in (onboarding, rest))
    return before, after, offboard(before, after, read, tenant)


def test_all_that_goes_is_accounted_for_once(plan: Callable[..., Graph]) -> None:
    before, after, made = leaving(plan, ONBOARDING)
    gone = {node.urn for node in before.nodes if node.custom and node.urn not in after.by_urn}
    ended = [urn for step in made.steps if step.action in {Action.STOP, Action.DELETE} for urn in step.resources]
    assert gone
    assert sorted(ended) == sorted(gone)
    assert made.pathways == ("kols-siv",)
    assert made.tenant == "siv"


def test_nothing_is_deleted_before_it_is_returned_or_kept(plan: Callable[..., Graph]) -> None:
    before, _, made = leaving(plan, ONBOARDING)
    seen: set[str] = set()
    order = [step.action for step in made.steps]
    assert order == sorted(order, key=list(Action).index)
    for step in made.steps:
        if step.action in {Action.RETURN, Action.KEEP}:
            seen |= set(step.resources)
        if step.action is Action.DELETE:
            for urn in step.resources:
                node = before.by_urn[urn]
                copies = node.type == "azure-native:servicebus:Topic"
                assert urn in seen or not node.protect or copies, urn
    returned = [step.kind for step in made.steps if step.action is Action.RETURN and step.data_controller == SIV]
    assert returned == ["blocks", "relations", "break_the_glass", "queue"], "blocks first"


def test_each_controller_gets_its_own_and_nobody_elses(plan: Callable[..., Graph]) -> None:
    before, _, made = leaving(plan, ONBOARDING)
    for step in made.steps:
        for urn in step.resources:
            assert before.by_urn[urn].labels.data_controller == step.data_controller
    assert {step.data_controller for step in made.steps if step.action is Action.RETURN} == {SIV, MUNICIPALITY}
    assert OUS not in {step.data_controller for step in made.steps}


def test_what_is_kept_says_for_how_long(plan: Callable[..., Graph]) -> None:
    _, _, made = leaving(plan, ONBOARDING)
    kept = {step.kind: step.days for step in made.steps if step.action is Action.KEEP}
    assert kept == {"break_the_glass": 1825, "vault": 90, "audit_trail": 730, "logs": 400}
    attested = {step.action: step.attested_by for step in made.steps}
    assert attested[Action.RETURN] == Role.DATA_CONTROLLER_REP.value
    assert attested[Action.DELETE] == Role.PLATFORM_OWNER.value


def test_who_takes_part_in_anothers_pathway_stays_there(plan: Callable[..., Graph]) -> None:
    both = copy.deepcopy(ONBOARDING)
    both["pathways"].append(PATHWAY | {"id": "kols-ous", "tenant": "ous", "data_controllers": [OUS, SIV]})
    before, after, made = leaving(plan, both)
    (kept,) = (step for step in made.steps if step.kind == "other_pathways")
    assert any(urn.endswith("::kols-ous-org983975259") for urn in kept.resources)
    deleted = {urn for step in made.steps if step.action is Action.DELETE for urn in step.resources}
    assert not deleted & set(kept.resources)
    assert {urn for urn in deleted if "Queue::" in urn} == {
        urn for urn in before.by_urn if "Queue::kols-siv-org" in urn and urn not in after.by_urn
    }


def test_a_tenant_that_nobody_knows_is_refused() -> None:
    with pytest.raises(DomainError) as caught:
        without(Onboarding.model_validate(ONBOARDING, strict=False), "ahus")
    assert caught.value.code == "TENANT_NOT_ONBOARDED"
    assert caught.value.facts["ids"] == ["ous", "siv"]


def test_every_step_has_words(plan: Callable[..., Graph]) -> None:
    _, _, made = leaving(plan, ONBOARDING)
    assert set(ACTIONS) == set(EVIDENCE) == {one.value for one in Action}
    for step in made.steps:
        assert step.kind in KINDS
        assert how_key(step.action, step.kind) in HOW
    assert {key.partition(".")[2] for key in HOW} - {""} <= set(KINDS)


def test_the_plan_is_the_same_twice_and_reads_back(plan: Callable[..., Graph]) -> None:
    one, other = (leaving(plan, ONBOARDING)[2] for _ in range(2))
    assert one.to_bytes() == other.to_bytes()
    assert Offboarding.from_bytes(one.to_bytes()) == one
