"""What a migration does to an assessment: each ordinal before and after, each level, each acceptance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from prosess.contracts.canonical import canonical_bytes
from prosess.domain.base import Model
from prosess.domain.text.refusals import refusal
from ros.criteria import Profile
from ros.migration.table import Migration
from ros.model import AcceptedRisk, AnalysisFiles, InheritedRiskFile, RiskFile
from ros.state import material_digest

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class FacetChange:
    """One ordinal."""

    path: Keys
    """Keys in the file, such as ``inherent.consequence.integrity``."""
    facet: str
    before: int
    after: int
    open_top: bool
    """It was the highest and no longer is: the new highest may be the right one, and people have to look."""


@dataclass(frozen=True)
class RiskMoved:
    """One risk. Levels are those without any control, held up by what people raised."""

    id: str
    changes: tuple[FacetChange, ...]
    level_before: str
    level_after: str
    target_before: str
    target_after: str


@dataclass(frozen=True)
class Standing:
    """One acceptance: whether it stands under the new criteria, and why not."""

    risk: str
    data_controller: str
    state: str
    """As it was; only an active one can be kept or invalidated."""
    kept: bool
    because: str | None
    """Code of the engine's reason, such as ``criteria_changed``."""


@dataclass(frozen=True)
class Moved:
    """The whole migration."""

    analysis: str
    """Its id."""
    old: Profile
    new: Profile
    head: tuple[FacetChange, ...]
    """Ordinals of ``ros.yaml``: what assets are worth."""
    risks: tuple[RiskMoved, ...]
    spoken: tuple[tuple[str, tuple[FacetChange, ...]], ...]
    """What the folder's files say beside risks that are inherited: risk → ordinals that hold it up."""
    acceptances: tuple[Standing, ...]
    notes: tuple[str, ...]
    """Keys under ``migration.`` of what else the reader must know."""


def move(
    files: AnalysisFiles,
    new: Profile,
    migration: Migration,
    acceptances: Iterable[AcceptedRisk] = (),
    spoken: Iterable[InheritedRiskFile] = (),
) -> Moved:
    """Work a migration out; nothing is written.

    Raises:
        DomainError: where the assessment was made against other criteria than the table's, the table does not fit,
            or an ordinal is off the old scale: nothing is ever clamped.
    """
    old, analysis = files.profile, files.analysis
    if migration.from_ != analysis.criteria:
        raise refusal("MIGRATION_OTHER_START", facts={"named": analysis.criteria, "given": migration.from_})
    if analysis.criteria_digest != old.digest:
        raise refusal("CRITERIA_NOT_PINNED", facts={"pinned": analysis.criteria_digest, "found": old.digest})
    migration.check(old, new)
    own = [risk for risk in files.risks if risk.id not in files.origins]
    moved = {risk.id: _risk(risk, old, new, migration) for risk in own}
    return Moved(
        analysis=analysis.id,
        old=old,
        new=new,
        head=tuple(_changes(_dumped(analysis), old, new, migration)),
        risks=tuple(moved[id_] for id_ in sorted(moved)),
        spoken=tuple((one.id, tuple(_changes(_dumped(one), old, new, migration))) for one in spoken),
        acceptances=tuple(_standing(files, new, moved, acceptances)),
        notes=tuple(_notes(files, old, new)),
    )


def moved_file(risk: RiskFile, changes: Iterable[FacetChange]) -> RiskFile:
    """Give a risk with its ordinals changed."""
    data = _dumped(risk)
    for change in changes:
        inner: Any = data
        for key in change.path[:-1]:
            inner = inner[key]
        inner[change.path[-1]] = change.after
    return RiskFile.model_validate_json(canonical_bytes(data), by_alias=True)


def _dumped(model: Model) -> dict[str, Any]:
    dumped: dict[str, Any] = model.model_dump(mode="json", by_alias=True)
    return dumped


def _ordinals(value: Any, path: Keys = ()) -> Iterator[tuple[Keys, str, int]]:
    """Give every ordinal of a file with its path and facet: under ``likelihood``, ``consequence`` and ``value``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("controls", "effects_approved"):
                continue  # steps, not ordinals
            if key == "likelihood" and isinstance(inner, int):
                yield (*path, key), "likelihood", inner
            elif key in ("consequence", "value") and isinstance(inner, dict):
                yield from (((*path, key, name), name, step) for name, step in inner.items() if isinstance(step, int))
            else:
                yield from _ordinals(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _ordinals(inner, (*path, place))


def _changes(data: Any, old: Profile, new: Profile, migration: Migration) -> Iterator[FacetChange]:
    for path, facet, before in _ordinals(data):
        top = len(old.likelihood if facet == "likelihood" else old.consequence_labels)
        highest = len(new.likelihood if facet == "likelihood" else new.consequence_labels)
        if not 1 <= before <= top:
            raise refusal("MIGRATION_OFF_SCALE", facts={"facet": facet, "top": top}, at=path)
        after = migration.step(facet, before)
        yield FacetChange(path, facet, before, after, open_top=before == top and after < highest)


def _risk(risk: RiskFile, old: Profile, new: Profile, migration: Migration) -> RiskMoved:
    changes = tuple(_changes(_dumped(risk), old, new, migration))
    after = moved_file(risk, changes)
    return RiskMoved(
        id=risk.id,
        changes=changes,
        level_before=_level(risk, old),
        level_after=_level(after, new),
        target_before=_target(risk, old),
        target_after=_target(after, new),
    )


def _level(risk: RiskFile, profile: Profile) -> str:
    likelihood = risk.inherent.likelihood
    consequence = {str(dimension): step for dimension, step in risk.inherent.consequence.items()}
    for one in risk.raised:
        likelihood = max(likelihood, one.likelihood or 0)
        for dimension, ordinal in one.consequence.items():
            consequence[dimension] = max(consequence.get(dimension, 0), ordinal)
    return profile.level(likelihood, consequence)[0]


def _target(risk: RiskFile, profile: Profile) -> str:
    likelihood = risk.target.likelihood or risk.inherent.likelihood
    return profile.level(likelihood, risk.inherent.consequence | risk.target.consequence)[0]


def _standing(
    files: AnalysisFiles, new: Profile, moved: Mapping[str, RiskMoved], acceptances: Iterable[AcceptedRisk]
) -> Iterator[Standing]:
    """Tell which acceptances stand. One that binds neither criteria nor risk state stands while its level exists."""
    controls = {control.id: control for control in files.controls}
    for one in sorted(acceptances, key=lambda one: (one.risk, one.data_controller, one.until)):
        risk = files.risk(one.risk)
        because = None
        if one.state == "active" and risk is not None and one.risk in moved:
            level = new.level_of(one.level)
            material = material_digest(moved_file(risk, moved[one.risk].changes), controls)
            if level is None or not level.accepted_by:
                because = "level_raised"
            elif one.criteria not in (None, new.digest):
                because = "criteria_changed"
            elif one.material not in (None, material):
                because = "material_changed"
        yield Standing(one.risk, one.data_controller, one.state, one.state == "active" and not because, because)


def _notes(files: AnalysisFiles, old: Profile, new: Profile) -> Iterator[str]:
    if old.limit != new.limit:
        yield "limit"
    if {(one.dimension, one.at_least, one.level) for one in old.floors} != {
        (one.dimension, one.at_least, one.level) for one in new.floors
    }:
        yield "floors"
    if any(risk.controls for risk in files.risks):
        yield "steps"
    if files.analysis.criteria_note is not None:
        yield "criteria_note"
    if files.analysis.inherits:
        yield "inherited"
