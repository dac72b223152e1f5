"""The platform's own database."""

from infra.components.base import Component, Context
from infra.components.security.encryption import CustomerKey
from infra.components.workload.database_server import DatabaseServerSettings, make_database
from prosess.domain.environment import DatabaseServer

DATABASE = "prosess"


class PlatformDatabase(Component):
    """Workflow facts: memberships, confirmations, agreements, gate history, audit. No data of patients."""

    def __init__(
        self, size: DatabaseServer, settings: DatabaseServerSettings, *, key: CustomerKey | None, context: Context
    ) -> None:
        super().__init__(
            "prosess:workload:PlatformDatabase",
            "platform-database",
            context,
            service="workload",
            declared_at="services.workload",
            settings=settings,
        )
        made = make_database(
            self,
            "platform-database",
            size,
            settings,
            key=key,
            group=context.groups["workload"],
            database=DATABASE,
        )
        self.host, self.database = made.host, made.name
        self.register_outputs({"id": made.server.id, "host": made.host})
