"""The administrators' emergency account: a role that is nobody's until somebody else lets it be used."""

from pulumi_azure_native import authorization

from infra.components.access import alert
from infra.components.access.design import AccessDesign, Surroundings, group_of
from infra.components.base import Context
from infra.components.roles import EligibleRole
from prosess.domain.access import EMERGENCY
from prosess.domain.base import Model
from prosess.domain.environment import CreateEmergency
from prosess.domain.standing_access import Holder, Place

_ACTIVATIONS = (
    "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
    "Microsoft.Authorization/roleAssignments/write",
)
"""What Azure logs of an activation. The second also tells of every other role that is given: that is rare, and never
without interest."""


class EmergencySettings(Model):
    """What must be so for the role to be used. All on: turning one off is for a test to do."""

    two_factors: bool = True
    """A stolen password alone activates nothing."""
    justification: bool = True
    """What was it used for? The answer is written down before, not after."""
    approval: bool = True
    """Nobody lets themselves in."""
    expires: bool = True
    """Who may use it is asked anew."""


class EmergencyAccount(AccessDesign):
    """One eligible role, the rules for activating it, and an alert on each activation.

    On the whole subscription, because the policy that holds the rules is made by Azure and must have a name before the
    first deployment; only a subscription's has. The role changes settings and gives no access: neither to others, nor
    past a lock, nor to what a store holds.
    """

    def __init__(
        self, chosen: CreateEmergency, settings: EmergencySettings, surroundings: Surroundings, *, context: Context
    ) -> None:
        super().__init__(
            "prosess:access:EmergencyAccount",
            "emergency-account",
            context,
            profile=EMERGENCY,
            standing=[one for one in EMERGENCY.standing_access if one.time_boxed or surroundings.at(one.place)],
            declared_at="access.emergency",
            service="access_emergency",
            facts={"max_hours": chosen.max_hours, "eligible_days": chosen.eligible_days},
        )
        subscription = context.environment.azure.subscription
        scope, role = f"/subscriptions/{subscription}", EligibleRole.CONTRIBUTOR
        policy = authorization.RoleManagementPolicy(
            "emergency-rules",
            role_management_policy_name=chosen.policy,
            scope=scope,
            rules=_rules(chosen, settings),
            opts=self.child(),
        )
        authorization.PimRoleEligibilitySchedule(
            "emergency-eligible",
            scope=scope,
            role_definition_id=role.definition(subscription),
            principal_id=chosen.group,
            justification="Repairs the platform where normal operation cannot; activated for hours, with approval.",
            schedule_info=authorization.RoleEligibilityScheduleRequestPropertiesScheduleInfoArgs(
                expiration=authorization.RoleEligibilityScheduleRequestPropertiesExpirationArgs(
                    type=authorization.Type.AFTER_DURATION, duration=f"P{chosen.eligible_days}D"
                )
                if settings.expires
                else authorization.RoleEligibilityScheduleRequestPropertiesExpirationArgs(
                    type=authorization.Type.NO_EXPIRATION
                )
            ),
            # The rules first: eligible under Azure's own rules, nobody would have to let it be used.
            opts=self.child(depends_on=[policy]),
        )
        for name, id_ in surroundings.at(Place.LOG_WORKSPACE).items():
            self.give(
                f"emergency-reviewers-{name}",
                self.stated(Holder.EMERGENCY_REVIEWERS, Place.LOG_WORKSPACE),
                scope=id_,
                principal=group_of(context, Holder.EMERGENCY_REVIEWERS),
                seed=(name, "emergency", chosen.reviewers),
                description="Sees what the emergency account was used for.",
            )
        group = context.groups["security"]
        alert.on_operations(
            self,
            "emergency",
            _ACTIVATIONS,
            told=alert.tell(self, "emergency", chosen.contact, group),
            scope=scope,
            group=group,
            description="The emergency account was activated, or a role was given in another way.",
        )
        self.register_outputs({})


