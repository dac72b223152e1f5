"""Which access options go with what."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest

from prosess.domain.access import OPTIONS, AccessOption, DataClass, Overlay, Stage
from prosess.domain.access_choice import AccessChoice, AccessException, incompatibilities, refuse_incompatible
from prosess.domain.errors import DomainError
from prosess.domain.organisation import OrganisationKind

GROUPS, IAM, HELSEID = AccessOption.ENTRA_GROUPS, AccessOption.REGIONAL_IAM, AccessOption.HELSEID_ATTESTED
EPJ, TASK, CITIZEN = AccessOption.EPJ_DELEGATED, AccessOption.TASK_RELATION, AccessOption.CITIZEN_IDPORTEN
BTG, BLOCKS = Overlay.BREAK_THE_GLASS, Overlay.BLOCKS
TRUST, MUNICIPALITY, GP = OrganisationKind.HEALTH_TRUST, OrganisationKind.MUNICIPALITY, OrganisationKind.GP_PRACTICE


def codes(
    options: Any,
    overlays: Any = (BLOCKS,),
    participants: Any = (TRUST,),
    stage: Any = Stage.TEST,
    data: Any = DataClass.HEALTH,
    **more: Any,
) -> Any:
    return [
        one.code
        for one in incompatibilities(options, overlays, participants=participants, stage=stage, data_class=data, **more)
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (codes([GROUPS]), []),
        (codes([]), ["NO_ACCESS_OPTION"]),
        (codes([GROUPS], participants=[MUNICIPALITY]), ["OTHER_CONTROLLERS_NEED_ATTESTATION"]),
        (codes([IAM], participants=[TRUST, GP]), ["OTHER_CONTROLLERS_NEED_ATTESTATION"]),
        (codes([HELSEID], participants=[MUNICIPALITY, GP]), []),
        (codes([EPJ], participants=[MUNICIPALITY]), []),
        (codes([GROUPS], patient_facing=True), ["PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN"]),
        (codes([GROUPS, CITIZEN], patient_facing=True), []),
        (codes([GROUPS], stage=Stage.PROD), ["GROUPS_ALONE_FOR_HEALTH_DATA"]),
        (codes([GROUPS], stage=Stage.PROD, data=DataClass.PERSONAL), []),
        (codes([GROUPS, TASK], stage=Stage.PROD), []),
        (codes([TASK]), ["TASK_RELATION_NEEDS_AUTHENTICATION"]),
        (codes([TASK, CITIZEN]), ["TASK_RELATION_NEEDS_AUTHENTICATION"]),
        (codes([TASK, EPJ]), []),
        (codes([GROUPS], [BTG]), ["BREAK_THE_GLASS_NEEDS_CLINICAL_OPTION"]),
        (codes([IAM], [BTG]), []),
        (codes([IAM], [BTG], access_log_stream=False), ["BREAK_THE_GLASS_NEEDS_ACCESS_LOG"]),
        (codes([GROUPS], [BTG], access_log_stream=False),
         ["BREAK_THE_GLASS_NEEDS_ACCESS_LOG", "BREAK_THE_GLASS_NEEDS_CLINICAL_OPTION"]),
        (codes([IAM], [], stage=Stage.PROD), ["BLOCKS_CANNOT_BE_OFF_IN_PROD"]),
        (codes([IAM], [], stage=Stage.QA), []),
    ],
)  # fmt: skip
def test_the_table(given: Any, found: Any) -> None:
    assert given == found


@pytest.mark.parametrize("size", [1, 2, 3])
def test_no_choice_without_attestation_lets_a_municipality_in(size: Any) -> None:
    for chosen in combinations(AccessOption, size):
        broken = "OTHER_CONTROLLERS_NEED_ATTESTATION" in codes(chosen, participants=[MUNICIPALITY])
        assert broken is not bool({HELSEID, EPJ} & set(chosen))


def test_options_go_together_both_ways() -> None:
    for option, profile in OPTIONS.items():
        for other in AccessOption:
            assert (other in profile.combines_with) is (option in OPTIONS[other].combines_with)


def test_every_option_is_profiled_under_its_number() -> None:
    assert {option: profile.code for option, profile in OPTIONS.items()} == {
        option: f"AC{number}" for number, option in enumerate(AccessOption, start=1)
    }


def test_an_exception_excuses_to_the_end_of_its_last_day_and_only_where_one_is_allowed() -> None:
    found = incompatibilities(
        [GROUPS], [], participants=[MUNICIPALITY], stage=Stage.TEST, data_class=DataClass.HEALTH, patient_facing=True
    )
    choice = AccessChoice(
        options=(GROUPS,),
        exceptions=tuple(
            AccessException(
                rule=rule, reason="Leverandørens egen innlogging", owner="Systemeier", expires=date(2024, 1, 31)
            )
            for rule in ("PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN", "OTHER_CONTROLLERS_NEED_ATTESTATION")
        ),
    )
    both = ["OTHER_CONTROLLERS_NEED_ATTESTATION", "PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN"]

    def left(as_of: Any) -> Any:
        return [one.code for one in choice.refused(found, as_of=as_of)]

    assert [one.code for one in found] == both
    assert left(date(2024, 1, 31)) == both[:1]
    assert left(None) == both[:1]
    assert left(date(2024, 2, 1)) == both


def test_the_first_of_several_names_the_error_and_all_are_facts() -> None:
    with pytest.raises(DomainError) as caught:
        refuse_incompatible(incompatibilities([], [], participants=[GP], stage=Stage.PROD, data_class=DataClass.HEALTH))
    assert caught.value.code == "ACCESS_BLOCKS_CANNOT_BE_OFF_IN_PROD"
    assert caught.value.facts["codes"] == [
        "BLOCKS_CANNOT_BE_OFF_IN_PROD", "NO_ACCESS_OPTION", "OTHER_CONTROLLERS_NEED_ATTESTATION"
    ]  # fmt: skip
    refuse_incompatible(())
