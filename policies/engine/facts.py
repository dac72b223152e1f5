"""What a rule is told of one resource: the facts that it reads, not the objects that hold them.

Input costs about half a millisecond a kilobyte in the embedded engine, so a related resource is a name and the few
properties that a rule asks about, and lists that rules judge one by one (subnets, security rules) are taken out of
the resource and put beside it in one shape, however they were declared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import JsonValue

from policies.engine.relations import CHILDREN, Relations, strings
from policies.metadata import plain_type
from prosess.contracts import Node, is_unknown

NORWAY = ("norwayeast", "norwaywest")
"""Azure's regions in Norway."""

UNKNOWN: dict[str, JsonValue] = {"unknown": True}


@dataclass(frozen=True)
class EnvironmentFacts:
    """What the rules know of the environment as a whole."""

    stage: str | None = None
    """``sandbox``, ``test`` or ``prod`` …; where it is not known, rules are as strict as for prod."""
    regions: tuple[str, ...] = NORWAY
    """Azure regions in which data may lie, in lower case without spaces."""
    operator_countries: tuple[str, ...] | None = None
    """Countries from which it may be operated; None where nobody said."""
    works_from: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a group of operators → countries that its people work from."""
    zone_groups: str | None = None
    """Why the zone groups of private endpoints are left to the landing zone's policy, where they are."""


VIRTUAL_NETWORK = "azure-native:network:VirtualNetwork"
SECURITY_GROUP = "azure-native:network:NetworkSecurityGroup"
GIVEN = frozenset(
    {"azure-native:authorization:PimRoleEligibilitySchedule", "azure-native:authorization:RoleAssignment"}
)
"""Types that let somebody operate."""
BACKUP_VAULT = "azure-native:dataprotection:BackupVault"

RESTORE_TESTED_ON = "restore-tested-on"
"""Tag of a backup vault: the last day that a restore was tried and worked."""

_COUNTED = frozenset({"containers", "databases", "event_hubs", "keys", "queues", "secrets", "topics"})
"""Kinds that no rule looks into: they are counted."""

_FIELDS: dict[str, tuple[str, ...]] = {
    "locks": ("level",),
    "role_assignments": ("roleDefinitionId", "principalType"),
    "virtual_network_links": ("registrationEnabled",),
    "immutability_policies": ("immutabilityPeriodSinceCreationInDays",),
}

_INLINE: dict[str, tuple[str, str]] = {
    VIRTUAL_NETWORK: ("subnets", "subnets"),
    SECURITY_GROUP: ("securityRules", "security_rules"),
}
"""Type → (property that holds the list, kind under which it is told)."""

_RESOLVERS = "microsoft.network/dnsresolvers"
"""Delegation of a DNS resolver's subnet, which has no routes but the network's own."""

_RULE_FIELDS = (
    "access",
    "direction",
    "priority",
    "protocol",
    "sourceAddressPrefix",
    "sourceAddressPrefixes",
    "destinationPortRange",
)


def slim(value: JsonValue) -> JsonValue:
    """Give a value with its unknowns bare (without their origins) and its secrets withheld."""
    if is_unknown(value):
        return UNKNOWN
    match value:
        case dict():
            return {key: slim(item) for key, item in value.items() if item is not None}
        case list():
            return [slim(item) for item in value]
        case _:
            return value


def rule_input(
    node: Node, relations: Relations, environment: EnvironmentFacts, as_of: date | None = None
) -> dict[str, JsonValue]:
    """Give the input by which the rules of a resource's type judge it.

    No rule is told the time: what ages is told its age, in days at ``as_of``.
    """
    type_ = plain_type(node.type)
    properties = dict(node.properties)
    related: dict[str, JsonValue] = {}
    untold = set(relations.untold)
    children: dict[str, JsonValue] = {}
    found = relations.of(node)
    for kind, others in found.items():
        if kind in _COUNTED:
            children[kind] = len(others)
        elif kind not in _SHAPES:
            related[kind] = [_told(other, _FIELDS.get(kind, ())) for other in others]
    if type_ in _INLINE:
        property_, kind = _INLINE[type_]
        inline = properties.pop(property_, None)
        if inline is not None and not isinstance(inline, list):
            untold.add(kind)
        shape = _SHAPES[kind]
        related[kind] = [
            *(shape(_object(item), None) for item in (inline if isinstance(inline, list) else [])),
            *(shape(other.properties, other.name) for other in found.get(kind, ())),
        ]
    if type_ == BACKUP_VAULT and as_of is not None and (days := _restore_test_age(node, as_of)) is not None:
        related["restore_test"] = {"days": days}
    if children:
        related["children"] = children
    if (parent := relations.parents.get(node.urn)) is not None:
        related["parent"] = {"name": parent.name, "type": plain_type(parent.type)}
    if type_ in GIVEN:
        related |= _operated(node, environment)
    if untold:
        related["untold"] = [*sorted(untold)]
    return {
        "resource": {"type": type_, "name": node.name, "protect": node.protect, "properties": slim(properties)},
        "related": related,
        "environment": _environment(node, environment),
    }


