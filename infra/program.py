"""The whole environment, from its file: which groups of components there are, and what each is given of the others."""

from pulumi_azure_native import Provider

from infra import addressing, feasibility
from infra.assembly.access import let_in
from infra.assembly.datacentre import operate
from infra.assembly.governance import govern
from infra.assembly.ground import lay
from infra.assembly.integration import integrate
from infra.assembly.platform import Platform
from infra.assembly.security import secure
from infra.assembly.tenants import serve
from infra.assembly.workload import run
from infra.components.base import Context
from infra.components.tenants.onboarded import controllers
from infra.naming import Naming
from infra.settings import ProgramSettings
from prosess.contracts.onboarding import Onboarding
from prosess.domain.environment import Environment


def build(
    environment: Environment, onboarding: Onboarding | None = None, settings: ProgramSettings | None = None
) -> Platform:
    """Register every resource of an environment.

    Args:
        environment: what the region asks for.
        onboarding: whom the environment serves; nobody, where it is left out.
        settings: the components' settings, where they are not those of the environment's file.

    Raises:
        DomainError: where something is asked for that cannot be had.
    """
    feasibility.refuse(environment)
    served = controllers(onboarding, environment)
    addresses = addressing.carve(environment)
    azure = environment.azure
    platform = Platform(
        Context(
            environment=environment,
            naming=Naming(environment),
            addresses=addresses,
            # The file decides the subscription, not whoever happens to be logged in.
            provider=Provider(
                "azure", subscription_id=azure.subscription, tenant_id=azure.tenant, location=azure.location.value
            ),
        ),
        settings or ProgramSettings.of(environment),
    )
    ground = lay(platform)
    security = secure(platform, ground)
    workloads = run(platform, security)
    integration = integrate(platform, security, workloads)
    access = let_in(platform, ground, security, integration)
    operate(platform, ground, security, access, served)
    serve(platform, served, security, integration, access)
    govern(platform)
    addresses.require_room(platform.endpoints)
    return platform
