"""Flow logs: who talked to whom."""

from collections.abc import Mapping

import pulumi
from pulumi_azure_native import network

from infra.components.base import Component, ComponentSettings, Context
from infra.components.datacentre.operations_store import FLOWS, OperationsStore
from infra.components.roles import Role
from infra.components.security.identities import give_program, make_identity
from prosess.domain.environment import CreateFlowLogs

_AZURES_GROUP, _AZURES_WATCHER = "NetworkWatcherRG", "NetworkWatcher_{location}"
"""What Azure makes by itself, with these names, when a subscription has its first network in a region."""
_VERSION = 2


class FlowLogsSettings(ComponentSettings):
    """What is kept."""

    enabled: bool = True
    """An attack that moves from machine to machine is seen in the flows, or nowhere (PP-FLOW-001)."""
    retention_days: int = 365
    """How long flows are kept (PP-FLOW-002)."""
    minutes: int = 10
    """How often they are made into something that can be searched."""


class FlowLogs(Component):
    """The flows of each network that is made here, kept as files and searchable in the workspace.

    Written by an identity that may write in one container and nothing else.
    """

    def __init__(
        self,
        chosen: CreateFlowLogs,
        settings: FlowLogsSettings,
        *,
        networks: Mapping[str, tuple[pulumi.Input[str], Context]],
        store: OperationsStore,
        context: Context,
    ) -> None:
        """Make the logs.

        Args:
            chosen: what the file says.
            settings: what is kept.
            networks: name → id of a network, and the context that it was made in.
            store: where flows are kept.
            context: the environment.
        """
        super().__init__(
            "prosess:datacentre:FlowLogs",
            "flow-logs",
            context,
            service="flow_logs",
            declared_at="services.datacentre.flow_logs",
            settings=settings,
        )
        identity, writer = make_identity(self, "flow-logs", context.groups["security"])
        container = store.containers[FLOWS]
        give_program(
            self, "flow-logs-writes", Role.BLOB_CONTRIBUTOR, container.id, writer, (FLOWS,), "Writes the flow logs."
        )
        made = {}
        for name, (id_, where) in networks.items():
            watcher = chosen.network_watcher if name == "network" else None
            parts = watcher.split("/") if watcher else None
            made[name] = network.FlowLog(
                f"{name}-flows",
                flow_log_name=f"prosess-{context.environment.name}-{name}",
                network_watcher_name=parts[-1] if parts else _AZURES_WATCHER.format(location=context.location),
                resource_group_name=parts[4] if parts else _AZURES_GROUP,
                location=context.location,
                target_resource_id=id_,
                storage_id=store.account.id,
                enabled=settings.enabled,
                format=network.FlowLogFormatParametersArgs(type="JSON", version=_VERSION),
                retention_policy=network.RetentionPolicyParametersArgs(enabled=True, days=settings.retention_days),
                identity=network.ManagedServiceIdentityArgs(
                    type=network.ResourceIdentityType.USER_ASSIGNED, user_assigned_identities=[identity.id]
                ),
                flow_analytics_configuration=network.TrafficAnalyticsPropertiesArgs(
                    network_watcher_flow_analytics_configuration=network.TrafficAnalyticsConfigurationPropertiesArgs(
                        enabled=True,
                        workspace_resource_id=context.workspace,
                        workspace_region=context.location,
                        traffic_analytics_interval=settings.minutes,
                    )
                ),
                tags=self.tags,
                opts=self.child(provider=where.provider, depends_on=[container]),
            )
        self.register_outputs({"logs": {name: log.id for name, log in made.items()}})
