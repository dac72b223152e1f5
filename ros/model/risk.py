"""One risk, as its file tells it. Levels are never written here: they are looked up, and follow the evidence."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from prosess.domain.base import Model
from prosess.domain.identifiers import ControlId, OrganisationNumber, RiskId, Slug
from prosess.domain.text import LocalisedText
from ros.criteria.dimension import Dimension, Facet
from ros.model.selector import Selector

Ordinal = Annotated[int, Field(ge=1, le=9)]
Step = Annotated[int, Field(ge=-8, le=-1)]
"""Steps down a scale. A control that raises a risk is another risk, and is written as one."""


class Judgement(Model):
    """What people judged the risk to be before any control."""

    likelihood: Ordinal
    """Ordinal on the profile's scale."""
    consequence: dict[Dimension, Ordinal]
    """Every dimension of the criteria profile; one that is left out leaves the risk not assessed."""
    rationale: LocalisedText
    """Why it was judged so."""
    knowledge: Literal["weak", "medium", "strong"]
    """How well founded the judgement is."""


class ControlUse(Model):
    """A control that a risk leans on, and what it is worth here once it is proven."""

    ref: ControlId
    """Id of the control."""
    effect: dict[Facet, Step] = Field(min_length=1)
    """Steps down the scales that it is worth once proven."""
    mechanism: Slug
    """What the effect works through. Of controls with one mechanism the strongest counts; mechanisms add up."""
    expect_min: int = Field(default=1, ge=1)
    """Fewer resources than this, over all of the control's checks, leave the control not evaluated."""


class EffectApproval(Model):
    """What the controls are worth here, approved by somebody other than the author."""

    by: Slug
    """Id of a party of the analysis."""
    on: date
    """The day of the approval."""
    reason: LocalisedText
    """Why the effects are worth that much, and no more."""
    steps: dict[ControlId, dict[Facet, Step]] = Field(min_length=1)
    """The effects that were approved. One that differs from its control's declared effect does not count."""


class Raise(Model):
    """Ordinals that a person holds the risk up to, whatever the evidence says. Nobody lowers a level by hand."""

    likelihood: Ordinal | None = None
    """Ordinal that the likelihood is held up to."""
    consequence: dict[Dimension, Ordinal] = {}
    """Dimension → ordinal that the consequence is held up to."""
    reason: LocalisedText
    """Why the evidence does not tell the whole."""
    by: Slug
    """Id of a party of the analysis."""
    on: date
    """The day of the raise."""


class Target(Model):
    """Where the risk is meant to be; what is left out stays as judged."""

    likelihood: Ordinal | None = None
    consequence: dict[Dimension, Ordinal] = {}
    by: date | None = None
    """The day by which it is meant to be there."""


class Action(Model):
    """One measure of the treatment plan."""

    option: Literal["reduce", "avoid", "transfer", "accept"]
    """What kind of treatment it is."""
    action: LocalisedText
    """What is done."""
    responsible: Slug
    """Id of a party of the analysis: a role, never a person."""
    due: date | None = None
    """The last day; only an acceptance needs none."""
    state: Literal["proposed", "planned", "implemented", "verified"]
    """How far it has come."""
    adds: ControlId | None = None
    """The control that the measure will bring."""


class Review(Model):
    """How often something is to be looked at again, and when it last was."""

    every_days: int = Field(ge=1, le=1100)
    last: date


Sensitive = Literal["description", "vulnerability", "rationale", "treatment", "evidence"]
"""A part of a risk that only reviewers are shown."""


class RiskFile(Model):
    """One file under ``risks/``."""

    schema_: Literal["risk/1"] = Field(alias="schema")
    id: RiskId
    """Name of the risk; it is kept when the file is renamed."""
    scenario: RiskId
    """Scenario of the catalogue that this risk is a case of."""
    title: LocalisedText
    """The event in a few words."""
    description: LocalisedText
    """Because of …, it may happen that …, with the result that …"""
    vulnerability: LocalisedText | None = None
    """What makes the event possible; often the part that is marked sensitive."""
    applies_to: tuple[Selector, ...] = ()
    """Empty for a risk that no resource carries, such as one about who answers an alert."""
    assets: tuple[Slug, ...] = ()
    """Ids of what is harmed: of the analysis' ``values``, or of what the graph and the pathway tell of."""
    inherent: Judgement
    """What it was judged to be before any control."""
    controls: tuple[ControlUse, ...] = ()
    """What it leans on, each with what it is worth here."""
    effects_approved: EffectApproval | None = None
    """Somebody else's approval of what the controls are worth; without it none counts."""
    raised: tuple[Raise, ...] = ()
    """What people hold it up to."""
    target: Target = Target()
    """Where it is meant to be."""
    treatment: tuple[Action, ...] = ()
    """What is done about it."""
    owner: Slug | None = None
    """Id of a party of the analysis."""
    data_controllers: tuple[OrganisationNumber, ...] = Field(min_length=1)
    """Each accepts for itself."""
    sensitive: tuple[Sensitive, ...] = ()
    """Parts that only reviewers are shown."""
    review: Review | None = None
    """The risk's own interval, where it is another than the analysis'."""


class InheritedRiskFile(Model):
    """One file under ``risks/`` that speaks of a risk of another assessment.

    It has no place for a judgement, a control or an effect: what is inherited may be held up or treated further, and
    nothing in the file can lower it.
    """

    schema_: Literal["inherited-risk/1"] = Field(alias="schema")
    id: RiskId
    """Id of the inherited risk."""
    origin: Slug
    """Id of the analysis that judged the risk."""
    raised: tuple[Raise, ...] = ()
    """Added to what holds the risk up there."""
    treatment: tuple[Action, ...] = ()
    """Added to what is done about it there."""
    target: Target | None = None
    """Where it is meant to be here, where that is higher: a raise may put the inherited target out of reach."""
    owner: Slug | None = None
    """Id of a party of this analysis; the inherited risk's own owner where it is left out."""
    data_controllers: tuple[OrganisationNumber, ...] = ()
    """Those who answer for the risk here; where none are named, those of the analysis, and then the inherited ones."""
