"""Standing access: what stays given when nobody uses it, stated once and read by comparison, infrastructure and tests.

A statement speaks of kinds: which group or program, which role, on what. Infrastructure gives roles *from* the
statements, so what is compared before an environment is planned is what the plan then registers.
"""

from enum import StrEnum

from prosess.domain.base import Model


class Holder(StrEnum):
    """Who holds an access: a group of the directory, or a program's identity. Never a person."""

    PLATFORM_OPERATORS = "platform_operators"
    SECURITY_READERS = "security_readers"
    AUDIT_READERS = "audit_readers"
    EMERGENCY_GROUP = "emergency_group"
    """Administrators who may activate the emergency account."""
    EMERGENCY_REVIEWERS = "emergency_reviewers"
    """Those who look afterwards at what the emergency account did."""
    CONTROLLER_REVIEWERS = "controller_reviewers"
    """A data controller's own group, which reviews uses of break-the-glass on its patients."""
    CLIENT_PROGRAM = "client_program"
    """The identity that an access option's client signs with."""
    ENCRYPTION_PROGRAM = "encryption_program"
    """The identity that a store wraps its key with."""
    API_PROGRAM = "api_program"

    @property
    def of_people(self) -> bool:
        """Whether people are behind it."""
        return not self.value.endswith("_program")


class Place(StrEnum):
    """What an access is given on."""

    RESOURCE_GROUP = "resource_group"
    LOG_WORKSPACE = "log_workspace"
    VAULT = "vault"
    AUDIT_CONTAINER = "audit_container"
    CLIENT_KEY = "client_key"
    STORE_KEY = "store_key"
    RELATION_CONTAINER = "relation_container"
    BLOCK_CONTAINER = "block_container"
    BREAK_THE_GLASS_LOG = "break_the_glass_log"
    SUBSCRIPTION = "subscription"


class GivenRole(StrEnum):
    """Built-in roles of Azure that the statements speak of."""

    READER = "reader"
    MONITORING_READER = "monitoring_reader"
    LOG_ANALYTICS_READER = "log_analytics_reader"
    KEY_VAULT_READER = "key_vault_reader"
    BLOB_READER = "blob_reader"
    BLOB_CONTRIBUTOR = "blob_contributor"
    CRYPTO_USER = "crypto_user"
    CRYPTO_ENCRYPTION_USER = "crypto_encryption_user"
    CONTRIBUTOR = "contributor"
    """Only ever eligible: somebody else lets it be used, for hours."""


class StandingAccess(Model):
    """One access that stays."""

    holder: Holder
    role: GivenRole
    place: Place
    why: str
    """Key of the text in nb, nn and en."""
    time_boxed: bool = False
    """Whether it must be activated, and then ends by itself: eligible, not held."""

    @property
    def key(self) -> tuple[Holder, GivenRole, Place]:
        """What tells it from all others."""
        return self.holder, self.role, self.place
