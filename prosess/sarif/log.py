"""A log of SARIF 2.1.0 (OASIS standard of 27 March 2020) from rules and results.

Results keep the order that they are given in, rules are sorted by id, and nothing here reads a clock or a machine's
paths: the same input gives the same log.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from typing import Any, Literal
from urllib.parse import quote

from prosess.contracts.canonical import canonical_pieces
from prosess.contracts.findings import Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Kind = Literal["pass", "fail", "open"]
"""``open``: nobody could tell."""
Profile = Literal["full", "github"]
"""``github`` leaves out what passed, since code scanning makes an alert of every result."""
_LEVELS = {Severity.LOW: "note", Severity.MEDIUM: "warning", Severity.HIGH: "error", Severity.CRITICAL: "error"}
_SCORES = {Severity.LOW: "3.0", Severity.MEDIUM: "5.0", Severity.HIGH: "8.0", Severity.CRITICAL: "9.5"}
"""What code scanning sorts by: a number within each band of its own names for severity."""


@dataclass(frozen=True)
class RuleText:
    """What the log tells of a rule."""

    id: str
    short: str
    full: str
    help: str
    severity: Severity
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Location:
    """Where a result stands: a file of the working folder, and the resource that it is about, where there is one."""

    file: str
    line: int = 1
    column: int = 1
    name: str = ""
    resource: str = ""


@dataclass(frozen=True)
class Result:
    """What one rule found in one place."""

    rule: str
    kind: Kind
    severity: Severity
    message: str
    location: Location
    fingerprints: Mapping[str, str]
    """Name and version → fingerprint, of what stays the same when lines and messages change."""
    suppression: str | None = None
    """The reason of a reviewed exemption."""
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Notification:
    """Something that the run has to say beside its results."""

    id: str
    level: Literal["note", "warning", "error"]
    message: str


def level_of(severity: Severity) -> str:
    """Give SARIF's level of a severity."""
    return _LEVELS[severity]


def score_of(severity: Severity) -> str:
    """Give the number that code scanning sorts a severity by."""
    return _SCORES[severity]


def fingerprint(*parts: str) -> str:
    """Give the digest of what a result is known again by."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def log(
    rules: Iterable[RuleText],
    results: Iterable[Result],
    notifications: Sequence[Notification] = (),
    *,
    successful: bool,
    properties: Mapping[str, Any],
    extensions: Sequence[Mapping[str, str]] = (),
    profile: Profile = "full",
) -> Iterator[bytes]:
    """Give the canonical bytes of a log of one run, piece by piece: results are made, written and let go.

    Every rule that a result names must be among ``rules``.
    """
    ordered = sorted(rules, key=lambda rule: rule.id)
    index = {rule.id: place for place, rule in enumerate(ordered)}
    driver: dict[str, Any] = {
        "name": "prosess",
        "version": version("prosess"),
        "rules": [_rule(rule) for rule in ordered],
    }
    tool: dict[str, Any] = {"driver": driver}
    if extensions:
        tool["extensions"] = [dict(one) for one in extensions]
    run = {
        "tool": tool,
        "invocations": [
            {
                "executionSuccessful": successful,
                "toolExecutionNotifications": [_notification(one) for one in notifications],
            }
        ],
        "results": (_result(one, index[one.rule]) for one in results if profile == "full" or one.kind != "pass"),
        "columnKind": "unicodeCodePoints",
        "properties": dict(properties),
    }
    yield f'{{"$schema":"{SCHEMA}","runs":['.encode()
    yield from canonical_pieces(run)
    yield b'],"version":"2.1.0"}\n'


def _notification(one: Notification) -> dict[str, Any]:
    return {"descriptor": {"id": one.id}, "level": one.level, "message": {"text": one.message}}


def _rule(rule: RuleText) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.short},
        "fullDescription": {"text": rule.full},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"security-severity": _SCORES[rule.severity], **rule.properties},
    }


@lru_cache(maxsize=4096)
def _uri(file: str) -> str:
    return quote(file)


def _result(one: Result, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(one.location.file)},
            "region": {"startLine": one.location.line, "startColumn": one.location.column},
        }
    }
    if one.location.resource:
        place["logicalLocations"] = [
            {"name": one.location.name, "fullyQualifiedName": one.location.resource, "kind": "resource"}
        ]
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "kind": one.kind,
        "level": _LEVELS[one.severity] if one.kind == "fail" else "none",
        "message": {"text": one.message},
        "locations": [place],
        "partialFingerprints": dict(one.fingerprints),
    }
    if one.suppression is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": one.suppression}]
    if one.properties:
        result["properties"] = dict(one.properties)
    return result
