"""Keys and a statement that the tests of sealing are about. The private keys are made of a byte each."""

from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from prosess.contracts import SealKeys
from prosess.contracts.acceptance import AcceptanceRevocation
from prosess.domain.role import Role
from prosess.sealing import public_entry

CONTROLLER = "983975259"
OTHER = "914637651"
DAY = date(2023, 10, 5)


def private(number: int = 1) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)


def keys(*numbers: int, **changes: Any) -> SealKeys:
    return SealKeys(
        keys=tuple(
            public_entry(
                private(number),
                issuer="prove",
                organisation=OTHER,
                valid_from=date(2023, 1, 1),
                valid_until=date(2023, 12, 31),
            ).model_copy(update=changes)
            for number in numbers or (1,)
        )
    )


def revocation(**changes: Any) -> AcceptanceRevocation:
    facts: dict[str, Any] = {
        "acceptance": "acc-a",
        "subject": "handle",
        "role": Role.RISK_OWNER,
        "organisation": CONTROLLER,
        "decided": DAY,
        "reason": "æ",
    }
    return AcceptanceRevocation(**{**facts, **changes})
