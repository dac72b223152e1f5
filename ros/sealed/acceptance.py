"""Acceptances as sealed files: which hold, which are over, and which may never have been given.

Lifecycle of a sealed acceptance on a day: approved (sealed, its day has not come: seen only where one looks back) →
active → expired, revoked or superseded. Whether an active one is invalidated by what has happened to the risk is the
engine's to tell, which knows the present state.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from prosess.contracts.acceptance import AcceptanceRevocation, AcceptanceStatement
from prosess.contracts.assessment import LevelAuthority
from prosess.contracts.sealed import SealKeys, Statement
from prosess.domain.errors import DomainError
from prosess.sealing.accepting import (
    AcceptanceError,
    content_id,
    refuse_ended,
    refuse_too_long,
    refuse_without_mandate,
)
from ros.criteria.profile import Profile
from ros.model import AcceptedRisk, AnalysisFiles
from ros.sealed.seals import SealedFile, believed, read_sealed

FOLDER = "acceptances"

State = Literal["approved", "active", "expired", "revoked", "superseded"]
AcceptanceFile = SealedFile[Statement]


@dataclass(frozen=True)
class Register:
    """The acceptances of one analysis, and what ended them."""

    acceptances: tuple[AcceptanceStatement, ...]
    revocations: tuple[AcceptanceRevocation, ...]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> "Register":
        """Sort statements by their kind."""
        every = tuple(statements)
        return cls(
            acceptances=tuple(one for one in every if isinstance(one, AcceptanceStatement)),
            revocations=tuple(one for one in every if isinstance(one, AcceptanceRevocation)),
        )

    def acceptance(self, id_: str) -> AcceptanceStatement | None:
        """Give an acceptance by its id, or None."""
        return next((one for one in self.acceptances if one.id == id_), None)

    def state(self, acceptance: AcceptanceStatement, risk: str, day: date) -> State:
        """Tell the state of an acceptance of one risk on a day; what is decided later has no bearing on it."""
        if acceptance.decided > day:
            return "approved"
        if any(one.acceptance == acceptance.id and one.decided <= day for one in self.revocations):
            return "revoked"
        if any(_takes_its_place(one, acceptance, risk) and one.decided <= day for one in self.acceptances):
            return "superseded"
        return "expired" if acceptance.until < day else "active"

    def in_place_of(self, data_controller: str, risks: Iterable[str], day: date) -> tuple[str, ...]:
        """Give the ids of the acceptances that a new one by a data controller takes the place of."""
        asked = set(risks)
        return tuple(
            sorted(
                one.id
                for one in self.acceptances
                if one.data_controller == data_controller
                and any(risk.id in asked and self.state(one, risk.id, day) == "active" for risk in one.risks)
            )
        )

    def accepted(self, day: date) -> tuple[AcceptedRisk, ...]:
        """Give each acceptance of each risk as the engine reads it."""
        return tuple(
            AcceptedRisk(
                id=acceptance.id,
                risk=accepted.id,
                data_controller=acceptance.data_controller,
                state=self.state(acceptance, accepted.id, day),
                level=accepted.level,
                until=acceptance.until,
                material=accepted.material,
                criteria=acceptance.criteria_digest,
                controls=dict(accepted.controls),
            )
            for acceptance in self.acceptances
            for accepted in acceptance.risks
        )


def read_acceptances(folder: Path, files: AnalysisFiles, keys: SealKeys | None) -> tuple[AcceptanceFile, ...]:
    """Open every acceptance of an analysis, and hold what each says against the criteria and against the others."""
    opened = read_sealed(folder / FOLDER, keys, AcceptanceStatement, AcceptanceRevocation)
    register = Register.of(file.statement for file in opened if file.statement is not None)
    return tuple(_held(file, files, register) for file in opened)


def load_acceptances(
    folder: Path, files: AnalysisFiles, keys: SealKeys | None, *, day: date
) -> tuple[AcceptedRisk, ...]:
    """Give the acceptances of an analysis on a day, as the engine reads them.

    Raises:
        SealedFileError: where a file cannot be believed; a gate that left it out would not know what it left out.
    """
    return Register.of(believed(read_acceptances(folder, files, keys))).accepted(day)


def _held(file: AcceptanceFile, files: AnalysisFiles, register: Register) -> AcceptanceFile:
    try:
        if isinstance(file.statement, AcceptanceStatement):
            _refuse_acceptance(file.statement, files, register)
        elif isinstance(file.statement, AcceptanceRevocation):
            _refuse_revocation(file.statement, register)
    except DomainError as error:
        return file.refused(error)
    return file


def _refuse_acceptance(acceptance: AcceptanceStatement, files: AnalysisFiles, register: Register) -> None:
    if acceptance.id != content_id(acceptance):
        raise AcceptanceError("SEAL_ID", "has an id that was not computed from what it says", at=("id",))
    if sum(one.id == acceptance.id for one in register.acceptances) > 1:
        raise AcceptanceError("ACCEPTANCE_TWICE", "stands in two files", facts={"id": acceptance.id})
    if acceptance.analysis != files.analysis.id:
        raise AcceptanceError(
            "ACCEPTANCE_OTHER_ANALYSIS",
            f"is of the analysis {acceptance.analysis}",
            facts={"analysis": acceptance.analysis},
            hint="move the file to that analysis' folder",
        )
    refuse_ended(acceptance.until, decided=acceptance.decided)
    if acceptance.criteria_digest != files.profile.digest:
        return  # made under other criteria, which are not here to be asked; the engine invalidates it
    levels = {level.id: level for level in authorities(files.profile)}
    for risk in acceptance.risks:
        if level := levels.get(risk.level):
            refuse_without_mandate(risk.id, level, (acceptance.role,))
            refuse_too_long(risk.id, level, decided=acceptance.decided, until=acceptance.until)


def _refuse_revocation(revocation: AcceptanceRevocation, register: Register) -> None:
    acceptance = register.acceptance(revocation.acceptance)
    if acceptance is None:
        raise AcceptanceError(
            "ACCEPTANCE_UNKNOWN",
            f"takes back {revocation.acceptance}, which is not here",
            facts={"id": revocation.acceptance},
            hint="keep every acceptance, also after it was taken back",
        )
    if (revocation.organisation, revocation.role) != (acceptance.data_controller, acceptance.role):
        raise AcceptanceError(
            "ACCEPTANCE_NOT_YOURS",
            f"only a {acceptance.role.value} of {acceptance.data_controller} may take it back",
            facts={"role": acceptance.role.value, "organisation": acceptance.data_controller},
            hint="ask whoever has that role there",
        )


def authorities(profile: Profile) -> tuple[LevelAuthority, ...]:
    """Give who may accept at each level, lowest first."""
    return tuple(
        LevelAuthority(
            id=level.id,
            above_limit=profile.above_limit(level.id),
            accepted_by=level.accepted_by,
            accepted_days=level.accepted_days,
        )
        for level in profile.levels
    )


def _takes_its_place(later: AcceptanceStatement, earlier: AcceptanceStatement, risk: str) -> bool:
    return (
        earlier.id in later.supersedes
        and later.data_controller == earlier.data_controller
        and any(accepted.id == risk for accepted in later.risks)
    )
