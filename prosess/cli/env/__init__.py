"""``prosess env``: environments, from reviewed file to planned graph. A module for each verb."""

import typer

from prosess.cli.env import plan, validate

app = typer.Typer(name="env", no_args_is_help=True, help="Validate and plan environments. Touches no subscription.")


@app.callback()
def env() -> None:
    """Validate and plan environments. Touches no subscription."""


app.command("validate")(validate.validate)
app.command("plan")(plan.plan)
