"""How templates lie on disk for Checkov: a resource a line, so that a line tells which resource is meant.

Checkov knows a resource by type and name alone. Two locks of one name on two stores are one to it; by their lines they
stay two.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infra.arm import Template

FIRST = 3
"""Line of the first resource."""


def file_name(index: int) -> str:
    """Give the name of a template's file: its number, as a scope's name may hold anything."""
    return f"{index:04}.json"


def index_of(line: int) -> int:
    """Give the offset of the resource that stands on a line."""
    return line - FIRST


def resources_of(template: "Template") -> list[dict[str, Any]]:
    """Give the resources of a template; none where they are named by symbols and no list."""
    resources = template.content.get("resources")
    return [one for one in resources if isinstance(one, dict)] if isinstance(resources, list) else []


def written(template: "Template") -> str:
    """Give a template as text that Checkov's parser, which is one of YAML, reads as the same JSON."""
    head = {key: value for key, value in template.content.items() if key != "resources"}
    resources = template.content.get("resources")
    if not isinstance(resources, list):
        return json.dumps(template.content, sort_keys=True) + "\n"
    # "$schema" sorts first, so the head is never empty and ends where the resources begin.
    lines = ",\n".join(json.dumps(resource, sort_keys=True) for resource in resources)
    return f'{json.dumps(head, sort_keys=True)[:-1]},\n"resources": [\n{lines}\n]}}\n'


def lay_out(templates: "Sequence[Template]", folder: Path) -> None:
    """Write templates into a folder, each under the name of its number."""
    for index, template in enumerate(templates):
        (folder / file_name(index)).write_text(written(template), encoding="utf-8")
