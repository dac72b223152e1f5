"""Attestations as sealed files: what persons with the mandate answered for, and what still answers a question."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from prosess.contracts.attestation import AttestationStatement
from prosess.contracts.canonical import canonical_bytes, digest
from prosess.contracts.sealed import SealKeys
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.sealing.accepting import Approver
from prosess.sealing.attesting import (
    AttestationError,
    Question,
    content_id,
    question_for,
    refuse_other_organisation,
    refuse_unanswered,
)
from ros.model import AnalysisFiles, Attestation, Attested
from ros.sealed.seals import SealedFile, believed, read_sealed

FOLDER = "attestations"

AttestationFile = SealedFile[AttestationStatement]


def read_attestations(folder: Path, files: AnalysisFiles, keys: SealKeys | None) -> tuple[AttestationFile, ...]:
    """Open every attestation of a folder, and hold what each says against what its control asks."""
    return tuple(_held(file, files) for file in read_sealed(folder, keys, AttestationStatement))


def load_attestations(folder: Path, files: AnalysisFiles, keys: SealKeys | None) -> tuple[Attested, ...]:
    """Give the attestations of a folder that answer what is asked today, as the engine reads them.

    Raises:
        SealedFileError: where a file cannot be believed.
    """
    return attested(believed(read_attestations(folder, files, keys)), files)


def attested(given: Iterable[AttestationStatement], files: AnalysisFiles) -> tuple[Attested, ...]:
    """Give attestations as the engine reads them, but for those of a sentence that is no longer asked."""
    return tuple(
        Attested(
            id=one.id,
            control=one.control,
            by=one.role,
            digest=one.digest,
            on=one.on,
            until=one.until,
            facts=dict(one.facts),
        )
        for one in given
        if answers(one, files)
    )


def answers(attestation: AttestationStatement, files: AnalysisFiles) -> bool:
    """Tell whether the sentence that was answered for is still the one that its control asks."""
    return attestation.statement in {one.statement for one in questions(files, attestation.control)}


def questions(files: AnalysisFiles, control: str) -> tuple[Question, ...]:
    """Give what a control asks persons; nothing where there is no such control, or code alone checks it."""
    found = files.control(control)
    return tuple(
        Question(statement=statement_digest(one), by=one.by, every_days=one.every_days, facts=one.facts)
        for one in (found.attestations if found else ())
    )


def statement_digest(asked: Attestation) -> str:
    """Give the digest of the sentence that a person answers for, in every language."""
    return digest(canonical_bytes(asked.statement.model_dump(mode="json", exclude_none=True)))


def attestation_of(
    files: AnalysisFiles, control: str, person: Approver, *, facts: Mapping[str, str], until: date, today: date
) -> AttestationStatement:
    """Give the statement by which a person attests a control.

    Raises:
        AttestationError: where the control asks nobody, the person has no mandate, or the answer is not one.
    """
    asked = questions(files, control)
    if not asked:
        known = [one.id for one in files.controls if one.attestations]
        raise AttestationError(
            "ATTESTATION_OF_NOTHING",
            "has nothing that a person is to attest",
            facts={"control": refuse_person_identifier(control), "known": known},
            hint=f"choose one of {', '.join(known)}",
        )
    question = question_for(control, asked, person.roles)
    refuse_other_organisation(person.organisation, _parties(files))
    refuse_unanswered(control, question, facts, on=today, until=until)
    statement = AttestationStatement(
        id="att",
        control=control,
        statement=question.statement,
        subject=person.subject,
        role=question.by,
        organisation=person.organisation,
        on=today,
        until=until,
        facts=dict(sorted(facts.items())),
    )
    return statement.model_copy(update={"id": content_id(statement)})


def _held(file: AttestationFile, files: AnalysisFiles) -> AttestationFile:
    given = file.statement
    if given is None:
        return file
    try:
        if given.id != content_id(given):
            raise AttestationError("SEAL_ID", "has an id that was not computed from what it says", at=("id",))
        refuse_other_organisation(given.organisation, _parties(files))
        if asked := questions(files, given.control):
            question = question_for(given.control, asked, (given.role,))
            if answers(given, files):
                refuse_unanswered(given.control, question, given.facts, on=given.on, until=given.until)
    except DomainError as error:
        return file.refused(error)
    return file


def _parties(files: AnalysisFiles) -> frozenset[str]:
    return frozenset(party.organisation for one in (files.analysis, *files.parents) for party in one.parties)
