"""What spreadsheets call their columns, in Norwegian and English, and a file that says it for one of them."""

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from prosess.domain.base import Model
from prosess.domain.guard import refuse_person_identifier
from ros.criteria.dimension import Dimension
from ros.model.risk import Ordinal

Words = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(refuse_person_identifier)]

What = Literal[
    "id",
    "scenario",
    "event",
    "description",
    "vulnerability",
    "rationale",
    "likelihood",
    "consequence",
    "confidentiality",
    "integrity",
    "availability",
    "robustness",
    "patient_safety",
    "data_subject",
    "level",
    "action",
    "owner",
    "due",
    "ignore",
]
"""What a column of another's spreadsheet may be; ``level`` is compared, and never taken over."""

KNOWN: dict[What, tuple[str, ...]] = {
    "id": ("id", "nr", "nummer", "risiko nr", "risiko id", "risk id", "no"),
    "scenario": ("scenario", "scenarioid"),
    "event": (
        "uønsket hendelse",
        "uønskt hending",
        "hendelse",
        "hending",
        "risiko",
        "trussel",
        "unwanted event",
        "event",
        "risk",
        "tittel",
        "title",
    ),
    "description": ("beskrivelse", "skildring", "årsak", "description", "cause", "beskrivelse av hendelse"),
    "vulnerability": ("sårbarhet", "sårbarheit", "vulnerability"),
    "rationale": ("begrunnelse", "grunngiving", "vurdering", "kommentar", "rationale", "comment"),
    "likelihood": ("sannsynlighet", "sannsyn", "likelihood", "probability", "s"),
    "consequence": ("konsekvens", "consequence", "impact", "k"),
    "confidentiality": ("konfidensialitet", "confidentiality"),
    "integrity": ("integritet", "integrity"),
    "availability": ("tilgjengelighet", "tilgjenge", "availability"),
    "robustness": ("robusthet", "robustheit", "robustness", "resilience"),
    "patient_safety": ("pasientsikkerhet", "pasienttryggleik", "patient safety"),
    "data_subject": ("den registrerte", "personvern", "data subject", "privacy"),
    "level": ("risikonivå", "risiko nivå", "nivå", "risk level", "level", "risikoverdi"),
    "action": ("tiltak", "risikoreduserende tiltak", "risikoreduserande tiltak", "measure", "action", "treatment"),
    "owner": (
        "risikoeier",
        "risikoeigar",
        "eier",
        "eigar",
        "ansvarlig",
        "ansvarleg",
        "risk owner",
        "owner",
        "responsible",
    ),
    "due": ("frist", "tidsfrist", "deadline", "due", "due date"),
}

DIMENSIONS: tuple[str, ...] = get_args(Dimension)


class Columns(Model):
    """A file given with ``--columns``."""

    schema_: Literal["columns/1"] = Field(alias="schema")
    sheet: Words | None = None
    """Name of the sheet; the first with known headings where it is left out."""
    columns: dict[Words, What] = {}
    """Heading as it stands → what it is."""
    likelihood: dict[Words, Ordinal] = {}
    """The sheet's word → step of the profile's scale."""
    consequence: dict[Words, Ordinal] = {}
    levels: dict[Words, Words] = {}
    """The sheet's word → id of a level of the profile."""


def simple(text: str) -> str:
    """Give a heading or word for comparing: small letters, no signs, single spaces."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def recognise(heading: str, asked: Columns | None) -> What | None:
    """Tell what a column is by its heading: as the file says, else as is usual; None where nobody knows."""
    if asked:
        told = {simple(name): what for name, what in asked.columns.items()}
        if simple(heading) in told:
            return told[simple(heading)]
    return next((what for what, names in KNOWN.items() if simple(heading) in names), None)
