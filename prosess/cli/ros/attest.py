"""``prosess ros attest``: a person with the mandate answers for what no code can see, and the answer is sealed."""

from typing import Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import Lang, Tongue
from prosess.cli.refusing import refused
from prosess.cli.ros.assessing import Analysis
from prosess.cli.ros.signing import IssuerKeys, KeyFile, Until


def attest(
    analysis: Analysis,
    control: Annotated[str, typer.Argument(metavar="CONTROL", help="Id of a control, such as CTRL-RESTORE-TEST.")],
    until: Until,
    key: KeyFile,
    fact: Annotated[
        list[str] | None, typer.Option("--fact", help="What the control asks for, such as minutes=38; repeat it.")
    ] = None,
    issuer_keys: IssuerKeys = None,
    lang: Lang = Tongue.EN,
) -> None:
    """Answer for a control, as whoever the token says that you are: the control names the role that may."""
    from prosess.cli.output import show
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.signing import person, seal, today
    from prosess.cli.text import text
    from ros.loading import load_analysis
    from ros.sealed.attestation import attestation_of

    someone = person(analysis, issuer_keys, lang)
    with reading(lang):
        files = load_analysis(analysis)
    statement = attestation_of(
        files, control, someone, facts=_facts(fact or [], lang), until=until.date(), today=today()
    )
    path = seal(statement, key, analysis, f"attestations/{statement.id}.dsse.json", lang)
    show(text("ros.attested", lang, control=control, until=statement.until.isoformat(), file=str(path)))


def _facts(given: list[str], lang: Tongue) -> dict[str, str]:
    from prosess.domain.guard import refuse_person_identifier

    facts: dict[str, str] = {}
    for one in given:
        name, found, value = refuse_person_identifier(one).partition("=")
        if not found or not value or name in facts:
            raise refused(Exit.USAGE, "FACT_FORM", lang)
        facts[name] = value
    return facts
