"""``prosess ros report``: what a reviewer reads."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import AsOf, Lang, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing

if TYPE_CHECKING:
    from prosess.contracts import Assessment


class Audience(StrEnum):
    """Who the report is for."""

    TEAM = "team"
    REVIEWER = "reviewer"


@handing
def report(
    analysis: Analysis,
    to: Annotated[
        Path,
        typer.Option("--to", help="File to write, or a folder where several formats are asked for.", metavar="FILE"),
    ],
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="html, pdf, docx, xlsx, markdown, sarif, sarif-github, junit or json; may be given several times.",
            metavar="FORMAT",
        ),
    ] = None,
    audience: Annotated[
        Audience, typer.Option("--audience", help="The team is not shown what a risk's file marks as sensitive.")
    ] = Audience.REVIEWER,
    former: Annotated[
        Path | None,
        typer.Option("--former", help="assessment/1 to tell the changes since, as JSON.", metavar="FILE"),
    ] = None,
    env: Planned = None,
    as_of: AsOf = None,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Write the report: page one says what is asked, of whom and by when; the rest is what it rests on.

    Every format tells the same assessment. All are made before any is written.
    """
    from prosess.cli.output import show
    from prosess.cli.reporting import around_of, file_of
    from prosess.cli.ros.processing import pathways_of
    from prosess.cli.text import text
    from prosess.cli.workspace import root_of
    from prosess.domain.text import Language
    from ros.report.formats import write
    from ros.report.prepared import prepare

    formats = list(dict.fromkeys(format_ or ["html"]))
    places = _places(formats, to, analysis, lang)
    before = _former(former, lang) if former else None
    found, result, pathways = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    beside = env or analysis
    if root_of(beside) != root_of(analysis):  # the environment is another region's, which has manifests of its own
        pathways = pathways_of(found.files, beside, lang)
    around = around_of(found, result, pathways, beside=beside, lang=lang, former=before)
    prepared = prepare(
        found.assessment,
        found.files,
        result.findings,
        Language(lang.value),
        audience=audience.value,
        around=around,
        file_of=file_of(analysis),
    )
    write(prepared, places)
    for place in places.values():
        show(text("ros.written", lang, file=str(place)))


def _places(formats: Sequence[str], to: Path, analysis: Path, lang: Tongue) -> dict[str, Path]:
    """Tell where each format is written.

    Raises:
        CommandError: exit 2, where there is no such format, or several are to be written to one file.
    """
    from prosess.cli.refusing import refused
    from ros.report.formats import FORMATS

    for name in formats:
        if name not in FORMATS:
            raise refused(Exit.USAGE, "REPORT_FORMAT_UNKNOWN", lang, format=name, known=", ".join(FORMATS))
    if len(formats) == 1 and not to.is_dir():
        return {formats[0]: to}
    if to.exists() and not to.is_dir():
        raise refused(Exit.USAGE, "REPORT_NEEDS_FOLDER", lang, path=to.name)
    stem = analysis.resolve().name
    return {name: to / f"{stem}.{FORMATS[name].extension}" for name in formats}


def _former(path: Path, lang: Tongue) -> "Assessment":
    """Read the assessment to compare with.

    Raises:
        CommandError: exit 3, where it is none.
    """
    from prosess.cli.refusing import refused
    from prosess.contracts import Assessment

    try:
        return Assessment.from_bytes(path.read_bytes())
    except (OSError, ValueError) as error:
        raise refused(Exit.INVALID, "NOT_AN_ASSESSMENT", lang, where=path.name) from error
