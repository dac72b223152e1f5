"""Reads the folder of a risk assessment.

``ros.yaml`` · ``risks/*.yaml``, one risk each · ``controls/*.yaml``, the folder's own beside the catalogue's ·
``criteria/<profile>@<version>.yaml``, where the product's profiles are not the organisation's.
"""

from pathlib import Path
from typing import TypeVar

from prosess.documents import read
from prosess.domain.base import Model
from ros.catalogue import catalogue_controls
from ros.criteria import read_profile
from ros.engine import AnalysisError
from ros.model import Analysis, AnalysisFiles, Control, RiskFile

M = TypeVar("M", bound=Model)


def load_analysis(folder: Path) -> AnalysisFiles:
    """Read every file of an analysis.

    Raises:
        AnalysisError: where the folder has no ``ros.yaml``, or a control of its own has an id of the catalogue's.
        CriteriaError: where the profile is not known.
        ValueError: where a file is not of its model, with file, line and column.
    """
    head = folder / "ros.yaml"
    if not head.is_file():
        raise AnalysisError(
            "ROS_NO_ANALYSIS",
            "the folder holds no `ros.yaml`",
            hint="name the folder that holds it, or begin one with `prosess ros init`",
        )
    analysis = read(Analysis, head)
    own = _each(Control, folder / "controls")
    catalogue = {control.id: control for control in catalogue_controls()}
    if twice := sorted({control.id for control in own} & set(catalogue)):
        raise AnalysisError(
            "ROS_CONTROL_OF_CATALOGUE",
            f"the catalogue has {', '.join(twice)} already",
            facts={"controls": list(twice)},
            hint="give the control an id of its own",
        )
    return AnalysisFiles(
        analysis=analysis,
        profile=read_profile(analysis.criteria, folder / "criteria"),
        controls=tuple(sorted((*catalogue.values(), *own), key=lambda control: control.id)),
        risks=tuple(sorted(_each(RiskFile, folder / "risks"), key=lambda risk: risk.id)),
        own_controls=frozenset(control.id for control in own),
    )


def _each(model: type[M], folder: Path) -> tuple[M, ...]:
    return tuple(read(model, path) for path in sorted(folder.glob("*.yaml")))
