"""A criteria profile: what the ordinals mean, which level each pair of them has, and who may accept it.

Nothing here multiplies or averages. A level is looked up in the profile's table, dimension by dimension, and the
worst dimension decides.
"""

import itertools
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, StringConstraints, model_validator

from prosess.contracts.canonical import canonical_bytes, digest
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Slug
from prosess.domain.role import NEVER, Role
from prosess.domain.text import LocalisedText
from ros.criteria.dimension import Dimension

NOT_ASSESSED = "not_assessed"
"""Stands where a level would: the level could not be looked up, or must not be told."""

AnyDimension = TypeVar("AnyDimension", bound=str)

Symbol = Annotated[str, StringConstraints(min_length=1, max_length=1)]


class CriteriaError(DomainError):
    """A profile contradicts itself, or is not the one that an analysis was made against."""


class Step(Model):
    """One step of a scale; its ordinal is its place, from 1."""

    label: LocalisedText
    descriptor: LocalisedText


class ConsequenceScale(Model):
    """What each consequence step means in one dimension; the labels are shared by all dimensions."""

    title: LocalisedText
    descriptors: tuple[LocalisedText, ...]


class Level(Model):
    """One level of risk."""

    id: Slug
    label: LocalisedText
    symbol: Symbol
    """A sign of its own shape, so that colour never carries the meaning alone."""
    meaning: LocalisedText
    accepted_by: tuple[Role, ...]
    """Who may accept a risk at this level; empty where nobody may."""
    accepted_days: int = Field(ge=1, le=1100)
    """How long an acceptance may last, in days."""


class Floor(Model):
    """A consequence that holds the level up, however unlikely it is."""

    dimension: Dimension
    at_least: int = Field(ge=1)
    """The ordinal from which the floor holds."""
    level: Slug


