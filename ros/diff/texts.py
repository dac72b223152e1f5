"""What two versions of an analysis' files say otherwise, where an assessment does not tell it."""

from dataclasses import dataclass

from prosess.contracts.movements import Cause, CauseKind
from ros.lint import localised_texts
from ros.model.control import Control
from ros.model.files import AnalysisFiles
from ros.model.risk import RiskFile
from ros.state import material

_TOLD = ("title", "treatment")
"""Keys whose texts an assessment holds itself, so that they are told without the files."""


@dataclass(frozen=True)
class ChangedFiles:
    """What changed of one risk's files."""

    causes: tuple[Cause, ...] = ()


def changed_files(before: AnalysisFiles, after: AnalysisFiles) -> dict[str, ChangedFiles]:
    """Give, for each risk of both, what its file or its controls' files say otherwise."""
    earlier = {risk.id: risk for risk in before.risks}
    controls = tuple({one.id: one for one in files.controls} for files in (before, after))
    return {
        risk.id: ChangedFiles(tuple(_causes(earlier[risk.id], risk, controls)))
        for risk in after.risks
        if risk.id in earlier and (risk != earlier[risk.id] or controls[0] != controls[1])
    }


def _causes(was: RiskFile, now: RiskFile, controls: tuple[dict[str, Control], ...]) -> list[Cause]:
    found = []
    texts, texts_now = (dict(localised_texts(risk, "")) for risk in (was, now))
    for path in sorted(texts.keys() | texts_now.keys()):
        own = not path.startswith(_TOLD) and not path.startswith(("raised", "effects_approved"))
        if own and texts.get(path) != texts_now.get(path):
            found.append(Cause(kind=CauseKind.TEXT, subject=path))
    before, after = material(was, controls[0]), material(now, controls[1])
    if before["applies_to"] != after["applies_to"]:
        found.append(Cause(kind=CauseKind.SELECTION, subject="applies_to"))
    if before["target"]["by"] != after["target"]["by"]:
        told = before["target"]["by"], after["target"]["by"]
        found.append(Cause(kind=CauseKind.TARGET, subject="by", before=told[0], after=told[1]))
    checks, checks_now = ({one["ref"]: one["checks"] for one in side["controls"]} for side in (before, after))
    found += [
        Cause(kind=CauseKind.CONTROL, subject=ref, control=ref)
        for ref in sorted(checks.keys() & checks_now.keys())
        if checks[ref] != checks_now[ref]
    ]
    if was.scenario != now.scenario:
        found.append(Cause(kind=CauseKind.JUDGEMENT, subject="scenario", before=was.scenario, after=now.scenario))
    if was.inherent.knowledge != now.inherent.knowledge:
        told_knowledge = was.inherent.knowledge, now.inherent.knowledge
        found.append(
            Cause(kind=CauseKind.JUDGEMENT, subject="knowledge", before=told_knowledge[0], after=told_knowledge[1])
        )
    return found
