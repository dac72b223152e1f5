"""Why a control counts, or does not: codes, which of them weighs most, and which mean that nobody looked."""

from prosess.contracts.findings import State

REASONS = (
    "nothing_was_evaluated",
    "no_evidence",
    "evidence_of_other_findings",
    "findings_of_another_graph",
    "evidence_from_the_future",
    "unknown_control",
    "a_resource_fails",
    "a_test_fails",
    "a_suppression_has_expired",
    "no_check",
    "no_selector",
    "selector_matches_nothing",
    "selector_matches_too_few",
    "source_of_another_graph",
    "source_from_the_future",
    "no_finding",
    "no_test_result",
    "too_few_tests",
    "value_unknown",
    "a_test_was_skipped",
    "a_resource_is_suppressed",
    "attestation_lacks_facts",
    "attestation_by_another_role",
    "needs_attestation",
    "all_pass",
)
"""The most telling first; what holds for one resource is told for the control."""

RANK = {reason: rank for rank, reason in enumerate(REASONS)}

REFUSALS = frozenset(REASONS[:5])
"""Reasons that hold for all that our rules found, and so for every control that they check."""

GAPS = REFUSALS | {
    "unknown_control",
    "no_selector",
    "selector_matches_nothing",
    "selector_matches_too_few",
    "source_of_another_graph",
    "source_from_the_future",
    "no_finding",
    "no_test_result",
    "too_few_tests",
}
"""Reasons that mean nobody looked. A level that would stand without an acceptance does not stand on these."""

STATE_OF = {
    "a_resource_fails": State.FAIL,
    "a_test_fails": State.FAIL,
    "a_suppression_has_expired": State.FAIL,
    "a_resource_is_suppressed": State.SUPPRESSED,
    "all_pass": State.PASS,
}
"""Reason → state of the control; not evaluated for all others."""
