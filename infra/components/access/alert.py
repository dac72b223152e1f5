"""Telling somebody at once that an extraordinary access was used."""

import pulumi
from pulumi_azure_native import monitor

from infra.components.base import Component
from infra.naming import Kind
from prosess.domain.organisation import Contact

EVALUATED_EVERY = "PT5M"
"""How often a query is asked, over how long a time: neither hole nor overlap, so each use is told once."""


def tell(owner: Component, purpose: str, contact: Contact, group: pulumi.Input[str]) -> monitor.ActionGroup:
    """Register who is told: a role's mailbox, and nothing else. Nobody's name or number is planned.

    Args:
        owner: the component that it belongs to.
        purpose: what is told of; twelve characters of it are seen in the message.
        contact: the role.
        group: name of the resource group.
    """
    return monitor.ActionGroup(
        f"{purpose}-told",
        action_group_name=owner.context.naming.of(Kind.ACTION_GROUP, purpose),
        resource_group_name=group,
        location="global",
        group_short_name=purpose[:12],
        enabled=True,
        email_receivers=[
            monitor.MicrosoftCommonEmailReceiverArgs(
                name=contact.role, email_address=contact.mailbox, use_common_alert_schema=True
            )
        ],
        tags=owner.tags,
        opts=owner.child(),
    )


def on_log(
    owner: Component,
    purpose: str,
    query: str,
    *,
    told: monitor.ActionGroup,
    workspace: pulumi.Input[str],
    group: pulumi.Input[str],
    description: str,
) -> monitor.ScheduledQueryRule:
    """Register an alert on anything that a query of the log workspace finds."""
    return monitor.ScheduledQueryRule(
        f"{purpose}-alert",
        rule_name=owner.context.naming.of(Kind.ALERT, purpose),
        resource_group_name=group,
        location=owner.context.location,
        kind=monitor.Kind.LOG_ALERT,
        description=description,
        enabled=True,
        severity=1,
        scopes=[workspace],
        evaluation_frequency=EVALUATED_EVERY,
        window_size=EVALUATED_EVERY,
        # A use stays told until somebody closes it: that no new one follows does not make it reviewed.
        auto_mitigate=False,
        criteria=monitor.ScheduledQueryRuleCriteriaArgs(
            all_of=[
                monitor.ConditionArgs(
                    query=query,
                    time_aggregation=monitor.TimeAggregation.COUNT,
                    operator=monitor.ConditionOperator.GREATER_THAN,
                    threshold=0,
                    failing_periods=monitor.ConditionFailingPeriodsArgs(
                        number_of_evaluation_periods=1, min_failing_periods_to_alert=1
                    ),
                )
            ]
        ),
        actions=monitor.ActionsArgs(action_groups=[told.id]),
        tags=owner.tags,
        opts=owner.child(),
    )


def on_operations(
    owner: Component,
    purpose: str,
    operations: tuple[str, ...],
    *,
    told: monitor.ActionGroup,
    scope: str,
    group: pulumi.Input[str],
    description: str,
) -> monitor.ActivityLogAlert:
    """Register an alert on operations of Azure itself, attempted or done, whoever did them."""
    return monitor.ActivityLogAlert(
        f"{purpose}-alert",
        activity_log_alert_name=owner.context.naming.of(Kind.ALERT, purpose),
        resource_group_name=group,
        location="global",
        description=description,
        enabled=True,
        scopes=[scope],
        condition=monitor.AlertRuleAllOfConditionArgs(
            all_of=[
                monitor.AlertRuleAnyOfOrLeafConditionArgs(field="category", equals="Administrative"),
                monitor.AlertRuleAnyOfOrLeafConditionArgs(
                    any_of=[monitor.AlertRuleLeafConditionArgs(field="operationName", equals=one) for one in operations]
                ),
            ]
        ),
        actions=monitor.ActionListArgs(action_groups=[monitor.ActionGroupArgs(action_group_id=told.id)]),
        tags=owner.tags,
        opts=owner.child(),
    )
