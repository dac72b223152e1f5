"""Public addresses: only of what is meant to have one, each named as such."""

from collections.abc import Sequence

import pulumi
from pulumi_azure_native import network

from infra.components.base import Component
from infra.naming import Kind


def make_public_address(
    owner: Component, key: str, group: pulumi.Input[str], zones: Sequence[str]
) -> network.PublicIPAddress:
    """Register a public address as a part of ``owner``, whose service names what stands behind it (PP-PIP-001).

    Args:
        owner: the component that it belongs to.
        key: purpose; names the address.
        group: name of the resource group.
        zones: where it survives the loss of a building.
    """
    address = network.PublicIPAddress(
        f"{key}-address",
        public_ip_address_name=owner.context.naming.of(Kind.PUBLIC_ADDRESS, key),
        resource_group_name=group,
        location=owner.context.location,
        sku=network.PublicIPAddressSkuArgs(name="Standard", tier="Regional"),
        public_ip_allocation_method="Static",
        public_ip_address_version="IPv4",
        zones=list(zones) or None,
        tags=owner.tags,
        opts=owner.child(),
    )
    owner.diagnose(f"{key}-address", address.id)
    return address
