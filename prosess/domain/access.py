"""Access options AC1–AC6 and their overlays: what each needs, provisions and leaves standing.

The options answer the question that cost the real project its design weeks: who is let in, on whose word, and on
which ground. Three things are never mixed: *break-the-glass* (purpose BTG, overrides normal access),
*self-authorisation* (within normal access, on a ground that the user selects) and the *emergency account*
(administrators').
"""

from enum import StrEnum

from prosess.domain.base import Model
from prosess.domain.standing_access import GivenRole, Holder, Place, StandingAccess


class AccessOption(StrEnum):
    """An alternative for access control."""

    ENTRA_GROUPS = "entra_groups"
    REGIONAL_IAM = "regional_iam"
    HELSEID_ATTESTED = "helseid_attested"
    EPJ_DELEGATED = "epj_delegated"
    TASK_RELATION = "task_relation"
    CITIZEN_IDPORTEN = "citizen_idporten"


class Overlay(StrEnum):
    """What lies on top of any option."""

    BREAK_THE_GLASS = "break_the_glass"
    BLOCKS = "blocks"


class Stage(StrEnum):
    """What an environment is for."""

    SANDBOX = "sandbox"
    DEV = "dev"
    TEST = "test"
    QA = "qa"
    PROD = "prod"


class DataClass(StrEnum):
    """The most sensitive data that is processed."""

    NONE = "none"
    INTERNAL = "internal"
    PERSONAL = "personal"
    HEALTH = "health"


class PurposeOfUse(StrEnum):
    """Purpose codes of the national trust framework (OID 2.16.840.1.113883.1.11.20448).

    ETREAT follows the normal rules; only BTG overrides them.
    """

    TREAT = "TREAT"
    ETREAT = "ETREAT"
    COC = "COC"
    BTG = "BTG"


class Need(Model):
    """Something that an option needs before it can be used, and who gives it."""

    code: str
    """Key of the text in nb, nn and en."""
    given_by: str
    """Kind of party that gives it, such as ``national_service`` or ``data_controller``."""
    lead_time_days: int
    """Usual calendar days from request to answer: a planning assumption of ours, for the region to replace."""


class DesignProfile(Model):
    """What is known of an access option, an overlay or the emergency account, before anything is planned."""

    code: str
    """Short id: ``AC1`` … ``AC6``, ``BTG``, ``BLOCKS``, ``EMERGENCY``."""
    needs: tuple[Need, ...]
    provisions: tuple[str, ...]
    """What the platform sets up for it."""
    standing_access: tuple[StandingAccess, ...]
    """The access that stays when nobody uses it, that of programs too. No entry of people: each access is decided at
    the time."""


class OptionProfile(DesignProfile):
    """What is known of an option; used by infrastructure, comparison and gates alike."""

    authenticates: bool
    """Whether it establishes who the user is, or leans on another option for that."""
    patient_facing: bool
    combines_with: frozenset[AccessOption]


_ALL = frozenset(AccessOption)


def _groups(why: str) -> tuple[StandingAccess, ...]:
    """Give what the directory's groups hold to run and to review the platform; none of it opens content of others."""
    return tuple(
        StandingAccess(holder=holder, role=role, place=place, why=why)
        for holder, role, place in (
            (Holder.PLATFORM_OPERATORS, GivenRole.READER, Place.RESOURCE_GROUP),
            (Holder.SECURITY_READERS, GivenRole.KEY_VAULT_READER, Place.VAULT),
            (Holder.AUDIT_READERS, GivenRole.BLOB_READER, Place.AUDIT_CONTAINER),
            (Holder.SECURITY_READERS, GivenRole.LOG_ANALYTICS_READER, Place.LOG_WORKSPACE),
            (Holder.PLATFORM_OPERATORS, GivenRole.MONITORING_READER, Place.LOG_WORKSPACE),
        )
    )


_SIGNS = StandingAccess(
    holder=Holder.CLIENT_PROGRAM, role=GivenRole.CRYPTO_USER, place=Place.CLIENT_KEY, why="signs_as_client"
)
_ENCRYPTS = StandingAccess(
    holder=Holder.ENCRYPTION_PROGRAM,
    role=GivenRole.CRYPTO_ENCRYPTION_USER,
    place=Place.STORE_KEY,
    why="encrypts_store",
)


def _kept_by_api(place: Place, why: str) -> StandingAccess:
    return StandingAccess(holder=Holder.API_PROGRAM, role=GivenRole.BLOB_CONTRIBUTOR, place=place, why=why)


