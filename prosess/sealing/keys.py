"""Private keys of an issuer: made once, kept with access for their owner only, never printed."""

import base64
import os
import stat
from datetime import date
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from prosess.contracts.sealed import SealKey, key_id
from prosess.sealing.dsse import SealError


def make_key(path: Path) -> Ed25519PrivateKey:
    """Make a private key and write it, with access for its owner only.

    Raises:
        SealError: where the file is there already; a key is never written over.
    """
    private = new_key()
    write_key(private, path)
    return private


def new_key() -> Ed25519PrivateKey:
    """Make a private key."""
    return Ed25519PrivateKey.generate()


def write_key(private: Ed25519PrivateKey, path: Path) -> None:
    """Write a private key, with access for its owner only.

    Raises:
        SealError: where the file is there already; a key is never written over.
    """
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(parents=True, exist_ok=True)
    # The name appears only when the whole key is behind it, and a link never takes the place of what is there.
    making = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
    try:
        os.link(making, path)
    except FileExistsError:
        raise SealError(
            "SEAL_KEY_EXISTS", "is there already", hint="choose another file; a key is never written over"
        ) from None
    finally:
        making.unlink()


def read_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key.

    Raises:
        SealError: where there is none, others may read it, or it is not an Ed25519 key.
    """
    try:
        mode, pem = stat.S_IMODE(path.stat().st_mode), path.read_bytes()
    except OSError:
        raise SealError(
            "SEAL_KEY_MISSING", "cannot be read", hint="make one with `prosess ros seal-key FILE`"
        ) from None
    if mode & 0o077:
        raise SealError("SEAL_KEY_OPEN", "may be read by others", hint="give it mode 0600, or make a new key")
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise SealError("SEAL_KEY_KIND", "is not an unencrypted Ed25519 key in PEM", hint="name the key file itself")
    return key


def id_of(private: Ed25519PrivateKey) -> str:
    """Give the id that a key is known by."""
    return key_id(private.public_key().public_bytes_raw())


def public_entry(
    private: Ed25519PrivateKey, *, issuer: str, organisation: str, valid_from: date, valid_until: date
) -> SealKey:
    """Give the entry of ``keys.yaml`` that lets others prove what a key sealed."""
    public = private.public_key().public_bytes_raw()
    return SealKey(
        id=key_id(public),
        public_key=base64.b64encode(public).decode(),
        issuer=issuer,
        organisation=organisation,
        valid_from=valid_from,
        valid_until=valid_until,
    )
