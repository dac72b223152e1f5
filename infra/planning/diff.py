"""What turns one plan into another: resources made, changed, renamed, made anew, deleted, and the data that goes.

Resources are matched as the engine does: by URN, else by an alias that the user gave the resource or one of its
ancestors. Stack and project are left out, so that two environments can be compared too. What a secret or an unknown
holds is never compared; that an unknown comes from another resource than before is a difference.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Final

from infra.planning import replacement
from infra.planning.graph import STACK_TYPE
from prosess.contracts import (
    Action,
    Change,
    Changes,
    Compared,
    Graph,
    Node,
    PropertyChange,
    ReplaceCause,
    is_secret,
    is_unknown,
)
from prosess.contracts.changes import Verdict

DELETES_DATA: Final = "PP-CHG-001"
REPLACES_DATA: Final = "PP-CHG-002"

_ABSENT: Final = object()


@dataclass
class _Pair:
    """A resource that is in both plans, and what becomes of it."""

    before: Node
    after: Node
    holds: str | None
    properties: tuple[PropertyChange, ...] = ()
    causes: list[ReplaceCause] = field(default_factory=list)


def compare(before: Graph, after: Graph, *, replaced: Mapping[str, Sequence[str]] | None = None) -> Changes:
    """Give every change from one plan to another.

    Args:
        before: the plan that stands.
        after: the plan that is asked for.
        replaced: URN → inputs of what the real engine says it will make anew, whatever the table says.
    """
    earlier = _match(before, after)
    pairs = [_pair(earlier[urn], node, earlier) for urn, node in _own(after).items() if urn in earlier]
    forced = {urn: told or ("id",) for urn, told in (replaced or {}).items()}
    for pair in pairs:
        known = {one.property for one in pair.causes}
        told = [one for one in forced.get(pair.after.urn, ()) if one not in known]
        pair.causes += [ReplaceCause(property=one, source="engine-preview") for one in told]
    _follow(pairs)
    matched = {node.urn for node in earlier.values()}
    made = [node for urn, node in _own(after).items() if urn not in earlier]
    gone = [node for urn, node in _own(before).items() if urn not in matched]
    changes = [change for pair in pairs if (change := _of_pair(pair))]
    # What the engine makes anew stood before, whether its old state was told or not.
    changes += [
        _change(Action.REPLACE if node.urn in forced else Action.CREATE, node, replacement.data_in(node))
        for node in made
    ]
    changes += _deletions(gone, made)
    return Changes(
        before=Compared(project=before.project, stack=before.stack, digest=before.digest),
        after=Compared(project=after.project, stack=after.stack, digest=after.digest),
        changes=tuple(sorted(changes, key=lambda one: one.urn)),
    )


def _own(graph: Graph) -> dict[str, Node]:
    """Give what the plan itself makes: no components, and nothing that it only refers to."""
    return {
        node.urn: node
        for node in graph.nodes
        if node.custom and not node.external and not node.type.startswith("pulumi:pulumi:")
    }


# --- the same resource -----------------------------------------------------------------------------------------------


def _tail(urn: str) -> str:
    """Give a URN without stack and project: types from the outermost in, and name."""
    return urn.split("::", 2)[2]


def _match(before: Graph, after: Graph) -> dict[str, Node]:
    """Give, for the URN of each resource of ``after``, what it was in ``before``."""
    were = {_tail(urn): node for urn, node in _own(before).items()}
    now = _own(after)
    matched = {urn: were[_tail(urn)] for urn in now if _tail(urn) in were}
    taken = {node.urn for node in matched.values()}
    names: dict[str, tuple[str, ...]] = {}
    for urn in now:
        if urn not in matched:
            for tail in _names(urn, after, names)[1:]:
                node = were.get(tail)
                if node is not None and node.urn not in taken:
                    matched[urn] = node
                    taken.add(node.urn)
                    break
    return matched


def _names(urn: str, graph: Graph, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give every tail that a resource may have had, its own first.

    A child inherits its parent's aliases: each may stand in the child's URN, and in the child's name where that begins
    with the parent's.
    """
    if urn not in known:
        node = graph.by_urn[urn]
        own = _tail(urn)
        told = [own, *(_tail(alias) for alias in node.aliases if alias.count("::") >= 3)]
        if node.parent and node.parent in graph.by_urn and graph.by_urn[node.parent].type != STACK_TYPE:
            told += _inherited(told, _names(node.parent, graph, known))
        known[urn] = tuple(dict.fromkeys(told))
    return known[urn]


