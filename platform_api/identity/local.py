"""The local issuer: test users, one for each role, for demonstrations and tests. It never vouches in prod."""

import os
import stat
from pathlib import Path
from typing import Literal, Self

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from pydantic import Field, model_validator

from platform_api.identity.actor import is_subject
from platform_api.identity.keys import FixedKeys
from platform_api.identity.tokens import Verifier
from platform_api.kit.clock import Clock
from prosess.documents import read
from prosess.domain.access import Stage
from prosess.domain.base import Model
from prosess.domain.identifiers import OrganisationNumber, Slug, Text
from prosess.domain.role import Role

ISSUER = "urn:prosess:local-issuer"
AUDIENCE = "prosess"
_ALGORITHM = "ES256"
USERS = Path(__file__).with_name("test_users.yaml")


class LocalUser(Model):
    """Somebody made up. Two users with one subject are two hats of one person."""

    user: Text
    """What one signs in as, such as ``product-team@siv``."""
    subject: Text
    organisation: OrganisationNumber
    roles: tuple[Role, ...]
    actors: tuple[Slug, ...] = ()


class LocalUsers(Model):
    """The test users of an issuer."""

    schema_: Literal["local-users/1"] = Field(alias="schema")
    users: tuple[LocalUser, ...]

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if len({one.user for one in self.users}) != len(self.users):
            raise ValueError("a user stands twice")
        if not all(is_subject(one.subject) for one in self.users):
            raise ValueError("a subject is not a handle")
        return self


class LocalIssuer:
    """Signs tokens for test users with a key of its own.

    Args:
        users: who may be signed in as.
        folder: where the key is kept, with access for its owner only; made at start where it is missing.
        stage: the stage that the service is run for.
        clock: what a token's times are told by.
        minutes: how long a token lasts.

    Raises:
        RuntimeError: in prod, and where others may read the key.
    """

    def __init__(self, users: LocalUsers, *, folder: Path, stage: Stage, clock: Clock, minutes: int = 15) -> None:
        if stage is Stage.PROD:
            raise RuntimeError("the local issuer vouches for test users and does not start in prod")
        self._users = {one.user: one for one in users.users}
        self._key = _key(folder / "local-issuer.key.pem")
        self._clock = clock
        self._seconds = minutes * 60

    @property
    def users(self) -> tuple[LocalUser, ...]:
        """Everybody who may be signed in as."""
        return tuple(self._users.values())

    @property
    def seconds(self) -> int:
        """How long a token lasts."""
        return self._seconds

    @property
    def public_keys(self) -> KeySet:
        """The keys that prove its tokens."""
        return KeySet([ECKey.import_key(self._key.as_dict(private=False))])

    def verifier(self) -> Verifier:
        """Give a verifier that trusts this issuer and nobody else."""
        return Verifier(
            issuer=ISSUER,
            audience=AUDIENCE,
            keys=FixedKeys(self.public_keys),
            algorithms=(_ALGORITHM,),
            clock=self._clock,
        )

    def token(self, user: str) -> str | None:
        """Give a fresh token for a user, or none where there is no such user."""
        found = self._users.get(user)
        if found is None:
            return None
        now = int(self._clock.now().timestamp())
        header = {"alg": _ALGORITHM, "typ": "at+jwt", "kid": self._key.kid}
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": found.subject,
            "iat": now,
            "nbf": now,
            "exp": now + self._seconds,
            "organisation": found.organisation,
            "roles": [role.value for role in found.roles],
            "actors": list(found.actors),
        }
        return jwt.encode(header, claims, self._key, algorithms=[_ALGORITHM])


def users_of(path: Path | None) -> LocalUsers:
    """Read the test users of a file, or the package's own.

    Raises:
        prosess.documents.DocumentError: where the file cannot be used.
    """
    return read(LocalUsers, path or USERS)


def _key(path: Path) -> ECKey:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise RuntimeError(f"{path.name} may be read by others: give it mode 0600, or delete it")
        key = ECKey.import_key(path.read_bytes())
    else:
        key = ECKey.generate_key("P-256")
        # The name appears only when the whole key is behind it: a kill half-way leaves no half key.
        making = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key.as_pem(private=True))
        making.replace(path)
    key.ensure_kid()
    return key
