"""One assessment made ready for every format: what an audience may read, worded once and laid out once."""

from collections.abc import Callable
from dataclasses import dataclass

from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import Findings
from prosess.domain.text import Language
from ros.collecting import uncollected
from ros.model import AnalysisFiles
from ros.report import model
from ros.report.build import Around, build
from ros.report.compose import compose
from ros.report.document import Document
from ros.report.withholding import Audience, Shown, shown_to

FileOf = Callable[[str], str]
"""Risk → its file, as a reader of the working folder would write it."""


@dataclass(frozen=True)
class Prepared:
    """What formats are rendered from. Nothing in it tells an audience more than it may read."""

    shown: Shown
    findings: Findings
    report: model.Report
    document: Document
    language: Language
    file_of: FileOf
    audience: Audience


def prepare(
    assessment: Assessment,
    files: AnalysisFiles,
    findings: Findings,
    language: Language,
    *,
    audience: Audience = "reviewer",
    around: Around | None = None,
    file_of: FileOf = "risks/{}.yaml".format,
) -> Prepared:
    """Make an assessment ready for every format."""
    with uncollected():
        report = build(assessment, files, findings, language, audience=audience, around=around)
        return Prepared(
            shown=shown_to(audience, assessment, files),
            findings=findings,
            report=report,
            document=compose(report),
            language=language,
            file_of=file_of,
            audience=audience,
        )
