"""Which ARM type a Pulumi token stands for, and what Azure's own types say of its body. Rules as data.

``tokens.json`` gives each plain token's API version (the one that the SDK uses and, where Azure's published types lack
it, the nearest one that they have) and the tokens by which older SDKs knew it; ``types/<Provider>.json`` gives the
bodies, loaded when first asked for; ``renames.json`` gives the few keys that the SDK calls something else. The ARM
path of each token is the planner's own table. Source and licence: ``NOTICE``.

A definition is a scalar kind (``string``, ``int``, ``number``, ``bool``, ``any``, or ``object`` and ``array`` of any
content) or the number of a ``Definition`` in the provider's file.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

TypeRef = str | int

_HERE: Final = Path(__file__).parent
_PATHS: Final = _HERE.parent / "planning" / "arm_ids.json"
_VERSION: Final = re.compile(r"/v(\d{4})(\d{2})(\d{2})(preview|privatepreview)?(?=:)")
_NOTHING: Final[Mapping[str, Any]] = {}


@dataclass(frozen=True)
class Property:
    """What one key of an object takes."""

    type: TypeRef
    required: bool = False
    secret: bool = False
    secret_if: str | None = None
    """The key beside it that makes it a secret where it is true."""

    @classmethod
    def of(cls, told: TypeRef | list[Any]) -> "Property":
        """Read a property as the file has it: a type, or ``[type, flags, key]``."""
        if not isinstance(told, list):
            return cls(told)
        return cls(told[0], "r" in told[1], "s" in told[1], told[2] if len(told) > 2 else None)


@dataclass(frozen=True)
class Definition:
    """An object, an array or a closed enumeration."""

    told: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """``object``, ``array`` or ``string``."""
        return "array" if "items" in self.told else "string" if "enum" in self.told else "object"

    @property
    def items(self) -> TypeRef:
        """What an array holds."""
        items: TypeRef = self.told["items"]
        return items

    @property
    def enum(self) -> list[str]:
        """The only texts that an enumeration takes."""
        values: list[str] = self.told["enum"]
        return values

    @cached_property
    def props(self) -> Mapping[str, Property]:
        """The keys that may be written."""
        return {key: Property.of(told) for key, told in self.told.get("props", _NOTHING).items()}

    @cached_property
    def read(self) -> frozenset[str]:
        """The keys that Azure alone writes."""
        return frozenset(self.told.get("read", ()))

    @property
    def extra(self) -> TypeRef | None:
        """What any further key takes."""
        return self.told.get("extra")

    @property
    def by(self) -> str | None:
        """The key whose value tells which case an object is."""
        return self.told.get("by")

    @property
    def cases(self) -> Mapping[str, int]:
        """Value of the telling key → definition of what that case adds."""
        cases: Mapping[str, int] = self.told.get("cases", _NOTHING)
        return cases


@dataclass(frozen=True)
class Shape:
    """The keys of one object, with those of its case."""

    props: Mapping[str, Property]
    read: frozenset[str]
    extra: TypeRef | None
    told: bool
    """Whether its case could be told; where it couldn't, any further key may be right."""

    @property
    def free(self) -> bool:
        """Whether any key may be written."""
        return not self.told or (not self.props and not self.read and self.extra is None)


@dataclass(frozen=True)
class Schema:
    """What Azure's types say of one resource type at one API version."""

    type: str
    version: str
    scopes: tuple[str, ...]
    body: int
    definitions: tuple[Definition, ...]

    def definition(self, ref: TypeRef) -> Definition | None:
        """Give the definition that a number stands for; none for a scalar kind."""
        return self.definitions[ref] if isinstance(ref, int) else None

    def kind(self, ref: TypeRef) -> str:
        """Give the JSON kind that a type wants: a scalar kind, ``object`` or ``array``."""
        found = self.definition(ref)
        return found.kind if found else str(ref)

    def renamed(self, path: str) -> str | None:
        """Give Azure's name for the key at the end of a path, or ``deeper/name``; none for what is no part of a body.

        The path holds Azure's own names, without what the SDK leaves out (``properties``); numbers of items count
        for nothing.
        """
        keys = [key for key in path.split(".") if not key.isdecimal()]
        own: Mapping[str, str | None] = renames().get(self.type, {})
        whole = ".".join(keys)
        if whole in own:
            return own[whole]
        return renames()["*"].get(".".join(keys[-2:]), keys[-1])

    def shape(self, definition: Definition, value: Mapping[str, Any]) -> Shape:
        """Give the keys of an object that holds ``value``; its case is told by the value itself."""
        if definition.by is None:
            return Shape(definition.props, definition.read, definition.extra, told=True)
        case = definition.cases.get(str(value.get(definition.by)))
        if case is None:
            return Shape(definition.props, definition.read, definition.extra, told=False)
        more = self.definitions[case]
        extra = more.extra if more.extra is not None else definition.extra
        return Shape({**definition.props, **more.props}, definition.read | more.read, extra, told=True)


