"""What an environment asks for that cannot be had: told before anything is planned, and asked by the program itself.

Free of the SDK, so that a file is judged as fast as it is read. What depends on whom the environment serves, the room
for their private endpoints, only the program can tell.
"""

from collections.abc import Iterator
from ipaddress import IPv4Network

from infra import addressing, connections, naming, regions
from infra.refusal import refusal
from prosess.domain.access import OPTIONS, AccessOption
from prosess.domain.environment import (
    AzureLocation,
    CreateBudget,
    CreateHub,
    CreateMonitoring,
    CreatePolicies,
    CreateSiemExport,
    Environment,
    ExistingApiGateway,
    ExistingDns,
    ExistingSiem,
    ExistingSiemExport,
    ExpressRoute,
    FhirHosting,
    GovernancePolicy,
    Vpn,
)
from prosess.domain.errors import DomainError


def problems(environment: Environment) -> tuple[DomainError, ...]:
    """Give everything that the program would refuse of an environment, in order of place in the file and code."""
    return tuple(sorted(_problems(environment), key=lambda one: (one.at, one.code)))


def refuse(environment: Environment) -> None:
    """Stop where something cannot be had.

    Raises:
        DomainError: the first problem.
    """
    for problem in problems(environment):
        raise problem


def needs_secret_vault(option: AccessOption, environment: Environment) -> bool:
    """Tell whether an access option keeps something in the secret vault.

    Its client's key, or what the gateway asks of the tokens of whoever issues them.
    """
    profile = OPTIONS[option]
    validated = profile.authenticates and environment.services.integration.api_gateway.mode == "create"
    return validated or _CLIENT_KEY in profile.provisions


_CLIENT_KEY = "client_key_in_vault"


def _problems(environment: Environment) -> Iterator[DomainError]:
    yield from regions.check(environment)
    yield from addressing.problems(environment)
    dns = environment.services.datacentre.private_dns
    if isinstance(dns, ExistingDns) and (missing := sorted(set(connections.zones(environment)) - dns.zones.keys())):
        yield refusal(
            "PRIVATE_DNS_ZONE_MISSING",
            facts={"zones": missing},
            at=("services", "datacentre", "private_dns", "zones"),
        )
    yield from _of_datacentre(environment)
    yield from _of_access(environment)
    yield from _of_tenants(environment)
    yield from _of_watching(environment)
    yield from _of_governance(environment)
    yield from _of_integration(environment)
    yield from _of_workload(environment)


_CONTAINER_SUBNET = 27
"""The smallest subnet that Container Apps takes, as the length of its prefix
(https://learn.microsoft.com/azure/container-apps/networking)."""


def _of_integration(environment: Environment) -> Iterator[DomainError]:
    services = environment.services
    integration, at = services.integration, ("services", "integration")
    if integration.events.mode == "create" and integration.messaging.mode != "create":
        yield refusal("EVENTS_NEED_MESSAGING", at=(*at, "events"))
    exported = isinstance(integration.siem_export, CreateSiemExport | ExistingSiemExport)
    if exported and services.security.monitoring.mode != "create":
        yield refusal("SIEM_EXPORT_NEEDS_OWN_LOGS", at=(*at, "siem_export"))
    gateway = integration.api_gateway
    registers = isinstance(gateway, ExistingApiGateway) and gateway.platform_api == "register"
    if registers and services.workload.mode != "create":
        yield refusal("PLATFORM_API_NEEDS_WORKLOAD", at=(*at, "api_gateway", "platform_api"))


def _of_workload(environment: Environment) -> Iterator[DomainError]:
    services = environment.services
    runs = services.workload.mode == "create"
    if environment.fhir.hosting is FhirHosting.SELF_HOSTED_NORWAY_EAST:
        if not runs:
            yield refusal("SELF_HOSTED_FHIR_NEEDS_WORKLOAD", at=("fhir", "hosting"))
        if environment.azure.location is not AzureLocation.NORWAY_EAST:
            yield refusal(
                "SELF_HOSTED_FHIR_ELSEWHERE",
                facts={"location": environment.azure.location.value},
                at=("fhir", "hosting"),
            )
    if not runs:
        return
    if services.security.secret_vault.mode == "off":
        yield refusal("WORKLOAD_NEEDS_SECRET_VAULT", at=("services", "workload"))
    try:
        subnet = addressing.carve(environment).workloads
    except DomainError:
        return  # told already
    yield from too_small(subnet)


def too_small(subnet: IPv4Network) -> Iterator[DomainError]:
    """Tell where the subnet of the platform's programs is smaller than Container Apps takes."""
    if subnet.prefixlen > _CONTAINER_SUBNET:
        yield refusal(
            "WORKLOAD_SUBNET_TOO_SMALL",
            facts={"range": str(subnet), "smallest": f"/{_CONTAINER_SUBNET}"},
            at=("services", "datacentre", "address_space"),
        )


