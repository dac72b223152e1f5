"""Whether an environment has a FHIR service, and in which country: a decision of its own."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from prosess.domain.base import Model
from prosess.domain.environment.location import AzureLocation
from prosess.domain.environment.workload import DatabaseServer, Image
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Text


class FhirHosting(StrEnum):
    """Where a FHIR service runs: a decision about residency, with a risk of its own."""

    NONE = "none"
    SWEDEN_CENTRAL = "sweden_central"
    NORWAY_EAST = "norway_east"
    """May be asked for; whether the region has the service is data of ``infra/regions.yaml``."""
    SELF_HOSTED_NORWAY_EAST = "self_hosted_norway_east"
    """A server of the region's own choice, run where the platform itself runs: data stays, and so does the work."""


FHIR_LOCATION: dict[FhirHosting, AzureLocation] = {
    FhirHosting.SWEDEN_CENTRAL: AzureLocation.SWEDEN_CENTRAL,
    FhirHosting.NORWAY_EAST: AzureLocation.NORWAY_EAST,
}
"""Where Azure's own FHIR service is asked for."""


class Fhir(Model):
    """Whether the environment has a FHIR service, and where."""

    hosting: FhirHosting = FhirHosting.NONE
    reason: Text | None = None
    """Why data may lie outside Norway; asked for where it would."""
    image: Image | None = None
    """The server that the region hosts itself, by digest; it signs in to its database by its identity."""
    database: DatabaseServer | None = None
    """The database server that each data controller gets for it."""

    @model_validator(mode="after")
    def _self_hosted_is_whole(self) -> Self:
        if self.hosting is FhirHosting.SELF_HOSTED_NORWAY_EAST and not (self.image and self.database):
            raise DomainError(
                "FHIR_SELF_HOSTED_INCOMPLETE",
                "a FHIR server that the region hosts itself needs `image` and `database`",
                hint="give `fhir.image` by digest and `fhir.database`, or choose another `fhir.hosting`",
                at=("hosting",),
            )
        return self
