"""Network security rules: what may flow between the subnets, and an explicit no to the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, unique

from pulumi_azure_native import network

from infra.addressing import AddressPlan
from prosess.domain.environment import CreateApiGateway, CreateHub, Environment, Vpn

DENY_ALL = 4096
"""The lowest priority that Azure has."""


@unique
class Inbound(Enum):
    """Priorities of what may come in; unique, so that no two rules contend."""

    FROM_WORKLOADS = 100
    FROM_GATEWAY = 110
    FROM_NETWORK = 120
    FROM_SELF = 130
    GATEWAY_MANAGEMENT = 200
    LOAD_BALANCER = 210
    TO_RESOLVER = 300
    NOTHING_ELSE = DENY_ALL


@unique
class Outbound(Enum):
    """Priorities of what may go out."""

    TO_ENDPOINTS = 100
    TO_WORKLOADS = 110
    TO_RESOLVERS = 120
    TO_SELF = 130
    TO_CONNECTION = 140
    TO_DIRECTORY = 200
    TO_MONITOR = 210
    TO_STORAGE = 220
    TO_SQL = 230
    TO_KEY_VAULT = 240
    TO_ISSUERS = 250
    TO_REGISTRY = 260
    TO_MICROSOFT_IMAGES = 270
    TO_IMAGE_DELIVERY = 280
    TO_FIREWALL = 290
    FORWARDED = 300
    NOTHING_ELSE = DENY_ALL


@dataclass(frozen=True)
class Flow:
    """One permitted flow."""

    priority: Inbound | Outbound
    source: str
    destination: str | tuple[str, ...]
    """An address range or one of Azure's service tags; several ranges where they are no neighbours."""
    ports: tuple[str, ...]
    protocol: str = "Tcp"


_HTTPS = ("443",)
_SERVICES = ("443", "5671")
"""HTTPS, and AMQP over TLS for Service Bus."""
_DATABASE = ("5432",)
_HTTPS_INSIDE = ("443", "31443")
"""HTTPS, and the port behind the load balancer of Container Apps that it ends up on."""
_HEALTH_OF_NODES = ("30000-32767",)


def flows(plan: AddressPlan, environment: Environment) -> dict[str, tuple[Flow, ...]]:
    """Give the permitted flows of each subnet.

    The gateway's management flows are those that Microsoft asks for where API Management is injected
    (https://learn.microsoft.com/azure/api-management/virtual-network-reference).
    """
    endpoints, workloads, gateway = str(plan.endpoints), str(plan.workloads), str(plan.gateway)
    resolvers = tuple(
        Flow(Outbound.TO_RESOLVERS, subnet, "VirtualNetwork", ("53",), "*")
        for subnet in (workloads, gateway)
        if asks_resolver(environment)
    )
    runs = environment.services.workload.mode == "create"
    database = _DATABASE if runs else ()
    reached = reaches(environment)
    hub = environment.services.datacentre.hub
    injected = is_injected(environment)
    return {
        "endpoints": (
            Flow(Inbound.FROM_WORKLOADS, workloads, endpoints, _SERVICES + database),
            Flow(Inbound.FROM_GATEWAY, gateway, endpoints, _SERVICES),
        ),
        "workloads": (
            Flow(Inbound.FROM_GATEWAY, gateway, workloads, _HTTPS_INSIDE if runs else _HTTPS),
            Flow(Inbound.LOAD_BALANCER, "AzureLoadBalancer", workloads, _HEALTH_OF_NODES if runs else _HTTPS),
            Flow(Outbound.TO_ENDPOINTS, workloads, endpoints, _SERVICES + database),
            Flow(Outbound.TO_DIRECTORY, workloads, "AzureActiveDirectory", _HTTPS),
            *(flow for flow in resolvers if flow.source == workloads),
            *(_container_flows(workloads) if runs else ()),
            *((Flow(Outbound.TO_CONNECTION, workloads, reached, _HTTPS),) if reached else ()),
            # The firewall lets through the names that the file lists, and nothing else.
            *(
                (Flow(Outbound.TO_FIREWALL, workloads, "Internet", _HTTPS),)
                if isinstance(hub, CreateHub) and hub.outbound
                else ()
            ),
        ),
        "gateway": (
            Flow(Inbound.FROM_NETWORK, "VirtualNetwork", gateway, _HTTPS),
            Flow(Inbound.GATEWAY_MANAGEMENT, "ApiManagement", gateway, ("3443",)),
            Flow(Inbound.LOAD_BALANCER, "AzureLoadBalancer", gateway, ("6390",)),
            Flow(Outbound.TO_ENDPOINTS, gateway, endpoints, _SERVICES),
            Flow(Outbound.TO_WORKLOADS, gateway, workloads, _HTTPS),
            *(flow for flow in resolvers if flow.source == gateway),
            *((Flow(Outbound.TO_CONNECTION, gateway, reached, _HTTPS),) if reached else ()),
            Flow(Outbound.TO_DIRECTORY, gateway, "AzureActiveDirectory", _HTTPS),
            Flow(Outbound.TO_MONITOR, gateway, "AzureMonitor", ("443", "1886")),
            Flow(Outbound.TO_STORAGE, gateway, "Storage", _HTTPS),
            Flow(Outbound.TO_SQL, gateway, "Sql", ("1433",)),
            Flow(Outbound.TO_KEY_VAULT, gateway, "AzureKeyVault", _HTTPS),
            # The gateway reads the issuers' metadata and keys (HelseID, ID-porten) itself.
            Flow(Outbound.TO_ISSUERS, gateway, "Internet", _HTTPS),
        )
        if injected
        else (),
    }