def _of_datacentre(environment: Environment) -> Iterator[DomainError]:
    datacentre, azure = environment.services.datacentre, environment.azure
    at = ("services", "datacentre")
    if isinstance(datacentre.connection, ExpressRoute | Vpn) and not isinstance(datacentre.hub, CreateHub):
        yield refusal("CONNECTION_NEEDS_HUB", facts={"mode": datacentre.connection.mode}, at=(*at, "connection"))
    if isinstance(datacentre.hub, CreateHub) and datacentre.hub.resolver.mode == "create" and datacentre.dns_servers:
        yield refusal("RESOLVER_TWICE", at=(*at, "dns_servers"))
    if isinstance(datacentre.budget, CreateBudget) and datacentre.budget.starts.day != 1:
        yield refusal("BUDGET_START", at=(*at, "budget", "starts"))
    if azure.subscriptions.guard is not None and azure.subscriptions.guard == azure.subscription:
        yield refusal("GUARD_BESIDE_VAULT", at=("azure", "subscriptions", "guard"))


def _of_access(environment: Environment) -> Iterator[DomainError]:
    security = environment.services.security
    logged = security.audit_store.mode == "create" and security.monitoring.mode != "off"
    if environment.access.break_the_glass.mode == "create" and not logged:
        yield refusal("BREAK_THE_GLASS_NEEDS_OWN_LOGS", at=("access", "break_the_glass"))
    chosen = sorted(set(environment.access.options))
    if environment.services.security.secret_vault.mode == "off":
        if needing := [option.value for option in chosen if needs_secret_vault(option, environment)]:
            yield refusal("ACCESS_NEEDS_SECRET_VAULT", facts={"options": needing}, at=("access", "options"))
        return
    for option in chosen:
        if _CLIENT_KEY in OPTIONS[option].provisions:
            try:
                naming.client_key(option, environment)
            except DomainError as error:
                yield DomainError(error.code, error.message, facts=error.facts, hint=error.hint, at=("name",))
                return  # one name is enough to tell that the environment's own is too long


def _of_tenants(environment: Environment) -> Iterator[DomainError]:
    """Tell of what a data controller is to have in a service that the environment has not."""
    integration = environment.services.integration
    for organisation, services in sorted(environment.tenants.items()):
        asked = {
            ("systems", "messaging"): bool(services.systems) and integration.messaging.mode == "off",
            ("api", "api_gateway"): services.api.mode == "create" and integration.api_gateway.mode == "off",
        }
        for (key, service), lacking in asked.items():
            if lacking:
                yield refusal(
                    "TENANT_NEEDS_SERVICE",
                    facts={"organisation": organisation, "asked": key, "needed": service},
                    at=("tenants", organisation, key),
                )


def _of_watching(environment: Environment) -> Iterator[DomainError]:
    """Rules without the log that they read would be silent, and look like peace."""
    security = environment.services.security
    at = ("services", "security")
    if security.siem.mode == "create":
        if security.monitoring.mode != "create":
            yield refusal("SIEM_NEEDS_OWN_WORKSPACE", at=(*at, "siem"))
        if security.activity_log.mode == "off":
            yield refusal("SIEM_NEEDS_ACTIVITY_LOG", at=(*at, "activity_log"))
    if security.activity_log.mode == "create" and not _logs_go_somewhere(environment):
        yield refusal("ACTIVITY_LOG_NEEDS_WORKSPACE", at=(*at, "activity_log"))
    monitoring = security.monitoring
    if isinstance(monitoring, CreateMonitoring) and monitoring.customer_key and security.key_vault.mode == "off":
        yield refusal("LOG_KEY_NEEDS_KEY_VAULT", at=(*at, "monitoring", "customer_key"))


def _logs_go_somewhere(environment: Environment) -> bool:
    security = environment.services.security
    copied = isinstance(security.siem, ExistingSiem) and security.siem.copy_logs
    return copied or security.monitoring.mode != "off"


def _of_governance(environment: Environment) -> Iterator[DomainError]:
    policies = environment.services.governance.policies
    if not isinstance(policies, CreatePolicies):
        return
    own = f"/subscriptions/{environment.azure.subscription}/".lower()
    for index, exemption in enumerate(policies.exemptions):
        at = ("services", "governance", "policies", "exemptions", index)
        if not exemption.resource.lower().startswith(own):
            yield refusal("POLICY_EXEMPTION_OUTSIDE", facts={"policy": exemption.policy.value}, at=(*at, "resource"))
        if exemption.policy is GovernancePolicy.DIAGNOSTICS and environment.services.security.monitoring.mode == "off":
            yield refusal("POLICY_EXEMPTION_OF_NOTHING", facts={"policy": exemption.policy.value}, at=(*at, "policy"))
