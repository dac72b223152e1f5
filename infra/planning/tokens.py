"""One name for a resource type, whichever azure-native writes it.

Version 2 of the SDK has modules that version 3 renamed (``network:PrivateZone`` is now ``privatedns:PrivateZone``), any
version has a module for each API version, and an SDK may be made for one API version alone. The table of renames is
taken from the aliases that version 3's own constructors give; a test holds it against them.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Final

from prosess.contracts import Graph

RENAMED: Final = Path(__file__).with_name("renamed.json")

_VERSION: Final = re.compile(r"/v\d{8}\w*(?=:)|(?<=^azure-native)_\w+_v\d{8}\w*(?=:)")


@cache
def renamed() -> dict[str, str]:
    """Give the table: type token of an older SDK → today's."""
    table: dict[str, str] = json.loads(RENAMED.read_text("utf-8"))
    return table


def current(type_: str) -> str:
    """Give today's token of a type, without API version; another provider's stays as it is."""
    if not type_.startswith("azure-native"):
        return type_
    plain = _VERSION.sub("", type_)
    return renamed().get(plain, plain)


def with_current_types(graph: Graph) -> Graph:
    """Give a graph whose types are today's, so that rules and rendering know them. URNs stay the program's own."""
    nodes = [
        node if (type_ := current(node.type)) == node.type else node.model_copy(update={"type": type_})
        for node in graph.nodes
    ]
    return graph.model_copy(update={"nodes": tuple(nodes)})
