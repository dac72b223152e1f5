"""Roles, and what each may never do (separation of duties, law 6)."""

from enum import StrEnum


class Role(StrEnum):
    """What a person or a program may act as, always within one organisation."""

    PLATFORM_ENGINEER = "platform_engineer"
    PLATFORM_OWNER = "platform_owner"
    PRODUCT_TEAM_MEMBER = "product_team_member"
    PRODUCT_OWNER = "product_owner"
    DATA_CONTROLLER_REP = "data_controller_rep"
    RISK_OWNER = "risk_owner"
    SECURITY_REVIEWER = "security_reviewer"
    PRIVACY_OFFICER = "privacy_officer"
    CLINICAL_SAFETY_LEAD = "clinical_safety_lead"
    ACCESS_AUDITOR = "access_auditor"
    DEPENDENCY_ACTOR = "dependency_actor"
    SERVICE_PRINCIPAL = "service_principal"


NEVER: dict[Role, frozenset[str]] = {
    Role.PLATFORM_ENGINEER: frozenset({"ros:accept", "environment:approve"}),
    Role.PLATFORM_OWNER: frozenset({"ros:accept"}),
    Role.PRODUCT_TEAM_MEMBER: frozenset({"pathway:approve", "ros:accept", "dependency:confirm"}),
    Role.PRODUCT_OWNER: frozenset({"dependency:confirm"}),
    Role.DATA_CONTROLLER_REP: frozenset(),
    Role.RISK_OWNER: frozenset({"ros:author"}),
    Role.SECURITY_REVIEWER: frozenset({"ros:accept"}),
    Role.PRIVACY_OFFICER: frozenset({"ros:accept", "ros:recommend", "pathway:approve"}),
    Role.CLINICAL_SAFETY_LEAD: frozenset({"ros:accept"}),
    Role.ACCESS_AUDITOR: frozenset({"policy:change"}),
    Role.DEPENDENCY_ACTOR: frozenset({"pathway:submit", "pathway:approve"}),
    Role.SERVICE_PRINCIPAL: frozenset({"ros:accept", "pathway:approve", "environment:approve"}),
}
"""Permissions that no policy row may ever give a role."""
