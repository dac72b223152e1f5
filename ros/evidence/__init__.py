"""What levels rest on: our rules' findings, Checkov's, test results and attestations, each with its own freshness."""

from ros.evidence.gathered import Gathered, Scanned, TestedCase, TestRun
from ros.evidence.moments import OSLO, day_of, last_moment
from ros.evidence.proofs import Proof, Proofs
from ros.evidence.reasons import GAPS, REASONS, REFUSALS
from ros.evidence.sources import Sources

__all__ = [
    "GAPS",
    "OSLO",
    "REASONS",
    "REFUSALS",
    "Gathered",
    "Proof",
    "Proofs",
    "Scanned",
    "Sources",
    "TestRun",
    "TestedCase",
    "day_of",
    "last_moment",
]
