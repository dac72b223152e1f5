"""Gates: what must hold before a pathway goes further, and the facts that a gate's rules read.

The rules themselves are Rego (``policies/rules/onboarding``). Here are the gates as data, and the one place that
prepares their input: facts, small enough to be judged in a millisecond, with nothing in them that a person wrote.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from prosess.domain.access import AccessOption, DataClass, Overlay, Stage, incompatibilities
from prosess.domain.agreement import Agreement, AgreementKind
from prosess.domain.base import Model
from prosess.domain.data_flow import ControllerModel, LookupTrigger
from prosess.domain.dependency import Criticality, Dependency, Light, WorkingDay, status
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import is_synthetic
from prosess.domain.organisation import Contact, OrganisationKind, Region
from prosess.domain.pathway import Pathway, TestData
from prosess.domain.tenant import Tenant

_RESERVED_DOMAINS = (".example", ".invalid", ".test", ".localhost")
"""Top-level domains that no mail reaches (RFC 2606)."""

_SENSITIVITY = tuple(DataClass)

_REGIONAL_KINDS = frozenset(
    {
        OrganisationKind.REGIONAL_HEALTH_AUTHORITY,
        OrganisationKind.HEALTH_TRUST,
        OrganisationKind.ICT_PROVIDER,
        OrganisationKind.PHARMACY_TRUST,
    }
)
"""Kinds of which the region knows every one, so that one outside its register is nobody."""


ContactOf = Literal["tenant", "pathway"]
"""The file that a contact stands in."""


class GateId(StrEnum):
    """The gates, in order."""

    G0 = "G0"
    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
    G4 = "G4"
    G5 = "G5"
    G6 = "G6"
    G7 = "G7"


class Gate(Model):
    """What a gate asks for, as keys of texts in nb, nn and en."""

    id: GateId
    name: str
    asks_for: tuple[str, ...]


GATES: tuple[Gate, ...] = (
    Gate(id=GateId.G0, name="identity", asks_for=("valid_parties", "contact")),
    Gate(id=GateId.G1, name="data_and_law", asks_for=("legal_basis", "data_class", "countries", "dpia_decision")),
    Gate(id=GateId.G2, name="access_design", asks_for=("access_options", "decision_record", "access_log")),
    Gate(id=GateId.G3, name="risk_assessment", asks_for=("assessment_recommended", "every_risk_owned")),
    Gate(id=GateId.G4, name="dependencies_and_agreements", asks_for=("mutual_plans", "agreements_in_force")),
    Gate(id=GateId.G5, name="acceptance", asks_for=("acceptance_per_data_controller",)),
    Gate(
        id=GateId.G6,
        name="release",
        asks_for=("fresh_evidence", "restore_test", "clinical_sign_off", "no_freeze", "two_people"),
    ),
    Gate(id=GateId.G7, name="continuous", asks_for=("no_drift", "nothing_expired")),
)


def required_gates(stage: Stage, test_data: TestData) -> tuple[GateId, ...]:
    """Tell which gates stand before a stage.

    Tests on synthetic data alone need G0; tests with partners G0–G4; any test with real data G0–G4 too, since the
    assessment (G3) gates it and its parties are then processing; prod G0–G6.
    """
    if stage is Stage.PROD:
        return (GateId.G0, GateId.G1, GateId.G2, GateId.G3, GateId.G4, GateId.G5, GateId.G6)
    if test_data is TestData.SYNTHETIC_ALONE:
        return (GateId.G0,)
    return (GateId.G0, GateId.G1, GateId.G2, GateId.G3, GateId.G4)


class PartyFacts(Model):
    """A party of the pathway."""

    organisation: str
    kind: OrganisationKind
    synthetic: bool
    known: bool
    """Whether the region's register has it, or it is of a kind that need not be there (a municipality, a GP)."""
    kind_as_registered: bool
    """Whether its kind is the one in the register; true where the register does not have it."""
    admitted: bool
    """Whether the environment admits its kind."""


