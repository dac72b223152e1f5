"""What only reviewers are shown, taken out before anything is worded: no format can tell what it was never given."""

from dataclasses import dataclass, replace
from typing import Literal

from prosess.contracts.assessment import Assessment, ControlDerivation, Raised, Risk
from prosess.domain.text import Language, LocalisedText
from ros.model import AnalysisFiles, RiskFile, Sensitive
from ros.wording.text import say

Audience = Literal["team", "reviewer"]

Row = tuple[str, str]
"""Rule and resource of a piece of evidence."""


@dataclass(frozen=True)
class Shown:
    """An assessment and its files as an audience may read them."""

    assessment: Assessment
    files: AnalysisFiles
    evidence_withheld: frozenset[str] = frozenset()
    """Risks of whose evidence something was taken out."""


def shown_to(audience: Audience, assessment: Assessment, files: AnalysisFiles) -> Shown:
    """Give what an audience may read; reviewers read everything.

    A piece of evidence that one risk withholds is withheld from every risk that rests on it.
    """
    sensitive = {file.id: frozenset(file.sensitive) for file in files.risks if file.sensitive}
    if audience == "reviewer" or not sensitive:
        return Shown(assessment, files)
    rows = frozenset(
        (row.rule, row.resource)
        for risk in assessment.risks
        if "evidence" in sensitive.get(risk.id, ())
        for derived in risk.derivation.controls
        for row in derived.evidence
    )
    taken = frozenset(
        risk.id
        for risk in assessment.risks
        if "evidence" in sensitive.get(risk.id, ())
        or any((row.rule, row.resource) in rows for derived in risk.derivation.controls for row in derived.evidence)
    )
    return Shown(
        assessment.model_copy(
            update={
                "risks": tuple(
                    _risk(risk, sensitive.get(risk.id, frozenset()), rows)
                    if risk.id in sensitive.keys() | taken
                    else risk
                    for risk in assessment.risks
                )
            }
        ),
        replace(files, risks=tuple(_file(file) if file.sensitive else file for file in files.risks)),
        taken,
    )


def _withheld() -> dict[str, str]:
    return {language.value: say("withheld", language) for language in Language}


def _text() -> LocalisedText:
    return LocalisedText(**_withheld())


def _file(file: RiskFile) -> RiskFile:
    sensitive, text = file.sensitive, _text()
    changes: dict[str, object] = {}
    if "description" in sensitive:
        changes["description"] = text
    if "vulnerability" in sensitive and file.vulnerability:
        changes["vulnerability"] = text
    if "rationale" in sensitive:
        changes["inherent"] = file.inherent.model_copy(update={"rationale": text})
        changes["raised"] = tuple(one.model_copy(update={"reason": text}) for one in file.raised)
        if file.effects_approved:
            changes["effects_approved"] = file.effects_approved.model_copy(update={"reason": text})
    if "treatment" in sensitive:
        changes["treatment"] = tuple(one.model_copy(update={"action": text}) for one in file.treatment)
    return file.model_copy(update=changes)


def _risk(risk: Risk, sensitive: frozenset[Sensitive], rows: frozenset[Row]) -> Risk:
    raised: tuple[Raised, ...] = risk.derivation.raised
    if "rationale" in sensitive:
        raised = tuple(one.model_copy(update={"reason": _withheld()}) for one in raised)
    treatment = risk.treatment
    if "treatment" in sensitive:
        treatment = tuple(one.model_copy(update={"action": _withheld()}) for one in treatment)
    derivation = risk.derivation.model_copy(
        update={"raised": raised, "controls": tuple(_derived(one, rows) for one in risk.derivation.controls)}
    )
    return risk.model_copy(update={"treatment": treatment, "derivation": derivation})


def _derived(derived: ControlDerivation, rows: frozenset[Row]) -> ControlDerivation:
    kept = tuple(row for row in derived.evidence if (row.rule, row.resource) not in rows)
    return derived.model_copy(update={"evidence": kept})
