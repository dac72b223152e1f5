"""A vault for the keys that data is encrypted with."""

from collections.abc import Sequence

import pulumi
from pulumi_azure_native import keyvault

from infra.components.base import Component, Context, name_of
from infra.components.security.encryption import CustomerKey
from infra.components.security.vault import VaultSettings, make_vault, uri_of
from infra.naming import child as child_name

_EXPIRES_AFTER_ROTATION = 90
_TOLD_BEFORE_EXPIRY = 30


class KeyVaultSettings(VaultSettings):
    """What keeps keys usable by the services that need them and by nobody else."""

    purge_protection: bool = True
    """A purged key makes all that it encrypted unreadable for ever (NSM 2.7, rule PP-KV-002)."""
    trusted_services: bool = True
    """Storage and Service Bus reach their key as trusted services; there is no other way for them."""
    rotation_days: int = 365
    """How often a new version is made; services follow by themselves, as they name no version."""
    key_size: int = 3072
    """Recommended for protection beyond 2030 (NIST SP 800-57)."""


class KeyVault(Component):
    """A Key Vault with one hardware-protected key for each service that stores data.

    One key each, so that revoking one closes one store. The keys wrap and unwrap and do nothing else.
    """

    def __init__(
        self,
        name: str,
        settings: KeyVaultSettings,
        *,
        keys: Sequence[str],
        context: Context,
        group: pulumi.Input[str],
        location: str | None = None,
        declared_at: str = "services.security.key_vault",
        parent: Component | None = None,
    ) -> None:
        super().__init__(
            "prosess:security:KeyVault",
            name,
            context,
            service="key_vault",
            declared_at=declared_at,
            settings=settings,
            parent=parent,
        )
        self.vault = make_vault(
            self,
            name,
            settings,
            context=context,
            group=group,
            location=location or context.location,
            purge_protection=settings.purge_protection,
            trusted_services=settings.trusted_services,
        )
        self.id = self.vault.id
        self._keys = {key: self._key(name, key, settings, group) for key in keys}
        self.register_outputs({"id": self.id, "keys": {key: made.id for key, made in self._keys.items()}})

    def _key(self, vault: str, key: str, settings: KeyVaultSettings, group: pulumi.Input[str]) -> keyvault.Key:
        return keyvault.Key(
            f"{vault}-{key}",
            key_name=child_name(key),
            vault_name=name_of(self.vault),
            resource_group_name=group,
            properties=keyvault.KeyPropertiesArgs(
                kty=keyvault.JsonWebKeyType.RS_A_HSM,
                key_size=settings.key_size,
                key_ops=[keyvault.JsonWebKeyOperation.WRAP_KEY, keyvault.JsonWebKeyOperation.UNWRAP_KEY],
                attributes=keyvault.KeyAttributesArgs(enabled=True, exportable=False),
                rotation_policy=keyvault.RotationPolicyArgs(
                    attributes=keyvault.KeyRotationPolicyAttributesArgs(
                        expiry_time=f"P{settings.rotation_days + _EXPIRES_AFTER_ROTATION}D"
                    ),
                    lifetime_actions=[
                        keyvault.LifetimeActionArgs(
                            action=keyvault.ActionArgs(type=keyvault.KeyRotationPolicyActionType.ROTATE),
                            trigger=keyvault.TriggerArgs(time_after_create=f"P{settings.rotation_days}D"),
                        ),
                        keyvault.LifetimeActionArgs(
                            action=keyvault.ActionArgs(type=keyvault.KeyRotationPolicyActionType.NOTIFY),
                            trigger=keyvault.TriggerArgs(time_before_expiry=f"P{_TOLD_BEFORE_EXPIRY}D"),
                        ),
                    ],
                ),
            ),
            tags=self.tags,
            opts=self.child(holds_data=True),
        )

    def customer_key(self, key: str) -> CustomerKey:
        """Give the key of a service."""
        made = self._keys[key]
        return CustomerKey(scope=made.id, vault_uri=uri_of(self.vault.id), name=name_of(made), seed=made_for(self, key))


def made_for(vault: KeyVault, key: str) -> str:
    """Tell a key from all others before anything is deployed."""
    return f"{vault.labelled.environment}/{vault.labelled.service}/{key}"


class ExistingKeyVault:
    """The region's own key vault: nothing in it is planned, so the key of each service is named by agreement.

    The region makes a key ``prosess-<environment>-<service>`` for each service that stores data (what the environment
    plans says which), and the service's identity is given the right to use that one key.
    """

    def __init__(self, id_: str, environment: str) -> None:
        self._id = id_
        self._environment = environment

    def customer_key(self, key: str) -> CustomerKey:
        """Give the key of a service."""
        name = child_name(f"prosess-{self._environment}-{key}")
        return CustomerKey(scope=f"{self._id}/keys/{name}", vault_uri=uri_of(self._id), name=name, seed=name)
