"""Access options, one class each."""

from infra.components.access.citizen_idporten import CitizenIdporten
from infra.components.access.entra_groups import EntraGroups
from infra.components.access.epj_delegated import EpjDelegated
from infra.components.access.helseid_attested import HelseIdAttested
from infra.components.access.option import AccessDesign, Surroundings
from infra.components.access.regional_iam import RegionalIam
from infra.components.access.task_relation import RelationStoreSettings, TaskRelation
from prosess.domain.access import AccessOption

DESIGNS: dict[AccessOption, type[AccessDesign]] = {
    design.OPTION: design for design in (EntraGroups, RegionalIam, HelseIdAttested, EpjDelegated, CitizenIdporten)
}
"""The options that authenticate somebody. ``task_relation`` leans on one of them, and is a store."""

__all__ = [
    "DESIGNS",
    "AccessDesign",
    "CitizenIdporten",
    "EntraGroups",
    "EpjDelegated",
    "HelseIdAttested",
    "RegionalIam",
    "RelationStoreSettings",
    "Surroundings",
    "TaskRelation",
]
