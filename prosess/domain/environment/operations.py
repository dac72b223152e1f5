"""What keeps an environment recoverable and paid for: flow logs, backup, registry, budget."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prosess.domain.base import Model
from prosess.domain.environment.modes import Existing
from prosess.domain.identifiers import ArmId, of_type


class ExistingBackup(Existing):
    """The region's own backup vault: the region protects there."""

    resource_type: ClassVar[str] = "Microsoft.DataProtection/backupVaults"


class ExistingRegistry(Existing):
    """The region's own container registry."""

    resource_type: ClassVar[str] = "Microsoft.ContainerRegistry/registries"


class CreateFlowLogs(Model):
    """Who talked to whom in the network, for the day after an incident."""

    mode: Literal["create"]
    retention_days: int = Field(default=365, ge=90, le=365)
    """How long flows are kept; an intruder is often found months after the door was opened."""
    network_watcher: Annotated[ArmId, of_type("Microsoft.Network/networkWatchers")] | None = None
    """Where Azure's own watcher, which it makes by itself with the first network of a region, is not used."""


class CreateBackup(Model):
    """A backup vault for what can be written over or deleted."""

    mode: Literal["create"]
    retention_days: int = Field(default=90, ge=30, le=360)
    """How far back something can be restored: longer than an attacker stays unseen."""
    immutability: Literal["locked", "unlocked"] | None = None
    """Whether nobody can shorten the retention again. Azure cannot unlock it; where nothing is said, locked in prod."""
    restore_tested_on: date | None = None
    """The last day that a restore was tried and worked. A backup that was never restored is a hope."""


class CreateRegistry(Model):
    """A registry for the platform's own container images."""

    mode: Literal["create"]
    quarantine: bool = True
    """Whether an image waits until the pipeline has scanned it and let it through."""


class CreateBudget(Model):
    """A limit that is told before it is passed, and the month's costs line by line."""

    mode: Literal["create"]
    amount: int = Field(ge=1)
    """For each month, in the subscription's currency."""
    starts: date
    """First day of the first month: a budget begins on the first, and a program has no clock."""
    per_tenant: int | None = Field(default=None, ge=1)
    """For each month and each data controller that the environment serves; none where nobody asked."""
    export: bool = True
    """Whether costs are written to storage of our own each day, so that each tenant's share can be shown."""
