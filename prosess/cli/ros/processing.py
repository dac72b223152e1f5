"""What lies beside an assessment and tells of the processing: the manifests that it covers, and the environment."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.options import Tongue
from prosess.cli.reviewed import read_file
from prosess.cli.workspace import root_of

if TYPE_CHECKING:
    from prosess.domain.pathway import Pathway
    from ros.model import AnalysisFiles
    from ros.privacy import Processing


def pathways_of(files: "AnalysisFiles", beside: Path, lang: Tongue) -> "list[Pathway]":
    """Read the manifests of the pathways that an analysis covers, where the region's folder has them.

    Raises:
        CommandError: exit 3, where one is invalid.
    """
    from prosess.domain.pathway import Pathway

    root = root_of(beside)
    scopes = (files.analysis.scope, *files.analysis.also_covers)
    names = [scope.partition(":")[2] for scope in scopes if scope.startswith("pathway:")]
    paths = [root / "pathways" / f"{name}.yaml" for name in names] if root else []
    return [read_file(Pathway, path, lang) for path in paths if path.is_file()]


def processing_of(pathways: "Iterable[Pathway]", environment: Path | None, lang: Tongue) -> "Processing":
    """Tell what is processed and from where it is reached, by the pathways covered and by the environment.

    Raises:
        CommandError: exit 3, where the environment's file is invalid.
    """
    from ros.privacy import Processing

    found = Processing()
    for pathway in pathways:
        found = found.joined(Processing.of(pathway))
    if environment is not None:
        from prosess.domain.environment import Environment

        found = found.joined(Processing.within(read_file(Environment, environment, lang)))
    return found
