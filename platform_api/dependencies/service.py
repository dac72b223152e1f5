"""The dependency register of a pathway: what is stated, what is computed, and who confirmed."""

from dataclasses import dataclass
from datetime import date

from platform_api.audit.service import note
from platform_api.authorization.scope import Scope
from platform_api.dependencies.models import Confirmation
from platform_api.identity.actor import Actor
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.ids import new_id
from platform_api.kit.problem import Forbidden, NotFound, PreconditionFailed
from platform_api.kit.reviewed import Reviewed
from platform_api.operations import repository as operations
from platform_api.pathways import service as pathways
from platform_api.pathways.change import row_binding
from platform_api.pathways.workflow import Known, know
from prosess.domain.agreement import Agreement
from prosess.domain.dependency import Dependency, DependencyStatus, WorkingDay, status
from prosess.domain.role import Role

_PLATFORM = Scope.platform()


@dataclass(frozen=True)
class Row:
    """A row of the register with what was confirmed of it."""

    declared: Dependency
    computed: DependencyStatus
    confirmations: tuple[Confirmation, ...]
    binding: str


def register(known: Known, *, as_of: date, working_day: WorkingDay) -> list[Row]:
    """Give a pathway's register, in the manifest's order."""
    rows = []
    for declared in known.manifest.dependencies:
        counted = known.confirmations.get(declared.id, ())
        computed = status(declared, confirmed_by=[one.actor for one in counted], as_of=as_of, working_day=working_day)
        rows.append(Row(declared, computed, counted, row_binding(declared)))
    return rows


async def confirm(
    transaction: Transaction,
    scope: Scope,
    actor: Actor,
    pathway_id: str,
    dependency_id: str,
    for_actor: str,
    seen: str,
    *,
    reviewed: Reviewed,
) -> Confirmation:
    """Confirm one actor's part of a dependency.

    ``for_actor`` is the region's actor that the person speaks for, ``seen`` the digest of the row that was read.

    Raises:
        NotFound: where there is no such pathway or row.
        Forbidden: where the row does not depend on that actor, the person is not one of the actor's own people, or
            had a hand in the submission (law 6).
        PreconditionFailed: where the row is not the one that was read.
    """
    session = transaction.session
    row = await pathways.find(scope, session, pathway_id, lock=True)
    known = await know(session, row)
    declared = next((one for one in known.manifest.dependencies if one.id == dependency_id), None)
    if declared is None:
        raise NotFound("NO_SUCH_DEPENDENCY", facts={"known": [one.id for one in known.manifest.dependencies]})
    party = reviewed.actor(for_actor)
    if party is None or for_actor not in declared.actors:
        raise Forbidden("NOT_DEPENDED_ON", facts={"actors": list(declared.actors)}, unblocked_by=Role.DEPENDENCY_ACTOR)
    if for_actor not in actor.actors or actor.organisation != party.organisation:
        raise Forbidden("NOT_OWN_ACTOR", facts={"actor": for_actor}, unblocked_by=Role.DEPENDENCY_ACTOR)
    pathways.refuse(known.people.may_confirm(actor.subject))
    bound = row_binding(declared)
    if seen != bound:
        raise PreconditionFailed("ROW_NOT_SEEN", facts={"current": bound})
    for one in known.confirmations.get(declared.id, ()):
        if one.actor == for_actor:
            return one
    given = Confirmation(
        id=new_id("cf"),
        pathway=row.id,
        dependency=declared.id,
        actor=for_actor,
        row=bound,
        subject=actor.subject,
        organisation=actor.organisation,
        at=stamp(transaction.clock.now()),
    )
    session.add(given)
    note(
        transaction, actor, "dependency:confirm", f"pathway/{row.id}", organisation=row.organisation,
        facts={"dependency": declared.id, "actor": for_actor, "row": bound, "confirmation": given.id},
    )  # fmt: skip
    await operations.wake(_PLATFORM, session, f"pathway/{row.id}")
    return given


@dataclass(frozen=True)
class Held:
    """An agreement that a pathway leans on, and who declared it."""

    declared: Agreement
    declared_by: str
    """``tenant`` or ``pathway``."""
    state: str
    """``signed`` (not yet in force), ``in_force``, ``expiring`` (90 days or less) or ``expired``."""
    days_left: int


def agreements(known: Known, *, as_of: date) -> list[Held]:
    """Give the agreements of a pathway and its tenant, the one that ends first first.

    An agreement holds to the end of its last day in Europe/Oslo, which is the day that ``as_of`` is told in.
    """
    found = []
    for declared_by, held in (("tenant", known.tenant.agreements), ("pathway", known.manifest.agreements)):
        for one in held:
            left = (one.expires - as_of).days
            if as_of < one.in_force_from:
                state = "signed"
            elif left < 0:
                state = "expired"
            else:
                state = "expiring" if left <= 90 else "in_force"
            found.append(Held(one, declared_by, state, left))
    return sorted(found, key=lambda one: (one.declared.expires, one.declared.id))
