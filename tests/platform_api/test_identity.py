"""Tokens: what is trusted, and every way in which one is not (RFC 8725)."""

import base64
import hmac
import json
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey
from pydantic import ValidationError

from platform_api.identity.keys import FixedKeys, IssuerKeys, UnknownKeyError
from platform_api.identity.local import AUDIENCE, ISSUER, LocalIssuer, users_of
from platform_api.identity.tokens import TokenError, Verifier
from platform_api.kit.clock import FixedClock
from prosess.domain.access import Stage
from prosess.domain.role import Role
from tests.platform_api.world import AUTHOR_AS_ACTOR, DAY, TEAM, World, settings

pytestmark = pytest.mark.anyio
NOW = int(DAY.timestamp())
KEY = ECKey.generate_key("P-256", {"kid": "one"})
OTHER = ECKey.generate_key("P-256", {"kid": "one"})
RSA = RSAKey.generate_key(2048, {"kid": "two"})

CLAIMS: dict[str, Any] = {
    "iss": ISSUER,
    "aud": AUDIENCE,
    "sub": "handle-1",
    "iat": NOW,
    "nbf": NOW,
    "exp": NOW + 600,
    "organisation": "983975259",
    "roles": ["product_team_member"],
    "actors": [],
}


def verifier() -> Verifier:
    public = KeySet([ECKey.import_key(KEY.as_dict(private=False)), RSAKey.import_key(RSA.as_dict(private=False))])
    return Verifier(
        issuer=ISSUER, audience=AUDIENCE, keys=FixedKeys(public), algorithms=("ES256",), clock=FixedClock(DAY)
    )


def token(claims: dict[str, Any] | None = None, header: dict[str, Any] | None = None, key: Any = KEY) -> str:
    given = {"alg": "ES256", "typ": "at+jwt", "kid": "one", **(header or {})}
    return jwt.encode(given, {**CLAIMS, **(claims or {})}, key, algorithms=[given["alg"]])


def without(claim: str) -> str:
    rest = {name: value for name, value in CLAIMS.items() if name != claim}
    return jwt.encode({"alg": "ES256", "typ": "at+jwt", "kid": "one"}, rest, KEY, algorithms=["ES256"])


