"""Finds where in the file and in the model an error of pydantic belongs."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from prosess.documents.places import holds, under
from prosess.documents.problem import KeyPath
from prosess.documents.shape import Node, Shape


@dataclass(frozen=True, slots=True)
class Located:
    """An error of pydantic, and where in the file and in the model it belongs."""

    error: ErrorDetails
    path: KeyPath
    node: Node | None
    parent: Node | None
    at_key: bool
    unions: tuple[tuple[KeyPath, str, Node], ...]
    """The plain unions on the way, outermost first: their place, the branch that was tried, the union itself."""


def locate(error: ErrorDetails, shape: Shape, data: Any) -> Located:
    """Walk the data and the model along pydantic's ``loc``, which also names branches of unions."""
    node: Node | None = shape.root
    parent: Node | None = None
    path: KeyPath = ()
    at_key = False
    unions: list[tuple[KeyPath, str, Node]] = []
    for item in error["loc"]:
        if isinstance(item, str) and node is not None:
            if (tagged := shape.tags(node)) and item in tagged:
                node = tagged[item]
                continue
            if shape.branches(node):
                unions.append((path, item, node))
                node = shape.branch(node, item)
                continue
        if item == "[key]":
            at_key = True
            continue
        if not isinstance(item, int) and not holds(data, item) and error["type"] != "missing":
            continue  # a name of pydantic's own, such as that of a validator
        path = (*path, item)
        parent = node
        node = shape.child(node, item) if node is not None else None
        data = under(data, item)
    return Located(error, path, node, parent, at_key, tuple(unions))
