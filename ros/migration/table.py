"""The table of a migration: old step → new step, for the likelihood and each dimension of the consequence."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from prosess.documents import read, to_yaml
from prosess.domain.base import Model
from prosess.domain.identifiers import Digest
from prosess.domain.text import Language, LocalisedText
from prosess.domain.text.refusals import refusal
from ros.criteria import Profile
from ros.criteria.dimension import Dimension
from ros.model.analysis import CriteriaRef
from ros.model.risk import Ordinal

_OWN = Path(__file__).parents[1] / "criteria" / "migrations"


class Migration(Model):
    """One file under ``ros/criteria/migrations``, or one given with ``--map``."""

    schema_: Literal["criteria-migration/1"] = Field(alias="schema")
    from_: CriteriaRef = Field(alias="from")
    from_digest: Digest | None = None
    """Of the profile that the table was written for; another content under the same name is refused."""
    to: CriteriaRef
    to_digest: Digest | None = None
    likelihood: tuple[Ordinal, ...]
    """New step for the old 1, 2, …"""
    consequence: dict[Dimension, tuple[Ordinal, ...]]

    def step(self, facet: str, ordinal: int) -> int:
        """Give the new step of an old one."""
        steps = self.likelihood if facet == "likelihood" else self.consequence[facet]  # type: ignore[index]
        return steps[ordinal - 1]

    def check(self, old: Profile, new: Profile) -> None:
        """Hold the table against the two profiles.

        Raises:
            DomainError: where it is of others, leaves a dimension out, or does not fit the scales.
        """
        named = (
            ("from", self.from_, old.reference),
            ("to", self.to, new.reference),
            ("from_digest", self.from_digest, old.digest),
            ("to_digest", self.to_digest, new.digest),
        )
        for key, told, found in named:
            if told not in (None, found):
                raise refusal("MIGRATION_OF_OTHERS", facts={"key": key, "named": told, "given": found})
        for dimension in {**old.dimensions, **new.dimensions}:
            if dimension not in self.consequence:
                raise refusal("MIGRATION_FACET_MISSING", facts={"facet": dimension})
        _fits("likelihood", self.likelihood, len(old.likelihood), len(new.likelihood))
        for facet, steps in self.consequence.items():
            _fits(facet, steps, len(old.consequence_labels), len(new.consequence_labels))


def _fits(facet: str, steps: tuple[int, ...], old: int, new: int) -> None:
    falls = any(high < low for low, high in itertools.pairwise(steps))
    if len(steps) != old or falls or max(steps, default=0) > new:
        raise refusal("MIGRATION_SCALE", facts={"facet": facet, "count": len(steps), "steps": old, "top": new})


def skeleton(old: Profile, new: Profile, language: Language) -> str:
    """Give a file to fill in: every step of both scales by its words, and 0 where a person has to say the new step."""
    lines = [to_yaml({"schema": "criteria-migration/1", "from": old.reference, "from_digest": old.digest}).rstrip()]
    lines += [to_yaml({"to": new.reference, "to_digest": new.digest}).rstrip()]
    likely = ([step.label for step in old.likelihood], [step.label for step in new.likelihood])
    lines += [*_steps(*likely, language), f"likelihood: {[0] * len(likely[0])}"]
    lines += [*_steps(old.consequence_labels, new.consequence_labels, language), "consequence:"]
    dimensions = {**old.dimensions, **new.dimensions}
    return "\n".join([*lines, *(f"  {one}: {[0] * len(old.consequence_labels)}" for one in dimensions)]) + "\n"


def _steps(old: Sequence[LocalisedText], new: Sequence[LocalisedText], language: Language) -> Iterator[str]:
    for scale in (old, new):
        yield "# " + " · ".join(f"{place} {label.in_language(language)}" for place, label in enumerate(scale, 1))


def read_migration(old: str, new: str, given: Path | None = None) -> Migration:
    """Read the table from one profile to another: the one that is given, or the product's.

    Raises:
        DomainError: ``MIGRATION_UNKNOWN``, where there is none.
        DocumentError: where the file is not one.
    """
    path = given or _OWN / f"{old}--{new}.yaml"
    if given is None and not path.is_file():
        raise refusal("MIGRATION_UNKNOWN", facts={"old": old, "new": new})
    return read(Migration, path)
