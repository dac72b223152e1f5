"""Whether an acceptance still holds: what was accepted, held against the risk as it is now.

Written once, for the engine, which reads acceptances beside the files, and for the service, which carries them from one
revision of an assessment to the next.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from prosess.contracts.assessment import Assessment, Risk
from prosess.contracts.findings import State

Broken = Literal["level_raised", "criteria_changed", "material_changed", "control_fails"]
"""Why an acceptance of a risk no longer holds."""


@dataclass(frozen=True)
class RiskState:
    """What an acceptance is bound to, of one risk."""

    level: str
    material: str | None = None
    """Digest of the material fields; none where it was not written down."""
    criteria: str | None = None
    """Digest of the criteria profile; none where it was not written down."""
    controls: Mapping[str, State] = field(default_factory=dict)
    """What was proven of each control."""


def state_of(assessment: Assessment, risk: Risk) -> RiskState:
    """Give the state of an assessed risk."""
    return RiskState(
        level=risk.current.level,
        material=risk.material,
        criteria=assessment.criteria_digest,
        controls={one.control: one.state for one in risk.derivation.controls},
    )


def broken_by(
    accepted: RiskState, now: RiskState, *, ranks: Mapping[str, int], acceptable: Collection[str]
) -> Broken | None:
    """Tell what has happened to a risk since it was accepted, if anything; a level that sank is no harm.

    A control that passed and is not evaluated now breaks nothing: evidence that has aged marks the level, and closes
    new releases (design §7). What was not written down when it was accepted is not held against it.

    Args:
        accepted: the risk as it was accepted.
        now: the risk as it is.
        ranks: level → its place in the profile, the lowest first; a level that is not here, such as
            ``not_assessed``, is within none.
        acceptable: levels that somebody may accept by the profile.
    """
    if accepted.level not in acceptable or now.level not in ranks or ranks[now.level] > ranks.get(accepted.level, -1):
        return "level_raised"
    if accepted.criteria not in (None, now.criteria):
        return "criteria_changed"
    if accepted.material not in (None, now.material):
        return "material_changed"
    failing = any(
        state is State.PASS and now.controls.get(control) is State.FAIL for control, state in accepted.controls.items()
    )
    return "control_fails" if failing else None
