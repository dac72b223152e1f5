"""Who seals on the command line: the person that a verified token tells, with a key that the folder trusts."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import DEFAULT_SERVER, Tongue
from prosess.cli.refusing import refused

if TYPE_CHECKING:
    from datetime import date

    from prosess.contracts import SealKeys
    from prosess.contracts.sealed import Statement
    from prosess.domain.errors import DomainError
    from prosess.sealing import Approver
    from ros.model import AnalysisFiles
    from ros.sealed.acceptance import Register
    from ros.sealed.seals import SealedFileError

Because = Annotated[str, typer.Option("--because", help="Justification and conditions, in your own words.")]
KeyFile = Annotated[Path, typer.Option("--key", help="Private key to seal with (prosess ros seal-key).")]
IssuerKeys = Annotated[
    Path | None,
    typer.Option(
        "--issuer-keys",
        help="Public keys of the tokens' issuer (JWKS); issuer-keys.json of the folder where not given.",
    ),
]

Until = Annotated[
    datetime, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day that it holds, inclusive (Europe/Oslo).")
]

ISSUER_KEYS = "issuer-keys.json"


def person(folder: Path, issuer_keys: Path | None, lang: Tongue) -> "Approver":
    """Give the person that the token tells: subject, organisation and roles as the issuer vouches for them.

    The token is the one in PROSESS_TOKEN, or the one that ``prosess login`` kept. Nothing about a person is taken
    from the command line.

    Raises:
        CommandError: exit 3, where there is no token, or it is not to be trusted.
    """
    import asyncio
    import os

    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    from platform_api.identity.keys import FixedKeys
    from platform_api.identity.local import AUDIENCE, ISSUER
    from platform_api.identity.tokens import TokenError, Verifier
    from platform_api.kit.clock import SystemClock
    from prosess.cli.service import kept_token
    from prosess.documents import load
    from prosess.sealing import Approver

    token = kept_token(os.environ.get("PROSESS_SERVER") or DEFAULT_SERVER)
    if token is None:
        raise refused(Exit.INVALID, "TOKEN_MISSING", lang)
    path = issuer_keys or folder / ISSUER_KEYS
    if not path.is_file():
        raise refused(Exit.INVALID, "ISSUER_KEYS_MISSING", lang, where=str(path))
    try:
        keys = FixedKeys(KeySet.import_key_set(load(path).data))
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise refused(Exit.INVALID, "ISSUER_KEYS_FORM", lang, where=str(path)) from error
    verifier = Verifier(issuer=ISSUER, audience=AUDIENCE, keys=keys, algorithms=("ES256",), clock=SystemClock())
    try:
        actor = asyncio.run(verifier.actor(token))
    except TokenError:
        raise refused(Exit.INVALID, "TOKEN_NOT_TRUSTED", lang) from None
    return Approver(subject=actor.subject, organisation=actor.organisation, roles=actor.roles)


def today() -> "date":
    """Give the day in Europe/Oslo: what is decided is decided now."""
    from platform_api.kit.clock import SystemClock

    return SystemClock().today()


def keys_of(folder: Path, lang: Tongue) -> "SealKeys | None":
    """Read the keys that an analysis trusts.

    Raises:
        CommandError: exit 3, where the file is not one.
    """
    from prosess.cli.reviewed import reading
    from ros.sealed.seals import read_keys

    with reading(lang):
        return read_keys(folder)


def register_of(folder: Path, files: "AnalysisFiles", lang: Tongue) -> "Register":
    """Read the acceptances of an analysis.

    Raises:
        CommandError: exit 3, where one cannot be believed.
    """
    from ros.sealed.acceptance import Register, read_acceptances
    from ros.sealed.seals import SealedFileError, believed

    try:
        return Register.of(believed(read_acceptances(folder, files, keys_of(folder, lang))))
    except SealedFileError as error:
        raise not_believed(error, lang) from error


def not_believed(error: "SealedFileError", lang: Tongue) -> CommandError:
    """Give the error that ends a command where a sealed file cannot be believed: it names the file."""
    said, hint = words(error, lang)
    return CommandError(Exit.INVALID, error.code, said, hint=hint, where=error.name)


def words(error: "DomainError", lang: Tongue) -> tuple[str, str]:
    """Say a refusal in the reader's language, and the way out."""
    from prosess.domain.text import Language
    from prosess.domain.text.refusals import explain

    return explain(error, Language(lang.value))


def seal(statement: "Statement", key: Path, folder: Path, name: str, lang: Tongue) -> Path:
    """Seal a statement into a file of the analysis, with a key that the analysis trusts today.

    Raises:
        SealError: where the key cannot be read.
        CommandError: exit 3, where a reader of the folder could not prove the seal.
    """
    from prosess.documents import write_whole
    from prosess.sealing import SealError, id_of, open_envelope, read_key, sign

    private = read_key(key)
    sealed = sign(statement, private)
    keys = keys_of(folder, lang)
    try:
        if keys is None:
            raise SealError("SEAL_KEYS_MISSING", "the folder has no `keys.yaml`")
        open_envelope(sealed, keys, type(statement))
    except SealError as error:
        said, hint = words(error, lang)
        raise CommandError(
            Exit.INVALID, error.code, f"{said} ({id_of(private)})", hint=hint, where="keys.yaml"
        ) from error
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    write_whole(path, sealed)
    return path
