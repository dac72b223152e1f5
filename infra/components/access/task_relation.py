"""AC5: the relation that a task makes between a clinician and a patient."""

from pulumi_azure_native import storage

from infra.components.base import Component, Context, name_of
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.storage_account import StorageSettings, make_account
from infra.connections import BLOB
from prosess.domain.access import OPTIONS, AccessOption


class RelationStoreSettings(StorageSettings):
    """How relations are kept."""

    deleted_days: int = 30
    """How long an ended relation can be looked up after it was deleted."""


class TaskRelation(Component):
    """The store of relations: who has which task for whom, until when.

    The account is empty by itself. Each data controller's space makes its own container in it, with its own role
    assignments, so no two controllers' relations lie in one store (law 5).
    """

    def __init__(self, settings: RelationStoreSettings, *, key: CustomerKey | None, context: Context) -> None:
        profile = OPTIONS[AccessOption.TASK_RELATION]
        super().__init__(
            "prosess:access:TaskRelation",
            "task-relation",
            context,
            service="access_task_relation",
            declared_at="access.options",
            settings=settings,
            facts={"option": profile.code, "provisions": list(profile.provisions)},
        )
        self.group = context.groups["security"]
        access = allow_key_use(self, "relations", key, self.group, context.location) if key else None
        self.account = make_account(self, "relations", settings, access=access, context=context, group=self.group)
        service = storage.BlobServiceProperties(
            "relations-blobs",
            account_name=name_of(self.account),
            blob_services_name="default",
            resource_group_name=self.group,
            is_versioning_enabled=True,
            change_feed=storage.ChangeFeedArgs(enabled=True) if settings.change_feed else None,
            restore_policy=storage.RestorePolicyPropertiesArgs(enabled=True, days=settings.restorable_days)
            if settings.restorable_days
            else None,
            delete_retention_policy=storage.DeleteRetentionPolicyArgs(
                enabled=True, days=settings.deleted_days, allow_permanent_delete=False
            ),
            container_delete_retention_policy=storage.DeleteRetentionPolicyArgs(
                enabled=True, days=settings.deleted_days
            ),
            opts=self.child(),
        )
        self.name = name_of(self.account)
        self.lock("relations", self.account)
        # An account has no logs of its own: what is read and written, its blob service tells.
        self.connect("relations", self.account, self.group, BLOB)
        self.diagnose("relations-blobs", service.id)
        self.register_outputs({"id": self.account.id})
