"""Who may attest what, for how long: asked when an attestation is sealed, and again when it is read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from prosess.contracts.attestation import AttestationStatement
from prosess.domain.errors import DomainError
from prosess.domain.role import Role
from prosess.sealing.naming import id_of_content


class AttestationError(DomainError):
    """A control may not be attested in this way, by this person or until this day."""


@dataclass(frozen=True)
class Question:
    """What a control asks a person to answer for."""

    statement: str
    """Digest of the sentence."""
    by: Role
    every_days: int
    facts: tuple[str, ...]


def question_for(control: str, questions: Iterable[Question], roles: Collection[Role]) -> Question:
    """Give the question of a control that one of some roles has the mandate to answer.

    Raises:
        AttestationError: where none of them has.
    """
    asked = tuple(questions)
    found = next((one for one in asked if one.by in roles), None)
    if found is None:
        acceptors = sorted({one.by.value for one in asked})
        raise AttestationError(
            "ATTESTATION_WITHOUT_MANDATE",
            f"{control} may be attested by {', '.join(acceptors)} only",
            facts={"control": control, "acceptors": acceptors, "has": sorted(role.value for role in roles)},
            hint=f"ask a {' or '.join(acceptors)}",
        )
    return found


def refuse_other_organisation(organisation: str, parties: Collection[str]) -> None:
    """Let only the parties of an analysis attest.

    Raises:
        AttestationError: where it is none of them.
    """
    if organisation not in parties:
        known = sorted(parties)
        raise AttestationError(
            "ATTESTATION_OTHER_ORGANISATION",
            f"{organisation} is not among the parties of the analysis",
            facts={"organisation": organisation, "organisations": known},
            hint=f"ask one of the parties: {', '.join(known)}",
        )


def refuse_unanswered(control: str, question: Question, facts: Mapping[str, str], *, on: date, until: date) -> None:
    """Hold what is stated, and until when, against what was asked.

    Raises:
        AttestationError: where facts are missing or too many, or the last day is over or too late.
    """
    if sorted(facts) != sorted(question.facts):
        raise AttestationError(
            "ATTESTATION_FACTS",
            f"{control} asks for {', '.join(question.facts) or 'no facts'}, and for nothing else",
            facts={"control": control, "facts_asked": list(question.facts)},
            hint="give each with --fact name=value",
        )
    if until < on:
        raise AttestationError(
            "ATTESTATION_ENDED",
            f"{until.isoformat()} is over",
            facts={"until": until.isoformat(), "today": on.isoformat()},
            hint="give a day that is still to come",
        )
    latest = on + timedelta(days=question.every_days)
    if until > latest:
        raise AttestationError(
            "ATTESTATION_TOO_LONG",
            f"{control} is to be attested at least every {question.every_days} days",
            facts={"control": control, "days": question.every_days, "latest": latest.isoformat()},
            hint=f"give {latest.isoformat()} or an earlier day",
        )


def content_id(statement: AttestationStatement) -> str:
    """Compute the id of an attestation from the rest of it."""
    return id_of_content("att", statement.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_none=True))
