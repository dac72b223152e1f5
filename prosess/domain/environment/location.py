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

EEA = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS"),
        *("IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)
"""Member states of the European Economic Area; all others are third countries (GDPR chapter V). A decision that one
protects data well enough is a ground for a transfer there, and does not make it a member."""
