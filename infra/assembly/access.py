"""The chosen access options, and the gateway closed to everybody else."""

from dataclasses import dataclass

from infra.assembly.ground import Ground
from infra.assembly.integration import Integration
from infra.assembly.platform import Platform
from infra.assembly.security import BLOCKS_KEY, RELATIONS_KEY, Security
from infra.components.access import (
    DESIGNS,
    AuthenticatingOption,
    BlockRegister,
    BreakTheGlass,
    EmergencyAccount,
    Surroundings,
    TaskRelation,
)
from infra.components.integration.gateway_policy import GatewayPolicy
from infra.components.security.key_vault import KeyVault
from infra.components.security.secret_vault import SecretVault
from prosess.domain.access import AccessOption
from prosess.domain.environment import CreateBlocks, CreateBreakTheGlass, CreateEmergency


@dataclass(frozen=True)
class Access:
    """What later groups lean on."""

    relations: TaskRelation | None
    blocks: BlockRegister | None
    break_the_glass: BreakTheGlass | None


def let_in(platform: Platform, ground: Ground, security: Security, integration: Integration) -> Access:
    """Set up the access options, what lies on top of them, and the emergency account."""
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
    designs: list[AuthenticatingOption] = [
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
    if isinstance(emergency := platform.context.environment.access.emergency, CreateEmergency):
        platform.add(EmergencyAccount(emergency, platform.settings.emergency, surroundings, context=platform.context))
    return Access(relations, _block(platform, security), _break_the_glass(platform, security))


def _block(platform: Platform, security: Security) -> BlockRegister | None:
    access = platform.context.environment.access
    if isinstance(access.blocks, CreateBlocks):
        return platform.add(
            BlockRegister(platform.settings.blocks, key=security.key(BLOCKS_KEY), context=platform.context)
        )
    return None


def _break_the_glass(platform: Platform, security: Security) -> BreakTheGlass | None:
    chosen = platform.context.environment.access.break_the_glass
    if not isinstance(chosen, CreateBreakTheGlass):
        return None
    assert security.audit is not None  # noqa: S101 - the environment is refused without a log of clinical access
    return platform.add(BreakTheGlass(chosen, store=security.audit, context=platform.context))
