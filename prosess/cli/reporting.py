"""The risk report with what lies around the assessment: names of organisations, the initiative's register."""

from datetime import date
from pathlib import Path

from prosess.calendar import NorwegianCalendar
from prosess.cli.judging import Judged
from prosess.cli.options import Tongue
from prosess.cli.output import MARKS
from prosess.cli.register import RegisterRow, rows_of
from prosess.cli.reviewed import read_file, region_of
from prosess.cli.text import text
from prosess.cli.workspace import root_of
from prosess.contracts.assessment import Assessment
from prosess.domain.initiative import Initiative
from prosess.domain.text import Language
from prosess.domain.text.wording import date_in
from ros.evidence import Gathered
from ros.model import AnalysisFiles
from ros.report import html
from ros.report.build import build
from ros.report.model import DependencyRow


def register_beside(path: Path, *, as_of: date, lang: Tongue) -> list[RegisterRow]:
    """Give the register of the initiative in a reviewed file's region folder; empty where it has none."""
    root = root_of(path)
    if root is None or not (root / "initiative.yaml").is_file():
        return []
    initiative = read_file(Initiative, root / "initiative.yaml", lang)
    region = region_of(path, lang)
    return rows_of(initiative, region, as_of=as_of, calendar=NorwegianCalendar(), lang=lang)


def html_report(
    assessment: Assessment, files: AnalysisFiles, judged: Judged | Gathered, *, beside: Path, as_of: date, lang: Tongue
) -> bytes:
    """Give the report of an assessment as one HTML document, in UTF-8."""
    language = Language(lang.value)
    region = region_of(beside, lang)
    rows = [
        DependencyRow(
            needs=row.needs,
            needed_for=row.needed_for,
            actor=", ".join(row.actors),
            criticality=row.criticality,
            deadline=date_in(row.deadline.isoformat(), language),
            mutual_plan=text("yes" if row.stated_plan else "no", lang),
            status=f"{MARKS[row.light]} {row.light_name}: {row.reason}",
        )
        for row in register_beside(beside, as_of=as_of, lang=lang)
    ]
    report = build(
        assessment,
        files,
        judged.findings,
        language,
        evidence=judged.evidence,
        dependencies=rows,
        organisations={one.number: one.name for one in region.organisations},
    )
    return html.render(report)
