"""Record what a Pulumi program would register, without an engine, a provider or a network.

One file that needs the standard library and ``pulumi`` alone, so that any project's own interpreter can run it by
path. On its standard output it writes JSON lines: one for each resource at the moment it is registered, then one end
line. What the program itself prints goes to standard error.

    {"urn": …, "type": …, "name": …, "custom": true, "external": false, "id": …, "parent": …, "provider": …,
     "dependencies": [urn], "property_dependencies": {property: [urn]}, "properties": {…}, "protect": false,
     "aliases": [urn]}
    {"end": {"resources": 12, "errors": [], "invokes": ["azure-native:keyvault:getVault"], "remote": [urn]}}

A value that only a deployment can tell is ``{"unknown": true, "from": [{"urn": …, "output": …}]}``, with
``"derived": true`` beside an output that a function made the value from. A secret is ``{"secret": true}``.
``remote`` names the components that a provider would build: what they hold cannot be seen.

With ``--foreign`` the program is someone else's: it gets no network, the folder that this file belongs to is no place
to import from, and configuration that it requires and doesn't have is answered by a placeholder, so that all of it is
found in one run (whoever asked must then refuse the record). What Azure's provider would name or place gets a name or
the configured location. A line before all others tells where it runs, and the end line tells more:

    {"begin": {"interfaces": ["lo"], "sdk": {"pulumi": "3.1.0", "pulumi-azure-native": …}}}
    {"end": {…, "missing": [{"key": …, "type": "string", "secret": false}], "wrong": [{"key": …, "type": "int"}],
     "refused": ["login.example:443"]}}

``interfaces`` are those that a process started by the program could use; null where that cannot be told. With
``--seconds`` a program that is still running then is interrupted, so that what it asked for until then is told: an SDK
sends nothing before the program lets it.

Exit status 0 when the program ended well, 1 when it raised (its traceback is then the last thing on standard error,
and the end line names the error or is absent), 2 for a wrong command line.

What the mock monitor of the SDK does otherwise, and is put right here: a resource's URN holds all its ancestors' types
but not the stack's; secrets and unknowns stay at the leaf where the program put them; requests are served one at a
time on the program's own thread, so that two runs give the same bytes.
"""

from __future__ import annotations

import argparse
import asyncio
import concurrent.futures
import functools
import hashlib
import importlib.metadata
import inspect
import json
import logging
import os
import pathlib
import re
import runpy
import signal
import sys
import traceback
from typing import IO, Any

import pulumi
import pulumi.runtime
from google.protobuf import struct_pb2  # type: ignore[import-untyped]
from pulumi.runtime import known_types, mocks, rpc
from pulumi.runtime import resource as sdk_resource
from pulumi.runtime.invoke import InvokeResult
from pulumi.runtime.proto import resource_pb2

Json = Any

NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000"
"""Stands in ARM ids where neither the command line, the configuration nor the provider tells a subscription."""

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
SIGNATURE = "4dabf18193072939515e22adb298388d"
SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270"  # noqa: S105 - marks a secret, is none
ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17"
ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7"
RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e"
OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4"
ORIGIN_SIGNATURE = "prosess-origin-of-an-unknown"
"""Ours: the serialised form of an unknown whose origin could be told. It never leaves this process."""

STACK_TYPE = "pulumi:pulumi:Stack"
PROVIDER_PREFIX = "pulumi:providers:"
STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference"

TRANSFORMS = "resource transforms run inside the engine, where an offline plan cannot follow; use transformations"

SHORTEST_HUNTED = 6
SHORTEST_HUNTED_WITHIN = 12
"""A secret text of fewer characters is not hunted in other texts: ``true`` or ``prod`` would blank half the plan. Of a
secret object every text is hunted, and most of them are ordinary words, so these must be longer."""


class Secrets:
    """The plaintexts seen so far, so that none is written where the program let one slip."""

    def __init__(self) -> None:
        self._seen: dict[str, None] = {}
        self._by_head: dict[str, set[str]] = {}

    def add(self, value: Json, shortest: int = SHORTEST_HUNTED) -> None:
        """Remember every text in a value."""
        if isinstance(value, str):
            if len(value) >= shortest and value != UNKNOWN:
                # A traceback or a JSON document shows a text in its escaped form.
                for form in (value, repr(value)[1:-1], json.dumps(value)[1:-1]):
                    self._seen[form] = None
                    self._by_head.setdefault(form[:SHORTEST_HUNTED], set()).add(form)
        elif isinstance(value, (dict, list, tuple)):
            for item in value.values() if isinstance(value, dict) else value:
                self.add(item, SHORTEST_HUNTED_WITHIN)

    def within(self, text: str) -> bool:
        """Tell whether a text holds a secret; in a time that doesn't hang on how many there are."""
        for start in range(len(text) - SHORTEST_HUNTED + 1 if self._seen else 0):
            forms = self._by_head.get(text[start : start + SHORTEST_HUNTED])
            if forms and any(text.startswith(form, start) for form in forms):
                return True
        return False

    def masked(self, text: str) -> str:
        """Give the text with every secret replaced."""
        for secret in sorted(self._seen, key=len, reverse=True):
            text = text.replace(secret, "[secret]")
        return text


