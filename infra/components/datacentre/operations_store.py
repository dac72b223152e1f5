"""Storage for what the environment tells of itself: who talked to whom, and what each day cost."""

from pulumi_azure_native import storage

from infra.components.base import Component, Context, name_of
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.storage_account import StorageSettings, make_account, make_blob_service
from infra.connections import BLOB
from infra.naming import child as child_name

FLOWS = "insights-logs-flowlogflowevent"
"""Where Azure writes flow logs; the name is its own. Made here, so that the right to write can be given on it alone."""
COSTS = "costs"


class OperationsStoreSettings(StorageSettings):
    """How it is kept."""

    copy_scope: str | None = None
    """Cost exports are copied in from an account of Azure's own, with no private link to this one."""
    deleted_days: int = 30
    """How long what was deleted can be brought back."""


class OperationsStore(Component):
    """A storage account with a container for each of Azure's services that write in it."""

    def __init__(
        self,
        settings: OperationsStoreSettings,
        *,
        containers: tuple[str, ...],
        declared_at: str,
        key: CustomerKey | None,
        context: Context,
    ) -> None:
        super().__init__(
            "prosess:datacentre:OperationsStore",
            "operations-store",
            context,
            service="operations_store",
            declared_at=declared_at,
            settings=settings,
        )
        self.group = context.groups["security"]
        access = allow_key_use(self, "operations", key, self.group, context.location) if key else None
        self.account = make_account(self, "operations", settings, access=access, context=context, group=self.group)
        service = make_blob_service(
            self,
            "operations-blobs",
            name_of(self.account),
            settings,
            deleted_days=settings.deleted_days,
            group=self.group,
        )
        self.containers = {
            name: storage.BlobContainer(
                name,
                container_name=child_name(name),
                account_name=name_of(self.account),
                resource_group_name=self.group,
                public_access=storage.PublicAccess.NONE,
                opts=self.child(holds_data=True),
            )
            for name in containers
        }
        self.lock("operations", self.account)
        self.connect("operations", self.account, self.group, BLOB)
        self.diagnose("operations-blobs", service.id)
        self.register_outputs({"id": self.account.id})
