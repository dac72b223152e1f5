"""``prosess ros seal-key``: make a private key, and tell what others need to prove its seals."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from prosess.cli.options import Lang, Tongue


def seal_key(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the private key is written; never over another.")],
    organisation: Annotated[str, typer.Option("--organisation", help="Number of the organisation that holds the key.")],
    issuer: Annotated[str, typer.Option("--issuer", help="Who seals with it, such as a service by its name.")],
    until: Annotated[datetime, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day that it seals.")],
    lang: Lang = Tongue.EN,
) -> None:
    """Make a key to seal with. Stdout gets the public part, as keys.yaml of a risk assessment holds it.

    For the first key, save it as keys.yaml; for a next one, add its entry there and let the old one stand, so that
    what it sealed can still be proven. The private key is readable by you only, and never printed.
    """
    from pydantic import ValidationError

    from prosess.cli.output import emit, say
    from prosess.cli.ros.signing import today
    from prosess.cli.text import text
    from prosess.contracts import SealKeys
    from prosess.documents import to_yaml
    from prosess.domain.errors import DomainError
    from prosess.sealing.keys import new_key, public_entry, write_key

    private = new_key()
    try:
        entry = public_entry(
            private, issuer=issuer, organisation=organisation, valid_from=today(), valid_until=until.date()
        )
    except ValidationError as error:
        cause = error.errors(include_input=False)[0].get("ctx", {}).get("error")
        raise (cause if isinstance(cause, DomainError) else error) from None
    write_key(private, file)
    document = SealKeys(keys=(entry,)).model_dump(mode="json", by_alias=True, exclude_none=True)
    emit(to_yaml(document).encode())
    say(text("ros.key_made", lang, file=str(file)))
