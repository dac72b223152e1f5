"""Hold rendered templates to Azure's own types: every key, kind, place, name and enumeration.

The renderer places keys by the same data, so this is no second opinion on the data; it is what makes a body that was
placed, copied or changed wrongly impossible to miss.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from infra.arm.catalogue import Definition, Property, Schema, TypeRef, schema_for
from infra.arm.model import Template

_OF_TEMPLATE: Final = frozenset({"apiVersion", "dependsOn", "name", "scope", "type"})
_SCOPES: Final[Mapping[str, str]] = {
    "tenant": "tenant",
    "management_group": "managementGroup",
    "subscription": "subscription",
    "resource_group": "resourceGroup",
}
_TEXTS: Final = frozenset({"string", "int", "number", "bool", "any"})


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a template is not what Azure's types say.

    ``kind`` is one of ``unknown_type``, ``wrong_scope``, ``name_segments``, ``unknown_key``, ``read_only``,
    ``wrong_kind``, ``missing``, ``enumeration``, ``secret``, ``depends_on``, ``duplicate``.
    """

    resource: str
    """``type name``."""
    path: str
    kind: str


def validate(template: Template) -> tuple[Finding, ...]:
    """Give every finding of a template, sorted; none where all of it is valid."""
    resources: Any = template.content["resources"]
    found: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    ids = {(each["type"], each["name"]) for each in resources}
    for each in resources:
        label = f"{each['type']} {each['name']}"
        key = (each["type"].casefold(), each["name"].casefold())
        if key in seen:
            found.append(Finding(label, "name", "duplicate"))
        seen.add(key)
        found += [Finding(label, path, kind) for path, kind in _resource(each, template, ids)]
    return tuple(sorted(found))


def _resource(resource: Mapping[str, Any], template: Template, ids: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    schema = schema_for(resource["type"], resource["apiVersion"])
    if schema is None or schema.type != resource["type"]:
        yield "type", "unknown_type"
        return
    names = resource["name"].split("/")
    if len(names) != resource["type"].count("/") or not all(names):
        yield "name", "name_segments"
    if ("extension" if "scope" in resource else _SCOPES[template.scope.kind]) not in schema.scopes:
        yield "scope", "wrong_scope"
    for index, text in enumerate(resource.get("dependsOn", ())):
        if not any(f"'{type_}'" in text and _named(name) in text for type_, name in ids):
            yield f"dependsOn[{index}]", "depends_on"
    body = {key: value for key, value in resource.items() if key not in _OF_TEMPLATE}
    yield from _Body(schema).object({**body, "name": names[-1]}, schema.definitions[schema.body], "")


def _named(name: str) -> str:
    return ", ".join(f"'{piece}'" for piece in name.replace("'", "''").split("/"))


def expression(value: object) -> bool:
    """Tell whether Azure would compute a text rather than take it as it is."""
    return isinstance(value, str) and value.startswith("[") and not value.startswith("[[") and value.endswith("]")


class _Body:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def object(self, value: Mapping[str, Any], definition: Definition, path: str) -> Iterator[tuple[str, str]]:
        shape = self._schema.shape(definition, value)
        for key, item in value.items():
            here = f"{path}.{key}" if path else key
            if key in shape.props:
                yield from self._property(item, shape.props[key], value, here)
            elif key in shape.read:
                yield here, "read_only"
            elif shape.extra is not None:
                yield from self._value(item, shape.extra, here)
            elif not shape.free:
                yield here, "unknown_key"
        if definition.by is not None and not shape.told and not expression(value.get(definition.by)):
            yield f"{path}.{definition.by}".lstrip("."), "enumeration" if definition.by in value else "missing"
        if value.keys() <= {"id", "name"} and "id" in value:
            return  # a reference to another resource, of which nothing else is asked
        for key, told in shape.props.items():
            if told.required and key not in value:
                yield f"{path}.{key}".lstrip("."), "missing"

    def _property(self, item: Any, told: Property, beside: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
        yield from self._value(item, told.type, path)
        secret = told.secret or (told.secret_if is not None and beside.get(told.secret_if) is True)
        if secret and isinstance(item, str) and item and not expression(item):
            yield path, "secret"

    def _value(self, item: Any, ref: TypeRef, path: str) -> Iterator[tuple[str, str]]:
        kind = self._schema.kind(ref)
        if not _fits(item, kind):
            yield path, "wrong_kind"
            return
        definition = self._schema.definition(ref)
        if definition is None or expression(item):
            return
        if kind == "array":
            for index, each in enumerate(item):
                yield from self._value(each, definition.items, f"{path}[{index}]")
        elif kind == "object":
            yield from self.object(item, definition, path)
        elif item not in definition.enum:
            yield path, "enumeration"


def _fits(item: Any, kind: str) -> bool:
    if kind == "any":
        return item is not None
    if expression(item):
        return kind in _TEXTS or str(item).startswith("[parameters(")
    if isinstance(item, bool):
        return kind == "bool"
    kinds: Mapping[str, type | tuple[type, ...]] = {
        "string": str,
        "int": int,
        "number": (int, float),
        "object": dict,
        "array": list,
    }
    return kind in kinds and isinstance(item, kinds[kind])
