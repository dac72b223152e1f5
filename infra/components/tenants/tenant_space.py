"""A data controller's own space."""

from dataclasses import dataclass, replace

import pulumi
from pulumi_azure_native import resources, storage

from infra.components.access.blocks import BlockRegister
from infra.components.access.break_the_glass import BreakTheGlass, log_name
from infra.components.access.store import ControllersStore
from infra.components.access.task_relation import TaskRelation
from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.integration.api_gateway import ApiGateway
from infra.components.integration.fhir import FhirHost
from infra.components.integration.messaging import Messaging, QueueSettings, make_queue
from infra.components.roles import Role
from infra.components.security.identities import Workload, give_program
from infra.components.security.secret_vault import SecretVault, SecretVaultSettings
from infra.components.tenants.api_product import make_product
from infra.components.tenants.events import EventSettings, make_events
from infra.components.tenants.onboarded import Controller
from infra.naming import Kind, party
from infra.naming import child as child_name
from prosess.domain.environment import CreateTenantApi, TenantServices
from prosess.domain.standing_access import Holder, Place


class TenantSpaceSettings(ComponentSettings):
    """What is a controller's own."""

    vault: SecretVaultSettings = SecretVaultSettings()
    """Secrets of the controller's own systems; the platform's other vaults never see them."""
    queue: QueueSettings = QueueSettings()
    """Messages of one pathway of the controller's."""
    events: EventSettings = EventSettings()
    """What the controller's own systems hear of."""


@dataclass(frozen=True)
class Shared:
    """The services that spaces lie in. One that the environment lacks is none, and so is its part of each space."""

    messaging: Messaging | None
    relations: TaskRelation | None
    blocks: BlockRegister | None
    break_the_glass: BreakTheGlass | None
    gateway: ApiGateway | None
    fhir: FhirHost | None
    vaults: bool
    api: Workload
    worker: Workload


class TenantSpace(Component):
    """Everything that holds one data controller's data, and nobody else's (law 5).

    Its vault, its queues (one a pathway), its events, its relations, its blocks, its log of break-the-glass and its
    FHIR service are stores with role assignments of their own. Nothing here depends on another controller, so who comes
    or goes touches no one else's resources.
    """

    def __init__(
        self, controller: Controller, settings: TenantSpaceSettings, *, shared: Shared, context: Context
    ) -> None:
        who = party(controller.organisation)
        context = replace(context, cost_owner=controller.cost_owner)
        services = context.environment.tenants.get(controller.organisation, TenantServices())
        super().__init__(
            "prosess:tenants:TenantSpace",
            who,
            context,
            service="tenant_space",
            # The same for all of a controller's pathways: a second one must not change what the first made.
            declared_at="pathways.data_controllers",
            settings=settings,
            data_controller=controller.organisation,
        )
        group = resources.ResourceGroup(
            who,
            resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, who),
            location=context.location,
            tags=self.tags,
            opts=self.child(),
        )
        self.resource_groups = {who: group.id}
        self._vault: SecretVault | None = None
        if shared.vaults:
            self._vault = SecretVault(
                f"{who}-secrets",
                settings.vault,
                context=context,
                group=name_of(group),
                declared_at="pathways.data_controllers",
                data_controller=controller.organisation,
                parent=self,
            )
            give_program(
                self,
                f"{who}-reads-secrets",
                Role.SECRETS_USER,
                self._vault.id,
                shared.worker,
                (who, "secrets"),
                "Reads the secrets of the controller's integrations.",
            )
        if shared.messaging:
            for pathway in controller.pathways:
                make_queue(
                    self,
                    f"{pathway}-{who}",
                    settings.queue,
                    messaging=shared.messaging,
                    sender=shared.api,
                    receiver=shared.worker,
                )
            if services.systems:
                make_events(
                    self,
                    who,
                    services.systems,
                    settings.events,
                    messaging=shared.messaging,
                    sender=shared.api,
                    group=name_of(group),
                )
        if shared.relations:
            self._keep(who, shared.relations, Place.RELATION_CONTAINER, shared.api, "Makes and ends relations.")
        if shared.blocks:
            self._keep(who, shared.blocks, Place.BLOCK_CONTAINER, shared.api, "Registers and ends blocks.")
        if shared.break_the_glass:
            self._log_break_the_glass(who, shared.break_the_glass, services, shared.api)
        if shared.gateway and isinstance(services.api, CreateTenantApi):
            make_product(self, who, controller.organisation, services.api.calls_per_minute, gateway=shared.gateway)
        if shared.fhir:
            shared.fhir.make_service(self, f"{who}-fhir")
        self.register_outputs({"group": group.id})

    def _keep(self, who: str, store: ControllersStore, place: Place, program: Workload, description: str) -> None:
        """Make the controller's container in a store, and let one program keep it."""
        container = self._container(f"{who}-{store.purpose}", f"{store.purpose}-{who}", store.name, store.group)
        store.give(
            f"{who}-keeps-{store.purpose}",
            store.stated(Holder.API_PROGRAM, place),
            scope=container.id,
            principal=program.principal,
            seed=(who, store.purpose, program.name),
            description=description,
            owner=self,
        )

    def _log_break_the_glass(
        self, who: str, overlay: BreakTheGlass, services: TenantServices, program: Workload
    ) -> None:
        """Make the controller's log of break-the-glass: the API adds to it, the controller's own group reads it."""
        name, group = log_name(who), self.context.groups["security"]
        account = name_of(overlay.store.account)
        log = self._container(f"{who}-break-the-glass", name, account, group)
        storage.BlobContainerImmutabilityPolicy(
            f"{who}-break-the-glass-immutability",
            immutability_policy_name="default",
            container_name=name_of(log),
            account_name=account,
            resource_group_name=group,
            immutability_period_since_creation_in_days=overlay.chosen.retention_days,
            allow_protected_append_writes=True,
            opts=self.child(),
        )
        overlay.give(
            f"{who}-logs-break-the-glass",
            overlay.stated(Holder.API_PROGRAM, Place.BREAK_THE_GLASS_LOG),
            scope=log.id,
            principal=program.principal,
            seed=(who, "break-the-glass", program.name),
            description="Logs uses of break-the-glass.",
            owner=self,
        )
        assert services.reviewers is not None  # noqa: S101 - held by infra.components.tenants.onboarded
        overlay.give(
            f"{who}-reviews-break-the-glass",
            overlay.stated(Holder.CONTROLLER_REVIEWERS, Place.BREAK_THE_GLASS_LOG),
            scope=log.id,
            principal=services.reviewers,
            seed=(who, "break-the-glass", services.reviewers),
            description="Reviews uses of break-the-glass on the controller's patients.",
            owner=self,
        )

    def _container(
        self, key: str, name: str, account: pulumi.Input[str], group: pulumi.Input[str]
    ) -> storage.BlobContainer:
        return storage.BlobContainer(
            key,
            container_name=child_name(name),
            account_name=account,
            resource_group_name=group,
            public_access=storage.PublicAccess.NONE,
            opts=self.child(holds_data=True),
        )

    @property
    def endpoints(self) -> int:
        """How many private endpoints, that of the vault included."""
        return self.endpoint_count + (self._vault.endpoints if self._vault else 0)
