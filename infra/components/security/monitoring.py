"""The log workspace, and the private way to it."""

import pulumi
from pulumi_azure_native import monitor, operationalinsights

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.connections import MONITOR
from infra.naming import Kind


class MonitoringSettings(ComponentSettings):
    """What keeps logs, and from whom."""

    retention_days: int = 365
    """How long logs are searchable; at least what the environment file says."""
    public_ingestion: bool = False
    """Anybody with the workspace's key could else write lies into the log from anywhere (NSM 2.5)."""
    public_query: bool = False
    """Logs tell who did what; they are read from inside."""
    local_authentication: bool = False
    """A shared key has no name in the log; directory identities have."""


class Monitoring(Component):
    """The central Log Analytics workspace of the environment.

    Azure's own services send their logs past the closed door; agents and readers come through the private link.
    """

    def __init__(self, settings: MonitoringSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:security:Monitoring",
            "monitoring",
            context,
            service="monitoring",
            declared_at="services.security.monitoring",
            settings=settings,
        )
        self.workspace = operationalinsights.Workspace(
            "logs",
            workspace_name=context.naming.of(Kind.LOG_WORKSPACE, "logs"),
            resource_group_name=context.groups["security"],
            location=context.location,
            sku=operationalinsights.WorkspaceSkuArgs(name=operationalinsights.WorkspaceSkuNameEnum.PER_GB2018),
            retention_in_days=settings.retention_days,
            public_network_access_for_ingestion="Enabled" if settings.public_ingestion else "Disabled",
            public_network_access_for_query="Enabled" if settings.public_query else "Disabled",
            features=operationalinsights.WorkspaceFeaturesArgs(
                disable_local_auth=not settings.local_authentication,
                enable_log_access_using_only_resource_permissions=False,
                immediate_purge_data_on30_days=False,
            ),
            tags=self.tags,
            opts=self.child(holds_data=True),
        )
        self.lock("logs", self.workspace)
        # Who searched the logs is itself logged.
        self.diagnose("logs", self.workspace.id, workspace=self.workspace.id)
        self.id = self.workspace.id
        self.register_outputs({"id": self.id})


class MonitoringLink(Component):
    """The private way to the environment's workspace, for agents and for those who search."""

    def __init__(self, workspace: pulumi.Input[str], settings: ComponentSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:security:MonitoringLink",
            "monitoring-link",
            context,
            service="monitoring",
            declared_at="services.security.monitoring",
            settings=settings,
        )
        group = context.groups["security"]
        scope = monitor.PrivateLinkScope(
            "logs",
            scope_name=context.naming.of(Kind.PRIVATE_LINK_SCOPE, "logs"),
            resource_group_name=group,
            location="global",
            access_mode_settings=monitor.AccessModeSettingsArgs(
                ingestion_access_mode=monitor.AccessMode.PRIVATE_ONLY,
                query_access_mode=monitor.AccessMode.PRIVATE_ONLY,
                exclusions=[],
            ),
            tags=self.tags,
            opts=self.child(),
        )
        linked = monitor.PrivateLinkScopedResource(
            "logs-in-scope",
            name="logs",
            scope_name=name_of(scope),
            resource_group_name=group,
            kind="Resource",
            linked_resource_id=workspace,
            opts=self.child(),
        )
        self.connect("logs", scope, group, MONITOR)
        self.register_outputs({"id": scope.id, "linked": linked.id})
