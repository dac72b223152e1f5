"""Queues between systems."""

from pulumi_azure_native import servicebus

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.roles import Role
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.identities import Workload, give_program
from infra.connections import SERVICE_BUS
from infra.naming import Kind
from infra.naming import child as child_name

PLATFORM_QUEUE = "platform-events"


class MessagingSettings(ComponentSettings):
    """What keeps messages from being read, lost or forged."""

    capacity: int = 1
    """Messaging units."""
    tier: str = "Premium"
    """The only tier with private endpoints, own keys and own capacity (PP-SB-001)."""
    local_authentication: bool = False
    """A shared key has no name in the log (PP-SB-002)."""
    public_network_access: bool = False
    """The SDK writes ``Enabled`` where nothing is said (PP-SB-003)."""
    tls: str = "1.2"
    """The oldest version that is spoken (PP-SB-004)."""
    zone_redundant: bool = True
    """A measurement from a patient's home must survive the loss of a building (PP-SB-005)."""
    trusted_services: bool = False
    """Whether Event Grid may come past the closed door to deliver; it has no other way in."""


class QueueSettings(ComponentSettings):
    """What happens to a message that nobody takes."""

    dead_letter: bool = True
    """It is kept apart for a person to look at: an alert must not vanish by being late (PP-SBQ-001)."""
    deliveries: int = 10
    """Attempts before a message is set aside."""
    days: int = 14
    """How long a message waits."""


class Messaging(Component):
    """A Service Bus namespace, with the platform's own queue.

    What belongs to a data controller has a queue of its own, made with the controller's space (law 5): roles are given
    on queues, never on the namespace.
    """

    def __init__(
        self,
        settings: MessagingSettings,
        queue: QueueSettings,
        *,
        key: CustomerKey | None,
        sender: Workload,
        receiver: Workload,
        context: Context,
    ) -> None:
        super().__init__(
            "prosess:integration:Messaging",
            "messaging",
            context,
            service="messaging",
            declared_at="services.integration.messaging",
            settings=settings,
        )
        group = context.groups["integration"]
        access = allow_key_use(self, "messaging", key, group, context.location) if key else None
        self.namespace = servicebus.Namespace(
            "messaging",
            namespace_name=context.naming.of(Kind.SERVICE_BUS, "messaging"),
            resource_group_name=group,
            location=context.location,
            sku=servicebus.SBSkuArgs(
                name=servicebus.SkuName(settings.tier),
                tier=servicebus.SkuTier(settings.tier),
                capacity=settings.capacity,
            ),
            premium_messaging_partitions=1,
            disable_local_auth=not settings.local_authentication,
            minimum_tls_version=settings.tls,
            public_network_access="Enabled" if settings.public_network_access else "Disabled",
            zone_redundant=settings.zone_redundant,
            identity=servicebus.IdentityArgs(
                type=servicebus.ManagedServiceIdentityType.USER_ASSIGNED, user_assigned_identities=[access.identity.id]
            )
            if access
            else None,
            encryption=servicebus.EncryptionArgs(
                key_source=servicebus.KeySource.MICROSOFT_KEY_VAULT,
                require_infrastructure_encryption=True,
                key_vault_properties=[
                    servicebus.KeyVaultPropertiesArgs(
                        key_name=access.key.name,
                        key_vault_uri=access.key.vault_uri,
                        identity=servicebus.UserAssignedIdentityPropertiesArgs(
                            user_assigned_identity=access.identity.id
                        ),
                    )
                ],
            )
            if access
            else None,
            tags=self.tags,
            opts=self.child(holds_data=True, depends_on=[access.assignment] if access else []),
        )
        self.group = group
        self.name = name_of(self.namespace)
        self.secure("messaging", self.namespace, group, SERVICE_BUS)
        if settings.trusted_services:
            servicebus.NamespaceNetworkRuleSet(
                "messaging-network",
                namespace_name=self.name,
                resource_group_name=group,
                default_action=servicebus.DefaultAction.DENY,
                public_network_access="Disabled",
                trusted_service_access_enabled=True,
                ip_rules=[],
                virtual_network_rules=[],
                opts=self.child(),
            )
        make_queue(self, PLATFORM_QUEUE, queue, messaging=self, sender=sender, receiver=receiver)
        self.register_outputs({"id": self.namespace.id})


def make_queue(
    owner: Component,
    name: str,
    settings: QueueSettings,
    *,
    messaging: Messaging,
    sender: Workload,
    receiver: Workload,
) -> servicebus.Queue:
    """Register a queue as a part of ``owner``, with one program that sends and one that receives.

    Sessions are on, so that what is told of one patient is read in the order that it was told.
    """
    queue = servicebus.Queue(
        name,
        queue_name=child_name(name),
        namespace_name=messaging.name,
        resource_group_name=messaging.group,
        dead_lettering_on_message_expiration=settings.dead_letter,
        max_delivery_count=settings.deliveries,
        default_message_time_to_live=f"P{settings.days}D",
        lock_duration="PT1M",
        requires_duplicate_detection=True,
        duplicate_detection_history_time_window="PT10M",
        requires_session=True,
        enable_batched_operations=True,
        opts=owner.child(holds_data=True),
    )
    for program, role, verb in (
        (sender, Role.MESSAGE_SENDER, "sends"),
        (receiver, Role.MESSAGE_RECEIVER, "receives"),
    ):
        give_program(owner, f"{name}-{verb}", role, queue.id, program, (name,), f"{verb.capitalize()} messages.")
    return queue
