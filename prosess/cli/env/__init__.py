"""``prosess env``: environments, from reviewed file to planned graph. A module for each verb."""

import typer

from prosess.cli.env import explain, plan, render, scan, validate

app = typer.Typer(
    name="env", no_args_is_help=True, help="Validate, plan, render and scan environments. Touches no subscription."
)


@app.callback()
def env() -> None:
    """Validate, plan, render and scan environments. Touches no subscription."""


app.command("validate")(validate.validate)
app.command("plan")(plan.plan)
app.command("render")(render.render)
app.command("scan")(scan.scan)
app.command("explain")(explain.explain)
