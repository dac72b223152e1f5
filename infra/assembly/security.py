"""The security services: identities, vaults, keys and the audit store."""

from dataclasses import dataclass

from infra.assembly.platform import Platform
from infra.components.base import name_in
from infra.components.security.audit_store import ACCESS_LOG, AUDIT, AuditStore
from infra.components.security.encryption import CustomerKey, KeyHolder
from infra.components.security.identities import Identities
from infra.components.security.key_vault import ExistingKeyVault, KeyVault
from infra.components.security.secret_vault import SecretVault
from infra.components.security.vault import VaultReference, uri_of
from infra.connections import keeps_operations
from prosess.domain.access import AccessOption
from prosess.domain.environment import Environment, Existing

AUDIT_KEY, MESSAGING_KEY, RELATIONS_KEY = "audit-store", "messaging", "relations"
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

    def key(self, name: str) -> CustomerKey | None:
        """Give the customer-managed key of a store, where the environment has keys of its own."""
        return self.keys.customer_key(name) if self.keys else None


def secure(platform: Platform) -> Security:
    """Make the security services."""
    chosen = platform.context.environment.services.security
    identities = platform.add(Identities(platform.settings.identities, context=platform.context))
    secrets, vault = _secrets(platform)
    keys = _keys(platform)
    audit = None
    if chosen.audit_store.mode == "create":
        programs = identities.workloads
        audit = platform.add(
            AuditStore(
                platform.settings.audit_store,
                key=keys.customer_key(AUDIT_KEY) if keys else None,
                writers={AUDIT: programs["worker"], ACCESS_LOG: programs["api"]},
                context=platform.context,
            )
        )
    return Security(identities, secrets, vault, keys, audit)


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
    wanted = {
        AUDIT_KEY: services.security.audit_store.mode == "create",
        MESSAGING_KEY: services.integration.messaging.mode == "create",
        RELATIONS_KEY: AccessOption.TASK_RELATION in environment.access.options,
        BACKUP_KEY: services.datacentre.backup.mode == "create",
        OPERATIONS_KEY: keeps_operations(environment),
        REGISTRY_KEY: services.datacentre.registry.mode == "create",
    }
    return tuple(name for name, on in wanted.items() if on)
