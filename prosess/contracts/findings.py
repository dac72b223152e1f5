"""findings/1: what each rule found on each resource. A pass is recorded, never inferred; there is no time in it."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from prosess.contracts.canonical import Contract
from prosess.domain.base import Model


class State(StrEnum):
    """The outcome of one rule on one resource."""

    PASS = "pass"  # noqa: S105 - an outcome
    FAIL = "fail"
    NOT_EVALUATED = "not_evaluated"
    SUPPRESSED = "suppressed"


class Severity(StrEnum):
    """How bad a failure is, worst last."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class Suppression(Model):
    """A reviewed exception that turned a failure into ``suppressed``."""

    reason: str
    owner: str
    expires: date
    """The last day, inclusive, in Europe/Oslo."""


class Finding(Model):
    """One rule's outcome on one resource (or on a whole graph, where ``resource`` is a law's subject)."""

    rule: str
    """Stable id, such as ``PP-KV-002``."""
    resource: str
    """URN of the resource that was judged."""
    type: str
    state: State
    severity: Severity
    message: str
    """Key of the text in nb, nn and en; the text itself is never stored."""
    facts: dict[str, JsonValue] = {}
    remedy: str
    """Key of the text that says how to put it right."""
    expected: JsonValue = None
    actual: JsonValue = None
    path: str | None = None
    """Property that was read, such as ``properties.enablePurgeProtection``."""
    controls: tuple[str, ...] = ()
    """Catalogue references, such as ``nsm:2.7``."""
    scenarios: tuple[str, ...] = ()
    """Risk scenarios that lean on the rule, such as ``R16``."""
    suppression: Suppression | None = None


class Findings(Contract):
    """Every finding over one graph, sorted by rule and resource."""

    schema_: Literal["findings/1"] = Field(default="findings/1", alias="schema")
    graph: str
    """Digest of the graph that was judged."""
    policy_revision: str
    """Digest of the rules that judged it."""
    findings: tuple[Finding, ...]
