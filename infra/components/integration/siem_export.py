"""The environment's logs, streamed to the region's security centre."""

import pulumi
from pulumi_azure_native import eventhub, operationalinsights

from infra.components.base import Component, ComponentSettings, Context, name_in, name_of
from infra.components.roles import PrincipalType, Role
from infra.components.security.encryption import CustomerKey, KeyAccess, allow_key_use
from infra.connections import EVENT_HUBS
from infra.naming import Kind
from infra.naming import child as child_name
from prosess.domain.environment import CreateSiemExport, ExistingSiemExport

HUB = "logs"
_READERS = "siem"


class SiemExportSettings(ComponentSettings):
    """What keeps the stream from being read, forged or lost."""

    local_authentication: bool = False
    """A shared key has no name in the log (PP-EH-001)."""
    public_network_access: bool = False
    """The SDK writes ``Enabled`` where nothing is said (PP-EH-002)."""
    tls: str = "1.2"
    """The oldest version that is spoken (PP-EH-003)."""
    zone_redundant: bool = True
    """An attack on one building must not silence its own alarm (PP-EH-004)."""
    refuse_by_default: bool = True
    """What the namespace's firewall does with those it was not told of (PP-NRS-001)."""


class SiemExport(Component):
    """An Event Hubs namespace with one hub, which the log workspace exports to and the security centre reads from.

    The export comes in as one of Azure's trusted services. Premium has a key of the customer's; Standard cannot.
    """

    def __init__(
        self, settings: SiemExportSettings, asked: CreateSiemExport, *, key: CustomerKey | None, context: Context
    ) -> None:
        super().__init__(
            "prosess:integration:SiemExport",
            "siem-export",
            context,
            service="siem_export",
            declared_at="services.integration.siem_export",
            settings=settings,
        )
        group = context.groups["integration"]
        access = allow_key_use(self, "siem-export", key, group, context.location) if key else None
        self.namespace = eventhub.Namespace(
            "siem-export",
            namespace_name=context.naming.of(Kind.EVENT_HUBS, "siem-export"),
            resource_group_name=group,
            location=context.location,
            sku=eventhub.SkuArgs(
                name=eventhub.SkuName(asked.tier), tier=eventhub.SkuTier(asked.tier), capacity=asked.units
            ),
            disable_local_auth=not settings.local_authentication,
            minimum_tls_version=settings.tls,
            public_network_access="Enabled" if settings.public_network_access else "Disabled",
            zone_redundant=settings.zone_redundant,
            is_auto_inflate_enabled=False,
            kafka_enabled=False if asked.tier == "Standard" else None,
            identity=eventhub.IdentityArgs(
                type=eventhub.ManagedServiceIdentityType.USER_ASSIGNED, user_assigned_identities=[access.identity.id]
            )
            if access
            else None,
            encryption=_encryption(access) if access else None,
            tags=self.tags,
            opts=self.child(holds_data=True, depends_on=[access.assignment] if access else []),
        )
        name = name_of(self.namespace)
        rules = eventhub.NamespaceNetworkRuleSet(
            "siem-export-network",
            namespace_name=name,
            resource_group_name=group,
            default_action="Deny" if settings.refuse_by_default else "Allow",
            public_network_access="Disabled",
            trusted_service_access_enabled=True,
            ip_rules=[],
            virtual_network_rules=[],
            opts=self.child(),
        )
        hub = eventhub.EventHub(
            "siem-export-logs",
            event_hub_name=child_name(HUB),
            namespace_name=name,
            resource_group_name=group,
            partition_count=asked.partitions,
            retention_description=eventhub.RetentionDescriptionArgs(
                cleanup_policy=eventhub.CleanupPolicyRetentionDescription.DELETE,
                retention_time_in_hours=asked.days * 24,
            ),
            opts=self.child(holds_data=True),
        )
        eventhub.ConsumerGroup(
            "siem-export-readers",
            consumer_group_name=child_name(_READERS),
            event_hub_name=name_of(hub),
            namespace_name=name,
            resource_group_name=group,
            opts=self.child(),
        )
        if asked.reader:
            self.assign(
                "siem-export-reads",
                Role.EVENT_STREAM_RECEIVER,
                scope=hub.id,
                principal=asked.reader,
                principal_type=PrincipalType.SERVICE_PRINCIPAL,
                seed=(HUB, asked.reader),
                description="The security centre reads the logs.",
            )
        self.secure("siem-export", self.namespace, group, EVENT_HUBS)
        export_logs(self, asked.tables, self.namespace.id, HUB, after=[hub, rules])
        self.register_outputs({"id": self.namespace.id, "hub": hub.id})


class RegionalSiemExport(Component):
    """The region's own stream: nothing of it is planned but that this environment's logs are sent to it."""

    def __init__(self, asked: ExistingSiemExport, *, context: Context) -> None:
        super().__init__(
            "prosess:integration:RegionalSiemExport",
            "siem-export",
            context,
            service="siem_export",
            declared_at="services.integration.siem_export",
        )
        export = export_logs(self, asked.tables, asked.id, asked.hub)
        self.register_outputs({"id": export.id})


def export_logs(
    owner: Component,
    tables: tuple[str, ...],
    namespace: pulumi.Input[str],
    hub: str,
    *,
    after: list[pulumi.Resource] | None = None,
) -> operationalinsights.DataExport:
    """Register the export of the environment's own log workspace, as a part of ``owner``."""
    workspace = owner.context.workspace
    assert workspace is not None  # noqa: S101 - made before all that logs
    return operationalinsights.DataExport(
        "siem-export-of-logs",
        data_export_name=child_name("siem-export"),
        workspace_name=name_in(workspace),
        resource_group_name=owner.context.groups["security"],
        resource_id=namespace,
        event_hub_name=hub,
        table_names=list(tables),
        enable=True,
        opts=owner.child(depends_on=after or []),
    )


def _encryption(access: KeyAccess) -> eventhub.EncryptionArgs:
    return eventhub.EncryptionArgs(
        key_source=eventhub.KeySource.MICROSOFT_KEY_VAULT,
        require_infrastructure_encryption=True,
        key_vault_properties=[
            eventhub.KeyVaultPropertiesArgs(
                key_name=access.key.name,
                key_vault_uri=access.key.vault_uri,
                identity=eventhub.UserAssignedIdentityPropertiesArgs(user_assigned_identity=access.identity.id),
            )
        ],
    )