OPTIONS: dict[AccessOption, OptionProfile] = {
    AccessOption.ENTRA_GROUPS: OptionProfile(
        code="AC1",
        authenticates=True,
        patient_facing=False,
        needs=(Need(code="entra_group_ids", given_by="ict_provider", lead_time_days=5),),
        provisions=("role_assignments_to_groups",),
        standing_access=_groups("group_membership"),
        combines_with=_ALL,
    ),
    AccessOption.REGIONAL_IAM: OptionProfile(
        code="AC2",
        authenticates=True,
        patient_facing=False,
        needs=(
            Need(code="role_templates", given_by="ict_provider", lead_time_days=30),
            Need(code="authorisation_register_feed", given_by="data_controller", lead_time_days=20),
        ),
        provisions=("role_assignments_to_groups", "role_template_mapping"),
        standing_access=_groups("role_template_in_period"),
        combines_with=_ALL,
    ),
    AccessOption.HELSEID_ATTESTED: OptionProfile(
        code="AC3",
        authenticates=True,
        patient_facing=False,
        needs=(
            Need(code="helsenett_membership_and_terms", given_by="participant", lead_time_days=20),
            Need(code="helseid_client_production_approval", given_by="national_service", lead_time_days=30),
            Need(code="altinn_delegation", given_by="participant", lead_time_days=10),
        ),
        provisions=("gateway_token_validation", "client_key_in_vault", "workload_identity"),
        standing_access=(_SIGNS,),
        combines_with=_ALL,
    ),
    AccessOption.EPJ_DELEGATED: OptionProfile(
        code="AC4",
        authenticates=True,
        patient_facing=False,
        needs=(
            Need(code="epj_launch_configuration", given_by="data_controller", lead_time_days=40),
            Need(code="epj_release_window", given_by="supplier", lead_time_days=60),
        ),
        provisions=("gateway_token_validation", "workload_identity"),
        standing_access=(),
        combines_with=_ALL,
    ),
    AccessOption.TASK_RELATION: OptionProfile(
        code="AC5",
        authenticates=False,
        patient_facing=False,
        needs=(Need(code="task_expiry_rule", given_by="data_controller", lead_time_days=10),),
        provisions=("relation_store",),
        standing_access=(_ENCRYPTS, _kept_by_api(Place.RELATION_CONTAINER, "keeps_relations")),
        combines_with=_ALL - {AccessOption.CITIZEN_IDPORTEN},
    ),
    AccessOption.CITIZEN_IDPORTEN: OptionProfile(
        code="AC6",
        authenticates=True,
        patient_facing=True,
        needs=(Need(code="idporten_client", given_by="national_service", lead_time_days=15),),
        provisions=("gateway_token_validation", "client_key_in_vault", "workload_identity"),
        standing_access=(_SIGNS,),
        combines_with=_ALL - {AccessOption.TASK_RELATION},
    ),
}

OVERLAYS: dict[Overlay, DesignProfile] = {
    Overlay.BREAK_THE_GLASS: DesignProfile(
        code="BTG",
        needs=(
            Need(code="break_the_glass_reviewers", given_by="data_controller", lead_time_days=10),
            Need(code="break_the_glass_rules", given_by="data_controller", lead_time_days=20),
        ),
        provisions=("break_the_glass_log_per_controller", "alert_on_use"),
        standing_access=(
            _kept_by_api(Place.BREAK_THE_GLASS_LOG, "writes_break_the_glass"),
            StandingAccess(
                holder=Holder.CONTROLLER_REVIEWERS,
                role=GivenRole.BLOB_READER,
                place=Place.BREAK_THE_GLASS_LOG,
                why="reviews_break_the_glass",
            ),
        ),
    ),
    Overlay.BLOCKS: DesignProfile(
        code="BLOCKS",
        needs=(Need(code="block_rules", given_by="data_controller", lead_time_days=20),),
        provisions=("block_register_per_controller",),
        standing_access=(_ENCRYPTS, _kept_by_api(Place.BLOCK_CONTAINER, "keeps_blocks")),
    ),
}

EMERGENCY = DesignProfile(
    code="EMERGENCY",
    needs=(
        Need(code="emergency_groups", given_by="ict_provider", lead_time_days=10),
        Need(code="activation_policy", given_by="ict_provider", lead_time_days=5),
    ),
    provisions=("eligible_role", "activation_rules", "alert_on_activation"),
    standing_access=(
        StandingAccess(
            holder=Holder.EMERGENCY_GROUP,
            role=GivenRole.CONTRIBUTOR,
            place=Place.SUBSCRIPTION,
            why="repairs_in_emergency",
            time_boxed=True,
        ),
        StandingAccess(
            holder=Holder.EMERGENCY_REVIEWERS,
            role=GivenRole.LOG_ANALYTICS_READER,
            place=Place.LOG_WORKSPACE,
            why="reviews_emergency",
        ),
    ),
)
"""The administrators' emergency account. It opens no patient's data: that is break-the-glass, and the clinicians'."""
