"""One sequence of bytes for one seal: whatever is changed, nothing is opened."""

import base64
import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts import AcceptanceRevocation, AcceptanceStatement, SealKeys, canonical_bytes
from prosess.sealing import SealError, open_envelope, sign
from prosess.sealing.dsse import pre_authentication_encoding
from tests.prosess.sealing.worlds import DAY, keys, private, revocation

SEALED = sign(revocation(), private())


def refusal(data: bytes, trusted: SealKeys | None = None) -> str:
    with pytest.raises(SealError) as caught:
        open_envelope(data, trusted or keys(), AcceptanceRevocation)
    return caught.value.code


def resealed(payload: bytes, payload_type: str = AcceptanceRevocation.payload_type) -> dict[str, Any]:
    """An envelope that holds, whatever it holds."""
    signature = private().sign(pre_authentication_encoding(payload_type, payload))
    return {
        "payload": base64.b64encode(payload).decode(),
        "payloadType": payload_type,
        "signatures": [{"keyid": keys().keys[0].id, "sig": base64.b64encode(signature).decode()}],
    }


def test_what_was_sealed_is_opened_as_it_was() -> None:
    assert open_envelope(SEALED, keys(), AcceptanceStatement, AcceptanceRevocation) == revocation()


def test_the_same_statement_has_the_same_seal() -> None:
    assert sign(revocation(), private()) == SEALED


def test_what_is_signed_is_encoded_as_dsse_says() -> None:
    # The example of the DSSE protocol's own text.
    encoded = pre_authentication_encoding("http://example.com/HelloWorld", b"hello world")
    assert encoded == b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"


@pytest.mark.parametrize("change", [lambda byte: byte ^ 1, lambda byte: byte ^ 0x20, lambda _: 0x20])
def test_no_byte_can_be_changed(change: Any) -> None:
    opened = []
    for place, byte in enumerate(SEALED):
        changed = SEALED[:place] + bytes([change(byte)]) + SEALED[place + 1 :]
        if changed == SEALED:
            continue
        try:
            open_envelope(changed, keys(), AcceptanceRevocation)
        except SealError:
            continue
        opened.append(place)
    assert opened == []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SEALED) - 1), st.binary(max_size=3))
def test_nothing_can_be_put_in_or_cut_off(place: int, more: bytes) -> None:
    for changed in (SEALED[:place], SEALED[:place] + more + SEALED[place:]):
        if changed != SEALED:
            refusal(changed)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80))
def test_whatever_is_no_envelope_is_refused(data: bytes) -> None:
    assert refusal(data) == "SEAL_BROKEN"


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 50_000, b"{}\n", b"null\n", b" " * 300_000])
def test_a_bomb_is_refused(data: bytes) -> None:
    assert refusal(data) == "SEAL_BROKEN"


def test_another_kind_is_refused() -> None:
    with pytest.raises(SealError) as caught:
        open_envelope(SEALED, keys(), AcceptanceStatement)
    assert caught.value.code == "SEAL_PAYLOAD_TYPE"


def test_a_statement_cannot_be_taken_for_another_kind() -> None:
    envelope = json.loads(SEALED) | {"payloadType": AcceptanceStatement.payload_type}
    with pytest.raises(SealError) as caught:
        open_envelope(canonical_bytes(envelope), keys(), AcceptanceStatement)
    assert caught.value.code == "SEAL_BROKEN"


def test_an_unknown_key_is_refused() -> None:
    assert refusal(sign(revocation(), private(2))) == "SEAL_KEY_UNKNOWN"


def test_a_key_under_anothers_id_is_refused() -> None:
    envelope = json.loads(sign(revocation(), private(2)))
    envelope["signatures"][0]["keyid"] = keys().keys[0].id
    assert refusal(canonical_bytes(envelope)) == "SEAL_BROKEN"


def test_every_signature_must_hold() -> None:
    one, two = json.loads(SEALED), json.loads(sign(revocation(), private(2)))
    both = one | {"signatures": one["signatures"] + two["signatures"]}
    assert open_envelope(canonical_bytes(both), keys(1, 2), AcceptanceRevocation) == revocation()
    assert refusal(canonical_bytes(both)) == "SEAL_KEY_UNKNOWN"
    assert refusal(canonical_bytes(one | {"signatures": one["signatures"] * 2})) == "SEAL_BROKEN"
    assert refusal(canonical_bytes(one | {"signatures": []})) == "SEAL_BROKEN"


def test_a_payload_that_is_not_canonical_is_refused_though_its_seal_holds() -> None:
    spaced = json.dumps(json.loads(revocation().to_bytes())).encode()
    assert refusal(canonical_bytes(resealed(spaced))) == "SEAL_NOT_CANONICAL"
    twice = revocation().to_bytes().replace(b'{"acceptance"', b'{"acceptance":"acc-b","acceptance"', 1)
    assert refusal(canonical_bytes(resealed(twice))) == "SEAL_NOT_CANONICAL"


def test_an_envelope_that_is_not_canonical_is_refused() -> None:
    assert refusal(json.dumps(json.loads(SEALED), indent=1).encode()) == "SEAL_NOT_CANONICAL"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("decided", "5. oktober"),
        ("reason", "12345678901"),
        ("role", "director"),
        ("subject", "Kari Nordmann"),
        ("x", 1),
    ],
)
def test_a_statement_that_cannot_be_used_is_refused_though_its_seal_holds(key: str, value: object) -> None:
    document = json.loads(revocation().to_bytes()) | {key: value}
    with pytest.raises(SealError) as caught:
        open_envelope(canonical_bytes(resealed(canonical_bytes(document))), keys(), AcceptanceRevocation)
    assert caught.value.code == "SEAL_STATEMENT"
    assert caught.value.__cause__ is None
    assert str(value) not in str(caught.value) + str(caught.value.facts)


def test_a_retired_key_still_proves_what_it_sealed() -> None:
    retired = keys(1, 2).keys[0].model_copy(update={"valid_until": DAY})
    trusted = SealKeys(keys=(retired, *keys(2).keys))
    assert open_envelope(SEALED, trusted, AcceptanceRevocation) == revocation()
    later = revocation(decided=DAY + timedelta(days=1))
    assert refusal(sign(later, private()), trusted) == "SEAL_KEY_NOT_VALID_THEN"
    assert open_envelope(sign(later, private(2)), trusted, AcceptanceRevocation) == later


def test_a_key_proves_nothing_before_its_time() -> None:
    assert refusal(SEALED, keys(valid_from=DAY + timedelta(days=1))) == "SEAL_KEY_NOT_VALID_THEN"
    assert open_envelope(SEALED, keys(valid_from=DAY), AcceptanceRevocation) == revocation()


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2023, 1, 1), date(2023, 12, 31)), st.dates(date(2023, 1, 1), date(2023, 12, 31)))
def test_a_revoked_key_proves_what_was_decided_before_and_nothing_later(decided: date, revoked: date) -> None:
    statement = revocation(decided=decided)
    data, trusted = sign(statement, private()), keys(revoked_on=revoked)
    if decided < revoked:
        assert open_envelope(data, trusted, AcceptanceRevocation) == statement
    else:
        assert refusal(data, trusted) == "SEAL_KEY_NOT_VALID_THEN"
