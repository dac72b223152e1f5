"""What every storage account of the platform is."""

import pulumi
from pulumi_azure_native import storage

from infra.components.base import Component, ComponentSettings, Context
from infra.components.security.encryption import KeyAccess
from infra.naming import Kind


class StorageSettings(ComponentSettings):
    """What keeps an account closed, and its content in more than one place."""

    replication: str = "Standard_GZRS"
    """Three zones, and the paired region: a fire must not erase who did what."""
    public_network_access: bool = False
    """Reached through its private endpoint (NSM 2.5)."""
    shared_key: bool = False
    """A shared key has no name in the log, and opens everything."""
    cross_tenant_replication: bool = False
    """An administrator could else copy the log to a directory of somebody else's."""
    copy_scope: str | None = "PrivateLink"
    """From where blobs may be copied in; from anywhere where it is none."""
    change_feed: bool = False
    """Whether the account tells what changed in it: a backup that copies asks for that."""
    restorable_days: int | None = None
    """How far back the account itself can be taken; asked for by a backup that keeps earlier states in place."""
    tls: str = "TLS1_2"
    """The oldest version that is spoken (NSM 2.4)."""


def make_account(
    owner: Component,
    key: str,
    settings: StorageSettings,
    *,
    access: KeyAccess | None,
    context: Context,
    group: pulumi.Input[str],
) -> storage.StorageAccount:
    """Register a storage account as a part of ``owner``.

    Args:
        owner: the component that it belongs to.
        key: purpose; names the account.
        settings: how it is closed.
        access: the right to use the customer's key; Microsoft's own key where it is none.
        context: the environment.
        group: name of the resource group.
    """
    return storage.StorageAccount(
        key,
        account_name=context.naming.of(Kind.STORAGE, key),
        resource_group_name=group,
        location=context.location,
        kind=storage.Kind.STORAGE_V2,
        sku=storage.SkuArgs(name=settings.replication),
        access_tier=storage.AccessTier.HOT,
        public_network_access="Enabled" if settings.public_network_access else "Disabled",
        allow_blob_public_access=False,
        allow_shared_key_access=settings.shared_key,
        default_to_o_auth_authentication=True,
        allow_cross_tenant_replication=settings.cross_tenant_replication,
        allowed_copy_scope=settings.copy_scope,
        enable_https_traffic_only=True,
        minimum_tls_version=settings.tls,
        is_local_user_enabled=False,
        is_sftp_enabled=False,
        is_hns_enabled=False,
        enable_nfs_v3=False,
        network_rule_set=storage.NetworkRuleSetArgs(
            default_action=storage.DefaultAction.DENY,
            # Defender and Azure Backup come in as trusted services; the key of no other caller opens anything.
            bypass=storage.Bypass.AZURE_SERVICES,
            ip_rules=[],
            virtual_network_rules=[],
            resource_access_rules=[],
        ),
        identity=storage.IdentityArgs(
            type=storage.IdentityType.USER_ASSIGNED, user_assigned_identities=[access.identity.id]
        )
        if access
        else None,
        encryption=storage.EncryptionArgs(
            key_source=storage.KeySource.MICROSOFT_KEYVAULT if access else storage.KeySource.MICROSOFT_STORAGE,
            require_infrastructure_encryption=True,
            encryption_identity=storage.EncryptionIdentityArgs(encryption_user_assigned_identity=access.identity.id)
            if access
            else None,
            key_vault_properties=storage.KeyVaultPropertiesArgs(
                key_name=access.key.name, key_vault_uri=access.key.vault_uri
            )
            if access
            else None,
            services=storage.EncryptionServicesArgs(
                blob=storage.EncryptionServiceArgs(enabled=True, key_type=storage.KeyType.ACCOUNT),
                file=storage.EncryptionServiceArgs(enabled=True, key_type=storage.KeyType.ACCOUNT),
            ),
        ),
        tags=owner.tags,
        opts=owner.child(holds_data=True, depends_on=[access.assignment] if access else []),
    )


def make_blob_service(
    owner: Component,
    key: str,
    account: pulumi.Input[str],
    settings: StorageSettings,
    *,
    deleted_days: int,
    group: pulumi.Input[str],
) -> storage.BlobServiceProperties:
    """Register how an account keeps its blobs, as a part of ``owner``: every version, and for a while what was deleted.

    Args:
        owner: the component that it belongs to.
        key: logical name.
        account: name of the account.
        settings: the account's own.
        deleted_days: how long what was deleted can be brought back.
        group: name of the resource group.
    """
    return storage.BlobServiceProperties(
        key,
        account_name=account,
        blob_services_name="default",
        resource_group_name=group,
        is_versioning_enabled=True,
        change_feed=storage.ChangeFeedArgs(enabled=True) if settings.change_feed else None,
        restore_policy=storage.RestorePolicyPropertiesArgs(enabled=True, days=settings.restorable_days)
        if settings.restorable_days
        else None,
        delete_retention_policy=storage.DeleteRetentionPolicyArgs(
            enabled=True, days=deleted_days, allow_permanent_delete=False
        ),
        container_delete_retention_policy=storage.DeleteRetentionPolicyArgs(enabled=True, days=deleted_days),
        opts=owner.child(),
    )
