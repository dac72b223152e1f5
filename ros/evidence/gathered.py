"""What an assessment is held against: the plan, and everything that was seen of it or answered for."""

from dataclasses import dataclass
from datetime import datetime

from prosess.contracts.evidence import Evidence
from prosess.contracts.findings import Findings, State
from prosess.contracts.graph import Graph
from ros.model.attestation import Attested

SHORT = 8
"""Hex digits of a digest that an id quotes: fewer than the eleven digits of a person identifier."""


@dataclass(frozen=True)
class Scanned:
    """What Checkov found of the plan, and when."""

    findings: Findings
    """Bound to the plan's resources. Only what checks of Checkov's own found is read from it."""
    digest: str
    """Of the document that it was read from."""
    collected: datetime
    expires: datetime

    @property
    def id(self) -> str:
        """What rows of evidence quote."""
        return f"checkov:{_short(self.digest)}"


@dataclass(frozen=True)
class TestedCase:
    """One test's outcome."""

    __test__ = False

    name: str
    """``<classname>::<name>``."""
    state: State


@dataclass(frozen=True)
class TestRun:
    """The test results of one file. How long they hold is the check's to say."""

    __test__ = False

    cases: tuple[TestedCase, ...]
    digest: str
    collected: datetime

    @property
    def id(self) -> str:
        """What rows of evidence quote."""
        return f"tests:{_short(self.digest)}"


@dataclass(frozen=True)
class Gathered:
    """The evidence of one assessment. The order of its parts has no bearing."""

    graph: Graph
    findings: Findings
    """What our own rules found."""
    evidence: Evidence | None
    """When they found it; without it they prove nothing."""
    scans: tuple[Scanned, ...] = ()
    tests: tuple[TestRun, ...] = ()
    attestations: tuple[Attested, ...] = ()


def of_checkov(rule: str) -> bool:
    """Tell whether a rule is a check of Checkov's."""
    return rule.startswith("CKV")


def _short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:SHORT]
