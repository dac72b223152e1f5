"""Build ``graph/1`` from what was recorded, and tell whether two graphs are the same plan.

A resource's ``labels`` come from the nearest ancestor that has any: a component of ours registers them as inputs
(``labels``, beside ``declared_at``), so that the real engine shows them too; another program's resource is labelled by
its tags, where it has them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import JsonValue

from prosess.contracts import Graph, Labels, Node, Source, is_secret, is_unknown

STACK_TYPE: Final = "pulumi:pulumi:Stack"
PROVIDER_PREFIX: Final = "pulumi:providers:"

_TAGS: Final = {
    "environment": "environment",
    "env": "environment",
    "service": "service",
    "dataclass": "data_class",
    "datacontroller": "data_controller",
}
"""Tag key, in small letters and without what stands between words → label."""

_NODE_FIELDS: Final = frozenset(Node.model_fields) - {"labels", "source"}


class PlanError(Exception):
    """A plan could not be made, or a document is no plan.

    ``detail`` holds the program's own last traceback lines, without secrets and person identifiers; it may be empty.
    """

    detail: str

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


def build(project: str, stack: str, records: Iterable[Mapping[str, Any]]) -> Graph:
    """Build a graph from recorder lines (see ``recorder``), without the end line.

    Nodes are sorted by URN. Providers are left out: the engine adds some of its own, and they are no part of what an
    environment contains.

    Raises:
        PlanError: where a line's parent isn't among the lines.
    """
    lines = {line["urn"]: line for line in records if not line["type"].startswith(PROVIDER_PREFIX)}
    nodes = []
    for urn in sorted(lines):
        line = lines[urn]
        ancestors = tuple(_with_ancestors(urn, lines))
        fields = {key: value for key, value in line.items() if key in _NODE_FIELDS}
        fields["dependencies"] = tuple(sorted(line["dependencies"]))
        fields["property_dependencies"] = {
            key: tuple(sorted(urns)) for key, urns in sorted(line["property_dependencies"].items()) if urns
        }
        fields["aliases"] = tuple(line["aliases"])
        nodes.append(Node(**fields, labels=_labels(ancestors), source=_source(ancestors)))
    return Graph(project=project, stack=stack, nodes=tuple(nodes))


def _with_ancestors(urn: str, lines: Mapping[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    current: str | None = urn
    while current is not None:
        line = lines.get(current)
        if line is None:
            raise PlanError(f"{urn} has an ancestor that was not recorded: {current}")
        yield line
        current = line["parent"]


def _labels(ancestors: tuple[Mapping[str, Any], ...]) -> Labels:
    for line in ancestors:
        told = line["properties"].get("labels") if not line["custom"] else None
        if isinstance(told, dict) and (labels := _texts(told, Labels.model_fields)):
            return Labels(**labels)
    for line in ancestors:
        tags = line["properties"].get("tags") if line["custom"] else None
        if isinstance(tags, dict):
            labelled = {_TAGS.get(re.sub(r"[^a-z]", "", key.lower())): value for key, value in sorted(tags.items())}
            if labels := _texts(labelled, Labels.model_fields):
                return Labels(**labels)
    return Labels()


def _texts(values: Mapping[Any, Any], keys: Iterable[str]) -> dict[str, str]:
    """Keep what is a text: a label that is unknown or secret labels nothing."""
    return {key: value for key in keys if isinstance(value := values.get(key), str)}


def _source(ancestors: tuple[Mapping[str, Any], ...]) -> Source:
    declared = (line["properties"].get("declared_at") for line in ancestors if not line["custom"])
    components = (line["urn"] for line in ancestors[1:] if not line["custom"] and line["type"] != STACK_TYPE)
    return Source(
        component=next(components, None),
        declared_at=next((key for key in declared if isinstance(key, str)), None),
    )


@dataclass(frozen=True, order=True)
class Difference:
    """One place where two graphs are not the same plan; ``None`` stands for what one side doesn't have."""

    urn: str
    path: str
    """Where in the node, such as ``properties.sku.name``; empty where one side lacks the whole node."""
    left: JsonValue = None
    right: JsonValue = None


def equivalent(left: Graph, right: Graph, *, left_to_policy: Collection[str] = frozenset()) -> tuple[Difference, ...]:
    """Give every difference between two graphs of one stack, by URN and path; none where they are the same plan.

    An unknown is equal to anything, and what it comes from is not compared; a secret is equal to a secret or an
    unknown. Not compared: order, providers that the engine chose itself, and an id that one side doesn't have yet.
    Aliases are compared where both sides tell them.

    Args:
        left: one plan.
        right: the other.
        left_to_policy: types that the landing zone's own policy makes, such as the zone groups of private endpoints
            (``infra.connections.left_to_policy``): where only one side has such a resource, that is no difference.
    """
    differences: list[Difference] = []
    for urn in sorted(left.by_urn.keys() | right.by_urn.keys()):
        ours, theirs = left.by_urn.get(urn), right.by_urn.get(urn)
        if ours is None or theirs is None:
            if (ours or theirs).type in left_to_policy:  # type: ignore[union-attr]
                continue
            differences.append(Difference(urn, "", ours.type if ours else None, theirs.type if theirs else None))
        else:
            differences.extend(_of_nodes(ours, theirs))
    return tuple(differences)


def _of_nodes(left: Node, right: Node) -> Iterator[Difference]:
    urn = left.urn
    for field in ("type", "name", "custom", "parent", "protect"):
        ours, theirs = getattr(left, field), getattr(right, field)
        if ours != theirs:
            yield Difference(urn, field, ours, theirs)
    if left.provider and right.provider and left.provider != right.provider:
        yield Difference(urn, "provider", left.provider, right.provider)
    if isinstance(left.id, str) and isinstance(right.id, str) and left.id.casefold() != right.id.casefold():
        yield Difference(urn, "id", left.id, right.id)  # Azure hands ids back in another case than it got them
    if left.aliases and right.aliases and set(left.aliases) != set(right.aliases):
        yield Difference(urn, "aliases", [*sorted(left.aliases)], [*sorted(right.aliases)])
    if set(left.dependencies) != set(right.dependencies):
        yield Difference(urn, "dependencies", list(left.dependencies), list(right.dependencies))
    for key in sorted(left.property_dependencies.keys() | right.property_dependencies.keys()):
        ours, theirs = (node.property_dependencies.get(key, ()) for node in (left, right))
        if set(ours) != set(theirs):
            yield Difference(urn, f"property_dependencies.{key}", list(ours), list(theirs))
    yield from _of_values(urn, "properties", left.properties, right.properties)


def _of_values(urn: str, path: str, left: Any, right: Any) -> Iterator[Difference]:
    if is_unknown(left) or is_unknown(right):
        return
    if is_secret(left) or is_secret(right):
        if left != right:
            yield Difference(urn, path, left, right)
    elif isinstance(left, dict) and isinstance(right, dict):
        if ("sha256" in left) != ("sha256" in right):  # the engine's digest of a folder is of another kind than ours
            left, right = ({key: side[key] for key in side if key != "sha256"} for side in (left, right))
        elif "sha256" in left and left["sha256"] == right["sha256"]:
            return  # one content, wherever it lies
        for key in sorted(left.keys() | right.keys()):  # a null is what the engine drops
            yield from _of_values(urn, f"{path}.{key}", left.get(key), right.get(key))
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (ours, theirs) in enumerate(zip(left, right, strict=True)):
            yield from _of_values(urn, f"{path}[{index}]", ours, theirs)
    elif left != right or isinstance(left, bool) != isinstance(right, bool):
        yield Difference(urn, path, left, right)
