"""Which changed inputs make a resource anew, and which resources hold data: questions to ``replacement.yaml``."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, Self

import yaml
from pydantic import Field, model_validator

from prosess.contracts import Node
from prosess.domain.base import Model

_TABLE: Final = Path(__file__).with_name("replacement.yaml")
_ARM_IDS: Final = Path(__file__).with_name("arm_ids.json")
_VERSION: Final = re.compile(r"/v\d{8}\w*(?=:)")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")

AZURE: Final = "azure-native:"
GENERIC: Final = "azure-native:resources:Resource"
"""The resource that names its Azure type among its inputs."""

PROTECTED: Final = "protected"
"""Kind of what the program protects without being of a type that is known to hold data."""


class Source(Model):
    """Where a fact of the table was read, and when."""

    title: str
    url: str
    checked: date


class Input(Model):
    """One input, and what says so of it."""

    property: str
    """Path of the input, such as ``encryption.requireInfrastructureEncryption``; what is below it is meant too."""
    source: str


class Rules(Model):
    """What is known of the inputs of a type."""

    replaces: tuple[Input, ...] = ()
    updates: tuple[Input, ...] = ()
    rest: str | None = None
    """Source of the knowledge that every other input is changed in place; none where that is not known."""


class PathRules(Model):
    """Parameters of a resource's path."""

    source: str
    else_: tuple[str, ...] = Field(alias="else")
    """Inputs that count as such where the path of a type is not known."""


class HoldingType(Model):
    """A type that holds data."""

    type: str
    arm: str | None = None
    """Its Azure type, where ``arm_ids.json`` does not tell it."""


class Holding(Model):
    """A kind of data, and what holds it."""

    reason: str
    types: tuple[HoldingType, ...]


class Table(Model):
    """The whole of ``replacement.yaml``."""

    schema_: Literal["replacement/1"] = Field(alias="schema")
    sources: dict[str, Source]
    path: PathRules
    every: Rules
    types: dict[str, Rules]
    holds: dict[str, Holding]

    @model_validator(mode="after")
    def _every_fact_has_its_source(self) -> Self:
        told = [self.path.source]
        for rules in (self.every, *self.types.values()):
            told += [one.source for one in (*rules.replaces, *rules.updates)]
            told += [rules.rest] if rules.rest else []
        if missing := sorted(set(told) - self.sources.keys()):
            raise ValueError(f"sources that are not told: {', '.join(missing)}")
        return self


@cache
def table() -> Table:
    """Give the table. Read once: it is part of the program, not of what the program is asked for."""
    return Table.model_validate_json(json.dumps(yaml.safe_load(_TABLE.read_text("utf-8")), default=str))


@cache
def _arm_ids() -> dict[str, str]:
    ids: dict[str, str] = json.loads(_ARM_IDS.read_text("utf-8"))
    return ids


def plain(type_: str) -> str:
    """Give a type token without the API version that a program may have chosen."""
    return _VERSION.sub("", type_)


@cache
def path_inputs(type_: str) -> frozenset[str]:
    """Give the inputs that are parameters of a resource's path, of a type token without version."""
    if not type_.startswith(AZURE):
        return frozenset()
    path = _arm_ids().get(type_)
    if path is None:
        return frozenset(table().path.else_)
    return frozenset(_PLACEHOLDER.findall(path)) - {"subscription"}


@cache
def _inputs(type_: str) -> tuple[dict[str, str], dict[str, str], str | None]:
    """Give the inputs that replace and those that do not, each with its source, and the source for all others."""
    known = table()
    own = known.types.get(type_, Rules())
    every = known.every if type_.startswith(AZURE) else Rules()
    replaces = dict.fromkeys(path_inputs(type_), known.path.source)
    replaces |= {one.property: one.source for one in (*every.replaces, *own.replaces)}
    updates = {one.property: one.source for one in (*every.updates, *own.updates)}
    return replaces, updates, own.rest


def replacing(type_: str) -> frozenset[str]:
    """Give the inputs of a type that are known to replace."""
    return frozenset(_inputs(plain(type_))[0])


def cause(type_: str, path: str, *, holds_data: bool) -> Input | None:
    """Tell why a changed input makes the resource anew; None where it is changed in place.

    Args:
        type_: token, with or without version.
        path: where the inputs differ, such as ``subnet.id``.
        holds_data: whether what is not known counts as a replacement.
    """
    replaces, updates, rest = _inputs(plain(type_))
    for prefix in _prefixes(path):
        if prefix in replaces:
            return Input(property=prefix, source=replaces[prefix])
        if prefix in updates:
            return None
    if rest or not holds_data:
        return None
    return Input(property=path, source="not-known")


def _prefixes(path: str) -> list[str]:
    """Give a path and all that it lies below, the longest first: ``a[0].b`` → ``a[0].b``, ``a[0]``, ``a``."""
    ends = [index for index, character in enumerate(path) if character in ".["]
    return [path, *(path[:end] for end in reversed(ends))]


@cache
def _holding() -> tuple[dict[str, str], dict[str, str]]:
    """Give the kind of data by type token, and by Azure type in small letters."""
    tokens: dict[str, str] = {}
    azure: dict[str, str] = {}
    for kind, holding in table().holds.items():
        for one in holding.types:
            tokens[one.type] = kind
            if arm := one.arm or _azure_type(one.type):
                azure[arm.casefold()] = kind
    return tokens, azure


def azure_type(node: Node) -> str | None:
    """Give the Azure type of a resource, such as ``Microsoft.KeyVault/vaults``; None where it is not known."""
    type_ = plain(node.type)
    if type_ == GENERIC:
        provider, name = (node.properties.get(key) for key in ("resourceProviderNamespace", "resourceType"))
        return f"{provider}/{name}" if isinstance(provider, str) and isinstance(name, str) else None
    found = _azure_type(type_)
    return found if found and found.startswith("Microsoft.") else None


def _azure_type(token: str) -> str | None:
    """Give the Azure type of a token: ``Microsoft.KeyVault/vaults/keys``."""
    provider, _, path = _arm_ids().get(token, "").rpartition("/providers/")[2].partition("/")
    return "/".join((provider, *path.split("/")[::2])) if path else None


def data_in(node: Node) -> str | None:
    """Give the kind of data that goes with a resource, a key of the table's ``holds``; None where it holds none."""
    tokens, azure = _holding()
    type_ = plain(node.type)
    kind = azure.get(_named_type(node)) if type_ == GENERIC else tokens.get(type_)
    return kind or (PROTECTED if node.protect else None)


def _named_type(node: Node) -> str:
    """Give the Azure type that a generic resource names, in small letters.

    The parent's path may hold a name that only a deployment tells; the type stands in what is told of the child.
    """
    told = node.properties
    parent = told.get("parentResourcePath")
    above = parent.strip("/").split("/")[::2] if isinstance(parent, str) and parent.strip("/") else []
    provider, type_ = told.get("resourceProviderNamespace"), told.get("resourceType")
    named = "/".join(str(part) for part in (provider, *above, type_) if part)
    if isinstance(parent, dict):  # not told: the last part decides, where one type ends with it
        ends = [one for one in _holding()[1] if one.startswith(f"{provider}/".casefold())]
        return next((one for one in ends if one.endswith(f"/{type_}".casefold())), named.casefold())
    return named.casefold()
