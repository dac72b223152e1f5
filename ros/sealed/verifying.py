"""What can be said of each sealed file of an analysis: is it to be believed, and does what it says still stand?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from prosess.contracts.acceptance import AcceptanceRevocation, AcceptanceStatement
from prosess.contracts.assessment import Assessment
from prosess.contracts.attestation import AttestationStatement
from prosess.domain.errors import DomainError
from prosess.domain.role import Role
from ros.model import AcceptedRisk, AnalysisFiles
from ros.sealed.acceptance import AcceptanceFile, Register
from ros.sealed.attestation import AttestationFile, answers
from ros.sealed.seals import sound

Standing = Mapping[tuple[str, str], tuple[str, str | None]]
"""(id of an acceptance, id of a risk) → state on the day, held against the present, and why it fell."""

UNSOUND = frozenset({"broken", "invalidated"})


@dataclass(frozen=True)
class Verified:
    """What one sealed file says of one risk or control, and whether it holds."""

    file: str
    kind: str
    """``acceptance``, ``revocation``, ``attestation``, or ``unknown`` where the seal does not hold."""
    state: str
    """``broken``, ``invalidated``, ``active``, ``approved``, ``expired``, ``revoked`` or ``superseded``."""
    id: str | None = None
    of: str | None = None
    """Id of the risk, of the control, or of the acceptance that is taken back."""
    role: Role | None = None
    organisation: str | None = None
    decided: date | None = None
    until: date | None = None
    because: str | None = None
    """Code of why it no longer stands."""
    problem: DomainError | None = None
    """Why it is not to be believed."""

    @property
    def sound(self) -> bool:
        """Whether the file is to be believed and nothing has overtaken what it says."""
        return self.state not in UNSOUND


def verified(
    acceptances: Iterable[AcceptanceFile],
    attestations: Iterable[AttestationFile],
    files: AnalysisFiles,
    *,
    day: date,
    standing: Standing | None = None,
) -> tuple[Verified, ...]:
    """Tell of every sealed file, in the order of their names; an acceptance has a row for each of its risks."""
    every = tuple(acceptances)
    register = Register.of(sound(every))
    rows: list[Verified] = []
    for file in every:
        if file.problem is not None or file.statement is None:
            rows.append(_broken(file.name, file.problem))
        elif isinstance(file.statement, AcceptanceStatement):
            rows += _acceptance(file.name, file.statement, register, day, standing)
        elif isinstance(file.statement, AcceptanceRevocation):
            rows.append(_revocation(file.name, file.statement, day))
    for given in attestations:
        if given.problem is not None or given.statement is None:
            rows.append(_broken(given.name, given.problem))
        else:
            rows.append(_attestation(given.name, given.statement, files, day))
    return tuple(rows)


def standing_of(
    accepted: Iterable[AcceptedRisk], assess: Callable[[Iterable[AcceptedRisk]], Assessment]
) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Hold every acceptance against the present state. The engine is the only judge of that.

    An assessment tells one acceptance a risk and data controller, so those that share both are told in turns.
    """
    turns: list[dict[tuple[str, str], AcceptedRisk]] = []
    for one in accepted:
        key = (one.risk, one.data_controller)
        turn = next((turn for turn in turns if key not in turn), None)
        if turn is None:
            turns.append(turn := {})
        turn[key] = one
    found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for turn in turns:
        found |= {(str(one.id), one.risk): ("invalidated", "risk_gone") for one in turn.values()}
        for risk in assess(turn.values()).risks:
            found |= {(one.id, risk.id): (one.state, one.because) for one in risk.acceptances if one.id}
    return found


def _broken(name: str, problem: DomainError | None) -> Verified:
    return Verified(name, "unknown", "broken", problem=problem)


def _acceptance(
    name: str, given: AcceptanceStatement, register: Register, day: date, standing: Standing | None
) -> Iterable[Verified]:
    for risk in given.risks:
        state, because = str(register.state(given, risk.id, day)), None
        if standing is not None and state == "active":
            state, because = standing.get((given.id, risk.id), ("invalidated", "risk_gone"))
        yield Verified(
            name,
            "acceptance",
            state,
            id=given.id,
            of=risk.id,
            role=given.role,
            organisation=given.data_controller,
            decided=given.decided,
            until=given.until,
            because=because,
        )


def _revocation(name: str, given: AcceptanceRevocation, day: date) -> Verified:
    return Verified(
        name,
        "revocation",
        "active" if given.decided <= day else "approved",
        of=given.acceptance,
        role=given.role,
        organisation=given.organisation,
        decided=given.decided,
    )


def _attestation(name: str, given: AttestationStatement, files: AnalysisFiles, day: date) -> Verified:
    state, because = "active", None
    if not answers(given, files):
        state, because = "invalidated", "statement_changed"
    elif given.until < day:
        state = "expired"
    elif given.on > day:
        state = "approved"
    return Verified(
        name,
        "attestation",
        state,
        id=given.id,
        of=given.control,
        role=given.role,
        organisation=given.organisation,
        decided=given.on,
        until=given.until,
        because=because,
    )
