"""Who may do what: a reviewed table of roles and permissions, decided by casbin."""

from policies.roles.enforcer import Roles, permission_matrix

__all__ = ["Roles", "permission_matrix"]
