"""An environment, and the services that it may ask for: one module for each group of them."""

from prosess.domain.environment.access import (
    CreateBlocks,
    CreateBreakTheGlass,
    CreateEmergency,
    EnvironmentAccess,
    Groups,
    WorksFrom,
)
from prosess.domain.environment.datacentre import CreateDns, DatacentreServices, ExistingDns
from prosess.domain.environment.environment import (
    Azure,
    Environment,
    Residency,
    Services,
)
from prosess.domain.environment.fhir import FHIR_LOCATION, Fhir, FhirHosting
from prosess.domain.environment.integration import CreateApiGateway, CreateMessaging, IntegrationServices
from prosess.domain.environment.location import EEA, LOCATION_COUNTRY, AzureLocation
from prosess.domain.environment.modes import Existing, Off
from prosess.domain.environment.security import (
    CreateAuditStore,
    CreateKeyVault,
    CreateMonitoring,
    CreateSecretVault,
    SecurityServices,
)
from prosess.domain.environment.tenants import CreateTenantApi, TenantServices, TenantSystem

__all__ = [
    "EEA",
    "FHIR_LOCATION",
    "LOCATION_COUNTRY",
    "Azure",
    "AzureLocation",
    "CreateApiGateway",
    "CreateAuditStore",
    "CreateBlocks",
    "CreateBreakTheGlass",
    "CreateDns",
    "CreateEmergency",
    "CreateKeyVault",
    "CreateMessaging",
    "CreateMonitoring",
    "CreateSecretVault",
    "CreateTenantApi",
    "DatacentreServices",
    "Environment",
    "EnvironmentAccess",
    "Existing",
    "ExistingDns",
    "Fhir",
    "FhirHosting",
    "Groups",
    "IntegrationServices",
    "Off",
    "Residency",
    "SecurityServices",
    "Services",
    "TenantServices",
    "TenantSystem",
    "WorksFrom",
]