def _operated(node: Node, environment: EnvironmentFacts) -> dict[str, JsonValue]:
    """Tell from where a group works, and from where one may; what nobody said is left out."""
    told: dict[str, JsonValue] = {}
    if environment.operator_countries is not None:
        told["operator_countries"] = [*environment.operator_countries]
    principal = node.properties.get("principalId")
    if isinstance(principal, str) and (countries := environment.works_from.get(principal.lower())) is not None:
        told["works_from"] = [*countries]
    return told


def _restore_test_age(vault: Node, as_of: date) -> int | None:
    tags = vault.properties.get("tags")
    told = tags.get(RESTORE_TESTED_ON) if isinstance(tags, dict) else None
    try:
        return (as_of - date.fromisoformat(told)).days if isinstance(told, str) else None
    except ValueError:
        return None


def _environment(node: Node, environment: EnvironmentFacts) -> dict[str, JsonValue]:
    labels = node.labels
    facts: dict[str, JsonValue] = {
        "stage": environment.stage,
        "name": labels.environment,
        "service": labels.service,
        "data_class": labels.data_class,
        "data_controller": labels.data_controller,
        "regions": [*environment.regions],
        "zone_groups": environment.zone_groups,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _told(node: Node, fields: tuple[str, ...]) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {"name": node.name}
    told |= {field: slim(value) for field in fields if (value := node.properties.get(field)) is not None}
    return told


def _object(value: JsonValue) -> dict[str, JsonValue]:
    """An item of an inline list; one that is unknown as a whole is one whose every property is unknown."""
    if isinstance(value, dict) and not is_unknown(value):
        return value
    return dict.fromkeys(("networkSecurityGroup", "defaultOutboundAccess", "routeTable", *_RULE_FIELDS), UNKNOWN)


def _name(properties: dict[str, JsonValue], name: str | None, key: str) -> str:
    for candidate in (properties.get(key), properties.get("name"), name):
        if isinstance(candidate, str):
            return candidate
    return "?"


def _subnet(properties: dict[str, JsonValue], name: str | None) -> JsonValue:
    group = properties.get("networkSecurityGroup")
    # A reference whose id is unknown is a reference all the same.
    has_group: JsonValue = UNKNOWN if is_unknown(group) else bool(group)
    outbound = properties.get("defaultOutboundAccess")
    routes = properties.get("routeTable")
    return {
        "name": _name(properties, name, "subnetName"),
        "security_group": has_group,
        "default_outbound": slim(outbound) if outbound is not None else None,
        "routes": UNKNOWN if is_unknown(routes) else bool(routes),
        "resolver": _RESOLVERS in {text.lower() for text in strings(properties.get("delegations"))},
    }


def _security_rule(properties: dict[str, JsonValue], name: str | None) -> JsonValue:
    rule: dict[str, JsonValue] = {"name": _name(properties, name, "securityRuleName")}
    rule |= {field: slim(value) for field in _RULE_FIELDS if (value := properties.get(field)) is not None}
    return rule


_SHAPES: dict[str, Callable[[dict[str, JsonValue], str | None], JsonValue]] = {
    "subnets": _subnet,
    "security_rules": _security_rule,
}

STORES = frozenset(
    {
        "azure-native:cosmosdb:SqlResourceSqlContainer",
        "azure-native:dbforpostgresql:Database",
        "azure-native:dbforpostgresql:Server",
        "azure-native:eventgrid:DomainTopic",
        "azure-native:eventgrid:Topic",
        "azure-native:eventhub:EventHub",
        "azure-native:keyvault:Vault",
        "azure-native:servicebus:Queue",
        "azure-native:servicebus:Topic",
        "azure-native:sql:Database",
        "azure-native:storage:BlobContainer",
        "azure-native:storage:FileShare",
        "azure-native:storage:Queue",
        "azure-native:storage:Table",
    }
)
"""The smallest resources with role assignments of their own that hold data (law 5).

A database server is one beside its databases: its administrators read them all, and it is taken back in time whole.
"""


def store_input(node: Node, relations: Relations) -> dict[str, JsonValue]:
    """Give the input by which law 5 judges a store: whose data it holds, and of what class.

    Whose: its own label's, those of what lies inside it, and those of any resource that is the same one in Azure.
    Who may read it is a matter of access, judged elsewhere.
    """
    kinds = {child.kind for child in CHILDREN.values()}
    inside = [other for kind, others in relations.of(node).items() if kind in kinds for other in others]
    nodes = [*relations.same_id(node), *inside]
    store: dict[str, JsonValue] = {
        "type": plain_type(node.type),
        "name": node.name,
        "data_controllers": [*sorted({one.labels.data_controller for one in nodes if one.labels.data_controller})],
        "data_classes": [*sorted({one.labels.data_class for one in nodes if one.labels.data_class})],
    }
    return {"store": store}
