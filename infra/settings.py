"""The settings of every component of a program, in one place each."""

from typing import Self

from infra import regions
from infra.components.access import BlockRegisterSettings, EmergencySettings, RelationStoreSettings
from infra.components.base import ComponentSettings
from infra.components.datacentre.backup import BackupSettings
from infra.components.datacentre.budget import BudgetSettings
from infra.components.datacentre.firewall import FirewallSettings
from infra.components.datacentre.flow_logs import FlowLogsSettings
from infra.components.datacentre.hub import HubSettings, PeeringSettings
from infra.components.datacentre.network import NetworkSettings
from infra.components.datacentre.network_gateway import NetworkGatewaySettings
from infra.components.datacentre.operations_store import OperationsStoreSettings
from infra.components.datacentre.registry import RegistrySettings
from infra.components.datacentre.resolver import ResolverSettings
from infra.components.governance.policies import PoliciesSettings
from infra.components.integration.api_gateway import ApiGatewaySettings
from infra.components.integration.events import EventsSettings
from infra.components.integration.fhir import FhirSettings
from infra.components.integration.messaging import MessagingSettings, QueueSettings
from infra.components.integration.platform_api import PlatformApiSettings
from infra.components.integration.self_hosted_fhir import SelfHostedFhirSettings
from infra.components.integration.siem_export import SiemExportSettings
from infra.components.security.activity_log import ActivityLogSettings
from infra.components.security.alerting import AlertingSettings
from infra.components.security.audit_store import AuditStoreSettings
from infra.components.security.defender import DefenderSettings
from infra.components.security.identities import IdentitiesSettings
from infra.components.security.key_vault import KeyVaultSettings
from infra.components.security.log_encryption import LogEncryptionSettings
from infra.components.security.monitoring import MonitoringSettings
from infra.components.security.secret_vault import SecretVaultSettings
from infra.components.security.siem import SiemSettings
from infra.components.tenants.tenant_space import TenantSpaceSettings
from infra.components.workload.container_environment import ContainerEnvironmentSettings
from infra.components.workload.database_server import DatabaseServerSettings
from infra.components.workload.programs import ProgramsSettings
from prosess.domain.access import Stage
from prosess.domain.base import Model
from prosess.domain.environment import (
    CreateApiGateway,
    CreateAuditStore,
    CreateBackup,
    CreateBlocks,
    CreateFlowLogs,
    CreateKeyVault,
    CreateMessaging,
    CreateMonitoring,
    CreateRegistry,
    Environment,
)


