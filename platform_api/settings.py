"""What the service is told by its environment: ``PROSESS_*`` variables, nothing else."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from prosess.domain.access import Stage


class Settings(BaseSettings):
    """Settings of one process (``serve`` or ``worker``); every replica is given the same."""

    model_config = SettingsConfigDict(
        env_prefix="PROSESS_", extra="ignore", frozen=True, use_attribute_docstrings=True, env_ignore_empty=True
    )

    database_url: str = ""
    """``sqlite:///FILE`` or ``postgresql://USER@HOST/NAME``; where none is given, ``prosess.db`` in the data folder."""
    database_identity: str | None = None
    """Client id of the managed identity that signs in to PostgreSQL by token, over verified TLS; else none does."""
    data_folder: Path = Path("build/service")
    """Where the local issuer's key and the default database lie; made where it is missing."""
    stage: Stage = Stage.TEST
    """The stage that the service itself is run for; in prod the local issuer refuses to start."""
    region_file: Path
    """The region's reviewed file."""
    environment_files: Annotated[tuple[Path, ...], NoDecode]
    """The environments that are onboarded into, comma-separated."""
    identity: Literal["local", "oidc"] = "local"
    """Who vouches for people: the service's own issuer of test users, or an OpenID provider."""
    users_file: Path | None = None
    """Test users of the local issuer; the package's own where none is given."""
    token_minutes: int = Field(default=15, ge=1, le=60)
    """How long a token of the local issuer lasts."""
    oidc_issuer: str | None = None
    oidc_audience: str = "prosess"
    oidc_jwks_url: str | None = None
    oidc_organisation_claim: str = "organisation"
    oidc_roles_claim: str = "roles"
    oidc_actors_claim: str = "actors"
    oidc_token_types: Annotated[tuple[str, ...], NoDecode] = ("at+jwt",)
    """What the header of an access token calls it (RFC 9068; Entra ID writes `jwt`). Comma-separated, lower case."""
    policy_engine: str = "embedded"
    """``embedded``, or the address of an OPA server."""
    policy_token: SecretStr | None = None
    """What the OPA server knows us by."""
    seal_key_file: Path | None = None
    """Private key that acceptances are sealed with (PEM, Ed25519, mode 0600); outside prod one is made where none is
    given. `prosess ros seal-key FILE` makes one."""
    seal_keys_file: Path | None = None
    """Public keys that prove the service's seals (`seal-keys/1`): the one that seals, and the former ones."""
    clock: AwareDatetime | None = None
    """A fixed moment instead of the present, for demonstrations; refused in prod."""
    worker: bool = True
    """Whether ``serve`` carries out operations itself, beside answering."""
    lease_seconds: float = Field(default=30, gt=0)
    """How long an operation stays with a worker that has gone silent."""
    poll_seconds: float = Field(default=0.5, gt=0)
    """How often a worker looks for operations of other processes."""
    body_limit: int = Field(default=2 * 1024 * 1024, ge=1024)
    """Bytes that a request may carry; an assessment of a thousand risks is about one million."""

    @field_validator("environment_files", "oidc_token_types", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [one.strip() for one in value.split(",") if one.strip()] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.identity == "local" and self.stage is Stage.PROD:
            raise ValueError("PROSESS_IDENTITY=local vouches for test users and is refused where PROSESS_STAGE=prod")
        if self.clock is not None and self.stage is Stage.PROD:
            raise ValueError("PROSESS_CLOCK is for demonstrations and is refused where PROSESS_STAGE=prod")
        if self.database_identity and not self.database_url.startswith("postgresql"):
            raise ValueError("PROSESS_DATABASE_IDENTITY signs in to PostgreSQL: PROSESS_DATABASE_URL must name one")
        if self.identity == "oidc" and not (self.oidc_issuer and self.oidc_jwks_url):
            raise ValueError("PROSESS_IDENTITY=oidc needs PROSESS_OIDC_ISSUER and PROSESS_OIDC_JWKS_URL")
        return self

    @property
    def database(self) -> str:
        """The address of the database, as given or the default one."""
        return self.database_url or f"sqlite:///{(self.data_folder / 'prosess.db').absolute()}"
