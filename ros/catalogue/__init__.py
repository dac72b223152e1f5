"""The starter scenarios, the controls that rules or people can answer for, and what controls refer to, as data."""

from ros.catalogue.applies import applying, pathway_facts
from ros.catalogue.catalogue import Condition, PathwayFact, Scenario, catalogue_controls, scenarios
from ros.catalogue.references import Entry, ReferenceCatalogue, reference, reference_catalogues

__all__ = [
    "Condition",
    "Entry",
    "PathwayFact",
    "ReferenceCatalogue",
    "Scenario",
    "applying",
    "catalogue_controls",
    "pathway_facts",
    "reference",
    "reference_catalogues",
    "scenarios",
]