class Profile(Model):
    """One version of one organisation's criteria."""

    schema_: Literal["criteria/1"] = Field(alias="schema")
    id: Slug
    version: int = Field(ge=1)
    title: LocalisedText
    note: LocalisedText
    likelihood: tuple[Step, ...] = Field(min_length=3, max_length=7)
    consequence_labels: tuple[LocalisedText, ...] = Field(min_length=3, max_length=7)
    dimensions: dict[Dimension, ConsequenceScale] = Field(min_length=1)
    levels: tuple[Level, ...] = Field(min_length=2)
    """Lowest first."""
    matrix: tuple[tuple[Slug, ...], ...]
    """One row per likelihood step, lowest first; one level per consequence step, lowest first."""
    floors: tuple[Floor, ...] = ()
    limit: Slug
    """The highest level that stands without an acceptance."""

    @property
    def reference(self) -> str:
        """``<profile>@<version>``, as analyses quote it."""
        return f"{self.id}@{self.version}"

    @cached_property
    def digest(self) -> str:
        """What analyses pin: of the content, whatever the file's layout."""
        return digest(canonical_bytes(self.model_dump(mode="json", by_alias=True, exclude_none=True)))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Level → place, lowest 0."""
        return {level.id: rank for rank, level in enumerate(self.levels)}

    def level_of(self, id_: str) -> Level | None:
        """Give a level by its id, or None (as for ``not_assessed``)."""
        return self.levels[self.ranks[id_]] if id_ in self.ranks else None

    def above_limit(self, level: str) -> bool:
        """Tell whether a level needs an acceptance. ``not_assessed`` is no level, and is not above."""
        return level in self.ranks and self.ranks[level] > self.ranks[self.limit]

    def cell(self, likelihood: int, dimension: str, consequence: int) -> str | None:
        """Look up the level of one dimension, floors included; None where an ordinal is off its scale."""
        if dimension not in self.dimensions:
            return None
        if not (1 <= likelihood <= len(self.likelihood) and 1 <= consequence <= len(self.consequence_labels)):
            return None
        level = self.matrix[likelihood - 1][consequence - 1]
        for floor in self.floors:
            if floor.dimension == dimension and consequence >= floor.at_least:
                level = max(level, floor.level, key=self.ranks.__getitem__)
        return level

    def level(self, likelihood: int, consequence: Mapping[AnyDimension, int]) -> tuple[str, str]:
        """Look up the level of a rating: ``(level, the dimension that decided)``.

        The worst dimension decides; among equals the highest consequence, then patient safety, then the order of
        the profile. Where a dimension is missing, or an ordinal is off its scale, the level is ``not_assessed`` and
        that dimension is given.
        """
        plain = {str(dimension): ordinal for dimension, ordinal in consequence.items()}
        best: tuple[int, int, bool] | None = None
        decided = ""
        for dimension in self.dimensions:
            ordinal = plain.get(dimension)
            found = None if ordinal is None else self.cell(likelihood, dimension, ordinal)
            if ordinal is None or found is None:
                return NOT_ASSESSED, dimension
            key = (self.ranks[found], ordinal, dimension == "patient_safety")
            if best is None or key > best:
                best, decided = key, dimension
        assert best is not None, "a profile has a dimension"  # noqa: S101 - held by the field's min_length
        return self.levels[best[0]].id, decided

    @model_validator(mode="after")
    def _the_table_is_whole(self) -> Self:
        steps = len(self.consequence_labels)
        if len(self.matrix) != len(self.likelihood) or any(len(row) != steps for row in self.matrix):
            raise CriteriaError(
                "CRITERIA_TABLE_SIZE",
                "the matrix does not have the size of the scales",
                facts={"likelihoods": len(self.likelihood), "consequences": steps},
                at=("matrix",),
            )
        for dimension, scale in self.dimensions.items():
            if len(scale.descriptors) != steps:
                raise CriteriaError(
                    "CRITERIA_SCALE_SIZE",
                    f"the scale has {len(scale.descriptors)} steps and the labels {steps}",
                    facts={"dimension": dimension, "steps": len(scale.descriptors), "labels": steps},
                    at=("dimensions", dimension, "descriptors"),
                )
        if len(self.ranks) != len(self.levels) or len({level.symbol for level in self.levels}) != len(self.levels):
            raise CriteriaError("CRITERIA_LEVEL_TWICE", "two levels share an id or a symbol", at=("levels",))
        named = {level for row in self.matrix for level in row} | {floor.level for floor in self.floors} | {self.limit}
        if unknown := sorted(named - set(self.ranks)):
            raise CriteriaError(
                "CRITERIA_LEVEL_UNKNOWN", f"no level is called {', '.join(unknown)}", facts={"levels": unknown}
            )
        return self

    @model_validator(mode="after")
    def _the_table_never_falls(self) -> Self:
        ranks = [[self.ranks[level] for level in row] for row in self.matrix]
        rows = all(low <= high for row in ranks for low, high in itertools.pairwise(row))
        columns = all(
            low <= high for below, above in itertools.pairwise(ranks) for low, high in zip(below, above, strict=True)
        )
        if not (rows and columns):
            raise CriteriaError(
                "CRITERIA_TABLE_FALLS", "a higher likelihood or consequence has a lower level", at=("matrix",)
            )
        return self

    @model_validator(mode="after")
    def _patient_safety_holds_the_level_up(self) -> Self:
        top = len(self.consequence_labels)
        if "patient_safety" not in self.dimensions:
            raise CriteriaError("CRITERIA_PATIENT_SAFETY", "patient safety is not a dimension", at=("dimensions",))
        lowest = self.cell(1, "patient_safety", top)
        if lowest is None or self.ranks[lowest] < 1:
            raise CriteriaError(
                "CRITERIA_PATIENT_FLOOR",
                "patient safety at its top may not have the lowest level, however unlikely it is",
                facts={"ordinal": top},
                hint=f"add a floor for patient_safety at {top} with the second level",
                at=("floors",),
            )
        return self

    @model_validator(mode="after")
    def _acceptance_is_for_those_who_may(self) -> Self:
        for place, level in enumerate(self.levels):
            for role in level.accepted_by:
                if "ros:accept" in NEVER[role]:
                    raise CriteriaError(
                        "CRITERIA_ACCEPTOR",
                        f"a {role} never accepts a risk",
                        facts={"role": role.value, "level": level.id},
                        at=("levels", place, "accepted_by"),
                    )
        return self
