"""The hub, and how the environment's network hangs on it: one that is made here, or the region's own."""

from dataclasses import dataclass, replace

from infra.assembly.platform import Platform
from infra.components.base import Context
from infra.components.datacentre.firewall import Firewall
from infra.components.datacentre.hub import Hub, Peering
from infra.components.datacentre.network import Network
from infra.components.datacentre.network_gateway import NetworkGateway
from infra.components.datacentre.resolver import Resolver
from prosess.domain.environment import CreateHub, CreateResolver, ExistingHub, ExpressRoute, Vpn


@dataclass(frozen=True)
class MadeHub:
    """A hub that is made here, and where."""

    hub: Hub
    gateway: NetworkGateway | None
    resolves: bool
    """Whether it has a resolver, asked through the firewall."""
    context: Context
    """Of the hub's subscription."""


def way_out(context: Context) -> str | None:
    """Give the private address of the firewall that judges what leaves; none where there is no hub."""
    hub, plan = context.environment.services.datacentre.hub, context.addresses.hub
    if isinstance(hub, ExistingHub):
        return hub.firewall_address
    return plan.firewall_address if plan else None


def make_hub(platform: Platform) -> MadeHub | None:
    """Make the hub with what stands in it, where the file asks for one."""
    environment, settings = platform.context.environment, platform.settings
    chosen, connection = environment.services.datacentre.hub, environment.services.datacentre.connection
    plan = platform.context.addresses.hub
    if not isinstance(chosen, CreateHub) or plan is None:
        return None
    context = platform.elsewhere(environment.azure.subscriptions.connectivity, "connectivity")
    hub = platform.add(Hub(chosen, plan, settings.hub, context=context))
    context = replace(context, groups={**context.groups, "connectivity": hub.group})
    resolver = None
    if isinstance(chosen.resolver, CreateResolver):
        resolver = platform.add(Resolver(hub, chosen.resolver, settings.resolver, context=context))
    platform.add(Firewall(hub, settings.firewall, resolver=resolver.address if resolver else None, context=context))
    gateway = None
    if isinstance(connection, ExpressRoute | Vpn):
        gateway = platform.add(NetworkGateway(hub, connection, settings.network_gateway, context=context))
    return MadeHub(hub, gateway, resolver is not None, context)


def join(platform: Platform, network: Network, made: MadeHub | None) -> None:
    """Link the environment's network with the hub: both sides where the hub is ours, our own where it is not."""
    chosen, settings, context = (
        platform.context.environment.services.datacentre.hub,
        platform.settings,
        platform.context,
    )
    group = context.groups["network"]
    if made:
        lends = made.gateway is not None
        back = platform.add(
            Peering(
                "hub-to-environment",
                settings.peering,
                here=made.hub.id,
                there=network.id,
                group=made.hub.group,
                lends_gateway=lends,
                borrows_gateway=False,
                context=made.context,
                awaits=[made.gateway.gateway] if made.gateway else [],
            )
        )
        platform.add(
            Peering(
                "environment-to-hub",
                settings.peering,
                here=network.id,
                there=made.hub.id,
                group=group,
                lends_gateway=False,
                borrows_gateway=lends,
                context=context,
                awaits=[back.peering],
            )
        )
    elif isinstance(chosen, ExistingHub):
        platform.add(
            Peering(
                "environment-to-hub",
                settings.peering,
                here=network.id,
                there=chosen.virtual_network,
                group=group,
                lends_gateway=False,
                borrows_gateway=chosen.gateway_transit,
                context=context,
                region_does=_left_to_the_region(chosen, str(context.addresses.space)),
            )
        )


def _left_to_the_region(hub: ExistingHub, space: str) -> str:
    transit = "allow gateway transit, " if hub.gateway_transit else ""
    return (
        f"Peer the hub back to this network, {transit}route {space} from the gateway through the firewall at "
        f"{hub.firewall_address}, and let through what the security groups let out."
    )
