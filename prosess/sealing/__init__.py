"""Sealed statements: acceptances and attestations that nobody can change unseen, and who may make one."""

from prosess.sealing.accepting import AcceptanceError, Approver, acceptance_of, revocation_of
from prosess.sealing.dsse import SealError, open_envelope, sign
from prosess.sealing.keys import id_of, make_key, public_entry, read_key

__all__ = [
    "AcceptanceError",
    "Approver",
    "SealError",
    "acceptance_of",
    "id_of",
    "make_key",
    "open_envelope",
    "public_entry",
    "read_key",
    "revocation_of",
    "sign",
]
