"""The ends of what manifests declare: agreements, and exceptions from the rules of access.

The manifest that counts is the one that stands. What nobody has asked to have in force is not told of: a pathway's
draft, a tenant whose organisation was not verified; nor is what has been retired or closed.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import TypeVar

from platform_api.authorization.scope import Scope
from platform_api.kit.database import Transaction
from platform_api.kit.log import log_of
from platform_api.kit.manifest import parse_pathway, parse_tenant
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications.endings import Ending, Said, Source, horizon, tell_of
from platform_api.pathways import repository
from platform_api.pathways.models import PathwayRow
from platform_api.tenants import repository as tenants
from platform_api.tenants.models import TenantRow
from prosess.domain.agreement import Agreement
from prosess.domain.machine import PATHWAY, TENANT
from prosess.domain.pathway import Pathway
from prosess.domain.role import Role
from prosess.domain.tenant import Tenant

M = TypeVar("M", Pathway, Tenant)

_log = log_of("prosess.endings")
_PLATFORM = Scope.platform()
AGREEMENT = Said("AGREEMENT_ENDS", "AGREEMENT_LAST_DAY", "AGREEMENT_ENDED")
EXCEPTION = Said("ACCESS_EXCEPTION_ENDS", "ACCESS_EXCEPTION_LAST_DAY", "ACCESS_EXCEPTION_ENDED")
KINDS = (AGREEMENT, EXCEPTION)
_UNTOLD_TENANTS = frozenset({TENANT.initial, "closed"})
_UNTOLD_PATHWAYS = frozenset({PATHWAY.initial, "retired"})


def manifests(reviewed: Reviewed) -> Source:
    """Give the source of what ends in the manifests of every tenant and pathway."""
    provider = reviewed.region.platform_provider

    async def read(transaction: Transaction) -> list[Ending]:
        session, today = transaction.session, transaction.clock.today()
        last = horizon(today)
        known: dict[str, Tenant] = {}
        found: list[Ending] = []
        async for row, document in tenants.standing(_PLATFORM, session):
            tenant = _parsed(parse_tenant, document, f"tenant/{row.id}")
            if tenant is not None:
                known[row.id] = tenant
                found += (one for one in of_tenant(row, tenant, provider, today) if one.until <= last)
        async for pathway_row, document in repository.standing(_PLATFORM, session):
            pathway = _parsed(parse_pathway, document, f"pathway/{pathway_row.id}")
            if pathway is not None and (owner := known.get(pathway_row.tenant)) is not None:
                ends = of_pathway(pathway_row, pathway, owner, provider, today)
                found += (one for one in ends if one.until <= last)
        return found

    return Source(KINDS, read)


def _parsed(parse: Callable[[str], M], document: str, object_: str) -> M | None:
    """Read a manifest; one that cannot be read keeps no other from being told of, and the worker from nothing else."""
    try:
        return parse(document)
    except ValueError as error:
        _log.warning("what ends in a manifest cannot be told", object=object_, kind=type(error).__name__)
        return None


async def tell_of_tenant(transaction: Transaction, row: TenantRow, declared: Tenant, reviewed: Reviewed) -> None:
    """Bring what waits of a tenant's agreements in line with a manifest that was just sent."""
    ends = of_tenant(row, declared, reviewed.region.platform_provider, transaction.clock.today())
    await tell_of(transaction, f"tenant/{row.id}", KINDS, ends)


async def tell_of_pathway(
    transaction: Transaction, row: PathwayRow, declared: Pathway, tenant: Tenant, reviewed: Reviewed
) -> None:
    """Bring what waits of a pathway's agreements and exceptions in line with a manifest that was just sent."""
    ends = of_pathway(row, declared, tenant, reviewed.region.platform_provider, transaction.clock.today())
    await tell_of(transaction, f"pathway/{row.id}", KINDS, ends)


def of_tenant(row: TenantRow, declared: Tenant, provider: str, today: date) -> Iterator[Ending]:
    """Give the ends of a tenant's agreements."""
    if row.state in _UNTOLD_TENANTS:
        return
    for one in declared.agreements:
        if not one.renewed(declared.agreements, today):
            yield from _of_agreement(one, f"tenant/{row.id}", row.organisation, provider, {row.organisation})


def of_pathway(row: PathwayRow, declared: Pathway, tenant: Tenant, provider: str, today: date) -> Iterator[Ending]:
    """Give the ends of a pathway's own agreements, which its tenant's may renew, and of its exceptions."""
    if row.state in _UNTOLD_PATHWAYS:
        return
    held = (*tenant.agreements, *declared.agreements)
    answering = {row.organisation, *declared.data_controllers}
    for agreement in declared.agreements:
        if not agreement.renewed(held, today):
            yield from _of_agreement(agreement, f"pathway/{row.id}", row.organisation, provider, answering)
    for one in declared.access.exceptions:
        yield Ending(
            said=EXCEPTION,
            what=("access_exception", row.organisation, f"pathway/{row.id}", one.rule, one.expires.isoformat()),
            until=one.expires,
            organisation=row.organisation,
            role=Role.PRODUCT_OWNER.value,
            object=f"pathway/{row.id}",
            facts={"rule": one.rule, "owner": one.owner, "pathway": row.id, "organisation": row.organisation},
        )


def _of_agreement(
    declared: Agreement, object_: str, tenant: str, provider: str, answering: Collection[str]
) -> Iterator[Ending]:
    """Give the end of an agreement as it concerns each party, and the tenant, whose manifest must tell of a new one.

    So it is told to somebody who can act even where a party has nobody in the service.
    """
    told = {party: _role(party, provider, answering) for party in declared.parties}
    told.setdefault(tenant, Role.PRODUCT_TEAM_MEMBER)
    for organisation, role in sorted(told.items()):
        yield Ending(
            said=AGREEMENT,
            what=("agreement", organisation, role.value, object_, declared.id, declared.expires.isoformat()),
            since=declared.in_force_from,
            until=declared.expires,
            organisation=organisation,
            role=role.value,
            object=object_,
            facts={
                "agreement": declared.id,
                "agreement_kind": declared.kind.value,
                "parties": list(declared.parties),
                "organisation": tenant,
            },
        )


def _role(party: str, provider: str, answering: Collection[str]) -> Role:
    """Give the role that sees to an organisation's part of an agreement."""
    if party == provider:
        return Role.PLATFORM_OWNER
    return Role.DATA_CONTROLLER_REP if party in answering else Role.DEPENDENCY_ACTOR
