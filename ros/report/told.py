"""The language, the names and the words that every part of a report is told in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from prosess.contracts.assessment import Assessment, Risk
from prosess.contracts.assessment import Rating as Rated
from prosess.contracts.findings import Findings
from prosess.domain.text import Language
from ros.criteria.profile import NOT_ASSESSED
from ros.engine import UNASSIGNED, needs_acceptance
from ros.evidence import OSLO
from ros.model import AnalysisFiles
from ros.report import model
from ros.wording.text import say

_LOCALES = {Language.NB: "nb_NO", Language.NN: "nn_NO", Language.EN: "en_GB"}


@dataclass(frozen=True)
class Told:
    """What every part of a report needs in order to word itself."""

    assessment: Assessment
    files: AnalysisFiles
    findings: Findings
    language: Language
    organisations: Mapping[str, str]
    """Organisation number → name."""

    def say(self, key: str, **facts: object) -> str:
        """Give a text of the catalogue."""
        return say(key, self.language, **facts)

    def day(self, day: date | None) -> str:
        """Give a date in words; a dash where there is none."""
        return format_date(day, "long", locale=_LOCALES[self.language]) if day else "–"

    def moment(self, moment: datetime) -> str:
        """Give a moment in words, in Europe/Oslo."""
        return format_datetime(moment.astimezone(OSLO), "d. MMMM y HH:mm", locale=_LOCALES[self.language])

    def organisation(self, number: str) -> str:
        """Give an organisation's name and number."""
        name = self.organisations.get(number)
        return f"{name} ({number})" if name else number

    def party(self, id_: str) -> str:
        """Give a party's title."""
        party = self.files.party(id_)
        if party is not None:
            return party.title.in_language(self.language)
        return self.say("unassigned") if id_ == UNASSIGNED else id_

    def level(self, id_: str) -> model.Level:
        """Give a level as it is shown."""
        level = self.files.profile.level_of(id_)
        if level is None:
            return model.Level(NOT_ASSESSED, -1, "○", self.say("level.not_assessed"))
        rank = self.files.profile.ranks[id_]
        return model.Level(id_, rank, level.symbol, level.label.in_language(self.language))

    def rating(self, rated: Rated) -> model.Rating:
        """Give a rating as it is shown."""
        level = self.level(rated.level)
        consequence = rated.consequence.get(rated.decided_by)
        dimension = self.say(f"facet.{rated.decided_by}")
        shown = "?" if consequence is None else consequence
        place = self.say("one.place", likelihood=rated.likelihood, consequence=shown)
        text = self.say(
            "explain.rating",
            level=f"{level.symbol} {level.word}",
            likelihood=rated.likelihood,
            dimension=dimension,
            consequence=shown,
        )
        return model.Rating(level, rated.likelihood, consequence, dimension, place, text)

    def needs_acceptance(self, risk: Risk) -> bool:
        """Tell whether a risk waits for an acceptance."""
        return needs_acceptance(self.files.profile, risk)
