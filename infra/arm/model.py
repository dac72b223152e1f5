"""What a rendering is: one classic template for each deployment scope, and what is in none of them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import JsonValue

ScopeKind = Literal["tenant", "management_group", "subscription", "resource_group"]

_SCHEMAS: Final[Mapping[ScopeKind, str]] = {
    "tenant": "2019-08-01/tenantDeploymentTemplate.json",
    "management_group": "2019-08-01/managementGroupDeploymentTemplate.json",
    "subscription": "2018-05-01/subscriptionDeploymentTemplate.json",
    "resource_group": "2019-04-01/deploymentTemplate.json",
}


class RenderError(Exception):
    """A graph has a resource that cannot be rendered without a guess.

    ``reason`` is the code that ``NotRendered`` would have.
    """

    def __init__(self, reason: str, urn: str, type_: str, detail: str) -> None:
        super().__init__(f"{type_}: {detail} ({urn})")
        self.reason = reason
        self.urn = urn
        self.type = type_
        self.detail = detail


@dataclass(frozen=True)
class Scope:
    """Where a template is deployed."""

    kind: ScopeKind
    subscription: str | None = None
    resource_group: str | None = None
    management_group: str | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells two scopes apart: Azure minds no letter's size."""
        return (
            self.kind,
            (self.management_group or "").casefold(),
            (self.subscription or "").casefold(),
            (self.resource_group or "").casefold(),
        )

    @property
    def schema(self) -> str:
        """The template schema of this kind of deployment."""
        return f"https://schema.management.azure.com/schemas/{_SCHEMAS[self.kind]}#"

    @property
    def stem(self) -> str:
        """A file name without ending, such as ``resource-group.<subscription>.rg-security``."""
        pieces = (self.management_group, self.subscription, self.resource_group)
        named = [self.kind.replace("_", "-"), *(piece for piece in pieces if piece)]
        return re.sub(r"[^a-z0-9._-]", "-", ".".join(named).casefold())

    def __str__(self) -> str:
        """Give the scope as a person writes it."""
        pieces = (self.management_group, self.subscription, self.resource_group)
        return " ".join([self.kind.replace("_", " "), "/".join(piece for piece in pieces if piece)]).strip()


@dataclass(frozen=True)
class Template:
    """One classic template.

    Literal names, ``parent/child`` for a child, and a list of resources: the one form that scanners read.
    """

    name: str
    """File name without ending; the same for the same scope."""
    scope: Scope
    content: Mapping[str, JsonValue]
    resources: Mapping[tuple[str, str], str]
    """(ARM type in its canonical spelling, full literal name) → URN."""

    def to_bytes(self) -> bytes:
        """Give the file: sorted keys, two spaces a level, one line feed at the end."""
        text = json.dumps(self.content, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False)
        return text.encode() + b"\n"


@dataclass(frozen=True, order=True)
class NotRendered:
    """A resource of the graph that is in no template, and why.

    ``reason`` is one of ``other_provider``, ``existing`` (only referred to), and, where the caller asked to have them
    named rather than refused: ``no_rule`` (the type), ``no_place`` (a key that Azure's types don't have),
    ``name_unknown``, ``scope_unknown``, ``duplicate``.
    """

    urn: str
    type: str
    reason: str


@dataclass(frozen=True)
class Rendering:
    """All templates of a graph, by name, and what none of them holds, by URN."""

    templates: tuple[Template, ...]
    not_rendered: tuple[NotRendered, ...]
    stand_ins: tuple[str, ...] = ()
    """URNs whose name in the template is the logical one, as only a deployment tells the real one."""
