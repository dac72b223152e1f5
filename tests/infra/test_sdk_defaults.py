"""None of the values that the SDK writes where nothing is said slips through: each is said, in the program's words."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

COMPONENTS = Path(__file__).parents[2] / "infra/components"
SOURCES = sorted(COMPONENTS.rglob("*.py"))
_INJECTED = re.compile(r"if (\w+) is None:\n\s+\1 = (.+)")


@cache
def injected(module: str, name: str) -> dict[str, str]:
    """Give the parameters that a class of the SDK fills in, with what it writes."""
    cls: Any = getattr(importlib.import_module(f"pulumi_azure_native.{module}"), name)
    if not inspect.isclass(cls):
        return {}
    body = inspect.getsource(getattr(cls, "_internal_init", cls.__init__))
    return dict(_INJECTED.findall(body))


def calls(source: str) -> Iterator[tuple[str, str, ast.Call]]:
    """Give each call of a class of the SDK: module, class, call."""
    tree = ast.parse(source)
    modules = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "pulumi_azure_native"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id in modules:
                yield modules[owner.id], node.func.attr, node


def unsaid(source: str) -> list[str]:
    return [
        f"{module}.{name}({parameter}) would be {value}"
        for module, name, call in calls(source)
        for parameter, value in injected(module, name).items()
        if parameter not in {keyword.arg for keyword in call.keywords}
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(COMPONENTS)))
def test_nothing_is_left_to_the_sdk(path: Path) -> None:
    assert unsaid(path.read_text("utf-8")) == []


def test_the_insecure_defaults_are_still_the_sdks() -> None:
    """What this guards against is real: where a version of the SDK changes it, the reasons in the settings do too."""
    assert injected("keyvault", "VaultPropertiesArgs")["public_network_access"] == "'enabled'"
    assert injected("storage", "NetworkRuleSetArgs")["default_action"] == "'Allow'"
    assert injected("servicebus", "Namespace")["public_network_access"] == "'Enabled'"
    assert injected("network", "SubnetArgs")["private_endpoint_network_policies"] == "'Disabled'"


def test_an_unsaid_default_is_found() -> None:
    source = "from pulumi_azure_native import keyvault\nkeyvault.VaultPropertiesArgs(tenant_id='', sku=None)"
    assert any("public_network_access" in one for one in unsaid(source))


UNFINISHED = {"AccessDesign"}
"""Bases that leave it to those who build on them to register outputs."""


def test_every_component_registers_its_outputs_and_never_takes_options() -> None:
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(base, ast.Name) and base.id in {"Component", "AccessDesign"} for base in node.bases
            ):
                if node.name in UNFINISHED:
                    continue
                found.append(node.name)
                made = next(item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__")
                last = made.body[-1]
                assert isinstance(last, ast.Expr), node.name
                assert ast.unparse(last).startswith("self.register_outputs("), node.name
                assert "opts" not in {argument.arg for argument in made.args.args + made.args.kwonlyargs}
                assert ast.get_docstring(node), node.name
    assert len(found) >= 12
