"""AC2: the region's own identity and access management."""

import pulumi

from infra.components.access.option import AuthenticatingOption
from infra.components.base import Context
from prosess.domain.access import AccessOption


class RegionalIam(AuthenticatingOption):
    """The region's system puts people in groups by role templates and in periods; we give the groups their roles."""

    OPTION = AccessOption.REGIONAL_IAM

    def particulars(self, context: Context) -> dict[str, pulumi.Input[str] | dict[str, str]]:
        """Show which template fills which group, for the region's system to be set up by."""
        groups = context.environment.access.groups
        return {
            "role_template_mapping": {
                "audit": groups.audit_readers,
                "operators": groups.platform_operators,
                "security": groups.security_readers,
            }
        }

    def provision(self) -> dict[str, pulumi.Output[str]]:
        """Give the groups their roles, each named with its template."""
        self.group_roles("Role template ")
        return {}
