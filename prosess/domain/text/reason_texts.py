"""The texts behind :mod:`prosess.domain.text.reasons`, gathered: a module a topic, reasons with their remedies."""

from prosess.domain.text import (
    access_reasons,
    assessment_reasons,
    data_reasons,
    dependency_reasons,
    identity_reasons,
    policy_reasons,
    release_reasons,
)
from prosess.domain.text.wording import ReasonText, Wording

TOPICS: tuple[tuple[dict[str, ReasonText], dict[str, Wording]], ...] = (
    (access_reasons.REASONS, access_reasons.REMEDIES),
    (assessment_reasons.REASONS, assessment_reasons.REMEDIES),
    (data_reasons.REASONS, data_reasons.REMEDIES),
    (dependency_reasons.REASONS, dependency_reasons.REMEDIES),
    (identity_reasons.REASONS, identity_reasons.REMEDIES),
    (policy_reasons.REASONS, policy_reasons.REMEDIES),
    (release_reasons.REASONS, release_reasons.REMEDIES),
)

REASONS: dict[str, ReasonText] = {code: reason for reasons, _ in TOPICS for code, reason in reasons.items()}
"""Deny code → text. A gate's codes begin with its id; those of no gate say that it could not be judged."""

REMEDIES: dict[str, Wording] = {key: wording for _, remedies in TOPICS for key, wording in remedies.items()}
"""Key of a remedy → what to do."""