@dataclass(frozen=True)
class Rule:
    """How one token is rendered."""

    token: str
    """The plain token of the current SDK."""
    path: str
    """ARM id with a placeholder for each piece, such as ``{vaultName}``."""
    api_version: str
    schema_version: str


def plain_token(type_: str) -> tuple[str, str | None]:
    """Split a token in the plain one and the API version that it names.

    >>> plain_token("azure-native:keyvault/v20230701:Vault")
    ('azure-native:keyvault:Vault', '2023-07-01')
    """
    found = _VERSION.search(type_)
    if found is None:
        return type_, None
    year, month, day, stage = found.groups()
    version = f"{year}-{month}-{day}" + (f"-{stage}" if stage else "")
    return type_[: found.start()] + type_[found.end() :], version


def rule_for(type_: str) -> Rule | None:
    """Give the rule of a token, plain or versioned, of this SDK or an older one; none where there is none."""
    plain, version = plain_token(type_)
    tokens = _tokens()
    plain = tokens["aliases"].get(plain, plain)
    told, path = tokens["versions"].get(plain), arm_paths().get(plain)
    if told is None or path is None:
        return None
    ours, schema = (told, told) if isinstance(told, str) else told
    return Rule(plain, path, version or ours, schema)


def schema_for(type_: str, version: str | None = None) -> Schema | None:
    """Give what Azure's types say of an ARM type, at that API version or else the newest one that is known."""
    provider = type_.partition("/")[0]
    known = _provider(provider.casefold())
    versions = known.get(type_.casefold()) if known else None
    if not versions:
        return None
    return versions.get(version or "") or versions[max(versions)]


@cache
def arm_paths() -> Mapping[str, str]:
    """Give the planner's table: plain token → ARM path."""
    paths: dict[str, str] = json.loads(_PATHS.read_text("utf-8"))
    return paths


@cache
def canonical_types() -> Mapping[str, str]:
    """Give the canonical spelling of every known ARM type and its parents, by the type in small letters."""
    spelled: dict[str, str] = {"microsoft.resources/resourcegroups": "Microsoft.Resources/resourceGroups"}
    for path in sorted(arm_paths().values()):
        for piece in path.split("/providers/")[1:]:
            _spell(piece.split("/"), spelled)
    return spelled


def _spell(segments: list[str], spelled: dict[str, str]) -> None:
    for length in range(2, len(segments) + 1, 2):
        type_ = "/".join([segments[0], *segments[1:length:2]])
        if "{" not in type_:
            spelled.setdefault(type_.casefold(), type_)


@cache
def renames() -> Mapping[str, Mapping[str, str | None]]:
    """Give ARM type (``*`` for all) → path of keys → what Azure has for the last of them.

    What lies deeper has its keys between slashes. ``null`` is for what tells the SDK how to call Azure and is no part
    of a body.
    """
    told: dict[str, dict[str, str | None]] = json.loads((_HERE / "renames.json").read_text("utf-8"))
    return told


@cache
def _tokens() -> Mapping[str, Any]:
    told: dict[str, Any] = json.loads((_HERE / "tokens.json").read_text("utf-8"))
    return told


@cache
def _provider(name: str) -> Mapping[str, Mapping[str, Schema]] | None:
    """Read one provider's types: type in small letters → API version → schema."""
    file = _files().get(name)
    if file is None:
        return None
    told = json.loads(file.read_text("utf-8"))
    definitions = tuple(Definition(each) for each in told["definitions"])
    known: dict[str, dict[str, Schema]] = {}
    for key, row in told["types"].items():
        type_, version = key.split("@")
        schema = Schema(type_, version, tuple(row["scopes"]), row["body"], definitions)
        known.setdefault(type_.casefold(), {})[version] = schema
    return known


@cache
def _files() -> Mapping[str, Path]:
    files: Iterable[Path] = (_HERE / "types").glob("*.json")
    return {file.stem.casefold(): file for file in files}
