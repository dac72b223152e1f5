"""``prosess env diff``: what a change does to an environment, and whose data it would take away."""

from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import AsOf, ExemptionsFile, Lang, OnboardingFile, PageFormat, PageOutput, Tongue

Operand = "An environment file, a graph as JSON, or REVISION:path of a git revision, planned by its own program."


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help=Operand)],
    after: Annotated[str, typer.Argument(metavar="B", help=Operand)],
    onboarding: OnboardingFile = None,
    exemptions: ExemptionsFile = None,
    as_of: AsOf = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Tell what turns A into B. Fails where data would be deleted or replaced and no exemption names it."""
    from infra.planning.diff import compare
    from prosess.cli.comparing import graph_of, judged_changes
    from prosess.cli.env.changes import markdown, print_table
    from prosess.cli.judging import as_of_day
    from prosess.cli.output import emit

    graphs = [graph_of(operand, onboarding=onboarding, lang=lang) for operand in (before, after)]
    changes = judged_changes(compare(*graphs), exemptions, as_of=as_of_day(as_of), lang=lang)
    if output is PageFormat.JSON:
        emit(changes.to_bytes())
    elif output is PageFormat.MARKDOWN:
        emit(markdown(changes, names=(_named(before), _named(after)), lang=lang).encode())
    else:
        print_table(changes, lang)
    if changes.blocked:
        raise typer.Exit(Exit.FAILED)


def _named(operand: str) -> str:
    """Give an operand as a page shows it: without the folders of the machine it was made on."""
    return Path(operand).name if Path(operand).is_absolute() else operand
