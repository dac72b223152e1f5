"""Whom a reason speaks to: its role tells what they are, and here is told whose people they are."""

from dataclasses import dataclass

from platform_api.kit.reviewed import Reviewed
from prosess.contracts import Reason
from prosess.domain.role import Role

_AT_THE_PROVIDER = frozenset({Role.PLATFORM_OWNER, Role.PLATFORM_ENGINEER, Role.SECURITY_REVIEWER})
_OF_THE_PARTY = frozenset({Role.DEPENDENCY_ACTOR, Role.DATA_CONTROLLER_REP, Role.RISK_OWNER, Role.CLINICAL_SAFETY_LEAD})
"""Roles of which each party has its own: the organisation that the reason names is the one to act."""


@dataclass(frozen=True)
class Addressee:
    """People of one organisation with a role; of one actor, where it is one's."""

    organisation: str
    actor: str | None = None


def addressee(reason: Reason, owner: str, reviewed: Reviewed) -> Addressee:
    """Tell whom a reason speaks to; ``owner`` is the organisation of the tenant that it concerns."""
    named = reason.facts.get("actor")
    if isinstance(named, str) and (actor := reviewed.actor(named)) is not None:
        return Addressee(actor.organisation, actor.id)
    if reason.unblocked_by in _AT_THE_PROVIDER:
        return Addressee(reviewed.region.platform_provider)
    organisation = reason.facts.get("organisation")
    if reason.unblocked_by in _OF_THE_PARTY and isinstance(organisation, str):
        return Addressee(organisation)
    return Addressee(owner)
