"""``prosess ros revoke``: a data controller takes an acceptance back."""

from typing import Annotated

import typer

from prosess.cli.options import Lang, Tongue
from prosess.cli.ros.assessing import Analysis
from prosess.cli.ros.signing import Because, IssuerKeys, KeyFile


def revoke(
    analysis: Analysis,
    acceptance: Annotated[str, typer.Argument(metavar="ACCEPTANCE", help="Id of an acceptance (prosess ros verify).")],
    because: Because,
    key: KeyFile,
    issuer_keys: IssuerKeys = None,
    lang: Lang = Tongue.EN,
) -> None:
    """Take an acceptance back from today, as the role of the organisation that gave it. Both files are kept."""
    from prosess.cli.output import show
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.signing import person, register_of, seal, today
    from prosess.cli.text import text
    from prosess.domain.guard import refuse_person_identifier
    from prosess.sealing import AcceptanceError, revocation_of
    from ros.loading import load_analysis

    someone = person(analysis, issuer_keys, lang)
    with reading(lang):
        files = load_analysis(analysis)
    found = register_of(analysis, files, lang).acceptance(acceptance)
    if found is None:
        refuse_person_identifier(acceptance)
        raise AcceptanceError("ACCEPTANCE_UNKNOWN", "no acceptance here has that id", facts={"id": acceptance})
    statement = revocation_of(found, someone, today=today(), reason=because)
    path = seal(statement, key, analysis, f"acceptances/{found.id}.revoked.dsse.json", lang)
    show(text("ros.revoked", lang, id=found.id, file=str(path)))
