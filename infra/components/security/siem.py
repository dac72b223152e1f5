"""Microsoft Sentinel on the environment's own workspace."""

import uuid
from collections.abc import Sequence

import pulumi
from pulumi_azure_native import securityinsights

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.roles import PrincipalType, Role
from infra.components.security.detections import (
    ENTITIES,
    EVERY_MINUTES,
    PERIOD_HOURS,
    Detection,
    detections,
    query_of,
)

_NAMESPACE = uuid.UUID("2f0d8c1e-5a4b-5d3c-8e6f-7b9a1c2d3e4f")
_TOGETHER = "PT5H"
"""Alerts on the same account, address and resource within one shift are one incident."""


class SiemSettings(ComponentSettings):
    """How the rules run."""

    enabled: bool = True
    """A rule that is off is a watchman who sleeps (NSM 3.3)."""
    incidents: bool = True
    """An alert alone lies in a table; an incident has an owner and an end."""
    assigned: bool = True
    """An incident that nobody owns waits until somebody happens to look."""


class Siem(Component):
    """Sentinel, a rule for each detection, and the incidents given to those who watch.

    Only where the environment owns the workspace: the region's own SIEM has the region's own rules.
    """

    def __init__(
        self,
        settings: SiemSettings,
        *,
        workspace: pulumi.CustomResource,
        soc_group: str,
        emergency_accounts: Sequence[str],
        customer_key: bool,
        after: Sequence[pulumi.Resource],
        context: Context,
    ) -> None:
        """Turn Sentinel on.

        Args:
            settings: how the rules run.
            workspace: the environment's own log workspace.
            soc_group: object id of the directory group of those who watch.
            emergency_accounts: object ids of the directory's emergency accounts.
            customer_key: whether the workspace is encrypted with the customer's key, which Sentinel must be told.
            after: what must be done first: the link to the workspace's own cluster.
            context: the environment.
        """
        super().__init__(
            "prosess:security:Siem",
            "siem",
            context,
            service="siem",
            declared_at="services.security.siem",
            settings=settings,
        )
        self._settings = settings
        self._workspace = name_of(workspace)
        self._group = context.groups["security"]
        onboarding = securityinsights.SentinelOnboardingState(
            "siem",
            sentinel_onboarding_state_name="default",
            workspace_name=self._workspace,
            resource_group_name=self._group,
            customer_managed_key=customer_key,
            opts=self.child(depends_on=after),
        )
        rules = {one.id: self._rule(one, emergency_accounts, onboarding) for one in detections()}
        self._hand_over(soc_group, onboarding)
        self.assign(
            "soc-responds",
            Role.SENTINEL_RESPONDER,
            scope=workspace.id,
            principal=soc_group,
            principal_type=PrincipalType.GROUP,
            seed=("siem", context.environment.name, context.environment.region, soc_group),
            description="Reads what the incidents rest on, and closes them.",
        )
        self.register_outputs({"onboarding": onboarding.id, "rules": {name: rule.id for name, rule in rules.items()}})

    def _rule(
        self, detection: Detection, emergency_accounts: Sequence[str], onboarding: pulumi.Resource
    ) -> securityinsights.ScheduledAlertRule:
        return securityinsights.ScheduledAlertRule(
            f"siem-{detection.id}",
            rule_id=self._guid(detection.id),
            workspace_name=self._workspace,
            resource_group_name=self._group,
            kind="Scheduled",
            display_name=detection.title,
            description=detection.why,
            enabled=self._settings.enabled,
            severity=detection.severity,
            tactics=list(detection.tactics),
            techniques=list(detection.techniques),
            query=query_of(detection, emergency_accounts=emergency_accounts),
            query_frequency=f"PT{EVERY_MINUTES}M",
            query_period=f"PT{PERIOD_HOURS}H",
            trigger_operator=securityinsights.TriggerOperator.GREATER_THAN,
            trigger_threshold=0,
            # Silence after an alert is what an intruder would hope for.
            suppression_enabled=False,
            suppression_duration=f"PT{PERIOD_HOURS}H",
            event_grouping_settings=securityinsights.EventGroupingSettingsArgs(
                aggregation_kind=securityinsights.EventGroupingAggregationKind.ALERT_PER_RESULT
            ),
            entity_mappings=[
                securityinsights.EntityMappingArgs(
                    entity_type=kind,
                    field_mappings=[securityinsights.FieldMappingArgs(identifier=identifier, column_name=column)],
                )
                for kind, (identifier, column) in ENTITIES.items()
            ],
            custom_details={"Operation": "Operation"},
            incident_configuration=securityinsights.IncidentConfigurationArgs(
                create_incident=self._settings.incidents,
                grouping_configuration=securityinsights.GroupingConfigurationArgs(
                    enabled=True,
                    lookback_duration=_TOGETHER,
                    matching_method=securityinsights.MatchingMethod.ALL_ENTITIES,
                    # What comes after an incident was closed is news to whoever closed it.
                    reopen_closed_incident=False,
                ),
            ),
            opts=self.child(depends_on=[onboarding]),
        )

    def _hand_over(self, soc_group: str, onboarding: pulumi.Resource) -> None:
        """Give every new incident to those who watch."""
        securityinsights.AutomationRule(
            "siem-hand-over",
            automation_rule_id=self._guid("hand-over"),
            workspace_name=self._workspace,
            resource_group_name=self._group,
            display_name="New incidents belong to the security operations centre",
            order=1,
            triggering_logic=securityinsights.AutomationRuleTriggeringLogicArgs(
                is_enabled=self._settings.assigned,
                triggers_on=securityinsights.TriggersOn.INCIDENTS,
                triggers_when=securityinsights.TriggersWhen.CREATED,
                conditions=[],
            ),
            actions=[
                securityinsights.AutomationRuleModifyPropertiesActionArgs(
                    action_type="ModifyProperties",
                    order=1,
                    action_configuration=securityinsights.IncidentPropertiesActionArgs(
                        owner=securityinsights.IncidentOwnerInfoArgs(
                            object_id=soc_group, owner_type=securityinsights.OwnerType.GROUP
                        ),
                        labels=[
                            securityinsights.IncidentLabelArgs(label_name=self.context.environment.name),
                            securityinsights.IncidentLabelArgs(label_name=self.labelled.data_class),
                        ],
                    ),
                )
            ],
            opts=self.child(depends_on=[onboarding]),
        )

    def _guid(self, purpose: str) -> str:
        """Give the id that Sentinel knows a rule by: the same on every run, and nobody else's."""
        environment = self.context.environment
        return str(uuid.uuid5(_NAMESPACE, f"{environment.azure.subscription}\n{environment.name}\n{purpose}"))
