"""What an ``existing`` service may refer to."""

from string import ascii_letters
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from prosess.domain.environment import NOT_ASKED_FOR, Existing, ExistingVault, SecurityServices
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import arm_type

SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000013"
WORD = st.text(ascii_letters, min_size=2, max_size=10)


@given(provider=WORD, pairs=st.lists(st.tuples(WORD, WORD), min_size=1, max_size=4), group=st.booleans())
def test_the_type_of_an_id_is_its_provider_and_every_other_word(
    provider: str, pairs: list[tuple[str, str]], group: bool
) -> None:
    scope = f"{SUBSCRIPTION}/resourceGroups/rg" if group else SUBSCRIPTION
    id_ = f"{scope}/providers/Microsoft.{provider}/" + "/".join(f"{kind}/{name}" for kind, name in pairs)
    assert arm_type(id_) == "/".join([f"Microsoft.{provider}", *(kind for kind, _ in pairs)])


@pytest.mark.parametrize(
    ("scope", "type_"), [(SUBSCRIPTION, "subscriptions"), (f"{SUBSCRIPTION}/resourceGroups/rg", "resourceGroups")]
)
def test_a_scope_is_a_type_too(scope: str, type_: str) -> None:
    assert arm_type(scope) == f"Microsoft.Resources/{type_}"


def test_azures_words_are_compared_without_case() -> None:
    id_ = f"{SUBSCRIPTION}/resourceGroups/rg/providers/microsoft.keyvault/Vaults/kv"
    assert ExistingVault(mode="existing", id=id_).id == id_
    with pytest.raises(ValidationError) as caught:
        ExistingVault(mode="existing", id=id_.replace("Vaults", "managedHSMs"))
    error: Any = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(error, DomainError)
    assert (error.code, error.at) == ("ARM_ID_TYPE", ("id",))
    assert Existing(mode="existing", id=SUBSCRIPTION).id


def test_what_a_file_says_nothing_of_is_off_for_a_reason() -> None:
    defaults = {name: field.default for name, field in SecurityServices.model_fields.items() if not field.is_required()}
    assert defaults.keys() == {"activity_log", "alerting", "defender", "siem"}
    assert all(default is NOT_ASKED_FOR for default in defaults.values())


def test_every_service_has_three_modes() -> None:
    properties = SecurityServices.model_json_schema()["properties"]
    assert properties.keys() == SecurityServices.model_fields.keys()
    for name, schema in properties.items():
        assert set(schema["discriminator"]["mapping"]) == {"create", "existing", "off"}, name
