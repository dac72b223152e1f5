"""Law 8: what reviewed files exempt is told 90, 30 and 7 days ahead and on the day; what has ended, once as ended."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.domain.notice import NOTICE_DAYS, notice_reached
from prosess.domain.text import Language
from ros.forecast import Excepted, Turn, forecast
from ros.forecast.exceptions import notices
from ros.forecast.told import listing
from tests.ros.forecast.test_forecast import DAY, after, world

ARM = "/subscriptions/00000000-0000-4000-8000-000000000013/resourceGroups/rg-gammel/providers/Microsoft.X/things/t"
URN = "urn:pulumi:prod::platform::azure-native:keyvault:Vault::secrets"


def excepted(days: int, **changes: Any) -> Excepted:
    fields: dict[str, Any] = {
        "kind": "rule_exemption",
        "rules": ("PP-KV-002",),
        "of": URN,
        "owner": "platform_owner at Sykehuspartner",
        "until": after(days),
        "file": "policies/exemptions.yaml",
        **changes,
    }
    return Excepted(**fields)


def told(days: int, ahead: int = 90) -> list[tuple[date, Any]]:
    return [(one.on, one.facts["notice"]) for one in notices([excepted(days)], DAY, after(ahead))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (90, [(0, 90), (60, 30), (83, 7), (90, 0)]),
        (91, [(1, 90), (61, 30), (84, 7)]),  # its last day lies after what is looked at
        (45, [(0, 90), (15, 30), (38, 7), (45, 0)]),  # the ninetieth day has gone by: late rather than never
        (7, [(0, 7), (7, 0)]),
        (0, [(0, 0)]),
        (-1, [(0, None)]),
        (-1000, [(0, None)]),
        (181, []),
    ],
)
def test_each_notice_has_its_day(days: int, expected: list[tuple[int, int | None]]) -> None:
    assert told(days) == [(after(on), notice) for on, notice in expected]


@given(st.integers(-400, 400), st.integers(1, 400))
def test_no_notice_is_told_twice_and_each_is_the_one_reached_on_its_day(days: int, ahead: int) -> None:
    found = told(days, ahead)
    assert len({notice for _, notice in found}) == len(found)
    assert [on for on, _ in found] == sorted(on for on, _ in found)
    for on, notice in found:
        assert DAY <= on <= after(ahead)
        assert notice == (notice_reached(after(days), on) if days >= 0 else None)
        assert notice in (*NOTICE_DAYS, None)


def test_the_same_exemption_written_twice_is_told_once() -> None:
    assert len(list(notices([excepted(7), excepted(7)], DAY, DAY))) == 1
    assert len(list(notices([excepted(7), excepted(7, of="")], DAY, DAY))) == 2


def test_it_stands_beside_the_fall_of_what_it_excuses() -> None:
    files, gathered = world()
    turns = forecast(files, gathered, as_of=DAY, excepted=[excepted(3)])
    found = [one for one in turns if one.kind in ("exception_ends", "exemption_expires")]
    assert [(one.kind, one.on, one.facts.get("notice")) for one in found] == [
        ("exception_ends", after(0), 7),
        ("exception_ends", after(3), 0),
        ("exemption_expires", after(4), None),
    ]
    assert found[0].tell == ("platform_owner at Sykehuspartner",)
    assert (found[0].facts["days"], found[0].facts["file"]) == (3, "policies/exemptions.yaml")


def said(one: Excepted, language: Language) -> str:
    (turn,) = (turn for turn in notices([one], DAY, DAY) if turn.on == DAY)
    return _listed(turn, language)


def _listed(turn: Turn, language: Language) -> str:
    return listing((turn,), language, world()[0]).rows[0][1]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, "«secrets»"),
        ({"kind": "policy_exemption", "rules": ("group-tags",), "of": ARM}, "rg-gammel/providers/Microsoft.X/things/t"),
        ({"kind": "access_exception", "rules": ("PATIENT_SURFACE",), "of": "prod"}, "PATIENT_SURFACE i prod"),
        ({"kind": "check_suppression", "rules": ("CKV_1", "CKV_2"), "of": ""}, "CKV_1, CKV_2"),
    ],
)
def test_each_kind_is_said_with_its_day_and_notice(changes: dict[str, Any], part: str, language: Language) -> None:
    soon, today, over = (said(excepted(days, **changes), language) for days in (20, 0, -1))
    part = part.replace(" i prod", " in prod") if language is Language.EN else part
    for text in (soon, today, over):
        assert part in text
        assert "{" not in text
        assert "subscriptions" not in text
    assert after(20).isoformat() in soon
    assert "30" in soon
    assert after(-1).isoformat() in over
    assert len({soon, today, over}) == 3


def test_the_end_is_the_last_day_inclusive() -> None:
    last = DAY + timedelta(days=7)
    assert [one.facts["notice"] for one in notices([excepted(7)], last, last)] == [0]
    following = last + timedelta(days=1)
    assert [one.facts["notice"] for one in notices([excepted(7)], following, following)] == [None]
