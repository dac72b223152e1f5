"""AC6: patients and next of kin, by ID-porten."""

import pulumi

from infra.components.access.option import AuthenticatingOption
from prosess.domain.access import AccessOption


class CitizenIdporten(AuthenticatingOption):
    """A citizen logs in at the high level; the gateway asks for that level in every token."""

    OPTION = AccessOption.CITIZEN_IDPORTEN

    def provision(self) -> dict[str, pulumi.Output[str]]:
        """Give the client an identity and a key."""
        _, user = self.workload_identity()
        return {"client_key": self.client_key(user)}
