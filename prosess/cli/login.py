"""``prosess login``: take a token of the local issuer, and keep it for the commands that follow."""

from typing import Annotated

import typer

from prosess.cli.options import DEFAULT_SERVER, Lang, Server, Tongue


def login(
    user: Annotated[str, typer.Argument(help="Test user of the local issuer, such as product-team@siv.")],
    server: Server = DEFAULT_SERVER,
    lang: Lang = Tongue.EN,
) -> None:
    """Log in as a test user of the local issuer. With another provider, set PROSESS_TOKEN."""
    from prosess.cli.output import show
    from prosess.cli.service import Service, keep_token
    from prosess.cli.text import text

    answer = Service(server, token=None, lang=lang).post("/local-issuer/token", {"user": user})
    keep_token(server, answer["access_token"])
    show(text("login.done", lang, user=user, minutes=answer["expires_in"] // 60))
