"""Values: what is known stays as it is; a link becomes a reference, a secret or an untold value a parameter."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import JsonValue

from infra.arm.addresses import Address, parse, quoted, resource_id
from infra.arm.catalogue import Rule, Schema
from infra.arm.model import Scope
from prosess.contracts import Node

_PARAMETER_KINDS: Final[Mapping[str, str]] = {
    "string": "string",
    "any": "string",
    "int": "int",
    "number": "string",
    "bool": "bool",
    "object": "object",
    "array": "array",
}
_SCALARS: Final = frozenset({"string", "int", "number", "bool", "any"})


@dataclass(frozen=True)
class Placed:
    """A resource that has a rule and an address."""

    node: Node
    rule: Rule
    address: Address
    schema: Schema
    api_version: str
    consumed: frozenset[str]
    """The inputs that its address is made of."""


@dataclass
class Parameters:
    """The parameters of one template, in the order in which they were asked for."""

    told: dict[str, JsonValue] = field(default_factory=dict)

    def add(self, wish: str, kind: str, description: str) -> str:
        """Declare a parameter; give its name, which no other has (Azure minds no letter's size)."""
        stem = re.sub(r"\W+", "_", wish, flags=re.ASCII).strip("_")
        taken = {name.casefold() for name in self.told}
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}_{number}"
        self.told[name] = {"type": kind, "metadata": {"description": description}}
        return f"parameters({quoted(name)})"


class Links:
    """What a value may refer to: every resource that is rendered, by URN and by id."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        self.by_urn = {one.node.urn: one for one in placed}
        self._by_key = {one.address.key: one for one in self.by_urn.values()}

    def at(self, address: Address) -> Placed | None:
        """Give the rendered resource at an address."""
        return self._by_key.get(address.key)

    def known(self, id_: str) -> Address | None:
        """Give the address of an id that is a rendered resource's own, or that of something within it."""
        address = parse(id_)
        if address is None:
            return None
        for one in (address, *address.ancestors):
            if one.key in self._by_key:
                return address
        return None


@dataclass
class Values:
    """Write the values of one resource."""

    of: Placed
    links: Links
    scope: Scope
    parameters: Parameters

    def text(self, value: str) -> str:
        """Write a text: an id of a rendered resource as a call, anything else as it is."""
        if value.startswith("/") and (address := self.links.known(value)):
            return f"[{resource_id(address, self.scope)}]"
        # Azure takes a text for an expression where it both begins and ends with a bracket, and for nothing else.
        return f"[{value}" if value.startswith("[") and value.endswith("]") else value

    def secret(self, kind: str, path: str) -> str:
        """Write a secret: a secure parameter that has no value."""
        structured = kind in ("object", "array")
        call = self._parameter(
            "secureObject" if structured else "securestring", path, "A secret; it has no value here."
        )
        if kind == "array":  # there is no secure array
            call += ".items"
        return f"[{_converted(call, kind)}]"

    def unknown(self, value: Mapping[str, Any], kind: str, path: str) -> str:
        """Write what only a deployment can tell: a reference where it is told to what, else a parameter."""
        origins = value.get("from") or []
        if len(origins) == 1 and kind in _SCALARS and not origins[0].get("derived"):
            target = self.links.by_urn.get(str(origins[0].get("urn")))
            output = origins[0].get("output")
            if target and isinstance(output, str) and (call := self._reference(target, output)):
                return call
        told = ", ".join(sorted({_spelled(origin) for origin in origins}))
        description = f"Known after a deployment, from {told}." if told else "Known after a deployment."
        call = self._parameter(_PARAMETER_KINDS[kind], path, description)
        return f"[{_converted(call, 'any') if kind == 'number' else call}]"

    def _parameter(self, kind: str, path: str, description: str) -> str:
        return self.parameters.add(f"{self.of.node.name}_{path}", kind, description)

    def _reference(self, target: Placed, output: str) -> str | None:
        id_ = resource_id(target.address, self.scope)
        if output == "id":
            return f"[{id_}]"
        if output == "name":
            return self.text(target.address.names[-1])
        place = output_place(target.schema, output)
        if place is None:
            return None
        of, path = place
        full = ", 'Full'" if of == "envelope" else ""
        return f"[reference({id_}, {quoted(target.api_version)}{full}).{path}]"


def _converted(call: str, kind: str) -> str:
    return {"int": f"int({call})", "number": f"int({call})", "bool": f"bool({call})"}.get(kind, call)


def _spelled(origin: Mapping[str, Any]) -> str:
    name = str(origin.get("urn", "")).rpartition("::")[2]
    output = origin.get("output")
    return f"{name}.{output}" if output else name


def output_place(schema: Schema, output: str) -> tuple[str, str] | None:
    """Tell where Azure answers an output: in the envelope or under ``properties``, by which path."""
    output = (schema.renamed(output) or output).replace("/", ".")
    body = schema.definitions[schema.body]
    head = output.partition(".")[0]
    inner = body.props.get("properties")
    definition = schema.definition(inner.type) if inner else None
    if definition and (head in definition.props or head in definition.read):
        return "properties", output
    if head != "properties" and (head in body.props or head in body.read):
        return "envelope", output
    if "properties" in body.read and head != "id":
        return "properties", output  # all of it is Azure's to tell, so Azure's types don't say what is in it
    if output.startswith("properties."):
        return "properties", output.partition(".")[2]
    return None
