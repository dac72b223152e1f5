"""The facts that a gate's rules read: small enough to be judged in a millisecond, and nothing that a person wrote."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from prosess.domain.access import AccessOption, DataClass, Overlay, Stage
from prosess.domain.agreement import AgreementKind
from prosess.domain.base import Model
from prosess.domain.dependency import Criticality, Light
from prosess.domain.gate import GateId
from prosess.domain.organisation import OrganisationKind
from prosess.domain.pathway import TestData

ContactOf = Literal["tenant", "pathway"]
"""The file that a contact stands in."""


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
