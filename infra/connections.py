"""Private endpoints: which kinds of them an environment has, and the private DNS zones that their names live in."""

from dataclasses import dataclass

from prosess.domain.access import AccessOption
from prosess.domain.environment import FHIR_LOCATION, AzureLocation, CreateBudget, Environment, FhirHosting, PolicyDns


@dataclass(frozen=True)
class Connection:
    """How a service is reached privately."""

    group: str
    """Azure's name of the sub-resource, such as ``vault``."""
    zones: tuple[str, ...]
    """Private DNS zones that its names live in."""


VAULT = Connection("vault", ("privatelink.vaultcore.azure.net",))
BLOB = Connection("blob", ("privatelink.blob.core.windows.net",))
SERVICE_BUS = Connection("namespace", ("privatelink.servicebus.windows.net",))
EVENT_HUBS = SERVICE_BUS
"""The two services share the word and the zone."""
EVENT_GRID_TOPIC = Connection("topic", ("privatelink.eventgrid.azure.net",))
POSTGRESQL = Connection("postgresqlServer", ("privatelink.postgres.database.azure.com",))
API_GATEWAY = Connection("Gateway", ("privatelink.azure-api.net",))
MONITOR = Connection(
    "azuremonitor",
    (
        "privatelink.agentsvc.azure-automation.net",
        "privatelink.blob.core.windows.net",
        "privatelink.monitor.azure.com",
        "privatelink.ods.opinsights.azure.com",
        "privatelink.oms.opinsights.azure.com",
    ),
)
REGISTRY = Connection("registry", ("privatelink.azurecr.io",))
HEALTH = Connection(
    "healthcareworkspace",
    ("privatelink.azurehealthcareapis.com", "privatelink.fhir.azurehealthcareapis.com"),
)


def container_apps(location: AzureLocation) -> Connection:
    """Give how a Container Apps environment is reached: its zone is the Azure region's own."""
    return Connection("managedEnvironments", (f"privatelink.{location.value}.azurecontainerapps.io",))


def connections(environment: Environment) -> tuple[Connection, ...]:
    """Give the kinds of private endpoints that an environment has."""
    security, integration = environment.services.security, environment.services.integration
    runs = environment.services.workload.mode == "create"
    datacentre = environment.services.datacentre
    gateway, relations = integration.api_gateway, AccessOption.TASK_RELATION in environment.access.options
    blocks = environment.access.blocks.mode == "create"
    wanted = {
        MONITOR: security.monitoring.mode == "create",
        VAULT: security.secret_vault.mode != "off" or security.key_vault.mode == "create",
        BLOB: "create" in {security.audit_store.mode, integration.events.mode}
        or relations
        or blocks
        or keeps_operations(environment),
        SERVICE_BUS: "create" in {integration.messaging.mode, integration.siem_export.mode},
        API_GATEWAY: gateway.mode == "create" and gateway.network == "private_endpoint",
        REGISTRY: datacentre.registry.mode == "create",
        HEALTH: environment.fhir.hosting in FHIR_LOCATION,
        EVENT_GRID_TOPIC: integration.events.mode == "create",
        container_apps(environment.azure.location): runs,
        POSTGRESQL: runs or environment.fhir.hosting is FhirHosting.SELF_HOSTED_NORWAY_EAST,
    }
    return tuple(connection for connection, on in wanted.items() if on)


def keeps_operations(environment: Environment) -> bool:
    """Tell whether something is written to the store of operations: flow logs, or the costs of each day."""
    datacentre = environment.services.datacentre
    exports = isinstance(datacentre.budget, CreateBudget) and datacentre.budget.export
    return datacentre.flow_logs.mode == "create" or exports


def left_to_policy(environment: Environment) -> frozenset[str]:
    """Give the types of which the landing zone makes resources beside what is planned (``graph.equivalent``)."""
    if isinstance(environment.services.datacentre.private_dns, PolicyDns):
        return frozenset({"azure-native:network:PrivateDnsZoneGroup"})
    return frozenset()


def zones(environment: Environment) -> tuple[str, ...]:
    """Give the private DNS zones that an environment needs, sorted."""
    return tuple(sorted({zone for connection in connections(environment) for zone in connection.zones}))
