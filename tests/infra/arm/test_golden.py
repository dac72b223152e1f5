"""Every golden case rendered: whole, valid by Azure's own types, and the same on every render."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from infra.arm import Rendering, Template, render
from infra.arm.validate import validate
from prosess.contracts import Graph

CASES = sorted(
    case for case in (Path(__file__).parents[1] / "golden").glob("*.yaml") if not case.stem.startswith("error_")
)
Plan = Callable[..., Graph]


def planned(case: Path, plan: Plan) -> Graph:
    told = yaml.safe_load(case.read_text("utf-8"))
    return plan(told.get("given"), settings=told.get("settings"), onboarding=told.get("onboarding"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_golden_case_renders_whole_and_valid(case: Path, plan: Plan) -> None:
    graph = planned(case, plan)
    rendering = render(graph)
    ours = {node.urn for node in graph.nodes if node.custom and node.type.startswith("azure-native:")}
    rendered = [urn for template in rendering.templates for urn in template.resources.values()]
    left = {each.urn for each in rendering.not_rendered}
    assert len(rendered) == len(set(rendered))
    assert set(rendered) == {urn for urn in ours if not graph.by_urn[urn].external}
    assert not left & set(rendered)
    for template in rendering.templates:
        resources: Any = template.content["resources"]
        assert {(each["type"], each["name"]) for each in resources} == set(template.resources)
        assert len(resources) == len(template.resources)
        assert not validate(template)


def test_two_renders_are_byte_identical_whatever_the_order(plan: Plan) -> None:
    graph = plan()
    turned = Graph(project=graph.project, stack=graph.stack, nodes=tuple(reversed(graph.nodes)))
    assert files(render(graph)) == files(render(turned))


def test_every_dependency_and_reference_of_a_template_leads_somewhere(plan: Plan) -> None:
    for template in render(plan()).templates:
        text = template.to_bytes().decode()
        parameters: Any = template.content.get("parameters", {})
        assert set(re.findall(r"parameters\('([^']+)'\)", text)) == set(parameters)
        assert not any("defaultValue" in told for told in parameters.values())


def files(rendering: Rendering) -> dict[str, bytes]:
    return {template.name: template.to_bytes() for template in rendering.templates}


# --- negative controls: one wrong key, kind or place, anywhere in any body, is found ---------------------------------


@pytest.fixture(scope="session")
def templates(plan: Plan) -> tuple[Template, ...]:
    return render(plan()).templates


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every key below the resources' own keys that Azure's types name."""
    if isinstance(value, dict):
        for key, item in value.items():
            if path and key not in _FREE and not _FREE & set(path):
                yield (*path, key)
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


_FREE = {"dependsOn", "tags", "userAssignedIdentities", "customProperties", "apiVersion", "type", "name", "scope"}
"""Maps of any keys, and what has controls of its own."""


def changed(template: Template, path: tuple[str | int, ...], change: Callable[[Any, Any], None]) -> Template:
    content: Any = copy.deepcopy(template.content)
    holder: Any = content["resources"]
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return Template(template.name, template.scope, content, template.resources)


def rename(holder: Any, key: Any) -> None:
    holder[f"{key}Wrong"] = holder.pop(key)


def retype(holder: Any, key: Any) -> None:
    holder[key] = {"wrong": 1} if not isinstance(holder[key], dict) else "wrong"


@pytest.mark.parametrize("change", [rename, retype])
def test_a_wrong_key_or_kind_anywhere_is_found(
    templates: tuple[Template, ...], change: Callable[[Any, Any], None]
) -> None:
    every = [(one, path) for one in templates for path in places(one.content["resources"]) if len(path) > 1]
    assert len(every) > 500
    for template, path in every[::7]:  # a seventh of them, evenly; all of them take half a minute
        assert validate(changed(template, path, change)), path


def test_a_key_in_the_wrong_place_is_found(templates: tuple[Template, ...]) -> None:
    moved = 0
    for template in templates:
        resources: Any = template.content["resources"]
        for index, each in enumerate(resources):
            body = each.get("properties")
            if not isinstance(body, dict):
                continue
            for key in body:

                def out(holder: Any, at: Any) -> None:
                    holder[f"{at}"] = holder["properties"].pop(at)

                if key in each:
                    continue
                moved += 1
                assert validate(changed(template, (index, key), out)), (each["type"], key)
    assert moved > 100


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("name", "one/two/three/four/five/six", "name_segments"),
        ("type", "microsoft.keyvault/vaults", "unknown_type"),
        ("dependsOn", ["[resourceId('Microsoft.KeyVault/vaults', 'no-such')]"], "depends_on"),
        ("scope", "[resourceId('Microsoft.KeyVault/vaults', 'kv')]", "wrong_scope"),
    ],
)
def test_a_wrong_envelope_is_found(templates: tuple[Template, ...], key: str, value: Any, kind: str) -> None:
    template, index = next(
        (template, index)
        for template in templates
        for index, each in enumerate(json.loads(template.to_bytes())["resources"])
        if each["type"] == "Microsoft.KeyVault/vaults"
    )

    def put(holder: Any, at: Any) -> None:
        holder[at] = value

    assert kind in {finding.kind for finding in validate(changed(template, (index, key), put))}