class FlowFacts(Model):
    """An exchange that the law has a word on."""

    id: str
    automatic_unassessed: bool
    """Whether a machine asks on its own, and nobody has assessed the ground for that."""
    without_legal_basis: bool
    """Whether another organisation is at the other end, and no data flow states the ground."""


class ActorFacts(Model):
    """An actor's part of a dependency."""

    actor: str
    organisation: str | None
    """Who confirms for it; none where the region file does not have the actor."""
    confirmed: bool


class DependencyFacts(Model):
    """A dependency as computed."""

    id: str
    criticality: Criticality
    deadline: date
    light: Light
    overdue: bool
    """Whether its deadline is past and it is not delivered."""
    actors: tuple[ActorFacts, ...]


class AgreementFacts(Model):
    """An agreement that the gate asks for."""

    kind: AgreementKind
    organisation: str
    in_force: bool
    in_force_from: date | None = None
    expires: date | None = None
    """Both of the one that lasts longest; none where there is no such agreement."""


class AssessmentFacts(Model):
    """The pathway's assessment, as reviewed."""

    state: str
    """State of the machine ``assessment``; ``none`` where there is no assessment."""
    manifest_current: bool
    """Whether it speaks of the manifest as it is now."""
    unowned_risks: int = 0
    not_assessed_risks: int = 0


class AcceptanceFacts(Model):
    """One data controller's acceptance."""

    organisation: str
    accepted: bool
    expires: date | None = None


class ReleaseFacts(Model):
    """What go-live rests on."""

    evidence_fresh: bool = False
    restore_test_in_date: bool = False
    clinical_sign_off_current: bool = False
    frozen_until: date | None = None
    """Last day of the freeze that the day lies in."""
    illustrative: bool = True
    """Whether the clinical values are an example, not to be used on patients."""
    approvers: int = 0


class GateFacts(Model):
    """Everything that the gates' rules read."""

    as_of: date
    environment: str
    stage: Stage
    test_data: TestData
    gates: tuple[GateId, ...]
    tenant: str
    tenant_participates: bool
    without_contact: tuple[ContactOf, ...]
    """Files whose mailbox nobody reads: in prod, one of a reserved domain such as ``.example``."""
    parties: tuple[PartyFacts, ...]
    data_class: DataClass
    data_class_allowed: DataClass
    """The most sensitive data that the environment is made for."""
    data_class_exceeded: bool
    dpia: Literal["needed", "not_needed", "undecided"]
    integrations: tuple[FlowFacts, ...]
    storage_outside: tuple[str, ...]
    """Countries that the pathway stores in and the environment does not allow."""
    operator_outside: tuple[str, ...]
    access_incompatible: tuple[str, ...]
    """Codes of compatibility rules that are broken and not excused on the day."""
    options_not_provided: tuple[AccessOption, ...]
    overlays_not_provided: tuple[Overlay, ...]
    decision_record: bool
    access_log: bool
    break_the_glass_reviewer_missing: bool
    assessment: AssessmentFacts
    dependencies: tuple[DependencyFacts, ...]
    agreements: tuple[AgreementFacts, ...]
    acceptances: tuple[AcceptanceFacts, ...]
    release: ReleaseFacts


class WorkflowFacts(Model):
    """What only the service knows: who confirmed, reviewed and accepted, of which manifest."""

    confirmations: Mapping[str, tuple[str, ...]] = {}
    """Dependency id → ids of the actors whose confirmation speaks of the dependency as it is now."""
    assessment: AssessmentFacts = AssessmentFacts(state="none", manifest_current=False)
    acceptances: Mapping[str, date] = {}
    """Organisation number of a data controller → the last day of its acceptance."""
    clinical_sign_off_current: bool = False
    evidence_fresh: bool = False
    restore_test_until: date | None = None
    approvers: int = 0


