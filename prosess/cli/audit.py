"""``prosess audit``: the trail that cannot be altered unnoticed."""

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import DEFAULT_SERVER, Format, Lang, Output, Server, Tongue

app = typer.Typer(name="audit", no_args_is_help=True, help="Verify and export the audit trail.")


@app.callback()
def audit() -> None:
    """Verify and export the audit trail."""


@app.command()
def verify(server: Server = DEFAULT_SERVER, output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """Walk the hash chain from its beginning. Exit 1 where it is broken."""
    from prosess.cli.output import emit_json, show
    from prosess.cli.service import Service
    from prosess.cli.text import text

    found = Service.signed_in(server, lang).get("/audit/verify")
    if output is Format.JSON:
        emit_json(found)
    elif found["intact"]:
        show(text("audit.intact", lang, count=found["entries"]))
    else:
        show(text("audit.broken", lang, seq=found["broken_at"], because=found["because"]))
    if not found["intact"]:
        raise typer.Exit(Exit.FAILED)


@app.command()
def export(server: Server = DEFAULT_SERVER, lang: Lang = Tongue.EN) -> None:
    """Print the trail as JSON lines, oldest first."""
    from prosess.cli.output import emit
    from prosess.cli.service import Service

    emit(Service.signed_in(server, lang).text("/audit/export").encode())
