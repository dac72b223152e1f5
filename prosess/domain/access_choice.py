"""A choice of access options: which go together, what excuses one that does not, and until when."""

from collections.abc import Iterable
from datetime import date

from prosess.domain.access import OPTIONS, AccessOption, DataClass, Overlay, Stage
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Code, Text
from prosess.domain.organisation import OrganisationKind

_OTHER_CONTROLLERS = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.GP_PRACTICE})


class AccessException(Model):
    """A reasoned, expiring exception from a compatibility rule that allows one."""

    rule: Code
    """Code of the rule, such as ``PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN``."""
    reason: Text
    owner: Text
    """A role, never a person."""
    expires: date
    """The last day, inclusive, in Europe/Oslo."""


class Incompatibility(Model):
    """A compatibility rule that a choice of options breaks."""

    code: str
    message: str
    hint: str
    excusable: bool = False
    """Whether a reasoned, expiring exception may be made."""


def incompatibilities(
    options: Iterable[AccessOption],
    overlays: Iterable[Overlay],
    *,
    participants: Iterable[OrganisationKind],
    stage: Stage,
    data_class: DataClass,
    patient_facing: bool = False,
    access_log_stream: bool = True,
) -> tuple[Incompatibility, ...]:
    """Tell which compatibility rules a choice of options breaks, sorted by code.

    Args:
        options: the chosen options.
        overlays: the chosen overlays.
        participants: kinds of the organisations that an environment admits, or that a pathway has.
        stage: what the environment is for.
        data_class: the most sensitive data that is processed.
        patient_facing: whether patients or next of kin log in.
        access_log_stream: whether clinical access has a log stream of its own.
    """
    chosen, on_top, kinds = frozenset(options), frozenset(overlays), frozenset(participants)
    found: list[Incompatibility] = []

    def breaks(code: str, message: str, hint: str, *, excusable: bool = False) -> None:
        found.append(Incompatibility(code=code, message=message, hint=hint, excusable=excusable))

    if not chosen:
        breaks("NO_ACCESS_OPTION", "no access option is chosen", "choose at least one of AC1–AC6")
    if kinds & _OTHER_CONTROLLERS and not chosen & {AccessOption.HELSEID_ATTESTED, AccessOption.EPJ_DELEGATED}:
        names = ", ".join(sorted(kinds & _OTHER_CONTROLLERS))
        breaks(
            "OTHER_CONTROLLERS_NEED_ATTESTATION",
            f"participants of kind {names} cannot be let in by the chosen options",
            "add `helseid_attested`, or `epj_delegated` from their own record system",
        )
    if patient_facing and AccessOption.CITIZEN_IDPORTEN not in chosen:
        breaks(
            "PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN",
            "patients log in, but no option authenticates citizens",
            "add `citizen_idporten`, or a reasoned exception for a supplier's device-bound log-in",
            excusable=True,
        )
    if chosen == {AccessOption.ENTRA_GROUPS} and data_class is DataClass.HEALTH and stage is Stage.PROD:
        breaks(
            "GROUPS_ALONE_FOR_HEALTH_DATA",
            "groups alone give no patient-level need, which health data in prod asks for",
            "add an option that decides per patient, such as `epj_delegated` or `task_relation`",
        )
    if AccessOption.TASK_RELATION in chosen and not any(
        OPTIONS[option].authenticates and not OPTIONS[option].patient_facing for option in chosen
    ):
        breaks(
            "TASK_RELATION_NEEDS_AUTHENTICATION",
            "`task_relation` decides on a relation, but nothing authenticates the clinician",
            "add one of `entra_groups`, `regional_iam`, `helseid_attested`, `epj_delegated`",
        )
    if Overlay.BREAK_THE_GLASS in on_top:
        if not chosen & {AccessOption.REGIONAL_IAM, AccessOption.HELSEID_ATTESTED, AccessOption.EPJ_DELEGATED}:
            breaks(
                "BREAK_THE_GLASS_NEEDS_CLINICAL_OPTION",
                "`break_the_glass` overrides an option that decides clinical access, and none is chosen",
                "add one of `regional_iam`, `helseid_attested`, `epj_delegated`",
            )
        if not access_log_stream:
            breaks(
                "BREAK_THE_GLASS_NEEDS_ACCESS_LOG",
                "`break_the_glass` is reviewed afterwards, and there is no clinical access log to review",
                "turn the access log stream on",
            )
    if stage is Stage.PROD and Overlay.BLOCKS not in on_top:
        breaks(
            "BLOCKS_CANNOT_BE_OFF_IN_PROD",
            "a patient's block must be honoured in prod",
            "add the overlay `blocks`",
        )
    return tuple(sorted(found, key=lambda one: one.code))


class AccessChoice(Model):
    """The options of an environment or a pathway."""

    options: tuple[AccessOption, ...]
    overlays: tuple[Overlay, ...] = ()
    exceptions: tuple[AccessException, ...] = ()

    def refused(self, found: Iterable[Incompatibility], *, as_of: date | None) -> tuple[Incompatibility, ...]:
        """Give the incompatibilities that no exception in force excuses.

        Without ``as_of`` a declared exception counts, whatever its last day: a file is valid on any day, and what
        depends on the day is judged by a gate.
        """
        excused = {one.rule for one in self.exceptions if as_of is None or as_of <= one.expires}
        return tuple(one for one in found if not (one.excusable and one.code in excused))


def refuse_incompatible(found: tuple[Incompatibility, ...]) -> None:
    """Raise the first incompatibility, with the others named in its facts.

    Raises:
        DomainError: where there is one.
    """
    if found:
        raise DomainError(
            f"ACCESS_{found[0].code}",
            "; ".join(one.message for one in found),
            facts={"codes": [one.code for one in found]},
            hint="; ".join(one.hint for one in found),
            at=("access", "options"),
        )
