"""What data protection law asks for beside the risk assessment: computed, with reasons, never decided by a tick.

GDPR article 35 (impact assessment), article 36 (prior consultation) and chapter V (transfers). Nothing here replaces
the privacy officer's advice; it tells when it must be asked for, and when it would be too late.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from prosess.contracts.assessment import Assessment, DutyReason, PrivacyDuty, Risk
from prosess.domain.access import DataClass
from prosess.domain.country import EEA
from prosess.domain.data_flow import LookupTrigger
from prosess.domain.pathway import Pathway
from ros.criteria.profile import NOT_ASSESSED, Profile
from ros.model.analysis import Analysis
from ros.model.privacy import Criterion, PrivacyStatement, Transfer

if TYPE_CHECKING:
    from prosess.domain.environment import Environment

CONSULTATION_LASTS = timedelta(weeks=14)
"""Eight weeks, and the six that the authority may add where the matter is complex (GDPR article 36(2))."""

SIGNS_NEEDED = 2
"""From two of the nine signs on, an impact assessment is to be made (WP 248 rev. 01, III.B)."""

_PRIVACY_DIMENSIONS = ("confidentiality", "data_subject")


@dataclass(frozen=True)
class Processing:
    """What is known of a processing from the manifests: the signs of high risk, and from where data is reached."""

    signs: frozenset[Criterion] = frozenset()
    stored_in: frozenset[str] = frozenset()
    reached_from: frozenset[str] = frozenset()
    declared_needed: bool = False
    """Whether the team itself says that an impact assessment is needed."""

    @classmethod
    def of(cls, pathway: Pathway) -> "Processing":
        """Read a pathway's manifest.

        Health data is sensitive and a patient is vulnerable towards who treats; measurements at home are systematic
        monitoring; exchanges between controllers combine data; a look-up that starts itself is an automated step.
        """
        signs: set[Criterion] = set()
        if pathway.data.data_class is DataClass.HEALTH:
            signs |= {"sensitive_data", "vulnerable_persons"}
        if pathway.measurements:
            signs.add("systematic_monitoring")
        if pathway.data_flows:
            signs.add("combined_data")
        if any(one.trigger is LookupTrigger.AUTOMATIC for one in pathway.integrations):
            signs.add("automated_decision")
        return cls(
            signs=frozenset(signs),
            stored_in=frozenset(pathway.data.storage_countries),
            reached_from=frozenset(pathway.data.operator_access_countries),
            declared_needed=pathway.data.dpia == "needed",
        )

    @classmethod
    def within(cls, environment: "Environment") -> "Processing":
        """Read where an environment keeps data, and from where it is operated."""
        residency = environment.residency
        return cls(
            stored_in=frozenset(residency.storage_countries),
            reached_from=frozenset(residency.operator_access_countries),
        )

    def joined(self, other: "Processing") -> "Processing":
        """Give what holds where either does."""
        return Processing(
            signs=self.signs | other.signs,
            stored_in=self.stored_in | other.stored_in,
            reached_from=self.reached_from | other.reached_from,
            declared_needed=self.declared_needed or other.declared_needed,
        )


def _reason(code: str, **facts: object) -> DutyReason:
    return DutyReason.model_validate({"code": code, "facts": facts})


def with_duties(assessment: Assessment, analysis: Analysis, profile: Profile, processing: Processing) -> Assessment:
    """Give the assessment with its duties. Levels and verdict are as they were."""
    return assessment.model_copy(update={"privacy": duties(assessment, analysis, profile, processing)})


def duties(
    assessment: Assessment, analysis: Analysis, profile: Profile, processing: Processing
) -> tuple[PrivacyDuty, ...]:
    """Compute the three duties, in the order in which they arise."""
    stated = analysis.privacy or PrivacyStatement()
    begins = stated.begins or (analysis.asked.by if analysis.asked else None)
    high = _high(assessment, profile)
    impact = _impact_assessment(stated, processing, high, assessment.as_of)
    return (
        impact,
        _prior_consultation(stated, impact, high, profile, begins, assessment.as_of),
        _transfers(stated, processing, begins, assessment.as_of),
    )


def _high(assessment: Assessment, profile: Profile) -> tuple[Risk, ...]:
    """Give the risks whose level for the persons concerned is above the limit, by what is proven now.

    A risk that was not assessed counts: nobody has shown that it is low.
    """

    def above(risk: Risk) -> bool:
        if risk.current.level == NOT_ASSESSED:
            return True
        return any(
            (level := profile.cell(risk.current.likelihood, dimension, risk.current.consequence.get(dimension, 0)))
            is not None
            and profile.above_limit(level)
            for dimension in _PRIVACY_DIMENSIONS
        )

    return tuple(risk for risk in assessment.risks if above(risk))


def _impact_assessment(
    stated: PrivacyStatement, processing: Processing, high: tuple[Risk, ...], as_of: date
) -> PrivacyDuty:
    reasons: list[DutyReason] = []
    signs = sorted(processing.signs | set(stated.criteria))
    large_health = {"sensitive_data", "large_scale"} <= set(signs)
    if large_health:
        reasons.append(_reason("dpia_large_scale_health"))
    if len(signs) >= SIGNS_NEEDED:
        reasons.append(_reason("dpia_signs", count=len(signs), signs=signs))
    if high:
        reasons.append(_reason("dpia_high_risk", risks=[risk.id for risk in high]))
    if processing.declared_needed:
        reasons.append(_reason("dpia_team_says"))
    if not reasons:
        reasons.append(_reason("dpia_few_signs", count=len(signs), signs=signs))
        return PrivacyDuty(duty="dpia", state="not_needed" if signs else "undecided", because=tuple(reasons))
    if stated.dpia and stated.dpia.on <= as_of:
        reasons.append(_reason("dpia_made", on=stated.dpia.on.isoformat(), reference=stated.dpia.reference))
        return PrivacyDuty(duty="dpia", state="done", because=tuple(reasons))
    return PrivacyDuty(duty="dpia", state="needed", because=tuple(reasons))


def _prior_consultation(
    stated: PrivacyStatement,
    impact: PrivacyDuty,
    high: tuple[Risk, ...],
    profile: Profile,
    begins: date | None,
    as_of: date,
) -> PrivacyDuty:
    """Ask the authority where the impact assessment leaves a high risk; measures that are only planned do not count."""
    reasons: list[DutyReason] = []
    by = begins - CONSULTATION_LASTS if begins else None
    if impact.state == "not_needed":
        reasons.append(_reason("consultation_no_dpia"))
        return PrivacyDuty(duty="prior_consultation", state="not_needed", because=tuple(reasons))
    if impact.state == "undecided":
        reasons.append(_reason("consultation_dpia_undecided"))
        return PrivacyDuty(duty="prior_consultation", state="undecided", because=tuple(reasons))
    if not high:
        reasons.append(_reason("consultation_no_high_risk", limit=profile.limit))
        return PrivacyDuty(duty="prior_consultation", state="not_needed", because=tuple(reasons))
    reasons.append(_reason("consultation_high_risk", risks=[risk.id for risk in high]))
    avoided = [risk.id for risk in high if _lowered_by_plan(risk, profile)]
    if avoided:
        reasons.append(_reason("consultation_plan_lowers", risks=avoided))
    if stated.prior_consultation and stated.prior_consultation.on <= as_of:
        asked = stated.prior_consultation
        reasons.append(_reason("consultation_asked", on=asked.on.isoformat(), reference=asked.reference))
        return PrivacyDuty(duty="prior_consultation", state="done", because=tuple(reasons))
    if by:
        reasons.append(
            _reason(
                "consultation_too_late" if by < as_of else "consultation_lead_time",
                by=by.isoformat(),
                weeks=CONSULTATION_LASTS.days // 7,
            )
        )
    return PrivacyDuty(duty="prior_consultation", state="needed", because=tuple(reasons), by=by)


def _lowered_by_plan(risk: Risk, profile: Profile) -> bool:
    return risk.target.level in profile.ranks and not profile.above_limit(risk.target.level)


def _transfers(stated: PrivacyStatement, processing: Processing, begins: date | None, as_of: date) -> PrivacyDuty:
    """Remote access from a third country is a transfer, as storage there is."""
    reasons: list[DutyReason] = []
    known = {one.country: one for one in stated.transfers}
    third = sorted((processing.stored_in | processing.reached_from | set(known)) - EEA)
    if not third:
        if not processing.stored_in and not processing.reached_from:
            return PrivacyDuty(duty="transfer_assessment", state="undecided", because=(_reason("transfer_unknown"),))
        return PrivacyDuty(duty="transfer_assessment", state="not_needed", because=(_reason("transfer_none"),))
    missing = [country for country in third if not _assessed(known.get(country), as_of)]
    for country in third:
        way = "stored" if country in processing.stored_in else "reached"
        reasons.append(_reason(f"transfer_{way}", country=country))
    for country in third:
        if (one := known.get(country)) is None:
            reasons.append(_reason("transfer_without_ground", country=country))
        elif one.assessed is None or country in missing:
            reasons.append(_reason("transfer_not_assessed", country=country, ground=one.ground))
        else:
            reasons.append(
                _reason("transfer_assessed", country=country, ground=one.ground, on=one.assessed.on.isoformat())
            )
    return PrivacyDuty(
        duty="transfer_assessment",
        state="needed" if missing else "done",
        because=tuple(reasons),
        by=begins if missing else None,
    )


def _assessed(transfer: Transfer | None, as_of: date) -> bool:
    return transfer is not None and transfer.assessed is not None and transfer.assessed.on <= as_of