def part(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def forged(header: dict[str, Any] | bytes, payload: dict[str, Any] | bytes | None = None) -> str:
    """A token with another header over the signature of a good one."""
    good = token().split(".")
    return ".".join([part(header), part(payload) if payload is not None else good[1], good[2]])


async def test_a_good_token_speaks_for_its_subject() -> None:
    actor = await verifier().actor(token({"roles": ["dependency_actor", "made_up"], "actors": ["sykehuspartner"]}))
    assert (actor.subject, actor.organisation) == ("handle-1", "983975259")
    assert actor.roles == {Role.DEPENDENCY_ACTOR}
    assert actor.actors == {"sykehuspartner"}


def signed_with(secret: bytes) -> str:
    content = f"{part({**HEADER, 'alg': 'HS256'})}.{part(CLAIMS)}"
    return f"{content}.{part(hmac.digest(secret, content.encode(), 'sha256'))}"


HEADER = {"alg": "ES256", "typ": "at+jwt", "kid": "one"}
ATTACKS: dict[str, Callable[[], str]] = {
    "no signature at all": lambda: f"{part({**HEADER, 'alg': 'none'})}.{part(CLAIMS)}.",
    "none in capitals": lambda: f"{part({**HEADER, 'alg': 'NonE'})}.{part(CLAIMS)}.",
    "an empty signature": lambda: ".".join([*token().split(".")[:2], ""]),
    "a cut signature": lambda: token()[:-8],
    "another key": lambda: token(key=OTHER),
    "the public key as a shared secret": lambda: signed_with(KEY.as_pem(private=False)),
    "an algorithm that is not on the list": lambda: token(header={"alg": "RS256", "kid": "two"}, key=RSA),
    "a key of its own": lambda: forged({**HEADER, "jwk": KEY.as_dict(private=False)}),
    "an address of a key": lambda: forged({**HEADER, "jku": "https://attacker.example/jwks"}),
    "an address of a certificate": lambda: forged({**HEADER, "x5u": "https://attacker.example/x"}),
    "a certificate": lambda: forged({**HEADER, "x5c": ["MIIB"]}),
    "a critical extension": lambda: forged({**HEADER, "crit": ["b64"], "b64": False}),
    "a made-up key id": lambda: token(header={"kid": "../../etc/passwd"}),
    "a key id that is no text": lambda: forged({**HEADER, "kid": 1}),
    "no key id": lambda: forged({"alg": "ES256", "typ": "at+jwt"}),
    "an identity token": lambda: token(header={"typ": "JWT"}),
    "no type": lambda: forged({"alg": "ES256", "kid": "one"}),
    "a key twice in the header": lambda: forged(b'{"alg":"ES256","alg":"none","typ":"at+jwt","kid":"one"}'),
    "a changed payload": lambda: forged(HEADER, {**CLAIMS, "roles": ["platform_owner"]}),
    "another issuer": lambda: token({"iss": "https://other.example"}),
    "another audience": lambda: token({"aud": "other"}),
    "a time that is over": lambda: token({"exp": NOW - 31}),
    "a time that has not come": lambda: token({"nbf": NOW + 31}),
    "a birth in the future": lambda: token({"iat": NOW + 31}),
    "a life of a week": lambda: token({"exp": NOW + 7 * 24 * 3600}),
    "an end that is no number": lambda: token({"exp": "later"}),
    "no end": lambda: without("exp"),
    "no subject": lambda: without("sub"),
    "no issuer": lambda: without("iss"),
    "no audience": lambda: without("aud"),
    "no birth": lambda: without("iat"),
    "a person identifier for a subject": lambda: token({"sub": "13116900216"}),
    "white space in the subject": lambda: token({"sub": "a b"}),
    "an empty subject": lambda: token({"sub": ""}),
    "a subject that is no text": lambda: token({"sub": 1}),
    "an organisation that is none": lambda: token({"organisation": "98397525"}),
    "no organisation": lambda: without("organisation"),
    "roles that are a text": lambda: token({"roles": "platform_owner"}),
    "actors that are a text": lambda: token({"actors": "sykehuspartner"}),
    "five parts": lambda: "a.b.c.d.e",
    "nothing": lambda: "",
    "noise": lambda: "..",
    "too much": lambda: token({"roles": ["x" * 100] * 200}),
    "a header without end": lambda: ".".join([part(b"[" * 3000), *token().split(".")[1:]]),
}


@pytest.mark.parametrize("attack", ATTACKS)
async def test_what_is_not_to_be_trusted_is_not(attack: str) -> None:
    with pytest.raises(TokenError):
        await verifier().actor(ATTACKS[attack]())


async def test_a_fault_is_not_told_apart_to_the_sender(world: World) -> None:
    answers = [
        await world.client.get("/me", headers={"Authorization": f"Bearer {attack()}"})
        for attack in (ATTACKS["another key"], ATTACKS["a time that is over"], ATTACKS["noise"])
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({json.dumps({**answer.json(), "request": ""}) for answer in answers}) == 1


async def test_keys_of_an_issuer_are_asked_for_once_and_made_up_ids_do_not_make_us_ask(tmp_path: Path) -> None:
    asked = 0

    def serve(_: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        return httpx.Response(200, json=KeySet([KEY]).as_dict(private=False))

    async with httpx.AsyncClient(transport=httpx.MockTransport(serve)) as client:
        keys = IssuerKeys("https://issuer.example/jwks", client)
        assert (await keys.key("one")).kid == "one"
        for made_up in range(50):
            with pytest.raises(UnknownKeyError):
                await keys.key(f"made-up-{made_up}")
    assert asked == 1


@pytest.mark.parametrize(
    "answer", [httpx.Response(500), httpx.Response(200, text="<html>"), httpx.Response(200, json=[])]
)
async def test_an_issuer_in_trouble_is_nobody_s_key(answer: httpx.Response) -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer)) as client:
        with pytest.raises(UnknownKeyError):
            await IssuerKeys("https://issuer.example/jwks", client).key("one")


async def test_the_local_issuer_does_not_start_in_prod(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="refused where PROSESS_STAGE=prod"):
        settings(tmp_path, "", stage=Stage.PROD)
    with pytest.raises(RuntimeError, match="does not start in prod"):
        LocalIssuer(users_of(None), folder=tmp_path, stage=Stage.PROD, clock=FixedClock(DAY))


async def test_the_issuer_s_key_is_its_owner_s_only_and_stays(tmp_path: Path) -> None:
    def issuer() -> LocalIssuer:
        return LocalIssuer(users_of(None), folder=tmp_path, stage=Stage.TEST, clock=FixedClock(DAY))

    first = issuer().token(TEAM)
    assert first is not None
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (await issuer().verifier().actor(first)).subject == "handle-siv-team"
    file.chmod(0o640)
    with pytest.raises(RuntimeError, match="may be read by others"):
        issuer()


async def test_every_role_has_a_test_user_and_two_hats_are_one_person(world: World) -> None:
    issuer = world.wiring.issuer
    assert issuer is not None
    assert {role for one in issuer.users for role in one.roles} == set(Role)
    told = [(await world.person(user).get("/me")).json()["subject"] for user in (TEAM, AUTHOR_AS_ACTOR)]
    assert told[0] == told[1]


async def test_signing_in(world: World) -> None:
    answer = await world.client.post("/local-issuer/token", json={"user": TEAM})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    me = await world.client.get("/me", headers={"Authorization": f"Bearer {answer.json()['access_token']}"})
    assert me.json() == {
        "actors": [], "organisation": "983975259", "roles": ["product_team_member"], "sees": "organisation",
        "subject": "handle-siv-team",
    }  # fmt: skip
    unknown = await world.client.post("/local-issuer/token", json={"user": "nobody"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "NO_SUCH_USER")
    assert TEAM in unknown.json()["facts"]["known"]
    world.move(minutes=16)
    late = await world.client.get("/me", headers={"Authorization": f"Bearer {answer.json()['access_token']}"})
    assert late.status_code == 401
    assert timedelta(minutes=15).total_seconds() == answer.json()["expires_in"]
