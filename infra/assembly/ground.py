"""What everything stands on: resource groups, the workspace that all else logs to, the network and its names."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi

from infra import connections
from infra.assembly.hub import MadeHub, join, make_hub, way_out
from infra.assembly.platform import Platform
from infra.components.datacentre.foundation import Foundation
from infra.components.datacentre.network import Network
from infra.components.datacentre.private_dns import PrivateDns, existing_zones
from infra.components.security.monitoring import Monitoring, MonitoringLink
from prosess.domain.environment import Existing, ExistingDns, ExistingSiem, Off, PolicyDns, SecurityServices


@dataclass(frozen=True)
class Ground:
    """What later groups need of it beside the context."""

    foundation: Foundation
    monitoring: Monitoring | None
    """None where the region's own workspace is used, or none is wanted."""
    network: Network
    hub: MadeHub | None
    """None where the hub is the region's own, or there is none."""


def lay(platform: Platform) -> Ground:
    """Make the ground, and let the context know it."""
    services = platform.context.environment.services
    foundation = platform.add(Foundation(platform.context))
    platform.learn(groups=foundation.groups, siem=_copied_to(services.security))
    monitoring = _monitor(platform)
    hub = make_hub(platform)
    if hub:
        platform.learn(hub=hub.hub.id)
    network = platform.add(
        Network(
            platform.context,
            platform.settings.network,
            way_out=way_out(platform.context),
            resolver=way_out(platform.context) if hub and hub.resolves else None,
        )
    )
    join(platform, network, hub)
    wanted = connections.zones(platform.context.environment)
    dns = services.datacentre.private_dns
    zones: Mapping[str, pulumi.Input[str]]
    if isinstance(dns, ExistingDns):
        zones = existing_zones(dns, wanted)
    elif isinstance(dns, PolicyDns):
        zones = {}
    else:
        zones = platform.add(PrivateDns(platform.context, wanted, network.id)).zones
    platform.learn(network=network.id, subnets=network.subnets, zones=zones)
    if monitoring:
        platform.add(MonitoringLink(monitoring.id, platform.settings.monitoring_link, context=platform.context))
    return Ground(foundation, monitoring, network, hub)


def _monitor(platform: Platform) -> Monitoring | None:
    chosen = platform.context.environment.services.security.monitoring
    if isinstance(chosen, Existing):
        platform.learn(workspace=chosen.id)
        return None
    if isinstance(chosen, Off):
        return None
    made = platform.add(Monitoring(platform.settings.monitoring, context=platform.context))
    platform.learn(workspace=made.id)
    return made


def _copied_to(chosen: SecurityServices) -> str | None:
    """Give the id of the region's own SIEM's workspace, where logs are copied there and not sent there already."""
    if not isinstance(chosen.siem, ExistingSiem) or not chosen.siem.copy_logs:
        return None
    workspace = chosen.monitoring.id if isinstance(chosen.monitoring, Existing) else ""
    return chosen.siem.id if chosen.siem.id.lower() != workspace.lower() else None
