"""What every database server of the platform is."""

from dataclasses import dataclass

import pulumi
from pulumi_azure_native import dbforpostgresql

from infra.components.base import Component, ComponentSettings, name_of
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.connections import POSTGRESQL
from infra.naming import Kind
from infra.naming import child as child_name
from prosess.domain.environment import DatabaseServer

_PARAMETERS = {
    "log_connections": "on",
    "log_disconnections": "on",
    "require_secure_transport": "on",
    "ssl_min_protocol_version": "TLSv1.2",
}
"""What the server's own configuration says, beyond what its resource can."""


class DatabaseServerSettings(ComponentSettings):
    """What keeps a database closed, and whole."""

    public_network_access: bool = False
    """Reached through its private endpoint (PP-PG-001)."""
    passwords: bool = False
    """The SDK leaves passwords on; identities of the directory have no password to lose (PP-PG-002)."""
    high_availability: str = "ZoneRedundant"
    """A second server in another building, in step with the first (PP-PG-003)."""
    backup_days: int = 35
    """The longest that Azure lets one go back in time (PP-PG-004)."""
    secure_transport: bool = True
    """Nobody speaks to it without TLS, whatever the caller asks for (PP-PGC-001)."""
    version: str = "17"
    """Major version."""


@dataclass(frozen=True)
class Database:
    """One database, and where it is reached."""

    server: dbforpostgresql.Server
    host: str
    name: str


def make_database(
    owner: Component,
    purpose: str,
    size: DatabaseServer,
    settings: DatabaseServerSettings,
    *,
    key: CustomerKey | None,
    group: pulumi.Input[str],
    database: str,
) -> Database:
    """Register a PostgreSQL server with one database, as a part of ``owner``, and protect it.

    The directory alone tells who may come in. Its administrators are a group; the programs get rights inside the
    database from them, by SQL, once.

    Args:
        owner: the component that it belongs to.
        purpose: names the server.
        size: how large it is and who administers it.
        settings: how it is closed.
        key: what it is encrypted with; Microsoft's own key where it is none.
        group: name of the resource group.
        database: name of the database.
    """
    context = owner.context
    access = allow_key_use(owner, purpose, key, group, context.location) if key else None
    physical_name = context.naming.of(Kind.POSTGRESQL, purpose)
    server = dbforpostgresql.Server(
        purpose,
        server_name=physical_name,
        resource_group_name=group,
        location=context.location,
        create_mode=dbforpostgresql.CreateMode.DEFAULT,
        version=settings.version,
        sku=dbforpostgresql.SkuArgs(name=size.sku, tier=dbforpostgresql.SkuTier.GENERAL_PURPOSE),
        storage=dbforpostgresql.StorageArgs(
            storage_size_gb=size.storage_gb, auto_grow=dbforpostgresql.StorageAutoGrow.ENABLED
        ),
        network=dbforpostgresql.NetworkArgs(
            public_network_access="Enabled" if settings.public_network_access else "Disabled"
        ),
        auth_config=dbforpostgresql.AuthConfigArgs(
            active_directory_auth=dbforpostgresql.MicrosoftEntraAuth.ENABLED,
            password_auth="Enabled" if settings.passwords else "Disabled",
            tenant_id=context.environment.azure.tenant,
        ),
        availability_zone="1",
        high_availability=dbforpostgresql.HighAvailabilityArgs(
            mode=settings.high_availability, standby_availability_zone="2"
        ),
        backup=dbforpostgresql.BackupArgs(
            backup_retention_days=settings.backup_days,
            # The pair of the region would need a vault and a key of its own; backup beyond the region is decided apart.
            geo_redundant_backup=dbforpostgresql.GeographicallyRedundantBackup.DISABLED,
        ),
        identity=dbforpostgresql.UserAssignedIdentityArgs(
            type=dbforpostgresql.IdentityType.USER_ASSIGNED,
            user_assigned_identities=access.identity.id.apply(lambda id_: {id_: dbforpostgresql.UserIdentityArgs()}),
        )
        if access
        else None,
        data_encryption=dbforpostgresql.DataEncryptionArgs(
            type=dbforpostgresql.DataEncryptionType.AZURE_KEY_VAULT,
            primary_key_uri=pulumi.Output.concat(access.key.vault_uri, "keys/", access.key.name),
            primary_user_assigned_identity_id=access.identity.id,
        )
        if access
        else None,
        tags=owner.tags,
        opts=owner.child(holds_data=True, depends_on=[access.assignment] if access else []),
    )
    _configure(owner, purpose, server, size, settings, group)
    dbforpostgresql.Database(
        f"{purpose}-database",
        database_name=child_name(database),
        server_name=name_of(server),
        resource_group_name=group,
        charset="UTF8",
        collation="en_US.utf8",
        opts=owner.child(holds_data=True),
    )
    owner.secure(purpose, server, group, POSTGRESQL)
    return Database(server, f"{physical_name}.postgres.database.azure.com", database)


def _configure(
    owner: Component,
    purpose: str,
    server: dbforpostgresql.Server,
    size: DatabaseServer,
    settings: DatabaseServerSettings,
    group: pulumi.Input[str],
) -> None:
    """Say who administers the server, and what it writes down and demands. One at a time: each restarts the next."""
    previous: pulumi.Resource = dbforpostgresql.AdministratorsMicrosoftEntra(
        f"{purpose}-administrators",
        object_id=size.administrators,
        principal_name=size.administrators_name,
        principal_type="Group",
        tenant_id=owner.context.environment.azure.tenant,
        server_name=name_of(server),
        resource_group_name=group,
        opts=owner.child(),
    )
    parameters = _PARAMETERS | {"require_secure_transport": "on" if settings.secure_transport else "off"}
    for parameter, value in sorted(parameters.items()):
        previous = dbforpostgresql.Configuration(
            f"{purpose}-{parameter.replace('_', '-')}",
            configuration_name=parameter,
            value=value,
            source="user-override",
            server_name=name_of(server),
            resource_group_name=group,
            opts=owner.child(depends_on=[previous]),
        )
