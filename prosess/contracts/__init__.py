"""The documents that the parts of the product hand to one another."""

from prosess.contracts.assessment import Assessment
from prosess.contracts.canonical import Contract, canonical_bytes, digest
from prosess.contracts.decision import Decision, Reason
from prosess.contracts.evidence import Evidence, Producer
from prosess.contracts.findings import Finding, Findings, Severity, State, Suppression
from prosess.contracts.graph import Graph, Labels, Node, Source, is_secret, is_unknown
from prosess.contracts.onboarding import Onboarding
from prosess.contracts.scan import Scan

__all__ = [
    "Assessment",
    "Contract",
    "Decision",
    "Evidence",
    "Finding",
    "Findings",
    "Graph",
    "Labels",
    "Node",
    "Onboarding",
    "Producer",
    "Reason",
    "Scan",
    "Severity",
    "Source",
    "State",
    "Suppression",
    "canonical_bytes",
    "digest",
    "is_secret",
    "is_unknown",
]
