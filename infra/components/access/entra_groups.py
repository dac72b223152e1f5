"""AC1: groups of the directory."""

import pulumi

from infra.components.access.option import AuthenticatingOption
from prosess.domain.access import AccessOption


class EntraGroups(AuthenticatingOption):
    """Who is in a group of the region's directory has what the group has.

    Simple, and standing: membership stays when nobody uses it, so it alone is no answer to who may see a patient.
    """

    OPTION = AccessOption.ENTRA_GROUPS

    def provision(self) -> dict[str, pulumi.Output[str]]:
        """Give the groups their roles."""
        self.group_roles()
        return {}
