"""The regional security services that an environment asks for."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.base import Model
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.environment.modes import NOT_ASKED_FOR, Existing, Off
from prosess.domain.identifiers import Uuid
from prosess.domain.organisation import Contact


class ExistingVault(Existing):
    """The region's own key vault."""

    resource_type: ClassVar[str] = "Microsoft.KeyVault/vaults"


class ExistingWorkspace(Existing):
    """The region's own log workspace."""

    resource_type: ClassVar[str] = "Microsoft.OperationalInsights/workspaces"


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
    customer_key: bool = False
    """Whether the log too is encrypted with a key of the customer's. Azure then asks for a cluster of its own, which
    is paid for by at least 100 GB a day, so it is worth it where several environments share the log."""


class CreateAuditStore(Model):
    """Storage that cannot be altered, for the audit trail and the clinical access log."""

    mode: Literal["create"]
    immutability_days: int = Field(default=365, ge=30, le=3650)
    """How long nobody, the owner included, can delete an entry."""
    access_log_stream: bool = True
    """Whether clinical access is logged apart from infrastructure, so that it can be reviewed by other people."""


class ExistingAuditStore(Existing):
    """The region's own storage for audit trails: the region has made this environment's containers in it."""

    resource_type: ClassVar[str] = "Microsoft.Storage/storageAccounts"

    access_log_stream: bool = True
    """Whether the region keeps a container apart for the log of clinical access."""


class CreateActivityLog(Model):
    """The subscription's own log, sent to the log workspace: who changed a role, a lock or a log's destination."""

    mode: Literal["create"]


class ExistingActivityLog(Existing):
    """The diagnostic setting that the region has on the subscription already."""

    resource_type: ClassVar[str] = "Microsoft.Insights/diagnosticSettings"


class CreateSiem(Model):
    """Microsoft Sentinel on the environment's own workspace, with rules and with people who get the incidents."""

    mode: Literal["create"]
    soc_group: Uuid
    """Directory group of those who watch: each incident is theirs from the start, so that none waits for an owner."""
    emergency_accounts: Annotated[tuple[Uuid, ...], Field(min_length=1)]
    """Object ids of the directory's emergency accounts: any use of one is an incident until somebody says why."""

    @model_validator(mode="after")
    def _names_each_account_once(self) -> Self:
        refuse_declared_twice("emergency_accounts", self.emergency_accounts)
        return self


class ExistingSiem(ExistingWorkspace):
    """The workspace of the region's own SIEM."""

    copy_logs: bool = True
    """Whether what the environment tells is sent there too; otherwise the region fetches it from the workspace."""


class CreateAlerting(Model):
    """Who is told when something happens that somebody must look at."""

    mode: Literal["create"]
    contact: Contact
    """A function with a mailbox that is read at night too."""


class ExistingAlerting(Existing):
    """The region's own action group."""

    resource_type: ClassVar[str] = "Microsoft.Insights/actionGroups"


class DefenderPlan(StrEnum):
    """What Microsoft Defender for Cloud watches, kind by kind; each is paid for on its own."""

    APIS = "apis"
    CONTAINERS = "containers"
    DATABASES = "databases"
    """PostgreSQL and MySQL."""
    KEY_VAULTS = "key_vaults"
    POSTURE = "posture"
    """Attack paths through the whole subscription."""
    RESOURCE_MANAGER = "resource_manager"
    """What is done through Azure's own administration."""
    STORAGE = "storage"


class CreateDefender(Model):
    """Defender for Cloud on the subscription."""

    mode: Literal["create"]
    plans: Annotated[tuple[DefenderPlan, ...], Field(min_length=1)]
    """A kind that the subscription has nothing of costs nothing; leave out one that another product watches."""
    contact: Contact
    """Who gets Defender's own mail."""

    @model_validator(mode="after")
    def _names_each_plan_once(self) -> Self:
        refuse_declared_twice("plans", self.plans)
        return self


class ExistingDefender(Existing):
    """A plan that is on already: plans hold for a whole subscription, and one owner of them is enough."""

    resource_type: ClassVar[str] = "Microsoft.Security/pricings"


class SecurityServices(Model):
    """The regional security services."""

    secret_vault: Annotated[CreateSecretVault | ExistingVault | Off, Field(discriminator="mode")]
    key_vault: Annotated[CreateKeyVault | ExistingVault | Off, Field(discriminator="mode")]
    monitoring: Annotated[CreateMonitoring | ExistingWorkspace | Off, Field(discriminator="mode")]
    audit_store: Annotated[CreateAuditStore | ExistingAuditStore | Off, Field(discriminator="mode")]
    activity_log: Annotated[CreateActivityLog | ExistingActivityLog | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    siem: Annotated[CreateSiem | ExistingSiem | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    alerting: Annotated[CreateAlerting | ExistingAlerting | Off, Field(discriminator="mode")] = NOT_ASKED_FOR
    defender: Annotated[CreateDefender | ExistingDefender | Off, Field(discriminator="mode")] = NOT_ASKED_FOR

    @property
    def access_log_stream(self) -> bool:
        """Whether clinical access is logged apart."""
        return not isinstance(self.audit_store, Off) and self.audit_store.access_log_stream
