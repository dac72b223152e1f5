"""Which gates stand where, and the facts that they read."""

import json
from datetime import date
from typing import Any

import pytest

from prosess.calendar import NorwegianCalendar
from prosess.domain.access import Stage
from prosess.domain.agreement import AgreementKind
from prosess.domain.dependency import Light
from prosess.domain.errors import DomainError
from prosess.domain.gate import GATES, GateId, required_gates
from prosess.domain.gate_facts import AssessmentFacts, GateFacts, WorkflowFacts
from prosess.domain.gate_input import gate_facts
from prosess.domain.pathway import TestData
from prosess.domain.text import Language
from prosess.domain.text.refusals import explain

DAY = date(2023, 10, 5)
SIV, MUNICIPALITY, PROVIDER = "983975259", "310000000", "914637651"
G = GateId


@pytest.fixture
def facts(build: Any) -> Any:
    def facts_(
        environment: Any = "test",
        *,
        region: Any = (),
        tenant: Any = (),
        pathway: Any = (),
        environment_: Any = (),
        as_of: Any = DAY,
        **workflow: Any,
    ) -> Any:
        return gate_facts(
            region=build("region.yaml", *region),
            environment=build(f"environments/{environment}.yaml", *environment_),
            tenant=build("tenants/siv.yaml", *tenant),
            pathway=build("pathways/kols-siv.yaml", *pathway),
            workflow=WorkflowFacts(**workflow),
            as_of=as_of,
            working_day=NorwegianCalendar().working_day,
        )

    return facts_


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("data", TestData)
def test_the_gates_follow_stage_and_kind_of_test_data(stage: Any, data: Any) -> None:
    gates = required_gates(stage, data)
    if stage is Stage.PROD:
        assert gates == tuple(list(GateId)[:7])
    elif data is TestData.SYNTHETIC_ALONE:
        assert gates == (G.G0,)
    else:
        assert gates == tuple(list(GateId)[:5])


def test_every_gate_is_data_once() -> None:
    assert [gate.id for gate in GATES] == list(GateId)


def test_the_facts_of_the_example(facts: Any) -> None:
    found = facts()
    assert found.gates == (G.G0, G.G1, G.G2, G.G3, G.G4)
    assert [(one.organisation, one.synthetic, one.known, one.admitted) for one in found.parties] == [
        (SIV, False, True, True),
        (MUNICIPALITY, True, True, True),
    ]
    assert found.without_contact == ()
    assert (found.storage_outside, found.operator_outside, found.access_incompatible) == ((), (), ())
    assert (found.options_not_provided, found.overlays_not_provided) == ((), ())
    assert all(one.in_force for one in found.agreements)
    assert {(one.kind, one.organisation) for one in found.agreements} == {
        (AgreementKind.PLATFORM_SERVICE, SIV),
        (AgreementKind.DATA_PROCESSING, SIV),
        (AgreementKind.DATA_PROCESSING, MUNICIPALITY),
        (AgreementKind.HELSENETT_TERMS, MUNICIPALITY),
    }
    (row,) = found.dependencies
    assert [(one.actor, one.organisation, one.confirmed) for one in row.actors] == [
        ("sykehuspartner", PROVIDER, False),
        ("nye-integrasjonstjenester-api", "991324968", False),
    ]
    assert (row.light, row.overdue) == (Light.YELLOW, False)
    assert [one.accepted for one in found.acceptances] == [False, False]


def test_facts_are_small_and_hold_nothing_that_a_person_wrote(facts: Any, build: Any) -> None:
    text = facts().model_dump_json()
    assert len(text) < 3000
    pathway = build("pathways/kols-siv.yaml")
    for written in (pathway.title.nb, pathway.contact.mailbox, pathway.access.decision_record, "Eksempel kommune"):
        assert written not in text
    assert GateFacts.model_validate_json(text) == facts()


def test_facts_are_the_same_twice(facts: Any) -> None:
    assert json.loads(facts().model_dump_json()) == json.loads(facts().model_dump_json())


def test_what_the_service_knows_is_told(facts: Any) -> None:
    found = facts(
        confirmations={"data-og-prosessering": ("sykehuspartner", "somebody-else")},
        assessment=AssessmentFacts(state="recommended", manifest_current=True),
        acceptances={SIV: date(2023, 10, 5), MUNICIPALITY: date(2023, 10, 4)},
        restore_test_until=date(2023, 10, 4),
        approvers=1,
    )
    assert [one.confirmed for one in found.dependencies[0].actors] == [True, False]
    assert found.dependencies[0].light is Light.YELLOW
    assert [(one.organisation, one.accepted) for one in found.acceptances] == [(MUNICIPALITY, False), (SIV, True)]
    assert not found.release.restore_test_in_date
    assert found.release.approvers == 1


def test_prod_refuses_example_contacts_and_illustrative_values(facts: Any) -> None:
    found = facts("prod")
    assert found.without_contact == ("tenant", "pathway")
    assert found.release.illustrative
    real = lambda data: data["contact"].update(mailbox="kols@siv.no")  # noqa: E731
    assert facts("prod", tenant=[real], pathway=[real]).without_contact == ()
    assert facts("test").without_contact == ()


def test_the_last_day_of_an_agreement_counts(facts: Any) -> None:
    ends = lambda data: data["agreements"][0].update(expires="2023-10-05")  # noqa: E731
    (held,) = [one for one in facts(tenant=[ends]).agreements if one.kind is AgreementKind.PLATFORM_SERVICE]
    assert held.in_force
    (held,) = [
        one
        for one in facts(tenant=[ends], as_of=date(2023, 10, 6)).agreements
        if one.kind is AgreementKind.PLATFORM_SERVICE
    ]
    assert (held.in_force, held.expires) == (False, date(2023, 10, 5))


