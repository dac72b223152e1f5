"""A patient pathway: the one manifest that a product team writes."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prosess.domain.access_choice import AccessChoice
from prosess.domain.agreement import Agreement
from prosess.domain.base import Model
from prosess.domain.data_flow import DataFlow, Integration, PathwayData
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.dependency import Dependency
from prosess.domain.errors import DomainError
from prosess.domain.follow_up import Alert, Measurement, TaskOwner, Zone
from prosess.domain.identifiers import Digest, OrganisationNumber, RiskId, Slug, Text
from prosess.domain.organisation import Contact, OrganisationKind
from prosess.domain.text import LocalisedText


class ClinicalArea(StrEnum):
    """Clinical areas of digital home follow-up."""

    COPD = "copd"
    HEART_FAILURE = "heart_failure"
    DIABETES = "diabetes"
    CANCER = "cancer"
    MENTAL_HEALTH = "mental_health"
    NUTRITION = "nutrition"
    MULTIMORBIDITY = "multimorbidity"
    OTHER = "other"


class FollowUpForm(StrEnum):
    """The four forms of digital home follow-up."""

    DIALOG = "dialog"
    PATIENT_DATA = "patient_data"
    ONLINE_PROGRAMME = "online_programme"
    PATIENT_EDUCATION = "patient_education"


class TestData(StrEnum):
    """What an environment for test is used with; decides which gates stand before it."""

    __test__ = False

    SYNTHETIC_ALONE = "synthetic_alone"
    SYNTHETIC_WITH_PARTNERS = "synthetic_with_partners"
    REAL = "real"


class Participant(Model):
    """An organisation that takes part with its own data controller role."""

    organisation: OrganisationNumber
    name: Text
    kind: OrganisationKind
    data_controller: bool
    """Whether it answers for data of its own in the pathway (then it accepts risk itself)."""


class AccessDesign(AccessChoice):
    """The pathway's choice of access options, and the decision record that it rests on."""

    decision_record: Text | None = None
    patient_facing: bool = False
    break_the_glass_reviewer: Text | None = None
    """A role, never a person."""


class Freeze(Model):
    """A period in which prod is not changed, such as a partner's release."""

    first: date
    last: date
    """The last day, inclusive, in Europe/Oslo."""
    reason: Text

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.first > self.last:
            raise DomainError("FREEZE_PERIOD", "the freeze ends before it begins", hint="swap `first` and `last`")
        return self


class Release(Model):
    """What go-live rests on."""

    freezes: tuple[Freeze, ...] = ()
    decision_table: Digest | None = None
    """Digest of the decision table that the clinical sign-off is bound to."""


