"""Reads the folder of a risk assessment, and the folders that it inherits from.

``ros.yaml`` · ``risks/*.yaml``, one risk each · ``controls/*.yaml``, the folder's own beside the catalogue's ·
``criteria/<profile>@<version>.yaml``, where the product's profiles are not the organisation's.

Mistakes are collected over all the files of a folder, and told at once, each with its file, line and column.
"""

from collections.abc import Iterable, Sequence
from os.path import normpath
from pathlib import Path
from typing import Literal, TypeVar

from prosess.documents import Document, DocumentError, Problem, load, read_document
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from ros.catalogue import catalogue_controls
from ros.consistency import faults
from ros.criteria import CriteriaError, Profile, profile_names, read_profile
from ros.engine import AnalysisError
from ros.inheritance import Place, Sourced, declared_twice, inherit
from ros.model import Analysis, AnalysisFiles, Control, InheritedRiskFile, RiskFile

M = TypeVar("M", bound=Model)


def load_analysis(folder: Path) -> AnalysisFiles:
    """Read every file of an analysis, and of those that it inherits from.

    Raises:
        AnalysisError: where the folder has no ``ros.yaml``.
        DocumentError: where a file is not of its model, the profile is not known, or the files contradict one
            another or the catalogue, with file, line and column.
    """
    return _load(folder, ()).files


def _load(folder: Path, below: Sequence[tuple[Path, str]]) -> Sourced:
    """Read one folder; ``below`` are the folders that inherit from it, outermost first, with their analyses' ids."""
    head = folder / "ros.yaml"
    if not head.is_file():
        raise AnalysisError(
            "ROS_NO_ANALYSIS",
            "the folder holds no `ros.yaml`",
            hint="name the folder that holds it, or begin one with `prosess ros init`",
        )
    document = read_document(Analysis, head)
    analysis = document.value
    try:
        profile = read_profile(analysis.criteria, folder / "criteria")
    except CriteriaError as error:
        raise DocumentError([document.problem(error)]) from error
    parents = _parents(folder, document, (*below, (folder.resolve(), analysis.id)))
    controls, risks, spoken, problems = _read_folder(folder)
    problems += [one.problem(error) for one in risks for error in faults(analysis, one.value)]
    problems += [one.problem(error) for one in spoken for error in faults(analysis, one.value)]
    problems += [*_of_the_catalogue(controls), *_of_criteria(document, profile)]
    if problems:
        raise DocumentError(problems)
    return inherit(
        document,
        AnalysisFiles(
            analysis=analysis,
            profile=profile,
            controls=tuple(
                sorted((*catalogue_controls(), *(one.value for one in controls)), key=lambda control: control.id)
            ),
            risks=tuple(sorted((one.value for one in risks), key=lambda risk: risk.id)),
            own_controls=frozenset(one.value.id for one in controls),
            known_criteria=tuple(sorted({*profile_names(), *_own_criteria(folder)})),
        ),
        places={
            **{one.value.id: Place(one) for one in risks},
            **{one.value.id: Place(one) for one in controls},
        },
        parents=parents,
        spoken=spoken,
    )


def _parents(folder: Path, document: Document[Analysis], below: Sequence[tuple[Path, str]]) -> list[Sourced]:
    """Read the folders that an analysis inherits from.

    Raises:
        DocumentError: where one of them inherits from it in turn, is no analysis, or is another than was named.
    """
    parents = []
    for place, inherited in enumerate(document.value.inherits):
        where = Path(normpath(folder / inherited.folder))  # as it is written: messages name it
        at = ("inherits", place, "folder")
        if where.resolve() in [path for path, _ in below]:
            chain = [*(id_ for _, id_ in below), inherited.analysis]
            error = AnalysisError(
                "ROS_INHERITS_CIRCLE",
                f"the analyses inherit from one another in a ring: {' → '.join(chain)}",
                facts={"chain": " → ".join(chain)},
                hint="let the one that is more general inherit from none of the others",
                at=at,
            )
            raise DocumentError([document.problem(error)])
        try:
            parents.append(_load(where, below))
        except AnalysisError as error:
            if error.code != "ROS_NO_ANALYSIS":
                raise
            none = AnalysisError(
                "ROS_INHERITS_NOTHING",
                "there is no analysis in the folder that is named",
                facts={"analysis": inherited.analysis},
                hint="name the folder of the analysis, relative to this one",
                at=at,
            )
            raise DocumentError([document.problem(none)]) from error
    return parents


def _read_folder(
    folder: Path,
) -> tuple[list[Document[Control]], list[Document[RiskFile]], list[Document[InheritedRiskFile]], list[Problem]]:
    """Read every file beside the head, and collect what is wrong with them."""
    controls: list[Document[Control]] = []
    risks: list[Document[RiskFile]] = []
    spoken: list[Document[InheritedRiskFile]] = []
    problems: list[Problem] = []
    for path in sorted((folder / "controls").glob("*.yaml")):
        try:
            controls.append(read_document(Control, path))
        except DocumentError as error:
            problems += error.problems
    for path in sorted((folder / "risks").glob("*.yaml")):
        try:
            plain = load(path)
            if isinstance(plain.data, dict) and plain.data.get("schema") == "inherited-risk/1":
                spoken.append(plain.as_model(InheritedRiskFile))
            else:
                risks.append(plain.as_model(RiskFile))
        except DocumentError as error:
            problems += error.problems
    problems += [*_twice(controls, "control"), *_twice(risks, "risk"), *_twice(spoken, "risk")]
    return controls, risks, spoken, problems


def _twice(documents: Iterable[Document[M]], kind: Literal["risk", "control"]) -> list[Problem]:
    """Give a problem for each file that declares an id of another, naming the other and its line."""
    first: dict[str, Document[M]] = {}
    problems = []
    for one in documents:
        id_: str = one.value.id  # type: ignore[attr-defined]  # risks and controls have ids
        other = first.setdefault(id_, one)
        if other is not one:
            problems += [
                here.problem(declared_twice(kind, id_, Place(there))) for here, there in ((other, one), (one, other))
            ]
    return problems


def _of_the_catalogue(own: Iterable[Document[Control]]) -> list[Problem]:
    """Refuse controls that take an id of the catalogue's."""
    catalogue = {control.id for control in catalogue_controls()}
    return [
        one.problem(
            AnalysisError(
                "ROS_CONTROL_OF_CATALOGUE",
                f"the catalogue has {one.value.id} already",
                facts={"controls": [one.value.id]},
                hint="give the control an id of its own",
                at=("id",),
            )
        )
        for one in own
        if one.value.id in catalogue
    ]


def _own_criteria(folder: Path) -> list[str]:
    return [path.stem for path in (folder / "criteria").glob("*@*.yaml")]


def _of_criteria(document: Document[Analysis], profile: Profile) -> list[Problem]:
    """Hold the digest that the analysis pins against the profile that was found."""
    analysis = document.value
    if analysis.criteria_digest == profile.digest:
        return []
    error: DomainError = CriteriaError(
        "CRITERIA_NOT_PINNED",
        f"the analysis pins {analysis.criteria} with {analysis.criteria_digest}, and it has {profile.digest}",
        facts={
            "pinned": f"{analysis.criteria} ({analysis.criteria_digest})",
            "found": f"{profile.reference} ({profile.digest})",
        },
        hint="use the version that the analysis was made against, or migrate the analysis",
        at=("criteria_digest",),
    )
    return [document.problem(error)]