def _inherited(told: Iterable[str], parents: Sequence[str]) -> Iterator[str]:
    chain, _, parent = parents[0].rpartition("::")
    below = [tail.removeprefix(f"{chain}$").rpartition("::") for tail in told if tail.startswith(f"{chain}$")]
    for older in parents[1:]:
        older_chain, _, older_parent = older.rpartition("::")
        prefix = "" if older_chain == STACK_TYPE else f"{older_chain}$"
        for type_, _, name in below:
            yield f"{prefix}{type_}::{name}"
            if name.startswith(parent):
                yield f"{prefix}{type_}::{older_parent}{name.removeprefix(parent)}"


# --- what differs ----------------------------------------------------------------------------------------------------


def _pair(before: Node, after: Node, earlier: Mapping[str, Node]) -> _Pair:
    holds = replacement.data_in(before) or replacement.data_in(after)
    changed = list(_of_values("", before.properties, after.properties, earlier))
    causes = {
        found.property: ReplaceCause(property=found.property, source=found.source)
        for one in changed
        if (found := replacement.cause(after.type, one.path, holds_data=holds is not None))
    }
    if before.protect != after.protect:
        changed.append(PropertyChange(path="protect", before=before.protect, after=after.protect))
    if replacement.plain(before.type) != replacement.plain(after.type):
        changed.append(PropertyChange(path="type", before=before.type, after=after.type))
        causes["type"] = ReplaceCause(property="type", source="arm-id")
    ids = before.id, after.id
    if not causes and all(isinstance(one, str) for one in ids) and str(ids[0]).casefold() != str(ids[1]).casefold():
        changed.append(PropertyChange(path="id", before=before.id, after=after.id))  # another subscription
        causes["id"] = ReplaceCause(property="id", source="arm-id")
    return _Pair(before, after, holds, tuple(changed), [causes[key] for key in sorted(causes)])


def _of_values(path: str, left: Any, right: Any, earlier: Mapping[str, Node]) -> Iterator[PropertyChange]:
    left, right = (_ABSENT if value is None else value for value in (left, right))  # a null is what the engine drops
    if left is right:
        return
    if is_unknown(left) or is_unknown(right):
        if left is _ABSENT or right is _ABSENT or not _same_origin(left, right, earlier):
            yield _changed(path, left, right)
    elif is_secret(left) or is_secret(right):
        if left != right:
            yield _changed(path, *({"secret": True} if one is not _ABSENT else one for one in (left, right)))
    elif _descends(left, right, dict):
        keyed = [side if isinstance(side, dict) else {} for side in (left, right)]
        for key in sorted(keyed[0].keys() | keyed[1].keys()):
            below = f"{path}.{key}" if path else key
            yield from _of_values(below, keyed[0].get(key), keyed[1].get(key), earlier)
    elif _descends(left, right, list):
        listed = [side if isinstance(side, list) else [] for side in (left, right)]
        for index, (ours, theirs) in enumerate(zip_longest(*listed)):
            yield from _of_values(f"{path}[{index}]", ours, theirs, earlier)
    elif not _equal(path, left, right):
        yield _changed(path, left, right)


def _descends(left: Any, right: Any, kind: type) -> bool:
    """Tell whether two values are held against one another part by part; what is missing has no parts."""
    both = [side for side in (left, right) if side is not _ABSENT]
    return all(isinstance(side, kind) for side in both) and any(both)


