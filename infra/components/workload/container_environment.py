"""Where containers run: an environment of Container Apps, closed off."""

from pulumi_azure_native import app

from infra.components.base import Component, ComponentSettings, Context, name_of
from infra.connections import container_apps
from infra.naming import Kind

PROFILE = "Consumption"
"""The one kind of machine of the environment: Azure's own, by the second."""


class ContainerEnvironmentSettings(ComponentSettings):
    """What keeps programs to themselves."""

    internal: bool = True
    """Its address is one of the network's own, and no public one is made (PP-CAE-001)."""
    public_network_access: bool = False
    """Callers come through the private endpoint (PP-CAE-002)."""
    zone_redundant: bool = True
    """Copies are spread over buildings; it cannot be turned on afterwards (PP-CAE-003)."""
    peer_encryption: bool = True
    """Programs speak TLS among themselves too, on machines that others share (PP-CAE-004)."""


class ContainerEnvironment(Component):
    """A Container Apps environment in the subnet of the platform's programs.

    Azure takes the subnet over, and asks for at least a /27 of its own (see ``infra.feasibility``).
    """

    def __init__(self, settings: ContainerEnvironmentSettings, *, context: Context) -> None:
        super().__init__(
            "prosess:workload:ContainerEnvironment",
            "container-environment",
            context,
            service="workload",
            declared_at="services.workload",
            settings=settings,
        )
        self.group = context.groups["workload"]
        self.environment = app.ManagedEnvironment(
            "container-environment",
            environment_name=context.naming.of(Kind.CONTAINER_ENVIRONMENT, "programs"),
            resource_group_name=self.group,
            location=context.location,
            # Azure makes a group of its own for the machines; a name that is written out can be looked for.
            infrastructure_resource_group=context.naming.of(Kind.RESOURCE_GROUP, "container-machines"),
            vnet_configuration=app.VnetConfigurationArgs(
                infrastructure_subnet_id=context.subnets["workloads"], internal=settings.internal
            ),
            public_network_access="Enabled" if settings.public_network_access else "Disabled",
            zone_redundant=settings.zone_redundant,
            peer_traffic_configuration=app.ManagedEnvironmentPeerTrafficConfigurationArgs(
                encryption=app.ManagedEnvironmentEncryptionArgs(enabled=settings.peer_encryption)
            ),
            workload_profiles=[app.WorkloadProfileArgs(name=PROFILE, workload_profile_type=PROFILE, enable_fips=False)],
            # By a diagnostic setting, as all else: the other way asks for the workspace's shared key.
            app_logs_configuration=app.AppLogsConfigurationArgs(destination="azure-monitor"),
            tags=self.tags,
            opts=self.child(),
        )
        self.id = self.environment.id
        self.domain = self.environment.default_domain
        self.diagnose("container-environment", self.id)
        self.connect(
            "container-environment",
            self.environment,
            self.group,
            container_apps(context.environment.azure.location),
        )
        self.register_outputs({"id": self.id, "name": name_of(self.environment)})
