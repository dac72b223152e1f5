"""What the verbs of ``prosess ros`` share: their arguments, and the way from files to an assessment."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from prosess.cli.options import Tongue
from prosess.cli.ros.handed import NOTHING, Handed, handing
from ros.collecting import uncollected

if TYPE_CHECKING:
    from datetime import datetime

    from prosess.cli.judging import Judged
    from prosess.contracts import Assessment, Graph
    from prosess.domain.pathway import Pathway
    from ros.check import Check
    from ros.evidence import Gathered
    from ros.model import AcceptedRisk, AnalysisFiles

__all__ = [
    "NOTHING",
    "Analysis",
    "Assessed",
    "Handed",
    "Planned",
    "PlannedFrom",
    "assessed",
    "assessment_of",
    "handing",
]

Analysis = Annotated[Path, typer.Argument(metavar="ROS", help="Folder of a risk assessment, which holds ros.yaml.")]
PlannedFrom = Annotated[
    Path, typer.Option("--env", help="Environment file whose plan the assessment is held against.", metavar="ENV")
]
Planned = Annotated[
    Path | None,
    typer.Option(
        "--env",
        help="Environment file whose plan the assessment is held against; not needed with --findings and --graph.",
        metavar="ENV",
    ),
]


class Assessed(NamedTuple):
    """An assessment, and what was read to make it."""

    check: "Check"
    gathered: "Gathered"
    pathways: "list[Pathway]"
    """The manifests that the analysis covers, as the folder of its region has them."""


def assessed(
    analysis: Path, environment: Path | None, *, as_of: "datetime | None", lang: Tongue, handed: Handed = NOTHING
) -> Assessed:
    """Read the files, gather the evidence and assess.

    Raises:
        CommandError: exit 2, where it is not told what the assessment is held against; 3, where a file is invalid.
    """
    from prosess.cli.judging import as_of_day
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.handed import gather
    from prosess.cli.ros.processing import pathways_of, processing_of
    from ros.check import check as gate
    from ros.engine import assess
    from ros.loading import load_analysis
    from ros.privacy import with_duties

    with uncollected():
        with reading(lang):
            files = load_analysis(analysis)
        accepted = acceptances_of(analysis, files, as_of=as_of, lang=lang)
        gathered = gather(analysis, files, environment, handed, as_of=as_of, lang=lang)
        rated = assess(files, gathered, as_of=as_of_day(as_of), acceptances=accepted)
        pathways = pathways_of(files, analysis, lang)
        processing = processing_of(pathways, environment, lang)
        assessment = with_duties(rated, files.analysis, files.profile, processing)
        return Assessed(gate(assessment, files, accepted), gathered, pathways)


def acceptances_of(
    folder: Path, files: "AnalysisFiles", *, as_of: "datetime | None", lang: Tongue
) -> "tuple[AcceptedRisk, ...]":
    """Read what was accepted of an analysis, as it stands on the day.

    Raises:
        CommandError: exit 3, where a sealed file cannot be believed; it names the file.
    """
    from prosess.cli.judging import as_of_day
    from prosess.cli.ros.signing import keys_of, not_believed
    from ros.sealed.acceptance import load_acceptances
    from ros.sealed.seals import SealedFileError

    try:
        return load_acceptances(folder, files, keys_of(folder, lang), day=as_of_day(as_of))
    except SealedFileError as error:
        raise not_believed(error, lang) from error


def assessment_of(
    files: "AnalysisFiles", graph: "Graph", result: "Judged", *, as_of: "datetime | None"
) -> "Assessment":
    """Assess the risks of some files by what our own rules found of a plan."""
    from prosess.cli.judging import as_of_day
    from ros.engine import assess
    from ros.evidence import Gathered

    return assess(files, Gathered(graph, result.findings, result.evidence), as_of=as_of_day(as_of))
