"""Which resources belong together: what points at what, what lies inside what, read from a graph once.

A rule sees one resource and what is related to it, so somebody has to know that this lock covers that vault. It is
told here from property dependencies, from the origin of unknown values, from ARM ids and, last, from names.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import JsonValue

from policies.metadata import plain_type
from prosess.contracts import Graph, Node, is_unknown

RESOURCE_GROUP = "azure-native:resources:ResourceGroup"


@dataclass(frozen=True)
class Pointer:
    """A resource type that points at others by id."""

    kind: str
    property: str
    inherited: bool = False
    """Whether it holds for everything below what it points at."""
    parts: bool = False
    """Whether it may point at a part of a resource that is none itself, such as an account's blob service."""


@dataclass(frozen=True)
class Child:
    """A resource type that lies inside another, named by one of its own properties."""

    kind: str
    parent: str
    property: str


POINTERS: dict[str, Pointer] = {
    "azure-native:authorization:ManagementLockByScope": Pointer("locks", "scope", inherited=True),
    "azure-native:authorization:RoleAssignment": Pointer("role_assignments", "scope"),
    "azure-native:monitor:DiagnosticSetting": Pointer("diagnostic_settings", "resourceUri", parts=True),
    "azure-native:network:PrivateEndpoint": Pointer("private_endpoints", "privateLinkServiceConnections"),
}

CHILDREN: dict[str, Child] = {
    "azure-native:apimanagement:ProductPolicy": Child(
        "product_policies", "azure-native:apimanagement:Product", "productId"
    ),
    "azure-native:dbforpostgresql:Database": Child("databases", "azure-native:dbforpostgresql:Server", "serverName"),
    "azure-native:eventhub:EventHub": Child("event_hubs", "azure-native:eventhub:Namespace", "namespaceName"),
    "azure-native:dataprotection:DppResourceGuardProxy": Child(
        "guards", "azure-native:dataprotection:BackupVault", "vaultName"
    ),
    "azure-native:keyvault:Key": Child("keys", "azure-native:keyvault:Vault", "vaultName"),
    "azure-native:keyvault:Secret": Child("secrets", "azure-native:keyvault:Vault", "vaultName"),
    "azure-native:network:PrivateDnsZoneGroup": Child(
        "dns_zone_groups", "azure-native:network:PrivateEndpoint", "privateEndpointName"
    ),
    "azure-native:network:SecurityRule": Child(
        "security_rules", "azure-native:network:NetworkSecurityGroup", "networkSecurityGroupName"
    ),
    "azure-native:network:Subnet": Child("subnets", "azure-native:network:VirtualNetwork", "virtualNetworkName"),
    "azure-native:network:VirtualNetworkPeering": Child(
        "peerings", "azure-native:network:VirtualNetwork", "virtualNetworkName"
    ),
    "azure-native:privatedns:VirtualNetworkLink": Child(
        "virtual_network_links", "azure-native:privatedns:PrivateZone", "privateZoneName"
    ),
    "azure-native:servicebus:Queue": Child("queues", "azure-native:servicebus:Namespace", "namespaceName"),
    "azure-native:servicebus:Topic": Child("topics", "azure-native:servicebus:Namespace", "namespaceName"),
    "azure-native:storage:BlobContainer": Child("containers", "azure-native:storage:StorageAccount", "accountName"),
    "azure-native:storage:BlobContainerImmutabilityPolicy": Child(
        "immutability_policies", "azure-native:storage:BlobContainer", "containerName"
    ),
}

PARTS = frozenset(f"azure-native:storage:{service}ServiceProperties" for service in ("Blob", "File", "Queue", "Table"))
"""Types that only set a part of the resource above them: what points at the part speaks of the whole."""

KINDS = frozenset(pointer.kind for pointer in POINTERS.values()) | {child.kind for child in CHILDREN.values()}