def test_an_agreement_with_another_than_the_provider_does_not_count(facts: Any) -> None:
    with_another = lambda data: data["agreements"][1].update(parties=[SIV, "994598759"])  # noqa: E731
    missing = [one for one in facts(tenant=[with_another]).agreements if not one.in_force]
    assert [(one.kind, one.organisation, one.expires) for one in missing] == [
        (AgreementKind.DATA_PROCESSING, SIV, None)
    ]


def test_a_shared_register_asks_for_an_agreement_on_joint_control(facts: Any) -> None:
    joint = lambda data: data["data"].update(controller_model="joint_s9")  # noqa: E731
    missing = [one for one in facts(pathway=[joint]).agreements if not one.in_force]
    assert {(one.kind, one.organisation) for one in missing} == {
        (AgreementKind.JOINT_CONTROLLER, SIV),
        (AgreementKind.JOINT_CONTROLLER, MUNICIPALITY),
    }


def test_a_party_that_the_region_would_know_is_not_known_outside_its_register(facts: Any) -> None:
    def trust(data: Any) -> Any:
        data["participants"][1]["kind"] = "health_trust"

    def other_kind(data: Any) -> Any:
        data["participants"][0]["kind"] = "municipality"

    assert [one.known for one in facts(pathway=[trust]).parties] == [True, False]
    assert [one.kind_as_registered for one in facts(pathway=[other_kind]).parties] == [False, True]


def test_an_actor_that_the_region_does_not_have_has_no_organisation(facts: Any) -> None:
    def stranger(data: Any) -> Any:
        data["dependencies"][0]["actors"] = ["sykehuspartner", "leverandoren"]

    assert [one.organisation for one in facts(pathway=[stranger]).dependencies[0].actors] == [PROVIDER, None]


def test_a_dependency_is_overdue_the_day_after_its_deadline(facts: Any) -> None:
    everybody = {"data-og-prosessering": ("sykehuspartner", "nye-integrasjonstjenester-api")}

    def delivered(data: Any) -> Any:
        data["dependencies"][0]["delivered"] = "2023-10-19"

    assert not facts(as_of=date(2023, 10, 20), confirmations=everybody).dependencies[0].overdue
    assert facts(as_of=date(2023, 10, 21), confirmations=everybody).dependencies[0].overdue
    assert not facts(as_of=date(2023, 10, 21), pathway=[delivered]).dependencies[0].overdue


def test_the_law_has_a_word_on_integrations(facts: Any) -> None:
    def automatic(data: Any) -> Any:
        data["integrations"][1]["trigger"] = "automatic"

    def ungrounded(data: Any) -> Any:
        del data["data_flows"][1]

    def assessed(data: Any) -> Any:
        data["integrations"][1].update(automatic_lookup_assessed=True)

    assert [one.id for one in facts(pathway=[automatic]).integrations if one.automatic_unassessed] == ["pmd"]
    assert not any(one.automatic_unassessed for one in facts(pathway=[automatic, assessed]).integrations)
    assert [one.id for one in facts(pathway=[ungrounded]).integrations if one.without_legal_basis] == ["vkp"]


def test_what_the_environment_does_not_have_is_told(facts: Any) -> None:
    def less(data: Any) -> Any:
        data["access"].update(options=["helseid_attested"], overlays=["blocks"])
        data["services"]["security"]["audit_store"] = {"mode": "off", "reason": "Prøves uten"}
        data["data_class"] = "personal"

    def abroad(data: Any) -> Any:
        data["data"].update(storage_countries=["NO", "US"], operator_access_countries=["IN", "NO", "GB"])
        data["access"]["break_the_glass_reviewer"] = None
        data["access"]["decision_record"] = None

    found = facts(environment_=[less], pathway=[abroad])
    assert found.options_not_provided == ("entra_groups", "task_relation")
    assert found.overlays_not_provided == ("break_the_glass",)
    assert found.access_incompatible == ("BREAK_THE_GLASS_NEEDS_ACCESS_LOG",)
    assert not found.access_log
    assert found.data_class_exceeded
    assert (found.storage_outside, found.operator_outside) == (("US",), ("GB", "IN"))
    assert found.break_the_glass_reviewer_missing
    assert not found.decision_record


def test_a_freeze_lasts_to_the_end_of_its_last_day(facts: Any) -> None:
    assert facts(as_of=date(2023, 11, 12)).release.frozen_until is None
    assert facts(as_of=date(2023, 11, 13)).release.frozen_until == date(2023, 11, 24)
    assert facts(as_of=date(2023, 11, 24)).release.frozen_until == date(2023, 11, 24)
    assert facts(as_of=date(2023, 11, 25)).release.frozen_until is None


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("tenant", lambda data: data.update(region="helse-vest")),
        ("environment_", lambda data: data.update(region="helse-vest")),
        ("pathway", lambda data: data.update(tenant="ous")),
    ],
)
def test_files_that_do_not_belong_together_are_refused(facts: Any, file: Any, change: Any) -> None:
    with pytest.raises(DomainError) as caught:
        facts(**{file: [change]})
    assert caught.value.code == "FILES_DO_NOT_BELONG_TOGETHER"
    for language in Language:
        assert "{" not in explain(caught.value, language).text


def test_a_tenant_that_does_not_take_part_is_told(facts: Any) -> None:
    def alone(data: Any) -> Any:
        data["participants"][0]["organisation"] = "983975267"
        for owner in data["task_owners"][:2]:
            owner["organisation"] = "983975267"
        for flow in data["data_flows"]:
            for side in ("from_controller", "to_controller"):
                flow[side] = flow[side].replace(SIV, "983975267")

    assert facts().tenant_participates
    assert not facts(pathway=[alone]).tenant_participates
