"""``prosess ros report``: what a reviewer reads."""

from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import AsOf, Lang, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing


@handing
def report(
    analysis: Analysis,
    to: Annotated[Path, typer.Option("--to", help="File to write.", metavar="FILE")],
    format_: Annotated[str, typer.Option("--format", help="Form of the report: html.")] = "html",
    env: Planned = None,
    as_of: AsOf = None,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Write the report: page one says what is asked, of whom and by when; the rest is what it rests on."""
    from prosess.cli.output import show
    from prosess.cli.reporting import html_report
    from prosess.cli.text import text
    from prosess.documents import write_whole

    if format_ != "html":
        raise CommandError(Exit.USAGE, "FORMAT_UNKNOWN", f"there is no report form `{format_}`", hint="use `html`")
    found, gathered = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    day = found.assessment.as_of
    write_whole(to, html_report(found.assessment, found.files, gathered, beside=env or analysis, as_of=day, lang=lang))
    show(text("ros.written", lang, file=str(to)))
