"""A body: each key of the SDK's flat inputs at the place that Azure's types have for it."""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from infra.arm.catalogue import Definition, Shape, TypeRef
from infra.arm.model import RenderError
from infra.arm.values import Placed, Values
from prosess.contracts import is_secret, is_unknown

_OF_TEMPLATE: Final = frozenset({"apiVersion", "dependsOn", "name", "scope", "type"})
_ITS_OWN: Final = frozenset({"id", "name", "type"})
"""What the SDK takes as inputs of some types, and the template tells already."""
_NEST: Final = "properties"


class Body:
    """Place the inputs of one resource."""

    def __init__(self, placed: Placed, values: Values) -> None:
        self._placed = placed
        self._schema = placed.schema
        self._values = values

    def render(self) -> dict[str, JsonValue]:
        """Give the body, without type, name and API version.

        Raises:
            RenderError: where Azure's types have no place for a key.
        """
        node = self._placed.node
        inputs = {key: value for key, value in node.properties.items() if key not in self._placed.consumed}
        named = self._named(inputs, "")
        definition = self._schema.definitions[self._schema.body]
        shape = self._schema.shape(definition, {**named, "name": self._placed.address.names[-1]})
        # What is the template's own at the top is a resource's only further down.
        props = {key: told for key, told in shape.props.items() if key not in _OF_TEMPLATE}
        return self._in(named, Shape(props, shape.read | _ITS_OWN, shape.extra, shape.told), "")

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
                named = self._named(value, path)
                return self._in(named, self._schema.shape(definition, named), path)
            if isinstance(value, list) and definition.extra is not None:
                return self._set(value, path)
        if isinstance(value, list):
            items = definition.items if definition is not None and definition.kind == "array" else "any"
            return [self._value(item, items, f"{path}.{index}") for index, item in enumerate(value)]
        if isinstance(value, dict):
            return {key: self._value(item, "any", f"{path}.{key}") for key, item in value.items() if item is not None}
        return self._values.text(value) if isinstance(value, str) else value

    def _set(self, value: list[JsonValue], path: str) -> JsonValue:
        """Write a list of texts as the keys of a map: so the SDK takes what identities a resource has."""
        return {str(self._value(item, "string", f"{path}.{index}")): {} for index, item in enumerate(value)}

    def _named(self, value: Mapping[str, JsonValue], path: str) -> dict[str, JsonValue]:
        """Give each key the name that Azure has for it, and lay what the SDK calls ``a`` where Azure has ``b.a``."""
        named: dict[str, JsonValue] = {}
        for key in sorted(value):
            if value[key] is None:
                continue
            to = self._schema.renamed(f"{path}.{key}" if path else key)
            if to is None:
                continue
            held = named
            *heads, last = to.split("/") if to != key else [key]
            for head in heads:
                inner = held.setdefault(head, {})
                if not isinstance(inner, dict):
                    raise self._no_place(f"{path}.{key}" if path else key)
                held = inner
            held[last] = value[key]
        return named

    def _in(self, named: Mapping[str, JsonValue], shape: Shape, path: str) -> dict[str, JsonValue]:
        """Lay each key where the shape has it: here, else under ``properties``, else among the free ones."""
        out: dict[str, JsonValue] = {}
        lifted: dict[str, JsonValue] = {}
        within = shape.props.get(_NEST)
        below = self._schema.definition(within.type) if within else None
        for key, item in named.items():
            here = f"{path}.{key}" if path else key
            if key in shape.props:
                out[key] = self._value(item, shape.props[key].type, here)
            elif below is not None and self._takes(below, named, key):
                lifted[key] = item
            elif key in shape.read or (below is not None and key in below.read):
                continue  # what Azure alone writes, whatever a program says
            elif shape.extra is not None:
                out[self._values.text(key)] = self._value(item, shape.extra, here)
            elif shape.free:
                out[key] = self._value(item, "any", here)
            else:
                raise self._no_place(here)
        if lifted and below is not None:
            inner = self._in(lifted, self._schema.shape(below, {**named, **lifted}), path)
            held = out.get(_NEST)
            out[_NEST] = {**held, **inner} if isinstance(held, dict) else inner
        return out

    def _no_place(self, path: str) -> RenderError:
        node = self._placed.node
        said = f"{self._schema.type} {self._schema.version} has no place for {path}"
        return RenderError("no_place", node.urn, node.type, said)

    def _takes(self, definition: Definition, value: Mapping[str, JsonValue], key: str) -> bool:
        shape = self._schema.shape(definition, value)
        if key in shape.props:
            return True
        further = shape.props.get(_NEST)
        below = self._schema.definition(further.type) if further else None
        return below is not None and self._takes(below, value, key)
