"""The starter scenarios, and the controls that rules or people can answer for, as data."""

from ros.catalogue.catalogue import Scenario, catalogue_controls, scenarios

__all__ = ["Scenario", "catalogue_controls", "scenarios"]
