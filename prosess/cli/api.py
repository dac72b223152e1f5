"""``prosess api``: the service itself. Its settings are ``PROSESS_*`` variables (see docs)."""

from typing import Annotated

import typer

app = typer.Typer(name="api", no_args_is_help=True, help="Run the service. Settings come from PROSESS_* variables.")


@app.callback()
def api() -> None:
    """Run the service. Settings come from PROSESS_* variables."""


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", help="Port to listen on; 0 takes a free one.", min=0, max=65535)
    ] = 8000,
) -> None:
    """Answer requests, and carry operations out unless PROSESS_WORKER=false. The log's first line tells the address."""
    from prosess.cli.configured import settings
    from prosess.cli.demo.people import free_port

    known = settings()
    from platform_api.kit.log import log_of, set_up_logging
    from platform_api.main import serve as run

    port = port or free_port(host)
    set_up_logging()
    shown = f"[{host}]" if ":" in host else host
    log_of("prosess.service").info("listening", address=f"http://{shown}:{port}")
    run(known, host, port)


@app.command()
def worker() -> None:
    """Carry operations out, without answering requests."""
    from platform_api.main import work
    from prosess.cli.configured import settings

    work(settings())


@app.command()
def migrate() -> None:
    """Bring the database's schema up to this version."""
    from platform_api.main import migrate as bring_up
    from prosess.cli.configured import settings

    bring_up(settings())


@app.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    from platform_api.main import openapi as document
    from prosess.cli.output import emit_json

    emit_json(document())
