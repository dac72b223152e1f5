"""The texts below fields reach the JSON Schema, and cost nothing before it is asked for."""

from typing import Annotated

from pydantic import Field

from prosess.domain.base import Model


class Parent(Model):
    """Has two fields that are described."""

    first: int
    """What the first is,
    on two lines."""
    second: Annotated[int, Field(alias="2nd", ge=1)]
    """What the second is."""
    bare: int


class Child(Parent):
    """Declares one of them anew, without a text."""

    second: Annotated[int, Field(alias="2nd", ge=2)]
    own: Parent
    """What its own is."""
    worded: int = Field(default=1, description="In its own words.")
    """Not these."""


def _described(model: type[Model]) -> dict[str, str]:
    properties = model.model_json_schema()["properties"]
    return {key: one["description"] for key, one in properties.items() if "description" in one}


def test_a_field_is_described_by_the_text_below_it() -> None:
    assert _described(Parent) == {"first": "What the first is,\non two lines.", "2nd": "What the second is."}


def test_a_field_that_is_inherited_keeps_its_text_and_one_that_is_declared_anew_does_not() -> None:
    assert _described(Child) == {
        "first": "What the first is,\non two lines.",
        "own": "What its own is.",
        "worded": "In its own words.",
    }


def test_a_model_made_inside_a_function_is_described() -> None:
    class Inner(Model):
        one: int
        """What the one is."""

    assert _described(Inner) == {"one": "What the one is."}
