"""The security services: identities, vaults, keys, the audit store, and what watches over all of it."""

from dataclasses import dataclass

import pulumi

from infra.assembly.ground import Ground
from infra.assembly.platform import Platform
from infra.components.base import name_in
from infra.components.security.activity_log import ActivityLog
from infra.components.security.alerting import ActionGroup, ActivityAlerts
from infra.components.security.audit_store import ACCESS_LOG, AUDIT, AuditStore, AuditWriters
from infra.components.security.defender import Defender
from infra.components.security.encryption import CustomerKey, KeyHolder
from infra.components.security.identities import Identities
from infra.components.security.key_vault import ExistingKeyVault, KeyVault
from infra.components.security.log_encryption import LogEncryption
from infra.components.security.secret_vault import SecretVault
from infra.components.security.siem import Siem
from infra.components.security.vault import VaultReference, uri_of
from infra.connections import keeps_operations
from prosess.domain.access import AccessOption
from prosess.domain.environment import (
    CreateAlerting,
    CreateDefender,
    CreateMonitoring,
    CreateSiem,
    CreateSiemExport,
    Environment,
    Existing,
    ExistingAuditStore,
    FhirHosting,
)

AUDIT_KEY, BLOCKS_KEY, LOGS_KEY = "audit-store", "blocks", "logs"
MESSAGING_KEY, RELATIONS_KEY = "messaging", "relations"
EVENTS_KEY, SIEM_KEY, WORKLOAD_KEY, FHIR_KEY = "events", "siem-export", "platform-data", "fhir-data"
BACKUP_KEY, OPERATIONS_KEY, REGISTRY_KEY = "backup", "operations", "registry"


@dataclass(frozen=True)
class Security:
    """What later groups lean on."""

    identities: Identities
    secrets: SecretVault | None
    """None where the region's own vault is used, or none is wanted."""
    vault: VaultReference | None
    """Where secrets lie, whoever owns it."""
    keys: KeyHolder | None
    audit: AuditStore | None
    """None where the region's own store is used, or none is wanted."""
    action_group: pulumi.Input[str] | None
    """Id of who is told by mail, whoever owns it."""

    def key(self, name: str) -> CustomerKey | None:
        """Give the customer-managed key of a store, where the environment has keys of its own."""
        return self.keys.customer_key(name) if self.keys else None


def secure(platform: Platform, ground: Ground) -> Security:
    """Make the security services."""
    identities = platform.add(Identities(platform.settings.identities, context=platform.context))
    secrets, vault = _secrets(platform)
    keys = _keys(platform)
    audit = _audit(platform, identities, keys)
    if platform.context.environment.services.security.activity_log.mode == "create":
        platform.add(ActivityLog(platform.settings.activity_log, context=platform.context))
    _watch(platform, ground, keys)
    return Security(identities, secrets, vault, keys, audit, _tell(platform))


def _audit(platform: Platform, identities: Identities, keys: KeyHolder | None) -> AuditStore | None:
    chosen = platform.context.environment.services.security.audit_store
    writers = {AUDIT: identities.workloads["worker"], ACCESS_LOG: identities.workloads["api"]}
    if isinstance(chosen, ExistingAuditStore):
        platform.add(AuditWriters(chosen, writers=writers, context=platform.context))
        return None
    if chosen.mode == "off":
        return None
    key = keys.customer_key(AUDIT_KEY) if keys else None
    return platform.add(AuditStore(platform.settings.audit_store, key=key, writers=writers, context=platform.context))


def _watch(platform: Platform, ground: Ground, keys: KeyHolder | None) -> None:
    """Encrypt the log, and set somebody to watch it."""
    context, chosen = platform.context, platform.context.environment.services.security
    after: list[pulumi.Resource] = []
    own_key = isinstance(chosen.monitoring, CreateMonitoring) and chosen.monitoring.customer_key
    if own_key and ground.monitoring and keys:
        encryption = LogEncryption(
            platform.settings.log_encryption,
            workspace=ground.monitoring.workspace,
            key=keys.customer_key(LOGS_KEY),
            context=context,
        )
        after.append(platform.add(encryption).linked)
    if isinstance(chosen.siem, CreateSiem) and ground.monitoring:
        platform.add(
            Siem(
                platform.settings.siem,
                workspace=ground.monitoring.workspace,
                soc_group=chosen.siem.soc_group,
                emergency_accounts=chosen.siem.emergency_accounts,
                customer_key=own_key,
                after=after,
                context=context,
            )
        )
    if isinstance(chosen.defender, CreateDefender):
        platform.add(Defender(platform.settings.defender, chosen=chosen.defender, context=context))


def _tell(platform: Platform) -> pulumi.Input[str] | None:
    """Have somebody told by mail, and give the id of who is."""
    context, chosen = platform.context, platform.context.environment.services.security
    action_group: pulumi.Input[str]
    if isinstance(chosen.alerting, CreateAlerting):
        contact = chosen.alerting.contact
        action_group = platform.add(ActionGroup(platform.settings.alerting, contact=contact, context=context)).id
    elif isinstance(chosen.alerting, Existing):
        action_group = chosen.alerting.id
    else:
        return None
    watched = chosen.siem.mode != "off"
    platform.add(
        ActivityAlerts(platform.settings.alerting, action_group=action_group, watched=watched, context=context)
    )
    return action_group


def _secrets(platform: Platform) -> tuple[SecretVault | None, VaultReference | None]:
    chosen, group = platform.context.environment.services.security.secret_vault, platform.context.groups["security"]
    if isinstance(chosen, Existing):
        return None, VaultReference(id=chosen.id, uri=uri_of(chosen.id), name=name_in(chosen.id), seed=chosen.id)
    if chosen.mode == "off":
        return None, None
    made = platform.add(SecretVault("secrets", platform.settings.secret_vault, context=platform.context, group=group))
    return made, VaultReference(id=made.id, uri=made.uri, name=made.name, seed="secrets", group=group)


def _keys(platform: Platform) -> KeyHolder | None:
    environment, group = platform.context.environment, platform.context.groups["security"]
    chosen = environment.services.security.key_vault
    if isinstance(chosen, Existing):
        return ExistingKeyVault(chosen.id, environment.name)
    if chosen.mode == "off":
        return None
    return platform.add(
        KeyVault(
            "keys",
            platform.settings.key_vault,
            keys=_key_names(environment),
            context=platform.context,
            group=group,
        )
    )


def _key_names(environment: Environment) -> tuple[str, ...]:
    services = environment.services
    siem_export = services.integration.siem_export
    monitoring = services.security.monitoring
    wanted = {
        AUDIT_KEY: services.security.audit_store.mode == "create",
        LOGS_KEY: isinstance(monitoring, CreateMonitoring) and monitoring.customer_key,
        MESSAGING_KEY: services.integration.messaging.mode == "create",
        RELATIONS_KEY: AccessOption.TASK_RELATION in environment.access.options,
        EVENTS_KEY: services.integration.events.mode == "create",
        SIEM_KEY: isinstance(siem_export, CreateSiemExport) and siem_export.tier == "Premium",
        WORKLOAD_KEY: services.workload.mode == "create",
        FHIR_KEY: environment.fhir.hosting is FhirHosting.SELF_HOSTED_NORWAY_EAST,
        BLOCKS_KEY: environment.access.blocks.mode == "create",
        BACKUP_KEY: services.datacentre.backup.mode == "create",
        OPERATIONS_KEY: keeps_operations(environment),
        REGISTRY_KEY: services.datacentre.registry.mode == "create",
    }
    return tuple(name for name, on in wanted.items() if on)
