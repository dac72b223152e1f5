"""What a changed manifest reopens.

A manifest falls into parts by the kind of change that touching them is. Whatever somebody said of a manifest is bound
to the digest of the parts that it spoke of, so a change reopens it exactly where it touches those parts, and no list
of what was reopened has to be kept.
"""

from enum import StrEnum
from typing import Any

from prosess.contracts import canonical_bytes, digest
from prosess.domain.dependency import Dependency
from prosess.domain.pathway import Pathway


class ChangeClass(StrEnum):
    """Kinds of change."""

    TEXT = "text"
    """Titles, descriptions, names, contact: what is read and not acted on."""
    THRESHOLD = "threshold"
    DATA_FLOW = "data_flow"
    """Data, flows and their legal basis, access, scenarios, what tests are run on."""
    PARTICIPANT = "participant"
    INTEGRATION = "integration"
    REGISTER = "register"
    """Rows of the dependency register, agreements and freezes; a confirmation is bound to its own row besides."""


class Statement(StrEnum):
    """What people say of a manifest."""

    SIGN_OFF = "sign_off"
    ASSESSMENT = "assessment"
    APPROVAL = "approval"


REOPENS: dict[ChangeClass, frozenset[Statement]] = {
    ChangeClass.TEXT: frozenset(),
    ChangeClass.THRESHOLD: frozenset({Statement.SIGN_OFF, Statement.APPROVAL}),
    ChangeClass.DATA_FLOW: frozenset({Statement.ASSESSMENT, Statement.APPROVAL}),
    ChangeClass.PARTICIPANT: frozenset({Statement.ASSESSMENT, Statement.APPROVAL}),
    ChangeClass.INTEGRATION: frozenset({Statement.ASSESSMENT, Statement.APPROVAL}),
    ChangeClass.REGISTER: frozenset({Statement.APPROVAL}),
}

_READ_ONLY = frozenset({"title", "description", "name"})
"""Keys whose values are read by people and acted on by nobody, wherever they stand."""

_CLASS_OF: dict[str, ChangeClass] = {
    "title": ChangeClass.TEXT,
    "description": ChangeClass.TEXT,
    "contact": ChangeClass.TEXT,
    "illustrative": ChangeClass.THRESHOLD,
    "measurements": ChangeClass.THRESHOLD,
    "alerts": ChangeClass.THRESHOLD,
    "id": ChangeClass.DATA_FLOW,
    "tenant": ChangeClass.DATA_FLOW,
    "clinical_area": ChangeClass.DATA_FLOW,
    "forms": ChangeClass.DATA_FLOW,
    "test_data": ChangeClass.DATA_FLOW,
    "data": ChangeClass.DATA_FLOW,
    "data_flows": ChangeClass.DATA_FLOW,
    "access": ChangeClass.DATA_FLOW,
    "scenarios": ChangeClass.DATA_FLOW,
    "participants": ChangeClass.PARTICIPANT,
    "task_owners": ChangeClass.PARTICIPANT,
    "integrations": ChangeClass.INTEGRATION,
    "dependencies": ChangeClass.REGISTER,
    "agreements": ChangeClass.REGISTER,
}

_WHOLE = frozenset({"dependencies", "agreements"})
"""Parts whose every word counts: parties agreed to the row as it was written."""


def _split(value: Any, *, read_only: bool) -> Any:
    """Give a value with only (or without) what is read and not acted on; its shape is kept."""
    match value:
        case dict():
            kept = {}
            for key, item in value.items():
                if key in _READ_ONLY:
                    if read_only:
                        kept[key] = item
                elif isinstance(item, dict | list) or not read_only:
                    kept[key] = _split(item, read_only=read_only)
            return kept
        case list():
            kept_items = [item for item in value if isinstance(item, dict | list)] if read_only else value
            return [_split(item, read_only=read_only) for item in kept_items]
        case _:
            return None if read_only else value


def parts(manifest: Pathway) -> dict[ChangeClass, dict[str, Any]]:
    """Give the manifest's parts by kind of change. A key that is not told apart here counts as data flow."""
    found: dict[ChangeClass, dict[str, Any]] = {kind: {} for kind in ChangeClass}
    document: dict[str, Any] = manifest.model_dump(mode="json", by_alias=True, exclude_none=True)
    for number in ("schema", "version"):  # told apart by their own rules, and never a change by themselves
        document.pop(number, None)
    release = document.pop("release", {})
    found[ChangeClass.THRESHOLD]["decision_table"] = release.pop("decision_table", None)
    found[ChangeClass.REGISTER]["release"] = release
    for key, value in document.items():
        kind = _CLASS_OF.get(key, ChangeClass.DATA_FLOW)
        if kind is ChangeClass.TEXT or key in _WHOLE:
            found[kind][key] = value
        else:
            found[kind][key] = _split(value, read_only=False)
            found[ChangeClass.TEXT][key] = _split(value, read_only=True)
    return found


def classes(before: Pathway, after: Pathway) -> frozenset[ChangeClass]:
    """Tell which kinds of change lie between two versions."""
    old, new = parts(before), parts(after)
    return frozenset(kind for kind in ChangeClass if old[kind] != new[kind])


def reopened(changes: frozenset[ChangeClass]) -> frozenset[Statement]:
    """Tell what changes of these kinds reopen."""
    return frozenset(statement for kind in changes for statement in REOPENS[kind])


def binding(manifest: Pathway, statement: Statement) -> str:
    """Give the digest that a statement about a manifest is bound to: it changes where the statement is reopened."""
    found = parts(manifest)
    spoken_of = {kind.value: found[kind] for kind in ChangeClass if statement in REOPENS[kind]}
    return digest(canonical_bytes(spoken_of))


def row_binding(row: Dependency) -> str:
    """Give the digest that a confirmation is bound to: that of the row, less the project's own statements of it.

    What the project states (that a plan is agreed, which light it is) and whether it was delivered is not what the
    other party confirms.
    """
    document = row.model_dump(mode="json", by_alias=True, exclude_none=True)
    for stated in ("stated_mutual_plan", "stated_status", "delivered"):
        document.pop(stated, None)
    return digest(canonical_bytes(document))
