"""State, secrets provider and pipeline identity of one environment, as one component in a group of its own."""

import ipaddress
from collections.abc import Iterable
from typing import Final, Self

from pulumi_azure_native import Provider, keyvault, managedidentity, resources, storage

from infra import addressing, regions
from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.roles import Role
from infra.components.security.identities import Federation, give_program, make_identity
from infra.naming import Kind, Naming
from infra.refusal import refusal
from prosess.domain.environment import Environment
from prosess.domain.identifiers import Cidr

CONTAINER: Final = "pulumi-state"
KEY: Final = "pulumi-secrets"

_EXCHANGE: Final = "api://AzureADTokenExchange"
_GROUP: Final = "bootstrap"


class BootstrapSettings(ComponentSettings):
    """How state and secrets are kept, and who may reach them.

    There is no network, no log workspace and no private zone yet: the environment itself makes those later.
    """

    private_endpoint: bool = False
    """The network that it would lie in is made by what is applied from here."""
    diagnostics: bool = False
    """The workspace is made by what is applied from here; the runbook adds the settings afterwards."""
    pipeline: Federation | None = None
    """Whose tokens may apply. None until the region names its pipeline: a guessed subject would let a stranger in."""
    allowed: tuple[Cidr, ...] = ()
    """Public ranges that the pipeline's runners come from; none closes state and key to the internet altogether."""
    deleted_days: int = 90
    """How long a deleted or overwritten state can be had back: a lost state is a lost environment."""
    soft_delete_days: int = 90
    """The longest that Azure keeps a deleted vault: without its key every secret in the state is lost."""
    key_size: int = 3072
    """Recommended for protection beyond 2030 (NIST SP 800-57)."""
    key_days: int = 455
    """A year and a quarter: the key is changed yearly, by ``pulumi stack change-secrets-provider``."""
    told_days: int = 90
    """How long before its last day the key's owner is told."""

    @classmethod
    def told(cls, issuer: str | None, subject: str | None, allowed: Iterable[str]) -> Self:
        """Give the settings of what a stack's configuration tells.

        Raises:
            DomainError: where only one of issuer and subject is told, or a range is not public.
        """
        if (issuer is None) != (subject is None):
            raise refusal("FEDERATION_HALF_TOLD")
        ranges = tuple(allowed)
        for one in ranges:
            _refuse_unless_public(one)
        pipeline = Federation(issuer=issuer, subject=subject) if issuer and subject else None
        return cls(pipeline=pipeline, allowed=ranges)


def _refuse_unless_public(range_: str) -> None:
    try:
        network = ipaddress.ip_network(range_)
    except ValueError:
        network = None
    if network is None or network.version != 4 or not network.is_global or network.prefixlen < 8:
        raise refusal("RANGE_NOT_PUBLIC", facts={"range": range_})


