"""Moving an assessment to other criteria, by a table that somebody wrote: nothing is clamped, every change is shown."""

from ros.migration.moving import FacetChange, Moved, RiskMoved, Standing, move
from ros.migration.table import Migration, read_migration, skeleton
from ros.migration.writing import edited, folders, spoken_of

__all__ = [
    "FacetChange",
    "Migration",
    "Moved",
    "RiskMoved",
    "Standing",
    "edited",
    "folders",
    "move",
    "read_migration",
    "skeleton",
    "spoken_of",
]
