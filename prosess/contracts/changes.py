"""changes/1: what turns one graph into another, and which of it takes data away. There is no time in it."""

from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from prosess.contracts.canonical import Contract
from prosess.contracts.findings import Suppression
from prosess.domain.base import Model


class Action(StrEnum):
    """What happens to one resource."""

    CREATE = "create"
    UPDATE = "update"
    """Changed where it stands."""
    RENAME = "rename"
    """Another URN by the user's own alias, and nothing else: nothing happens in Azure."""
    REPLACE = "replace"
    """Made anew: what the old one held is gone."""
    DELETE = "delete"


class Verdict(StrEnum):
    """Whether a change may go through."""

    CLEAR = "clear"
    """It takes no data away."""
    BLOCKED = "blocked"
    EXEMPTED = "exempted"
    """It takes data away, by a reviewed exemption that holds."""


class PropertyChange(Model):
    """One place where the inputs differ.

    A secret is ``{"secret": true}`` and an unknown ``{"unknown": true}`` on either side; a side that lacks the
    property has no key.
    """

    path: str
    """Of the inputs, such as ``properties.sku.name``; ``protect`` for the engine's own protection."""
    before: JsonValue = None
    after: JsonValue = None


class ReplaceCause(Model):
    """Why a resource is made anew."""

    property: str
    """Path of the input; ``id`` or ``type`` where the resource itself is another one."""
    source: str
    """Key of the source in ``infra/planning/replacement.yaml``."""
    follows: str | None = None
    """URN of a replaced resource that the property comes from."""


class Change(Model):
    """What happens to one resource."""

    action: Action
    urn: str
    """As it will be; of what is deleted, as it was."""
    old_urn: str | None = None
    """As it was, where an alias of the user's says that it is the same resource."""
    type: str
    name: str
    holds_data: str | None = None
    """Kind of data that goes with the resource, a key of ``infra/planning/replacement.yaml``; none holds none."""
    data_class: str | None = None
    data_controller: str | None = None
    declared_at: str | None = None
    """Key of the environment file that asks for the resource, or asked for it."""
    properties: tuple[PropertyChange, ...] = ()
    causes: tuple[ReplaceCause, ...] = ()
    twin: str | None = None
    """Of a deletion: URN of the created resource with the same id. The same thing under a new name lacks an alias."""
    rule: str | None = None
    """What would be broken: ``PP-CHG-001`` where data is deleted, ``PP-CHG-002`` where it is replaced."""
    verdict: Verdict = Verdict.CLEAR
    suppression: Suppression | None = None


class Compared(Model):
    """One of the two graphs."""

    project: str
    stack: str
    digest: str


class Changes(Contract):
    """Every change from one graph to another, sorted by URN."""

    schema_: Literal["changes/1"] = Field(default="changes/1", alias="schema")
    before: Compared
    after: Compared
    changes: tuple[Change, ...]

    @property
    def blocked(self) -> tuple[Change, ...]:
        """What may not go through."""
        return tuple(one for one in self.changes if one.verdict is Verdict.BLOCKED)

    def count(self, action: Action) -> int:
        """Give how many resources an action happens to."""
        return sum(one.action is action for one in self.changes)
