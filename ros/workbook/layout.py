"""The sheets of the editable workbook and their columns: a key of the risk's file each.

Row 1 is for people. Row 2 is hidden and for the reader: ``<sheet>:<key>``, whatever the sheet is called and in whatever
order the columns stand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from ros.criteria.dimension import Dimension, Facet
from ros.workbook.flat import Path, parsed

Kind = Literal["text", "number", "date", "lines"]

DIMENSIONS: tuple[str, ...] = get_args(Dimension)
FACETS: tuple[str, ...] = get_args(Facet)
TONGUES = ("nb", "nn", "en")
CHILD_OF = "risk"
"""The column that says which risk a row of the other sheets belongs to."""


@dataclass(frozen=True)
class Column:
    """One column."""

    key: str
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    """What the cell's list offers; ``@parties`` for the parties of the analysis, ``@steps`` for the scale."""
    width: int = 14

    @cached_property
    def path(self) -> Path:
        """Keys from the row's object down."""
        return parsed(self.key)


@dataclass(frozen=True)
class Table:
    """One sheet."""

    name: str
    columns: tuple[Column, ...]
    under: str = ""
    """The list of the risk that its rows belong to; empty for the risks themselves."""


def _texts(key: str) -> tuple[Column, ...]:
    return tuple(Column(f"{key}.{tongue}", width=44 if tongue == "nb" else 30) for tongue in TONGUES)


def _numbers(key: str, names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(f"{key}.{name}", "number", width=9) for name in names)


def _scale(prefix: str) -> tuple[Column, ...]:
    names = (f"{prefix}likelihood", *(f"{prefix}consequence.{dimension}" for dimension in DIMENSIONS))
    return tuple(
        Column(name, "number", ("@likelihood" if place == 0 else "@consequence",), 9)
        for place, name in enumerate(names)
    )


RISKS = Table(
    "risks",
    (
        Column("id", width=8),
        Column("scenario", width=9),
        *_texts("title"),
        *_texts("description"),
        *_texts("vulnerability"),
        *_scale("inherent."),
        *_texts("inherent.rationale"),
        Column("inherent.knowledge", choices=("weak", "medium", "strong")),
        *_scale("target."),
        Column("target.by", "date"),
        Column("owner", choices=("@parties",), width=20),
        Column("data_controllers", "lines"),
        Column("sensitive", "lines"),
        Column("effects_approved.by", choices=("@parties",), width=20),
        Column("effects_approved.on", "date"),
        *_texts("effects_approved.reason"),
    ),
)

CHILDREN = (
    Table(
        "resources",
        (
            Column("type", width=44),
            *(Column(f"labels.{name}") for name in ("environment", "service", "data_class", "data_controller")),
            Column("expect_min", "number"),
        ),
        under="applies_to",
    ),
    Table(
        "controls",
        (
            Column("ref", width=28),
            Column("mechanism", width=22),
            *_numbers("effect", FACETS),
            Column("expect_min", "number"),
        ),
        under="controls",
    ),
    Table("approved", (Column("control", width=28), *_numbers("steps", FACETS)), under="steps"),
    Table(
        "raised",
        (*_scale(""), *_texts("reason"), Column("by", choices=("@parties",), width=20), Column("on", "date")),
        under="raised",
    ),
    Table(
        "treatment",
        (
            Column("option", choices=("reduce", "avoid", "transfer", "accept")),
            *_texts("action"),
            Column("responsible", choices=("@parties",), width=20),
            Column("due", "date"),
            Column("state", choices=("proposed", "planned", "implemented", "verified")),
            Column("adds", width=28),
        ),
        under="treatment",
    ),
)

DOCUMENTS = Table("documents", (Column("file", width=22), Column("key", width=36), Column("value", width=80)))
"""Everything else: the head of the assessment, its own controls and criteria, and what has no column above."""

TABLES = (RISKS, *CHILDREN, DOCUMENTS)
