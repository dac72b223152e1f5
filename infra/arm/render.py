"""Render a plan to classic ARM templates, one for each deployment scope, for scanners that read nothing else."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from pydantic import JsonValue

from infra.arm.addresses import Address, arm_id, fill, parse, placeholders, resource_id
from infra.arm.body import Body
from infra.arm.catalogue import Rule, rule_for, schema_for
from infra.arm.model import NotRendered, RenderError, Rendering, Scope, Template
from infra.arm.values import Links, Parameters, Placed, Values
from prosess.contracts import Graph, Node, is_unknown

CONTENT_VERSION: Final = "1.0.0.0"

_OURS: Final = "azure-native:"
_ANY_TYPE: Final = "azure-native:resources:Resource"
_OF_ANY: Final = frozenset({"apiVersion", "parentResourcePath"})
_NO_SUBSCRIPTION: Final = "00000000-0000-0000-0000-000000000000"


def render(
    graph: Graph,
    *,
    no_rule: Literal["refuse", "name"] = "refuse",
    unnamed: Literal["refuse", "logical"] = "refuse",
) -> Rendering:
    """Render a graph.

    The templates are for reading, not for deploying: Pulumi deploys. Two renderings of one graph are byte-identical.

    Args:
        graph: a plan, ours or another program's.
        no_rule: whether a resource that cannot be rendered without a guess is refused, or named in the result.
        unnamed: whether a resource whose name only a deployment tells cannot be rendered, or has its logical name stand
            in. The engine makes such a name of the logical one and a random tail; ``stand_ins`` tells where.

    Raises:
        RenderError: with ``refuse``, naming the type and the URN.
    """
    not_rendered = [NotRendered(node.urn, node.type, reason) for node in graph.nodes if (reason := _passed_over(node))]
    passed = {one.urn for one in not_rendered}
    placed: list[Placed] = []
    finder = _Finder(graph, stand_in=unnamed == "logical")
    for node in graph.nodes:
        if not node.custom or node.urn in passed:
            continue
        try:
            placed.append(finder.placed(node))
        except RenderError as error:
            if no_rule == "refuse":
                raise
            not_rendered.append(NotRendered(node.urn, node.type, error.reason))
    templates, failed = _templates(placed, no_rule)
    rendered = {urn for template in templates for urn in template.resources.values()}
    return Rendering(templates, tuple(sorted((*not_rendered, *failed))), tuple(sorted(finder.stand_ins & rendered)))


def _passed_over(node: Node) -> str | None:
    if not node.custom:
        return None
    if not node.type.startswith(_OURS):
        return "other_provider"
    return "existing" if node.external else None


class _Finder:
    """Find rule and address of each node; names that other nodes hold are looked up in the graph."""

    def __init__(self, graph: Graph, *, stand_in: bool) -> None:
        self._graph = graph
        self._stand_in = stand_in
        self.stand_ins: set[str] = set()
        self._found: dict[str, Address] = {}
        self._taken: dict[tuple[object, ...], str] = {}
        told = (parse(node.id) for node in graph.nodes if isinstance(node.id, str))
        subscriptions = {one.scope.subscription for one in told if one and one.scope.subscription}
        self._subscription = subscriptions.pop() if len(subscriptions) == 1 else _NO_SUBSCRIPTION

    def placed(self, node: Node) -> Placed:
        """Give a node with its rule, its address and what Azure's types say of it.

        Raises:
            RenderError: without a rule, without a name, or at an address that another has.
        """
        rule = self._rule(node)
        address = self.address(node, rule)
        schema = schema_for(address.type, rule.schema_version)
        if schema is None:
            raise RenderError("no_rule", node.urn, node.type, f"no rule for the type {address.type}")
        other = self._taken.setdefault(address.key, node.urn)
        if other != node.urn:
            raise RenderError("duplicate", node.urn, node.type, f"{address.type} {address.name} is also {other}")
        consumed = placeholders(rule.path) | (_OF_ANY if node.type == _ANY_TYPE else frozenset())
        return Placed(
            node,
            rule,
            Address(address.scope, schema.type, address.names, address.extends),
            schema,
            rule.api_version,
            consumed,
        )

    def _rule(self, node: Node) -> Rule:
        if node.type == _ANY_TYPE:
            return self._stood_for(node)
        rule = rule_for(node.type)
        if rule is None:
            raise RenderError("no_rule", node.urn, node.type, "no rule for this type")
        return _without_parent(rule, node)

    def _stood_for(self, node: Node) -> Rule:
        """Give the rule of a resource that names its own ARM type and API version."""
        version = node.properties.get("apiVersion")
        if not isinstance(version, str):
            raise RenderError("no_rule", node.urn, node.type, "its API version is not known")
        path = (
            "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}/providers/"
            "{resourceProviderNamespace}/{parentResourcePath}/{resourceType}/{resourceName}"
        )
        return _without_parent(Rule(node.type, path, version, version), node)

    def address(self, node: Node, rule: Rule) -> Address:
        """Give where a node lies.

        Raises:
            RenderError: where a piece of its id is not known.
        """
        if node.urn in self._found:
            return self._found[node.urn]
        id_ = node.id if isinstance(node.id, str) and node.type != _ANY_TYPE else None
        if id_ is None:
            id_, missing = fill(rule.path, lambda key: self._piece(node, key))
            if missing is not None and self._stand_in and rule.path.endswith(f"{{{missing}}}"):
                self.stand_ins.add(node.urn)
                id_, missing = f"{id_.rpartition('/')[0]}/{node.name.replace('/', '-')}", None
            if missing is not None:
                reason = "name_unknown" if missing in _names(rule.path) else "scope_unknown"
                raise RenderError(reason, node.urn, node.type, f"{missing} is not known before a deployment")
        address = parse(id_)
        if address is None:
            raise RenderError("scope_unknown", node.urn, node.type, f"{id_} is no id of a resource")
        self._found[node.urn] = address
        return address

    def _piece(self, node: Node, key: str) -> str | None:
        value = node.properties.get(key)
        if key == "subscription" and value is None:
            return self._subscription
        if is_unknown(value) and isinstance(value, dict):
            return self._told_by_another(value, key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return value if isinstance(value, str) else None

    def _told_by_another(self, value: Mapping[str, Any], key: str) -> str | None:
        """Give the name or id of another node where an unknown is exactly that.

        The path of a parent is made from the parent's id, which a program can only do by a function; so there, and
        nowhere else, a value derived from the id of one resource is that resource's path.
        """
        origins = value.get("from") or []
        if len(origins) != 1:
            return None
        other = self._graph.by_urn.get(str(origins[0].get("urn")))
        output = origins[0].get("output")
        of_parent = key == "parentResourcePath" and output in ("id", "name")
        if other is None or output not in ("id", "name") or (origins[0].get("derived") and not of_parent):
            return None
        if not other.type.startswith(_OURS):
            return None
        address = parse(other.id) if isinstance(other.id, str) else None
        if address is None and not other.external:
            address = self.address(other, self._rule(other))
        if address is None:
            return None
        if of_parent:
            return arm_id(address).rpartition("/providers/")[2].partition("/")[2]
        return arm_id(address) if output == "id" else address.names[-1]


def _without_parent(rule: Rule, node: Node) -> Rule:
    """Leave the parent's path out of a rule where a resource has no parent."""
    if node.properties.get("parentResourcePath"):
        return rule
    return replace(rule, path=rule.path.replace("/{parentResourcePath}", ""))


