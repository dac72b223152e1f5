"""A FHIR server of the region's own choice, run beside the platform."""

import pulumi
from pulumi_azure_native import app, resources

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.components.security.encryption import CustomerKey
from infra.components.security.identities import make_identity
from infra.components.workload import containers
from infra.components.workload.container_environment import PROFILE, ContainerEnvironment
from infra.components.workload.database_server import DatabaseServerSettings, make_database
from infra.naming import Kind
from prosess.domain.environment import DatabaseServer

_PORT = 8080
_DATABASE = "fhir"


class SelfHostedFhirSettings(ComponentSettings):
    """How a server that the region hosts is run."""

    database: DatabaseServerSettings = DatabaseServerSettings()
    """How each controller's database is closed."""
    replicas: int = 2
    """Two survive the loss of a zone."""


class SelfHostedFhir(Component):
    """FHIR servers in Norway, one program and one database server for each data controller (law 5).

    A server and not only a database each: administrators, keys and restoring to a point in time are the server's, so
    that no controller's data is brought back, or read, with another's. Which server it is, the region decides; it must
    sign in to its database by its identity and judge its callers' tokens itself. This one is the environment's own
    controller's.
    """

    def __init__(
        self,
        settings: SelfHostedFhirSettings,
        *,
        image: str,
        registry: str,
        size: DatabaseServer,
        key: CustomerKey | None,
        environment: ContainerEnvironment,
        context: Context,
    ) -> None:
        """Make the group and the first server.

        Args:
            settings: how it is run.
            image: the server's, by digest.
            registry: where the image lies.
            size: of each database server.
            key: what the databases are encrypted with; Microsoft's own key where it is none.
            environment: where the servers run.
            context: the environment.
        """
        super().__init__(
            "prosess:integration:SelfHostedFhir",
            "fhir",
            context,
            service="fhir",
            declared_at="fhir.hosting",
            settings=settings,
        )
        self._settings = settings
        self._image = image
        self._registry = registry
        self._size = size
        self._key = key
        self._environment = environment
        group = resources.ResourceGroup(
            "fhir",
            resource_group_name=context.naming.of(Kind.RESOURCE_GROUP, "fhir"),
            location=context.location,
            tags=self.tags,
            opts=self.child(),
        )
        self.group = name_of(group)
        service = self.make_service(self, "fhir")
        self.register_outputs({"group": group.id, "service": service.id})

    def make_service(self, owner: Component, purpose: str) -> app.ContainerApp:
        """Register a FHIR server with a database server of its own, as a part of ``owner``."""
        context = owner.context
        database = make_database(
            owner,
            f"{purpose}-database",
            self._size,
            self._settings.database,
            key=self._key,
            group=self.group,
            database=_DATABASE,
        )
        _, program = make_identity(owner, purpose, self.group)
        containers.allow_pull(owner, purpose, program, self._registry)
        tenant = context.environment.azure.tenant
        told: dict[str, pulumi.Input[str]] = {
            "AZURE_CLIENT_ID": program.client,
            "AZURE_TENANT_ID": tenant,
            # The names that PostgreSQL's own library reads.
            "PGDATABASE": database.name,
            "PGHOST": database.host,
            "PGSSLMODE": "verify-full",
            "PGUSER": program.name,
        }
        return app.ContainerApp(
            f"{purpose}-service",
            container_app_name=context.naming.of(Kind.CONTAINER_APP, purpose),
            resource_group_name=self.group,
            location=context.location,
            environment_id=self._environment.id,
            workload_profile_name=PROFILE,
            identity=containers.identity_of(program),
            configuration=app.ConfigurationArgs(
                active_revisions_mode=app.ActiveRevisionsMode.SINGLE,
                ingress=app.IngressArgs(
                    external=True,
                    target_port=_PORT,
                    transport=app.IngressTransportMethod.HTTP,
                    allow_insecure=False,
                    traffic=[app.TrafficWeightArgs(latest_revision=True, weight=100)],
                ),
                registries=containers.pulled_by(program, self._registry),
            ),
            template=app.TemplateArgs(
                containers=[
                    app.ContainerArgs(
                        name="fhir",
                        image=self._image,
                        env=containers.variables(told),
                        probes=[containers.probe("Startup", "/fhir/metadata", _PORT, failures=30)],
                        resources=app.ContainerResourcesArgs(cpu=1.0, memory="2Gi"),
                    )
                ],
                scale=app.ScaleArgs(min_replicas=self._settings.replicas, max_replicas=self._settings.replicas),
            ),
            tags=owner.tags,
            opts=owner.child(),
        )
