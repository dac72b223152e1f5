"""The language, the names and the words that every part of a report is told in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from babel.dates import format_date, format_datetime

from prosess.contracts.assessment import Assessment, Risk
from prosess.contracts.assessment import Rating as Rated
from prosess.contracts.findings import Findings
from prosess.domain.text import Language
from ros.criteria.profile import NOT_ASSESSED
from ros.engine import UNASSIGNED, needs_acceptance
from ros.evidence import OSLO
from ros.model import AnalysisFiles, Control, RiskFile
from ros.report import model
from ros.wording.parties import party_title
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
    digest: str
    """Of the assessment as it was made, before anything was withheld."""
    evidence_withheld: frozenset[str] = frozenset()
    """Risks of whose evidence something is withheld from this audience."""

    @cached_property
    def _risks(self) -> dict[str, RiskFile]:
        return {file.id: file for file in self.files.risks}

    @cached_property
    def _controls(self) -> dict[str, Control]:
        return {control.id: control for control in self.files.controls}

    @cached_property
    def _levels(self) -> dict[str, model.Level]:
        return {
            level.id: model.Level(level.id, rank, level.symbol, level.label.in_language(self.language))
            for rank, level in enumerate(self.files.profile.levels)
        }

    def risk(self, id_: str) -> RiskFile | None:
        """Give a risk's file, or None."""
        return self._risks.get(id_)

    def control(self, id_: str) -> Control | None:
        """Give a control, or None."""
        return self._controls.get(id_)

    def say(self, key: str, **facts: object) -> str:
        """Give a text of the catalogue."""
        return say(key, self.language, **facts)

    def day(self, day: date | None) -> str:
        """Give a date in words; a dash where there is none."""
        return _day(day, self.language) if day else "–"

    def moment(self, moment: datetime) -> str:
        """Give a moment in words, in Europe/Oslo."""
        return format_datetime(moment.astimezone(OSLO), "d. MMMM y HH:mm", locale=_LOCALES[self.language])

    def organisation(self, number: str) -> str:
        """Give an organisation's name and number."""
        name = self.organisations.get(number)
        return f"{name} ({number})" if name else number

    def party(self, id_: str) -> str:
        """Give a party's title."""
        title = party_title(id_, self.language, self.files)
        return title or (self.say("unassigned") if id_ == UNASSIGNED else id_)

    def level(self, id_: str) -> model.Level:
        """Give a level as it is shown."""
        return self._levels.get(id_) or model.Level(NOT_ASSESSED, -1, "○", self.say("level.not_assessed"))

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


@lru_cache(maxsize=4096)
def _day(day: date, language: Language) -> str:
    return format_date(day, "long", locale=_LOCALES[language])
