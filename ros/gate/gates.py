"""What an assessment must pass before somebody goes on.

The verdict is the assessment's own, and so is whatever a gate reads: levels, acceptances, staleness. A gate only says
what of it is in the way, and who can take it away. Each is open, closed, or cannot be told (``not_assessed``).

``level``: no risk is above the limit without an acceptance, and each has a level.
``expired``: no acceptance that a risk above the limit needs has run out.
``lapsed``: no level rests on evidence whose time is over.
``new-or-worse``: held against a baseline, no risk is new above the limit, and none has a worse level.
``orphans``: every acceptance, attestation and baseline entry speaks of what exists, and own controls are used.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from prosess.contracts.assessment import Assessment, GateAnswer, GateName, GateReason, Risk
from prosess.domain.role import Role
from ros.check import Check
from ros.criteria.profile import NOT_ASSESSED
from ros.engine import UNASSIGNED, needs_acceptance
from ros.model.acceptance import AcceptedRisk
from ros.model.attestation import Attested

GATES: Final[tuple[GateName, ...]] = get_args(GateName)
WITHOUT_BASELINE: Final[tuple[GateName, ...]] = ("level", "expired", "lapsed")

_NOT_ASSESSED: Final = frozenset({"refused", "no_level", "lost_its_level", "stale", "no_baseline", "other_criteria"})
"""Reasons that leave a gate without an answer. All others close it."""


@dataclass(frozen=True)
class Given:
    """What the gates are asked about."""

    check: Check
    baseline: Assessment | None = None
    accepted: tuple[AcceptedRisk, ...] = field(default=())
    """Every acceptance that was read, of risks that exist or not."""
    attested: tuple[Attested, ...] = field(default=())

    @property
    def risks(self) -> tuple[Risk, ...]:
        """The assessed risks."""
        return self.check.assessment.risks


def defaults(baseline: Assessment | None) -> tuple[GateName, ...]:
    """Give the gates that are asked where nobody says which."""
    return WITHOUT_BASELINE if baseline is None else ("new-or-worse", *WITHOUT_BASELINE)


def ask(given: Given, gates: Iterable[GateName] = ()) -> tuple[GateAnswer, ...]:
    """Ask some gates, or the default ones; the answers are in the order of ``GATES``."""
    asked = set(gates) or set(defaults(given.baseline))
    return tuple(_answer(gate, given) for gate in GATES if gate in asked)


def exit_code(answers: Iterable[GateAnswer]) -> int:
    """Give 1 where a gate is closed, else 4 where one cannot be told, else 0."""
    states = {answer.state for answer in answers}
    return 1 if "closed" in states else 4 if "not_assessed" in states else 0


def _answer(gate: GateName, given: Given) -> GateAnswer:
    if refused := given.check.refused:
        # Where the evidence as a whole proves nothing no gate is open, whatever the files say.
        reasons = [GateReason(code="refused", subject=given.check.assessment.id, facts={"because": refused})]
    else:
        reasons = sorted(_ASKED[gate](given), key=lambda one: (one.code in _NOT_ASSESSED, one.subject, one.code))
    codes = {one.code for one in reasons}
    state: Literal["open", "closed", "not_assessed"] = "closed"
    if codes <= _NOT_ASSESSED:
        state = "not_assessed" if codes else "open"
    against = given.baseline.digest if gate == "new-or-worse" and given.baseline else None
    return GateAnswer(gate=gate, state=state, against=against, reasons=tuple(reasons))


def _owner(risk: Risk) -> tuple[str, ...]:
    return () if risk.owner == UNASSIGNED else (risk.owner,)


def _level(given: Given) -> Iterator[GateReason]:
    for risk in given.risks:
        if needs_acceptance(given.check.files.profile, risk):
            missing = tuple(one.data_controller for one in risk.acceptances if one.state != "active")
            yield GateReason(
                code="above_limit",
                subject=risk.id,
                facts={"level": risk.current.level, "data_controllers": list(missing)},
                unblocked_by=tuple(sorted({*_owner(risk), *missing})),
            )
        elif risk.current.level == NOT_ASSESSED:
            yield GateReason(code="no_level", subject=risk.id, unblocked_by=(given.check.files.analysis.author,))


def _expired(given: Given) -> Iterator[GateReason]:
    for risk in given.risks:
        if not needs_acceptance(given.check.files.profile, risk):
            continue
        for one in risk.acceptances:
            if one.state == "expired":
                yield GateReason(
                    code="acceptance_expired",
                    subject=risk.id,
                    facts={
                        "data_controller": one.data_controller,
                        "until": one.until.isoformat() if one.until else None,
                    },
                    unblocked_by=(one.data_controller,),
                )


def _lapsed(given: Given) -> Iterator[GateReason]:
    for risk in given.risks:
        if risk.stale:
            yield GateReason(
                code="stale",
                subject=risk.id,
                facts={"level": risk.current.level, "lapsed": risk.if_stale_evidence_lapses.level},
                unblocked_by=(Role.PLATFORM_ENGINEER.value,),
            )


def _new_or_worse(given: Given) -> Iterator[GateReason]:
    now, then = given.check.assessment, given.baseline
    author = given.check.files.analysis.author
    if then is None:
        yield GateReason(code="no_baseline", subject=now.id, unblocked_by=(author,))
        return
    if then.criteria_digest != now.criteria_digest:
        facts = {"before": then.criteria, "after": now.criteria}
        yield GateReason(code="other_criteria", subject=now.id, facts=dict(facts), unblocked_by=(author,))
        return
    profile, earlier = given.check.files.profile, {risk.id: risk for risk in then.risks}
    for risk in now.risks:
        was, level = earlier.get(risk.id), risk.current.level
        had = was.current.level if was else NOT_ASSESSED
        if level == NOT_ASSESSED:
            if had != NOT_ASSESSED:
                facts = {"before": had}
                yield GateReason(code="lost_its_level", subject=risk.id, facts=dict(facts), unblocked_by=(author,))
        elif had == NOT_ASSESSED:
            if profile.above_limit(level):
                facts = {"level": level}
                yield GateReason(code="new", subject=risk.id, facts=dict(facts), unblocked_by=_owner(risk))
        elif profile.ranks[level] > profile.ranks.get(had, -1):
            facts = {"before": had, "after": level}
            yield GateReason(code="worse", subject=risk.id, facts=dict(facts), unblocked_by=_owner(risk))


def _orphans(given: Given) -> Iterator[GateReason]:
    files = given.check.files
    risks, controls = {risk.id for risk in given.risks}, {control.id for control in files.controls}
    used = {use.ref for risk in files.risks for use in risk.controls}
    who = (files.analysis.author,)
    for one in given.accepted:
        if one.risk not in risks:
            facts = {"risk": one.risk, "data_controller": one.data_controller}
            yield GateReason(code="acceptance", subject=one.id or one.risk, facts=dict(facts), unblocked_by=who)
    for statement in given.attested:
        if statement.control not in controls:
            facts = {"control": statement.control}
            yield GateReason(code="attestation", subject=statement.id, facts=dict(facts), unblocked_by=who)
    for risk in given.baseline.risks if given.baseline else ():
        if risk.id not in risks:
            yield GateReason(code="baseline_entry", subject=risk.id, unblocked_by=who)
    for id_ in sorted(files.own_controls - used):
        yield GateReason(code="own_control", subject=id_, unblocked_by=who)


_ASKED: dict[GateName, Callable[[Given], Iterator[GateReason]]] = {
    "new-or-worse": _new_or_worse,
    "level": _level,
    "expired": _expired,
    "lapsed": _lapsed,
    "orphans": _orphans,
}
