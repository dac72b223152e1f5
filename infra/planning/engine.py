"""Read plans that Pulumi's own engine wrote, as the same ``graph/1`` that the recorder gives.

Two documents are understood: ``pulumi preview --json --show-sames`` (without ``--show-sames`` it leaves out whatever
stays as it is) and ``pulumi stack export``. Only a resource's inputs are read; times, source positions, stack traces,
outputs and the providers that the engine adds are left behind.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from infra.planning.graph import PlanError, build
from prosess.contracts import Graph
from prosess.domain.guard import mask

_SIGNATURE: Final = "4dabf18193072939515e22adb298388d"
_SECRET: Final = "1b47061264138c4ac30d75fd1eb44270"  # noqa: S105 - marks a secret, is none
_ASSET: Final = "c44067f5952c0a294b673a41bacd8c17"
_ARCHIVE: Final = "0def7320c3a5731c473e5ecbe6d01bc7"
_RESOURCE: Final = "5cf8f73096256a8f31e491e813e4eb8e"
_WITHHELD: Final = "[secret]"
"""What a preview shows in a secret's place."""

_UNKNOWNS: Final = frozenset(
    (
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",  # of any kind; the only one met so far
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",  # a switch
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",  # a number
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",  # a list
        "030794c1-ac77-496b-92df-f27374a8bd58",  # an asset
        "e48ece36-62e2-4504-bad9-02848725956a",  # an archive
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",  # an object
    )
)

_GOING: Final = frozenset(
    ("delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace", "refresh", "diff")
)
"""Steps that leave nothing behind, or that tell nothing of what is wanted."""


def plan_from_preview(document: Mapping[str, Any]) -> Graph:
    """Give the graph that a preview arrives at.

    Raises:
        PlanError: where the preview failed, or was taken without ``--show-sames`` and so leaves resources out.
    """
    for diagnostic in document.get("diagnostics") or ():
        if isinstance(diagnostic, Mapping) and diagnostic.get("severity") == "error":
            raise PlanError("the preview failed", mask(str(diagnostic.get("message", "")).strip()))
    if document.get("maybeCorrupt"):
        raise PlanError("the preview says that its state may be corrupt")
    steps = _listed(document, "steps")
    kept = sum(step.get("op") == "same" for step in steps)
    summary = document.get("changeSummary")
    if isinstance(summary, Mapping) and kept < int(summary.get("same", 0)):
        raise PlanError("the preview leaves out what stays as it is: take it with --show-sames")
    return _graph(
        (f"steps[{index}].newState", step["newState"])
        for index, step in enumerate(steps)
        if step.get("op") not in _GOING and step.get("newState")
    )


def standing_before(document: Mapping[str, Any]) -> Graph | None:
    """Give the graph of what stood when a preview was taken; None where nothing did.

    The engine marks the old state of what it replaces for deletion: it stands all the same.
    """
    standing: dict[Any, tuple[str, Mapping[str, Any]]] = {}
    for index, step in enumerate(_listed(document, "steps")):
        if (state := step.get("oldState")) and not _left_over(step):
            standing.setdefault(_held(state, "urn"), (f"steps[{index}].oldState", state))
    return _graph(iter(standing.values())) if standing else None


