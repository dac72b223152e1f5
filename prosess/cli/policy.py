"""``prosess policy``: the rules, what they find, and what they do not see."""

from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import AsOf, EnvironmentFile, Format, Lang, OnboardingFile, Output, Tongue

if TYPE_CHECKING:
    from prosess.contracts import Findings

app = typer.Typer(name="policy", no_args_is_help=True, help="Test the rules, and judge a plan by them.")


@app.callback()
def policy() -> None:
    """Test the rules, and judge a plan by them."""


@app.command("test")
def run_tests(output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """Run the rules' own tests on the embedded engine."""
    from policies.engine.cases import read_cases, run
    from prosess.cli.judging import engine
    from prosess.cli.output import emit_json, show
    from prosess.cli.text import text

    with engine() as opened:
        results = run(opened, read_cases())
        name = opened.name
    failed = [result for result in results if not result.passed]
    if output is Format.JSON:
        emit_json(
            {
                "engine": name,
                "count": len(results),
                "failed": [
                    {"package": one.case.package, "case": one.case.name, "states": one.states} for one in failed
                ],
            }
        )
    else:
        for one in failed:
            show(f"✗ {one.case.package}: {one.case.name}: {one.error or one.states}")
        show(text("policy.tests", lang, passed=len(results) - len(failed), count=len(results), engine=name))
    if not results:
        raise typer.Exit(Exit.NOT_ASSESSED)
    if failed:
        raise typer.Exit(Exit.FAILED)


@app.command()
def check(
    environment: EnvironmentFile,
    onboarding: OnboardingFile = None,
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Plan an environment and judge every resource. Shows what did not pass."""
    from policies.engine.evaluate import Outcome, outcome
    from prosess.cli.judging import judged
    from prosess.cli.output import emit

    _, result = judged(environment, onboarding=onboarding, as_of=as_of, lang=lang)
    if output is Format.JSON:
        emit(result.findings.to_bytes())
    else:
        show_findings(result.findings, lang)
    verdict = outcome(result.findings)
    if verdict is Outcome.FAIL:
        raise typer.Exit(Exit.FAILED)
    if verdict is Outcome.NOT_EVALUATED:
        raise typer.Exit(Exit.NOT_ASSESSED)


def show_findings(findings: "Findings", lang: Tongue) -> None:
    """Print what did not pass, and how many did."""
    from policies.text import text as rule_text
    from prosess.cli.output import MARKS, show, table
    from prosess.cli.text import text
    from prosess.contracts import State
    from prosess.domain.text import Language

    language = Language(lang.value)
    rows = [
        (
            one.rule,
            f"{MARKS[one.state]} {text(f'state.{one.state.value}', lang)}",
            one.severity.value,
            one.resource.rpartition("::")[2],
            rule_text(one.message, language),
            rule_text(one.remedy, language),
        )
        for one in findings.findings
        if one.state is not State.PASS
    ]
    if rows:
        headings = ("rule", "state", "severity", "resource", "message", "fix")
        table([text(f"column.{heading}", lang) for heading in headings], rows)
    counts = {state: sum(one.state is state for one in findings.findings) for state in State}
    show(
        text(
            "policy.summary",
            lang,
            passed=counts[State.PASS],
            failed=counts[State.FAIL],
            unjudged=counts[State.NOT_EVALUATED],
            suppressed=counts[State.SUPPRESSED],
        )
    )


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Id of a rule, such as PP-KV-002.")],
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Tell what a rule asks for, why, how it looks, and which risks lean on it."""
    from prosess.cli.output import emit_json
    from prosess.cli.rules import document, known_rule, show_rule

    found = known_rule(rule)
    if output is Format.JSON:
        emit_json(document(found, lang))
    else:
        show_rule(found, lang)


@app.command()
def coverage(environment: EnvironmentFile, output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """Tell which resource types of an environment have rules, and which have none."""
    from policies.engine.evaluate import coverage as covered_by
    from prosess.cli.output import emit_json, show, table
    from prosess.cli.planning import planned
    from prosess.cli.text import text

    found = covered_by(planned(environment, lang=lang))
    if output is Format.JSON:
        emit_json(
            {"types": [{"type": one.type, "resources": one.resources, "rules": list(one.rules)} for one in found.types]}
        )
        return
    table(
        [text(f"column.{heading}", lang) for heading in ("type", "resources", "rules")],
        [(one.type, one.resources, ", ".join(one.rules) or text("policy.none", lang)) for one in found.types],
    )
    show(text("policy.coverage", lang, covered=found.covered, uncovered=found.not_covered))
