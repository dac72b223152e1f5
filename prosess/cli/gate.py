"""``prosess gate``: what stands before an environment, why it is closed, and who can open it."""

from typing import Annotated

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import DEFAULT_SERVER, Format, Lang, Output, Server, Tongue
from prosess.cli.pathway import EnvironmentName, PathwayId

app = typer.Typer(name="gate", no_args_is_help=True, help="See which gates are closed, and who opens them.")


@app.callback()
def gate() -> None:
    """See which gates are closed, and who opens them."""


@app.command("list")
def list_(
    pathway_id: PathwayId,
    environment: EnvironmentName,
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Judge every gate before an environment now. Exit 1 where one is closed."""
    from prosess.cli.operations import gate_table
    from prosess.cli.output import emit_json
    from prosess.cli.service import Service

    found = Service.signed_in(server, lang).get(f"/pathways/{pathway_id}/gates", environment=environment)
    if output is Format.JSON:
        emit_json(found)
    else:
        gate_table(found["gates"], lang)
    if not found["open"]:
        raise typer.Exit(Exit.FAILED)


@app.command()
def explain(
    pathway_id: PathwayId,
    gate_id: Annotated[str, typer.Argument(metavar="GATE", help="G0 … G6, or approval.")],
    environment: EnvironmentName,
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Tell why a gate is closed, how to open it, and who can. ``-o json`` prints the decision (decision/1)."""
    from prosess.cli.output import MARKS, emit_json, show
    from prosess.cli.service import Service
    from prosess.cli.text import text

    found = Service.signed_in(server, lang).get(f"/pathways/{pathway_id}/gates", environment=environment)
    gates = {one["gate"].casefold(): one for one in found["gates"]}
    one = gates.get(gate_id.casefold())
    if one is None:
        raise CommandError(
            Exit.INVALID,
            "GATE_UNKNOWN",
            "there is no gate with this id",
            hint=f"the gates are {', '.join(each['gate'] for each in found['gates'])}",
        )
    if output is Format.JSON:
        emit_json(one.get("decision") or {})
        return
    show(f"{one['gate']} {one['name']}: {MARKS.get(one['state'], '–')} {one['state_name']}", style="bold")
    for reason in one["reasons"]:
        show(reason["text"])
        show(f"  → {reason['remedy']}")
        show(f"  {text('column.unblocks', lang)}: {reason['unblocked_by_name']}")
        if deadline := reason["facts"].get("deadline"):
            show(f"  {text('column.deadline', lang)}: {deadline}")
        show(f"  [{reason['code']}]", style="dim")
