"""Whether what was accepted of a risk still stands on the day, and what has broken it if not."""

from collections.abc import Iterable, Mapping
from datetime import date

from prosess.contracts.assessment import Acceptance, Rating
from prosess.contracts.holding import RiskState, broken_by
from ros.criteria.profile import Profile
from ros.evidence import Proof
from ros.model.acceptance import AcceptedRisk
from ros.model.risk import RiskFile


def standing(
    profile: Profile,
    file: RiskFile,
    current: Rating,
    accepted: Iterable[AcceptedRisk],
    day: date,
    *,
    material: str,
    proven: Mapping[str, Proof],
) -> tuple[Acceptance, ...]:
    """Give one acceptance per data controller: the best that holds on the day, or that there is none."""
    order = ("active", "approved", "proposed", "expired", "invalidated", "superseded", "revoked", "none")
    answers = []
    for controller in sorted(set(file.data_controllers)):
        candidates = [
            _on_the_day(profile, acceptance, current, day, material=material, proven=proven)
            for acceptance in accepted
            if acceptance.data_controller == controller
        ]
        candidates.append(Acceptance(data_controller=controller, state="none"))
        answers.append(min(candidates, key=lambda one: (order.index(one.state), -(one.until or date.min).toordinal())))
    return tuple(answers)


def _on_the_day(
    profile: Profile,
    acceptance: AcceptedRisk,
    current: Rating,
    day: date,
    *,
    material: str,
    proven: Mapping[str, Proof],
) -> Acceptance:
    state, because = acceptance.state, None
    if state == "active":
        because = _broken_by(profile, acceptance, current, material=material, proven=proven)
        if acceptance.until < day:
            state, because = "expired", None
        elif because:
            state = "invalidated"
    return Acceptance(
        data_controller=acceptance.data_controller,
        state=state,
        until=acceptance.until,
        id=acceptance.id,
        because=because,
    )


def _broken_by(
    profile: Profile, acceptance: AcceptedRisk, current: Rating, *, material: str, proven: Mapping[str, Proof]
) -> str | None:
    """Tell what has happened to the risk since it was accepted, if anything; a level that sank is no harm."""
    accepted = RiskState(acceptance.level, acceptance.material, acceptance.criteria, acceptance.controls)
    controls = {control: proven[control].state for control in acceptance.controls if control in proven}
    now = RiskState(current.level, material, profile.digest, controls)
    acceptable = {level.id for level in profile.levels if level.accepted_by}
    return broken_by(accepted, now, ranks=profile.ranks, acceptable=acceptable)
