"""One version of an analysis: as it stands, as a document tells it, or as a git revision has it.

A revision's environment is planned by the revision's own program and judged by its own rules. Its files are read, and
its levels are computed, by the present code: so what moved was moved by the files, the environment or the rules.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from prosess.cli.judging import Judged
    from prosess.cli.revision import Unpacked
    from prosess.contracts import Assessment, Graph
    from prosess.domain.environment import Environment
    from ros.model import AnalysisFiles


@dataclass(frozen=True)
class Version:
    """An assessment, and what it was made from where that is at hand."""

    name: str
    assessment: "Assessment"
    files: "AnalysisFiles | None" = None
    graph: "Graph | None" = None
    policy_revision: str | None = None


def version_of(operand: str, folder: Path | None, env: Path | None, *, as_of: datetime | None, lang: Tongue) -> Version:
    """Give the version that an operand names: a document, a folder, nothing (the folder as it stands), or a revision.

    Raises:
        CommandError: exit 2, where what it takes to read the operand is not given; 3, where it cannot be read.
    """
    from prosess.cli.refusing import refused
    from prosess.cli.ros.refusing import worded
    from ros.gate import read_baseline

    path = Path(operand) if operand else folder
    if path and path.suffix == ".json" and path.is_file():
        with worded(lang, where=path.name):
            return Version(path.name, read_baseline(path))
    if env is None:
        raise refused(Exit.USAGE, "ROS_DIFF_NEEDS_ENV", lang, where=operand or ".")
    if path and path.is_dir():
        return _as_it_stands(path, env, operand, as_of=as_of, lang=lang)
    if folder is None:
        raise refused(Exit.USAGE, "ROS_DIFF_NEEDS_FOLDER", lang, where=operand or ".")
    return version_at(operand, folder, env, as_of=as_of, lang=lang)


def _as_it_stands(folder: Path, env: Path, operand: str, *, as_of: datetime | None, lang: Tongue) -> Version:
    from prosess.cli.ros.assessing import assessed

    found, gathered, _ = assessed(folder, env, as_of=as_of, lang=lang)
    revision = gathered.findings.policy_revision
    return Version(_shown(operand, folder), found.assessment, found.files, gathered.graph, revision)


def _shown(operand: str, folder: Path) -> str:
    """Give a folder's name as a page shows it: without the folders of the machine it was made on."""
    return folder.name if not operand or Path(operand).is_absolute() else operand


def version_at(revision: str, folder: Path, env: Path, *, as_of: datetime | None, lang: Tongue) -> Version:
    """Give the version of a git revision, with the environment of the same revision.

    Raises:
        CommandError: exit 3, where the revision has no such folder or file, or does not plan; 4 without git.
    """
    from prosess.cli.judging import as_of_day
    from prosess.cli.reviewed import environment_of, reading
    from prosess.cli.revision import unpacked
    from prosess.cli.ros.assessing import acceptances_of
    from prosess.cli.ros.handed import attested_in
    from ros.engine import assess
    from ros.evidence import Gathered
    from ros.loading import load_analysis

    with unpacked(f"{revision}:./{os.path.relpath(env)}", lang=lang) as at:
        there = Path(os.path.normpath(at.file.parent / os.path.relpath(folder, env.parent)))
        try:
            with reading(lang):
                files = load_analysis(there)
            accepted = acceptances_of(there, files, as_of=as_of, lang=lang)
            attested = attested_in(there, None, files, lang=lang)
            graph = at.planned(lang=lang)
            result = _judged(at, graph, environment_of(at.file, lang), as_of=as_of)
        except CommandError as error:
            raise _without(error, at.checkout) from error
    gathered = Gathered(graph, result.findings, result.evidence, attestations=attested)
    assessment = assess(files, gathered, as_of=as_of_day(as_of), acceptances=accepted)
    return Version(revision, assessment, files, graph, result.findings.policy_revision)


def _judged(at: "Unpacked", graph: "Graph", environment: "Environment", *, as_of: datetime | None) -> "Judged":
    """Judge by the revision's own rules and exemptions, where it has them."""
    from policies.engine.bundle import load
    from policies.exemptions import load as exemptions
    from prosess.cli.judging import facts_of, judge_by

    rules, exempted = at.root / "policies" / "rules", at.root / "policies" / "exemptions.yaml"
    return judge_by(
        facts_of(environment),
        graph,
        as_of=as_of,
        rules=load(rules) if rules.is_dir() else None,
        exemptions=exemptions(exempted) if exempted.is_file() else None,
    )


def _without(error: CommandError, checkout: Path) -> CommandError:
    """Take the passing folder out of what is told: it is gone when somebody reads it."""
    message, hint, where = (part.replace(f"{checkout}/", "") for part in (error.message, error.hint, error.where))
    return CommandError(error.exit_code, error.code, message, hint=hint, where=where)