def _changed(path: str, left: Any, right: Any) -> PropertyChange:
    before, after = (None if side is _ABSENT else _withheld(side) for side in (left, right))
    return PropertyChange(path=path, before=before, after=after)


def _withheld(value: Any) -> Any:
    return {"unknown": True} if is_unknown(value) else value


def _same_origin(left: Any, right: Any, earlier: Mapping[str, Node]) -> bool:
    """Tell whether two unknowns may be one value: they are, unless both tell that they come from other resources."""
    if not (is_unknown(left) and is_unknown(right)):
        return True
    ours = {_tail(one["urn"]) for one in left.get("from", ())}
    theirs = {_tail(earlier[one["urn"]].urn if one["urn"] in earlier else one["urn"]) for one in right.get("from", ())}
    return not ours or not theirs or ours == theirs


def _equal(path: str, left: Any, right: Any) -> bool:
    if path == "location" and isinstance(left, str) and isinstance(right, str):  # Azure reads `Norway East` as well
        return left.replace(" ", "").casefold() == right.replace(" ", "").casefold()
    return type(left) is type(right) and bool(left == right)  # True is not 1


# --- what becomes of it ----------------------------------------------------------------------------------------------


def _follow(pairs: Iterable[_Pair]) -> None:
    """Let what depends on a replaced resource by an input that replaces be replaced with it."""
    by_urn = {pair.after.urn: pair for pair in pairs}
    dependents: dict[str, list[tuple[_Pair, str]]] = {}
    for pair in by_urn.values():
        keys = {one.partition(".")[0] for one in replacement.replacing(pair.after.type)}
        for key in sorted(keys & pair.after.property_dependencies.keys()):
            for urn in pair.after.property_dependencies[key]:
                dependents.setdefault(urn, []).append((pair, key))
    waiting = sorted(urn for urn, pair in by_urn.items() if pair.causes)
    while waiting:
        urn = waiting.pop()
        for pair, key in dependents.get(urn, ()):
            if not pair.causes:
                waiting.append(pair.after.urn)
            if all(one.property != key for one in pair.causes):
                pair.causes.append(ReplaceCause(property=key, source="engine", follows=urn))


def _of_pair(pair: _Pair) -> Change | None:
    renamed = _tail(pair.before.urn) != _tail(pair.after.urn)
    if pair.causes:
        action = Action.REPLACE
    elif pair.properties:
        action = Action.UPDATE
    elif renamed:
        action = Action.RENAME
    else:
        return None
    change = _change(action, pair.after, pair.holds)
    return change.model_copy(
        update={
            "old_urn": pair.before.urn if renamed else None,
            "properties": pair.properties,
            "causes": tuple(sorted(pair.causes, key=lambda one: one.property)),
        }
    )


def _deletions(gone: Iterable[Node], made: Iterable[Node]) -> Iterator[Change]:
    twins = {(replacement.plain(node.type), node.id.casefold()): node.urn for node in made if isinstance(node.id, str)}
    for node in gone:
        change = _change(Action.DELETE, node, replacement.data_in(node))
        twin = twins.get((replacement.plain(node.type), node.id.casefold())) if isinstance(node.id, str) else None
        yield change.model_copy(update={"twin": twin})


def _change(action: Action, node: Node, holds: str | None) -> Change:
    taken = {Action.DELETE: DELETES_DATA, Action.REPLACE: REPLACES_DATA}.get(action) if holds else None
    return Change(
        action=action,
        urn=node.urn,
        type=node.type,
        name=node.name,
        holds_data=holds,
        data_class=node.labels.data_class,
        data_controller=node.labels.data_controller,
        declared_at=node.source.declared_at,
        rule=taken,
        verdict=Verdict.BLOCKED if taken else Verdict.CLEAR,
    )
