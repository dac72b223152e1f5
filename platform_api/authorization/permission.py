"""Every permission that a route asks for. ``policies/roles`` says which roles have it."""

from enum import StrEnum


class Permission(StrEnum):
    """``object:action``."""

    TENANT_READ = "tenant:read"
    TENANT_SUBMIT = "tenant:submit"
    """To declare a tenant, and to ask that it joins."""
    PATHWAY_READ = "pathway:read"
    PATHWAY_SUBMIT = "pathway:submit"
    """To declare a pathway, and to ask that it enters an environment."""
    PATHWAY_APPROVE = "pathway:approve"
    PATHWAY_SIGN_OFF = "pathway:sign_off"
    GATE_READ = "gate:read"
    DEPENDENCY_READ = "dependency:read"
    DEPENDENCY_CONFIRM = "dependency:confirm"
    AGREEMENT_READ = "agreement:read"
    ROS_READ = "ros:read"
    ROS_AUTHOR = "ros:author"
    ROS_COMMENT = "ros:comment"
    ROS_RETURN = "ros:return"
    ROS_RECOMMEND = "ros:recommend"
    ROS_ADVISE = "ros:advise"
    """To give the privacy officer's opinion."""
    ROS_ACCEPT = "ros:accept"
    ENVIRONMENT_READ = "environment:read"
    EVIDENCE_POST = "evidence:post"
    OPERATION_READ = "operation:read"
    OPERATION_RETRY = "operation:retry"
    AUDIT_READ = "audit:read"

    @property
    def parts(self) -> tuple[str, str]:
        """Object and action."""
        object_, _, action = self.value.partition(":")
        return object_, action
