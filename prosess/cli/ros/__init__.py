"""``prosess ros``: risk assessments whose levels follow the evidence. A module for each verb."""

import typer

from prosess.cli.ros import check, explain, report, review

app = typer.Typer(name="ros", no_args_is_help=True, help="Assess risks by what was proven of a plan.")


@app.callback()
def ros() -> None:
    """Assess risks by what was proven of a plan."""


app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("report")(report.report)
app.command("review")(review.review)
