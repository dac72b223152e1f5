"""What the service knows of a pathway beyond its manifest, put together for a judgement."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.assessments import repository as assessments
from platform_api.assessments.models import AssessmentRow
from platform_api.authorization.scope import Scope
from platform_api.dependencies import repository as dependencies
from platform_api.dependencies.models import Confirmation
from platform_api.environments import repository as environments
from platform_api.kit.clock import Clock, stamp
from platform_api.kit.manifest import parse_pathway
from platform_api.operations import repository as operations
from platform_api.operations.decisions import decide, reason
from platform_api.pathways import repository
from platform_api.pathways.change import Statement, binding, row_binding
from platform_api.pathways.gates import GateKeeper
from platform_api.pathways.independence import People
from platform_api.pathways.models import Approval, PathwayRow
from platform_api.tenants import repository as tenants
from platform_api.tenants import service as tenant_service
from platform_api.tenants.models import TenantRow
from prosess.contracts import Decision, Reason
from prosess.domain.access import Stage
from prosess.domain.dependency import WorkingDay
from prosess.domain.environment import Environment
from prosess.domain.gate import GateId
from prosess.domain.gate_facts import AssessmentFacts, GateFacts, WorkflowFacts
from prosess.domain.gate_input import gate_facts
from prosess.domain.organisation import Region
from prosess.domain.pathway import Pathway
from prosess.domain.role import Role
from prosess.domain.tenant import Tenant

_PLATFORM = Scope.platform()
APPROVERS_NEEDED = {Stage.PROD: 2}
"""How many people approve an entry; one, where a stage is not named."""
PAST_REVIEW = frozenset({"recommended", "pending_acceptance", "accepted"})


@dataclass(frozen=True)
class Known:
    """A pathway and everything that was said of it, in one state of the database."""

    row: PathwayRow
    manifest: Pathway
    tenant_row: TenantRow
    tenant: Tenant
    people: People
    confirmations: dict[str, tuple[Confirmation, ...]]
    """Dependency → confirmations that count: of the row as it is, by an independent person, one for each actor."""
    approvals: tuple[Approval, ...]
    """Approvals, for any environment, of the manifest as it is; whether by independent people is another matter."""
    assessment: AssessmentRow | None
    assessment_facts: AssessmentFacts


@dataclass(frozen=True)
class Judgement:
    """Every gate before an environment, and the approval, as judged at one moment."""

    facts: GateFacts
    gates: dict[GateId, Decision]
    approval: Decision

    @property
    def open(self) -> bool:
        """Whether nothing stands in the way."""
        return self.approval.allow and all(decision.allow for decision in self.gates.values())

    def closed(self) -> dict[str, Decision]:
        """Give the decisions that stand in the way, gates first."""
        found = {gate.value: decision for gate, decision in self.gates.items() if not decision.allow}
        return found if self.approval.allow else {**found, "approval": self.approval}


async def know(session: AsyncSession, row: PathwayRow) -> Known:
    """Read everything that was said of a pathway."""
    version = await repository.version(_PLATFORM, session, row.id, row.digest)
    tenant_row = await tenants.get(_PLATFORM, session, row.tenant)
    if version is None or tenant_row is None:
        raise LookupError(row.id)
    manifest = parse_pathway(version.document)
    revisions = await assessments.revisions(_PLATFORM, session, row.id)
    assessment = revisions[0] if revisions else None
    authors = await repository.authors(_PLATFORM, session, row.id)
    authors |= await operations.requesters(_PLATFORM, session, f"pathway/{row.id}")
    authors |= {one.author for one in revisions}
    reviewers = await _reviewers(session, assessment)
    counted = _counted(await dependencies.confirmations(_PLATFORM, session, row.id), manifest, authors)
    answers = await assessments.acceptances(_PLATFORM, session, assessment.id) if assessment else []
    approvals = await repository.approvals(_PLATFORM, session, row.id, binding(manifest, Statement.APPROVAL))
    people = People(
        authors=authors,
        confirmers=frozenset(one.subject for some in counted.values() for one in some),
        reviewers=reviewers,
        accepters=frozenset(one.subject for one in answers),
        approvers=frozenset(one.subject for one in approvals),
    )
    return Known(
        row=row,
        manifest=manifest,
        tenant_row=tenant_row,
        tenant=await tenant_service.manifest(session, tenant_row),
        people=people,
        confirmations=counted,
        approvals=tuple(approvals),
        assessment=assessment,
        assessment_facts=_assessment_facts(assessment, manifest, authors, reviewers),
    )


async def _reviewers(session: AsyncSession, assessment: AssessmentRow | None) -> frozenset[str]:
    if assessment is None:
        return frozenset()
    said = await assessments.reviews(_PLATFORM, session, assessment.id)
    raised = await assessments.points(_PLATFORM, session, assessment.pathway)
    return frozenset(one.subject for one in said if one.event in ("recommend", "return")) | frozenset(
        one.subject for one in raised if one.raised_on == assessment.id and one.role == Role.SECURITY_REVIEWER.value
    )


def _counted(
    said: Sequence[Confirmation], manifest: Pathway, authors: frozenset[str]
) -> dict[str, tuple[Confirmation, ...]]:
    rows = {one.id: one for one in manifest.dependencies}
    found: dict[str, dict[str, Confirmation]] = {}
    for one in said:
        row = rows.get(one.dependency)
        if row is None or one.row != row_binding(row) or one.actor not in row.actors or one.subject in authors:
            continue
        found.setdefault(row.id, {}).setdefault(one.actor, one)
    return {dependency: tuple(by_actor.values()) for dependency, by_actor in found.items()}


def _assessment_facts(
    assessment: AssessmentRow | None, manifest: Pathway, authors: frozenset[str], reviewers: frozenset[str]
) -> AssessmentFacts:
    if assessment is None:
        return AssessmentFacts(state="none", manifest_current=False)
    state = assessment.state
    if state in PAST_REVIEW and reviewers & authors:
        state = "in_review"  # a reviewer has become an author since: the review is to be done again
    return AssessmentFacts(
        state=state,
        manifest_current=assessment.binding == binding(manifest, Statement.ASSESSMENT),
        unowned_risks=assessment.unowned,
        not_assessed_risks=assessment.not_assessed,
    )


class Judging:
    """Judges pathways by the reviewed rules.

    Args:
        region: the region's register.
        gates: the rules.
        working_day: the calendar.
        local_identity: whether people are vouched for by the local issuer, whose word does not open prod.
    """

    def __init__(
        self, region: Region, gates: GateKeeper, working_day: WorkingDay, *, local_identity: bool = False
    ) -> None:
        self.region = region
        self.gates = gates
        self.working_day = working_day
        self.local_identity = local_identity

    async def judge(self, session: AsyncSession, known: Known, environment: Environment, clock: Clock) -> Judgement:
        """Judge every gate before an environment, and the approval."""
        independent, against = self._approvals(known, environment)
        workflow = await self._workflow(session, known, environment, clock, approvers=independent)
        facts = gate_facts(
            region=self.region,
            environment=environment,
            tenant=known.tenant,
            pathway=known.manifest,
            workflow=workflow,
            as_of=clock.today(),
            working_day=self.working_day,
        )
        approval = decide({"pathway": known.row.id, "environment": environment.name, "approvers": independent}, against)
        gates = await self.gates.judge(facts, data_revision=known.row.digest)
        return Judgement(facts, gates, approval)

    def _approvals(self, known: Known, environment: Environment) -> tuple[int, list[Reason]]:
        """Give how many independent people approved, and what is missing."""
        given = {one.subject for one in known.approvals if one.environment == environment.name}
        independent = {subject for subject in given if known.people.may_approve(subject) is None}
        needed = APPROVERS_NEEDED.get(environment.stage, 1)
        named = {"pathway": known.row.id, "environment": environment.name}
        against: list[Reason] = []
        if len(independent) < needed:
            code = "APPROVAL_NOT_INDEPENDENT" if len(given) > len(independent) else "APPROVAL_MISSING"
            against.append(
                reason(code, unblocked_by=Role.PLATFORM_OWNER, needed=needed, given=len(independent), **named)
            )
        if known.tenant_row.state not in tenant_service.JOINED:
            against.append(
                reason("TENANT_NOT_JOINED", unblocked_by=Role.PRODUCT_TEAM_MEMBER, tenant=known.row.tenant,
                       state=known.tenant_row.state)
            )  # fmt: skip
        if environment.stage is Stage.PROD and self.local_identity:
            against.append(reason("LOCAL_IDENTITY_NOT_FOR_PROD", unblocked_by=Role.PLATFORM_ENGINEER, **named))
        return len(independent), against

    async def _workflow(
        self, session: AsyncSession, known: Known, environment: Environment, clock: Clock, *, approvers: int
    ) -> WorkflowFacts:
        today = clock.today()
        answers = await assessments.acceptances(_PLATFORM, session, known.assessment.id) if known.assessment else []
        counting = {one.organisation: one for one in answers}  # the last one of each organisation
        sign_offs = await repository.sign_offs(
            _PLATFORM, session, known.row.id, binding(known.manifest, Statement.SIGN_OFF)
        )
        evidence = await environments.latest_evidence(_PLATFORM, session, environment.name)
        restored = await environments.restore_tests(_PLATFORM, session, environment.name)
        return WorkflowFacts(
            confirmations={row: tuple(one.actor for one in some) for row, some in known.confirmations.items()},
            assessment=known.assessment_facts,
            acceptances={
                one.organisation: today.fromisoformat(one.until)
                for one in counting.values()
                if one.state == "active" and one.envelope and one.until and known.people.may_accept(one.subject) is None
            },
            clinical_sign_off_current=any(one.subject not in known.people.authors for one in sign_offs),
            evidence_fresh=evidence is not None and evidence.expires >= stamp(clock.now()),
            restore_test_until=today.fromisoformat(restored[0].valid_until) if restored else None,
            approvers=approvers,
        )
