"""What controls refer to: principles, topics, articles. The ids are the sources' own where stable; titles are ours.

A reference is ``<catalogue>:<id>``, such as ``nsm:2.7``. One that no catalogue has is a mistake that the lint tells.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from prosess.documents import read
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import Text
from prosess.domain.text import LocalisedText

_HERE = Path(__file__).parent / "references"

CatalogueId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$", max_length=20)]
EntryId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60),
    AfterValidator(refuse_person_identifier),
]


class Entry(Model):
    """One principle, topic or article."""

    id: EntryId
    title: LocalisedText
    """In our own words."""


class ReferenceCatalogue(Model):
    """One version of one source."""

    schema_: Literal["references/1"] = Field(alias="schema")
    id: CatalogueId
    version: Text
    title: LocalisedText
    subset: bool
    """Whether the source has more than is listed here."""
    note: LocalisedText
    """What a reader must know, such as that what is missing was not considered."""
    entries: tuple[Entry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _lists_each_once(self) -> Self:
        ids = [entry.id for entry in self.entries]
        if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            raise DomainError("ROS_DECLARED_TWICE", "two have the same id", facts={"ids": twice}, at=("entries",))
        return self


@cache
def reference_catalogues() -> tuple[ReferenceCatalogue, ...]:
    """Give the catalogues that references are checked against, by id."""
    found = (read(ReferenceCatalogue, path) for path in _HERE.glob("*.yaml"))
    return tuple(sorted(found, key=lambda catalogue: catalogue.id))


@cache
def _entries() -> dict[str, Entry]:
    return {f"{one.id}:{entry.id}": entry for one in reference_catalogues() for entry in one.entries}


def reference(id_: str) -> Entry | None:
    """Give what a reference such as ``nsm:2.7`` names, or None where no catalogue has it."""
    return _entries().get(id_)
