"""``prosess ros``: risk assessments whose levels follow the evidence. A module for each verb."""

import typer

from prosess.cli.ros import check, explain, lint, report

app = typer.Typer(name="ros", no_args_is_help=True, help="Assess risks by what was proven of a plan.")


@app.callback()
def ros() -> None:
    """Assess risks by what was proven of a plan."""


app.command("check")(check.check)
app.command("explain")(explain.explain)
app.command("lint")(lint.lint)
app.command("report")(report.report)
