"""The platform's own programs: the API, the worker and the migration of the database."""

from collections.abc import Mapping

import pulumi
from pulumi_azure_native import app

from infra.components.base import Component, ComponentSettings, Context
from infra.components.roles import Role
from infra.components.security.identities import Workload, give_program, make_identity
from infra.components.security.vault import VaultReference
from infra.components.workload import containers
from infra.components.workload.container_environment import PROFILE, ContainerEnvironment
from infra.components.workload.platform_database import PlatformDatabase
from infra.naming import Kind
from prosess.domain.environment import CreateWorkload

_PORT = 8000
_FILES = "/srv/prosess"
"""Where the image has the region's reviewed files."""
_DATA = "/var/lib/prosess"
_SIGN_IN = "https://login.microsoftonline.com"


class ProgramsSettings(ComponentSettings):
    """How the programs are reached."""

    insecure_ingress: bool = False
    """Whether the API answers without TLS too (PP-CA-003)."""


class Programs(Component):
    """The API behind its ingress, the worker without one, and the job that brings the schema up to date.

    Each has an identity of its own: the migration may change tables, the API and the worker only their rows. The
    ingress is open to callers of the network, and the environment around it has no public address.
    """

    def __init__(
        self,
        settings: ProgramsSettings,
        asked: CreateWorkload,
        *,
        environment: ContainerEnvironment,
        database: PlatformDatabase,
        vault: VaultReference,
        programs: Mapping[str, Workload],
        context: Context,
    ) -> None:
        """Make the programs.

        Args:
            settings: how they are reached.
            asked: images and numbers of copies.
            environment: where they run.
            database: where they keep what they know.
            vault: holds the key by which the rules are verified.
            programs: the identities ``api`` and ``worker``.
            context: the environment.
        """
        super().__init__(
            "prosess:workload:Programs",
            "programs",
            context,
            service="workload",
            declared_at="services.workload",
            settings=settings,
        )
        self._asked = asked
        self._environment = environment
        self._database = database
        self._vault = vault
        _, migration = make_identity(self, "migration", context.groups["workload"])
        for key, program in (("api", programs["api"]), ("worker", programs["worker"]), ("migration", migration)):
            containers.allow_pull(self, key, program, asked.registry)
        for key in ("api", "worker"):
            self._allow_verification(key, programs[key])
        api = self._program(
            "api",
            programs["api"],
            ["api", "serve", "--host", "0.0.0.0", "--port", str(_PORT)],  # noqa: S104 - the replica's own network
            ingress=_ingress(settings),
            probes=[
                containers.probe("Startup", "/health/live", _PORT, failures=30),
                containers.probe("Liveness", "/health/live", _PORT),
                containers.probe("Readiness", "/health/ready", _PORT),
            ],
            maximum=asked.replicas.maximum,
        )
        # No signal tells how much waits for the worker but its own table: as many run as the file says.
        self._program("worker", programs["worker"], ["api", "worker"], maximum=asked.replicas.minimum)
        self._migration(migration)
        self.url = pulumi.Output.concat(
            "https://", context.naming.of(Kind.CONTAINER_APP, "api"), ".", environment.domain
        )
        self.register_outputs({"api": api.id, "url": self.url})

    def _program(
        self,
        name: str,
        identity: Workload,
        command: list[str],
        *,
        maximum: int,
        ingress: app.IngressArgs | None = None,
        probes: list[app.ContainerAppProbeArgs] | None = None,
    ) -> app.ContainerApp:
        asked = self._asked
        return app.ContainerApp(
            name,
            container_app_name=self.context.naming.of(Kind.CONTAINER_APP, name),
            resource_group_name=self._environment.group,
            location=self.context.location,
            environment_id=self._environment.id,
            workload_profile_name=PROFILE,
            identity=containers.identity_of(identity),
            configuration=app.ConfigurationArgs(
                active_revisions_mode=app.ActiveRevisionsMode.SINGLE,
                ingress=ingress,
                registries=containers.pulled_by(identity, asked.registry),
                secrets=[containers.verification_key(self._vault.uri, identity)],
            ),
            template=app.TemplateArgs(
                containers=[
                    app.ContainerArgs(
                        name=name,
                        image=asked.images.prosess,
                        command=["prosess"],
                        args=command,
                        env=containers.variables(
                            self._variables(identity)
                            | {"PROSESS_POLICY_ENGINE": containers.OPA_ADDRESS, "PROSESS_WORKER": "false"}
                        ),
                        probes=probes,
                        resources=app.ContainerResourcesArgs(cpu=0.5, memory="1Gi"),
                        volume_mounts=[app.VolumeMountArgs(volume_name="data", mount_path=_DATA)],
                    ),
                    containers.opa(asked.images.opa),
                ],
                scale=app.ScaleArgs(
                    min_replicas=asked.replicas.minimum,
                    max_replicas=maximum,
                    rules=[
                        app.ScaleRuleArgs(
                            name="requests", http=app.HttpScaleRuleArgs(metadata={"concurrentRequests": "50"})
                        )
                    ]
                    if ingress
                    else None,
                ),
                volumes=[_data_volume(), containers.policy_keys()],
            ),
            tags=self.tags,
            opts=self.child(),
        )

    def _migration(self, identity: Workload) -> app.Job:
        """Make the job that brings the schema up to date. The pipeline starts it, before the new images take over."""
        return app.Job(
            "migration",
            job_name=self.context.naming.of(Kind.CONTAINER_JOB, "migration"),
            resource_group_name=self._environment.group,
            location=self.context.location,
            environment_id=self._environment.id,
            workload_profile_name=PROFILE,
            identity=containers.identity_of(identity),
            configuration=app.JobConfigurationArgs(
                trigger_type=app.TriggerType.MANUAL,
                manual_trigger_config=app.JobConfigurationManualTriggerConfigArgs(
                    parallelism=1, replica_completion_count=1
                ),
                replica_timeout=1800,
                replica_retry_limit=0,
                registries=containers.pulled_by(identity, self._asked.registry),
            ),
            template=app.JobTemplateArgs(
                containers=[
                    app.ContainerArgs(
                        name="migration",
                        image=self._asked.images.prosess,
                        command=["prosess"],
                        args=["api", "migrate"],
                        env=containers.variables(self._variables(identity)),
                        resources=app.ContainerResourcesArgs(cpu=0.5, memory="1Gi"),
                        volume_mounts=[app.VolumeMountArgs(volume_name="data", mount_path=_DATA)],
                    )
                ],
                volumes=[_data_volume()],
            ),
            tags=self.tags,
            opts=self.child(),
        )

    def _variables(self, identity: Workload) -> dict[str, pulumi.Input[str]]:
        """Give the service's settings (``platform_api.settings``). None of them is a secret."""
        environment = self.context.environment
        tenant = environment.azure.tenant
        files = self._asked.environments or (environment.name,)
        return {
            "PROSESS_DATABASE_IDENTITY": identity.client,
            "PROSESS_DATABASE_URL": f"postgresql://{identity.name}@{self._database.host}/{self._database.database}",
            "PROSESS_DATA_FOLDER": _DATA,
            "PROSESS_ENVIRONMENT_FILES": ",".join(f"{_FILES}/environments/{name}.yaml" for name in files),
            "PROSESS_IDENTITY": "oidc",
            "PROSESS_OIDC_AUDIENCE": self._asked.audience,
            "PROSESS_OIDC_ISSUER": f"{_SIGN_IN}/{tenant}/v2.0",
            "PROSESS_OIDC_JWKS_URL": f"{_SIGN_IN}/{tenant}/discovery/v2.0/keys",
            "PROSESS_OIDC_TOKEN_TYPES": "jwt",
            "PROSESS_REGION_FILE": f"{_FILES}/region.yaml",
            "PROSESS_STAGE": environment.stage.value,
        }

    def _allow_verification(self, key: str, program: Workload) -> None:
        give_program(
            self,
            f"{key}-reads-verification-key",
            Role.SECRETS_USER,
            pulumi.Output.concat(self._vault.id, "/secrets/", containers.VERIFICATION_KEY),
            program,
            (self._vault.seed, containers.VERIFICATION_KEY),
            "Reads the key by which the rules are verified.",
        )


def _ingress(settings: ProgramsSettings) -> app.IngressArgs:
    """Open the API to the network around the environment; the environment itself has no public address."""
    return app.IngressArgs(
        external=True,
        target_port=_PORT,
        transport=app.IngressTransportMethod.HTTP,
        allow_insecure=settings.insecure_ingress,
        traffic=[app.TrafficWeightArgs(latest_revision=True, weight=100)],
    )


def _data_volume() -> app.VolumeArgs:
    return app.VolumeArgs(name="data", storage_type=app.StorageType.EMPTY_DIR)
