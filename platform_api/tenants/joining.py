"""The operation by which an organisation becomes a tenant."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.audit.service import WORKER, note
from platform_api.authorization.scope import Scope
from platform_api.kit.database import Transaction
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications import service as notifications
from platform_api.operations import repository as operations
from platform_api.operations.decisions import decide, reason
from platform_api.operations.models import Operation
from platform_api.operations.state import Done, Failed, Kind, Outcome, Superseded, Waiting
from platform_api.pathways import repository as pathways
from platform_api.tenants import repository, service
from platform_api.tenants.models import TenantRow
from prosess.contracts import Decision
from prosess.domain.agreement import AgreementKind
from prosess.domain.machine import TENANT
from prosess.domain.role import Role

_PLATFORM = Scope.platform()


async def _lock(session: AsyncSession, operation: Operation) -> None:
    await repository.get(_PLATFORM, session, _id(operation), lock=True)


def _id(operation: Operation) -> str:
    return operation.object.partition("/")[2]


async def _tenant(transaction: Transaction, operation: Operation) -> TenantRow:
    return await service.find(_PLATFORM, transaction.session, _id(operation))


@dataclass(frozen=True)
class VerifyOrganisation:
    """The organisation must be in the region's register."""

    reviewed: Reviewed
    key: str = "verify_organisation"

    async def run(self, transaction: Transaction, operation: Operation) -> Outcome:
        """Hold the tenant's number against the register."""
        row = await _tenant(transaction, operation)
        if row.digest != operation.binding:
            return Superseded({"manifest": row.digest})
        facts = {"organisation": row.organisation, "region": self.reviewed.region.id}
        found = self.reviewed.region.organisation(row.organisation)
        against = [] if found else [reason("ORGANISATION_NOT_IN_REGISTER", unblocked_by=Role.PLATFORM_OWNER, **facts)]
        decision = decide(facts, against)
        if not decision.allow:
            return Failed("ORGANISATION_NOT_IN_REGISTER", facts, {"organisation": decision})
        if row.state == "requested":
            row.state = TENANT.next(row.state, "verify_organisation")
        note(
            transaction, WORKER, "tenant:verify_organisation", operation.object, organisation=row.organisation,
            facts={"operation": operation.id}, decision=decision,
        )  # fmt: skip
        return Done({"state": row.state})


@dataclass(frozen=True)
class BringAgreementsInForce:
    """The agreement with the platform's provider must be in force on the day."""

    reviewed: Reviewed
    key: str = "agreements"

    async def run(self, transaction: Transaction, operation: Operation) -> Outcome:
        """Judge the agreement, and let the tenant's waiting pathways be judged again."""
        row = await _tenant(transaction, operation)
        if row.digest != operation.binding:
            return Superseded({"manifest": row.digest})
        decision = await self._judge(transaction, row)
        await notifications.tell(transaction, operation, {"agreements": decision}, self.reviewed)
        if not decision.allow:
            return Waiting({"agreements": decision})
        if row.state == "org_verified":
            row.state = TENANT.next(row.state, "bring_agreements_in_force")
        row.approved = row.digest
        for pathway_id in await pathways.ids_of_tenant(_PLATFORM, transaction.session, row.id):
            await operations.wake(_PLATFORM, transaction.session, f"pathway/{pathway_id}")
        note(
            transaction, WORKER, "tenant:join", operation.object, organisation=row.organisation,
            facts={"operation": operation.id, "manifest": row.digest, "state": row.state}, decision=decision,
        )  # fmt: skip
        return Done({"state": row.state})

    async def _judge(self, transaction: Transaction, row: TenantRow) -> Decision:
        declared = await service.manifest(transaction.session, row)
        as_of = transaction.clock.today()
        provider = self.reviewed.region.platform_provider
        held = [
            one for one in declared.agreements if one.kind is AgreementKind.PLATFORM_SERVICE and provider in one.parties
        ]
        facts = {"organisation": row.organisation, "kind": AgreementKind.PLATFORM_SERVICE.value}
        if any(one.in_force(as_of) for one in held):
            return decide(facts, [])
        if coming := sorted(one.in_force_from for one in held if one.in_force_from > as_of):
            return decide(
                facts,
                [reason("AGREEMENT_NOT_YET_IN_FORCE", unblocked_by=Role.DATA_CONTROLLER_REP,
                        deadline=coming[0].isoformat(), **facts)],
            )  # fmt: skip
        code = "AGREEMENT_EXPIRED" if held else "AGREEMENT_MISSING"
        return decide(facts, [reason(code, unblocked_by=Role.DATA_CONTROLLER_REP, **facts)])


def joining(reviewed: Reviewed) -> Kind:
    """Give the kind of operation by which a tenant joins."""
    return Kind("tenant_joining", (VerifyOrganisation(reviewed), BringAgreementsInForce(reviewed)), _lock)
