"""A data controller's own space."""

from dataclasses import dataclass

from pulumi_azure_native import resources, storage

from infra.components.access.task_relation import TaskRelation
from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.integration.fhir import Fhir, make_service
from infra.components.integration.messaging import Messaging, QueueSettings, make_queue
from infra.components.roles import Role
from infra.components.security.identities import Workload, give_program
from infra.components.security.secret_vault import SecretVault, SecretVaultSettings
from infra.components.tenants.onboarded import Controller
from infra.naming import Kind, party
from infra.naming import child as child_name


class TenantSpaceSettings(ComponentSettings):
    """What is a controller's own."""

    vault: SecretVaultSettings = SecretVaultSettings()
    """Secrets of the controller's own systems; the platform's other vaults never see them."""
    queue: QueueSettings = QueueSettings()
    """Messages of one pathway of the controller's."""


@dataclass(frozen=True)
class Shared:
    """The services that spaces lie in. One that the environment lacks is none, and so is its part of each space."""

    messaging: Messaging | None
    relations: TaskRelation | None
    fhir: Fhir | None
    vaults: bool
    api: Workload
    worker: Workload


class TenantSpace(Component):
    """Everything that holds one data controller's data, and nobody else's (law 5).

    Its vault, its queues (one a pathway), its relations and its FHIR service are stores with role assignments of their
    own. Nothing here depends on another controller, so who comes or goes touches no one else's resources.
    """

    def __init__(
        self, controller: Controller, settings: TenantSpaceSettings, *, shared: Shared, context: Context
    ) -> None:
        who = party(controller.organisation)
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
        if shared.relations:
            self._relations(who, shared.relations, shared.api)
        if shared.fhir:
            make_service(self, f"{who}-fhir", fhir=shared.fhir)
        self.register_outputs({"group": group.id})

    def _relations(self, who: str, relations: TaskRelation, api: Workload) -> None:
        container = storage.BlobContainer(
            f"{who}-relations",
            container_name=child_name(f"relations-{who}"),
            account_name=relations.name,
            resource_group_name=relations.group,
            public_access=storage.PublicAccess.NONE,
            opts=self.child(holds_data=True),
        )
        give_program(
            self,
            f"{who}-keeps-relations",
            Role.BLOB_CONTRIBUTOR,
            container.id,
            api,
            (who, "relations"),
            "Makes and ends relations.",
        )

    @property
    def endpoints(self) -> int:
        """How many private endpoints, that of the vault included."""
        return self.endpoint_count + (self._vault.endpoints if self._vault else 0)
