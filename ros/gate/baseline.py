"""The assessment that later ones are held against: ``baseline.json`` in the analysis' folder, or another file."""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from prosess.contracts.assessment import Assessment
from prosess.domain.errors import DomainError

BASELINE: Final = "baseline.json"


class BaselineError(DomainError):
    """A baseline cannot be read, or is another analysis'."""


def read_baseline(path: Path) -> Assessment:
    """Read an assessment from a file.

    Raises:
        BaselineError: where the file is missing or holds no assessment.
    """
    try:
        return Assessment.from_bytes(path.read_bytes())
    except OSError as error:
        raise BaselineError(
            "ROS_BASELINE_MISSING",
            "there is no such baseline",
            facts={"file": path.name},
            hint="name a file with an assessment, or write one with `prosess ros check --write-baseline`",
        ) from error
    except (ValidationError, ValueError) as error:
        raise BaselineError(
            "ROS_BASELINE_UNREADABLE",
            "the file holds no assessment",
            facts={"file": path.name},
            hint="write it anew with `prosess ros check --write-baseline`",
        ) from error


def held_against(baseline: Assessment, assessment: Assessment) -> Assessment:
    """Give the baseline, where it is of the same analysis and scope.

    Raises:
        BaselineError: where it is not.
    """
    if (baseline.id, baseline.scope) != (assessment.id, assessment.scope):
        raise BaselineError(
            "ROS_BASELINE_OF_ANOTHER",
            f"the baseline is of {baseline.id} over {baseline.scope}",
            facts={"found": f"{baseline.id} ({baseline.scope})", "asked": f"{assessment.id} ({assessment.scope})"},
            hint="name the baseline of this analysis",
        )
    return baseline
