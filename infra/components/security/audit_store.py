"""Storage that nobody can alter, for the audit trail and the log of clinical access."""

from collections.abc import Mapping

from pulumi_azure_native import storage

from infra.components.base import Component, Context, name_of
from infra.components.roles import Role
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.identities import Workload, give_program
from infra.components.security.storage_account import StorageSettings, make_account, make_blob_service
from infra.connections import BLOB
from infra.naming import child as child_name
from prosess.domain.environment import Environment, ExistingAuditStore

AUDIT = "audit"
ACCESS_LOG = "access-log"


class AuditStoreSettings(StorageSettings):
    """What makes an entry stay as it was written."""

    immutability_days: int = 365
    """How long nobody, the owner included, can change or delete an entry."""
    immutable: bool = True
    """The reason that the store exists; off in a test alone."""
    access_log: bool = True
    """Clinical access is reviewed by other people than infrastructure is, so it has a container of its own."""
    deleted_days: int = 90
    """How long what was deleted can be brought back."""


class AuditStore(Component):
    """A storage account whose containers only ever grow.

    Each container's policy is made unlocked: Azure can lock it, and cannot unlock it, so the lock is turned by hand
    when the store is taken into use.
    """

    def __init__(
        self,
        settings: AuditStoreSettings,
        *,
        key: CustomerKey | None,
        writers: Mapping[str, Workload],
        context: Context,
    ) -> None:
        """Make the store.

        Args:
            settings: how it is kept.
            key: what it is encrypted with; Microsoft's own key where it is none.
            writers: container → the one program that writes in it.
            context: the environment.
        """
        super().__init__(
            "prosess:security:AuditStore",
            "audit-store",
            context,
            service="audit_store",
            declared_at="services.security.audit_store",
            settings=settings,
        )
        group = context.groups["security"]
        access = allow_key_use(self, "audit-store", key, group, context.location) if key else None
        self.account = make_account(self, "audit", settings, access=access, context=context, group=group)
        service = make_blob_service(
            self, "audit-blobs", name_of(self.account), settings, deleted_days=settings.deleted_days, group=group
        )
        self.containers = {
            name: self._container(name, settings) for name in (AUDIT, *((ACCESS_LOG,) if settings.access_log else ()))
        }
        for name, made in self.containers.items():
            writer = writers[name]
            give_program(self, f"{name}-writes", Role.BLOB_CONTRIBUTOR, made.id, writer, (name,), f"Writes {name}.")
        self.lock("audit", self.account)
        # An account has no logs of its own: what is read and written, its blob service tells.
        self.connect("audit", self.account, group, BLOB)
        self.diagnose("audit-blobs", service.id)
        self.register_outputs(
            {"id": self.account.id, "containers": {name: made.id for name, made in self.containers.items()}}
        )

    def _container(self, name: str, settings: AuditStoreSettings) -> storage.BlobContainer:
        group = self.context.groups["security"]
        container = storage.BlobContainer(
            name,
            container_name=child_name(name),
            account_name=name_of(self.account),
            resource_group_name=group,
            public_access=storage.PublicAccess.NONE,
            opts=self.child(holds_data=True),
        )
        if settings.immutable:
            storage.BlobContainerImmutabilityPolicy(
                f"{name}-immutability",
                immutability_policy_name="default",
                container_name=name_of(container),
                account_name=name_of(self.account),
                resource_group_name=group,
                immutability_period_since_creation_in_days=settings.immutability_days,
                # A log is appended to; what stands in it already stays.
                allow_protected_append_writes=True,
                opts=self.child(),
            )
        return container


class AuditWriters(Component):
    """The right of each program to write in the region's own audit store.

    Nothing in the store is planned: the region makes a container ``prosess-<environment>-<purpose>`` for each purpose,
    keeps it immutable, and decides who reads it.
    """

    def __init__(self, chosen: ExistingAuditStore, *, writers: Mapping[str, Workload], context: Context) -> None:
        super().__init__(
            "prosess:security:AuditWriters",
            "audit-writers",
            context,
            service="audit_store",
            declared_at="services.security.audit_store",
        )
        scopes = {
            purpose: f"{chosen.id}/blobServices/default/containers/{region_container(purpose, context.environment)}"
            for purpose in (AUDIT, *((ACCESS_LOG,) if chosen.access_log_stream else ()))
        }
        for purpose, scope in scopes.items():
            writer, seed = writers[purpose], (scope.lower(), purpose)
            give_program(self, f"{purpose}-writes", Role.BLOB_CONTRIBUTOR, scope, writer, seed, f"Writes {purpose}.")
        self.register_outputs({"containers": scopes})


def region_container(purpose: str, environment: Environment) -> str:
    """Give the name of an environment's container in the region's own store; the longest environment's name fits."""
    return child_name(f"prosess-{environment.name}-{purpose}")
