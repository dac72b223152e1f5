"""The table of ARM ids, against the SDK's own constructors."""

import ast
import importlib
import inspect
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pulumi_azure_native
import pytest

from infra.planning.offline import ARM_IDS

TABLE: dict[str, str] = json.loads(ARM_IDS.read_text("utf-8"))
SDK = Path(pulumi_azure_native.__file__).parent
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def file_of(module: str) -> dict[str, str]:
    """Class → file, from the module's own list of imports: importing 80 modules would take 20 seconds."""
    tree = ast.parse((SDK / module / "__init__.py").read_text("utf-8"))
    wanted = {token.rpartition(":")[2] for token in TABLE if token.split(":")[1] == module}
    found = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module and "." not in node.module:
            path = SDK / module / f"{node.module}.py"
            text = path.read_text("utf-8") if path.is_file() and not node.module.startswith("_") else ""
            for name in re.findall(r"^class (\w+)\(pulumi\.CustomResource\)", text, re.M):
                if name in wanted:
                    found[name] = text
    return found


def parameters(token: str) -> set[str]:
    """Give the input names of a resource, as they go over the wire."""
    _, module, name = token.split(":")
    text = file_of(module)[name]
    tree = ast.parse(text)
    resource = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    init = next(node for node in resource.body if isinstance(node, ast.FunctionDef) and node.name == "_internal_init")
    told = dict(re.findall(r"getter\(name=\"(\w+)\"\)\s+def (\w+)\(", text))
    wire = {python: pulumi_name for pulumi_name, python in told.items()}
    return {wire.get(argument.arg, argument.arg) for argument in init.args.args}


def test_every_piece_of_an_id_is_an_input() -> None:
    missing = {}
    for token, template in TABLE.items():
        inputs = parameters(token)
        # Only ``resourceName`` has another name in Python: the constructor's first argument is called so already.
        inputs |= {"resourceName"} if "resource_name_" in inputs else set()
        missing[token] = set(PLACEHOLDER.findall(template)) - {"subscription"} - inputs
    assert {token: pieces for token, pieces in missing.items() if pieces} == {}


def test_every_id_has_the_form_of_one() -> None:
    for token, template in TABLE.items():
        assert template.startswith(("/", "{scope}", "{scopeId}", "{resourceId}", "{resourceUri}")), token
        assert "//" not in template, token
        segments = template.rpartition("/providers/")[2].split("/")
        if not token.endswith(":ResourceGroup"):
            assert segments[0].startswith("Microsoft."), token
            assert len(segments) % 2 == 1, f"{token}: a provider, then type and name in turn"


def test_the_table_is_sorted_and_covers_what_the_platform_is_made_of() -> None:
    assert list(TABLE) == sorted(TABLE)
    assert len(TABLE) > 400
    assert TABLE["azure-native:keyvault:Key"].endswith("/Microsoft.KeyVault/vaults/{vaultName}/keys/{keyName}")
    assert TABLE["azure-native:storage:BlobContainer"].endswith("/blobServices/default/containers/{containerName}")
    assert TABLE["azure-native:authorization:RoleAssignment"] == (
        "{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}"
    )


@pytest.mark.parametrize("token", ["azure-native:keyvault:Vault", "azure-native:managedidentity:UserAssignedIdentity"])
def test_reading_the_file_tells_what_importing_tells(token: str) -> None:
    _, module, name = token.split(":")
    cls: Any = getattr(importlib.import_module(f"pulumi_azure_native.{module}"), name)
    imported = set(inspect.signature(cls._internal_init).parameters)
    assert len(parameters(token)) == len(imported)
