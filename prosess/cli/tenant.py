"""``prosess tenant``: organisations that join the platform."""

from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.options import DEFAULT_SERVER, Format, Lang, Output, PageFormat, PageOutput, Server, Tongue

app = typer.Typer(name="tenant", no_args_is_help=True, help="Let an organisation join the platform.")


@app.callback()
def tenant() -> None:
    """Let an organisation join the platform."""


@app.command()
def submit(
    manifest: Annotated[Path, typer.Argument(metavar="TENANT", help="A tenant's file, such as tenants/siv.yaml.")],
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Hand in a tenant's file, and ask for the tenant to join."""
    from prosess.cli.operations import asked, told
    from prosess.cli.reviewed import read_file
    from prosess.cli.service import Service
    from prosess.domain.tenant import Tenant

    declared = read_file(Tenant, manifest, lang)
    service = Service.signed_in(server, lang)
    service.put(f"/tenants/{declared.id}", declared.model_dump(mode="json", by_alias=True, exclude_none=True))
    told(service, asked(service, "tenant", declared.id), output, lang)


@app.command()
def status(
    tenant_id: Annotated[str, typer.Argument(metavar="TENANT_ID", help="Id of a tenant, such as siv.")],
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Show where a tenant stands."""
    from prosess.cli.output import emit_json, show
    from prosess.cli.service import Service

    found = Service.signed_in(server, lang).get(f"/tenants/{tenant_id}")
    if output is Format.JSON:
        emit_json(found)
        return
    show(f"{found['id']} ({found['organisation']}): {found['state_name']}")


@app.command()
def offboard(
    tenant_id: Annotated[str, typer.Argument(metavar="TENANT_ID", help="Id of the tenant that leaves, such as siv.")],
    env: Annotated[Path, typer.Option("--env", help="The environment's file.", metavar="ENV")],
    onboarding: Annotated[Path, typer.Option("--onboarding", help="Approved tenants and pathways (onboarding/1).")],
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Plan what is returned, kept and deleted when a tenant leaves. Touches nothing."""
    from prosess.cli.offboarding import columns, markdown, offboarding, rows, title
    from prosess.cli.output import emit, show, table
    from prosess.cli.text import text

    plan = offboarding(env, onboarding, tenant_id, lang)
    if output is PageFormat.JSON:
        emit(plan.to_bytes())
    elif output is PageFormat.MARKDOWN:
        emit((markdown(plan, lang) + "\n").encode())
    else:
        table(columns(lang), rows(plan, lang), title=title(plan, lang))
        show(text("offboard.untouched", lang))
