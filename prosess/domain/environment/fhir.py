"""Whether an environment has a FHIR service, and in which country: a decision of its own."""

from enum import StrEnum

from prosess.domain.base import Model
from prosess.domain.environment.location import AzureLocation
from prosess.domain.identifiers import Text


class FhirHosting(StrEnum):
    """Where a FHIR service runs: a decision about residency, with a risk of its own."""

    NONE = "none"
    SWEDEN_CENTRAL = "sweden_central"
    NORWAY_EAST = "norway_east"
    """May be asked for; whether the region has the service is data of ``infra/regions.yaml``."""


FHIR_LOCATION: dict[FhirHosting, AzureLocation] = {
    FhirHosting.SWEDEN_CENTRAL: AzureLocation.SWEDEN_CENTRAL,
    FhirHosting.NORWAY_EAST: AzureLocation.NORWAY_EAST,
}


class Fhir(Model):
    """Whether the environment has a FHIR service, and where."""

    hosting: FhirHosting = FhirHosting.NONE
    reason: Text | None = None
    """Why data may lie outside Norway; asked for where it would."""
