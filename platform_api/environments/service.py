"""Environments: whom they serve by now, and what is known of their state."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.environments import repository
from platform_api.environments.models import EvidenceRow, RestoreTest
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Forbidden, Invalid
from platform_api.kit.reviewed import Reviewed
from platform_api.operations import repository as operations
from platform_api.pathways import repository as pathways
from platform_api.pathways import service as pathway_service
from platform_api.tenants import repository as tenants
from platform_api.tenants import service as tenant_service
from prosess.contracts import Evidence, Onboarding
from prosess.contracts.onboarding import ApprovedParticipant, ApprovedPathway, ApprovedTenant
from prosess.domain.agreement import AgreementKind
from prosess.domain.environment import Environment
from prosess.domain.role import Role

_PLATFORM = Scope.platform()


async def onboarding(session: AsyncSession, environment: Environment, *, as_of: date) -> Onboarding:
    """Give whom an environment serves: pathways that were let in, of tenants whose agreement is in force.

    Each is told by the manifest that was approved, whatever has been sent since.
    """
    approved: list[ApprovedPathway] = []
    found: dict[str, ApprovedTenant] = {}
    for entry, row in await pathways.entries(_PLATFORM, session, environment.name):
        tenant = await tenants.get(_PLATFORM, session, row.tenant)
        if tenant is None or tenant.approved is None:
            continue
        declared = await tenant_service.manifest(session, tenant, tenant.approved)
        if not any(one.kind is AgreementKind.PLATFORM_SERVICE and one.in_force(as_of) for one in declared.agreements):
            continue
        found[tenant.id] = ApprovedTenant(
            id=tenant.id,
            organisation=tenant.organisation,
            manifest=tenant.approved,
            cost_owner=declared.cost_owner,
        )
        manifest = await pathway_service.manifest(session, row, entry.manifest)
        approved.append(
            ApprovedPathway(
                id=row.id,
                tenant=tenant.id,
                stage=environment.stage.value,
                manifest=entry.manifest,
                data_controllers=manifest.data_controllers,
                participants=tuple(
                    ApprovedParticipant(organisation=one.organisation, kind=one.kind.value)
                    for one in sorted(manifest.participants, key=lambda one: one.organisation)
                ),
                access_options=tuple(sorted(option.value for option in manifest.access.options)),
                approved_on=date.fromisoformat(entry.approved_on),
            )
        )
    return Onboarding(
        environment=environment.name,
        tenants=tuple(found[key] for key in sorted(found)),
        pathways=tuple(sorted(approved, key=lambda one: one.id)),
    )


async def post_evidence(
    transaction: Transaction, actor: Actor, environment: Environment, document: Evidence, *, reviewed: Reviewed
) -> EvidenceRow:
    """Keep evidence of an environment's state, posted by the provider's own pipeline.

    Raises:
        Forbidden: where the sender is not the platform's provider.
        Invalid: where it was collected in the future.
    """
    if actor.organisation != reviewed.region.platform_provider:
        raise Forbidden("ONLY_PROVIDER", unblocked_by=Role.SERVICE_PRINCIPAL)
    if stamp(document.collected) > stamp(transaction.clock.now()):
        raise Invalid("EVIDENCE_FROM_THE_FUTURE")
    known = await repository.evidence(_PLATFORM, transaction.session, environment.name, document.digest)
    if known is not None:
        return known
    kept = EvidenceRow(
        environment=environment.name,
        digest=document.digest,
        document=document.to_bytes().decode(),
        collected=stamp(document.collected),
        expires=stamp(document.expires),
        subject=actor.subject,
        at=stamp(transaction.clock.now()),
    )
    transaction.session.add(kept)
    note(
        transaction, actor, "evidence:post", f"environment/{environment.name}", organisation=actor.organisation,
        facts={"evidence": kept.digest, "expires": kept.expires},
    )  # fmt: skip
    await _wake(transaction, environment)
    return kept


async def note_restore_test(
    transaction: Transaction,
    actor: Actor,
    environment: Environment,
    *,
    performed: date,
    valid_until: date,
    reviewed: Reviewed,
) -> RestoreTest:
    """Keep that a restore was tested.

    Raises:
        Forbidden: where the sender is not the platform's provider.
        Invalid: where the dates contradict each other or the test lies ahead.
    """
    if actor.organisation != reviewed.region.platform_provider:
        raise Forbidden("ONLY_PROVIDER", unblocked_by=Role.SERVICE_PRINCIPAL)
    if performed > transaction.clock.today() or valid_until < performed:
        raise Invalid("RESTORE_TEST_DATES")
    kept = RestoreTest(
        id=new_id("rt"),
        environment=environment.name,
        performed=performed.isoformat(),
        valid_until=valid_until.isoformat(),
        subject=actor.subject,
        at=stamp(transaction.clock.now()),
    )
    transaction.session.add(kept)
    note(
        transaction, actor, "evidence:restore_test", f"environment/{environment.name}",
        organisation=actor.organisation, facts={"performed": kept.performed, "valid_until": kept.valid_until},
    )  # fmt: skip
    await _wake(transaction, environment)
    return kept


async def _wake(transaction: Transaction, environment: Environment) -> None:
    for object_ in await operations.waiting_for(_PLATFORM, transaction.session, environment.name):
        await operations.wake(_PLATFORM, transaction.session, object_)
