"""The regional security services that an environment asks for."""

from typing import Annotated, Literal

from pydantic import Field

from prosess.domain.base import Model
from prosess.domain.environment.modes import Existing, Off
from prosess.domain.identifiers import of_type


class CreateSecretVault(Model):
    """A vault for secrets, apart from the one for keys."""

    mode: Literal["create"]


class CreateKeyVault(Model):
    """A vault for customer-managed keys, so that the provider alone cannot read what is stored."""

    mode: Literal["create"]
    rotation_days: int = Field(default=365, ge=30, le=730)
    """How often a key is renewed: short enough to bound what a leaked key opens."""


class CreateMonitoring(Model):
    """The central log workspace."""

    mode: Literal["create"]
    retention_days: int = Field(default=365, ge=90, le=730)
    """How long logs are searchable; an incident is often found months after it began."""


class CreateAuditStore(Model):
    """Storage that cannot be altered, for the audit trail and the clinical access log."""

    mode: Literal["create"]
    immutability_days: int = Field(default=365, ge=30, le=3650)
    """How long nobody, the owner included, can delete an entry."""
    access_log_stream: bool = True
    """Whether clinical access is logged apart from infrastructure, so that it can be reviewed by other people."""


class SecurityServices(Model):
    """The regional security services."""

    secret_vault: Annotated[
        CreateSecretVault | Existing | Off, Field(discriminator="mode"), of_type("Microsoft.KeyVault/vaults")
    ]
    key_vault: Annotated[
        CreateKeyVault | Existing | Off, Field(discriminator="mode"), of_type("Microsoft.KeyVault/vaults")
    ]
    monitoring: Annotated[
        CreateMonitoring | Existing,
        Field(discriminator="mode"),
        of_type("Microsoft.OperationalInsights/workspaces"),
    ]
    audit_store: Annotated[CreateAuditStore | Off, Field(discriminator="mode")]
