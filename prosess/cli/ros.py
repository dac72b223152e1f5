"""``prosess ros``: risk assessments whose levels follow the evidence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import AsOf, Format, Lang, Output, Tongue

if TYPE_CHECKING:
    from datetime import datetime

    from prosess.cli.judging import Judged
    from prosess.contracts import Assessment, Graph
    from ros.check import Check
    from ros.model import AnalysisFiles

app = typer.Typer(name="ros", no_args_is_help=True, help="Assess risks by what was proven of a plan.")

Analysis = Annotated[Path, typer.Argument(metavar="ROS", help="Folder of a risk assessment, which holds ros.yaml.")]
PlannedFrom = Annotated[
    Path, typer.Option("--env", help="Environment file whose plan the assessment is held against.", metavar="ENV")
]


@app.callback()
def ros() -> None:
    """Assess risks by what was proven of a plan."""


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
    graph, result = judged(environment, as_of=as_of, lang=lang)
    return gate(assessment_of(files, graph, result, as_of=as_of), files), result


def assessment_of(
    files: "AnalysisFiles", graph: "Graph", result: "Judged", *, as_of: "datetime | None"
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
    )


@app.command()
def check(
    analysis: Analysis,
    env: PlannedFrom,
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Assess every risk. Exit 1 where one is above the limit, 4 where something was not assessed."""
    from prosess.cli.output import emit, show
    from prosess.domain.text import Language

    found, _ = assessed(analysis, env, as_of=as_of, lang=lang)
    if output is Format.JSON:
        emit(found.assessment.to_bytes())
    else:
        show(found.table(Language(lang.value)).rstrip())
    raise typer.Exit(found.exit_code)


@app.command()
def explain(
    analysis: Analysis,
    risk: Annotated[str, typer.Argument(metavar="RISK", help="Id of a risk, such as R16.")],
    env: PlannedFrom,
    as_of: AsOf = None,
    lang: Lang = Tongue.EN,
) -> None:
    """Derive one risk's level, down to the resource and the property that was read."""
    from prosess.cli.output import show
    from prosess.domain.text import Language
    from ros.explain import explain as derive

    found, _ = assessed(analysis, env, as_of=as_of, lang=lang)
    show(derive(found.assessment, risk, Language(lang.value), files=found.files).rstrip())


@app.command()
def report(
    analysis: Analysis,
    env: PlannedFrom,
    to: Annotated[Path, typer.Option("--to", help="File to write.", metavar="FILE")],
    format_: Annotated[str, typer.Option("--format", help="Form of the report: html.")] = "html",
    as_of: AsOf = None,
    lang: Lang = Tongue.EN,
) -> None:
    """Write the report: page one says what is asked, of whom and by when; the rest is what it rests on."""
    from prosess.cli.output import show
    from prosess.cli.reporting import html_report
    from prosess.cli.text import text
    from prosess.documents import write_whole

    if format_ != "html":
        raise CommandError(Exit.USAGE, "FORMAT_UNKNOWN", f"there is no report form `{format_}`", hint="use `html`")
    found, result = assessed(analysis, env, as_of=as_of, lang=lang)
    day = found.assessment.as_of
    write_whole(to, html_report(found.assessment, found.files, result, beside=env, as_of=day, lang=lang))
    show(text("ros.written", lang, file=str(to)))
