"""What the environment may cost, who is told, and what each day cost."""

from pulumi_azure_native import consumption, costmanagement

from infra.components.base import Component, ComponentSettings, Context
from infra.components.datacentre.operations_store import COSTS, OperationsStore
from infra.components.roles import PrincipalType, Role
from infra.naming import party
from prosess.domain.environment import CreateBudget


class BudgetSettings(ComponentSettings):
    """When it is told."""

    thresholds: tuple[int, ...] = (80, 90, 100)
    """Per cent of the amount that the month is forecast to reach (PP-BUD-001)."""


class Budget(Component):
    """A monthly limit for the environment's subscription, or for one data controller's part of it.

    Nothing is stopped when it is passed: care goes on, and people decide.
    """

    def __init__(
        self, chosen: CreateBudget, settings: BudgetSettings, *, context: Context, organisation: str | None = None
    ) -> None:
        """Make the budget.

        Args:
            chosen: what the file says.
            settings: when it is told.
            context: the environment.
            organisation: the data controller whose part it is; the whole subscription where it is none.
        """
        key = party(organisation) if organisation else "environment"
        super().__init__(
            "prosess:datacentre:Budget",
            f"{key}-budget",
            context,
            service="budget",
            declared_at="services.datacentre.budget",
            settings=settings,
            data_controller=organisation,
        )
        amount = chosen.per_tenant if organisation and chosen.per_tenant else chosen.amount
        budget = consumption.Budget(
            f"{key}-budget",
            budget_name=f"prosess-{context.environment.name}-{key}",
            scope=f"/subscriptions/{context.subscription}",
            category="Cost",
            amount=amount,
            time_grain="Monthly",
            time_period=consumption.BudgetTimePeriodArgs(start_date=f"{chosen.starts.isoformat()}T00:00:00Z"),
            filter=consumption.BudgetFilterArgs(
                tags=consumption.BudgetComparisonExpressionArgs(
                    name="data-controller", operator="In", values=[organisation]
                )
            )
            if organisation
            else None,
            notifications={
                f"forecast-{threshold}": consumption.NotificationArgs(
                    enabled=True,
                    operator="GreaterThanOrEqualTo",
                    threshold=threshold,
                    threshold_type="Forecasted",
                    contact_emails=[context.environment.contact.mailbox],
                )
                for threshold in settings.thresholds
            },
            opts=self.child(),
        )
        self.register_outputs({"id": budget.id})


class CostExport(Component):
    """The costs of each day as a file, with tags, so that each tenant's share can be shown.

    Written by the export's own identity, which may write in one container and nothing else.
    """

    def __init__(self, chosen: CreateBudget, *, store: OperationsStore, context: Context) -> None:
        super().__init__(
            "prosess:datacentre:CostExport",
            "cost-export",
            context,
            service="budget",
            declared_at="services.datacentre.budget",
        )
        container = store.containers[COSTS]
        export = costmanagement.Export(
            "costs",
            export_name=f"prosess-{context.environment.name}",
            scope=f"/subscriptions/{context.subscription}",
            location=context.location,
            identity=costmanagement.SystemAssignedServiceIdentityArgs(type="SystemAssigned"),
            format="Csv",
            partition_data=True,
            definition=costmanagement.ExportDefinitionArgs(
                type="ActualCost",
                timeframe="MonthToDate",
                data_set=costmanagement.ExportDatasetArgs(granularity="Daily"),
            ),
            delivery_info=costmanagement.ExportDeliveryInfoArgs(
                destination=costmanagement.ExportDeliveryDestinationArgs(
                    resource_id=store.account.id, container=COSTS, root_folder_path=context.environment.name
                )
            ),
            schedule=costmanagement.ExportScheduleArgs(
                status="Active",
                recurrence="Daily",
                recurrence_period=costmanagement.ExportRecurrencePeriodArgs(
                    from_=f"{chosen.starts.isoformat()}T00:00:00Z", to=f"{chosen.starts.year + 10}-01-01T00:00:00Z"
                ),
            ),
            opts=self.child(depends_on=[container]),
        )
        self.assign(
            "costs-writes",
            Role.BLOB_CONTRIBUTOR,
            scope=container.id,
            principal=export.identity.apply(lambda identity: identity.principal_id if identity else ""),
            principal_type=PrincipalType.SERVICE_PRINCIPAL,
            seed=(COSTS, "export", context.environment.name, context.environment.region),
            description="Writes the costs of each day.",
        )
        self.register_outputs({"id": export.id})
