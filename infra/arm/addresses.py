"""ARM ids: read, made from a resource's own names, and written as ``resourceId`` calls."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from infra.arm.catalogue import canonical_types
from infra.arm.model import Scope

RESOURCE_GROUPS: Final = "Microsoft.Resources/resourceGroups"
MANAGEMENT_GROUPS: Final = "Microsoft.Management/managementGroups"
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Address:
    """One resource: where it is deployed, its type and its names."""

    scope: Scope
    """The deployment scope that it, or the resource that it extends, lies in."""
    type: str
    names: tuple[str, ...]
    extends: "Address | None" = None
    """The resource that an extension, such as a lock, lies on."""

    @property
    def name(self) -> str:
        """The literal name in a template: ``parent/child``."""
        return "/".join(self.names)

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What tells two resources apart: Azure minds no letter's size."""
        return (*self.scope.key, self.type.casefold(), self.name.casefold(), self.extends.key if self.extends else ())

    @property
    def parent(self) -> "Address | None":
        """The resource that a child's name begins with."""
        if len(self.names) < 2:
            return None
        return Address(self.scope, self.type.rpartition("/")[0], self.names[:-1], self.extends)

    @property
    def ancestors(self) -> "list[Address]":
        """The resources that it lies in or on, the nearest first."""
        above = [one for one in (self.parent, self.extends) if one is not None]
        return above + [other for one in above[:1] for other in one.ancestors]


def parse(id_: str) -> Address | None:
    """Read an ARM id as what it addresses; none where a text is no id of a resource.

    >>> parse("/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v").name
    'v'
    """
    if not id_.startswith("/") or id_ != id_.strip() or "//" in id_:
        return None
    head, *tails = re.split(r"/providers/", id_, flags=re.IGNORECASE)
    scope = _scope(head)
    if scope is None:
        return None
    address: Address | None = None
    if not tails:
        if scope.kind != "resource_group":
            return None
        return Address(Scope("subscription", scope.subscription), RESOURCE_GROUPS, (str(scope.resource_group),))
    for tail in tails:
        segments = tail.split("/")
        if len(segments) < 3 or len(segments) % 2 == 0 or not all(segments):
            return None
        type_ = "/".join([segments[0], *segments[1::2]])
        type_ = canonical_types().get(type_.casefold(), type_)
        names = tuple(segments[2::2])
        if address is not None and address.type == MANAGEMENT_GROUPS and address.scope.kind == "tenant":
            scope, address = Scope("management_group", management_group=address.name), None
        address = Address(scope, type_, names, address)
    return address


def _scope(head: str) -> Scope | None:
    """Read what stands before the first provider."""
    if not head:
        return Scope("tenant")
    segments = head.strip("/").split("/")
    if segments[0].casefold() != "subscriptions" or not all(segments):
        return None
    match [segment.casefold() for segment in segments], segments:
        case [_, _], [_, subscription]:
            return Scope("subscription", subscription)
        case [_, _, "resourcegroups", _], [_, subscription, _, group]:
            return Scope("resource_group", subscription, group)
    return None


def arm_id(address: Address) -> str:
    """Write an address as the id that ``parse`` reads."""
    scope = address.scope
    if address.type == RESOURCE_GROUPS:
        return f"/subscriptions/{scope.subscription}/resourceGroups/{address.name}"
    heads: dict[str, str] = {
        "tenant": "",
        "management_group": f"/providers/{MANAGEMENT_GROUPS}/{scope.management_group}",
        "subscription": f"/subscriptions/{scope.subscription}",
        "resource_group": f"/subscriptions/{scope.subscription}/resourceGroups/{scope.resource_group}",
    }
    head = arm_id(address.extends) if address.extends else heads[scope.kind]
    provider, *types = address.type.split("/")
    tail = "/".join(f"{type_}/{name}" for type_, name in zip(types, address.names, strict=True))
    return f"{head}/providers/{provider}/{tail}"


def fill(path: str, piece: Callable[[str], str | None]) -> tuple[str, str | None]:
    """Fill an ARM path; give it with the first piece that could not be told, or none."""
    missing: list[str] = []

    def told(match: re.Match[str]) -> str:
        value = piece(match[1])
        if value is None or not value.strip("/"):
            missing.append(match[1])
            return "?"
        return value.strip("/")

    filled = "/" + _PLACEHOLDER.sub(told, path).lstrip("/")
    return filled, missing[0] if missing else None


def placeholders(path: str) -> frozenset[str]:
    """Give the pieces of an ARM path."""
    return frozenset(_PLACEHOLDER.findall(path))


def quoted(text: str) -> str:
    """Write a text within an expression."""
    return "'" + text.replace("'", "''") + "'"


def resource_id(address: Address, seen_from: Scope) -> str:
    """Write the call, without brackets, that gives an address's id in a template of the scope ``seen_from``."""
    arguments = [quoted(address.type), *(quoted(name) for name in address.names)]
    if address.extends is not None:
        return _call("extensionResourceId", [resource_id(address.extends, seen_from), *arguments])
    scope = address.scope
    if scope.kind == "tenant":
        return _call("tenantResourceId", arguments)
    if scope.kind == "management_group":
        group = f"/providers/{MANAGEMENT_GROUPS}/{scope.management_group}"
        return _call("extensionResourceId", [quoted(group), *arguments])
    same_subscription = _same(scope.subscription, seen_from.subscription)
    where = [] if same_subscription else [quoted(str(scope.subscription))]
    if scope.kind == "subscription":
        return _call("subscriptionResourceId", [*where, *arguments])
    if (
        same_subscription
        and seen_from.kind == "resource_group"
        and _same(scope.resource_group, seen_from.resource_group)
    ):
        return _call("resourceId", arguments)
    if seen_from.kind != "resource_group":  # only a group's own deployment may leave the subscription out
        where = [quoted(str(scope.subscription))]
    return _call("resourceId", [*where, quoted(str(scope.resource_group)), *arguments])


def _call(function: str, arguments: list[str]) -> str:
    return f"{function}({', '.join(arguments)})"


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() == other.casefold()