class Bootstrap(Component):
    """A resource group with the state's storage account, the vault of the key that encrypts its secrets, an identity.

    The identity can read and write the state and use the one key. What it may deploy is given by a person, after the
    runbook: a program that gives itself rights would ask for more than it needs.
    """

    def __init__(self, settings: BootstrapSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:bootstrap:Bootstrap",
            "bootstrap",
            context,
            service="bootstrap",
            declared_at="azure.subscription",
            settings=settings,
        )
        self.settings = settings
        group = resources.ResourceGroup(
            _GROUP,
            resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, _GROUP),
            location=context.location,
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        self.group = name_of(group)
        account, container = self._state()
        vault, key = self._secrets()
        self.lock("state", account)
        self.lock("secrets-provider", vault)
        identity, deployer = make_identity(self, "deploy", self.group)
        if settings.pipeline:
            self._trust(settings.pipeline, identity)
        for name, role, scope, why in (
            ("state", Role.BLOB_CONTRIBUTOR, container.id, "Reads and writes the state of the environment."),
            ("secrets", Role.CRYPTO_USER, key.id, "Encrypts and decrypts the secrets in the state."),
        ):
            give_program(self, f"deploy-{name}", role, scope, deployer, ("bootstrap", name), why)
        self.register_outputs({"container": container.id, "key": key.id, "client": deployer.client})

    def _state(self) -> tuple[storage.StorageAccount, storage.BlobContainer]:
        """Register the account that the state lies in. Every version of it is kept, and nobody has a shared key."""
        settings = self.settings
        account = storage.StorageAccount(
            "state",
            account_name=self.context.naming.of(Kind.STORAGE, "state"),
            resource_group_name=self.group,
            location=self.context.location,
            kind=storage.Kind.STORAGE_V2,
            sku=storage.SkuArgs(name=regions.location_of(self.context.environment.azure.location).replication),
            access_tier=storage.AccessTier.HOT,
            public_network_access="Enabled" if settings.allowed else "Disabled",
            allow_blob_public_access=False,
            allow_shared_key_access=False,
            default_to_o_auth_authentication=True,
            allow_cross_tenant_replication=False,
            allowed_copy_scope=storage.AllowedCopyScope.PRIVATE_LINK,
            enable_https_traffic_only=True,
            minimum_tls_version=storage.MinimumTlsVersion.TLS1_2,
            is_local_user_enabled=False,
            is_sftp_enabled=False,
            is_hns_enabled=False,
            enable_nfs_v3=False,
            network_rule_set=storage.NetworkRuleSetArgs(
                default_action=storage.DefaultAction.DENY,
                bypass=storage.Bypass.AZURE_SERVICES,
                ip_rules=[
                    storage.IPRuleArgs(i_p_address_or_range=one, action=storage.Action.ALLOW)
                    for one in _for_storage(settings.allowed)
                ],
                virtual_network_rules=[],
                resource_access_rules=[],
            ),
            encryption=storage.EncryptionArgs(
                key_source=storage.KeySource.MICROSOFT_STORAGE,
                require_infrastructure_encryption=True,
                services=storage.EncryptionServicesArgs(
                    blob=storage.EncryptionServiceArgs(enabled=True, key_type=storage.KeyType.ACCOUNT),
                    file=storage.EncryptionServiceArgs(enabled=True, key_type=storage.KeyType.ACCOUNT),
                ),
            ),
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        storage.BlobServiceProperties(
            "state-blobs",
            account_name=name_of(account),
            blob_services_name="default",
            resource_group_name=self.group,
            is_versioning_enabled=True,
            delete_retention_policy=storage.DeleteRetentionPolicyArgs(
                enabled=True, days=settings.deleted_days, allow_permanent_delete=False
            ),
            container_delete_retention_policy=storage.DeleteRetentionPolicyArgs(
                enabled=True, days=settings.deleted_days
            ),
            opts=self.child(),
        )
        container = storage.BlobContainer(
            "state",
            container_name=CONTAINER,
            account_name=name_of(account),
            resource_group_name=self.group,
            public_access=storage.PublicAccess.NONE,
            opts=self.child(holds_data=True),
        )
        return account, container

    def _secrets(self) -> tuple[keyvault.Vault, keyvault.Key]:
        """Register the vault, and the key that Pulumi encrypts the secrets in the state with."""
        settings = self.settings
        vault = keyvault.Vault(
            "secrets-provider",
            vault_name=self.context.naming.of(Kind.KEY_VAULT, "state"),
            resource_group_name=self.group,
            location=self.context.location,
            properties=keyvault.VaultPropertiesArgs(
                tenant_id=self.context.environment.azure.tenant,
                sku=keyvault.SkuArgs(family=keyvault.SkuFamily.A, name=keyvault.SkuName.PREMIUM),
                enable_rbac_authorization=True,
                enable_soft_delete=True,
                soft_delete_retention_in_days=settings.soft_delete_days,
                enable_purge_protection=True,
                enabled_for_deployment=False,
                enabled_for_disk_encryption=False,
                enabled_for_template_deployment=False,
                public_network_access="Enabled" if settings.allowed else "Disabled",
                network_acls=keyvault.NetworkRuleSetArgs(
                    bypass=keyvault.NetworkRuleBypassOptions.NONE,
                    default_action=keyvault.NetworkRuleAction.DENY,
                    ip_rules=[keyvault.IPRuleArgs(value=one) for one in settings.allowed],
                    virtual_network_rules=[],
                ),
            ),
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        key = keyvault.Key(
            "secrets-provider",
            key_name=KEY,
            vault_name=name_of(vault),
            resource_group_name=self.group,
            properties=keyvault.KeyPropertiesArgs(
                kty=keyvault.JsonWebKeyType.RS_A_HSM,
                key_size=settings.key_size,
                key_ops=[keyvault.JsonWebKeyOperation.ENCRYPT, keyvault.JsonWebKeyOperation.DECRYPT],
                attributes=keyvault.KeyAttributesArgs(enabled=True, exportable=False),
                # Told of, and never rotated by itself: what Pulumi encrypted it decrypts with the newest version, and
                # a version that it did not encrypt with opens nothing.
                rotation_policy=keyvault.RotationPolicyArgs(
                    attributes=keyvault.KeyRotationPolicyAttributesArgs(expiry_time=f"P{settings.key_days}D"),
                    lifetime_actions=[
                        keyvault.LifetimeActionArgs(
                            action=keyvault.ActionArgs(type=keyvault.KeyRotationPolicyActionType.NOTIFY),
                            trigger=keyvault.TriggerArgs(time_before_expiry=f"P{settings.told_days}D"),
                        )
                    ],
                ),
            ),
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        return vault, key

    def _trust(self, pipeline: Federation, identity: managedidentity.UserAssignedIdentity) -> None:
        """Let the pipeline's own tokens stand for the identity, so that no secret is kept."""
        managedidentity.FederatedIdentityCredential(
            "deploy-federation",
            federated_identity_credential_resource_name="pipeline",
            resource_name_=name_of(identity),
            resource_group_name=self.group,
            issuer=pipeline.issuer,
            subject=pipeline.subject,
            audiences=[_EXCHANGE],
            opts=self.child(),
        )


def _for_storage(ranges: Iterable[str]) -> list[str]:
    """Give ranges as a storage account takes them: what is smaller than /30 address by address."""
    rules = []
    for one in ranges:
        network = ipaddress.ip_network(one)
        rules += [one] if network.prefixlen <= 30 else [str(address) for address in network]
    return rules


def build(environment: Environment, settings: BootstrapSettings) -> Bootstrap:
    """Register what must stand before an environment can.

    Args:
        environment: the environment that will be applied from it.
        settings: how it is kept, and who may reach it.

    Raises:
        DomainError: where no valid name can be made.
    """
    azure = environment.azure
    return Bootstrap(
        settings,
        context=Context(
            environment=environment,
            naming=Naming(environment),
            addresses=addressing.carve(environment),
            provider=Provider(
                "azure", subscription_id=azure.subscription, tenant_id=azure.tenant, location=azure.location.value
            ),
        ),
    )