def _names(path: str) -> frozenset[str]:
    return placeholders(path.rpartition("/providers/")[2])


@dataclass
class _Draft:
    """A template that is being written."""

    name: str
    scope: Scope
    members: list[Placed] = field(default_factory=list)
    keys: set[tuple[str, str]] = field(default_factory=set)


def _templates(
    placed: Iterable[Placed], no_rule: Literal["refuse", "name"]
) -> tuple[tuple[Template, ...], list[NotRendered]]:
    links = Links(placed)
    templates = []
    failed: list[NotRendered] = []
    for draft in _drafts(links.by_urn.values()):
        parameters = Parameters()
        bodies: dict[str, dict[str, JsonValue]] = {}
        for one in draft.members:
            before = dict(parameters.told)
            try:
                bodies[one.node.urn] = Body(one, Values(one, links, draft.scope, parameters)).render()
            except RenderError as error:
                if no_rule == "refuse":
                    raise
                parameters.told = before
                failed.append(NotRendered(one.node.urn, one.node.type, error.reason))
        members = [one for one in draft.members if one.node.urn in bodies]
        resources: list[JsonValue] = [
            _resource(one, bodies[one.node.urn], draft.scope, links, bodies.keys()) for one in members
        ]
        told = {(one.address.type, one.address.name): one.node.urn for one in members}
        if resources:
            content: dict[str, JsonValue] = {
                "$schema": draft.scope.schema,
                "contentVersion": CONTENT_VERSION,
                "resources": resources,
            }
            if parameters.told:
                content["parameters"] = parameters.told
            templates.append(Template(draft.name, draft.scope, content, told))
    return tuple(sorted(templates, key=lambda one: one.name)), failed


def _drafts(placed: Iterable[Placed]) -> list[_Draft]:
    """Share the resources out: a template for each scope.

    Extensions of different resources may have one name, and a scanner then counts them as one; each further one of a
    name goes to a further template of the same scope.
    """
    drafts: dict[tuple[str, str, str, str], list[_Draft]] = {}
    stems: dict[str, int] = {}
    ordered = sorted(placed, key=lambda one: (one.address.type, one.address.name, one.node.urn))
    for one in ordered:
        key = (one.address.type.casefold(), one.address.name.casefold())
        of_scope = drafts.setdefault(one.address.scope.key, [])
        draft = next((each for each in of_scope if key not in each.keys), None)
        if draft is None:
            draft = _Draft("", one.address.scope)
            of_scope.append(draft)
        draft.keys.add(key)
        draft.members.append(one)
    for scope_key in sorted(drafts):
        for number, draft in enumerate(drafts[scope_key], start=1):
            stem = draft.scope.stem if number == 1 else f"{draft.scope.stem}.{number}"
            stems[stem] = stems.get(stem, 0) + 1
            draft.name = stem if stems[stem] == 1 else f"{stem}~{stems[stem]}"
    return [draft for scope_key in sorted(drafts) for draft in drafts[scope_key]]


def _resource(
    one: Placed, body: Mapping[str, JsonValue], scope: Scope, links: Links, inside: Set[str]
) -> dict[str, JsonValue]:
    resource: dict[str, JsonValue] = {
        "type": one.address.type,
        "apiVersion": one.api_version,
        "name": one.address.name,
        **body,
    }
    if one.address.extends is not None:
        resource["scope"] = f"[{resource_id(one.address.extends, scope)}]"
    depends = _depends_on(one, scope, links, inside)
    if depends:
        resource["dependsOn"] = depends
    return resource


def _depends_on(one: Placed, scope: Scope, links: Links, inside: Set[str]) -> list[JsonValue]:
    urns = {*one.node.dependencies, *(urn for urns in one.node.property_dependencies.values() for urn in urns)}
    urns |= {above.node.urn for address in one.address.ancestors if (above := links.at(address))}
    urns = (urns & inside) - {one.node.urn}
    return [*sorted(f"[{resource_id(links.by_urn[urn].address, scope)}]" for urn in urns)]
