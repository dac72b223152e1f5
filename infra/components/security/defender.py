"""Microsoft Defender for Cloud on the subscription."""

from dataclasses import dataclass

from pulumi_azure_native import security

from infra.components.base import Component, ComponentSettings, Context
from prosess.domain.environment import CreateDefender, DefenderPlan


@dataclass(frozen=True)
class Plan:
    """A plan as Azure names it."""

    name: str
    sub_plan: str | None = None
    off: tuple[str, ...] = ()
    """Extensions that are left off: those that read the content of what is stored, which is health data."""


PLANS: dict[DefenderPlan, Plan] = {
    DefenderPlan.APIS: Plan("Api", "P1"),
    DefenderPlan.CONTAINERS: Plan("Containers"),
    DefenderPlan.DATABASES: Plan("OpenSourceRelationalDatabases"),
    DefenderPlan.KEY_VAULTS: Plan("KeyVaults", "PerKeyVault"),
    DefenderPlan.POSTURE: Plan("CloudPosture", off=("SensitiveDataDiscovery",)),
    DefenderPlan.RESOURCE_MANAGER: Plan("Arm", "PerSubscription"),
    DefenderPlan.STORAGE: Plan(
        "StorageAccounts", "DefenderForStorageV2", off=("OnUploadMalwareScanning", "SensitiveDataDiscovery")
    ),
}
"""Names and sub-plans: https://learn.microsoft.com/rest/api/defenderforcloud-composite/pricings."""


class DefenderSettings(ComponentSettings):
    """What holds for every plan."""

    paid: bool = True
    """The free tier watches nothing while it happens."""
    enforced: bool = True
    """Else a single resource could be taken out of it without anybody seeing (NSM 3.1)."""
    mail: bool = True
    """Defender's own alerts reach a person also where no SIEM reads them."""


class Defender(Component):
    """Plans that watch for attacks, and whom they tell.

    Subscription-wide: where two environments share a subscription, one asks for the plans and the other refers to them.
    """

    def __init__(self, settings: DefenderSettings, *, chosen: CreateDefender, context: Context) -> None:
        super().__init__(
            "prosess:security:Defender",
            "defender",
            context,
            service="defender",
            declared_at="services.security.defender",
            settings=settings,
        )
        plans = {
            plan.value: security.Pricing(
                f"defender-{plan.value.replace('_', '-')}",
                pricing_name=PLANS[plan].name,
                scope_id=f"/subscriptions/{context.environment.azure.subscription}",
                pricing_tier=security.PricingTier.STANDARD if settings.paid else security.PricingTier.FREE,
                sub_plan=PLANS[plan].sub_plan,
                enforce=security.Enforce.TRUE if settings.enforced else security.Enforce.FALSE,
                extensions=[
                    security.ExtensionArgs(name=name, is_enabled=security.IsEnabled.FALSE) for name in PLANS[plan].off
                ]
                or None,
                opts=self.child(),
            )
            for plan in sorted(chosen.plans)
        }
        security.SecurityContact(
            "defender-contact",
            security_contact_name="default",
            emails=chosen.contact.mailbox,
            phone=chosen.contact.phone,
            is_enabled=settings.mail,
            # Owners come and go; the function's mailbox stays. Both are told, as nobody reads one at all hours.
            notifications_by_role=security.SecurityContactPropertiesNotificationsByRoleArgs(
                state=security.State.ON, roles=[security.SecurityContactRole.OWNER]
            ),
            notifications_sources=[
                security.NotificationsSourceAlertArgs(
                    source_type="Alert", minimal_severity=security.MinimalSeverity.MEDIUM
                ),
                security.NotificationsSourceAttackPathArgs(
                    source_type="AttackPath", minimal_risk_level=security.MinimalRiskLevel.HIGH
                ),
            ],
            opts=self.child(),
        )
        self.register_outputs({"plans": {name: plan.id for name, plan in plans.items()}})
