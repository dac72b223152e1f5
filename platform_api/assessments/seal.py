"""The service's seal: the key that it seals acceptances with, and the list of keys that prove its seals.

Several keys may be in the list: one seals, the others prove what they sealed in their time.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from prosess.contracts import AcceptanceRevocation, AcceptanceStatement, Assessment, SealKeys
from prosess.contracts.assessment import Risk
from prosess.contracts.holding import RiskState
from prosess.documents import read
from prosess.domain.access import Stage
from prosess.sealing import (
    Approver,
    SealError,
    acceptance_of,
    id_of,
    make_key,
    open_envelope,
    public_entry,
    read_key,
    revocation_of,
    sign,
)

ISSUER = "urn:prosess:service"
_TEST_KEY = (date(2000, 1, 1), date(2099, 12, 31))
"""When the key of a service for tests proves anything: it follows whatever day the demonstration speaks of."""


@dataclass(frozen=True)
class Sealed:
    """A statement, and the bytes that it is sealed in."""

    statement: AcceptanceStatement
    envelope: str


class Seal:
    """Seals what data controllers decide, and opens it again.

    Args:
        private: the key that seals.
        keys: the keys that prove; the one that seals among them.
    """

    def __init__(self, private: Ed25519PrivateKey, keys: SealKeys) -> None:
        self._private = private
        self.keys = keys

    def accept(
        self,
        document: Assessment,
        risks: Collection[Risk],
        approver: Approver,
        *,
        until: date | None,
        today: date,
        because: str,
        authors: Collection[str],
        reviewers: Collection[str],
        supersedes: Collection[str],
    ) -> Sealed:
        """Seal an acceptance.

        Raises:
            AcceptanceError: where the person, the day or a risk does not allow it (``prosess.sealing.accepting``).
        """
        statement = acceptance_of(
            document,
            [one.id for one in risks],
            approver,
            until=until,
            today=today,
            because=because,
            authors=authors,
            reviewers=reviewers,
            supersedes=supersedes,
        )
        return Sealed(statement, sign(statement, self._private).decode())

    def revoke(self, envelope: str, approver: Approver, *, today: date, reason: str) -> str:
        """Seal a revocation.

        Raises:
            AcceptanceError: where it is not the person's to take back.
            SealError: where the acceptance's own seal does not hold.
        """
        statement = revocation_of(self.opened(envelope), approver, today=today, reason=reason)
        return sign(statement, self._private).decode()

    def opened(self, envelope: str) -> AcceptanceStatement:
        """Give the statement of an acceptance.

        Raises:
            SealError: where its seal does not hold.
        """
        return open_envelope(envelope.encode(), self.keys, AcceptanceStatement)

    def revoked(self, envelope: str) -> AcceptanceRevocation:
        """Give the statement of a revocation.

        Raises:
            SealError: where its seal does not hold.
        """
        return open_envelope(envelope.encode(), self.keys, AcceptanceRevocation)

    def accepted(self, envelope: str) -> dict[str, RiskState] | None:
        """Give the state of each risk that an acceptance speaks of; none where its seal does not hold."""
        try:
            statement = self.opened(envelope)
        except SealError:
            return None
        return {
            one.id: RiskState(one.level, one.material, statement.criteria_digest, one.controls)
            for one in statement.risks
        }


def open_seal(
    *, key_file: Path | None, keys_file: Path | None, folder: Path, stage: Stage, organisation: str, today: date
) -> Seal:
    """Open the service's seal.

    Outside prod a key is made at the first start where none is given, with access for its owner only.

    Args:
        key_file: the private key that seals (PEM, Ed25519, mode 0600).
        keys_file: the list of public keys (``seal-keys/1``), with the key that seals in it.
        folder: where the key of a service for tests is kept.
        stage: the stage that the service is run for.
        organisation: who runs the service.
        today: the day that the key has to be good on.

    Raises:
        RuntimeError: in prod, where a file is not named; where the key that seals is not in the list, or does not
            prove what is decided today.
        SealError: where the key cannot be used, or others may read it.
        prosess.documents.DocumentError: where the list cannot be used.
    """
    if stage is Stage.PROD and (key_file is None or keys_file is None):
        raise RuntimeError("PROSESS_SEAL_KEY_FILE and PROSESS_SEAL_KEYS_FILE must be given where PROSESS_STAGE=prod")
    path = key_file or folder / "seal.key.pem"
    private = read_key(path) if key_file or path.exists() else _made(path)
    if keys_file is None:
        first, last = _TEST_KEY
        entry = public_entry(private, issuer=ISSUER, organisation=organisation, valid_from=first, valid_until=last)
        return Seal(private, SealKeys(keys=(entry,)))
    keys = read(SealKeys, keys_file)
    mine = keys.key(id_of(private))
    if mine is None or not mine.proves(today):
        raise RuntimeError("the key of PROSESS_SEAL_KEY_FILE is not in PROSESS_SEAL_KEYS_FILE, or proves nothing today")
    return Seal(private, keys)


def _made(path: Path) -> Ed25519PrivateKey:
    """Make a key; of several processes that start at once, all use the one that was first."""
    try:
        return make_key(path)
    except SealError:
        return read_key(path)
