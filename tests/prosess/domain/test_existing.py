"""What the region owns already is named by id, and an id of another kind of resource is refused where it stands."""

import json
import types
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import pytest
import yaml
from pydantic import AfterValidator, BaseModel, ValidationError

from prosess.domain.environment import Environment, Existing
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import ArmId, arm_type

BASE = Path(__file__).parents[2] / "infra/base.yaml"
SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000010"
GROUP = f"{SUBSCRIPTION}/resourceGroups/rg-felles"
OF_ANY_TYPE = {"environment.services.governance.policies.exemptions.resource"}
"""What an exemption excuses may be any resource."""
ARM_CHECKS = sum(isinstance(one, AfterValidator) for one in get_args(ArmId))


def members(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def named(model: type[BaseModel], path: str, seen: frozenset[type] = frozenset()) -> Iterator[tuple[str, int]]:
    """Give each place of an id of the region's own, and how many checks of its own it has beyond the grammar."""
    for name, field in model.model_fields.items():
        checks = sum(isinstance(one, AfterValidator) for one in field.metadata)
        if field.annotation is str and is_arm_id(field.metadata):
            yield f"{path}.{name}", checks - ARM_CHECKS
        yield from _named(field.annotation, f"{path}.{name}", checks, seen)


def is_arm_id(metadata: Sequence[Any]) -> bool:
    return any(getattr(getattr(one, "func", None), "__name__", "") == "_arm_id" for one in metadata)


def _named(annotation: Any, path: str, checks: int, seen: frozenset[type]) -> Iterator[tuple[str, int]]:
    if get_origin(annotation) is not None and hasattr(annotation, "__metadata__"):
        inner, *metadata = get_args(annotation)
        checks += sum(isinstance(one, AfterValidator) for one in metadata)
        if inner is str:
            if is_arm_id(metadata):
                yield path, checks - ARM_CHECKS
            return
        yield from _named(inner, path, checks, seen)
    elif isinstance(annotation, type) and issubclass(annotation, Existing):
        yield path, int(bool(annotation.resource_type))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            yield from named(annotation, path, seen | {annotation})
    else:
        for one in members(annotation) if members(annotation) != (annotation,) else get_args(annotation):
            yield from _named(one, path, checks, seen)


def test_every_place_of_an_id_says_of_which_type() -> None:
    places = dict(named(Environment, "environment"))
    assert "environment.services.security.key_vault" in places
    assert "environment.services.datacentre.private_dns.zones" in places
    assert "environment.services.datacentre.hub.virtual_network" in places
    assert [path for path, checks in places.items() if checks < 1 and path not in OF_ANY_TYPE] == []


@pytest.mark.parametrize(
    ("id_", "type_"),
    [
        (f"{GROUP}/providers/Microsoft.KeyVault/vaults/kv", "Microsoft.KeyVault/vaults"),
        (
            f"{GROUP}/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
            "Microsoft.Network/virtualNetworks/subnets",
        ),
        (
            f"{GROUP}/providers/Microsoft.Storage/storageAccounts/a/providers/Microsoft.Authorization/locks/l",
            "Microsoft.Authorization/locks",
        ),
        (GROUP, "Microsoft.Resources/resourceGroups"),
        (SUBSCRIPTION, "Microsoft.Resources/subscriptions"),
    ],
)
def test_an_id_tells_its_type(id_: str, type_: str) -> None:
    assert arm_type(id_) == type_


@pytest.mark.parametrize(
    ("service", "at"),
    [
        ("secret_vault", "virtualNetworks/hub"),
        ("secret_vault", "vaults/kv/secrets/s"),
        ("monitoring", "workspaces/log"),
    ],
)
def test_another_kind_of_resource_is_refused_at_its_id(service: str, at: str) -> None:
    base = yaml.safe_load(BASE.read_text("utf-8"))
    base["services"]["security"][service] = {"mode": "existing", "id": f"{GROUP}/providers/Microsoft.Network/{at}"}
    with pytest.raises(ValidationError) as caught:
        Environment.model_validate_json(json.dumps(base))
    (error,) = caught.value.errors()
    refused = error["ctx"]["error"]
    assert isinstance(refused, DomainError)
    assert error["loc"] == ("services", "security", service, "existing")
    assert (refused.code, refused.at) == ("ARM_ID_TYPE", ("id",))


def test_azures_own_case_does_not_count() -> None:
    base = yaml.safe_load(BASE.read_text("utf-8"))
    base["services"]["security"]["key_vault"] = {
        "mode": "existing",
        "id": f"{GROUP}/providers/microsoft.keyvault/Vaults/kv",
    }
    assert Environment.model_validate_json(json.dumps(base)).services.security.key_vault.mode == "existing"
