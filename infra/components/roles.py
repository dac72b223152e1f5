"""Built-in roles that the platform gives, and the deterministic names of their assignments.

None of them can give access on: Owner, User Access Administrator and Role Based Access Control Administrator are not
in the list, so no component can hand one out.
"""

import uuid
from enum import Enum, StrEnum


class PrincipalType(StrEnum):
    """Who may be given a role. A person is not in the list: people come in through groups."""

    GROUP = "Group"
    SERVICE_PRINCIPAL = "ServicePrincipal"


class Role(Enum):
    """Built-in roles (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles)."""

    READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
    MONITORING_READER = "43d0d8ad-25c7-4714-9337-8ba259a9fe05"
    LOG_ANALYTICS_READER = "73c42c96-874c-492b-b04d-ab87d138a893"
    BLOB_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"
    BLOB_CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe"
    KEY_VAULT_READER = "21090545-7ca7-4776-b22c-e363652d74d2"
    SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6"
    CRYPTO_USER = "12338af0-0e69-4776-bea7-57ae8d297424"
    CRYPTO_ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6"
    MESSAGE_SENDER = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
    STORAGE_BACKUP_CONTRIBUTOR = "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1"
    MESSAGE_RECEIVER = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
    EVENT_SENDER = "d5a91429-5739-47e2-a06b-3470a27159e7"
    EVENT_STREAM_RECEIVER = "a638d3c7-ab3a-418d-83e6-5f17a39d4fde"
    IMAGE_PULLER = "7f951dda-4ed3-4680-a7ca-43fe172d538d"
    SENTINEL_RESPONDER = "3e150937-b8fe-4cfb-8069-0eaf05ecd056"

    def definition(self, subscription: str) -> str:
        """Give the id of the role as a subscription knows it."""
        return _definition(subscription, self.value)


class EligibleRole(Enum):
    """Built-in roles that are never given, but may be activated for hours when somebody else lets it: too wide for
    :class:`Role`, so that no component can leave one standing.
    """

    CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c"

    def definition(self, subscription: str) -> str:
        """Give the id of the role as a subscription knows it."""
        return _definition(subscription, self.value)


def _definition(subscription: str, role: str) -> str:
    return f"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}"


_NAMESPACE = uuid.UUID("5b0fa4e6-7b1e-5f7a-9a53-2d8f0c3c9a10")


def assignment_name(subscription: str, role: Role, *seed: str) -> str:
    """Give the GUID of an assignment: the same on every run, another for another scope, role or principal."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join((subscription, role.value, *seed))))
