import copy
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from infra.planning.graph import build
from infra.planning.offline import ARM_IDS
from policies.engine.embedded import EmbeddedEngine
from prosess.contracts.graph import Graph
from tests.planner import Planner

HERE = Path(__file__).parent
VARIANT = HERE / "programs" / "variant"


class RefusedError(Exception):
    """The program would not plan; the text is ``CODE at path``."""


Plan = Callable[..., Graph]


@cache
def engine() -> EmbeddedEngine:
    """Give the rules, compiled once; they keep nothing of what they judge."""
    return EmbeddedEngine()


@pytest.fixture(scope="session", autouse=True)
def let_go_of_the_rules() -> Iterator[None]:
    yield
    if engine.cache_info().currsize:
        engine().close()
        engine.cache_clear()  # before the library behind them is gone


def override(base: Any, change: Any) -> Any:
    """Give ``base`` with the keys of ``change``; a service of another mode takes the place of the first whole."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return copy.deepcopy(change)
    if "mode" in change and change["mode"] != base.get("mode"):
        return copy.deepcopy(change)
    return copy.deepcopy(base) | {key: override(base.get(key), value) for key, value in change.items()}


@pytest.fixture(scope="session")
def base() -> dict[str, Any]:
    loaded = yaml.safe_load((HERE / "base.yaml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="session")
def plan(base: dict[str, Any], planner: Planner, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Plan the base environment with changes; the same changes are planned once, whichever worker needs them."""
    mine = tmp_path_factory.getbasetemp()  # of this run of the tests, so no plan is older than the program
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "variants"
    folder.mkdir(exist_ok=True)
    planned: dict[str, Graph | RefusedError] = {}

    def one(
        given: dict[str, Any] | None = None,
        *,
        settings: dict[str, Any] | None = None,
        onboarding: dict[str, Any] | None = None,
    ) -> Graph:
        variant = {
            "environment": override(base, given or {}),
            "settings": settings or {},
            "onboarding": onboarding,
        }
        key = json.dumps(variant, sort_keys=True)
        if key not in planned:
            planned[key] = _plan(planner, folder / hashlib.sha256(key.encode()).hexdigest(), variant)
        answer = planned[key]
        if isinstance(answer, RefusedError):
            raise answer
        return answer

    return one


def _plan(planner: Planner, at: Path, variant: dict[str, Any]) -> Graph | RefusedError:
    if not at.exists():
        given, config, record = (at.with_suffix(f".{os.getpid()}.{kind}") for kind in ("given", "config", "record"))
        given.write_text(json.dumps(variant), "utf-8")
        config.write_text(json.dumps({"given": str(given)}), "utf-8")
        where = ("--project", "prosess", "--stack", "variant", "--program", str(VARIANT), "--config", str(config))
        lines, _, _ = planner.asked([*where, "--ids", str(ARM_IDS)])
        record.write_text(json.dumps(lines), "utf-8")
        record.rename(at)  # whole or not at all
    lines = json.loads(at.read_text("utf-8"))
    errors = lines[-1].get("end", {"errors": ["no end line"]})["errors"]
    if errors:
        return RefusedError(errors[0].removeprefix("RuntimeError: "))
    return build("prosess", "variant", lines[:-1])
