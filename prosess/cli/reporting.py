"""The risk report with what lies around the assessment: names of organisations, assets, the initiative's register."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from prosess.calendar import NorwegianCalendar
from prosess.cli.judging import Judged
from prosess.cli.options import Tongue
from prosess.cli.output import MARKS
from prosess.cli.register import RegisterRow, rows_of
from prosess.cli.reviewed import environment_of, read_file, region_of
from prosess.cli.text import text
from prosess.cli.workspace import root_of
from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import Findings
from prosess.domain.access import OPTIONS
from prosess.domain.initiative import Initiative
from prosess.domain.organisation import Region
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language
from prosess.domain.text.names import name_of
from prosess.domain.text.wording import date_in
from ros.assets import assets_of, flows_of
from ros.check import Check
from ros.evidence import Gathered
from ros.model import AnalysisFiles
from ros.report import html
from ros.report.build import Around, build
from ros.report.compose import compose
from ros.report.model import DependencyRow, Table


def register_beside(path: Path, region: Region, *, as_of: date, lang: Tongue) -> list[RegisterRow]:
    """Give the register of the initiative in a reviewed file's region folder; empty where it has none."""
    root = root_of(path)
    if root is None or not (root / "initiative.yaml").is_file():
        return []
    initiative = read_file(Initiative, root / "initiative.yaml", lang)
    return rows_of(initiative, region, as_of=as_of, calendar=NorwegianCalendar(), lang=lang)


def around_of(
    found: Check,
    result: Judged | Gathered,
    pathways: Sequence[Pathway],
    *,
    beside: Path,
    lang: Tongue,
    former: Assessment | None = None,
) -> Around:
    """Give what lies around an assessment that covers some pathways.

    ``beside`` is the environment file that it was held against, or the analysis' own folder.
    """
    language = Language(lang.value)
    graph = result.graph if isinstance(result, Gathered) else None
    region = region_of(beside, lang)
    covered: list[Pathway | None] = [*pathways] or [None]
    assets = {one.id: one for pathway in covered for one in assets_of(graph, pathway, found.files)}
    return Around(
        evidence=result.evidence,
        dependencies=[
            DependencyRow(
                needs=row.needs,
                needed_for=row.needed_for,
                actor=", ".join(row.actors),
                criticality=row.criticality,
                deadline=date_in(row.deadline.isoformat(), language),
                mutual_plan=text("yes" if row.stated_plan else "no", lang),
                status=f"{MARKS[row.light]} {row.light_name}: {row.reason}",
            )
            for row in register_beside(beside, region, as_of=found.assessment.as_of, lang=lang)
        ],
        organisations={
            **{one.organisation: one.name for pathway in pathways for one in pathway.participants},
            **{one.number: one.name for one in region.organisations},
        },
        rule_titles=_rule_titles(result.findings, language),
        access=_access_options(beside, lang) if beside.is_file() else None,
        assets=tuple(assets.values()),
        flows=tuple(flow for pathway in pathways for flow in flows_of(pathway)),
        former=former,
    )


def _rule_titles(findings: Findings, language: Language) -> dict[str, str]:
    from policies.text import text as rule_text

    titles: dict[str, str] = {}
    for finding in findings.findings:
        if finding.rule not in titles:
            try:
                titles[finding.rule] = rule_text(f"{finding.message.rpartition('.')[0]}.message", language)
            except KeyError:
                titles[finding.rule] = ""  # recorded by a version whose rules are not these
    return titles


def _access_options(beside: Path, lang: Tongue) -> Table:
    """Compare the access options: which are chosen here, how long each usually takes, what each needs and leaves."""
    language = Language(lang.value)
    chosen = set(environment_of(beside, lang).access.options)
    rows = []
    for option, profile in OPTIONS.items():
        standing = [
            f"{name_of(one.holder, language)}: {name_of(one.role, language)}"
            for one in profile.standing_access
            if one.holder.of_people
        ]
        rows.append(
            (
                f"{profile.code} {name_of(option, language)}",
                text("yes" if option in chosen else "no", lang),
                str(max(need.lead_time_days for need in profile.needs)),
                str(len(profile.needs)),
                "; ".join(standing) or text("access.none_standing", lang),
            )
        )
    heads = (
        "ros.access_option",
        "ros.access_chosen",
        "ros.access_days",
        "ros.access_needs",
        "ros.access_standing",
    )
    return Table(text("ros.access_options", lang), tuple(text(head, lang) for head in heads), tuple(rows))


def file_of(analysis: Path) -> Callable[[str], str]:
    """Tell which file of a folder holds a risk, as one who stands in the working folder would write it."""
    try:
        shown = analysis.resolve().relative_to(Path.cwd())
    except ValueError:
        shown = Path(analysis.name)
    named = {path.stem for path in (analysis / "risks").glob("*.yaml")}
    return lambda risk: (shown / "risks" / f"{risk}.yaml" if risk in named else shown / "ros.yaml").as_posix()


def html_report(
    assessment: Assessment,
    files: AnalysisFiles,
    result: Judged | Gathered,
    pathways: Sequence[Pathway],
    *,
    beside: Path,
    lang: Tongue,
) -> bytes:
    """Give the report of an assessment as one HTML document for reviewers, in UTF-8."""
    around = around_of(Check(assessment, files), result, pathways, beside=beside, lang=lang)
    report = build(assessment, files, result.findings, Language(lang.value), around=around)
    return b"".join(html.render(compose(report)))
