"""Backup: from where deleted or altered data comes back, and who cannot take that away."""

from collections.abc import Sequence

import pulumi
from pulumi_azure_native import dataprotection, resources, storage

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.roles import Role
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.identities import give_program, make_identity
from infra.naming import Kind
from infra.naming import child as child_name
from prosess.domain.environment import CreateBackup

RESTORE_TESTED_ON = "restore-tested-on"
"""Tag of the vault: visible to whoever looks at the vault in Azure, and what a rule asks for (PP-BKP-005)."""
_BLOBS = "Microsoft.Storage/storageAccounts/blobServices"


class BackupSettings(ComponentSettings):
    """What keeps a backup there when somebody wants it gone."""

    redundancy: str = "ZoneRedundant"
    """A fire must not take the backup with what it backs up; the pair region holds no copy of it (NSM 2.9)."""
    soft_delete: str = "AlwaysOn"
    """What is deleted stays, and nobody can turn that off (PP-BKP-001)."""
    soft_delete_days: int = 90
    """How long it stays."""
    immutability: str = "Locked"
    """Nobody can shorten what was promised (PP-BKP-002). Azure cannot unlock it again."""
    retention_days: int = 90
    """How far back something can be restored (PP-BKPP-001)."""


class Guard(Component):
    """A resource guard in a subscription of somebody else's: weakening the backup takes two people (NSM 2.9)."""

    def __init__(self, *, context: Context) -> None:
        super().__init__(
            "prosess:datacentre:Guard",
            "guard",
            context,
            service="backup",
            declared_at="azure.subscriptions.guard",
        )
        group = resources.ResourceGroup(
            "guard",
            resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, "guard"),
            location=context.location,
            tags=self.tags,
            opts=self.child(),
        )
        guard = dataprotection.ResourceGuard(
            "guard",
            resource_guards_name=context.naming.of(Kind.RESOURCE_GUARD, "backup"),
            resource_group_name=name_of(group),
            location=context.location,
            # No operation is excused: turning soft delete off, deleting and changing a policy are all guarded.
            properties=dataprotection.ResourceGuardArgs(vault_critical_operation_exclusion_list=[]),
            tags=self.tags,
            opts=self.child(),
        )
        self.lock("guard", guard)
        self.id = guard.id
        self.register_outputs({"id": guard.id})