class Decoder:
    """Turn what the SDK would have sent to the engine into plain JSON."""

    def __init__(self, root: pathlib.Path, secrets: Secrets) -> None:
        self._root = root
        self._secrets = secrets
        # A folder such as /app may as well be a route, so only a longer path is taken for this machine's own.
        own = re.escape(str(root)) if len(root.parts) > 2 else r"(?!)"
        self._own_path = re.compile(rf"(?<![\w./-]){own}(?![\w.-])")

    def properties(self, message: struct_pb2.Struct, dependencies: dict[str, list[str]]) -> dict[str, Json]:
        """Decode a resource's inputs; an unknown without a told origin comes from what its property depends on.

        Keys that begin with two underscores belong to the SDK itself (a dynamic provider's pickled code, say) and
        are left out.
        """
        decoded = {}
        for key in sorted(message.fields):
            if not key.startswith("__"):
                origin = [{"urn": urn} for urn in dependencies.get(key, ())]
                decoded[key] = self._value(message.fields[key], origin)
        return decoded

    def _value(self, value: struct_pb2.Value, origin: list[Json]) -> Json:
        kind = value.WhichOneof("kind")
        if kind == "string_value":
            text = value.string_value
            if UNKNOWN in text:
                return _unknown(origin)
            return {"secret": True} if self._secrets.within(text) else self._own_path.sub(".", text)
        if kind == "number_value":
            return _number(value.number_value)
        if kind == "bool_value":
            return value.bool_value
        if kind == "list_value":
            return [self._value(item, origin) for item in value.list_value.values]
        if kind == "struct_value":
            return self._struct(value.struct_value, origin)
        return None

    def _struct(self, message: struct_pb2.Struct, origin: list[Json]) -> Json:
        fields = message.fields
        signature = fields[SIGNATURE].string_value if SIGNATURE in fields else None
        if signature is None:
            return {key: self._value(fields[key], origin) for key in sorted(fields)}
        if signature == SECRET_SIGNATURE:
            self._secrets.add(_plain(fields["value"]))
            return {"secret": True}
        if signature == ORIGIN_SIGNATURE:
            return _unknown(self._value(fields["from"], []) or origin)
        if signature == OUTPUT_SIGNATURE:
            if "secret" in fields and fields["secret"].bool_value:
                self._secrets.add(_plain(fields["value"]) if "value" in fields else None)
                return {"secret": True}
            if "value" not in fields:
                return _unknown([{"urn": item.string_value} for item in fields["dependencies"].list_value.values])
            return self._value(fields["value"], origin)
        if signature == RESOURCE_SIGNATURE:
            return {key: self._value(fields[key], origin) for key in ("id", "urn") if key in fields}
        if signature in (ASSET_SIGNATURE, ARCHIVE_SIGNATURE):
            return self._asset("asset" if signature == ASSET_SIGNATURE else "archive", fields, origin)
        raise ValueError(f"the SDK sent a value of the unknown kind {signature}")

    def _asset(self, kind: str, fields: Any, origin: list[Json]) -> Json:
        if "assets" in fields:
            return {kind: {"assets": self._value(fields["assets"], origin)}}
        if "uri" in fields:
            return {kind: {"uri": self._value(fields["uri"], origin)}}
        if "text" in fields:
            text = self._value(fields["text"], origin)
            return {kind: {"text": text, "sha256": _sha256(text.encode())}} if isinstance(text, str) else {kind: text}
        path = self._root / fields["path"].string_value
        return {kind: {"path": self._shown(path), "sha256": _sha256_of(path)}}

    def _shown(self, path: pathlib.Path) -> str:
        """Give a path relative to the program's folder; of a path outside it only the last part."""
        absolute = pathlib.Path(os.path.normpath(path))
        try:
            return absolute.relative_to(self._root).as_posix()
        except ValueError:
            return absolute.name


def _unknown(origin: Json) -> Json:
    return {"unknown": True, "from": origin} if origin else {"unknown": True}


def _number(value: float) -> int | float:
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("a property holds a number that JSON cannot carry")
    return int(value) if value.is_integer() and abs(value) <= 2**53 else value


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sha256_of(path: pathlib.Path) -> str:
    """Give the digest of a file, or of a folder's files with their names, so that other content is another plan."""
    if not path.is_dir():
        return _sha256(path.read_bytes())
    files = sorted(file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file())
    listing = "".join(f"{_sha256((path / file).read_bytes())} {file}\n" for file in files)
    return _sha256(listing.encode())


def _plain(value: struct_pb2.Value) -> Json:
    kind = value.WhichOneof("kind")
    if kind == "list_value":
        return [_plain(item) for item in value.list_value.values]
    if kind == "struct_value":
        return {key: _plain(item) for key, item in value.struct_value.fields.items()}
    return getattr(value, kind) if kind else None


