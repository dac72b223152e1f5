"""What a model expects at each place of a file, read from its JSON Schema.

Errors of pydantic tell what is wrong; a person also wants to know what would be right. A *node* is a JSON Schema; where
several may hold (a union whose branch is not known), a node is ``{"either": [node, …]}``.
"""

import re
from functools import lru_cache
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, JsonSchemaWarningKind
from pydantic_core import core_schema

from prosess.documents.problem import KeyPath
from prosess.documents.text import Fact, Word

Node: TypeAlias = dict[str, Any]

_ANNOTATIONS = frozenset(("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"))
_FORMATS = {
    "date": "date",
    "date-time": "date-time",
    "time": "time",
    "duration": "duration",
    "uri": "uri",
    "ipv4": "address",
    "ipv6": "address",
    "ipvanyaddress": "address",
    "ipv4network": "network",
    "ipv6network": "network",
    "ipvanynetwork": "network",
} | {f"uuid{version}": "uuid" for version in ("", 1, 3, 4, 5, 6, 7, 8)}
_MOST_LISTED = 40


class _Lenient(GenerateJsonSchema):
    """Leaves open what JSON Schema cannot say, for here it only serves hints."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {
        "skipped-choice",
        "non-serializable-default",
        "skipped-discriminator",
    }

    def handle_invalid_for_json_schema(self, schema: core_schema.CoreSchema, error_info: str) -> JsonSchemaValue:  # noqa: ARG002
        return {}


class Shape:
    """The JSON Schema of a model, walked by the keys of a file."""

    def __init__(self, schema: Node) -> None:
        self.root = schema
        self._definitions: dict[str, Node] = schema.get("$defs", {})

    def unwrap(self, node: Node) -> Node:
        """Follow references, and drop the ``null`` of what may be left out."""
        while True:
            if "$ref" in node:
                node = self._definitions.get(node["$ref"].rpartition("/")[2], {})
            elif len(node.get("allOf", ())) == 1:
                node = node["allOf"][0]
            elif len(rest := _not_null(node)) == 1:
                node = rest[0]
            else:
                return node

    def tags(self, node: Node) -> dict[str, Node]:
        """Give the branches of a discriminated union by tag; empty where ``node`` is none."""
        node = self.unwrap(node)
        mapping = node.get("discriminator", {}).get("mapping", {})
        return {tag: {"$ref": target} for tag, target in mapping.items()}

    def branches(self, node: Node) -> list[Node]:
        """Give the branches of a plain union; empty where ``node`` is none."""
        node = self.unwrap(node)
        return [] if "discriminator" in node else _not_null(node)

    def branch(self, node: Node, label: str) -> Node:
        """Give the branch of a plain union that pydantic calls ``label``; all of them where that cannot be told."""
        branches = self.branches(node)
        named = [one for one in branches if one.get("$ref", "").rpartition("/")[2] == label]
        return named[0] if len(named) == 1 else {"either": branches}

    def alternatives(self, node: Node) -> list[Node]:
        """Give every node that may hold, none of them a union or a reference."""
        node = self.unwrap(node)
        within = node.get("either") or node.get("oneOf") or _not_null(node)
        return [leaf for one in within for leaf in self.alternatives(one)] if within else [node]

    def child(self, node: Node, key: str | int) -> Node | None:
        """Give what holds under a key or offset; None where nothing may stand there."""
        found = [child for one in self.alternatives(node) if (child := _child(one, key)) is not None]
        if not found:
            return None
        return found[0] if len(found) == 1 else {"either": found}

    def at(self, path: KeyPath) -> Node | None:
        """Give what holds at a key path, whatever branches lead there."""
        node: Node | None = self.root
        for key in path:
            if node is None:
                return None
            node = self.child(node, key)
        return node

    def is_free(self, node: Node) -> bool:
        """Tell whether anything may stand here, so that no field type looks at it."""
        return any(not one.keys() - _ANNOTATIONS - {"$defs"} for one in self.alternatives(node))

    def names(self, node: Node) -> list[str]:
        """Give the keys that a mapping may have, in the model's order."""
        return list(dict.fromkeys(name for one in self.alternatives(node) for name in one.get("properties", {})))

    def values(self, node: Node) -> list[str]:
        """Give the values of an enumeration, as a person would write them."""
        return [_written(value) for one in self.alternatives(node) for value in _listed(one)]

    def expected(self, node: Node | None) -> tuple[Fact, ...]:
        """Say what may stand here: the values of an enumeration, and the kinds of the rest."""
        if node is None:
            return ()
        said: dict[Fact, None] = {}
        for one in self.alternatives(node):
            if listed := _listed(one):
                said.update(dict.fromkeys(f"`{_written(value)}`" for value in listed))
            elif one.get("format") in _FORMATS:
                said[Word(_FORMATS[one["format"]])] = None
            elif isinstance(one.get("type"), str):
                said[Word(one["type"])] = None
        return shortened(tuple(said))


@lru_cache(maxsize=64)
def shape_of(model: type[BaseModel]) -> Shape:
    """Give the shape of a model. Takes milliseconds the first time, so it is asked for only where there are errors."""
    return Shape(model.model_json_schema(schema_generator=_Lenient))


def shortened(listed: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Cut a list that nobody would read to its end."""
    return listed if len(listed) <= _MOST_LISTED else (*listed[:_MOST_LISTED], "…")


def _not_null(node: Node) -> list[Node]:
    return [one for one in node.get("anyOf") or node.get("oneOf") or () if one.get("type") != "null"]


def _child(node: Node, key: str | int) -> Node | None:
    if isinstance(key, int):
        prefix = node.get("prefixItems", ())
        found = prefix[key] if key < len(prefix) else node.get("items", {} if node.get("type") == "array" else None)
    elif key in node.get("properties", {}):
        found = node["properties"][key]
    else:
        matching = [one for pattern, one in node.get("patternProperties", {}).items() if re.search(pattern, key)]
        rest = node.get("additionalProperties", "patternProperties" not in node and node.get("type") == "object")
        found = matching[0] if matching else rest
    if found is True or not node.keys() - _ANNOTATIONS:
        return {}
    return found if isinstance(found, dict) else None


def _listed(node: Node) -> list[Any]:
    return [node["const"]] if "const" in node else list(node.get("enum", ()))


def _written(value: Any) -> str:
    return value if isinstance(value, str) else {True: "true", False: "false", None: "null"}.get(value, str(value))
