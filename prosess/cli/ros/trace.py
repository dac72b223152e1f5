"""``prosess ros trace``: from risk to evidence and back, and what no thread runs through."""

from typing import Annotated

import typer

from prosess.cli.options import AsOf, Lang, PageFormat, PageOutput, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing


@handing
def trace(
    analysis: Analysis,
    env: Planned = None,
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[RISK|CONTROL|RULE|URN]",
            help="What the threads are to run through; a resource by its URN, or the last part of it.",
        ),
    ] = None,
    gaps: Annotated[
        bool,
        typer.Option(
            "--gaps",
            help="Show what no thread runs through: resources that hold data or can be reached and no risk speaks of, "
            "controls with no check, rules that no risk uses, selectors that match nothing, scenarios not judged.",
        ),
    ] = False,
    as_of: AsOf = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Follow each risk through its controls and checks to the resources and the evidence, or back from one of them."""
    from prosess.cli.output import emit, emit_json, show, table
    from prosess.cli.ros.refusing import worded
    from prosess.domain.text import Language
    from ros.trace import about, threads
    from ros.trace import gaps as gaps_of
    from ros.trace.told import gaps_headline, gaps_listing, markdown, threads_headline, threads_listing

    found, gathered, _ = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    language = Language(lang.value)
    if gaps:
        outside = gaps_of(found.assessment, found.files, gathered.graph, gathered.findings)
        document = {"gaps": [one.model_dump(mode="json") for one in outside]}
        listing, headline = gaps_listing(outside, language, found.files), gaps_headline(outside, language)
    else:
        through = threads(found.assessment, found.files)
        if subject:
            with worded(lang, where=subject):
                through = about(through, subject)
        document = {"threads": [one.model_dump(mode="json", exclude_none=True) for one in through]}
        listing = threads_listing(through, language, found.files, each=bool(subject))
        headline = threads_headline(through, language)
    if output is PageFormat.JSON:
        emit_json(document)
    elif output is PageFormat.MARKDOWN:
        emit(markdown(headline, listing, language).encode())
    else:
        if listing.rows:
            table(listing.headings, listing.rows)
        show(headline)
