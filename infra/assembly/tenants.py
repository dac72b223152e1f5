"""A space of its own for each data controller that the environment serves."""

from collections.abc import Sequence

from infra.assembly.access import Access
from infra.assembly.integration import Integration
from infra.assembly.platform import Platform
from infra.assembly.security import Security
from infra.components.tenants.onboarded import Controller
from infra.components.tenants.tenant_space import Shared, TenantSpace


def serve(
    platform: Platform, served: Sequence[Controller], security: Security, integration: Integration, access: Access
) -> None:
    """Make the spaces."""
    programs = security.identities.workloads
    shared = Shared(
        messaging=integration.messaging,
        relations=access.relations,
        blocks=access.blocks,
        break_the_glass=access.break_the_glass,
        gateway=integration.gateway,
        fhir=integration.fhir,
        vaults=platform.context.environment.services.security.secret_vault.mode != "off",
        api=programs["api"],
        worker=programs["worker"],
    )
    for controller in served:
        platform.add(TenantSpace(controller, platform.settings.tenant_space, shared=shared, context=platform.context))
