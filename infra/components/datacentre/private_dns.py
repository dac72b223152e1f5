"""Names of private endpoints."""

from collections.abc import Iterable

import pulumi
from pulumi_azure_native import privatedns

from infra.components.base import Component, Context, name_of
from infra.naming import Kind
from prosess.domain.environment import ExistingDns


class PrivateDns(Component):
    """Private DNS zones, each linked to the environment's network.

    A zone is made for what the environment uses and no more: an unused zone would hide the public names below it.
    """

    def __init__(self, context: Context, zones: Iterable[str], network: pulumi.Output[str]) -> None:
        super().__init__(
            "prosess:datacentre:PrivateDns",
            "private-dns",
            context,
            service="private_dns",
            declared_at="services.datacentre.private_dns",
        )
        group = context.groups["network"]
        self.zones: dict[str, pulumi.Output[str]] = {}
        for name in sorted(set(zones)):
            zone = privatedns.PrivateZone(
                name,
                private_zone_name=name,
                resource_group_name=group,
                location="global",
                tags=self.tags,
                opts=self.child(),
            )
            link_zone(self, name, zone, "network", network, group)
            self.zones[name] = zone.id
        self.register_outputs({"zones": self.zones})


def link_zone(
    owner: Component,
    key: str,
    zone: privatedns.PrivateZone,
    purpose: str,
    network: pulumi.Input[str] | None,
    group: pulumi.Input[str],
) -> None:
    """Let the environment's network, and the hub where there is one, see a zone.

    Args:
        owner: the component that the links belong to.
        key: what their logical names begin with.
        zone: what is seen.
        purpose: names the link to the environment's own network.
        network: id of that network.
        group: name of the resource group.
    """
    context = owner.context
    # A resolver in the hub sees the zones that are linked to the hub.
    networks = {"link": (purpose, network)} | ({"hub-link": ("hub", context.hub)} if context.hub else {})
    for link, (name, linked) in networks.items():
        privatedns.VirtualNetworkLink(
            f"{key}-{link}",
            virtual_network_link_name=context.naming.of(Kind.ZONE_LINK, name),
            private_zone_name=name_of(zone),
            resource_group_name=group,
            location="global",
            registration_enabled=False,
            virtual_network={"id": linked},
            tags=owner.tags,
            opts=owner.child(),
        )


def existing_zones(chosen: ExistingDns, wanted: Iterable[str]) -> dict[str, str]:
    """Give the region's own zones, of which ``infra.feasibility`` saw that none is missing.

    They are the region's to link and to fill.
    """
    return {zone: chosen.zones[zone] for zone in sorted(set(wanted))}
