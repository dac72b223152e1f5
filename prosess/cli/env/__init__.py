"""``prosess env``: environments, from reviewed file to planned graph. A module for each verb."""

import typer

from prosess.cli.env import plan, render, validate

app = typer.Typer(
    name="env", no_args_is_help=True, help="Validate, plan and render environments. Touches no subscription."
)


@app.callback()
def env() -> None:
    """Validate, plan and render environments. Touches no subscription."""


app.command("validate")(validate.validate)
app.command("plan")(plan.plan)
app.command("render")(render.render)
