"""A vault for secrets."""

import pulumi

from infra.components.base import Component, Context, name_of
from infra.components.security.vault import VaultSettings, make_vault, uri_of


class SecretVaultSettings(VaultSettings):
    """What keeps secrets secret, and there."""

    purge_protection: bool = True
    """A deleted secret stops every integration that uses it, and must not be gone for good (NSM 2.7, PP-KV-002)."""
    trusted_services: bool = False
    """No Azure service has business with secrets; workloads come through the private endpoint."""


class SecretVault(Component):
    """A Key Vault for secrets and client keys, reached only through its private endpoint.

    Apart from the vault for encryption keys: who may read a secret has no business with what unlocks the storage, and
    this vault lets no Azure service past its firewall.
    """

    def __init__(
        self,
        name: str,
        settings: SecretVaultSettings,
        *,
        context: Context,
        group: pulumi.Input[str],
        declared_at: str = "services.security.secret_vault",
        data_controller: str | None = None,
        parent: Component | None = None,
    ) -> None:
        super().__init__(
            "prosess:security:SecretVault",
            name,
            context,
            service="secret_vault",
            declared_at=declared_at,
            settings=settings,
            data_controller=data_controller,
            parent=parent,
        )
        self.vault = make_vault(
            self,
            name,
            settings,
            context=context,
            group=group,
            location=context.location,
            purge_protection=settings.purge_protection,
            trusted_services=settings.trusted_services,
        )
        self.id = self.vault.id
        self.uri = uri_of(self.vault.id)
        self.name = name_of(self.vault)
        self.group = group
        self.register_outputs({"id": self.id, "uri": self.uri})
