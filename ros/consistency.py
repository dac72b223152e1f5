"""What one risk's file may not say because of what ``ros.yaml`` says."""

from collections.abc import Iterator

from prosess.domain.errors import DomainError
from ros.engine import AnalysisError
from ros.model import Analysis, InheritedRiskFile, RiskFile


def faults(analysis: Analysis, file: RiskFile | InheritedRiskFile) -> Iterator[DomainError]:
    """Give everything that is to be refused, each ``at`` its place in the risk's file."""
    for place, one in enumerate(file.raised):
        if analysis.party(one.by) is None:
            yield _unknown("raised.by", one.by, ("raised", place, "by"))
    if isinstance(file, RiskFile):
        yield from _of_controls(file)
        yield from _of_approval(analysis, file)


def _of_controls(file: RiskFile) -> Iterator[DomainError]:
    seen: set[str] = set()
    for place, use in enumerate(file.controls):
        if use.ref in seen:
            yield AnalysisError(
                "ROS_CONTROL_USED_TWICE",
                f"the risk leans on {use.ref} twice",
                facts={"control": use.ref},
                hint="write all of its effect in one place",
                at=("controls", place, "ref"),
            )
        seen.add(use.ref)


def _of_approval(analysis: Analysis, file: RiskFile) -> Iterator[DomainError]:
    if file.effects_approved is None:
        return
    by, at = file.effects_approved.by, ("effects_approved", "by")
    if analysis.party(by) is None:
        yield _unknown("effects_approved.by", by, at)
    elif by == analysis.author:
        yield AnalysisError(
            "ROS_AUTHOR_APPROVES",
            "the author cannot approve what the own controls are worth",
            hint="let another party approve the effects",
            at=at,
        )


def _unknown(key: str, party: str, at: tuple[str | int, ...]) -> DomainError:
    return AnalysisError(
        "ROS_PARTY_UNKNOWN",
        f"{key} is not one of the parties",
        facts={"key": key, "party": party},
        hint="add the party to ros.yaml, or name one that is listed",
        at=at,
    )