class ArmIds:
    """Deterministic ids from a table ``type token → ARM path``; what is not in the table has no told id."""

    _PLACEHOLDER = re.compile(r"\{(\w+)\}")
    _VERSION = re.compile(r"/v\d{8}\w*(?=:)|(?<=^azure-native)_\w+_v\d{8}\w*(?=:)")
    """In a type token: of a module of the SDK, and of an SDK that was made for one API version."""

    _RANDOM_DIGITS = 8

    def __init__(self, table: dict[str, str], subscription: str) -> None:
        self._table = table
        self._subscription = subscription
        self._of_provider: dict[str, str | None] = {}

    def own_name(self, type_: str, urn: str, name: str, properties: dict[str, Json]) -> dict[str, str]:
        """Give the name, under its key, of a resource whose program leaves it to the provider; nothing where it's told.

        The provider takes the logical name, for what is no child with random digits behind it, and a UUID where Azure
        asks for one. Ours hang on the URN instead, so that two plans are the same.
        """
        template = self._template(type_)
        keys = self._PLACEHOLDER.findall(template.rpartition("/providers/")[2]) if template else []
        if type_.endswith(":resources:ResourceGroup"):
            keys = ["resourceGroupName"]
        if not template or not keys or not template.endswith("{" + keys[-1] + "}") or keys[-1] in properties:
            return {}
        digest = _sha256(urn.encode())
        if keys[-1] in ("roleAssignmentName", "roleDefinitionId"):
            return {keys[-1]: "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))}
        return {keys[-1]: name if len(keys) > 1 else name + digest[: self._RANDOM_DIGITS]}

    def _template(self, type_: str) -> str | None:
        # An id is the same in every API version.
        return self._table.get(type_) or self._table.get(self._VERSION.sub("", type_))

    def note_provider(self, urn: str, properties: dict[str, Json]) -> None:
        """Remember the subscription of an explicit provider; one that it doesn't tell yet makes ids unknown."""
        told = properties.get("subscriptionId", self._subscription)
        self._of_provider[urn] = told if isinstance(told, str) else None

    def of(self, type_: str, provider: str | None, properties: dict[str, Json]) -> str | None:
        """Give the id, or None where the type or one of the pieces isn't known."""
        template = self._template(type_)
        if template is None:
            return None
        pieces: dict[str, str] = {}
        for key in self._PLACEHOLDER.findall(template):
            piece = self._of_provider.get(provider or "", self._subscription) if key == "subscription" else None
            piece = properties.get(key) if key != "subscription" else piece
            if isinstance(piece, int) and not isinstance(piece, bool):
                piece = str(piece)
            if not isinstance(piece, str) or not piece.strip("/"):
                return None
            pieces[key] = piece.strip("/")
        filled = self._PLACEHOLDER.sub(lambda match: pieces[match.group(1)], template)
        return "/" + filled.lstrip("/")

    def name_of(self, type_: str, id_: str) -> str | None:
        """Give the ``name`` output that goes with an id, for what is no child of another resource.

        Azure names a child now ``child``, now ``parent/child``: that is left unknown.
        """
        path = (self._template(type_) or "").rpartition("/providers/")[2]
        return id_.rpartition("/")[2] if type_.endswith(":resources:ResourceGroup") or path.count("/") == 2 else None


def sdk_aliases(resource: pulumi.Resource) -> frozenset[str]:
    """Give the type tokens that azure-native's own constructor adds as aliases: one for each older API version."""
    for cls in type(resource).__mro__:
        init: Any = cls.__dict__.get("_internal_init")
        if init is not None and cls.__module__.startswith("pulumi_azure_native."):
            return _tokens_in(init.__code__.co_consts)
    return frozenset()


@functools.cache
def _tokens_in(constants: tuple[object, ...]) -> frozenset[str]:
    return frozenset(text for text in constants if isinstance(text, str) and text.startswith("azure-native"))


def drop_sdk_aliases(args: pulumi.ResourceTransformationArgs) -> pulumi.ResourceTransformationResult | None:
    """Take away the SDK's own version aliases (three quarters of the time of a plan), and never a user's.

    A user's alias is one that names anything but a type, or a type that the SDK's constructor doesn't list.
    """
    if not args.opts.aliases or not args.type_.startswith("azure-native:"):
        return None
    own = sdk_aliases(args.resource)
    args.opts.aliases = [alias for alias in args.opts.aliases if not _is_type_only(alias, own)]
    return pulumi.ResourceTransformationResult(props=args.props, opts=args.opts)


def default_location(args: pulumi.ResourceTransformationArgs) -> pulumi.ResourceTransformationResult | None:
    """Put the configured location where azure-native's provider would: in what has one and isn't told it."""
    where = pulumi.Config("azure-native").get("location")
    if where is None or not args.type_.startswith("azure-native") or args.props.get("location", where) is not None:
        return None
    return pulumi.ResourceTransformationResult(props={**args.props, "location": where}, opts=args.opts)


def _is_type_only(alias: object, tokens: frozenset[str]) -> bool:
    return (
        isinstance(alias, pulumi.Alias)
        and isinstance(alias.type_, str)
        and alias.type_ in tokens
        and all(getattr(alias, key, ...) is ... for key in ("name", "parent", "stack", "project"))
    )


# --- where an unknown comes from -------------------------------------------------------------------------------------


def trace_unknowns(secrets: Secrets) -> None:
    """Let each unknown property tell the resource output that it waits for.

    The SDK tells what a property depends on, but not which output of it. So each derived output remembers what it was
    derived from, and the serialised unknown carries the answer. Where the SDK gives no hold for this, nothing changes.
    """
    _remember_derivation()
    serialize = rpc.serialize_property

    @functools.wraps(serialize)
    async def traced(
        value: Any, deps: Any, property_key: Any, resource_obj: Any = None, *rest: Any, **more: Any
    ) -> Any:
        result = await serialize(value, deps, property_key, resource_obj, *rest, **more)
        if isinstance(result, dict) and result.get(SIGNATURE) == SECRET_SIGNATURE:
            secrets.add(result.get("value"))
        if resource_obj is None or not isinstance(result, str) or result != UNKNOWN or not known_types.is_output(value):
            return result
        return {SIGNATURE: ORIGIN_SIGNATURE, "from": await _origins(value)}

    rpc.serialize_property = traced


SAME, DERIVED = "same", "derived"
"""How an output came from another: the same value, or one that a function made. A list holds one step into it."""


def _remember_derivation() -> None:
    """Let each output know which others it came from, and how."""
    output = pulumi.Output

    def applying(original: Any) -> Any:
        @functools.wraps(original)
        def apply(self: Any, func: Any, *args: Any, **named: Any) -> Any:
            def follow(value: Any) -> Any:
                before = UnknownAnswer.given
                try:
                    return func(value)
                except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
                    if UnknownAnswer.given == before:
                        raise
                    return UnknownAnswer()  # it asked a provider, and could not work with an answer that isn't there

            derived = original(self, follow, *args, **named)
            _note(derived, (self,), SAME if func is output.from_input else DERIVED)
            return derived

        return apply

    def stepping(original: Any) -> Any:
        @functools.wraps(original)
        def step(self: Any, key: Any) -> Any:
            derived = original(self, key)
            _note(derived, (self,), [key])
            return derived

        return step

    def combining(original: Any, how: str) -> Any:
        @functools.wraps(original)
        def combine(*args: Any, **named: Any) -> Any:
            combined = original(*args, **named)
            _note(combined, tuple(_outputs_in([*args, *named.values()])), how)
            return combined

        return staticmethod(combine)

    setattr(output, "apply", applying(output.apply))  # noqa: B010 - a method cannot be assigned to, says the checker
    for name in ("__getattr__", "__getitem__"):
        setattr(output, name, stepping(getattr(output, name)))
    for name, how in (("secret", SAME), ("unsecret", SAME), ("all", DERIVED), ("json_dumps", DERIVED)):
        setattr(output, name, combining(getattr(output, name), how))


def _note(derived: Any, sources: tuple[Any, ...], how: Any) -> None:
    if isinstance(derived, pulumi.Output):
        derived.__dict__["_came_from"] = (sources, how)


def _outputs_in(values: Any) -> Any:
    for value in values:
        if isinstance(value, pulumi.Output):
            yield value
        elif isinstance(value, dict):
            yield from _outputs_in(value.values())
        elif isinstance(value, (list, tuple)):
            yield from _outputs_in(value)


async def _origins(output: Any) -> list[Json]:
    """Give the resource outputs that an unknown waits for, sorted; those untold are named by their resource alone.

    ``"derived": true`` stands where the unknown isn't that output itself but something a function makes of it.
    """
    told: set[tuple[str, str, bool]] = set()
    pending: list[tuple[Any, tuple[Any, ...], bool]] = [(output, (), False)]
    seen = set()
    while pending:
        current, path, derived = pending.pop()
        if (id(current), path, derived) in seen:
            continue
        seen.add((id(current), path, derived))
        if "_came_from" in current.__dict__:
            sources, how = current.__dict__["_came_from"]
            if how == DERIVED:
                path, derived = (), True
            elif how != SAME:
                path = (*how, *path)
            pending.extend((source, path, derived) for source in sources)
        elif not await current.is_known():
            for resource in await current.resources():
                name = next((key for key, value in resource.__dict__.items() if value is current), None)
                urn = await resource.urn.future()
                if urn and name:
                    told.add((urn, _output_path(type(resource), name, path), derived))
    if not told:
        return [{"urn": urn} for urn in sorted({await resource.urn.future() for resource in await output.resources()})]
    return [
        {"urn": urn, "output": name, "derived": True} if derived else {"urn": urn, "output": name}
        for urn, name, derived in sorted(told)
    ]


def _output_path(cls: type, name: str, path: tuple[Any, ...]) -> str:
    """Give the path of an output as Azure writes it: ``properties.vaultUri``, ``identity.principalIds[0]``."""
    types: Any = pulumi._types  # the SDK's own table of names; there is no public one
    shown: str = types.resource_py_to_pulumi_names(cls).get(name, name)
    known: Any = types.resource_types(cls).get(shown)
    for step in path:
        known = types.unwrap_optional_type(known) if known else None
        if isinstance(step, int):
            shown += f"[{step}]"
            known = None
        elif known is not None and inspect.isclass(known) and types.is_output_type(known):
            told = next((pulumi_name for python, pulumi_name, _ in types._py_properties(known) if python == step), step)
            shown += f".{told}"
            known = types.output_type_types(known).get(told)
        else:
            shown += f".{step}"
            known = None
    return shown


def spare_stack_traces() -> None:
    """Let the SDK not look up where in the program each resource is made: no graph holds it, and it takes a tenth."""
    if hasattr(sdk_resource, "_get_stack_trace"):  # an older SDK has neither
        from pulumi.runtime.proto import source_pb2

        sdk_resource._get_stack_trace = source_pb2.StackTrace


# --- what a provider would have answered -----------------------------------------------------------------------------


class UnknownAnswer(pulumi.output.Unknown):
    """What a ``get_*`` call answers when there is nobody to ask: unknown, whatever is asked of it.

    It is falsy, so that the SDK's own type checks let it pass; a text made of it holds the unknown mark, so that the
    text is unknown as well; iterating gives one unknown, so that what a loop would have made is seen.
    """

    given = 0
    """How many answers were given so far."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        UnknownAnswer.given += 1

    def __call__(self, *_: object, **__: object) -> UnknownAnswer:
        """Give what a method of the answer would return: unknown too."""
        return self

    def __getattr__(self, name: str) -> UnknownAnswer:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> UnknownAnswer:
        return self

    def __iter__(self) -> Any:
        return iter((self,))

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return UNKNOWN

    def __format__(self, spec: str) -> str:
        return UNKNOWN

    __repr__ = __str__


def answer_invokes(asked: set[str]) -> None:
    """Answer every provider function with unknowns, and note which were called."""

    def plainly(tok: str, _props: Any, _opts: Any = None, typ: Any = None, *_: Any, **__: Any) -> InvokeResult:
        asked.add(tok)
        return InvokeResult(_unknown_result(typ))

    async def awaited(tok: str, _props: Any, _opts: Any = None, typ: Any = None, *_: Any, **__: Any) -> Any:
        asked.add(tok)
        return _unknown_result(typ)

    def later(tok: str, props: Any, *_: Any, **__: Any) -> pulumi.Output[Any]:
        asked.add(tok)
        return _unknown_output(pulumi.Output.from_input(dict(props or {})))

    answers: dict[str, Any] = {"invoke": plainly, "invoke_single": plainly, "invoke_async": awaited}
    answers |= dict.fromkeys(("invoke_output", "invoke_output_single", "call", "call_single"), later)
    for name, answer in answers.items():
        if hasattr(pulumi.runtime, name):  # an older SDK has fewer of them
            setattr(pulumi.runtime, name, answer)


def _unknown_result(typ: Any) -> Any:
    answer = UnknownAnswer()
    if typ is None:
        return answer
    wanted = [name for name in inspect.signature(typ.__init__).parameters if name not in ("self", "__self__")]
    return typ(**dict.fromkeys(wanted, answer))


def _unknown_output(asked_with: pulumi.Output[Any]) -> pulumi.Output[Any]:
    async def resources() -> set[pulumi.Resource]:
        # As the SDK does: a call that could be made depends on what its arguments came from, another on nothing.
        return await asked_with.resources() if await asked_with.is_known() else set()

    async def answer(value: Any) -> Any:
        return value

    return pulumi.Output(resources(), answer(None), answer(False), answer(False))


# --- what another's program may not have, and what it lacks -----------------------------------------------------------


MOST_REFUSED = 20
"""Addresses that are told; a program that tries on and on tells nothing more by it."""

_REACHING = ("socket.connect", "socket.sendto", "socket.sendmsg")
_ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")


class Foreign:
    """What there is to tell of a program that is not our own, and the bounds it runs in."""

    def __init__(self) -> None:
        self.missing: dict[str, dict[str, Json]] = {}
        self.wrong: list[dict[str, str]] = []
        self.refused: dict[str, None] = {}

    def refuse_network(self) -> None:
        """Refuse every connection and every look-up of a name from now on; nothing in the process can undo it."""
        sys.addaudithook(self._audit)

    def _audit(self, event: str, args: Any) -> None:
        if not event.startswith("socket."):
            return
        if event in _REACHING:
            where = args[1] if len(args) > 1 else None
        elif event in _ASKING:
            where = (args[0], args[1]) if event == "socket.getaddrinfo" else args[0]
        else:
            return
        parts = where if isinstance(where, tuple) else (where,)
        shown = [part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in parts[:2]]
        told = ":".join(part for part in shown if part not in ("", "0", "None"))
        if len(self.refused) < MOST_REFUSED:
            self.refused[told] = None
        raise ConnectionRefusedError(f"an offline plan gives no network: {told}")

    def note_missing(self) -> None:
        """Let configuration that is required and absent be noted and answered, so that the rest is found as well."""
        for name, original in list(vars(pulumi.Config).items()):
            if name.startswith("require") and inspect.isfunction(original):
                setattr(pulumi.Config, name, self._noting(name, original))

    def _noting(self, name: str, original: Any) -> Any:
        kind = name.removeprefix("require").removeprefix("_secret").removeprefix("_") or "string"

        @functools.wraps(original)
        def require(config: pulumi.Config, key: str, *args: Any, **named: Any) -> Any:
            try:
                return original(config, key, *args, **named)
            except pulumi.ConfigMissingError as error:
                self.missing.setdefault(error.key, {"key": error.key, "type": kind, "secret": error.secret})
                answer = PLACEHOLDERS[kind] if kind in PLACEHOLDERS else UnknownAnswer()
                return pulumi.Output.secret(answer) if error.secret else answer

        return require

    def note_wrong(self, error: BaseException) -> None:
        """Note a key whose value isn't of the kind that the program asks for, where that is what it raised."""
        if isinstance(error, pulumi.ConfigTypeError):
            self.wrong.append({"key": error.key, "type": error.expect_type})

    def told(self) -> dict[str, Json]:
        """Give what the end line tells beside what it always does."""
        missing = [self.missing[key] for key in sorted(self.missing)]
        return {"missing": missing, "wrong": self.wrong, "refused": list(self.refused)}


PLACEHOLDERS: dict[str, Json] = {"string": UNKNOWN, "bool": True, "int": 1, "float": 1.0}
"""What stands for missing configuration by its kind; of an object nothing is known but that it is unknown."""


def _interfaces() -> list[str] | None:
    """Give the names of this process's network interfaces, or None where the system doesn't tell them this way."""
    try:
        lines = pathlib.Path("/proc/self/net/dev").read_text("ascii").splitlines()[2:]
    except (OSError, ValueError):
        return None
    return sorted(line.partition(":")[0].strip() for line in lines)


def surroundings() -> dict[str, Json]:
    """Give what the first line tells of where a program runs."""
    sdk = {}
    for name in ("pulumi", "pulumi-azure-native"):
        try:
            sdk[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return {"interfaces": _interfaces(), "sdk": sdk}


class OutOfTimeError(BaseException):
    """The program is still running when it should have ended; no ``except Exception`` of its own holds this up."""


def interrupt_after(seconds: float) -> None:
    """Raise in the program, wherever it is, once its time is over."""

    def over(*_: object) -> None:
        raise OutOfTimeError(f"still running after {seconds:g} seconds")

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def leave_our_folder() -> None:
    """Take the folder that this file belongs to off the places to import from, however it came there."""
    ours = pathlib.Path(__file__).resolve().parents[2]
    sys.path[:] = [path for path in sys.path if pathlib.Path(path or os.curdir).resolve() != ours]


# --- the monitor -----------------------------------------------------------------------------------------------------


class NoMocks(mocks.Mocks):
    """The recorder answers by itself."""

    def call(self, args: mocks.MockCallArgs) -> Any:
        """Never asked."""
        raise NotImplementedError

    def new_resource(self, args: mocks.MockResourceArgs) -> Any:
        """Never asked."""
        raise NotImplementedError


class Recorder(mocks.MockMonitor):
    """Stand where the engine's resource monitor would, and write down each registration."""

    def __init__(
        self,
        out: IO[str],
        decoder: Decoder,
        ids: ArmIds,
        *,
        project: str,
        stack: str,
        strict: bool,
        foreign: bool = False,
    ) -> None:
        super().__init__(NoMocks())
        self._out = out
        self._decoder = decoder
        self._ids = ids
        self._project = project
        self._stack = stack
        self._strict = strict
        self._name_what_is_unnamed = foreign  # our own programs name everything
        self._urns: set[str] = set()
        self._root: str | None = None
        self.asked: set[str] = set()
        self.remote: list[str] = []

    @property
    def count(self) -> int:
        """How many resources were registered."""
        return len(self._urns)

    def make_urn(self, parent: str, type_: str, name: str) -> str:
        """Give a URN as the engine writes it: all ancestors' types but the stack's."""
        ancestry = parent.split("::", 3)[2] if parent else STACK_TYPE
        qualified = type_ if ancestry == STACK_TYPE else f"{ancestry}${type_}"
        return f"urn:pulumi:{self._stack}::{self._project}::{qualified}::{name}"

    def RegisterResource(self, request: Any) -> Any:  # noqa: N802 - the protocol's name
        """Write down a resource that the program would create or keep."""
        if getattr(request, "transforms", ()):  # an older SDK has none
            raise NotImplementedError(f"{request.name}: {TRANSFORMS}")
        urn = self.make_urn(request.parent, request.type, request.name)
        if request.type == STACK_TYPE and urn == self._root:  # the SDK registers it once for us and once for itself
            return resource_pb2.RegisterResourceResponse(urn=urn)
        depends = {key: sorted(item.urns) for key, item in request.propertyDependencies.items() if item.urns}
        properties = self._decoder.properties(request.object, depends)
        provider = request.provider.rpartition("::")[0] or None
        id_ = None
        if request.type.startswith(PROVIDER_PREFIX):
            self._ids.note_provider(urn, properties)
        elif request.custom and not self._strict:
            if self._name_what_is_unnamed:
                properties |= self._ids.own_name(request.type, urn, request.name, properties)
            id_ = self._ids.of(request.type, provider, properties)
        if request.remote:
            self.remote.append(urn)
        self._write(
            urn,
            request,
            custom=request.custom,
            external=False,
            id={"unknown": True} if request.custom and id_ is None else id_,
            provider=provider,
            property_dependencies=depends,
            properties=properties,
            protect=request.protect,
            aliases=[self._alias(alias, request) for alias in request.aliases] + list(request.aliasURNs),
        )
        answer = resource_pb2.RegisterResourceResponse(urn=urn, id=id_ or "")
        if request.custom:
            answer.object.CopyFrom(self._outputs(request.object))
            name = self._ids.name_of(request.type, id_) if id_ else None
            if name is not None and "name" not in request.object.fields:
                answer.object.fields["name"].string_value = name
        return answer

    def _outputs(self, inputs: struct_pb2.Struct) -> struct_pb2.Struct:
        """Give the outputs that are inputs repeated, as a provider's preview does: plain texts, numbers, switches."""
        outputs = struct_pb2.Struct()
        for key, value in inputs.fields.items():
            kind = value.WhichOneof("kind")
            if kind in ("number_value", "bool_value") or (kind == "string_value" and UNKNOWN not in value.string_value):
                outputs.fields[key].CopyFrom(value)
        return outputs

    def ReadResource(self, request: Any) -> Any:  # noqa: N802 - the protocol's name
        """Write down an existing resource that the program refers to."""
        urn = self.make_urn(request.parent, request.type, request.name)
        known = bool(request.id) and UNKNOWN not in request.id
        self._write(
            urn,
            request,
            custom=True,
            external=True,
            id=request.id if known else {"unknown": True},
            provider=request.provider.rpartition("::")[0] or None,
            property_dependencies={},
            properties=self._decoder.properties(request.properties, {}),
            protect=False,
            aliases=[],
        )
        answer = resource_pb2.ReadResourceResponse(urn=urn)
        if known and "id" in resource_pb2.ReadResourceResponse.DESCRIPTOR.fields_by_name:
            answer.id = request.id
        return answer

    def _write(self, urn: str, request: Any, **line: Json) -> None:
        if urn in self._urns:
            raise ValueError(f"duplicate resource URN '{urn}'; give it a unique name")
        self._urns.add(urn)
        if request.type == STACK_TYPE:
            self._root = urn
        line |= {"urn": urn, "type": request.type, "name": request.name, "parent": request.parent or None}
        line["dependencies"] = sorted(set(request.dependencies))
        self.write(line)

    def write(self, line: Json) -> None:
        """Write one JSON line at once."""
        text = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        self._out.write(text + "\n")
        self._out.flush()

    def _alias(self, alias: Any, request: Any) -> str:
        """Give the URN that an alias stands for; a part that it doesn't name is the resource's own."""
        if alias.WhichOneof("alias") == "urn":
            return str(alias.urn)
        spec = alias.spec
        parent = "" if spec.noParent else spec.parentUrn or request.parent
        urn = self.make_urn(parent, spec.type or request.type, spec.name or request.name)
        _, _, rest = urn.split("::", 2)
        return f"urn:pulumi:{spec.stack or self._stack}::{spec.project or self._project}::{rest}"

    def ExistsResource(self, request: Any) -> Any:  # noqa: N802 - the protocol's name
        """Answer whether something exists: nobody is there to ask."""
        self.asked.add(request.type)
        return resource_pb2.ExistsResourceResponse(unknown=True)

    def Invoke(self, request: Any) -> Any:  # noqa: N802 - the protocol's name
        """Answer a provider function that was reached past the SDK's public calls."""
        self.asked.add(request.tok)
        return resource_pb2.ResourceInvokeResponse()

    def RegisterStackTransform(self, request: Any) -> Any:  # noqa: N802 - the protocol's name
        """Refuse: an engine would run it, and a plan without it would be wrong."""
        raise NotImplementedError(TRANSFORMS)


# --- running a program -----------------------------------------------------------------------------------------------


class InTurn(concurrent.futures.ThreadPoolExecutor):
    """Do each request at once, on the thread that asks: the order is then the program's own, on every run."""

    def submit(self, fn: Any, /, *args: Any, **named: Any) -> concurrent.futures.Future[Any]:
        """Give a future that is done already."""
        done: concurrent.futures.Future[Any] = concurrent.futures.Future()
        try:
            done.set_result(fn(*args, **named))
        except BaseException as error:  # handed on, as any executor does
            done.set_exception(error)
        return done


def read_config(document: dict[str, Json], project: str, secrets: Secrets) -> tuple[dict[str, str], list[str]]:
    """Give the program's configuration, as texts under full keys, and the keys that are secret.

    A key without a colon belongs to the project; a value that is no text is handed on as JSON; ``{"secure": text}``
    is a secret, as in a stack file.
    """
    values: dict[str, str] = {}
    secret_keys = []
    for key, value in document.items():
        full = key if ":" in key else f"{project}:{key}"
        if isinstance(value, dict) and value.keys() == {"secure"}:
            value = value["secure"]
            secrets.add(value)
            secret_keys.append(full)
        values[full] = value if isinstance(value, str) else json.dumps(value)
    return values, secret_keys


def program_traceback(error: BaseException, root: pathlib.Path) -> str:
    """Give the traceback of the program's own frames, with paths relative to its folder."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if pathlib.Path(frame.filename).is_relative_to(root)]
    own = [frame for frame in own if "site-packages" not in frame.filename] or list(frames[-3:])
    lines = ["Traceback (most recent call last):\n", *traceback.format_list(own)]
    text = "".join(lines + traceback.format_exception_only(type(error), error))
    return text.replace(f"{root}{os.sep}", "")


def _out_of_memory_behind(error: BaseException) -> BaseException:
    """Give the lack of memory that an error came of (a loop then cannot be closed either), or the error itself."""
    behind: BaseException | None = error
    while behind is not None:
        if isinstance(behind, MemoryError):
            return behind
        behind = behind.__context__
    return error


async def record(recorder: Recorder, program: pathlib.Path, args: argparse.Namespace) -> None:
    """Run the program to its end, outstanding registrations and outputs included."""
    asyncio.get_running_loop().set_default_executor(InTurn(max_workers=1))
    mocks.set_mocks(
        NoMocks(),
        project=args.project,
        stack=args.stack,
        preview=True,
        monitor=recorder,
        organization=args.organization,
    )
    pulumi.runtime.settings.SETTINGS.root_directory = str(program.parent)
    # The mocks' stack is finished before the program begins; a program may need one that is still open.
    pulumi.runtime.settings.set_root_resource(None)  # type: ignore[arg-type]

    def run() -> Any:
        pulumi.runtime.register_stack_transformation(drop_sdk_aliases)
        if args.foreign:
            pulumi.runtime.register_stack_transformation(default_location)
        if args.function is None:
            runpy.run_path(str(program), run_name="__main__")
            return None
        found = runpy.run_path(str(program), run_name=program.stem).get(args.function)
        if not callable(found):
            raise LookupError(f"{program.name} has no function {args.function}")
        return found()  # what it gives back is exported, as by the engine's automation interface

    try:
        await pulumi.runtime.run_in_stack(run)
    except SystemExit as stop:
        if stop.code not in (None, 0):
            raise


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Record what a Pulumi program would register, as JSON lines.")
    parser.add_argument("--project", required=True, help="the project's name")
    parser.add_argument("--stack", required=True, help="the stack's name, without organization")
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the program: a folder, or its file")
    parser.add_argument("--ids", required=True, type=pathlib.Path, help="JSON: type token to ARM path template")
    parser.add_argument("--config", type=pathlib.Path, help='JSON: key to value, or to {"secure": value}')
    parser.add_argument("--organization", default="organization", help="what pulumi.get_organization() answers")
    parser.add_argument("--subscription", help="of ids; else azure-native:subscriptionId, else a UUID of zeros")
    parser.add_argument("--function", help="of the program's file: the inline program to call, without arguments")
    parser.add_argument("--foreign", action="store_true", help="the program is someone else's: see above")
    parser.add_argument("--seconds", type=float, help="until the program is interrupted")
    parser.add_argument("--strict-preview", action="store_true", help="leave ids unknown, as a first preview does")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Record one program; give the exit status."""
    args = arguments(argv)
    program = args.program.resolve()
    program = program / "__main__.py" if program.is_dir() else program
    root = program.parent
    secrets = Secrets()
    table = json.loads(args.ids.read_text("utf-8"))
    document = json.loads(args.config.read_text("utf-8")) if args.config else {}
    config, secret_keys = read_config(document, args.project, secrets)
    subscription = args.subscription or config.get("azure-native:subscriptionId") or NO_SUBSCRIPTION

    # Whatever the program or a child of it prints must not end up between the lines.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    here = str(pathlib.Path(__file__).resolve().parent)
    sys.path[:] = [path for path in sys.path if path != here]  # else our files would shadow theirs
    if args.foreign:
        leave_our_folder()
    sys.path.insert(0, str(root))
    sys.argv = [str(program)]
    os.chdir(root)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # tasks left over when a program raised

    pulumi.runtime.set_all_config(config, secret_keys)
    recorder = Recorder(
        out,
        Decoder(root, secrets),
        ArmIds(table, subscription),
        project=args.project,
        stack=args.stack,
        strict=args.strict_preview,
        foreign=args.foreign,
    )
    spare_stack_traces()
    trace_unknowns(secrets)
    answer_invokes(recorder.asked)
    foreign = Foreign() if args.foreign else None
    if foreign is not None:
        recorder.write({"begin": surroundings()})
        foreign.note_missing()
        foreign.refuse_network()
    if args.seconds is not None:
        interrupt_after(args.seconds)
    errors = []
    try:
        asyncio.run(record(recorder, program, args))
        signal.setitimer(signal.ITIMER_REAL, 0)
    except (Exception, SystemExit, OutOfTimeError) as raised:  # whatever the program raised is its user's to see
        signal.setitimer(signal.ITIMER_REAL, 0)
        error = _out_of_memory_behind(raised)
        if foreign is not None:
            foreign.note_wrong(error)
        sys.stdout.flush()
        sys.stderr.write(secrets.masked(program_traceback(error, root)))
        said = "".join(traceback.format_exception_only(type(error), error)).replace(f"{root}{os.sep}", "")
        errors.append(secrets.masked(said.strip()))
    end: dict[str, Json] = {
        "resources": recorder.count,
        "errors": errors,
        "invokes": sorted(recorder.asked),
        "remote": recorder.remote,
    }
    if foreign is not None:
        end |= foreign.told()
        end["refused"] = [secrets.masked(where) for where in end["refused"]]
    recorder.write({"end": end})
    return 1 if errors else 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # no teardown: it takes a second of a large SDK, and warns of tasks that a failure left behind
