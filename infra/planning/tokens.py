"""One name for a resource type, whichever azure-native writes it.

Version 2 of the SDK has modules that version 3 renamed (``network:PrivateZone`` is now ``privatedns:PrivateZone``), and
an SDK may be made for one API version alone. The renames are those that rendering knows; an API version that a type
names stays, since rules and rendering read it.
"""

import re
from typing import Final

from infra.arm.catalogue import older_tokens, plain_token
from prosess.contracts import Graph

_ONE_VERSION: Final = re.compile(r"^azure-native_(\w+)_(v\d{8}\w*):(\w+):(\w+)$")


def current(type_: str) -> str:
    """Give today's token of a type, with the API version that it names; another provider's stays as it is."""
    if not type_.startswith("azure-native"):
        return type_
    type_ = _ONE_VERSION.sub(r"azure-native:\3/\2:\4", type_)
    plain, version = plain_token(type_)
    today = older_tokens().get(plain, plain)
    if version is None:
        return today
    package, module, name = today.split(":")
    return f"{package}:{module}/{type_.split(':')[1].partition('/')[2]}:{name}"


def with_current_types(graph: Graph) -> Graph:
    """Give a graph whose types are today's, so that rules and rendering know them. URNs stay the program's own."""
    nodes = [
        node if (type_ := current(node.type)) == node.type else node.model_copy(update={"type": type_})
        for node in graph.nodes
    ]
    return graph.model_copy(update={"nodes": tuple(nodes)})