class Pathway(Model):
    """One pathway of one tenant."""

    schema_: Literal["pathway/1"] = Field(alias="schema")
    id: Slug
    tenant: Slug
    version: Annotated[int, Field(ge=1)]
    title: LocalisedText
    description: LocalisedText
    clinical_area: ClinicalArea
    forms: tuple[FollowUpForm, ...]
    illustrative: bool = False
    """Whether the clinical values are an example, not to be used on patients."""
    test_data: TestData
    contact: Contact
    participants: tuple[Participant, ...]
    data: PathwayData
    measurements: tuple[Measurement, ...]
    task_owners: tuple[TaskOwner, ...]
    alerts: tuple[Alert, ...]
    integrations: tuple[Integration, ...]
    data_flows: tuple[DataFlow, ...]
    access: AccessDesign
    dependencies: tuple[Dependency, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    scenarios: tuple[RiskId, ...] = ()
    """Risk scenarios that the team says apply; the assessment may add others."""
    release: Release = Release()

    @property
    def data_controllers(self) -> tuple[str, ...]:
        """Organisation numbers of those who answer for data, in order."""
        return tuple(sorted(one.organisation for one in self.participants if one.data_controller))

    @property
    def participant_kinds(self) -> frozenset[OrganisationKind]:
        """Kinds of the actual participants."""
        return frozenset(one.kind for one in self.participants)

    @model_validator(mode="after")
    def _declares_each_once(self) -> Self:
        for key in (
            "measurements",
            "task_owners",
            "alerts",
            "integrations",
            "data_flows",
            "dependencies",
            "agreements",
        ):
            refuse_declared_twice(key, [one.id for one in getattr(self, key)])
        refuse_declared_twice("participants", [one.organisation for one in self.participants])
        return self

    @model_validator(mode="after")
    def _refers_to_what_it_declares(self) -> Self:
        owners = {owner.id for owner in self.task_owners}
        measurements = {measurement.id for measurement in self.measurements}
        integrations = {integration.id for integration in self.integrations}
        parties = {participant.organisation for participant in self.participants}
        wanted: list[tuple[str, int, str, str, str | None, set[str]]] = []
        for index, alert in enumerate(self.alerts):
            wanted.append(("alerts", index, alert.id, "to", alert.to, owners))
            wanted.append(("alerts", index, alert.id, "measurement", alert.measurement, measurements))
        for index, owner in enumerate(self.task_owners):
            wanted.append(("task_owners", index, owner.id, "outside_hours", owner.outside_hours, owners))
            wanted.append(("task_owners", index, owner.id, "organisation", owner.organisation, parties))
        for index, flow in enumerate(self.data_flows):
            wanted.append(("data_flows", index, flow.id, "integration", flow.integration, integrations))
        missing = [reference for reference in wanted if reference[4] and reference[4] not in reference[5]]
        if missing:
            references = [f"{key}.{identifier}.{field}: {name}" for key, _, identifier, field, name, _ in missing]
            raise DomainError(
                "PATHWAY_REFERENCE",
                f"the manifest does not declare what it refers to: {'; '.join(references)}",
                facts={"references": references},
                hint="declare it, or correct the name",
                at=(missing[0][0], missing[0][1], missing[0][3]),
            )
        return self

    @model_validator(mode="after")
    def _has_a_data_controller(self) -> Self:
        controllers = self.data_controllers
        if not controllers:
            raise DomainError(
                "NO_DATA_CONTROLLER",
                "no participant is data controller",
                hint="set `data_controller: true` for one",
                at=("participants",),
            )
        for index, flow in enumerate(self.data_flows):
            if flow.from_controller not in controllers and flow.to_controller not in controllers:
                raise DomainError(
                    "DATA_FLOW_BETWEEN_OTHERS",
                    f"data flow `{flow.id}` is between organisations that are not data controllers of the pathway",
                    facts={"flow": flow.id},
                    hint="name a participant with `data_controller: true` on one side",
                    at=("data_flows", index),
                )
        return self

    @model_validator(mode="after")
    def _somebody_always_answers(self) -> Self:
        owners = {owner.id: owner for owner in self.task_owners}
        for index, owner in enumerate(self.task_owners):
            passed = [owner.id]
            while (following := owners[passed[-1]].outside_hours) is not None:
                if following in passed:
                    raise DomainError(
                        "OUTSIDE_HOURS_LOOP",
                        f"outside hours the task owners hand over in a ring: {', '.join(passed)}",
                        facts={"task_owners": passed},
                        hint="let the last one be a unit that never closes",
                        at=("task_owners", index, "outside_hours"),
                    )
                passed.append(following)
            red = next((alert.id for alert in self.alerts if alert.zone is Zone.RED and alert.to == owner.id), None)
            if red is not None and owners[passed[-1]].opens is not None:
                raise DomainError(
                    "RED_ALERT_OUT_OF_HOURS",
                    f"red alert `{red}` has nobody to answer it when task owner `{passed[-1]}` is closed",
                    facts={"alert": red, "task_owner": passed[-1]},
                    hint="name who takes over under `outside_hours`, in the end a unit that never closes",
                    at=("task_owners", index),
                )
        return self
