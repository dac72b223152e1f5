"""``prosess ros lint``: what is wrong with the files though each is well formed."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import AsOf, Format, Lang, Output, Tongue
from prosess.cli.ros.assessing import Analysis


def lint(
    analysis: Analysis,
    env: Annotated[
        Path | None, typer.Option("--env", help="Environment file whose plan is looked at, too.", metavar="ENV")
    ] = None,
    pathway: Annotated[
        Path | None, typer.Option("--pathway", help="Manifest of the pathway that is assessed.", metavar="FILE")
    ] = None,
    deployed: Annotated[
        datetime | None,
        typer.Option("--deployed", formats=["%Y-%m-%d"], help="Day of the last change that was deployed."),
    ] = None,
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Look for what is wrong with an assessment. Exit 3 where something is an error, 0 where all are warnings."""
    from prosess.cli.judging import as_of_day, judged
    from prosess.cli.output import emit, say, show
    from prosess.cli.reviewed import read_file, reading
    from prosess.cli.ros.assessing import assessment_of
    from prosess.cli.text import text
    from prosess.contracts.canonical import canonical_bytes
    from prosess.domain.pathway import Pathway
    from prosess.domain.text import Language
    from ros.lint import lint as look
    from ros.loading import load_analysis

    with reading(lang):
        files = load_analysis(analysis)
    manifest = read_file(Pathway, pathway, lang) if pathway else None
    graph = assessment = None
    if env is not None:
        graph, result = judged(env, as_of=as_of, lang=lang)
        assessment = assessment_of(files, graph, result, as_of=as_of)
    found = look(
        files,
        graph=graph,
        rules=_rules(),
        as_of=as_of_day(as_of),
        assessment=assessment,
        pathway=manifest,
        deployed=deployed.date() if deployed else None,
    )
    errors = sum(one.severity == "error" for one in found)
    if output is Format.JSON:
        rows = [
            {
                "id": one.id,
                "severity": one.severity,
                "where": one.where,
                "place": one.place(files),
                "facts": dict(one.facts),
                "message": one.text(Language(lang.value)),
            }
            for one in found
        ]
        emit(canonical_bytes({"lints": rows}))
    else:
        for one in found:
            mark = "lint.error" if one.severity == "error" else "lint.warning"
            show(f"{text(mark, lang)}  {one.told(files, Language(lang.value))}")
        say(text("lint.sum", lang, errors=errors, warnings=len(found) - errors))
    raise typer.Exit(Exit.INVALID if errors else Exit.OK)


def _rules() -> set[str]:
    """Give the rules that exist: our own, and the Checkov checks that the catalogue leans on."""
    from policies.engine.evaluate import own_catalogue
    from ros.catalogue import catalogue_controls

    checks = {check.rule for control in catalogue_controls() for check in control.rule_checks}
    return set(own_catalogue().rules) | {check for check in checks if check.startswith("CKV")}
