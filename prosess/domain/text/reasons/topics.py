"""Every reason and remedy, gathered: a module a topic, reasons with their remedies."""

from prosess.domain.text.reasons import (
    access,
    assessment,
    data,
    dependency,
    identity,
    policy,
    release,
)
from prosess.domain.text.wording import ReasonText, Wording

TOPICS: tuple[tuple[dict[str, ReasonText], dict[str, Wording]], ...] = (
    (access.REASONS, access.REMEDIES),
    (assessment.REASONS, assessment.REMEDIES),
    (data.REASONS, data.REMEDIES),
    (dependency.REASONS, dependency.REMEDIES),
    (identity.REASONS, identity.REMEDIES),
    (policy.REASONS, policy.REMEDIES),
    (release.REASONS, release.REMEDIES),
)

REASONS: dict[str, ReasonText] = {code: reason for reasons, _ in TOPICS for code, reason in reasons.items()}
"""Deny code → text. A gate's codes begin with its id; those of no gate say that it could not be judged."""

REMEDIES: dict[str, Wording] = {key: wording for _, remedies in TOPICS for key, wording in remedies.items()}
"""Key of a remedy → what to do."""
