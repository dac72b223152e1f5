"""What every sealed statement has, and the list of the keys that seals are proven by (``seal-keys/1``)."""

import base64
import binascii
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema, model_validator

from prosess.contracts.canonical import Contract, digest
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import Digest, OrganisationNumber, Text

Subject = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9._@:|=+/~-]{0,127}$"),
    AfterValidator(refuse_person_identifier),
]
"""A pseudonymous handle of a person, as an issuer's ``sub``; never a name."""

_ED25519_BYTES = 32


class Statement(Contract):
    """Something that a person decided on a day, which is sealed and cannot be changed afterwards."""

    payload_type: ClassVar[str]
    """What the envelope says that it holds."""

    @property
    def day(self) -> date:
        """The day of the decision, by which the key's validity is judged."""
        raise NotImplementedError


def public_bytes(value: str) -> bytes:
    """Give the 32 bytes of a public key in base64, written the one way that base64 writes them.

    Raises:
        DomainError: where it is no such text.
    """
    try:
        found = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if len(found) != _ED25519_BYTES or base64.b64encode(found).decode() != value:
        raise DomainError(
            "SEAL_KEY_FORM", "is not an Ed25519 public key in base64", hint="write its 32 bytes in base64"
        )
    return found


def _public_key(value: str) -> str:
    public_bytes(value)
    return value


def key_id(public: bytes) -> str:
    """Give the id of a public key: ``sha256:…`` of its 32 bytes."""
    return digest(public)


PublicKey = Annotated[
    str, AfterValidator(_public_key), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9+/]{43}=$"})
]


class SealKey(Model):
    """One key that an issuer seals with. It is kept here after its time, so that what it sealed can still be read."""

    id: Digest
    """``sha256:…`` of the public key's 32 bytes."""
    public_key: PublicKey
    """Ed25519, in base64."""
    issuer: Text
    """Who seals with it, such as a service by its name; never a person."""
    organisation: OrganisationNumber
    """The organisation that holds the private key."""
    valid_from: date
    valid_until: date
    """The last day, inclusive: what was decided later is not proven by this key."""
    revoked_on: date | None = None
    """From this day on nothing is proven by it. For a key that leaked: the day that it may have leaked."""

    def proves(self, day: date) -> bool:
        """Tell whether the key was good on a day."""
        return self.valid_from <= day <= self.valid_until and (self.revoked_on is None or day < self.revoked_on)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.id != key_id(public_bytes(self.public_key)):
            raise DomainError("SEAL_KEY_ID", "is not the digest of the public key", at=("id",))
        if self.valid_until < self.valid_from:
            raise DomainError("SEAL_KEY_PERIOD", "ends before it begins", at=("valid_until",))
        return self


class SealKeys(Contract):
    """The keys that seals are proven by: data, reviewed like any other file."""

    schema_: Literal["seal-keys/1"] = Field(default="seal-keys/1", alias="schema")
    keys: tuple[SealKey, ...] = Field(min_length=1)

    def key(self, id_: str) -> SealKey | None:
        """Give a key by its id, or None."""
        return next((key for key in self.keys if key.id == id_), None)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({key.id for key in self.keys}) != len(self.keys):
            raise DomainError("SEAL_KEY_TWICE", "a key stands twice", at=("keys",))
        return self
