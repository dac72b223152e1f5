"""``prosess ros forecast``: what turns if nobody does anything."""

from typing import Annotated

import typer

from prosess.cli.options import AsOf, Lang, PageFormat, PageOutput, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing


@handing
def forecast(
    analysis: Analysis,
    env: Planned = None,
    as_of: AsOf = None,
    days: Annotated[int, typer.Option("--days", min=1, max=1100, help="How many days to look ahead.")] = 90,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Tell what lapses, expires or falls due, when, which levels follow, and whom to tell."""
    from datetime import timedelta

    from prosess.cli.output import emit, emit_json, show, table
    from prosess.cli.ros.excepted import excepted_in
    from prosess.domain.text import Language
    from ros.forecast import forecast as look_ahead
    from ros.forecast.told import headline, listing, markdown

    found, gathered, pathways = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    start, language = found.assessment.as_of, Language(lang.value)
    until = start + timedelta(days=days)
    excepted = excepted_in(pathways, env, lang=lang)
    turns = look_ahead(found.files, gathered, as_of=start, days=days, acceptances=found.accepted, excepted=excepted)
    told = headline(turns, language, found.files, start=start, until=until)
    shown = listing(turns, language, found.files)
    if output is PageFormat.JSON:
        document = [one.model_dump(mode="json", exclude_none=True) for one in turns]
        emit_json({"as_of": start.isoformat(), "until": until.isoformat(), "turns": document})
    elif output is PageFormat.MARKDOWN:
        emit(markdown(told, shown, language).encode())
    else:
        if shown.rows:
            table(shown.headings, shown.rows)
        show(told)
