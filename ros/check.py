"""The gate: what an assessment means for whoever asks whether to go on."""

from collections.abc import Iterable
from dataclasses import dataclass

from prosess.contracts.assessment import Assessment, Risk, Verdict
from prosess.domain.text import Language
from ros.criteria.profile import NOT_ASSESSED
from ros.engine import needs_acceptance
from ros.evidence import REFUSALS
from ros.explain import level_words
from ros.loading import load_analysis
from ros.model import AcceptedRisk, AnalysisFiles
from ros.report.duties import duty_words
from ros.wording.text import say

__all__ = ["EXIT_CODES", "Check", "check", "load_analysis"]

EXIT_CODES: dict[Verdict, int] = {Verdict.ACCEPTABLE: 0, Verdict.ABOVE_LIMIT: 1, Verdict.NOT_ASSESSED: 4}
"""Verdict → exit code; stale evidence is part of the verdict ``not_assessed``."""


@dataclass(frozen=True)
class Check:
    """What the gate answers. The verdict is the assessment's own; nothing here computes another."""

    assessment: Assessment
    files: AnalysisFiles
    accepted: tuple[AcceptedRisk, ...] = ()
    """Every acceptance that was read, of risks that exist or not."""

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self.assessment.verdict

    @property
    def exit_code(self) -> int:
        """0 within the limit · 1 above it without an acceptance · 4 not assessed, or the evidence is stale."""
        return EXIT_CODES[self.verdict]

    @property
    def above_limit(self) -> tuple[str, ...]:
        """Ids of the risks that need an acceptance that they do not have."""
        return tuple(risk.id for risk in self.assessment.risks if needs_acceptance(self.files.profile, risk))

    @property
    def unassessed(self) -> tuple[str, ...]:
        """Ids of the risks without a level."""
        return tuple(risk.id for risk in self.assessment.risks if risk.current.level == NOT_ASSESSED)

    @property
    def stale(self) -> tuple[str, ...]:
        """Ids of the risks that lean on stale evidence."""
        return tuple(risk.id for risk in self.assessment.risks if risk.stale)

    @property
    def refused(self) -> str | None:
        """Code of why the evidence as a whole proves nothing, or ``no_risk``; None where something was assessed."""
        if not self.assessment.risks:
            return "no_risk"
        reasons = {derived.because for risk in self.assessment.risks for derived in risk.derivation.controls}
        return min(reasons & REFUSALS, default="no_evidence" if self.assessment.evidence is None else None)

    def headline(self, language: Language) -> str:
        """Say the verdict and why."""
        return f"{say(f'verdict.{self.verdict.value}', language)}. {self.reason(language)}"

    def reason(self, language: Language) -> str:
        """Say why the verdict is what it is, in one or two sentences."""
        facts = {
            "above": len(self.above_limit),
            "unassessed": len(self.unassessed),
            "stale": len(self.stale),
            "total": len(self.assessment.risks),
            "limit": level_words(self.files.profile.limit, language, self.files),
        }
        if self.refused:
            return say(f"refused.{self.refused}", language)
        told = say(f"verdict.{self.verdict.value}.why", language, **facts)
        if self.verdict is Verdict.ABOVE_LIMIT and (self.unassessed or self.stale):
            told += " " + say("verdict.also_unassessed", language, **facts)
        return told

    def table(self, language: Language) -> str:
        """Give a line per risk (id, level without controls → level now, mark, title), ending with a line feed."""
        rows = [self._row(risk, language) for risk in self.assessment.risks]
        widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
        lines = [
            "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows
        ]
        return "\n".join([*lines, self.headline(language), *self.duties(language)]) + "\n"

    def duties(self, language: Language) -> tuple[str, ...]:
        """Say what data protection law asks for that is not done: a line a duty, with its reasons."""
        told = []
        for duty in self.assessment.privacy:
            if duty.state in ("needed", "undecided"):
                name, state, because = duty_words(duty, language)
                told.append(f"{name}: {state.lower()}. {' '.join(because)}")
        return tuple(told)

    def _row(self, risk: Risk, language: Language) -> tuple[str, str, str, str]:
        before = level_words(risk.inherent.level, language, self.files)
        now = level_words(risk.current.level, language, self.files)
        mark = "!" if needs_acceptance(self.files.profile, risk) else ""
        if risk.stale:
            mark = f"{mark} {say('stale', language).lower()}".strip()
        return risk.id, f"{before} → {now}", mark, risk.title[language]


def check(assessment: Assessment, files: AnalysisFiles, accepted: Iterable[AcceptedRisk] = ()) -> Check:
    """Judge an assessment of these files, made with these acceptances."""
    return Check(assessment, files, tuple(accepted))
