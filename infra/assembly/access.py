"""The chosen access options, and the gateway closed to everybody else."""

from dataclasses import dataclass

from infra.assembly.ground import Ground
from infra.assembly.integration import Integration
from infra.assembly.platform import Platform
from infra.assembly.security import RELATIONS_KEY, Security
from infra.components.access import DESIGNS, AccessDesign, Surroundings, TaskRelation
from infra.components.integration.gateway_policy import GatewayPolicy
from infra.components.security.key_vault import KeyVault
from infra.components.security.secret_vault import SecretVault
from prosess.domain.access import AccessOption


@dataclass(frozen=True)
class Access:
    """What later groups lean on."""

    relations: TaskRelation | None


def let_in(platform: Platform, ground: Ground, security: Security, integration: Integration) -> Access:
    """Set up the access options."""
    options = platform.context.environment.access.options
    surroundings = Surroundings(
        groups=ground.foundation.ids,
        workspace=ground.monitoring.id if ground.monitoring else None,
        vaults={
            name: vault.id
            for name, vault in (("secrets", security.secrets), ("keys", security.keys))
            if isinstance(vault, SecretVault | KeyVault)
        },
        containers={name: made.id for name, made in security.audit.containers.items()} if security.audit else {},
        vault=security.vault,
        gateway=integration.gateway,
    )
    designs: list[AccessDesign] = [
        platform.add(design(surroundings, context=platform.context))
        for option, design in DESIGNS.items()
        if option in options
    ]
    relations = None
    if AccessOption.TASK_RELATION in options:
        relations = platform.add(
            TaskRelation(platform.settings.relations, key=security.key(RELATIONS_KEY), context=platform.context)
        )
    if integration.gateway:
        platform.add(GatewayPolicy(integration.gateway, designs, context=platform.context))
    return Access(relations)
