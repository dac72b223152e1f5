import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from infra.planning.graph import build
from prosess.contracts.graph import Graph

HERE = Path(__file__).parent


class RefusedError(Exception):
    """The program would not plan; the text is ``CODE at path``."""


Plan = Callable[..., Graph]


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
def plan(base: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    """Plan the base environment with changes; the same changes are planned once."""
    folder = tmp_path_factory.mktemp("plans")
    planned: dict[str, Graph | RefusedError] = {}
    with subprocess.Popen(
        [sys.executable, str(HERE / "planner.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:

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
                planned[key] = _ask(server, folder / f"{len(planned)}", variant)
            answer = planned[key]
            if isinstance(answer, RefusedError):
                raise answer
            return answer

        yield one
        assert server.stdin is not None
        server.stdin.close()


def _ask(server: "subprocess.Popen[str]", at: Path, variant: dict[str, Any]) -> Graph | RefusedError:
    given, config, out = (at.with_suffix(suffix) for suffix in (".given", ".config", ".out"))
    given.write_text(json.dumps(variant), "utf-8")
    config.write_text(json.dumps({"given": str(given)}), "utf-8")
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps({"config": str(config), "out": str(out)}) + "\n")
    server.stdin.flush()
    server.stdout.readline()
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    errors = lines[-1].get("end", {"errors": ["no end line"]})["errors"]
    if errors:
        return RefusedError(errors[0].removeprefix("RuntimeError: "))
    return build("prosess", "variant", lines[:-1])
