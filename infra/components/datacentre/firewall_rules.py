"""What the hub's firewall lets through: what the security groups let out, judged again where it leaves the network."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from pulumi_azure_native import network

from infra.addressing import AddressPlan
from infra.components.access.tokens import validation_of
from infra.components.datacentre.rules import Outbound, flows, is_injected, reaches
from prosess.domain.environment import CreateHub, Environment

_INSIDE = {Outbound.TO_ENDPOINTS, Outbound.TO_WORKLOADS, Outbound.TO_RESOLVERS, Outbound.TO_CONNECTION}
"""Flows that stay in the environment's network, or have a rule of their own here."""


@dataclass(frozen=True)
class Permitted:
    """One flow that passes the firewall, by address."""

    name: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    ports: tuple[str, ...]
    protocols: tuple[str, ...] = ("TCP",)


@dataclass(frozen=True)
class Named:
    """Names that are reached over HTTPS."""

    name: str
    sources: tuple[str, ...]
    hosts: tuple[str, ...]


def permitted(plan: AddressPlan, environment: Environment) -> tuple[tuple[Permitted, ...], tuple[Named, ...]]:
    """Give what passes, by address and by name."""
    return tuple(_by_address(plan, environment)), tuple(_by_name(plan, environment))


def _by_address(plan: AddressPlan, environment: Environment) -> Iterator[Permitted]:
    for subnet, those in flows(plan, environment).items():
        for flow in those:
            if isinstance(flow.priority, Outbound) and flow.priority not in _INSIDE and flow.destination != "Internet":
                destination = (flow.destination,) if isinstance(flow.destination, str) else flow.destination
                word = flow.priority.name.lower().replace("_", "-")
                yield Permitted(f"{subnet}-{word}", (flow.source,), destination, flow.ports)
    datacentre = environment.services.datacentre
    callers = (str(plan.workloads), *((str(plan.gateway),) if is_injected(environment) else ()))
    if reached := reaches(environment):
        yield Permitted("to-connection", callers, reached, ("443",))
        if is_injected(environment):
            yield Permitted("from-connection", reached, (str(plan.gateway),), ("443",))
    if datacentre.dns_servers:
        servers = tuple(f"{server}/32" for server in datacentre.dns_servers)
        yield Permitted("to-resolvers", callers, servers, ("53",), ("TCP", "UDP"))


def _by_name(plan: AddressPlan, environment: Environment) -> Iterator[Named]:
    if is_injected(environment):
        options = sorted(set(environment.access.options))
        validations = (validation_of(option, environment.stage, environment.azure.tenant) for option in options)
        # An issuer that the vault names is not known here: its host belongs in the file's `outbound`.
        hosts = {urlsplit(one.metadata).hostname for one in validations if one and one.metadata.startswith("https://")}
        if known := tuple(sorted(host for host in hosts if host)):
            yield Named("issuers", (str(plan.gateway),), known)
    hub = environment.services.datacentre.hub
    if isinstance(hub, CreateHub) and hub.outbound:
        sources = (str(plan.workloads), *((str(plan.gateway),) if is_injected(environment) else ()))
        yield Named("outbound", sources, tuple(sorted(set(hub.outbound))))


def rule_collections(
    by_address: tuple[Permitted, ...], by_name: tuple[Named, ...]
) -> list[network.FirewallPolicyFilterRuleCollectionArgs]:
    """Give the rules as the firewall takes them; what no rule lets through, it stops."""
    addresses = [
        network.NetworkRuleArgs(
            rule_type="NetworkRule",
            name=one.name,
            ip_protocols=list(one.protocols),
            source_addresses=list(one.sources),
            destination_addresses=list(one.destinations),
            destination_ports=list(one.ports),
        )
        for one in by_address
    ]
    names = [
        network.ApplicationRuleArgs(
            rule_type="ApplicationRule",
            name=one.name,
            source_addresses=list(one.sources),
            target_fqdns=list(one.hosts),
            protocols=[network.FirewallPolicyRuleApplicationProtocolArgs(protocol_type="Https", port=443)],
        )
        for one in by_name
    ]
    return [
        network.FirewallPolicyFilterRuleCollectionArgs(
            rule_collection_type="FirewallPolicyFilterRuleCollection",
            name=name,
            priority=priority,
            action=network.FirewallPolicyFilterRuleCollectionActionArgs(type="Allow"),
            rules=rules,
        )
        for name, priority, rules in (("addresses", 100, addresses), ("names", 200, names))
        if rules
    ]
