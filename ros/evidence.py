"""What the findings prove about a control: which resources it was to be seen on, and what was seen there.

A pass is only ever read, never inferred: a resource without a finding, a selector without a resource and a finding
of another graph all leave the control not evaluated (law 2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from prosess.contracts.assessment import ResourceEvidence
from prosess.contracts.canonical import canonical_bytes
from prosess.contracts.evidence import Evidence
from prosess.contracts.findings import Finding, Findings, State
from prosess.contracts.graph import Graph
from ros.model.control import Control, RuleCheck
from ros.model.selector import NodeIndex, Selector, SelectorKey

OSLO = ZoneInfo("Europe/Oslo")

_STATE_OF = {
    "a_resource_fails": State.FAIL,
    "a_suppression_has_expired": State.FAIL,
    "a_resource_is_suppressed": State.SUPPRESSED,
    "all_pass": State.PASS,
}
_REASON_OF = {
    State.FAIL: "a_resource_fails",
    State.NOT_EVALUATED: "value_unknown",
    State.PASS: "all_pass",
}
_WORST_FIRST = {State.FAIL: 0, State.NOT_EVALUATED: 1, State.SUPPRESSED: 2, State.PASS: 3}

# Why a control does not count, the most telling first; what holds for one resource is told for the control.
REASONS = (
    "nothing_was_evaluated",
    "no_evidence",
    "evidence_of_other_findings",
    "findings_of_another_graph",
    "evidence_from_the_future",
    "unknown_control",
    "a_resource_fails",
    "a_suppression_has_expired",
    "no_check",
    "no_selector",
    "selector_matches_nothing",
    "selector_matches_too_few",
    "no_finding",
    "value_unknown",
    "a_resource_is_suppressed",
    "needs_attestation",
    "all_pass",
)
_REASON_RANK = {reason: rank for rank, reason in enumerate(REASONS)}

REFUSALS = frozenset(REASONS[:5])
"""Reasons that hold for the evidence as a whole, and so for every control that rules check."""

GAPS = (
    REFUSALS
    | {"unknown_control"}
    | {"no_selector", "selector_matches_nothing", "selector_matches_too_few", "no_finding"}
)
"""Reasons that mean nobody looked. A level that would stand without an acceptance does not stand on these."""


_Look = tuple[str, tuple[str, ...] | None]
_Asked = tuple[str, tuple[tuple[SelectorKey, int], ...], int]
_Seen = tuple[frozenset[str], tuple[ResourceEvidence, ...]]
"""A rule, and the resources that it is read on (none: whatever it judged); what was read, and why it counts or not."""


@dataclass(frozen=True)
class Proof:
    """What the findings say about one control, for one risk."""

    state: State
    because: str
    rows: tuple[ResourceEvidence, ...] = ()
    gap: bool = False
    """Some part of the control was looked at by nobody, whatever the other parts say."""


@dataclass(frozen=True)
class Sources:
    """What an assessment rests on, and why it may not be read, if so. Digests are computed once, here."""

    graph: str
    findings: str
    evidence: str | None
    refused: str | None
    stale: bool

    @classmethod
    def of(cls, graph: Graph, findings: Findings, evidence: Evidence | None, as_of: date) -> "Sources":
        """Bind findings, graph and evidence to one another; whatever does not fit proves nothing."""
        graph_digest, findings_digest = graph.digest, findings.digest
        moment = last_moment(as_of)
        refused = None
        if evidence is None:
            refused = "no_evidence"
        elif not findings.findings:
            refused = "nothing_was_evaluated"
        elif findings.graph != graph_digest or evidence.graph != graph_digest:
            refused = "findings_of_another_graph"
        elif evidence.findings != findings_digest:
            refused = "evidence_of_other_findings"
        elif evidence.collected > moment:
            refused = "evidence_from_the_future"
        return cls(
            graph=graph_digest,
            findings=findings_digest,
            evidence=evidence.digest if evidence else None,
            refused=refused,
            stale=evidence is not None and refused is None and evidence.stale(moment),
        )


def last_moment(as_of: date) -> datetime:
    """Give the moment that ``--as-of`` stands for: itself, or the end of the day in Europe/Oslo."""
    if isinstance(as_of, datetime):
        return as_of
    return datetime.combine(as_of, time.max, tzinfo=OSLO)


def day_of(as_of: date) -> date:
    """Give the day in Europe/Oslo."""
    return as_of.astimezone(OSLO).date() if isinstance(as_of, datetime) else as_of


class Proofs:
    """Answers, for one graph and its findings, what is proven about a control.

    Answers are kept by what they depend on (rule and selection), so that a thousand risks that lean on one control
    cost one look.
    """

    def __init__(self, graph: Graph, findings: Findings, *, day: date, refused: str | None) -> None:
        """Index the findings; ``refused`` is why none of them may be read, if so."""
        self._refused = refused
        self._day = day
        self._nodes = NodeIndex(graph)
        self._found: dict[str, dict[str, Finding]] = {}
        for finding in findings.findings:
            self._keep_worst(finding)
        self._selected: dict[SelectorKey, tuple[str, ...]] = {}
        self._looked: dict[_Look, _Seen] = {}
        self._proofs: dict[_Asked, Proof] = {}

    def _keep_worst(self, finding: Finding) -> None:
        """Two findings of one rule on one resource: the worse one counts, whichever came first."""
        subjects = self._found.setdefault(finding.rule, {})
        other = subjects.get(finding.resource)
        if other is None or self._badness(finding) < self._badness(other):
            subjects[finding.resource] = finding

    def _badness(self, finding: Finding) -> tuple[int, bytes]:
        shown = [finding.path or "", finding.expected, finding.actual, str(finding.suppression)]
        return _WORST_FIRST[self._state(finding)[0]], canonical_bytes(shown)

    def _state(self, finding: Finding) -> tuple[State, str]:
        if finding.state is State.SUPPRESSED:
            if finding.suppression is None or finding.suppression.expires < self._day:
                return State.FAIL, "a_suppression_has_expired"
            return State.SUPPRESSED, "a_resource_is_suppressed"
        return finding.state, _REASON_OF[finding.state]

    def selected(self, selector: Selector) -> tuple[str, ...]:
        """Give the URNs that a selector matches, sorted."""
        key = selector.key
        if key not in self._selected:
            self._selected[key] = self._nodes.matching(selector)
        return self._selected[key]

    def too_few(self, selectors: Iterable[Selector]) -> str | None:
        """Tell whether a selector matches nothing, or fewer than it says; the worse where several do."""
        counts = [(len(self.selected(selector)), selector.expect_min) for selector in selectors]
        if any(count == 0 for count, _ in counts):
            return "selector_matches_nothing"
        return "selector_matches_too_few" if any(count < least for count, least in counts) else None

    def of(self, control: Control | None, risk_selectors: tuple[Selector, ...], expect_min: int) -> Proof:
        """Tell what is proven about a control where a risk with these selectors leans on it."""
        if control is None:
            return Proof(State.NOT_EVALUATED, self._refused or "unknown_control", gap=True)
        if not control.checks:
            return Proof(State.NOT_EVALUATED, "no_check")
        if not control.rule_checks:
            return Proof(State.NOT_EVALUATED, "needs_attestation")
        if self._refused:
            return Proof(State.NOT_EVALUATED, self._refused, gap=True)
        selectors = control.select or risk_selectors
        asked = (control.id, tuple((selector.key, selector.expect_min) for selector in selectors), expect_min)
        if asked not in self._proofs:
            self._proofs[asked] = self._proof(control, selectors, expect_min)
        return self._proofs[asked]

    def _proof(self, control: Control, selectors: tuple[Selector, ...], expect_min: int) -> Proof:
        reasons: set[str] = {"needs_attestation"} if control.attestations else set()
        looks: set[_Look] = set()
        for check in control.rule_checks:
            look, problem = self._where(check, selectors)
            looks.add(look)
            if problem:
                reasons.add(problem)
        seen = [self._look(*look) for look in looks]
        for reason, _ in seen:
            reasons |= reason
        rows = seen[0][1] if len(seen) == 1 else _merged(row for _, found in seen for row in found)
        if not reasons & GAPS and len({row.resource for row in rows}) < expect_min:
            reasons.add("selector_matches_too_few")
        because = min(reasons, key=_REASON_RANK.__getitem__)
        return Proof(_STATE_OF.get(because, State.NOT_EVALUATED), because, rows, gap=bool(reasons & GAPS))

    def _where(self, check: RuleCheck, selectors: tuple[Selector, ...]) -> tuple[_Look, str | None]:
        """Tell which resources a check is to be seen on, and what is wrong with that."""
        if check.over == "findings":
            return (check.rule, None), None if self._found.get(check.rule) else "no_finding"
        if check.select is not None:
            selectors = (check.select,)
        subjects = tuple(sorted({urn for selector in selectors for urn in self.selected(selector)}))
        return (check.rule, subjects), self.too_few(selectors) if selectors else "no_selector"

    def _look(self, rule: str, subjects: tuple[str, ...] | None) -> _Seen:
        """Read one rule's findings on some resources, or on whatever it judged."""
        key = (rule, subjects)
        if key not in self._looked:
            found = self._found.get(rule, {})
            read = [self._read(rule, urn, found.get(urn)) for urn in (sorted(found) if subjects is None else subjects)]
            self._looked[key] = frozenset(reason for reason, _ in read), tuple(row for _, row in read)
        return self._looked[key]

    def _read(self, rule: str, urn: str, finding: Finding | None) -> tuple[str, ResourceEvidence]:
        if finding is None:
            return "no_finding", ResourceEvidence(rule=rule, resource=urn, state=State.NOT_EVALUATED)
        state, reason = self._state(finding)
        return reason, ResourceEvidence(
            rule=rule,
            resource=urn,
            state=state,
            path=finding.path,
            expected=finding.expected,
            actual=finding.actual,
        )


def _merged(rows: Iterable[ResourceEvidence]) -> tuple[ResourceEvidence, ...]:
    """Order the rows of several checks, each rule and resource once."""
    once = {(row.rule, row.resource): row for row in rows}
    return tuple(once[key] for key in sorted(once))