class Backup(Component):
    """A backup vault, its policies, and what it protects.

    Copies are kept in the vault, apart from the account, where the containers are known beforehand; where each tenant
    adds its own, the account itself keeps every earlier state, so that a new tenant changes nothing that others have.
    """

    def __init__(
        self,
        chosen: CreateBackup,
        settings: BackupSettings,
        *,
        key: CustomerKey | None,
        guard: Guard | None,
        context: Context,
    ) -> None:
        """Make the vault.

        Args:
            chosen: what the file says.
            settings: how it is kept.
            key: what it is encrypted with; Microsoft's own key where it is none.
            guard: who must agree to weaken it.
            context: the environment.
        """
        super().__init__(
            "prosess:datacentre:Backup",
            "backup",
            context,
            service="backup",
            declared_at="services.datacentre.backup",
            settings=settings,
        )
        self._group = context.groups["security"]
        self._settings = settings
        access = allow_key_use(self, "backup", key, self._group, context.location) if key else None
        self._identity, self._program = make_identity(self, "backup", self._group)
        tested = chosen.restore_tested_on
        self.vault = dataprotection.BackupVault(
            "backup",
            vault_name=context.naming.of(Kind.BACKUP_VAULT, "backup"),
            resource_group_name=self._group,
            location=context.location,
            identity=dataprotection.DppIdentityDetailsArgs(
                type="UserAssigned",
                user_assigned_identities=[self._identity.id, *([access.identity.id] if access else [])],
            ),
            properties=dataprotection.BackupVaultArgs(
                storage_settings=[
                    dataprotection.StorageSettingArgs(datastore_type="VaultStore", type=settings.redundancy)
                ],
                feature_settings=dataprotection.FeatureSettingsArgs(
                    cross_subscription_restore_settings=dataprotection.CrossSubscriptionRestoreSettingsArgs(
                        state="Disabled"
                    ),
                ),
                monitoring_settings=dataprotection.MonitoringSettingsArgs(
                    azure_monitor_alert_settings=dataprotection.AzureMonitorAlertSettingsArgs(
                        alerts_for_all_job_failures="Enabled"
                    )
                ),
                security_settings=dataprotection.SecuritySettingsArgs(
                    soft_delete_settings=dataprotection.SoftDeleteSettingsArgs(
                        state=settings.soft_delete, retention_duration_in_days=settings.soft_delete_days
                    ),
                    immutability_settings=dataprotection.ImmutabilitySettingsArgs(state=settings.immutability),
                    encryption_settings=dataprotection.EncryptionSettingsArgs(
                        state="Enabled",
                        infrastructure_encryption="Enabled",
                        kek_identity=dataprotection.CmkKekIdentityArgs(
                            identity_type="UserAssigned", identity_id=access.identity.id
                        ),
                        key_vault_properties=dataprotection.CmkKeyVaultPropertiesArgs(
                            key_uri=pulumi.Output.concat(access.key.vault_uri, "keys/", access.key.name)
                        ),
                    )
                    if access
                    else None,
                ),
            ),
            tags=self.tags | ({RESTORE_TESTED_ON: tested.isoformat()} if tested else {}),
            opts=self.child(holds_data=True, depends_on=[access.assignment] if access else []),
        )
        self.lock("backup", self.vault)
        self.diagnose("backup", self.vault.id)
        if guard:
            dataprotection.DppResourceGuardProxy(
                "backup-guard",
                resource_guard_proxy_name="DppResourceGuardProxy",
                vault_name=name_of(self.vault),
                resource_group_name=self._group,
                properties=dataprotection.ResourceGuardProxyBaseArgs(resource_guard_resource_id=guard.id),
                opts=self.child(),
            )
        self._policies = {store: self._policy(store) for store in ("VaultStore", "OperationalStore")}
        self.register_outputs({"id": self.vault.id})

    def protect(
        self,
        key: str,
        account: storage.StorageAccount,
        containers: Sequence[str] = (),
        awaits: Sequence[pulumi.Resource] = (),
    ) -> None:
        """Protect a storage account: its named containers by copies in the vault, or the whole of it where it lies.

        Args:
            key: purpose; names the instance.
            account: what is protected.
            containers: which containers are copied; the account's own earlier states where none is named.
            awaits: what must stand before.
        """
        store = "VaultStore" if containers else "OperationalStore"
        allowed = give_program(
            self,
            f"{key}-backup-role",
            Role.STORAGE_BACKUP_CONTRIBUTOR,
            account.id,
            self._program,
            (key, "backup"),
            f"Backs up {key}.",
        )
        dataprotection.BackupInstance(
            f"{key}-backup",
            backup_instance_name=child_name(f"{key}-backup"),
            vault_name=name_of(self.vault),
            resource_group_name=self._group,
            properties=dataprotection.BackupInstanceArgs(
                object_type="BackupInstance",
                friendly_name=key,
                data_source_info=dataprotection.DatasourceArgs(
                    object_type="Datasource",
                    datasource_type=_BLOBS,
                    resource_id=account.id,
                    resource_uri=account.id,
                    resource_type="Microsoft.Storage/storageAccounts",
                    resource_location=self.context.location,
                ),
                policy_info=dataprotection.PolicyInfoArgs(
                    policy_id=self._policies[store].id,
                    policy_parameters=dataprotection.PolicyParametersArgs(
                        backup_datasource_parameters_list=[
                            dataprotection.BlobBackupDatasourceParametersArgs(
                                object_type="BlobBackupDatasourceParameters", containers_list=list(containers)
                            )
                        ]
                    )
                    if containers
                    else None,
                ),
                identity_details=dataprotection.IdentityDetailsArgs(
                    use_system_assigned_identity=False, user_assigned_identity_arm_url=self._identity.id
                ),
            ),
            tags=self.tags,
            opts=self.child(holds_data=True, depends_on=[allowed, *awaits]),
        )

    def _policy(self, store: str) -> dataprotection.BackupPolicy:
        keeps = dataprotection.AzureRetentionRuleArgs(
            object_type="AzureRetentionRule",
            name="Default",
            is_default=True,
            lifecycles=[
                dataprotection.SourceLifeCycleArgs(
                    delete_after=dataprotection.AbsoluteDeleteOptionArgs(
                        object_type="AbsoluteDeleteOption", duration=f"P{self._settings.retention_days}D"
                    ),
                    source_data_store=_data_store(store),
                    target_data_store_copy_settings=[],
                )
            ],
        )
        name = {"VaultStore": "blobs-in-vault", "OperationalStore": "blobs-in-place"}[store]
        return dataprotection.BackupPolicy(
            name,
            backup_policy_name=name,
            vault_name=name_of(self.vault),
            resource_group_name=self._group,
            properties=dataprotection.BackupPolicyArgs(
                object_type="BackupPolicy",
                datasource_types=[_BLOBS],
                # What is kept in place is kept all the time; what is copied is copied each night.
                policy_rules=[keeps] if store == "OperationalStore" else [_nightly(), keeps],
            ),
            opts=self.child(),
        )


def _data_store(store: str) -> dataprotection.DataStoreInfoBaseArgs:
    return dataprotection.DataStoreInfoBaseArgs(object_type="DataStoreInfoBase", data_store_type=store)


def _nightly() -> dataprotection.AzureBackupRuleArgs:
    return dataprotection.AzureBackupRuleArgs(
        object_type="AzureBackupRule",
        name="Nightly",
        backup_parameters=dataprotection.AzureBackupParamsArgs(object_type="AzureBackupParams", backup_type="Discrete"),
        data_store=_data_store("VaultStore"),
        trigger=dataprotection.ScheduleBasedTriggerContextArgs(
            object_type="ScheduleBasedTriggerContext",
            # Only the time of the day and the interval count; the date lies behind every deployment.
            schedule=dataprotection.BackupScheduleArgs(
                repeating_time_intervals=["R/2023-01-01T01:00:00+00:00/P1D"], time_zone="UTC"
            ),
            tagging_criteria=[
                dataprotection.TaggingCriteriaArgs(
                    is_default=True,
                    tag_info=dataprotection.RetentionTagArgs(tag_name="Default"),
                    tagging_priority=99,
                )
            ],
        ),
    )
