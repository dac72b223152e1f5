"""What keeps the environment recoverable, fed and paid for: flow logs, backup, registry, budget."""

from collections.abc import Sequence

from infra.assembly.access import Access
from infra.assembly.ground import Ground
from infra.assembly.platform import Platform
from infra.assembly.security import BACKUP_KEY, OPERATIONS_KEY, REGISTRY_KEY, Security
from infra.components.datacentre.backup import Backup, Guard
from infra.components.datacentre.budget import Budget, CostExport
from infra.components.datacentre.flow_logs import FlowLogs
from infra.components.datacentre.operations_store import COSTS, FLOWS, OperationsStore
from infra.components.datacentre.registry import Registry
from infra.components.tenants.onboarded import Controller
from infra.connections import keeps_operations
from prosess.domain.environment import CreateBackup, CreateBudget, CreateFlowLogs, CreateRegistry


def operate(
    platform: Platform, ground: Ground, security: Security, access: Access, served: Sequence[Controller]
) -> None:
    """Make the services."""
    chosen, context, settings = platform.context.environment.services.datacentre, platform.context, platform.settings
    store = _store(platform, security)
    if store and isinstance(chosen.flow_logs, CreateFlowLogs):
        networks = {"network": (ground.network.id, context)}
        if ground.hub:
            networks["hub"] = (ground.hub.hub.id, ground.hub.context)
        platform.add(FlowLogs(chosen.flow_logs, settings.flow_logs, networks=networks, store=store, context=context))
    if isinstance(chosen.registry, CreateRegistry):
        platform.add(Registry(settings.registry, key=security.key(REGISTRY_KEY), context=context))
    if isinstance(chosen.backup, CreateBackup):
        _back_up(platform, chosen.backup, security, access)
    if isinstance(chosen.budget, CreateBudget):
        platform.add(Budget(chosen.budget, settings.budget, context=context))
        if chosen.budget.per_tenant is not None:
            for controller in served:
                platform.add(
                    Budget(chosen.budget, settings.budget, context=context, organisation=controller.organisation)
                )
        if store and chosen.budget.export:
            platform.add(CostExport(chosen.budget, store=store, context=context))


def _store(platform: Platform, security: Security) -> OperationsStore | None:
    environment = platform.context.environment
    if not keeps_operations(environment):
        return None
    chosen = environment.services.datacentre
    flows = isinstance(chosen.flow_logs, CreateFlowLogs)
    costs = isinstance(chosen.budget, CreateBudget) and chosen.budget.export
    return platform.add(
        OperationsStore(
            platform.settings.operations_store,
            containers=(*((FLOWS,) if flows else ()), *((COSTS,) if costs else ())),
            declared_at=f"services.datacentre.{'flow_logs' if flows else 'budget'}",
            key=security.key(OPERATIONS_KEY),
            context=platform.context,
        )
    )


def _back_up(platform: Platform, chosen: CreateBackup, security: Security, access: Access) -> None:
    guarding = platform.context.environment.azure.subscriptions.guard
    guard = platform.add(Guard(context=platform.elsewhere(guarding, "guard"))) if guarding else None
    backup = platform.add(
        Backup(chosen, platform.settings.backup, key=security.key(BACKUP_KEY), guard=guard, context=platform.context)
    )
    if security.audit:
        containers = security.audit.containers
        backup.protect("audit", security.audit.account, tuple(containers), tuple(containers.values()))
    if access.relations:
        backup.protect("relations", access.relations.account)
