"""Writing a migration into the files, so that nothing but its values changes."""

from pathlib import Path

from prosess.documents import load, read, read_text
from prosess.documents.editing import replace_values
from prosess.documents.problem import KeyPath
from ros.migration.moving import FacetChange, Moved
from ros.model import Analysis, InheritedRiskFile, RiskFile

_SPOKEN = "inherited-risk/1"


def folders(folder: Path) -> tuple[Path, ...]:
    """Give an assessment's folder and those that it inherits from, each once. They hold no ring: loading refuses it."""
    found = {folder.resolve(): folder}
    for inherited in read(Analysis, folder / "ros.yaml").inherits:
        for one in folders(folder / inherited.folder):
            found.setdefault(one.resolve(), one)
    return tuple(found.values())


def spoken_of(folder: Path) -> tuple[InheritedRiskFile, ...]:
    """Give what a folder's files say beside risks that it inherits, by risk."""
    named = [path for path in (folder / "risks").glob("*.yaml") if load(path).data.get("schema") == _SPOKEN]
    return tuple(sorted((read(InheritedRiskFile, path) for path in named), key=lambda one: one.id))


def edited(folder: Path, moved: Moved) -> dict[Path, bytes]:
    """Give the new bytes of every file that a migration changes, each read again as what it is. Nothing is written.

    The folder is one that ``load_analysis`` has read.

    Raises:
        DocumentError: where a file cannot be read.
        DomainError: ``EDIT_NOT_POSSIBLE``, where a value cannot be replaced by itself.
    """
    by_risk = {risk.id: risk.changes for risk in moved.risks}
    spoken = dict(moved.spoken)
    found: dict[Path, bytes] = {}
    for path in sorted((folder / "risks").glob("*.yaml")):
        data = load(path).data
        kind = InheritedRiskFile if data.get("schema") == _SPOKEN else RiskFile
        changes = _values((spoken if kind is InheritedRiskFile else by_risk).get(data["id"], ()))
        if changes:
            found[path] = replace_values(path.read_bytes(), path.name, changes)
            read_text(kind, found[path].decode("utf-8-sig"), path.name)
    head = folder / "ros.yaml"
    pinned: dict[KeyPath, str | int] = {
        ("criteria",): moved.new.reference,
        ("criteria_digest",): moved.new.digest,
        **_values(moved.head),
    }
    found[head] = replace_values(head.read_bytes(), head.name, pinned)
    read_text(Analysis, found[head].decode("utf-8-sig"), head.name)
    return found


def _values(changes: tuple[FacetChange, ...]) -> dict[KeyPath, str | int]:
    return {change.path: change.after for change in changes if change.after != change.before}
