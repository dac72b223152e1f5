"""``prosess ros check``: the gate."""

import typer

from prosess.cli.options import AsOf, Format, Lang, Output, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing


@handing
def check(
    analysis: Analysis,
    env: Planned = None,
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Assess every risk. Exit 1 where one is above the limit, 4 where something was not assessed."""
    from prosess.cli.output import emit, show
    from prosess.domain.text import Language

    found, _ = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    if output is Format.JSON:
        emit(found.assessment.to_bytes())
    else:
        show(found.table(Language(lang.value)).rstrip())
    raise typer.Exit(found.exit_code)