def _agreements(region: Region, tenant: Tenant, pathway: Pathway, as_of: date) -> tuple[AgreementFacts, ...]:
    controllers = pathway.data_controllers
    wanted = [(AgreementKind.PLATFORM_SERVICE, tenant.organisation)]
    wanted += [(AgreementKind.DATA_PROCESSING, controller) for controller in controllers]
    if pathway.data.controller_model is ControllerModel.JOINT:
        wanted += [(AgreementKind.JOINT_CONTROLLER, controller) for controller in controllers]
    if AccessOption.HELSEID_ATTESTED in pathway.access.options:
        wanted += [
            (AgreementKind.HELSENETT_TERMS, one.organisation)
            for one in pathway.participants
            if one.organisation != tenant.organisation and one.kind is not OrganisationKind.SUPPLIER
        ]
    held = (*tenant.agreements, *pathway.agreements)
    return tuple(_agreement(kind, organisation, held, region.platform_provider, as_of) for kind, organisation in wanted)


def _agreement(
    kind: AgreementKind, organisation: str, held: tuple[Agreement, ...], provider: str, as_of: date
) -> AgreementFacts:
    parties = {organisation}
    if kind in (AgreementKind.PLATFORM_SERVICE, AgreementKind.DATA_PROCESSING):
        parties.add(provider)
    fitting = [one for one in held if one.kind is kind and parties <= set(one.parties)]
    current = [one for one in fitting if one.in_force(as_of)]
    last = max(current or fitting, key=lambda one: one.expires, default=None)
    return AgreementFacts(
        kind=kind,
        organisation=organisation,
        in_force=bool(current),
        in_force_from=last.in_force_from if last else None,
        expires=last.expires if last else None,
    )


def _dependency(
    dependency: Dependency, region: Region, confirmed_by: tuple[str, ...], as_of: date, working_day: WorkingDay
) -> DependencyFacts:
    light = status(dependency, confirmed_by=confirmed_by, as_of=as_of, working_day=working_day).light
    return DependencyFacts(
        id=dependency.id,
        criticality=dependency.criticality,
        deadline=dependency.deadline,
        light=light,
        overdue=as_of > dependency.deadline and light is not Light.DONE,
        actors=tuple(
            ActorFacts(
                actor=actor,
                organisation=found.organisation if (found := region.actor(actor)) else None,
                confirmed=actor in confirmed_by,
            )
            for actor in dependency.actors
        ),
    )


def _parties(region: Region, environment: Environment, pathway: Pathway) -> tuple[PartyFacts, ...]:
    facts = []
    for one in pathway.participants:
        registered = region.organisation(one.organisation)
        facts.append(
            PartyFacts(
                organisation=one.organisation,
                kind=one.kind,
                synthetic=is_synthetic(one.organisation),
                known=registered is not None or one.kind not in _REGIONAL_KINDS,
                kind_as_registered=registered is None or registered.kind is one.kind,
                admitted=one.kind in environment.access.admits,
            )
        )
    return tuple(facts)


def _integrations(pathway: Pathway, tenant: Tenant) -> tuple[FlowFacts, ...]:
    grounded = {flow.integration for flow in pathway.data_flows}
    return tuple(
        FlowFacts(
            id=one.id,
            automatic_unassessed=one.trigger is LookupTrigger.AUTOMATIC and not one.automatic_lookup_assessed,
            without_legal_basis=one.with_organisation != tenant.organisation and one.id not in grounded,
        )
        for one in pathway.integrations
    )


def _without_contact(tenant: Tenant, pathway: Pathway, stage: Stage) -> tuple[ContactOf, ...]:
    contacts: dict[ContactOf, Contact] = {"tenant": tenant.contact, "pathway": pathway.contact}
    return tuple(
        whose
        for whose, contact in contacts.items()
        if stage is Stage.PROD and contact.mailbox.lower().endswith(_RESERVED_DOMAINS)
    )


def _refuse_strangers(region: Region, environment: Environment, tenant: Tenant, pathway: Pathway) -> None:
    for key, named, meant in (
        ("environment.region", environment.region, region.id),
        ("tenant.region", tenant.region, region.id),
        ("pathway.tenant", pathway.tenant, tenant.id),
    ):
        if named != meant:
            raise DomainError(
                "FILES_DO_NOT_BELONG_TOGETHER",
                f"`{key}` names `{named}`, but the file given is `{meant}`",
                facts={"key": key, "named": named, "given": meant},
                hint="give the file that is named",
            )


