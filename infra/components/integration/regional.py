"""Integration services that the region owns already: the platform's programs are let in, and nothing is rebuilt."""

from infra.components.base import Component, Context
from infra.components.integration.messaging import PLATFORM_QUEUE
from infra.components.roles import Role
from infra.components.security.identities import Workload, give_program


class RegionalMessaging(Component):
    """The region's own Service Bus namespace.

    Its owner makes a queue ``prosess-<environment>-platform-events``, with sessions and dead-letter, and one for each
    pathway and data controller as they are approved; the platform's own programs are given their part of the first.
    """

    def __init__(self, id_: str, *, sender: Workload, receiver: Workload, context: Context) -> None:
        super().__init__(
            "prosess:integration:RegionalMessaging",
            "messaging",
            context,
            service="messaging",
            declared_at="services.integration.messaging",
        )
        queue = f"prosess-{context.environment.name}-{PLATFORM_QUEUE}"
        for program, role, verb in (
            (sender, Role.MESSAGE_SENDER, "sends"),
            (receiver, Role.MESSAGE_RECEIVER, "receives"),
        ):
            give_program(
                self,
                f"{queue}-{verb}",
                role,
                f"{id_}/queues/{queue}",
                program,
                (id_, queue),
                f"{verb.capitalize()} messages.",
            )
        self.register_outputs({"id": id_, "queue": queue})


class RegionalEvents(Component):
    """The region's own Event Grid topic: the API may tell it what has happened, and who listens is its owner's."""

    def __init__(self, id_: str, *, teller: Workload, context: Context) -> None:
        super().__init__(
            "prosess:integration:RegionalEvents",
            "events",
            context,
            service="events",
            declared_at="services.integration.events",
        )
        give_program(self, "api-tells", Role.EVENT_SENDER, id_, teller, (id_,), "Tells what happened.")
        self.register_outputs({"id": id_})
