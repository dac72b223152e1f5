"""``prosess ros accept``: a data controller lets risks stand until a day, and the decision is sealed."""

from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.options import Lang, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, handing
from prosess.cli.ros.signing import Because, IssuerKeys, KeyFile, Until

if TYPE_CHECKING:
    from prosess.sealing import Approver
    from ros.model import AnalysisFiles


@handing
def accept(
    analysis: Analysis,
    risk: Annotated[list[str], typer.Argument(metavar="RISK…", help="Ids of risks, such as R07 R08.")],
    until: Until,
    because: Because,
    key: KeyFile,
    env: Planned = None,
    issuer_keys: IssuerKeys = None,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Accept risks at the levels that they have now, as whoever the token says that you are.

    Your organisation accepts for itself: each data controller does. The token is that of prosess login, or
    PROSESS_TOKEN; neither authors nor reviewers may accept, and the criteria say which roles may at which level.
    Where the assessment lies in the service, prosess ros review --accept has it sealed there.
    """
    from prosess.cli.output import show
    from prosess.cli.ros.assessing import assessed
    from prosess.cli.ros.signing import person, register_of, seal, today
    from prosess.cli.text import text
    from prosess.sealing import acceptance_of, read_key

    approver = person(analysis, issuer_keys, lang)
    read_key(key)  # before the plan: what is refused is refused at once
    found, *_ = assessed(analysis, env, as_of=None, lang=lang, handed=handed)
    day = today()
    register = register_of(analysis, found.files, lang)
    statement = acceptance_of(
        found.assessment,
        risk,
        approver,
        until=until.date(),
        today=day,
        because=because,
        authors=_hats(approver, found.files, "author"),
        reviewers=_hats(approver, found.files, "reviewer"),
        supersedes=register.in_place_of(approver.organisation, risk, day),
    )
    path = seal(statement, key, analysis, f"acceptances/{statement.id}.dsse.json", lang)
    ids = ", ".join(one.id for one in statement.risks)
    show(text("ros.accepted", lang, risks=ids, until=statement.until.isoformat(), file=str(path)))
    if statement.supersedes:
        show(text("ros.supersedes", lang, ids=", ".join(statement.supersedes)))


def _hats(approver: "Approver", files: "AnalysisFiles", hat: str) -> frozenset[str]:
    """Give the approver's subject where the token also holds the role that wrote, or reviewed, in its organisation.

    The files name roles, never persons, so whoever could have been the one is taken to have been.
    """
    for one in (files.analysis, *files.parents):
        party = one.party(one.author if hat == "author" else one.reviewer)
        if party and party.organisation == approver.organisation and party.role in approver.roles:
            return frozenset({approver.subject})
    return frozenset()
