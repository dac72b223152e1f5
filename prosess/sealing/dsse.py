"""Envelopes: a statement, its seal, and nothing that could be changed unseen.

DSSE v1 (Dead Simple Signing Envelope) around the canonical bytes of a statement, signed with Ed25519. The envelope
itself is canonical too and every signature in it has to hold, so that there is one sequence of bytes for one seal.
"""

import base64
import binascii
import json
from typing import Any, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import Field, ValidationError

from prosess.contracts.canonical import NotCanonicalError, canonical_bytes
from prosess.contracts.sealed import SealKey, SealKeys, Statement, key_id, public_bytes
from prosess.domain.base import Model
from prosess.domain.errors import DomainError

S = TypeVar("S", bound=Statement)

LONGEST = 256 * 1024
"""Bytes of an envelope; what is longer is not read."""


class SealError(DomainError):
    """A seal does not hold, or what it was put on is no statement."""


class Signature(Model):
    """One signature."""

    keyid: str
    sig: str


class Envelope(Model):
    """A DSSE envelope."""

    payload: str
    payloadType: str  # noqa: N815 - named by DSSE
    signatures: tuple[Signature, ...] = Field(min_length=1, max_length=4)


def pre_authentication_encoding(payload_type: str, payload: bytes) -> bytes:
    """Give what is signed: type and payload, each behind its length (DSSE v1, PAE)."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def sign(statement: Statement, private: Ed25519PrivateKey) -> bytes:
    """Seal a statement: give the bytes of its envelope."""
    payload = statement.to_bytes()
    signature = private.sign(pre_authentication_encoding(statement.payload_type, payload))
    public = private.public_key().public_bytes_raw()
    return canonical_bytes(
        {
            "payload": base64.b64encode(payload).decode(),
            "payloadType": statement.payload_type,
            "signatures": [{"keyid": key_id(public), "sig": base64.b64encode(signature).decode()}],
        }
    )


def open_envelope(data: bytes, keys: SealKeys, *kinds: type[S]) -> S:
    """Give the statement of an envelope whose every signature holds.

    Args:
        data: the envelope, byte by byte as it was sealed.
        keys: the keys that are trusted. Each must have been good on the day that the statement was decided.
        kinds: the statements that are expected here.

    Raises:
        SealError: ``SEAL_BROKEN``, ``SEAL_PAYLOAD_TYPE``, ``SEAL_KEY_UNKNOWN``, ``SEAL_NOT_CANONICAL``,
            ``SEAL_STATEMENT`` or ``SEAL_KEY_NOT_VALID_THEN``. Nothing of what does not hold is quoted.
    """
    envelope = _envelope(data)
    payload = _base64(envelope.payload)
    kind = next((one for one in kinds if one.payload_type == envelope.payloadType), None)
    if kind is None:
        raise SealError(
            "SEAL_PAYLOAD_TYPE",
            "holds another kind of statement than is kept here",
            facts={"expected": [one.payload_type for one in kinds]},
            hint="move the file to the folder of its kind",
        )
    signed = pre_authentication_encoding(envelope.payloadType, payload)
    proven = [_proven(signature, signed, keys) for signature in envelope.signatures]
    if len({key.id for key in proven}) != len(proven):
        raise _broken()
    statement = _statement(kind, payload)
    for key in proven:
        if not key.proves(statement.day):
            raise SealError(
                "SEAL_KEY_NOT_VALID_THEN",
                f"was sealed with a key that was not valid on {statement.day.isoformat()}",
                facts={
                    "key": key.id[:19],
                    "day": statement.day.isoformat(),
                    "from": key.valid_from.isoformat(),
                    "until": min(filter(None, (key.valid_until, key.revoked_on))).isoformat(),
                },
                hint="have it decided and sealed anew with a key that is valid",
            )
    return statement


def _envelope(data: bytes) -> Envelope:
    if len(data) > LONGEST:
        raise _broken()
    try:
        document: Any = json.loads(data)
        envelope = Envelope.model_validate_json(data)
        if canonical_bytes(document) != data:
            raise _not_canonical()
    except (ValidationError, NotCanonicalError, RecursionError, UnicodeDecodeError, json.JSONDecodeError):
        raise _broken() from None
    return envelope


def _base64(text: str) -> bytes:
    """Read base64 that is written the one way: strict alphabet, padding, and no bits left over."""
    try:
        found = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise _broken() from None
    if base64.b64encode(found).decode() != text:
        raise _broken()
    return found


def _proven(signature: Signature, signed: bytes, keys: SealKeys) -> SealKey:
    key = keys.key(signature.keyid)
    if key is None:
        raise SealError(
            "SEAL_KEY_UNKNOWN",
            "was sealed with a key that is not among the trusted ones",
            hint="add the issuer's public key to keys.yaml, after you have had it confirmed by the issuer",
        )
    try:
        Ed25519PublicKey.from_public_bytes(public_bytes(key.public_key)).verify(_base64(signature.sig), signed)
    except (InvalidSignature, ValueError):
        raise _broken() from None
    return key


def _statement(kind: type[S], payload: bytes) -> S:
    try:
        statement = kind.from_bytes(payload)
    except (ValidationError, NotCanonicalError, RecursionError, ValueError) as error:
        where = _first_key(kind, error)
        raise SealError(
            "SEAL_STATEMENT",
            f"is sealed, but is no statement that can be used: see {where}",
            facts={"key": where},
            hint="have it decided and sealed anew",
        ) from None
    if statement.to_bytes() != payload:
        raise _not_canonical()
    return statement


def _first_key(kind: type[Statement], error: Exception) -> str:
    """Name the field that is refused. Only a field's own name: a key that somebody made up is not repeated."""
    if isinstance(error, ValidationError):
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        if place and (place[0] in kind.model_fields or place[0] == "schema"):
            return str(place[0])
    return "–"


def _broken() -> SealError:
    return SealError(
        "SEAL_BROKEN",
        "was changed after it was sealed, or was never sealed",
        hint="take the file back as it was sealed (from git), or have it decided and sealed anew",
    )


def _not_canonical() -> SealError:
    return SealError(
        "SEAL_NOT_CANONICAL",
        "is not in canonical form, so its bytes could be read in more ways than one",
        hint="take the file back as it was sealed; do not let an editor or git change its line endings",
    )


__all__ = ["LONGEST", "Envelope", "SealError", "open_envelope", "pre_authentication_encoding", "sign"]
