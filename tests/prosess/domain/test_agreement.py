"""An agreement holds to the end of its last day; another of the same kind may take over."""

from datetime import date
from typing import Any

import pytest

from prosess.domain.agreement import Agreement, AgreementKind

SIV, PROVIDER, MUNICIPALITY = "983975259", "914637651", "310000000"


def agreement(id_: str = "avtale", **changes: Any) -> Agreement:
    given: dict[str, Any] = {
        "kind": AgreementKind.DATA_PROCESSING,
        "parties": (SIV, PROVIDER),
        "reference": "Eksempelsak 2023/1",
        "in_force_from": date(2023, 1, 1),
        "expires": date(2023, 12, 31),
        **changes,
    }
    return Agreement(id=id_, **given)


@pytest.mark.parametrize(
    ("changes", "as_of", "renewed"),
    [
        ({"in_force_from": date(2024, 1, 1)}, date(2023, 10, 5), True),
        ({"in_force_from": date(2024, 1, 1), "parties": (PROVIDER, SIV, MUNICIPALITY)}, date(2023, 10, 5), True),
        ({"in_force_from": date(2024, 1, 2)}, date(2023, 10, 5), False),  # a day without an agreement
        ({"in_force_from": date(2024, 1, 2)}, date(2024, 1, 2), True),  # the day has gone by
        ({"parties": (PROVIDER, MUNICIPALITY)}, date(2023, 10, 5), False),
        ({"kind": AgreementKind.SERVICE_TERMS}, date(2023, 10, 5), False),
        ({"expires": date(2023, 12, 31)}, date(2023, 10, 5), False),  # neither of two that end together renews
    ],
)
def test_what_takes_over_from_it(changes: dict[str, Any], as_of: date, renewed: bool) -> None:
    former = agreement()
    other = agreement("ny", **{"expires": date(2024, 12, 31), **changes})
    assert former.renewed([former, other], as_of) is renewed
    assert other.renewed([former, other], as_of) is False


def test_it_holds_to_the_end_of_its_last_day() -> None:
    assert [agreement().in_force(date(2023, 12, day)) for day in (30, 31)] == [True, True]
    assert not agreement().in_force(date(2024, 1, 1))
