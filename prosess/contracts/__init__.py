"""The documents that the parts of the product hand to one another."""

from prosess.contracts.acceptance import AcceptanceRevocation, AcceptanceStatement
from prosess.contracts.assessment import Assessment
from prosess.contracts.attestation import AttestationStatement
from prosess.contracts.canonical import Contract, canonical_bytes, digest
from prosess.contracts.changes import Action, Change, Changes, Compared, PropertyChange, ReplaceCause
from prosess.contracts.decision import Decision, Reason
from prosess.contracts.evidence import Evidence, Producer
from prosess.contracts.findings import Finding, Findings, Severity, State, Suppression
from prosess.contracts.graph import Graph, Labels, Node, Source, is_secret, is_unknown
from prosess.contracts.movements import Movements
from prosess.contracts.offboarding import Offboarding
from prosess.contracts.onboarding import Onboarding
from prosess.contracts.scan import Scan
from prosess.contracts.sealed import SealKeys

__all__ = [
    "AcceptanceRevocation",
    "AcceptanceStatement",
    "Action",
    "Assessment",
    "AttestationStatement",
    "Change",
    "Changes",
    "Compared",
    "Contract",
    "Decision",
    "Evidence",
    "Finding",
    "Findings",
    "Graph",
    "Labels",
    "Movements",
    "Node",
    "Offboarding",
    "Onboarding",
    "Producer",
    "PropertyChange",
    "Reason",
    "ReplaceCause",
    "Scan",
    "SealKeys",
    "Severity",
    "Source",
    "State",
    "Suppression",
    "canonical_bytes",
    "digest",
    "is_secret",
    "is_unknown",
]
