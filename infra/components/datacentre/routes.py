"""Routes: what leaves a network passes the firewall, and nothing is sent to the internet past it."""

import pulumi
from pulumi_azure_native import network

from infra.components.base import Component
from infra.components.datacentre.rules import is_injected
from infra.naming import Kind

EVERYWHERE = "0.0.0.0/0"


def spoke_routes(owner: Component, way_out: str, group: pulumi.Input[str]) -> dict[str, network.RouteTable]:
    """Register a route table for each subnet of the environment, as a part of ``owner``.

    Routes that a gateway tells are not taken in: a nearer route would lead past the firewall.
    """
    context = owner.context
    return {
        subnet: network.RouteTable(
            f"{subnet}-routes",
            route_table_name=context.naming.of(Kind.ROUTE_TABLE, subnet),
            resource_group_name=group,
            location=context.location,
            disable_bgp_route_propagation=True,
            routes=[
                _through("everywhere", EVERYWHERE, way_out),
                # Azure manages an injected API gateway from addresses of its own, and must get the answer directly
                # (https://learn.microsoft.com/azure/api-management/virtual-network-reference).
                *(
                    [network.RouteArgs(name="gateway-management", address_prefix="ApiManagement", next_hop_type=_OUT)]
                    if subnet == "gateway" and is_injected(context.environment)
                    else []
                ),
            ],
            tags=owner.tags,
            opts=owner.child(),
        )
        for subnet in context.addresses.subnets
    }


def hub_routes(owner: Component, way_out: str, group: pulumi.Input[str]) -> network.RouteTable:
    """Register the routes of the hub's gateway: what comes in by the line passes the firewall as well."""
    context = owner.context
    return network.RouteTable(
        "hub-gateway-routes",
        route_table_name=context.naming.of(Kind.ROUTE_TABLE, "hub-gateway"),
        resource_group_name=group,
        location=context.location,
        # The gateway lives by the routes that it is told.
        disable_bgp_route_propagation=False,
        routes=[_through("environment", str(context.addresses.space), way_out)],
        tags=owner.tags,
        opts=owner.child(),
    )


_OUT = network.RouteNextHopType.INTERNET


def _through(name: str, prefix: str, firewall: str) -> network.RouteArgs:
    return network.RouteArgs(
        name=name,
        address_prefix=prefix,
        next_hop_type=network.RouteNextHopType.VIRTUAL_APPLIANCE,
        next_hop_ip_address=firewall,
    )
