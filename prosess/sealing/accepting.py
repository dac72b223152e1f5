"""Who may accept what, for how long: one decision, asked by the command line and by the service alike (law 6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from prosess.contracts.acceptance import AcceptanceRevocation, AcceptanceStatement, AcceptedState
from prosess.contracts.assessment import Assessment, LevelAuthority, Risk
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.role import NEVER, Role
from prosess.sealing.naming import id_of_content


class AcceptanceError(DomainError):
    """A risk may not be accepted in this way, by this person or until this day."""


@dataclass(frozen=True)
class Approver:
    """A person as a verified token tells it."""

    subject: str
    """Opaque; two tokens with one subject are one person."""
    organisation: str
    roles: Collection[Role]


def acceptance_of(
    assessment: Assessment,
    risks: Iterable[str],
    approver: Approver,
    *,
    until: date | None,
    today: date,
    because: str,
    authors: Collection[str] = (),
    reviewers: Collection[str] = (),
    supersedes: Iterable[str] = (),
) -> AcceptanceStatement:
    """Give the statement by which a person accepts some risks for the own organisation.

    Args:
        assessment: what lies before the person.
        risks: ids of the risks.
        approver: the person, from a token that was verified.
        until: the last day, inclusive, in Europe/Oslo.
        today: the day of the decision.
        because: justification and conditions.
        authors: subjects of those who wrote the assessment.
        reviewers: subjects of those who reviewed it.
        supersedes: ids of earlier acceptances that this one takes the place of.

    Raises:
        AcceptanceError: where the person, the day or a risk does not allow it.
    """
    found = [_risk(assessment, id_) for id_ in sorted(set(risks))]
    if not found:
        raise AcceptanceError("ACCEPTANCE_OF_NOTHING", "names no risk", hint="name at least one risk")
    _refuse_other_hat(approver, authors, reviewers)
    levels = [_level(assessment, risk) for risk in found]
    for risk in found:
        _refuse_other_organisation(risk, approver.organisation)
    role = _role(approver, found, levels)
    if not because.strip():
        raise AcceptanceError("ACCEPTANCE_WITHOUT_REASON", "gives no reason", hint="say why the risk may stand")
    refuse_person_identifier(because)
    day = _until(until, today, found, levels)
    statement = AcceptanceStatement(
        id="acc",
        analysis=assessment.id,
        assessment=assessment.digest,
        scope=assessment.scope,
        criteria=assessment.criteria,
        criteria_digest=assessment.criteria_digest,
        data_controller=approver.organisation,
        subject=approver.subject,
        role=role,
        decided=today,
        until=day,
        because=because,
        supersedes=tuple(sorted(set(supersedes))),
        risks=tuple(
            AcceptedState(
                id=risk.id,
                level=risk.current.level,
                material=risk.material,
                controls={one.control: one.state for one in risk.derivation.controls},
            )
            for risk in found
        ),
    )
    return statement.model_copy(update={"id": content_id(statement)})


def revocation_of(
    acceptance: AcceptanceStatement, approver: Approver, *, today: date, reason: str
) -> AcceptanceRevocation:
    """Give the statement by which an acceptance is taken back, by the own organisation's same role.

    Raises:
        AcceptanceError: where it is another organisation's, or the person does not have the role that accepted.
    """
    if approver.organisation != acceptance.data_controller or acceptance.role not in approver.roles:
        raise AcceptanceError(
            "ACCEPTANCE_NOT_YOURS",
            f"only a {acceptance.role.value} of {acceptance.data_controller} may take it back",
            facts={"role": acceptance.role.value, "organisation": acceptance.data_controller},
            hint="ask whoever has that role there",
        )
    if not reason.strip():
        raise AcceptanceError("ACCEPTANCE_WITHOUT_REASON", "gives no reason", hint="say why it no longer stands")
    refuse_person_identifier(reason)
    return AcceptanceRevocation(
        acceptance=acceptance.id,
        subject=approver.subject,
        role=acceptance.role,
        organisation=approver.organisation,
        decided=today,
        reason=reason,
    )


def may_accept(role: Role, level: LevelAuthority) -> bool:
    """Tell whether a role may accept a risk at a level; what a role may never do, no profile gives it."""
    return role in level.accepted_by and "ros:accept" not in NEVER[role]


def _risk(assessment: Assessment, id_: str) -> Risk:
    risk = next((one for one in assessment.risks if one.id == id_), None)
    if risk is None:
        known = [one.id for one in assessment.risks]
        refuse_person_identifier(id_)
        raise AcceptanceError(
            "ROS_RISK_UNKNOWN",
            f"the assessment has no {id_}",
            facts={"risk": id_, "risks": known},
            hint=f"choose one of {', '.join(known)}",
        )
    return risk


def _level(assessment: Assessment, risk: Risk) -> LevelAuthority:
    level = next((one for one in assessment.levels if one.id == risk.current.level), None)
    if level is None:
        raise AcceptanceError(
            "ACCEPTANCE_NOT_ASSESSED",
            f"{risk.id} has no level, so nobody knows what would be accepted",
            facts={"risk": risk.id},
            hint=f"see why with `prosess ros explain ROS {risk.id}`, and have it assessed first",
        )
    return level


def _refuse_other_hat(approver: Approver, authors: Collection[str], reviewers: Collection[str]) -> None:
    if approver.subject in authors:
        raise AcceptanceError(
            "ACCEPTANCE_BY_AUTHOR",
            "the author of an assessment never accepts its risks, whatever token is brought",
            hint="ask another risk owner of the data controller",
        )
    if approver.subject in reviewers:
        raise AcceptanceError(
            "ACCEPTANCE_BY_REVIEWER",
            "the reviewer of an assessment never accepts its risks, whatever token is brought",
            hint="ask a risk owner of the data controller",
        )


def _refuse_other_organisation(risk: Risk, organisation: str) -> None:
    if organisation not in risk.data_controllers:
        raise AcceptanceError(
            "ACCEPTANCE_OTHER_CONTROLLER",
            f"{organisation} is not a data controller of {risk.id}",
            facts={"organisation": organisation, "risk": risk.id, "controllers": list(risk.data_controllers)},
            hint=f"each data controller accepts its own: {', '.join(risk.data_controllers)}",
        )


def _role(approver: Approver, risks: list[Risk], levels: list[LevelAuthority]) -> Role:
    for risk, level in zip(risks, levels, strict=True):
        refuse_without_mandate(risk.id, level, approver.roles)
    fitting = sorted(role for role in approver.roles if all(may_accept(role, level) for level in levels))
    if not fitting:
        raise AcceptanceError(
            "ACCEPTANCE_IN_TWO_ROLES",
            "no one role may accept all of these risks",
            facts={"ids": [risk.id for risk in risks]},
            hint="accept the risks of each level by themselves",
        )
    return Role(fitting[0])


def refuse_without_mandate(risk: str, level: LevelAuthority, roles: Collection[Role]) -> None:
    """Let a level be accepted by one of some roles.

    Raises:
        AcceptanceError: where none of them may.
    """
    if any(may_accept(role, level) for role in roles):
        return
    acceptors = [role.value for role in level.accepted_by if may_accept(role, level)]
    if not acceptors:
        raise AcceptanceError(
            "ACCEPTANCE_BY_NOBODY",
            f"{risk} is at {level.id}, which nobody may accept",
            facts={"risk": risk, "level": level.id},
            hint="reduce the risk, or avoid it",
        )
    raise AcceptanceError(
        "ACCEPTANCE_WITHOUT_MANDATE",
        f"{risk} is at {level.id}, which may be accepted by {', '.join(acceptors)} only",
        facts={
            "risk": risk,
            "level": level.id,
            "acceptors": acceptors,
            "has": sorted(role.value for role in roles),
        },
        hint=f"ask a {' or '.join(acceptors)} of the data controller",
    )


def refuse_too_long(risk: str, level: LevelAuthority, *, decided: date, until: date) -> None:
    """Let an acceptance decided on a day last no longer than its level allows.

    Raises:
        AcceptanceError: where it would.
    """
    latest = decided + timedelta(days=level.accepted_days)
    if until > latest:
        raise AcceptanceError(
            "ACCEPTANCE_TOO_LONG",
            f"{risk} is at {level.id}, which may be accepted for {level.accepted_days} days at most",
            facts={"risk": risk, "level": level.id, "days": level.accepted_days, "latest": latest.isoformat()},
            hint=f"give {latest.isoformat()} or an earlier day",
        )


def refuse_ended(until: date, *, decided: date) -> None:
    """Let an acceptance hold on the day that it is decided, at least.

    Raises:
        AcceptanceError: where its last day was over by then.
    """
    if until < decided:
        raise AcceptanceError(
            "ACCEPTANCE_ENDED",
            f"{until.isoformat()} is over",
            facts={"until": until.isoformat(), "today": decided.isoformat()},
            hint="give a day that is still to come",
        )


def content_id(statement: AcceptanceStatement) -> str:
    """Compute the id of an acceptance from the rest of it."""
    content = statement.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True)
    return id_of_content("acc", content)


def _until(until: date | None, today: date, risks: list[Risk], levels: list[LevelAuthority]) -> date:
    if until is None:
        raise AcceptanceError("ACCEPTANCE_WITHOUT_END", "has no last day", hint="every acceptance expires: give one")
    refuse_ended(until, decided=today)
    for risk, level in zip(risks, levels, strict=True):
        refuse_too_long(risk.id, level, decided=today, until=until)
    return until
