"""Analyses with sealed files, which the tests of acceptance and attestation are about."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from prosess.contracts import AcceptanceStatement, Assessment, SealKeys
from prosess.contracts.findings import State
from prosess.contracts.sealed import Statement
from prosess.domain.role import Role
from prosess.sealing import Approver, acceptance_of, public_entry, sign
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import AcceptedRisk, AnalysisFiles, Attested, Control, RiskFile, Selector
from ros.sealed.acceptance import load_acceptances
from tests.ros.worlds import (
    CONTROLLER,
    PROFILE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    urn,
    use,
)

OTHER = "914637651"
DAY = date(2023, 10, 5)
UNTIL = DAY + timedelta(days=90)
WORLD = graph_of(node(VAULT, "secrets"))
PURGE = control("CTRL-PURGE", "PP-KV-002", select=[{"type": VAULT}])
PRIVATE = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
KEYS = SealKeys(
    keys=(
        public_entry(
            PRIVATE, issuer="prove", organisation=OTHER, valid_from=date(2023, 1, 1), valid_until=date(2024, 12, 31)
        ),
    )
)
OWNER = Approver("handle-owner", CONTROLLER, (Role.RISK_OWNER,))
OTHER_OWNER = Approver("handle-other", OTHER, (Role.RISK_OWNER,))


def high(**changes: Any) -> RiskFile:
    """A risk that is high even where its control works, of two data controllers."""
    return risk(
        **{
            "likelihood": 4,
            "consequence": 4,
            "controls": [use("CTRL-PURGE", likelihood=-1)],
            "applies_to": [Selector(type=VAULT)],
            "data_controllers": [CONTROLLER, OTHER],
            **changes,
        }
    )


def files(*risks: RiskFile, controls: Iterable[Control] = (PURGE,), **changes: Any) -> AnalysisFiles:
    return AnalysisFiles(analysis(**changes), PROFILE, tuple(controls), risks or (high(),))


def assessed(
    of: AnalysisFiles,
    *,
    state: State = State.PASS,
    on: date = DAY,
    accepted: Iterable[AcceptedRisk] = (),
    attested: tuple[Attested, ...] = (),
) -> Assessment:
    findings = findings_of(WORLD, [finding("PP-KV-002", urn(VAULT, "secrets"), state)])
    evidence = evidence_of(WORLD, findings, days=2000)
    gathered = Gathered(WORLD, findings, evidence, attestations=attested)
    return assess(of, gathered, as_of=on, acceptances=accepted)


def accepted_by(of: AnalysisFiles, approver: Approver = OWNER, **changes: Any) -> AcceptanceStatement:
    asked: dict[str, Any] = {"until": UNTIL, "today": DAY, "because": "Prøves", **changes}
    risks = asked.pop("risks", ["R01"])
    return acceptance_of(assessed(of), risks, approver, **asked)


def put(folder: Path, part: str, statement: Statement, name: str = "", private: Ed25519PrivateKey = PRIVATE) -> Path:
    path = folder / part / f"{name or getattr(statement, 'id', 'other')}.dsse.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(sign(statement, private))
    return path


def states(folder: Path, of: AnalysisFiles, *, on: date = DAY, **more: Any) -> dict[str, tuple[str, str | None]]:
    """Data controller → state of the acceptance of the first risk, and why, as the gate sees it."""
    read = load_acceptances(folder, of, KEYS, day=on)
    (first, *_) = assessed(of, on=on, accepted=read, **more).risks
    return {one.data_controller: (one.state, one.because) for one in first.acceptances}
