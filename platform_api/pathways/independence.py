"""Law 6: author ≠ reviewer ≠ approver, told by subject, whatever token somebody brings.

One place says who stands in whose way. It is asked when somebody acts, and again when an operation runs: what was
independent when it was said may no longer be.
"""

from dataclasses import dataclass

from platform_api.operations.decisions import reason
from prosess.contracts import Reason
from prosess.domain.role import Role


@dataclass(frozen=True)
class People:
    """Who has had a hand in a pathway, by subject."""

    authors: frozenset[str] = frozenset()
    """Of any version of the manifest or the assessment, and of any submission."""
    confirmers: frozenset[str] = frozenset()
    reviewers: frozenset[str] = frozenset()
    """Who recommended or returned the assessment that counts."""
    accepters: frozenset[str] = frozenset()
    approvers: frozenset[str] = frozenset()

    def may_confirm(self, subject: str) -> Reason | None:
        """Give what stands against somebody's confirming for a party that others depend on."""
        if subject in self.authors:
            return reason("AUTHOR_CANNOT_CONFIRM", unblocked_by=Role.DEPENDENCY_ACTOR)
        if subject in self.approvers:
            return reason("APPROVER_CANNOT_CONFIRM", unblocked_by=Role.DEPENDENCY_ACTOR)
        return None

    def may_review(self, subject: str) -> Reason | None:
        """Give what stands against somebody's reviewing the assessment."""
        if subject in self.authors:
            return reason("AUTHOR_CANNOT_REVIEW", unblocked_by=Role.SECURITY_REVIEWER)
        if subject in self.accepters:
            return reason("ACCEPTER_CANNOT_REVIEW", unblocked_by=Role.SECURITY_REVIEWER)
        return None

    def may_accept(self, subject: str) -> Reason | None:
        """Give what stands against somebody's accepting risk."""
        if subject in self.authors:
            return reason("AUTHOR_CANNOT_ACCEPT", unblocked_by=Role.DATA_CONTROLLER_REP)
        if subject in self.reviewers:
            return reason("REVIEWER_CANNOT_ACCEPT", unblocked_by=Role.DATA_CONTROLLER_REP)
        return None

    def may_approve(self, subject: str) -> Reason | None:
        """Give what stands against somebody's approving the entry into an environment."""
        if subject in self.authors:
            return reason("AUTHOR_CANNOT_APPROVE", unblocked_by=Role.PLATFORM_OWNER)
        if subject in self.confirmers:
            return reason("CONFIRMER_CANNOT_APPROVE", unblocked_by=Role.PLATFORM_OWNER)
        if subject in self.reviewers:
            return reason("REVIEWER_CANNOT_APPROVE", unblocked_by=Role.PLATFORM_OWNER)
        return None
