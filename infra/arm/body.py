"""A body: each key of the SDK's flat inputs at the place that Azure's types have for it."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import JsonValue

from infra.arm.catalogue import Definition, Shape, TypeRef, renames
from infra.arm.model import RenderError
from infra.arm.values import Placed, Values
from prosess.contracts import is_secret, is_unknown

_OF_TEMPLATE: Final = frozenset({"apiVersion", "dependsOn", "name", "scope", "type"})
_NEST: Final = "properties"


class Body:
    """Place the inputs of one resource."""

    def __init__(self, placed: Placed, values: Values) -> None:
        self._placed = placed
        self._schema = placed.schema
        self._values = values
        self._renames = renames().get(placed.schema.type, {})

    def render(self) -> dict[str, JsonValue]:
        """Give the body, without type, name and API version.

        Raises:
            RenderError: where Azure's types have no place for a key.
        """
        inputs = {key: value for key, value in self._placed.node.properties.items() if key not in self._placed.consumed}
        definition = self._schema.definitions[self._schema.body]
        # What is a template's own at the top is a resource's only further down.
        shape = self._shape(definition, {**inputs, "name": self._placed.address.names[-1]})
        props = {key: told for key, told in shape.props.items() if key not in _OF_TEMPLATE}
        return self._object(inputs, Shape(props, shape.read - _OF_TEMPLATE, shape.extra, shape.told), "")

    def _shape(self, definition: Definition, value: Mapping[str, Any]) -> Shape:
        return self._schema.shape(definition, value)

    def _value(self, value: JsonValue, ref: TypeRef, path: str) -> JsonValue:
        kind = self._schema.kind(ref)
        if isinstance(value, dict):
            if is_unknown(value):
                return self._values.unknown(value, kind, path)
            if is_secret(value):
                return self._values.secret(kind, path)
        definition = self._schema.definition(ref)
        if definition is not None and definition.kind == "object":
            if isinstance(value, dict):
                return self._object(value, self._shape(definition, value), path)
            if isinstance(value, list) and definition.extra is not None:
                return self._set(value, definition, path)
        if isinstance(value, list):
            items = definition.items if definition is not None and definition.kind == "array" else "any"
            return [self._value(item, items, f"{path}.{index}") for index, item in enumerate(value)]
        if isinstance(value, dict):
            return {key: self._value(item, "any", f"{path}.{key}") for key, item in value.items() if item is not None}
        return self._values.text(value) if isinstance(value, str) else value

    def _set(self, value: list[JsonValue], definition: Definition, path: str) -> JsonValue:
        """Write a list of texts as the keys of a map: so the SDK takes what identities a resource has."""
        return {str(self._value(item, "string", f"{path}.{index}")): {} for index, item in enumerate(value)}

    def _object(self, value: Mapping[str, JsonValue], shape: Shape, path: str) -> dict[str, JsonValue]:
        out: dict[str, JsonValue] = {}
        nested: dict[str, JsonValue] = {}
        within = shape.props.get(_NEST)
        below = self._schema.definition(within.type) if within else None
        for key in sorted(value):
            item = value[key]
            if item is None:
                continue
            here = f"{path}.{key}" if path else key
            to = self._renamed(here, key)
            head, _, rest = to.partition(".")
            if head == _NEST and rest:
                nested[rest] = item
            elif rest and head in shape.props:
                held = out.setdefault(head, {})
                if isinstance(held, dict):
                    held[rest] = self._value(item, self._type_within(shape.props[head].type, rest), here)
            elif to in shape.props:
                out[to] = self._value(item, shape.props[to].type, here)
            elif below is not None and self._takes(below, value, to):
                nested[key] = item
            elif shape.extra is not None:
                out[self._values.text(to)] = self._value(item, shape.extra, here)
            elif shape.free:
                out[to] = self._value(item, "any", here)
            else:
                raise RenderError(
                    "no_place",
                    self._placed.node.urn,
                    self._placed.node.type,
                    f"{self._schema.type} {self._schema.version} has no place for {here}",
                )
        if nested and below is not None:
            lifted = self._object(nested, self._shape(below, {**value, **nested}), path)
            held = out.get(_NEST)
            out[_NEST] = {**held, **lifted} if isinstance(held, dict) else lifted
        return out

    def _renamed(self, here: str, key: str) -> str:
        if not self._renames:
            return key
        path = ".".join(piece for piece in here.split(".") if not piece.isdecimal())
        return self._renames.get(path, key)

    def _type_within(self, ref: TypeRef, key: str) -> TypeRef:
        definition = self._schema.definition(ref)
        told = definition.props.get(key) if definition else None
        return told.type if told else "any"

    def _takes(self, definition: Definition, value: Mapping[str, JsonValue], key: str) -> bool:
        shape = self._shape(definition, value)
        if key in shape.props:
            return True
        further = shape.props.get(_NEST)
        below = self._schema.definition(further.type) if further else None
        return below is not None and self._takes(below, value, key)
