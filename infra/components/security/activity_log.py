"""The subscription's own log."""

from pulumi_azure_native import monitor

from infra.components.base import Component, ComponentSettings, Context

CATEGORIES = (
    "Administrative",
    "Alert",
    "Autoscale",
    "Policy",
    "Recommendation",
    "ResourceHealth",
    "Security",
    "ServiceHealth",
)
"""All that the log has (https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema)."""


class ActivityLogSettings(ComponentSettings):
    """What is sent."""

    categories: tuple[str, ...] = CATEGORIES
    """All: what a category was needed for is known only after an incident (NSM 3.2)."""


class ActivityLog(Component):
    """Who changed what in the subscription, sent to the same workspaces as everything else.

    Azure itself keeps it for 90 days and shows it to whoever may read the subscription.
    """

    def __init__(self, settings: ActivityLogSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:security:ActivityLog",
            "activity-log",
            context,
            service="activity_log",
            declared_at="services.security.activity_log",
            settings=settings,
        )
        made = {
            purpose: monitor.SubscriptionDiagnosticSetting(
                f"activity-log-{purpose}",
                name=f"prosess-{context.environment.name}-{purpose}",
                workspace_id=workspace,
                logs=[
                    monitor.SubscriptionLogSettingsArgs(category=category, enabled=True)
                    for category in settings.categories
                ],
                opts=self.child(),
            )
            for purpose, workspace in (("to-workspace", context.workspace), ("to-siem", context.siem))
            if workspace is not None
        }
        self.register_outputs({purpose: setting.id for purpose, setting in made.items()})
