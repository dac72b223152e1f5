"""What has happened, told to whoever needs to know."""

import pulumi
from pulumi_azure_native import eventgrid, storage

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.integration.messaging import Messaging, QueueSettings, make_queue
from infra.components.roles import PrincipalType, Role
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.identities import Workload, give_program
from infra.components.security.storage_account import StorageSettings, make_account, make_blob_service
from infra.connections import BLOB, EVENT_GRID_TOPIC
from infra.naming import Kind
from infra.naming import child as child_name
from prosess.domain.environment import CreateEvents

EVENTS_QUEUE = "events"
_DEAD_LETTERS = "dead-letters"


class EventsSettings(ComponentSettings):
    """What keeps events from being read, forged or lost."""

    local_authentication: bool = False
    """The SDK leaves keys on; whoever has one may tell lies under no name (PP-EG-001)."""
    public_network_access: bool = False
    """The SDK writes ``Enabled`` where nothing is said (PP-EG-002)."""
    tls: str = "1.2"
    """The oldest version that is spoken (PP-EG-003)."""
    within_region: bool = True
    """Azure else keeps a copy in the paired region, without telling whether it stays in the country (PP-EG-004)."""
    dead_letter: bool = True
    """An event that cannot be delivered is set aside for a person to look at (PP-EGS-001)."""
    queue: QueueSettings = QueueSettings()
    """Where events are delivered."""
    storage: StorageSettings = StorageSettings(replication="Standard_ZRS")
    """Where those that could not be delivered lie: in three zones, and like the topic in no other region."""
    dead_letter_days: int = 30
    """How long a dead letter that was deleted can be brought back."""


class Events(Component):
    """An Event Grid topic, the queue that it delivers to, and a store for what it could not deliver.

    The API tells, the worker reads the queue. The topic's identity is the system's own: the only kind that storage
    lets past a closed firewall for dead letters. It comes to the queue as one of Azure's trusted services, as Event
    Grid has no way to it by a private endpoint
    (https://learn.microsoft.com/azure/event-grid/managed-service-identity).
    """

    def __init__(
        self,
        settings: EventsSettings,
        asked: CreateEvents,
        *,
        messaging: Messaging,
        key: CustomerKey | None,
        teller: Workload,
        reader: Workload,
        context: Context,
    ) -> None:
        """Make the topic.

        Args:
            settings: how it is closed.
            asked: how long delivery is tried.
            messaging: where its queue lies.
            key: what dead letters are encrypted with; Microsoft's own key where it is none.
            teller: the program that publishes.
            reader: the program that reads the queue.
            context: the environment.
        """
        super().__init__(
            "prosess:integration:Events",
            "events",
            context,
            service="events",
            declared_at="services.integration.events",
            settings=settings,
        )
        self.group = context.groups["integration"]
        name = context.naming.of(Kind.EVENT_GRID_TOPIC, "events")
        self.topic = eventgrid.Topic(
            "events",
            topic_name=name,
            resource_group_name=self.group,
            location=context.location,
            input_schema=eventgrid.InputSchema.CLOUD_EVENT_SCHEMA_V1_0,
            disable_local_auth=not settings.local_authentication,
            public_network_access="Enabled" if settings.public_network_access else "Disabled",
            minimum_tls_version_allowed=settings.tls,
            data_residency_boundary="WithinRegion" if settings.within_region else "WithinGeopair",
            identity=eventgrid.IdentityInfoArgs(type=eventgrid.IdentityType.SYSTEM_ASSIGNED),
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        self.secure("events", self.topic, self.group, EVENT_GRID_TOPIC)
        give_program(self, "api-tells", Role.EVENT_SENDER, self.topic.id, teller, ("events",), "Tells what happened.")
        principal = self.topic.identity.apply(lambda identity: (identity.principal_id if identity else None) or "")
        # Nobody signs in as it but Azure, so its principal is all that there is to know it by.
        itself = Workload(principal, principal, name, self.topic.id)
        queue = make_queue(self, EVENTS_QUEUE, settings.queue, messaging=messaging, sender=itself, receiver=reader)
        ready: list[pulumi.Resource] = [queue]
        container = None
        if settings.dead_letter:
            container = self._dead_letters(settings, key)
            ready.append(
                self.assign(
                    "events-sets-aside",
                    Role.BLOB_CONTRIBUTOR,
                    scope=container.id,
                    principal=principal,
                    principal_type=PrincipalType.SERVICE_PRINCIPAL,
                    seed=(_DEAD_LETTERS, name),
                    description="Sets aside what cannot be delivered.",
                )
            )
        self._deliver(asked, queue.id, container, ready)
        self.register_outputs({"id": self.topic.id})

    def _deliver(
        self,
        asked: CreateEvents,
        queue: pulumi.Input[str],
        container: storage.BlobContainer | None,
        ready: list[pulumi.Resource],
    ) -> None:
        itself = eventgrid.EventSubscriptionIdentityArgs(type=eventgrid.EventSubscriptionIdentityType.SYSTEM_ASSIGNED)
        eventgrid.TopicEventSubscription(
            "events-to-worker",
            event_subscription_name=child_name("events-to-worker"),
            topic_name=name_of(self.topic),
            resource_group_name=self.group,
            event_delivery_schema=eventgrid.EventDeliverySchema.CLOUD_EVENT_SCHEMA_V1_0,
            delivery_with_resource_identity=eventgrid.DeliveryWithResourceIdentityArgs(
                identity=itself,
                destination=eventgrid.ServiceBusQueueEventSubscriptionDestinationArgs(
                    endpoint_type="ServiceBusQueue",
                    resource_id=queue,
                    # The queue keeps order by session: what is told of one subject is read in order.
                    delivery_attribute_mappings=[
                        eventgrid.DynamicDeliveryAttributeMappingArgs(
                            type="Dynamic", name="SessionId", source_field="subject"
                        )
                    ],
                ),
            ),
            dead_letter_with_resource_identity=eventgrid.DeadLetterWithResourceIdentityArgs(
                identity=itself,
                dead_letter_destination=eventgrid.StorageBlobDeadLetterDestinationArgs(
                    endpoint_type="StorageBlob",
                    resource_id=container.id.apply(lambda id_: id_.partition("/blobServices/")[0]),
                    blob_container_name=_DEAD_LETTERS,
                ),
            )
            if container
            else None,
            retry_policy=eventgrid.RetryPolicyArgs(
                max_delivery_attempts=asked.attempts, event_time_to_live_in_minutes=asked.minutes
            ),
            opts=self.child(depends_on=ready),
        )

    def _dead_letters(self, settings: EventsSettings, key: CustomerKey | None) -> storage.BlobContainer:
        access = allow_key_use(self, "events", key, self.group, self.context.location) if key else None
        account = make_account(self, "events", settings.storage, access=access, context=self.context, group=self.group)
        service = make_blob_service(
            self,
            "events-blobs",
            name_of(account),
            settings.storage,
            deleted_days=settings.dead_letter_days,
            group=self.group,
        )
        container = storage.BlobContainer(
            _DEAD_LETTERS,
            container_name=child_name(_DEAD_LETTERS),
            account_name=name_of(account),
            resource_group_name=self.group,
            public_access=storage.PublicAccess.NONE,
            opts=self.child(holds_data=True),
        )
        self.lock("events-storage", account)
        self.connect("events-storage", account, self.group, BLOB)
        self.diagnose("events-blobs", service.id)
        return container
