"""What holds in one assessment because it holds in another.

A pathway's assessment inherits the region's: each inherited risk is here as it was judged there, with its origin. It
may be held up and treated further here; nothing here can lower it. Whoever answers for the data here accepts it here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from prosess.documents import Document, DocumentError, Problem
from prosess.domain.errors import DomainError
from ros.engine import AnalysisError
from ros.model import Analysis, AnalysisFiles, Control, InheritedRiskFile, RiskFile
from ros.model.risk import Target


@dataclass(frozen=True)
class Place:
    """Where an id is declared; line and column are looked for when they are asked for."""

    document: Document[Any]

    @property
    def file(self) -> str:
        """Name of the file."""
        return self.document.name

    @property
    def position(self) -> tuple[int, int]:
        """Line and column."""
        return self.document.position(("id",))


@dataclass(frozen=True)
class Sourced:
    """The files of an analysis, and where each of its risks and controls is declared."""

    files: AnalysisFiles
    places: Mapping[str, Place]


def inherit(
    head: Document[Analysis],
    own: AnalysisFiles,
    *,
    places: Mapping[str, Place],
    parents: Sequence[Sourced],
    spoken: Sequence[Document[InheritedRiskFile]],
) -> Sourced:
    """Add to an analysis what it takes over from its parents; ``spoken`` are the files that say more of it.

    Raises:
        DocumentError: where a parent is another than was named, has other criteria, or shares an id with something
            else; where a file speaks of a risk that is not inherited, or of another origin.
    """
    problems = [problem for place, one in enumerate(parents) for problem in _unfit(head, own, place, one.files)]
    known = dict(places)
    risks, origins = {risk.id: risk for risk in own.risks}, dict(own.origins)
    controls = {control.id: control for control in own.controls}
    for place, parent in enumerate(parents):
        at = ("inherits", place)
        for risk in parent.files.risks:
            origin = parent.files.origins.get(risk.id, parent.files.analysis.id)
            if risk.id not in risks:
                risks[risk.id], origins[risk.id] = risk, origin
                known[risk.id] = parent.places[risk.id]
            elif risks[risk.id] != risk or origins.get(risk.id) != origin:
                problems += _both(head, at, "risk", risk.id, known[risk.id], parent.places[risk.id])
        for control in _own_controls(parent.files):
            if controls.setdefault(control.id, control) != control:
                problems += _both(head, at, "control", control.id, known[control.id], parent.places[control.id])
            known.setdefault(control.id, parent.places[control.id])
    problems += [one.problem(error) for one in spoken for error in _astray(one.value, origins)]
    if problems:
        raise DocumentError(problems)
    said = {one.value.id: one.value for one in spoken}
    return Sourced(
        replace(
            own,
            controls=tuple(controls[id_] for id_ in sorted(controls)),
            risks=tuple(
                held(risks[id_], said.get(id_), own.analysis) if id_ in origins else risks[id_] for id_ in sorted(risks)
            ),
            origins=dict(sorted(origins.items())),
            own_controls=own.own_controls.union(*(one.files.own_controls for one in parents)),
            declared={"ros.yaml": head, **{id_: one.document for id_, one in known.items()}},
            parents=_once(ancestor for one in parents for ancestor in (one.files.analysis, *one.files.parents)),
        ),
        known,
    )


def held(inherited: RiskFile, said: InheritedRiskFile | None, analysis: Analysis) -> RiskFile:
    """Give an inherited risk as it is here: never with less than it had."""
    return inherited.model_copy(
        update={
            "raised": (*inherited.raised, *(said.raised if said else ())),
            "treatment": (*inherited.treatment, *(said.treatment if said else ())),
            "target": _no_lower(inherited, said.target) if said and said.target else inherited.target,
            "owner": (said.owner if said else None) or inherited.owner,
            "data_controllers": (said.data_controllers if said else ())
            or analysis.data_controllers
            or inherited.data_controllers,
        }
    )


def _no_lower(inherited: RiskFile, target: Target) -> Target:
    """Give the inherited target, higher wherever the other is."""
    meant = inherited.inherent.consequence | inherited.target.consequence
    likelihood = inherited.target.likelihood or inherited.inherent.likelihood
    return Target(
        likelihood=max(likelihood, target.likelihood) if target.likelihood else inherited.target.likelihood,
        consequence=inherited.target.consequence
        | {facet: max(ordinal, meant.get(facet, ordinal)) for facet, ordinal in target.consequence.items()},
        by=target.by or inherited.target.by,
    )


def declared_twice(kind: Literal["risk", "control"], id_: str, there: Place) -> AnalysisError:
    """Refuse an id that another file declares, too."""
    file, line = there.file, there.position[0]
    message, hint = f"{id_} is declared in {file}, line {line}, too", "give each its own id, or remove one of the files"
    if kind == "risk":
        return AnalysisError(
            "ROS_RISK_TWICE", message, facts={"id": id_, "file": file, "line": line}, hint=hint, at=("id",)
        )
    return AnalysisError(
        "ROS_CONTROL_TWICE", message, facts={"id": id_, "file": file, "line": line}, hint=hint, at=("id",)
    )


def _own_controls(files: AnalysisFiles) -> Iterable[Control]:
    return (control for control in files.controls if control.id in files.own_controls)


def _once(analyses: Iterable[Analysis]) -> tuple[Analysis, ...]:
    return tuple({analysis.id: analysis for analysis in analyses}.values())


def _unfit(head: Document[Analysis], own: AnalysisFiles, place: int, parent: AnalysisFiles) -> Iterable[Problem]:
    """Tell why an analysis cannot be inherited from as it is named."""
    named, at = own.analysis.inherits[place], ("inherits", place)
    if parent.analysis.id != named.analysis:
        error: DomainError = AnalysisError(
            "ROS_INHERITS_OTHER",
            f"the folder holds the analysis {parent.analysis.id}",
            facts={"expected": named.analysis, "found": parent.analysis.id},
            hint="correct the folder or the id",
            at=(*at, "analysis"),
        )
        yield head.problem(error)
    mine, theirs = own.profile, parent.profile
    if (mine.reference, mine.digest) != (theirs.reference, theirs.digest):
        error = AnalysisError(
            "ROS_INHERITS_CRITERIA",
            f"{parent.analysis.id} was made with {theirs.reference}, and this one with {mine.reference}",
            facts={"analysis": parent.analysis.id, "theirs": theirs.reference, "mine": mine.reference},
            hint="use one profile in both, or migrate one of them with `prosess ros migrate`",
            at=("criteria",),
        )
        yield head.problem(error)
    for number, party in enumerate(own.analysis.parties):
        other = parent.party(party.id)
        if other is not None and (other.role, other.organisation) != (party.role, party.organisation):
            error = AnalysisError(
                "ROS_PARTY_OF_PARENT",
                f"{party.id} is another party in {parent.analysis.id}",
                facts={"party": party.id, "analysis": parent.analysis.id},
                hint="give the party an id of its own",
                at=("parties", number, "id"),
            )
            yield head.problem(error)


def _both(
    head: Document[Analysis],
    at: tuple[str | int, ...],
    kind: Literal["risk", "control"],
    id_: str,
    one: Place,
    other: Place,
) -> Iterable[Problem]:
    """Tell of an id that two files declare, in each of them."""
    for here, there in ((one, other), (other, one)):
        found = head.problem(declared_twice(kind, id_, there), at)
        yield replace(found, file=here.file, line=here.position[0], column=here.position[1], path="id")


def _astray(said: InheritedRiskFile, origins: Mapping[str, str]) -> Iterable[DomainError]:
    """Tell what a file about an inherited risk misunderstands."""
    origin = origins.get(said.id)
    if origin is None:
        yield AnalysisError(
            "ROS_NOT_INHERITED",
            f"no analysis that this one inherits from has {said.id}",
            facts={"risk": said.id},
            hint="correct the id, or write the risk as one of this analysis' own, with schema: risk/1",
            at=("id",),
        )
    elif origin != said.origin:
        yield AnalysisError(
            "ROS_OTHER_ORIGIN",
            f"{said.id} comes from {origin}",
            facts={"risk": said.id, "origin": origin},
            hint=f"write origin: {origin}",
            at=("origin",),
        )