class ProgramSettings(Model):
    """What a test changes, it changes here (``settings.model_copy(update=...)``); a user changes the file."""

    network: NetworkSettings = NetworkSettings()
    hub: HubSettings = HubSettings()
    peering: PeeringSettings = PeeringSettings()
    firewall: FirewallSettings = FirewallSettings()
    resolver: ResolverSettings = ResolverSettings()
    network_gateway: NetworkGatewaySettings = NetworkGatewaySettings()
    flow_logs: FlowLogsSettings = FlowLogsSettings()
    operations_store: OperationsStoreSettings = OperationsStoreSettings()
    backup: BackupSettings = BackupSettings()
    registry: RegistrySettings = RegistrySettings()
    budget: BudgetSettings = BudgetSettings()
    secret_vault: SecretVaultSettings = SecretVaultSettings()
    key_vault: KeyVaultSettings = KeyVaultSettings()
    monitoring: MonitoringSettings = MonitoringSettings()
    monitoring_link: ComponentSettings = ComponentSettings()
    identities: IdentitiesSettings = IdentitiesSettings()
    audit_store: AuditStoreSettings = AuditStoreSettings()
    log_encryption: LogEncryptionSettings = LogEncryptionSettings()
    activity_log: ActivityLogSettings = ActivityLogSettings()
    siem: SiemSettings = SiemSettings()
    alerting: AlertingSettings = AlertingSettings()
    defender: DefenderSettings = DefenderSettings()
    messaging: MessagingSettings = MessagingSettings()
    queue: QueueSettings = QueueSettings()
    api_gateway: ApiGatewaySettings = ApiGatewaySettings()
    events: EventsSettings = EventsSettings()
    siem_export: SiemExportSettings = SiemExportSettings()
    platform_api: PlatformApiSettings = PlatformApiSettings()
    fhir: FhirSettings = FhirSettings()
    self_hosted_fhir: SelfHostedFhirSettings = SelfHostedFhirSettings()
    container_environment: ContainerEnvironmentSettings = ContainerEnvironmentSettings()
    database: DatabaseServerSettings = DatabaseServerSettings()
    programs: ProgramsSettings = ProgramsSettings()
    relations: RelationStoreSettings = RelationStoreSettings()
    blocks: BlockRegisterSettings = BlockRegisterSettings()
    emergency: EmergencySettings = EmergencySettings()
    tenant_space: TenantSpaceSettings = TenantSpaceSettings()
    policies: PoliciesSettings = PoliciesSettings()

    @classmethod
    def of(cls, environment: Environment) -> Self:
        """Give the settings that an environment's file asks for."""
        security, integration = environment.services.security, environment.services.integration
        place = regions.location_of(environment.azure.location)
        settings: dict[str, Model] = {
            "relations": RelationStoreSettings(replication=place.replication),
            "log_encryption": LogEncryptionSettings(zone_redundant=place.zones > 0),
        }
        if isinstance(environment.access.blocks, CreateBlocks):
            settings["blocks"] = BlockRegisterSettings(
                replication=place.replication, deleted_days=environment.access.blocks.deleted_days
            )
        if isinstance(security.key_vault, CreateKeyVault):
            keys = KeyVaultSettings(rotation_days=security.key_vault.rotation_days)
            settings |= {"key_vault": keys, "fhir": FhirSettings(key_vault=keys)}
        if isinstance(security.monitoring, CreateMonitoring):
            settings["monitoring"] = MonitoringSettings(retention_days=security.monitoring.retention_days)
        if isinstance(security.audit_store, CreateAuditStore):
            settings["audit_store"] = AuditStoreSettings(
                replication=place.replication,
                immutability_days=security.audit_store.immutability_days,
                access_log=security.audit_store.access_log_stream,
            )
        if isinstance(integration.messaging, CreateMessaging):
            settings["messaging"] = MessagingSettings(
                capacity=integration.messaging.capacity,
                zone_redundant=place.zones > 0,
                trusted_services=integration.events.mode == "create",
            )
        if isinstance(integration.api_gateway, CreateApiGateway):
            settings["api_gateway"] = _gateway(integration.api_gateway, place.zones)
            # A gateway outside the network reaches the vault as one of Azure's trusted services, or not at all.
            settings["secret_vault"] = SecretVaultSettings(
                trusted_services=integration.api_gateway.network == "private_endpoint"
            )
        settings |= _of_datacentre(environment, place)
        if isinstance(backup := environment.services.datacentre.backup, CreateBackup):
            settings |= _recoverable(settings, backup.retention_days)
        return cls.model_validate(settings)


def _of_datacentre(environment: Environment, place: regions.Location) -> dict[str, Model]:
    chosen = environment.services.datacentre
    zones = tuple(str(zone) for zone in range(1, place.zones + 1))
    settings: dict[str, Model] = {
        "firewall": FirewallSettings(zones=zones),
        "network_gateway": NetworkGatewaySettings(zones=zones),
        "operations_store": OperationsStoreSettings(replication=place.replication),
    }
    if isinstance(chosen.flow_logs, CreateFlowLogs):
        settings["flow_logs"] = FlowLogsSettings(retention_days=chosen.flow_logs.retention_days)
    if isinstance(chosen.registry, CreateRegistry):
        settings["registry"] = RegistrySettings(quarantine=chosen.registry.quarantine)
    if isinstance(chosen.backup, CreateBackup):
        by_stage = "locked" if environment.stage is Stage.PROD else "unlocked"
        settings["backup"] = BackupSettings(
            retention_days=chosen.backup.retention_days,
            immutability=(chosen.backup.immutability or by_stage).capitalize(),
        )
    return settings


def _recoverable(settings: dict[str, Model], days: int) -> dict[str, Model]:
    """Give the stores what a backup asks of them: what Azure would else set itself, and the next deployment undo."""
    audit = settings.get("audit_store", AuditStoreSettings())
    return {
        "audit_store": audit.model_copy(update={"change_feed": True}),
        "relations": settings["relations"].model_copy(
            update={"change_feed": True, "restorable_days": days, "deleted_days": days + _KEPT_LONGER}
        ),
    }


_KEPT_LONGER = 5
"""Days that what was deleted is kept beyond the earliest state: Azure goes back to it from what is kept."""


def _gateway(chosen: CreateApiGateway, zones: int) -> ApiGatewaySettings:
    return ApiGatewaySettings(
        network=chosen.network,
        units=chosen.units,
        # Azure spreads units evenly and refuses a number that zones do not divide.
        zones=tuple(str(zone) for zone in range(1, zones + 1)) if zones and chosen.units % zones == 0 else (),
        publisher_name=chosen.publisher.role,
        publisher_email=chosen.publisher.mailbox,
    )
