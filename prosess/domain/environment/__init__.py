"""An environment, and the services that it may ask for: one module for each group of them."""

from prosess.domain.environment.datacentre import CreateDns, DatacentreServices, ExistingDns
from prosess.domain.environment.environment import (
    Azure,
    Environment,
    EnvironmentAccess,
    Groups,
    Residency,
    Services,
)
from prosess.domain.environment.fhir import FHIR_LOCATION, Fhir, FhirHosting
from prosess.domain.environment.integration import (
    CreateApiGateway,
    CreateEvents,
    CreateMessaging,
    CreateSiemExport,
    ExistingApiGateway,
    ExistingEvents,
    ExistingMessaging,
    ExistingSiemExport,
    IntegrationServices,
)
from prosess.domain.environment.location import LOCATION_COUNTRY, AzureLocation
from prosess.domain.environment.modes import Existing, Off
from prosess.domain.environment.security import (
    CreateAuditStore,
    CreateKeyVault,
    CreateMonitoring,
    CreateSecretVault,
    SecurityServices,
)
from prosess.domain.environment.workload import CreateWorkload, DatabaseServer, registry_host

__all__ = [
    "FHIR_LOCATION",
    "LOCATION_COUNTRY",
    "Azure",
    "AzureLocation",
    "CreateApiGateway",
    "CreateAuditStore",
    "CreateDns",
    "CreateEvents",
    "CreateKeyVault",
    "CreateMessaging",
    "CreateMonitoring",
    "CreateSecretVault",
    "CreateSiemExport",
    "CreateWorkload",
    "DatabaseServer",
    "DatacentreServices",
    "Environment",
    "EnvironmentAccess",
    "Existing",
    "ExistingApiGateway",
    "ExistingDns",
    "ExistingEvents",
    "ExistingMessaging",
    "ExistingSiemExport",
    "Fhir",
    "FhirHosting",
    "Groups",
    "IntegrationServices",
    "Off",
    "Residency",
    "SecurityServices",
    "Services",
    "registry_host",
]
