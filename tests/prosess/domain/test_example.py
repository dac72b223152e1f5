"""The example is real input: it is read as it stands, and says what the real project said."""

from datetime import date
from typing import Any

import pytest

from prosess.calendar import NorwegianCalendar
from prosess.domain.dependency import Light, StatusReason, status
from prosess.domain.initiative import DelayCause

REPORTED = date(2023, 10, 5)


@pytest.mark.parametrize(
    "name",
    [
        "region.yaml", "initiative.yaml", "environments/sandbox.yaml", "environments/test.yaml",
        "environments/prod.yaml", "tenants/siv.yaml", "pathways/kols-siv.yaml",
    ],
)  # fmt: skip
def test_every_file_of_the_example_is_valid(build: Any, name: Any) -> None:
    assert build(name)


def texts(value: Any) -> Any:
    if isinstance(value, dict):
        if {"nb"} <= value.keys() <= {"nb", "nn", "en"}:
            yield value
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("name", ["region.yaml", "initiative.yaml", "tenants/siv.yaml", "pathways/kols-siv.yaml"])
def test_every_text_of_the_example_stands_in_three_languages(build: Any, name: Any) -> None:
    found = list(texts(build(name).model_dump(mode="json", by_alias=True)))
    assert found
    assert [text for text in found if not all(text[language] for language in ("nb", "nn", "en"))] == []


def test_the_initiative_is_late_as_reported(build: Any) -> None:
    initiative = build("initiative.yaml")
    assert initiative.reported == REPORTED
    assert initiative.weeks_late == 8
    assert initiative.overall_risk == "high"
    assert [(one.id, one.due, one.done) for one in initiative.deliverables] == [
        ("l1", date(2023, 2, 1), True),
        ("l2", date(2023, 6, 1), True),
        ("l3", date(2023, 10, 1), False),
        ("l4", date(2023, 12, 31), False),
    ]
    assert [one.id for one in initiative.late(REPORTED)] == ["l3"]
    assert [one.id for one in initiative.late(date(2023, 10, 1))] == []
    assert {one.cause for one in initiative.delays} == set(DelayCause) - {DelayCause.DEPENDENCY_NOT_AGREED}
    assert [one.decided for one in initiative.change_requests] == [date(2023, 10, 3)]


def test_the_real_dependency_is_yellow_though_a_plan_is_stated(build: Any) -> None:
    (row,) = build("initiative.yaml").dependencies
    working_day = NorwegianCalendar().working_day
    computed = status(row, confirmed_by=(), as_of=REPORTED, working_day=working_day)
    assert (row.stated_mutual_plan, row.stated_status, row.deadline) == (True, Light.YELLOW, date(2023, 10, 20))
    assert computed.light is Light.YELLOW
    assert computed.reason is StatusReason.DEADLINE_NEAR
    assert computed.working_days_left == 11
    assert computed.outstanding == ("sykehuspartner", "nye-integrasjonstjenester-api")
    assert computed.differs_from_stated
    confirmed = status(row, confirmed_by=row.actors, as_of=REPORTED, working_day=working_day)
    assert (confirmed.light, confirmed.outstanding) == (Light.GREEN, ())
    assert confirmed.differs_from_stated  # yellow was stated


def test_the_pathway_has_the_register_s_row_too(build: Any) -> None:
    (wanted,) = build("initiative.yaml").dependencies
    (row,) = build("pathways/kols-siv.yaml").dependencies
    assert (row.id, row.needs, row.actors, row.deadline) == (wanted.id, wanted.needs, wanted.actors, wanted.deadline)


def test_the_tenant_s_agreements_were_in_force_on_the_day(build: Any) -> None:
    held = build("tenants/siv.yaml").agreements + build("pathways/kols-siv.yaml").agreements
    assert len(held) == 4
    assert all(one.in_force(REPORTED) for one in held)


def test_every_actor_of_the_pathway_is_known_to_the_region(build: Any) -> None:
    region = build("region.yaml")
    actors = [region.actor(actor) for actor in build("pathways/kols-siv.yaml").dependencies[0].actors]
    assert None not in actors
    assert len({actor.organisation for actor in actors if actor}) == 2  # two organisations confirm
