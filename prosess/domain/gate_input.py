"""Prepares the facts that gates judge by, in one place: from the reviewed files and from what the service knows."""

from datetime import date

from prosess.domain.access import AccessOption, DataClass, Overlay, Stage
from prosess.domain.access_choice import incompatibilities
from prosess.domain.agreement import Agreement, AgreementKind
from prosess.domain.data_flow import ControllerModel, LookupTrigger
from prosess.domain.dependency import Dependency, Light, WorkingDay, status
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError
from prosess.domain.gate import required_gates
from prosess.domain.gate_facts import (
    AcceptanceFacts,
    ActorFacts,
    AgreementFacts,
    ContactOf,
    DependencyFacts,
    FlowFacts,
    GateFacts,
    PartyFacts,
    ReleaseFacts,
    WorkflowFacts,
)
from prosess.domain.identifiers import is_synthetic
from prosess.domain.organisation import Contact, OrganisationKind, Region
from prosess.domain.pathway import Pathway
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
