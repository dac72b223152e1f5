"""The program as the stacks run it."""

import json
from pathlib import Path

import pytest
import yaml

from infra.planning import offline
from infra.planning.offline import plan
from tests.planner import Planner

ROOT = Path(__file__).parents[2]
STACKS = ("sandbox", "test", "prod")


def config_of(stack: str) -> dict[str, str]:
    loaded = yaml.safe_load((ROOT / f"Pulumi.{stack}.yaml").read_text("utf-8"))
    config: dict[str, str] = loaded["config"]
    return config


def test_the_project_file_is_right_for_the_real_engine() -> None:
    project = yaml.safe_load((ROOT / "Pulumi.yaml").read_text("utf-8"))
    assert project["name"] == "prosess"
    assert (ROOT / project["main"] / "__main__.py").is_file()
    assert project["runtime"] == {"name": "python", "options": {"toolchain": "pip", "virtualenv": ".venv"}}


@pytest.mark.parametrize("stack", STACKS)
def test_a_stack_names_its_environment_and_nothing_secret(stack: str) -> None:
    config = config_of(stack)
    assert set(config) <= {"prosess:environment", "prosess:onboarding"}
    environment = yaml.safe_load((ROOT / config["prosess:environment"]).read_text("utf-8"))
    assert environment["name"] == stack


@pytest.mark.parametrize("stack", STACKS)
def test_every_example_plans(stack: str, planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = plan(ROOT / "infra", project="prosess", stack=stack, config=config_of(stack))
    types = {node.type for node in graph.nodes}
    assert {"prosess:datacentre:Network", "prosess:security:SecretVault", "prosess:security:AuditStore"} <= types
    assert all(node.id != {"unknown": True} for node in graph.nodes if node.custom)
    # What other tests plan in a fork is what a process of its own gives.
    monkeypatch.setattr(offline, "run", planner.run)
    forked = plan(ROOT / "infra", project="prosess", stack=stack, config=config_of(stack))
    assert forked.to_bytes() == graph.to_bytes()


def test_an_onboarding_file_is_read(tmp_path: Path) -> None:
    onboarding = {
        "schema": "onboarding/1",
        "environment": "prod",
        "tenants": [{"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}],
    }
    path = tmp_path / "onboarding.json"
    path.write_text(json.dumps(onboarding), "utf-8")
    config = config_of("prod") | {"prosess:onboarding": str(path)}
    graph = plan(ROOT / "infra", project="prosess", stack="prod", config=config)
    assert [node.name for node in graph.of_type("prosess:tenants:TenantSpace")] == ["org983975259"]
