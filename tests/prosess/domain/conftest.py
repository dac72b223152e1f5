"""The example of the region, as data that a test may change."""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from prosess.documents import load
from prosess.domain.base import Model
from prosess.domain.environment import Environment
from prosess.domain.initiative import Initiative
from prosess.domain.organisation import Region
from prosess.domain.pathway import Pathway
from prosess.domain.tenant import Tenant

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"

FILES: dict[str, type[Model]] = {
    "region.yaml": Region,
    "initiative.yaml": Initiative,
    "environments/sandbox.yaml": Environment,
    "environments/test.yaml": Environment,
    "environments/prod.yaml": Environment,
    "tenants/siv.yaml": Tenant,
    "pathways/kols-siv.yaml": Pathway,
}

Change = Callable[[Any], object]
Build = Callable[..., Any]


@cache
def _data(name: str) -> Any:
    return load(EXAMPLE / name).data


@pytest.fixture
def build() -> Build:
    """Build the model of an example file, changed first."""

    def build_(name: str, *changes: Change) -> Any:
        data = json.loads(json.dumps(copy.deepcopy(_data(name))))
        for change in changes:
            change(data)
        return FILES[name].model_validate_json(json.dumps(data))

    return build_
