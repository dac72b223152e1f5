"""Everything that a process of the service holds, put together once, from its settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from platform_api.assessments.endings import ACCEPTANCES
from platform_api.assessments.seal import Seal, open_seal
from platform_api.audit.repository import seal
from platform_api.authorization.roles import RolePolicy, open_roles
from platform_api.environments.endings import restore_tests
from platform_api.identity.keys import IssuerKeys
from platform_api.identity.local import LocalIssuer, users_of
from platform_api.identity.tokens import Claims, Verifier
from platform_api.kit.clock import Clock, FixedClock, SystemClock
from platform_api.kit.database import Database
from platform_api.kit.managed_identity import database_identity
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications.endings import telling
from platform_api.operations.state import Kind
from platform_api.operations.worker import Worker
from platform_api.pathways.endings import manifests
from platform_api.pathways.entering import entering
from platform_api.pathways.gates import open_gate_keeper
from platform_api.pathways.workflow import Judging
from platform_api.settings import Settings
from platform_api.tenants.joining import joining
from prosess.calendar import NorwegianCalendar

_OIDC_ALGORITHMS = ("ES256", "ES384", "PS256", "RS256")


@dataclass
class Wiring:
    """One process's parts. None of them holds a truth that the database does not have."""

    settings: Settings
    clock: Clock
    calendar: NorwegianCalendar
    reviewed: Reviewed
    database: Database
    roles: RolePolicy
    judging: Judging
    verifier: Verifier
    issuer: LocalIssuer | None
    seal: Seal
    client: httpx.AsyncClient | None
    kinds: Mapping[str, Kind]
    worker: Worker
    worker_failed: bool = field(default=False)

    async def start(self) -> None:
        """Connect to what is elsewhere."""
        await self.judging.gates.start()

    async def close(self) -> None:
        """Let everything go."""
        await self.judging.gates.close()
        if self.client is not None:
            await self.client.aclose()
        await self.database.close()


def wire(settings: Settings) -> Wiring:
    """Put a process together.

    Raises:
        prosess.documents.DocumentError: where a reviewed file cannot be used.
        RuntimeError: where the local issuer refuses to start, or the seal's key does not fit.
        prosess.sealing.SealError: where the seal's key cannot be used.
        policies.engine.PolicyError: where the rules cannot be used.
    """
    clock: Clock = FixedClock(settings.clock) if settings.clock else SystemClock()
    reviewed = Reviewed.read(settings.region_file, settings.environment_files)
    issuer: LocalIssuer | None = None
    client: httpx.AsyncClient | None = None
    if settings.identity == "local":
        issuer = LocalIssuer(
            users_of(settings.users_file),
            folder=settings.data_folder,
            stage=settings.stage,
            clock=clock,
            minutes=settings.token_minutes,
        )
        verifier = issuer.verifier()
    else:
        client = httpx.AsyncClient(follow_redirects=False)
        verifier = Verifier(
            issuer=settings.oidc_issuer or "",
            audience=settings.oidc_audience,
            keys=IssuerKeys(settings.oidc_jwks_url or "", client),
            algorithms=_OIDC_ALGORITHMS,
            clock=clock,
            types=settings.oidc_token_types,
            claims=Claims(settings.oidc_organisation_claim, settings.oidc_roles_claim, settings.oidc_actors_claim),
        )
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database, clock, seal=seal, identity=database_identity(settings.database_identity))
    seal_of_service = open_seal(
        key_file=settings.seal_key_file,
        keys_file=settings.seal_keys_file,
        folder=settings.data_folder,
        stage=settings.stage,
        organisation=reviewed.region.platform_provider,
        today=clock.today(),
    )
    calendar = NorwegianCalendar()
    token = settings.policy_token.get_secret_value() if settings.policy_token else None
    gates = open_gate_keeper(settings.policy_engine, token=token)
    entry, judging = entering(reviewed, gates, calendar.working_day, local_identity=issuer is not None)
    kinds = {kind.name: kind for kind in (joining(reviewed), entry)}
    tell_endings = telling(ACCEPTANCES, manifests(reviewed), restore_tests(reviewed))
    worker = Worker(database, kinds, lease=settings.lease_seconds, poll=settings.poll_seconds, duties=(tell_endings,))
    return Wiring(
        settings=settings,
        clock=clock,
        calendar=calendar,
        reviewed=reviewed,
        database=database,
        roles=open_roles(),
        judging=judging,
        verifier=verifier,
        issuer=issuer,
        seal=seal_of_service,
        client=client,
        kinds=kinds,
        worker=worker,
    )
