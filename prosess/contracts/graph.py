"""graph/1: every resource that an environment would contain, as the real engine would name it."""

from functools import cached_property
from typing import Any, Literal

from pydantic import Field, JsonValue

from prosess.contracts.canonical import Contract
from prosess.domain.base import Model

UNKNOWN_KEY = "unknown"
SECRET_KEY = "secret"  # noqa: S105 - the name of a marker, not a secret


class Labels(Model):
    """What a resource is for; taken from the nearest labelled ancestor."""

    environment: str | None = None
    service: str | None = None
    data_class: str | None = None
    data_controller: str | None = None
    """Organisation number of the one controller whose data the resource may hold."""


class Source(Model):
    """Where a resource comes from: the component, and the key of the environment file that asked for it."""

    component: str | None = None
    """URN of the nearest component."""
    declared_at: str | None = None
    """Path of keys in the environment or onboarding file, such as ``security.vault``."""


class Node(Model):
    """One resource.

    ``properties`` are the inputs. A value that only a deployment can tell is
    ``{"unknown": true, "from": [{"urn": …, "output": …}]}`` (``from`` where it can be told); a secret is
    ``{"secret": true}``, without value, hash or length. Whole numbers are integers.
    """

    urn: str
    type: str
    name: str
    custom: bool
    external: bool = False
    """Whether the resource exists already and is only referred to; its properties are not the plan's to judge."""
    id: JsonValue = None
    """The deterministic ARM id of an own plan, or an unknown, or none for a component."""
    parent: str | None = None
    provider: str | None = None
    dependencies: tuple[str, ...] = ()
    property_dependencies: dict[str, tuple[str, ...]] = {}
    properties: dict[str, JsonValue] = {}
    protect: bool = False
    aliases: tuple[str, ...] = ()
    labels: Labels = Labels()
    source: Source = Source()


class Graph(Contract):
    """The resources of one stack, sorted by URN."""

    schema_: Literal["graph/1"] = Field(default="graph/1", alias="schema")
    project: str
    stack: str
    nodes: tuple[Node, ...]

    @cached_property
    def by_urn(self) -> dict[str, Node]:
        """Every node under its URN."""
        return {node.urn: node for node in self.nodes}

    def of_type(self, type_: str) -> tuple[Node, ...]:
        """Every node of one type, in URN order."""
        return tuple(node for node in self.nodes if node.type == type_)


def is_unknown(value: Any) -> bool:
    """Tell whether a property's value is only known after a deployment."""
    return isinstance(value, dict) and value.get(UNKNOWN_KEY) is True and value.keys() <= {UNKNOWN_KEY, "from"}


def is_secret(value: Any) -> bool:
    """Tell whether a property's value is a withheld secret."""
    return isinstance(value, dict) and value == {SECRET_KEY: True}
