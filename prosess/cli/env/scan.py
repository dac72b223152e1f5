"""``prosess env scan``: Checkov and our own rules over one plan, and what neither of them saw."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.options import AsOf, EnvironmentFile, Lang, OnboardingFile, Tongue

if TYPE_CHECKING:
    from prosess.contracts.scan import Scan


class ScanFormat(StrEnum):
    """How a scan is printed."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    SARIF = "sarif"


def scan(
    environment: EnvironmentFile,
    onboarding: OnboardingFile = None,
    as_of: AsOf = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Ask Checkov again, even about a plan that it has seen.")
    ] = False,
    output: Annotated[
        ScanFormat,
        typer.Option("--output", "-o", help="Print a table, scan/1 as JSON, Markdown for a pull request, or SARIF."),
    ] = ScanFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Have Checkov read the plan's render, beside our own rules. Touches no subscription and no network."""
    from prosess.cli.output import emit
    from prosess.cli.places import Places
    from prosess.cli.scan_report import markdown, sarif
    from prosess.cli.scanning import exit_code, scanned

    done = scanned(environment, onboarding=onboarding, as_of=as_of, lang=lang, cached=not no_cache)
    if output is ScanFormat.JSON:
        emit(done.scan.to_bytes())
    elif output is ScanFormat.SARIF:
        emit(b"".join(sarif(done.scan, done.graph, Places(environment, onboarding, lang), lang)))
    elif output is ScanFormat.MARKDOWN:
        sys.stdout.write(markdown(done.scan, done.graph, lang))
    else:
        show_scan(done.scan, lang)
    raise typer.Exit(exit_code(done.scan.verdict))


def show_scan(scan: "Scan", lang: Tongue) -> None:
    """Print a scan as tables: what did not pass, how each type is covered, what was not seen, and the verdict."""
    from prosess.cli.output import MARKS, show, table
    from prosess.cli.scan_report import covered_by, finding_text, gap_text, summary
    from prosess.cli.text import text
    from prosess.contracts import State

    rows = [
        (
            one.rule,
            f"{MARKS[one.state]} {text(f'state.{one.state.value}', lang)}",
            one.severity.value,
            one.resource.rpartition("::")[2],
            finding_text(scan, one, lang),
        )
        for one in scan.findings.findings
        if one.state is not State.PASS
    ]
    if rows:
        headings = ("rule", "state", "severity", "resource", "message")
        table([text(f"column.{heading}", lang) for heading in headings], rows)
    table(
        [text(f"column.{heading}", lang) for heading in ("type", "resources", "checkov", "rules")],
        [(one.type, one.resources, *covered_by(one, lang)) for one in scan.coverage],
    )
    for gap in scan.gaps:
        show(f"? {gap_text(gap, lang)}")
    show(summary(scan, lang))
