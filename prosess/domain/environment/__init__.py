"""An environment, and the services that it may ask for: one module for each group of them."""

from prosess.domain.environment.datacentre import CreateDns, DatacentreServices, ExistingDns, PolicyDns
from prosess.domain.environment.environment import (
    Azure,
    Environment,
    EnvironmentAccess,
    Groups,
    Residency,
    Services,
    Subscriptions,
)
from prosess.domain.environment.fhir import FHIR_LOCATION, Fhir, FhirHosting
from prosess.domain.environment.hub import (
    CreateHub,
    CreateResolver,
    ExistingConnection,
    ExistingHub,
    ExpressRoute,
    Forwarding,
    Vpn,
    VpnSite,
)
from prosess.domain.environment.integration import CreateApiGateway, CreateMessaging, IntegrationServices
from prosess.domain.environment.location import LOCATION_COUNTRY, AzureLocation
from prosess.domain.environment.modes import NOT_ASKED, Existing, Off
from prosess.domain.environment.operations import CreateBackup, CreateBudget, CreateFlowLogs, CreateRegistry
from prosess.domain.environment.security import (
    CreateAuditStore,
    CreateKeyVault,
    CreateMonitoring,
    CreateSecretVault,
    SecurityServices,
)

__all__ = [
    "FHIR_LOCATION",
    "LOCATION_COUNTRY",
    "NOT_ASKED",
    "Azure",
    "AzureLocation",
    "CreateApiGateway",
    "CreateAuditStore",
    "CreateBackup",
    "CreateBudget",
    "CreateDns",
    "CreateFlowLogs",
    "CreateHub",
    "CreateKeyVault",
    "CreateMessaging",
    "CreateMonitoring",
    "CreateRegistry",
    "CreateResolver",
    "CreateSecretVault",
    "DatacentreServices",
    "Environment",
    "EnvironmentAccess",
    "Existing",
    "ExistingConnection",
    "ExistingDns",
    "ExistingHub",
    "ExpressRoute",
    "Fhir",
    "FhirHosting",
    "Forwarding",
    "Groups",
    "IntegrationServices",
    "Off",
    "PolicyDns",
    "Residency",
    "SecurityServices",
    "Services",
    "Subscriptions",
    "Vpn",
    "VpnSite",
]