def gate_facts(
    *,
    region: Region,
    environment: Environment,
    tenant: Tenant,
    pathway: Pathway,
    workflow: WorkflowFacts,
    as_of: date,
    working_day: WorkingDay,
) -> GateFacts:
    """Prepare the facts that the gates of an environment judge a pathway by.

    The tenant must have an agreement on the platform's service; each data controller one on data processing with
    the platform's provider, and one on joint control where they share a register; each party outside the tenant
    must have accepted the terms of Helsenett where attestation is used.

    Args:
        region: the region that the other files name.
        environment: where the pathway is to go.
        tenant: the pathway's tenant.
        pathway: the manifest.
        workflow: what the service knows of the manifest as it is now.
        as_of: the day, in Europe/Oslo.
        working_day: tells a working day; see :mod:`prosess.calendar`.

    Raises:
        DomainError: ``FILES_DO_NOT_BELONG_TOGETHER`` where one file names another than the one given.
    """
    _refuse_strangers(region, environment, tenant, pathway)
    access_log = environment.services.security.access_log_stream
    access, data, residency = pathway.access, pathway.data, environment.residency
    broken = access.refused(
        incompatibilities(
            access.options,
            access.overlays,
            participants=pathway.participant_kinds,
            stage=environment.stage,
            data_class=data.data_class,
            patient_facing=access.patient_facing,
            access_log_stream=access_log,
        ),
        as_of=as_of,
    )
    return GateFacts(
        as_of=as_of,
        environment=environment.name,
        stage=environment.stage,
        test_data=pathway.test_data,
        gates=required_gates(environment.stage, pathway.test_data),
        tenant=tenant.organisation,
        tenant_participates=any(one.organisation == tenant.organisation for one in pathway.participants),
        without_contact=_without_contact(tenant, pathway, environment.stage),
        parties=_parties(region, environment, pathway),
        data_class=data.data_class,
        data_class_allowed=environment.data_class,
        data_class_exceeded=_SENSITIVITY.index(data.data_class) > _SENSITIVITY.index(environment.data_class),
        dpia=data.dpia,
        integrations=_integrations(pathway, tenant),
        storage_outside=tuple(sorted(set(data.storage_countries) - set(residency.storage_countries))),
        operator_outside=tuple(sorted(set(data.operator_access_countries) - set(residency.operator_access_countries))),
        access_incompatible=tuple(one.code for one in broken),
        options_not_provided=tuple(sorted(set(access.options) - set(environment.access.options))),
        overlays_not_provided=tuple(sorted(set(access.overlays) - set(environment.access.overlays))),
        decision_record=access.decision_record is not None,
        access_log=access_log,
        break_the_glass_reviewer_missing=Overlay.BREAK_THE_GLASS in access.overlays
        and access.break_the_glass_reviewer is None,
        assessment=workflow.assessment,
        dependencies=tuple(
            _dependency(one, region, workflow.confirmations.get(one.id, ()), as_of, working_day)
            for one in pathway.dependencies
        ),
        agreements=_agreements(region, tenant, pathway, as_of),
        acceptances=tuple(
            AcceptanceFacts(
                organisation=controller,
                accepted=(until := workflow.acceptances.get(controller)) is not None and as_of <= until,
                expires=until,
            )
            for controller in pathway.data_controllers
        ),
        release=ReleaseFacts(
            evidence_fresh=workflow.evidence_fresh,
            restore_test_in_date=workflow.restore_test_until is not None and as_of <= workflow.restore_test_until,
            clinical_sign_off_current=workflow.clinical_sign_off_current,
            frozen_until=max(
                (one.last for one in pathway.release.freezes if one.first <= as_of <= one.last), default=None
            ),
            illustrative=pathway.illustrative,
            approvers=workflow.approvers,
        ),
    )