def replaced_by(document: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give what a preview says will be made anew: URN → the inputs that cause it, as far as it tells them.

    What an interrupted update left behind is counted too: its deletion is the end of a replacement.
    """
    found: dict[str, list[str]] = {}
    for step in _listed(document, "steps"):
        if "replace" in str(step.get("op")) or _left_over(step):
            causes = found.setdefault(str(step.get("urn")), [])
            causes += [one for one in map(str, step.get("replaceReasons") or ()) if one not in causes]
    return found


def _left_over(step: Mapping[str, Any]) -> bool:
    """Tell whether a step deletes the old one of two, which an update that was interrupted left behind."""
    return step.get("op") == "delete" and bool(_held(step.get("oldState"), "delete"))


def plan_from_export(document: Mapping[str, Any]) -> Graph:
    """Give the graph of a stack as it stands.

    Raises:
        PlanError: where the document holds no resources, or operations that were interrupted.
    """
    deployment = document.get("deployment")
    if not isinstance(deployment, Mapping):
        raise PlanError("the document is no stack export: it has no deployment")
    if deployment.get("pending_operations"):
        raise PlanError("the stack has operations that were interrupted: its resources are not certain")
    return _graph(
        (f"deployment.resources[{index}]", state)
        for index, state in enumerate(_listed(deployment, "resources"))
        if not state.get("delete")
    )


def _listed(document: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    items = document.get(key)
    if not isinstance(items, list) or not items:
        raise PlanError(f"the document holds no {key}")
    strange = next((index for index, item in enumerate(items) if not isinstance(item, Mapping)), None)
    if strange is not None:
        raise PlanError(f"{key}[{strange}] is no object")
    return items


def _graph(states: Iterator[tuple[str, Mapping[str, Any]]]) -> Graph:
    """Build a graph from states, each with its place in the document."""
    records = []
    for where, state in states:
        try:
            records.append(_record(state))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise PlanError(f"{where} is no state of a resource: {type(error).__name__}: {error}") from error
    if not records:
        raise PlanError("the document holds no resources")
    project, stack = _identity(records[0]["urn"])
    try:
        return build(project, stack, records)
    except (AttributeError, TypeError, ValidationError) as error:
        raise PlanError(f"the states are not of the engine's form: {mask(str(error))}") from error


def _held(state: Any, key: str) -> Any:
    return state.get(key) if isinstance(state, Mapping) else None


def _record(state: Mapping[str, Any]) -> dict[str, Any]:
    """Give a state of the engine as the recorder would have written it."""
    urn, custom = state["urn"], state.get("custom", False)
    inputs = state.get("inputs") or {}
    if urn.count("::") < 3 or not urn.startswith("urn:pulumi:"):
        raise ValueError("its urn is none")
    return {
        "urn": urn,
        "type": state["type"],
        "name": urn.split("::", 3)[3],
        "custom": custom,
        "external": state.get("external", False),
        "id": _value(state["id"]) if state.get("id") else ({"unknown": True} if custom else None),
        "parent": state.get("parent") or None,
        "provider": _provider(state.get("provider", "")),
        "dependencies": state.get("dependencies") or [],
        "property_dependencies": {key: urns or [] for key, urns in (state.get("propertyDependencies") or {}).items()},
        "properties": {key: _value(value) for key, value in inputs.items() if not key.startswith("__")},
        "protect": state.get("protect", False),
        "aliases": state.get("aliases") or [],
    }


def _identity(urn: str) -> tuple[str, str]:
    """Give project and stack of a URN."""
    stack, project, _ = urn.removeprefix("urn:pulumi:").split("::", 2)
    return project, stack


def _provider(reference: str) -> str | None:
    """Give the URN of a provider that the program named itself; the engine's own are called ``default``."""
    urn = reference.rpartition("::")[0]
    return None if not urn or urn.rpartition("::")[2].startswith("default") else urn


def _value(value: Any) -> Any:
    if isinstance(value, str):
        if value in _UNKNOWNS:
            return {"unknown": True}
        return {"secret": True} if value == _WITHHELD else value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= 2**53 else value
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return _signed(value) if _SIGNATURE in value else {key: _value(item) for key, item in value.items()}
    return value


def _signed(value: Mapping[str, Any]) -> Any:
    kind = value[_SIGNATURE]
    if kind == _SECRET:
        return {"secret": True}
    if kind == _RESOURCE:
        told = {key: _value(value[key]) for key in ("id", "urn") if key in value}
        return told | {"id": {"unknown": True}} if told.get("id") == "" else told
    if kind in (_ASSET, _ARCHIVE):
        shown = {key: _value(value[key]) for key in ("assets", "text", "uri") if value.get(key)}
        if path := value.get("path"):
            shown["path"] = posixpath.basename(path) if posixpath.isabs(path) else posixpath.normpath(path)
        if kind == _ASSET and value.get("hash"):
            shown["sha256"] = value["hash"]
        return {"asset" if kind == _ASSET else "archive": shown}
    raise PlanError(f"the engine wrote a value of an unknown kind: {kind}")
