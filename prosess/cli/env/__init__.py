"""``prosess env``: environments, from reviewed file to planned graph. A module for each verb."""

import typer

from prosess.cli.env import apply, bootstrap, destroy, diff, explain, plan, render, scan, validate

app = typer.Typer(
    name="env", no_args_is_help=True, help="Validate, plan, compare, render, scan and apply environments."
)


@app.callback()
def env() -> None:
    """Validate, plan, compare, render, scan and apply environments."""


app.command("validate")(validate.validate)
app.command("plan")(plan.plan)
app.command("diff")(diff.diff)
app.command("render")(render.render)
app.command("scan")(scan.scan)
app.command("explain")(explain.explain)
app.command("bootstrap")(bootstrap.bootstrap)
app.command("apply")(apply.apply)
app.command("destroy")(destroy.destroy)
