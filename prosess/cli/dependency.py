"""``prosess dependency``: who depends on whom, and what has been confirmed."""

from pathlib import Path
from typing import Annotated, Any

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import DEFAULT_SERVER, AsOf, Format, Lang, Output, Server, Tongue
from prosess.cli.pathway import PathwayId

app = typer.Typer(name="dependency", no_args_is_help=True, help="Agree on dependencies: each actor its own part.")


@app.callback()
def dependency() -> None:
    """Agree on dependencies: each actor its own part."""


@app.command("list")
def list_(
    pathway_id: PathwayId, server: Server = DEFAULT_SERVER, output: Output = Format.TABLE, lang: Lang = Tongue.EN
) -> None:
    """Show a pathway's register: what is stated, what is confirmed, and the computed light."""
    from prosess.cli.output import MARKS, emit_json, table
    from prosess.cli.service import Service
    from prosess.cli.text import text

    found = Service.signed_in(server, lang).get(f"/pathways/{pathway_id}/dependencies")
    if output is Format.JSON:
        emit_json(found)
        return
    headings = ("dependency", "actor", "criticality", "deadline", "plan", "confirmed", "status")
    table(
        [text(f"column.{heading}", lang) for heading in headings],
        [
            (
                one["needs"],
                "\n".join(party["name"] for party in one["parties"]),
                one["criticality_name"],
                one["deadline"],
                text("yes" if one["stated_mutual_plan"] else "no", lang),
                "\n".join(text("yes" if party["confirmed"] else "no", lang) for party in one["parties"]),
                f"{MARKS[one['computed_light']]} {one['computed_light_name']}: {one['reason_text']}",
            )
            for one in found["dependencies"]
        ],
    )


@app.command()
def confirm(
    pathway_id: PathwayId,
    dependency_id: Annotated[str, typer.Argument(metavar="DEPENDENCY_ID", help="Id of a row of the register.")],
    actor: Annotated[str, typer.Option("--as", help="Actor whose part is confirmed.", metavar="ACTOR")],
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Confirm an actor's own part of a dependency, as the row reads now."""
    from prosess.cli.output import emit_json, show
    from prosess.cli.service import Service
    from prosess.cli.text import text

    service = Service.signed_in(server, lang)
    row = _row(service.get(f"/pathways/{pathway_id}/dependencies"), dependency_id)
    given = service.post(
        f"/pathways/{pathway_id}/dependencies/{dependency_id}/confirmations", {"actor": actor, "row": row["row"]}
    )
    if output is Format.JSON:
        emit_json(given)
    else:
        show(text("dependency.confirmed", lang, dependency=dependency_id, actor=actor))


def _row(register: dict[str, Any], dependency_id: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = register["dependencies"]
    if (found := next((row for row in rows if row["id"] == dependency_id), None)) is None:
        known = ", ".join(row["id"] for row in rows) or "–"
        raise CommandError(
            Exit.INVALID, "DEPENDENCY_UNKNOWN", "the register has no such row", hint=f"its rows are {known}"
        )
    return found


@app.command()
def check(
    initiative: Annotated[Path, typer.Argument(metavar="INITIATIVE", help="An initiative's file.")],
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Compute the lights of an initiative's own register, before anybody confirms anything. Exit 1 where one is red."""
    from prosess.calendar import NorwegianCalendar
    from prosess.cli.judging import as_of_day
    from prosess.cli.output import emit_json
    from prosess.cli.register import rows_of, show_register
    from prosess.cli.reviewed import read_file, region_of
    from prosess.domain.dependency import Light
    from prosess.domain.initiative import Initiative

    read = read_file(Initiative, initiative, lang)
    rows = rows_of(read, region_of(initiative, lang), as_of=as_of_day(as_of), calendar=NorwegianCalendar(), lang=lang)
    if output is Format.JSON:
        emit_json({"initiative": read.id, "dependencies": [row.as_json() for row in rows]})
    else:
        show_register(rows, lang)
    if any(row.light is Light.RED for row in rows):
        raise typer.Exit(Exit.FAILED)
