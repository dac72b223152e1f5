"""Who is told by mail, and of what."""

import pulumi
from pulumi_azure_native import monitor

from infra.components.base import Component, ComponentSettings, Context
from infra.components.security.detections import Detection, detections
from infra.naming import Kind
from prosess.domain.organisation import Contact

_SHORT_NAME = "prosess"
"""Stands in front of each message; twelve characters at most."""
_SERVICE_HEALTH = "service-health"


class AlertingSettings(ComponentSettings):
    """Whether anybody is told."""

    enabled: bool = True
    """A mailbox that is switched off hears nothing, whoever rings (NSM 4.1)."""
    alerts: bool = True
    """An alert that is switched off tells nobody (NSM 3.3)."""


class ActionGroup(Component):
    """A mailbox of a function, which alerts of all kinds are sent to."""

    def __init__(self, settings: AlertingSettings, *, contact: Contact, context: Context) -> None:
        super().__init__(
            "prosess:security:ActionGroup",
            "action-group",
            context,
            service="alerting",
            declared_at="services.security.alerting",
            settings=settings,
        )
        group = monitor.ActionGroup(
            "alerts",
            action_group_name=context.naming.of(Kind.ACTION_GROUP, "alerts"),
            resource_group_name=context.groups["security"],
            # The only place that every kind of alert may call on. No data of patients is ever in an alert.
            location="global",
            group_short_name=_SHORT_NAME,
            enabled=settings.enabled,
            email_receivers=[
                monitor.MicrosoftCommonEmailReceiverArgs(
                    name="mailbox", email_address=contact.mailbox, use_common_alert_schema=True
                )
            ],
            tags=self.tags,
            opts=self.child(),
        )
        self.id = group.id
        self.register_outputs({"id": self.id})


class ActivityAlerts(Component):
    """Alerts on the subscription's own log: all that is watched for, or what Sentinel cannot tell of itself.

    An alert reads no sign-ins, so it does not see an emergency account that only looks.
    """

    def __init__(
        self, settings: AlertingSettings, *, action_group: pulumi.Input[str], watched: bool, context: Context
    ) -> None:
        """Make the alerts.

        Args:
            settings: whether anybody is told.
            action_group: id of the group that is told.
            watched: whether a SIEM has rules of its own for most of it.
            context: the environment.
        """
        super().__init__(
            "prosess:security:ActivityAlerts",
            "activity-alerts",
            context,
            service="alerting",
            declared_at="services.security.alerting",
            settings=settings,
        )
        self._settings, self._action_group = settings, action_group
        wanted = [one for one in detections() if one.operations and (one.always or not watched)]
        made = {one.id: self._alert(one.id, one.why, _done(one)) for one in wanted}
        made[_SERVICE_HEALTH] = self._alert(
            _SERVICE_HEALTH,
            "Azure itself is down or will be: the pathways' own plan for that begins with knowing it.",
            [monitor.AlertRuleAnyOfOrLeafConditionArgs(field="category", equals="ServiceHealth")],
        )
        self.register_outputs({"alerts": {name: alert.id for name, alert in made.items()}})

    def _alert(
        self, purpose: str, why: str, conditions: list[monitor.AlertRuleAnyOfOrLeafConditionArgs]
    ) -> monitor.ActivityLogAlert:
        return monitor.ActivityLogAlert(
            f"alert-{purpose}",
            activity_log_alert_name=self.context.naming.of(Kind.ALERT, purpose),
            resource_group_name=self.context.groups["security"],
            location="global",
            description=why,
            enabled=self._settings.alerts,
            scopes=[f"/subscriptions/{self.context.environment.azure.subscription}"],
            condition=monitor.AlertRuleAllOfConditionArgs(all_of=conditions),
            actions=monitor.ActionListArgs(
                action_groups=[monitor.ActionGroupArgs(action_group_id=self._action_group, webhook_properties={})]
            ),
            tags=self.tags,
            opts=self.child(),
        )


def _done(detection: Detection) -> list[monitor.AlertRuleAnyOfOrLeafConditionArgs]:
    """Any of the detection's operations, done."""
    return [
        monitor.AlertRuleAnyOfOrLeafConditionArgs(field="category", equals="Administrative"),
        monitor.AlertRuleAnyOfOrLeafConditionArgs(field="status", equals="Succeeded"),
        monitor.AlertRuleAnyOfOrLeafConditionArgs(
            any_of=[
                monitor.AlertRuleLeafConditionArgs(field="operationName", equals=operation)
                for operation in detection.operations
            ]
        ),
    ]