def _rules(
    chosen: CreateEmergency, settings: EmergencySettings
) -> list[
    authorization.RoleManagementPolicyApprovalRuleArgs
    | authorization.RoleManagementPolicyEnablementRuleArgs
    | authorization.RoleManagementPolicyExpirationRuleArgs
    | authorization.RoleManagementPolicyNotificationRuleArgs
]:
    """Give the rules under the ids that Azure has for them; those that are not named stay as Azure made them.

    Source of the ids: https://learn.microsoft.com/graph/identity-governance-pim-rules-overview.
    """
    used = authorization.RoleManagementPolicyRuleTargetArgs(
        caller="EndUser",
        level="Assignment",
        operations=["All"],
        target_objects=[],
        inheritable_settings=[],
        enforced_settings=[],
    )
    made_eligible, given = (
        authorization.RoleManagementPolicyRuleTargetArgs(
            caller="Admin",
            level=level,
            operations=["All"],
            target_objects=[],
            inheritable_settings=[],
            enforced_settings=[],
        )
        for level in ("Eligibility", "Assignment")
    )
    asked = [
        *([authorization.EnablementRules.MULTI_FACTOR_AUTHENTICATION] if settings.two_factors else []),
        *([authorization.EnablementRules.JUSTIFICATION] if settings.justification else []),
    ]
    return [
        authorization.RoleManagementPolicyExpirationRuleArgs(
            id="Expiration_EndUser_Assignment",
            rule_type="RoleManagementPolicyExpirationRule",
            is_expiration_required=True,
            maximum_duration=f"PT{chosen.max_hours}H",
            target=used,
        ),
        authorization.RoleManagementPolicyEnablementRuleArgs(
            id="Enablement_EndUser_Assignment",
            rule_type="RoleManagementPolicyEnablementRule",
            enabled_rules=asked,
            target=used,
        ),
        authorization.RoleManagementPolicyApprovalRuleArgs(
            id="Approval_EndUser_Assignment",
            rule_type="RoleManagementPolicyApprovalRule",
            setting=authorization.ApprovalSettingsArgs(
                approval_mode=authorization.ApprovalMode.SINGLE_STAGE,
                is_approval_required=settings.approval,
                is_approval_required_for_extension=settings.approval,
                is_requestor_justification_required=settings.justification,
                approval_stages=[
                    authorization.ApprovalStageArgs(
                        approval_stage_time_out_in_days=1,
                        escalation_time_in_minutes=0,
                        is_approver_justification_required=True,
                        is_escalation_enabled=False,
                        escalation_approvers=[],
                        primary_approvers=[
                            authorization.UserSetArgs(
                                id=chosen.approvers, is_backup=False, user_type=authorization.UserType.GROUP
                            )
                        ],
                    )
                ],
            ),
            target=used,
        ),
        authorization.RoleManagementPolicyExpirationRuleArgs(
            id="Expiration_Admin_Eligibility",
            rule_type="RoleManagementPolicyExpirationRule",
            is_expiration_required=settings.expires,
            maximum_duration=f"P{chosen.eligible_days}D",
            target=made_eligible,
        ),
        authorization.RoleManagementPolicyExpirationRuleArgs(
            id="Expiration_Admin_Assignment",
            rule_type="RoleManagementPolicyExpirationRule",
            is_expiration_required=True,
            maximum_duration="P15D",
            target=given,
        ),
        authorization.RoleManagementPolicyNotificationRuleArgs(
            id="Notification_Admin_EndUser_Assignment",
            rule_type="RoleManagementPolicyNotificationRule",
            notification_type=authorization.NotificationDeliveryMechanism.EMAIL,
            notification_level=authorization.NotificationLevel.ALL,
            recipient_type=authorization.RecipientType.ADMIN,
            is_default_recipients_enabled=True,
            notification_recipients=[chosen.contact.mailbox],
            target=used,
        ),
    ]
