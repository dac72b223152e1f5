"""``prosess ros explain``: one level, down to the resource and the property."""

from typing import Annotated

import typer

from prosess.cli.options import AsOf, Lang, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing


@handing
def explain(
    analysis: Analysis,
    risk: Annotated[str, typer.Argument(metavar="RISK", help="Id of a risk, such as R16.")],
    env: Planned = None,
    as_of: AsOf = None,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Derive one risk's level, down to the resource and the property that was read."""
    from prosess.cli.output import show
    from prosess.domain.text import Language
    from ros.explain import explain as derive

    found, *_ = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    show(derive(found.assessment, risk, Language(lang.value), files=found.files).rstrip())
