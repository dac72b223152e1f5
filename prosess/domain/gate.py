"""Gates: what must hold before a pathway goes further, as data. The rules are Rego (``policies/rules/onboarding``)."""

from enum import StrEnum

from prosess.domain.access import Stage
from prosess.domain.base import Model
from prosess.domain.pathway import TestData


class GateId(StrEnum):
    """The gates, in order."""

    G0 = "G0"
    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
    G4 = "G4"
    G5 = "G5"
    G6 = "G6"
    G7 = "G7"


class Gate(Model):
    """What a gate asks for, as keys of texts in nb, nn and en."""

    id: GateId
    name: str
    asks_for: tuple[str, ...]


GATES: tuple[Gate, ...] = (
    Gate(id=GateId.G0, name="identity", asks_for=("valid_parties", "contact")),
    Gate(id=GateId.G1, name="data_and_law", asks_for=("legal_basis", "data_class", "countries", "dpia_decision")),
    Gate(id=GateId.G2, name="access_design", asks_for=("access_options", "decision_record", "access_log")),
    Gate(id=GateId.G3, name="risk_assessment", asks_for=("assessment_recommended", "every_risk_owned")),
    Gate(id=GateId.G4, name="dependencies_and_agreements", asks_for=("mutual_plans", "agreements_in_force")),
    Gate(id=GateId.G5, name="acceptance", asks_for=("acceptance_per_data_controller",)),
    Gate(
        id=GateId.G6,
        name="release",
        asks_for=("fresh_evidence", "restore_test", "clinical_sign_off", "no_freeze", "two_people"),
    ),
    Gate(id=GateId.G7, name="continuous", asks_for=("no_drift", "nothing_expired")),
)


def required_gates(stage: Stage, test_data: TestData) -> tuple[GateId, ...]:
    """Tell which gates stand before a stage.

    Tests on synthetic data alone need G0; tests with partners G0–G4; any test with real data G0–G4 too, since the
    assessment (G3) gates it and its parties are then processing; prod G0–G6.
    """
    if stage is Stage.PROD:
        return (GateId.G0, GateId.G1, GateId.G2, GateId.G3, GateId.G4, GateId.G5, GateId.G6)
    if test_data is TestData.SYNTHETIC_ALONE:
        return (GateId.G0,)
    return (GateId.G0, GateId.G1, GateId.G2, GateId.G3, GateId.G4)
