"""The reviewed lists of the scan: each entry has what it needs, and names rules that exist."""

from datetime import date

import pytest
from pydantic import ValidationError

from infra.scanning import own_reasons, own_suppressions
from infra.scanning.suppressions import CheckSuppression, Where
from policies.engine.evaluate import own_catalogue
from prosess.domain.text import Language


def test_each_suppression_is_told_in_three_languages_and_expires() -> None:
    for one in own_suppressions():
        assert len({one.reason.in_language(language) for language in Language}) == 3, one.check
        assert date(2026, 11, 24) < one.expires < date(2028, 1, 1)


def test_what_judges_instead_is_a_rule_of_ours() -> None:
    rules = own_catalogue().rules
    assert {rule for one in own_suppressions() for rule in one.instead} <= rules.keys()
    assert any(one.instead for one in own_suppressions())


def test_no_type_has_both_a_rule_and_a_reason_for_having_none() -> None:
    assert not own_reasons().keys() & own_catalogue().by_type.keys()
    for type_, reason in own_reasons().items():
        assert len({reason.in_language(language) for language in Language}) == 3, type_


@pytest.mark.parametrize("wrong", [{}, {"is": ["x"], "present": True}])
def test_a_condition_asks_for_one_thing(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="either"):
        Where.model_validate({"path": "properties/x", **wrong}, strict=False)


def test_a_suppression_without_an_end_is_refused() -> None:
    whole = own_suppressions()[0].model_dump(mode="json", by_alias=True)
    del whole["expires"]
    with pytest.raises(ValidationError, match="expires"):
        CheckSuppression.model_validate(whole, strict=False)


def test_a_condition_is_held_against_the_resource() -> None:
    where = Where.model_validate({"path": "properties/x", "is": ["a"]}, strict=False)
    absent = Where.model_validate({"path": "properties/x", "present": False}, strict=False)
    assert where.holds({"properties": {"x": "a"}})
    assert not where.holds({"properties": {"x": "b"}})
    assert not where.holds({})
    other = Where.model_validate({"path": "name", "is_not": ["a"]}, strict=False)
    assert [other.holds({"name": name}) for name in "ab"] == [False, True]
    assert absent.holds({"properties": []})
    assert not absent.holds({"properties": {"x": None}})
