"""Sealed attestations: who has the mandate, what is asked, and what still answers."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from prosess.contracts import AttestationStatement
from prosess.contracts.findings import State
from prosess.domain.errors import DomainError
from prosess.domain.role import Role
from prosess.sealing import Approver
from prosess.sealing.attesting import content_id
from ros.model import AnalysisFiles, Control
from ros.sealed.attestation import attestation_of, load_attestations, read_attestations
from ros.sealed.seals import SealedFileError
from ros.sealed.verifying import verified
from tests.ros.sealed_worlds import DAY, KEYS, assessed, files, high, put
from tests.ros.worlds import CONTROLLER, control, text, use

OWNER = Approver("handle-owner", CONTROLLER, (Role.PLATFORM_OWNER,))
NEXT = timedelta(days=1)


def restore(**changes: Any) -> Control:
    check = {
        "statement": text("prøvd"),
        "by": "platform_owner",
        "every_days": 30,
        "facts": ["minutes"],
        **changes,
    }
    return control("CTRL-RESTORE", checks=[check])


def leaning(asked: Control) -> AnalysisFiles:
    return files(high(controls=[use("CTRL-RESTORE", likelihood=-1)]), controls=[asked])


HERE = leaning(restore())


def attestation(of: AnalysisFiles = HERE, person: Approver = OWNER, **changes: Any) -> AttestationStatement:
    asked: dict[str, Any] = {"facts": {"minutes": "38"}, "until": DAY + 10 * NEXT, "today": DAY, **changes}
    return attestation_of(of, asked.pop("control", "CTRL-RESTORE"), person, **asked)


def refusal(**changes: Any) -> str:
    with pytest.raises(DomainError) as caught:
        attestation(**changes)
    return caught.value.code


def forged(**changes: Any) -> AttestationStatement:
    """Sealed by somebody who has the key and leaves the rules be."""
    one = attestation().model_copy(update=changes)
    return one.model_copy(update={"id": content_id(one)})


def problem(folder: Path, of: AnalysisFiles = HERE) -> str | None:
    (file,) = read_attestations(folder / "attestations", of, KEYS)
    return file.problem.code if file.problem else None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLATFORM_OWNER])
def test_another_role_than_the_controls_has_no_mandate(role: Role, tmp_path: Path) -> None:
    assert refusal(person=Approver("handle", CONTROLLER, (role,))) == "ATTESTATION_WITHOUT_MANDATE"
    put(tmp_path, "attestations", forged(role=role))
    assert problem(tmp_path) == "ATTESTATION_WITHOUT_MANDATE"
    with pytest.raises(SealedFileError):
        load_attestations(tmp_path / "attestations", HERE, KEYS)


def test_an_organisation_that_takes_no_part_is_refused(tmp_path: Path) -> None:
    stranger = Approver("handle", "310000000", (Role.PLATFORM_OWNER,))
    assert refusal(person=stranger) == "ATTESTATION_OTHER_ORGANISATION"
    put(tmp_path, "attestations", forged(organisation="310000000"))
    assert problem(tmp_path) == "ATTESTATION_OTHER_ORGANISATION"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"facts": {}}, "ATTESTATION_FACTS"),
        ({"facts": {"minutes": "38", "more": "x"}}, "ATTESTATION_FACTS"),
        ({"until": DAY - NEXT}, "ATTESTATION_ENDED"),
        ({"until": DAY + 31 * NEXT}, "ATTESTATION_TOO_LONG"),
    ],
)
def test_what_does_not_answer_the_question_is_refused(changes: dict[str, Any], code: str, tmp_path: Path) -> None:
    assert refusal(**changes) == code
    put(tmp_path, "attestations", forged(**changes))
    assert problem(tmp_path) == code


@pytest.mark.parametrize("id_", ["CTRL-RESTORE", "CTRL-NONE"])
def test_a_control_that_asks_nobody_is_not_attested(id_: str) -> None:
    assert refusal(of=leaning(control("CTRL-RESTORE", "PP-KV-002")), control=id_) == "ATTESTATION_OF_NOTHING"


def test_what_is_attested_counts_and_lapses(tmp_path: Path) -> None:
    put(tmp_path, "attestations", attestation())
    given = load_attestations(tmp_path / "attestations", HERE, KEYS)
    assert [(one.control, one.by, one.facts) for one in given] == [
        ("CTRL-RESTORE", Role.PLATFORM_OWNER, {"minutes": "38"})
    ]

    def derived(*, days: int) -> tuple[State, bool]:
        (one,) = assessed(HERE, on=DAY + days * NEXT, attested=given).risks[0].derivation.controls
        return one.state, one.stale

    assert derived(days=10) == (State.PASS, False)
    assert derived(days=11) == (State.PASS, True)
    assert derived(days=-1)[0] is State.NOT_EVALUATED


def test_a_sentence_that_is_no_longer_asked_is_not_answered(tmp_path: Path) -> None:
    put(tmp_path, "attestations", attestation())
    other = leaning(restore(statement=text("noe annet")))
    assert load_attestations(tmp_path / "attestations", other, KEYS) == ()
    read = read_attestations(tmp_path / "attestations", other, KEYS)
    (row,) = verified((), read, other, day=DAY)
    assert (row.state, row.because, row.sound) == ("invalidated", "statement_changed", False)


def test_a_changed_seal_is_refused_by_name(tmp_path: Path) -> None:
    path = put(tmp_path, "attestations", attestation())
    path.write_bytes(path.read_bytes().replace(b"payloadType", b"payloadtype"))
    with pytest.raises(SealedFileError, match=path.name):
        load_attestations(tmp_path / "attestations", HERE, KEYS)


def test_an_acceptance_is_no_attestation(tmp_path: Path) -> None:
    from tests.ros.sealed_worlds import accepted_by

    put(tmp_path, "attestations", accepted_by(files()))
    assert problem(tmp_path) == "SEAL_PAYLOAD_TYPE"