def _container_flows(workloads: str) -> tuple[Flow, ...]:
    """Give what Container Apps asks for beside the programs' own flows.

    Its nodes speak freely with each other, and fetch its own images; the region's registry has its private endpoint
    in the region's network (https://learn.microsoft.com/azure/container-apps/firewall-integration).
    """
    return (
        Flow(Inbound.FROM_SELF, workloads, workloads, ("*",), "*"),
        Flow(Outbound.TO_SELF, workloads, workloads, ("*",), "*"),
        Flow(Outbound.TO_MONITOR, workloads, "AzureMonitor", _HTTPS),
        Flow(Outbound.TO_REGISTRY, workloads, "VirtualNetwork", _HTTPS),
        Flow(Outbound.TO_MICROSOFT_IMAGES, workloads, "MicrosoftContainerRegistry", _HTTPS),
        Flow(Outbound.TO_IMAGE_DELIVERY, workloads, "AzureFrontDoor.FirstParty", _HTTPS),
    )


def is_injected(environment: Environment) -> bool:
    """Tell whether the API gateway stands inside the network."""
    chosen = environment.services.integration.api_gateway
    return isinstance(chosen, CreateApiGateway) and chosen.network == "internal_vnet"


def asks_resolver(environment: Environment) -> bool:
    """Tell whether names are asked of somebody else than Azure itself: the region's resolvers, or one made here."""
    datacentre = environment.services.datacentre
    made = isinstance(datacentre.hub, CreateHub) and datacentre.hub.resolver.mode == "create"
    return made or bool(datacentre.dns_servers)


def reaches(environment: Environment) -> tuple[str, ...]:
    """Give the ranges of the health network and of data centres that the environment speaks with."""
    connection = environment.services.datacentre.connection
    if isinstance(connection, Vpn):
        return tuple(range_ for site in connection.sites for range_ in site.ranges)
    return connection.reaches


def security_rules(permitted: Iterable[Flow]) -> list[network.SecurityRuleArgs]:
    """Give the rules of one security group: the flows, and the explicit no both ways."""
    rules = [_rule(flow.priority, "Allow", flow) for flow in permitted]
    everything = ("*",)
    rules.append(_rule(Inbound.NOTHING_ELSE, "Deny", Flow(Inbound.NOTHING_ELSE, "*", "*", everything, "*")))
    rules.append(_rule(Outbound.NOTHING_ELSE, "Deny", Flow(Outbound.NOTHING_ELSE, "*", "*", everything, "*")))
    return rules


def _rule(priority: Inbound | Outbound, access: str, flow: Flow) -> network.SecurityRuleArgs:
    direction = type(priority).__name__
    one = flow.ports[0] if len(flow.ports) == 1 else None
    return network.SecurityRuleArgs(
        name=f"{access.lower()}-{direction.lower()}-{priority.name.lower().replace('_', '-')}",
        priority=priority.value,
        direction=direction,
        access=access,
        protocol=flow.protocol,
        source_address_prefix=flow.source,
        source_port_range="*",
        destination_address_prefix=flow.destination if isinstance(flow.destination, str) else None,
        destination_address_prefixes=None if isinstance(flow.destination, str) else list(flow.destination),
        destination_port_range=one,
        destination_port_ranges=None if one else list(flow.ports),
    )
