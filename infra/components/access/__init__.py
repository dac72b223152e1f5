"""Access options, overlays and the emergency account, one class each."""

from infra.components.access.blocks import BlockRegister, BlockRegisterSettings
from infra.components.access.break_the_glass import BreakTheGlass
from infra.components.access.citizen_idporten import CitizenIdporten
from infra.components.access.design import AccessDesign, Surroundings
from infra.components.access.emergency import EmergencyAccount, EmergencySettings
from infra.components.access.entra_groups import EntraGroups
from infra.components.access.epj_delegated import EpjDelegated
from infra.components.access.helseid_attested import HelseIdAttested
from infra.components.access.option import AuthenticatingOption
from infra.components.access.regional_iam import RegionalIam
from infra.components.access.task_relation import RelationStoreSettings, TaskRelation
from prosess.domain.access import AccessOption

DESIGNS: dict[AccessOption, type[AuthenticatingOption]] = {
    design.OPTION: design for design in (EntraGroups, RegionalIam, HelseIdAttested, EpjDelegated, CitizenIdporten)
}
"""The options that authenticate somebody. ``task_relation`` leans on one of them, and is a store."""

__all__ = [
    "DESIGNS",
    "AccessDesign",
    "AuthenticatingOption",
    "BlockRegister",
    "BlockRegisterSettings",
    "BreakTheGlass",
    "CitizenIdporten",
    "EmergencyAccount",
    "EmergencySettings",
    "EntraGroups",
    "EpjDelegated",
    "HelseIdAttested",
    "RegionalIam",
    "RelationStoreSettings",
    "Surroundings",
    "TaskRelation",
]
