"""AC3: HelseID, with an attestation of the clinician's relation to the patient."""

import pulumi

from infra.components.access.option import AuthenticatingOption
from prosess.domain.access import AccessOption


class HelseIdAttested(AuthenticatingOption):
    """Each request carries a HelseID token that tells who, from where and on which ground; nothing stands.

    The gateway validates the token and its level. Its proof of possession (DPoP) is the backend's to check. The
    client's key lies in the vault and is used there.
    """

    OPTION = AccessOption.HELSEID_ATTESTED

    def provision(self) -> dict[str, pulumi.Output[str]]:
        """Give the client an identity and a key."""
        _, user = self.workload_identity()
        return {"client_key": self.client_key(user)}
