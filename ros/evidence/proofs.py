"""What the evidence proves about a control: which resources it was to be seen on, and what was seen there.

A pass is only ever read, never inferred: a resource without a finding, a selector without a resource and a finding
of another graph all leave the control not evaluated (law 2). A control passes where all of its checks do, of
whatever kind they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from prosess.contracts.assessment import ResourceEvidence
from prosess.contracts.canonical import canonical_bytes
from prosess.contracts.findings import Finding, State
from ros.evidence.gathered import Gathered, TestedCase, TestRun, of_checkov
from ros.evidence.reasons import GAPS, RANK, STATE_OF
from ros.evidence.sources import RULES, Sources, attestation_id, last_day
from ros.evidence.tested import matching
from ros.model.attestation import Attested
from ros.model.control import Attestation, Control, RuleCheck, TestCheck
from ros.model.selector import NodeIndex, Selector, SelectorKey

ATTESTATION = "attestation"
"""What stands for the rule in a row that a person answered for."""

_REASON_OF = {
    State.FAIL: "a_resource_fails",
    State.NOT_EVALUATED: "value_unknown",
    State.PASS: "all_pass",
}
_TEST_REASON_OF = {
    State.FAIL: "a_test_fails",
    State.NOT_EVALUATED: "a_test_was_skipped",
    State.PASS: "all_pass",
}
_WORST_FIRST = {State.FAIL: 0, State.NOT_EVALUATED: 1, State.SUPPRESSED: 2, State.PASS: 3}


@dataclass(frozen=True)
class Proof:
    """What the evidence says about one control, for one risk."""

    state: State
    because: str
    rows: tuple[ResourceEvidence, ...] = ()
    gap: bool = False
    """Some part of the control was looked at by nobody, whatever the other parts say."""
    stale: bool = False
    """Some row was read from a source whose time is over."""


@dataclass(frozen=True)
class _Seen:
    """What one check showed: rows, why they count or not, and whether some of them are past their time."""

    reasons: frozenset[str]
    rows: tuple[ResourceEvidence, ...] = ()
    stale: bool = False


_Look = tuple[str, tuple[str, ...] | None]
"""A rule, and the resources that it is read on (none: whatever it judged)."""
_Asked = tuple[str, tuple[tuple[SelectorKey, int], ...], int]
_Found = tuple[Finding, str]
"""A finding and the source that it was read from."""


class Proofs:
    """Answers, for one graph and what was seen of it, what is proven about a control.

    Answers are kept by what they depend on (rule and selection), so that a thousand risks that lean on one control
    cost one look.
    """

    def __init__(self, gathered: Gathered, sources: Sources, *, day: date) -> None:
        """Index the findings, the tests and the attestations; what a source may not say is left out."""
        self._refused = sources.refused
        self._unread = sources.unread
        self._stale = sources.stale
        self._moment = sources.moment
        self._day = day
        self._nodes = NodeIndex(gathered.graph)
        self._found: dict[str, dict[str, _Found]] = {}
        for finding in gathered.findings.findings if sources.refused is None else ():
            self._keep_worst(finding, RULES)
        for scan in gathered.scans:
            if scan.id not in sources.unread:
                for finding in scan.findings.findings:
                    if of_checkov(finding.rule):
                        self._keep_worst(finding, scan.id)
        self._tests = tuple(run for run in gathered.tests if run.id not in sources.unread)
        self._attested: dict[str, list[Attested]] = {}
        for one in gathered.attestations:
            self._attested.setdefault(one.control, []).append(one)
        self._selected: dict[SelectorKey, tuple[str, ...]] = {}
        self._looked: dict[_Look, _Seen] = {}
        self._tested: dict[tuple[str, int, int], _Seen] = {}
        self._proofs: dict[_Asked, Proof] = {}

    def _keep_worst(self, finding: Finding, source: str) -> None:
        """Two findings of one rule on one resource: the worse one counts, whichever came first."""
        subjects = self._found.setdefault(finding.rule, {})
        other = subjects.get(finding.resource)
        if other is None or self._badness(finding, source) < self._badness(*other):
            subjects[finding.resource] = finding, source

    def _badness(self, finding: Finding, source: str) -> tuple[int, bool, bytes]:
        """Order findings, the worse first; of equals one that still holds, so that it is not called stale."""
        shown = [finding.path or "", finding.expected, finding.actual, str(finding.suppression), source]
        return _WORST_FIRST[self._state(finding)[0]], source in self._stale, canonical_bytes(shown)

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
        selectors = control.select or risk_selectors
        asked = (control.id, tuple((selector.key, selector.expect_min) for selector in selectors), expect_min)
        if asked not in self._proofs:
            self._proofs[asked] = self._proof(control, selectors, expect_min)
        return self._proofs[asked]

    def _proof(self, control: Control, selectors: tuple[Selector, ...], expect_min: int) -> Proof:
        by_rules, problems = self._by_rules(control, selectors)
        seen = [
            *by_rules,
            *(self._test(check) for check in control.test_checks),
            *(self._answered(control.id, check) for check in control.attestations),
        ]
        reasons = problems.union(*(one.reasons for one in seen))
        judged = {row.resource for one in by_rules for row in one.rows}
        if control.rule_checks and not reasons & GAPS and len(judged) < expect_min:
            reasons |= {"selector_matches_too_few"}
        because = min(reasons, key=RANK.__getitem__)
        return Proof(
            state=STATE_OF.get(because, State.NOT_EVALUATED),
            because=because,
            rows=seen[0].rows if len(seen) == 1 else _merged(row for one in seen for row in one.rows),
            gap=bool(reasons & GAPS),
            stale=any(one.stale for one in seen),
        )

    # --- rules ---------------------------------------------------------------------------------------------------

    def _by_rules(self, control: Control, selectors: tuple[Selector, ...]) -> tuple[list[_Seen], frozenset[str]]:
        """Look at each rule once on each selection; besides, tell what is wrong with the selections."""
        looks: set[_Look] = set()
        problems: set[str] = set()
        for check in control.rule_checks:
            if self._refused and not of_checkov(check.rule):
                problems.add(self._refused)
                continue
            look, problem = self._where(check, selectors)
            looks.add(look)
            if problem:
                problems.add(problem)
        seen = [self._look(*look) for look in sorted(looks, key=lambda look: (look[0], look[1] or ()))]
        silent = "no_finding" in problems or any("no_finding" in one.reasons for one in seen)
        if silent and any(of_checkov(rule) for rule, _ in looks):
            problems |= {why for id_, why in self._unread.items() if id_.startswith("checkov:")}
        return seen, frozenset(problems)

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
            self._looked[key] = _Seen(
                reasons=frozenset(reason for reason, _ in read),
                rows=tuple(row for _, row in read),
                stale=any(row.source in self._stale for _, row in read),
            )
        return self._looked[key]

    def _read(self, rule: str, urn: str, found: _Found | None) -> tuple[str, ResourceEvidence]:
        if found is None:
            source = "checkov" if of_checkov(rule) else RULES
            return "no_finding", ResourceEvidence(rule=rule, resource=urn, source=source, state=State.NOT_EVALUATED)
        finding, source = found
        state, reason = self._state(finding)
        return reason, ResourceEvidence(
            rule=rule,
            resource=urn,
            source=source,
            state=state,
            path=finding.path,
            expected=finding.expected,
            actual=finding.actual,
        )

    # --- tests ---------------------------------------------------------------------------------------------------

    def _test(self, check: TestCheck) -> _Seen:
        """Read the tests that a check asks for; of a test that ran twice the worse result counts."""
        key = (check.test, check.expect_min, check.every_days)
        if key not in self._tested:
            self._tested[key] = self._read_tests(check)
        return self._tested[key]

    def _read_tests(self, check: TestCheck) -> _Seen:
        worst: dict[str, tuple[tuple[int, bool, str], TestedCase]] = {}
        for run in self._tests:
            over = self._over(run, check)
            for case in matching(check.test, run.cases):
                badness = (_WORST_FIRST[case.state], over, run.id)
                if case.name not in worst or badness < worst[case.name][0]:
                    worst[case.name] = badness, case
        reasons = {_TEST_REASON_OF[case.state] for _, case in worst.values()}
        if len(worst) < check.expect_min:
            reasons |= {why for id_, why in self._unread.items() if id_.startswith("tests:")}
            reasons.add("too_few_tests" if worst else "no_test_result")
        return _Seen(
            reasons=frozenset(reasons),
            rows=tuple(
                ResourceEvidence(rule=check.test, resource=name, source=source, state=case.state)
                for name, ((_, _, source), case) in sorted(worst.items())
            ),
            stale=any(over for (_, over, _), _ in worst.values()),
        )

    def _over(self, run: TestRun, check: TestCheck) -> bool:
        return self._moment > run.collected + timedelta(days=check.every_days)

    # --- people --------------------------------------------------------------------------------------------------

    def _answered(self, control: str, check: Attestation) -> _Seen:
        """Find the attestation that answers a check for longest, if one does.

        One whose last day is over still tells what was answered last: it is stale, as other evidence is.
        """
        given = [one for one in self._attested.get(control, ()) if one.on <= self._day]
        by_role = [one for one in given if one.by is check.by]
        full = [one for one in by_role if all(one.facts.get(fact, "").strip() for fact in check.facts)]
        if not full:
            reason = (
                "attestation_lacks_facts"
                if by_role
                else "attestation_by_another_role"
                if given
                else "needs_attestation"
            )
            return _Seen(frozenset({reason}))
        best = max(full, key=lambda one: (last_day(one, check), one.on, one.id))
        row = ResourceEvidence(
            rule=ATTESTATION,
            resource=best.id,
            source=attestation_id(best),
            state=State.PASS,
            actual={fact: best.facts[fact] for fact in sorted(check.facts)} or None,
        )
        return _Seen(frozenset({"all_pass"}), (row,), stale=last_day(best, check) < self._day)


def _merged(rows: Iterable[ResourceEvidence]) -> tuple[ResourceEvidence, ...]:
    """Order the rows of several checks, each rule and resource once."""
    once = {(row.rule, row.resource): row for row in rows}
    return tuple(once[key] for key in sorted(once))
