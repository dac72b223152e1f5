"""What the verbs of ``prosess ros`` share: their arguments, and the way from files to an assessment."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from prosess.cli.judging import Judged
    from prosess.contracts import Assessment, Graph
    from ros.check import Check
    from ros.model import AcceptedRisk, AnalysisFiles

Analysis = Annotated[Path, typer.Argument(metavar="ROS", help="Folder of a risk assessment, which holds ros.yaml.")]
PlannedFrom = Annotated[
    Path, typer.Option("--env", help="Environment file whose plan the assessment is held against.", metavar="ENV")
]


def assessed(analysis: Path, environment: Path, *, as_of: "datetime | None", lang: Tongue) -> "tuple[Check, Judged]":
    """Plan, judge and assess.

    Raises:
        CommandError: exit 3, where a file is invalid.
    """
    from prosess.cli.judging import judged
    from prosess.cli.reviewed import reading
    from ros.check import check as gate
    from ros.loading import load_analysis

    with reading(lang):
        files = load_analysis(analysis)
    accepted = acceptances_of(analysis, files, as_of=as_of, lang=lang)
    graph, result = judged(environment, as_of=as_of, lang=lang)
    return gate(assessment_of(files, graph, result, as_of=as_of, acceptances=accepted), files), result


def acceptances_of(
    folder: Path, files: "AnalysisFiles", *, as_of: "datetime | None", lang: Tongue
) -> "tuple[AcceptedRisk, ...]":
    """Read what was accepted of an analysis, as it stands on the day.

    Raises:
        CommandError: exit 3, where a sealed file cannot be believed; it names the file.
    """
    from prosess.cli.judging import as_of_day
    from prosess.cli.ros.signing import keys_of, not_believed
    from ros.acceptance import load_acceptances
    from ros.seals import SealedFileError

    try:
        return load_acceptances(folder, files, keys_of(folder, lang), day=as_of_day(as_of))
    except SealedFileError as error:
        raise not_believed(error, lang) from error


def assessment_of(
    files: "AnalysisFiles",
    graph: "Graph",
    result: "Judged",
    *,
    as_of: "datetime | None",
    acceptances: "Iterable[AcceptedRisk]" = (),
) -> "Assessment":
    """Assess the risks of some files by what was found of a plan."""
    from prosess.cli.judging import as_of_day
    from ros.engine import assess

    return assess(
        files.analysis,
        files.profile,
        files.controls,
        files.risks,
        graph=graph,
        findings=result.findings,
        evidence=result.evidence,
        as_of=as_of_day(as_of),
        acceptances=acceptances,
        origins=files.origins,
    )
