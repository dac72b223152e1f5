"""What a mistake would hide: rules over several fields are heard beside it where they can be."""

import pytest
from pydantic import model_validator

from prosess.documents import DocumentError, read_text
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Text


class _Pair(Model):
    low: int
    high: int
    note: Text = "–"

    @model_validator(mode="after")
    def _ordered(self) -> "_Pair":
        if self.low > self.high:
            raise DomainError("ORDER", "low is above high", at=("low",))
        return self


@pytest.mark.parametrize("other", ["colour: blue", "note: 131169 00216"])
def test_a_rule_over_several_fields_is_heard_beside_a_mistake_that_it_does_not_hang_on(other: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_text(_Pair, f"low: 2\nhigh: 1\n{other}\n", "pair.yaml")
    order, mistake = refused.value.problems
    assert (order.line, order.code) == (1, "ORDER")
    assert mistake.line == 3
