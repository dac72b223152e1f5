"""AC4: the record system's own decision, handed over at launch."""

import pulumi

from infra.components.access.option import AuthenticatingOption
from prosess.domain.access import AccessOption


class EpjDelegated(AuthenticatingOption):
    """The record system, which knows the patient and the ward, launches the platform with a token of its own."""

    OPTION = AccessOption.EPJ_DELEGATED

    def provision(self) -> dict[str, pulumi.Output[str]]:
        """Give the option an identity to fetch launch context with."""
        _, user = self.workload_identity()
        return {"client": user.client}
