"""Names whoever has to do something: a party of an analysis, a role, or a data controller."""

from prosess.domain.role import Role
from prosess.domain.text import Language
from prosess.domain.text.names import name_of
from ros.model.files import AnalysisFiles
from ros.wording.text import say


def who(id_: str, language: Language, files: AnalysisFiles | None) -> str:
    """Say who it is; an id that nobody knows stands as it is."""
    party = files.analysis.party(id_) if files else None
    if party:
        return party.title.in_language(language)
    if id_.isdigit():
        return say("who.controller", language, number=id_)
    return name_of(Role(id_), language) if id_ in set(Role) else id_
