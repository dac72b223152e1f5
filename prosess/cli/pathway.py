"""``prosess pathway``: patient pathways, from manifest to test and prod."""

from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.options import DEFAULT_SERVER, Format, Lang, Output, Server, Tongue

app = typer.Typer(name="pathway", no_args_is_help=True, help="Onboard a patient pathway.")

Manifest = Annotated[
    Path, typer.Argument(metavar="PATHWAY", help="A pathway's manifest, such as pathways/kols-siv.yaml.")
]
PathwayId = Annotated[str, typer.Argument(metavar="PATHWAY_ID", help="Id of a pathway, such as kols-siv.")]
EnvironmentName = Annotated[
    str, typer.Option("--environment", "-e", help="Name of an environment, such as test.", metavar="NAME")
]


@app.callback()
def pathway() -> None:
    """Onboard a patient pathway."""


@app.command()
def validate(manifest: Manifest, output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """Check a pathway's manifest: every mistake at once, with its line and the way out."""
    from prosess.cli.output import emit_json, show
    from prosess.cli.reviewed import read_file
    from prosess.cli.text import text
    from prosess.domain.pathway import Pathway

    read = read_file(Pathway, manifest, lang)
    if output is Format.JSON:
        emit_json({"file": manifest.name, "pathway": read.id, "valid": True})
    else:
        show(text("pathway.valid", lang, id=read.id, file=manifest.name))


@app.command()
def submit(
    manifest: Manifest,
    environment: EnvironmentName,
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Hand in a manifest, and ask for the pathway to enter an environment. Exit 5 while a gate is closed.

    Asked again while it waits, it shows where that stands.
    """
    from prosess.cli.operations import asked, told
    from prosess.cli.reviewed import read_file
    from prosess.cli.service import Service
    from prosess.domain.pathway import Pathway

    declared = read_file(Pathway, manifest, lang)
    service = Service.signed_in(server, lang)
    service.put(f"/pathways/{declared.id}", declared.model_dump(mode="json", by_alias=True, exclude_none=True))
    told(service, asked(service, "pathway", declared.id, environment), output, lang)


@app.command()
def status(
    pathway_id: PathwayId, server: Server = DEFAULT_SERVER, output: Output = Format.TABLE, lang: Lang = Tongue.EN
) -> None:
    """Show where a pathway stands."""
    from prosess.cli.output import emit_json, show
    from prosess.cli.service import Service

    found = Service.signed_in(server, lang).get(f"/pathways/{pathway_id}")
    if output is Format.JSON:
        emit_json(found)
        return
    show(f"{found['id']} v{found['version']} ({found['tenant']}): {found['state_name']}")
