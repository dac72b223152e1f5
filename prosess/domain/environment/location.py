"""Where an environment may lie."""

from enum import StrEnum


class AzureLocation(StrEnum):
    """Azure regions that may be asked for; which services each has is data of ``infra/regions.yaml``."""

    NORWAY_EAST = "norwayeast"
    NORWAY_WEST = "norwaywest"
    SWEDEN_CENTRAL = "swedencentral"


LOCATION_COUNTRY: dict[AzureLocation, str] = {
    AzureLocation.NORWAY_EAST: "NO",
    AzureLocation.NORWAY_WEST: "NO",
    AzureLocation.SWEDEN_CENTRAL: "SE",
}