def strings(value: JsonValue) -> Iterator[str]:
    """Every string inside a value, markers of unknown values left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict) and not is_unknown(value):
        for item in value.values():
            yield from strings(item)


def unknowns(value: JsonValue) -> Iterator[tuple[str, ...]]:
    """For every unknown inside a value, the URNs that it is said to come from."""
    if isinstance(value, list):
        for item in value:
            yield from unknowns(item)
    elif isinstance(value, dict):
        if is_unknown(value):
            yield tuple(_origins(value.get("from")))
        else:
            for item in value.values():
                yield from unknowns(item)


def _origins(value: JsonValue) -> Iterator[str]:
    for origin in value if isinstance(value, list) else []:
        urn = origin.get("urn") if isinstance(origin, dict) else None
        if isinstance(urn, str):
            yield urn


def arm_id(node: Node) -> str | None:
    """The ARM id of a resource, folded for comparison, where the plan knows it."""
    return node.id.rstrip("/").lower() if isinstance(node.id, str) and node.id.startswith("/") else None


class Relations:
    """The relations of one graph. Everything is told in the order of URNs."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._custom = tuple(node for node in graph.nodes if node.custom)
        self._by_id: dict[str, list[Node]] = defaultdict(list)
        for node in self._custom:
            if (id_ := arm_id(node)) is not None:
                self._by_id[id_].append(node)

    @cached_property
    def _related(self) -> tuple[dict[str, dict[str, list[Node]]], frozenset[str], list[tuple[str, str, Node]]]:
        """(URN → kind → nodes, kinds of which one could not be placed, inherited pointers at scopes outside)."""
        placed: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        untold: set[str] = set()
        outside: list[tuple[str, str, Node]] = []
        for node in self._custom:
            if (pointer := POINTERS.get(plain_type(node.type))) is not None:
                targets, known = self._targets(node, pointer)
                if not known:
                    untold.add(pointer.kind)
                for target in targets:
                    placed[target][pointer.kind].append(node)
                scope = node.properties.get(pointer.property)
                if pointer.inherited and not targets and isinstance(scope, str):
                    outside.append((scope.rstrip("/").lower(), pointer.kind, node))
            if (child := CHILDREN.get(plain_type(node.type))) is not None:
                parent, known = self._parent(node, child)
                if parent is not None:
                    placed[parent.urn][child.kind].append(node)
                elif not known:
                    untold.add(child.kind)
        return placed, frozenset(untold), outside

    @cached_property
    def parents(self) -> dict[str, Node]:
        """URN of a resource inside another → that other."""
        return {
            node.urn: parent
            for node in self._custom
            if (child := CHILDREN.get(plain_type(node.type))) is not None
            and (parent := self._parent(node, child)[0]) is not None
        }

    @property
    def untold(self) -> frozenset[str]:
        """Kinds of which one resource could not be placed: it may belong anywhere."""
        return self._related[1]

    def of(self, node: Node) -> dict[str, list[Node]]:
        """What is related to a resource: kind → resources, in URN order; kinds without any are left out."""
        placed, _, outside = self._related
        found = {kind: list(nodes) for kind, nodes in placed.get(node.urn, {}).items()}
        for above in self._above(node):
            for pointer in POINTERS.values():
                if pointer.inherited and (inherited := placed.get(above.urn, {}).get(pointer.kind)):
                    found.setdefault(pointer.kind, []).extend(inherited)
        id_ = arm_id(node)
        for scope, kind, pointing in outside:
            if id_ is not None and (id_ == scope or id_.startswith(scope + "/")):
                found.setdefault(kind, []).append(pointing)
        return {
            kind: [one for _, one in sorted({other.urn: other for other in others}.items())]
            for kind, others in sorted(found.items())
        }

    def same_id(self, node: Node) -> tuple[Node, ...]:
        """Resources that are one in Azure: those with the same ARM id, the resource itself among them."""
        id_ = arm_id(node)
        return tuple(self._by_id[id_]) if id_ is not None else (node,)

    def _above(self, node: Node) -> Iterator[Node]:
        """The resources that a resource lies inside, nearest first, its resource group last."""
        seen = {node.urn}
        current = node
        while (parent := self.parents.get(current.urn)) is not None and parent.urn not in seen:
            seen.add(parent.urn)
            yield parent
            current = parent
        if (group := self._resource_group(node)) is not None:
            yield group

    def _resource_group(self, node: Node) -> Node | None:
        return self._parent(node, Child("", RESOURCE_GROUP, "resourceGroupName"))[0]

    def _targets(self, node: Node, pointer: Pointer) -> tuple[frozenset[str], bool]:
        """URNs that a resource points at, and whether all that it points at is known (inside the graph or not)."""
        value = node.properties.get(pointer.property)
        found = {other.urn for text in strings(value) for other in self._at(text.rstrip("/").lower(), pointer)}
        known = True
        for origins in unknowns(value):
            urns = set(origins or node.property_dependencies.get(pointer.property, ())) & self._graph.by_urn.keys()
            known = known and bool(urns)
            found |= urns
        return frozenset(found), known

    def _at(self, id_: str, pointer: Pointer) -> list[Node]:
        """The resources with an ARM id, or of which it names a part."""
        found = self._by_id.get(id_, [])
        if pointer.parts and all(plain_type(one.type) in PARTS for one in found):
            above = next(self._prefixes(id_), None)
            own = arm_id(above) if above is not None else None
            if above is not None and own is not None and "/providers/" not in id_.removeprefix(own):
                found = [*found, above]
        return found

    def _parent(self, node: Node, child: Child) -> tuple[Node | None, bool]:
        """The resource that this one lies inside, and whether it is known that there is none in the graph."""
        value = node.properties.get(child.property)
        named = [urn for origins in unknowns(value) for urn in origins]
        for urn in (*named, *node.property_dependencies.get(child.property, ())):
            other = self._graph.by_urn.get(urn)
            if other is not None and plain_type(other.type) == child.parent:
                return other, True
        if (id_ := arm_id(node)) is not None:
            for other in self._prefixes(id_):
                if plain_type(other.type) == child.parent:
                    return other, True
        if isinstance(value, str):
            return self._by_name(node, child.parent, value), True
        return None, False

    def _prefixes(self, id_: str) -> Iterator[Node]:
        while "/" in id_[1:]:
            id_ = id_.rpartition("/")[0]
            yield from self._by_id.get(id_, ())

    @cached_property
    def _names(self) -> dict[tuple[str, str], list[Node]]:
        names: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node in self._custom:
            type_ = plain_type(node.type)
            own = CHILDREN[type_].property if type_ in CHILDREN else None
            for key, value in node.properties.items():
                if key.endswith("Name") and key != own and isinstance(value, str):
                    names[type_, value.lower()].append(node)
        return names

    def _by_name(self, node: Node, type_: str, name: str) -> Node | None:
        candidates = [
            other
            for other in self._names.get((type_, name.lower()), ())
            if type_ == RESOURCE_GROUP or _same_group(node, other)
        ]
        return candidates[0] if len(candidates) == 1 else None


def _same_group(node: Node, other: Node) -> bool:
    mine, theirs = node.properties.get("resourceGroupName"), other.properties.get("resourceGroupName")
    return not (isinstance(mine, str) and isinstance(theirs, str)) or mine.lower() == theirs.lower()
