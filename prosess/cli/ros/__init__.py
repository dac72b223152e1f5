"""``prosess ros``: risk assessments whose levels follow the evidence. A module for each verb."""

import typer

from prosess.cli.ros import (
    accept,
    attest,
    check,
    diff,
    explain,
    forecast,
    init,
    lint,
    migrate,
    report,
    review,
    revoke,
    seal_key,
    trace,
    verify,
)

app = typer.Typer(name="ros", no_args_is_help=True, help="Assess risks by what was proven of a plan.")


@app.callback()
def ros() -> None:
    """Assess risks by what was proven of a plan."""


app.command("init")(init.init)
app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("trace")(trace.trace)
app.command("diff")(diff.diff)
app.command("forecast")(forecast.forecast)
app.command("lint")(lint.lint)
app.command("report")(report.report)
app.command("review")(review.review)
app.command("accept")(accept.accept)
app.command("revoke")(revoke.revoke)
app.command("attest")(attest.attest)
app.command("verify")(verify.verify)
app.command("seal-key")(seal_key.seal_key)
app.command("migrate")(migrate.migrate)
