"""What a data controller's own systems hear of: its topic, and a subscription for each system."""

from collections.abc import Sequence

import pulumi
from pulumi_azure_native import managedidentity, servicebus

from infra.components.base import Component, ComponentSettings, name_of
from infra.components.integration.messaging import Messaging
from infra.components.roles import Role
from infra.components.security.identities import Workload, give_program, make_identity
from infra.naming import child as child_name
from prosess.domain.environment import TenantSystem

_EXCHANGE = "api://AzureADTokenExchange"


class EventSettings(ComponentSettings):
    """What happens to an event that a system does not take."""

    dead_letter: bool = True
    """It is kept apart for somebody to look at (PP-SBS-001)."""
    deliveries: int = 10
    """Attempts before an event is set aside."""
    days: int = 14
    """How long an event waits."""


def make_events(
    owner: Component,
    who: str,
    systems: Sequence[TenantSystem],
    settings: EventSettings,
    *,
    messaging: Messaging,
    sender: Workload,
    group: pulumi.Input[str],
) -> None:
    """Register the controller's topic and, for each of its systems, an identity and a subscription, as ``owner``'s.

    A system reads from its own subscription and from nothing else. Its identity has no secret: the issuer that the
    environment file names vouches for it.
    """
    topic = servicebus.Topic(
        f"{who}-events",
        topic_name=child_name(f"events-{who}"),
        namespace_name=messaging.name,
        resource_group_name=messaging.group,
        default_message_time_to_live=f"P{settings.days}D",
        requires_duplicate_detection=True,
        duplicate_detection_history_time_window="PT10M",
        support_ordering=True,
        enable_batched_operations=True,
        opts=owner.child(holds_data=True),
    )
    give_program(
        owner, f"{who}-tells-events", Role.MESSAGE_SENDER, topic.id, sender, (who, "events"), "Tells of events."
    )
    for system in systems:
        subscription = servicebus.Subscription(
            f"{who}-{system.id}-hears",
            subscription_name=child_name(system.id),
            topic_name=name_of(topic),
            namespace_name=messaging.name,
            resource_group_name=messaging.group,
            dead_lettering_on_message_expiration=settings.dead_letter,
            dead_lettering_on_filter_evaluation_exceptions=settings.dead_letter,
            max_delivery_count=settings.deliveries,
            default_message_time_to_live=f"P{settings.days}D",
            lock_duration="PT1M",
            requires_session=True,
            enable_batched_operations=True,
            opts=owner.child(holds_data=True),
        )
        identity, program = make_identity(owner, f"{who}-{system.id}", group)
        managedidentity.FederatedIdentityCredential(
            f"{who}-{system.id}-federation",
            federated_identity_credential_resource_name=child_name(system.id),
            resource_name_=name_of(identity),
            resource_group_name=group,
            issuer=system.issuer,
            subject=system.subject,
            audiences=[_EXCHANGE],
            opts=owner.child(),
        )
        give_program(
            owner,
            f"{who}-{system.id}-receives",
            Role.MESSAGE_RECEIVER,
            subscription.id,
            program,
            (who, system.id, "events"),
            "Hears of the controller's events.",
        )
