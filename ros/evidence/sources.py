"""The documents that an assessment rests on: whether each belongs to the plan, and until when it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from prosess.contracts.assessment import EvidenceSource
from ros.evidence.gathered import Gathered, Scanned, TestRun
from ros.evidence.moments import first_moment, last_moment
from ros.evidence.tested import matching
from ros.model.attestation import Attested
from ros.model.control import Attestation, Control

UNASKED_TESTS_HOLD = timedelta(days=7)
"""How long test results are said to hold that no control asks for; nothing rests on them."""

RULES = "rules"


@dataclass(frozen=True)
class Sources:
    """What an assessment rests on, and why parts of it may not be read. Digests are computed once, here."""

    graph: str
    findings: str
    evidence: str | None
    moment: datetime
    """The moment that is judged by."""
    refused: str | None
    """Why nothing of what our rules found may be read, if so."""
    unread: Mapping[str, str]
    """Source → why it may not be read, of scans and test runs."""
    listed: tuple[EvidenceSource, ...]
    """Every document, by id."""

    @property
    def stale(self) -> frozenset[str]:
        """Ids of the sources whose time is over, and that may be read."""
        return frozenset(one.id for one in self.listed if one.stale and one.id not in self.unread)

    @classmethod
    def of(cls, gathered: Gathered, controls: Iterable[Control], as_of: date) -> "Sources":
        """Bind the documents to the plan and to one another; whatever does not fit proves nothing."""
        graph, findings, moment = gathered.graph.digest, gathered.findings.digest, last_moment(as_of)
        evidence = gathered.evidence
        refused = _refused(gathered, graph=graph, findings=findings, moment=moment)
        known = {control.id: control for control in controls}
        unread: dict[str, str] = {}
        for scan in gathered.scans:
            if scan.findings.graph != graph:
                unread[scan.id] = "source_of_another_graph"
        collected = [(scan.id, scan.collected) for scan in gathered.scans]
        for id_, when in (*collected, *((run.id, run.collected) for run in gathered.tests)):
            if when > moment:
                unread.setdefault(id_, "source_from_the_future")
        listed = [
            *(_scan(scan, moment) for scan in gathered.scans),
            *(_tests(run, known.values(), moment) for run in gathered.tests),
            *(_attestation(one, known.get(one.control), moment) for one in gathered.attestations),
        ]
        if evidence is not None:
            listed.append(
                EvidenceSource(
                    id=RULES,
                    kind="rules",
                    digest=findings,
                    collected=evidence.collected,
                    expires=evidence.expires,
                    stale=refused is None and evidence.stale(moment),
                )
            )
        return cls(
            graph=graph,
            findings=findings,
            evidence=evidence.digest if evidence else None,
            moment=moment,
            refused=refused,
            unread=unread,
            listed=tuple(sorted({one.id: one for one in listed}.values(), key=lambda one: one.id)),
        )


def _refused(gathered: Gathered, *, graph: str, findings: str, moment: datetime) -> str | None:
    evidence = gathered.evidence
    if evidence is None:
        return "no_evidence"
    if not gathered.findings.findings:
        return "nothing_was_evaluated"
    if gathered.findings.graph != graph or evidence.graph != graph:
        return "findings_of_another_graph"
    if evidence.findings != findings:
        return "evidence_of_other_findings"
    return "evidence_from_the_future" if evidence.collected > moment else None


def _scan(scan: Scanned, moment: datetime) -> EvidenceSource:
    return EvidenceSource(
        id=scan.id,
        kind="checkov",
        digest=scan.digest,
        collected=scan.collected,
        expires=scan.expires,
        stale=moment > scan.expires,
    )


def _tests(run: TestRun, controls: Iterable[Control], moment: datetime) -> EvidenceSource:
    """Tell of a run of tests; it is said to hold until the first check that rests on it lapses."""
    held = [
        timedelta(days=check.every_days)
        for control in controls
        for check in control.test_checks
        if next(matching(check.test, run.cases), None)
    ]
    expires = run.collected + min(held, default=UNASKED_TESTS_HOLD)
    return EvidenceSource(
        id=run.id,
        kind="tests",
        digest=run.digest,
        collected=run.collected,
        expires=expires,
        stale=moment > expires,
    )


def _attestation(one: Attested, control: Control | None, moment: datetime) -> EvidenceSource:
    asked = [check for check in (control.attestations if control else ()) if check.by is one.by]
    last = min((last_day(one, check) for check in asked), default=one.until)
    return EvidenceSource(
        id=attestation_id(one),
        kind="attestation",
        digest=one.digest,
        collected=first_moment(one.on),
        expires=last_moment(last),
        stale=moment > last_moment(last),
    )


def attestation_id(one: Attested) -> str:
    """Give what rows of evidence quote."""
    return f"attestation:{one.id}"


def last_day(one: Attested, check: Attestation) -> date:
    """Give the last day, inclusive, on which an attestation answers a check."""
    return min(one.until, one.on + timedelta(days=check.every_days))
