"""Names whoever has to do something: a party of an analysis, a role, or a data controller."""

from prosess.domain.role import Role
from prosess.domain.text import Language
from ros.model.files import AnalysisFiles
from ros.wording.text import say


def party_title(id_: str, language: Language, files: AnalysisFiles | None) -> str | None:
    """Give a party's title, or None where the files do not tell it."""
    party = files.party(id_) if files else None
    return party.title.in_language(language) if party else None


def who(id_: str, language: Language, files: AnalysisFiles | None) -> str:
    """Say who it is; an id that nobody knows stands as it is."""
    if title := party_title(id_, language, files):
        return title
    if id_.isdigit():
        return say("who.controller", language, number=id_)
    if id_ not in set(Role):
        return id_
    from prosess.domain.text.names import name_of  # the names of everything; few who ask get here

    return name_of(Role(id_), language)
