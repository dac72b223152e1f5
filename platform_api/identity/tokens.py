"""Is this token to be trusted, and whom does it speak for?

One verifier for every issuer. A fault is never told apart to the sender: a token is good, or it is not
(RFC 8725, RFC 9068).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.util import urlsafe_b64decode

from platform_api.identity.actor import Actor, is_subject
from platform_api.identity.keys import KeySource, UnknownKeyError
from platform_api.kit.clock import Clock
from prosess.domain.role import Role

_LONGEST = 8 * 1024
_HEADER_MAY_HAVE = frozenset({"alg", "typ", "kid", "x5t", "x5t#S256"})
"""A key, or the address of one, inside the token is never looked at; a token that brings one is refused."""
_LONGEST_LIFE = 24 * 3600
_LEEWAY = 30
_ROLES = {role.value: role for role in Role}


class TokenError(Exception):
    """The token is not to be trusted. The message is for our own log and tests."""


@dataclass(frozen=True)
class Claims:
    """Names of the claims that an issuer puts membership in."""

    organisation: str = "organisation"
    roles: str = "roles"
    actors: str = "actors"


class _OneOfEachDecoder(json.JSONDecoder):
    """Refuses an object that has a key twice: readers disagree which of them counts."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "object_pairs_hook": _one_of_each})


def _one_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


class Verifier:
    """Turns a token into an actor.

    Args:
        issuer: what ``iss`` must be.
        audience: what ``aud`` must be, or hold.
        keys: the issuer's public keys.
        algorithms: signature algorithms that are accepted; never ``none``, never one with a shared secret.
        types: what the header's ``typ`` must be, lower case.
        claims: where membership is told.
        clock: what ``exp``, ``nbf`` and ``iat`` are held against, with half a minute's leeway.
    """

    def __init__(
        self,
        *,
        issuer: str,
        audience: str,
        keys: KeySource,
        algorithms: tuple[str, ...],
        clock: Clock,
        types: tuple[str, ...] = ("at+jwt",),
        claims: Claims | None = None,
    ) -> None:
        self._keys = keys
        self._algorithms = algorithms
        self._types = types
        self._claims = claims or Claims()
        self._clock = clock
        self._registry = jws.JWSRegistry(algorithms=list(algorithms))
        self._rules = jwt.JWTClaimsRegistry(
            now=lambda: int(clock.now().timestamp()),
            leeway=_LEEWAY,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )

    async def actor(self, token: str) -> Actor:
        """Give the actor that a token speaks for.

        Raises:
            TokenError: where the token is not to be trusted.
        """
        kid = self._kid(token)
        try:
            key = await self._keys.key(kid)
            decoded = jwt.decode(
                token, key, algorithms=self._algorithms, registry=self._registry, decoder_cls=_OneOfEachDecoder
            )
            self._rules.validate(decoded.claims)
        except UnknownKeyError:
            raise TokenError("unknown key") from None
        except (JoseError, ValueError, RecursionError) as error:
            raise TokenError(type(error).__name__) from None
        claims = decoded.claims
        if claims["exp"] - claims["iat"] > _LONGEST_LIFE:
            raise TokenError("lives too long")
        return self._membership(claims)

    def _kid(self, token: str) -> str:
        """Read the header apart, before anything in it is acted upon."""
        if len(token) > _LONGEST or token.count(".") != 2 or not token.isascii():
            raise TokenError("not a signed token")
        try:
            header = json.loads(urlsafe_b64decode(token.partition(".")[0].encode()), object_pairs_hook=_one_of_each)
        except (ValueError, RecursionError):
            raise TokenError("unreadable header") from None
        if not isinstance(header, dict) or not header.keys() <= _HEADER_MAY_HAVE:
            raise TokenError("header with what is not expected")
        if header.get("alg") not in self._algorithms:
            raise TokenError("algorithm")
        if str(header.get("typ", "")).lower() not in self._types:
            raise TokenError("type")
        kid = header.get("kid")
        if not isinstance(kid, str):
            raise TokenError("no key id")
        return kid

    def _membership(self, claims: Mapping[str, Any]) -> Actor:
        subject, organisation = claims["sub"], claims.get(self._claims.organisation)
        roles, actors = claims.get(self._claims.roles), claims.get(self._claims.actors, [])
        if not is_subject(subject):
            raise TokenError("subject")
        if not isinstance(organisation, str) or not (organisation.isascii() and organisation.isdigit()):
            raise TokenError("organisation")
        if len(organisation) != 9:
            raise TokenError("organisation")
        named, spoken_for = _texts(roles), _texts(actors)
        return Actor(
            subject=subject,
            organisation=organisation,
            roles=frozenset(_ROLES[role] for role in named if role in _ROLES),
            actors=frozenset(spoken_for),
        )


def _texts(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TokenError("membership")
    return value
