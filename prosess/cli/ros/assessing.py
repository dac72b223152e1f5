"""What the verbs of ``prosess ros`` share: their arguments, and the way from files to an assessment."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from datetime import datetime

    from prosess.cli.judging import Judged
    from prosess.contracts import Assessment, Graph
    from ros.check import Check
    from ros.model import AnalysisFiles

Analysis = Annotated[Path, typer.Argument(metavar="ROS", help="Folder of a risk assessment, which holds ros.yaml.")]
PlannedFrom = Annotated[
    Path, typer.Option("--env", help="Environment file whose plan the assessment is held against.", metavar="ENV")
]


def assessed(analysis: Path, environment: Path, *, as_of: "datetime | None", lang: Tongue) -> "tuple[Check, Judged]":
    """Plan, judge and assess.

    Raises:
        CommandError: exit 3, where a file is invalid.
    """
    from dataclasses import replace

    from prosess.cli.judging import judged
    from prosess.cli.reviewed import reading
    from ros.check import check as gate
    from ros.evidence import Gathered
    from ros.loading import load_analysis

    with reading(lang):
        files = load_analysis(analysis)
    graph, result = judged(environment, as_of=as_of, lang=lang)
    checked = gate(assessment_of(files, graph, result, as_of=as_of), files)
    return replace(checked, gathered=Gathered(graph, result.findings, result.evidence)), result


def assessment_of(
    files: "AnalysisFiles", graph: "Graph", result: "Judged", *, as_of: "datetime | None"
) -> "Assessment":
    """Assess the risks of some files by what was found of a plan."""
    from prosess.cli.judging import as_of_day
    from ros.engine import assess
    from ros.evidence import Gathered

    return assess(files, Gathered(graph, result.findings, result.evidence), as_of=as_of_day(as_of))
