"""The report as parts, blocks and typed cells: what every format renders, so that no format can say less than another.

A renderer decides how a block looks and nothing else. Words, order and what is shown to whom are decided before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from prosess.domain.text import Language
from ros.report.model import Matrix

Tone = Literal["normal", "lead", "quiet", "warning", "strong"]
CellKind = Literal["text", "level", "state", "date", "number", "code", "reference"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    """What is read, in every format; symbols included."""
    kind: CellKind = "text"
    """``reference``: ids of risks, separated by a comma and a space, each of which has a section of its own."""
    value: date | int | None = None
    """A date's or a number's own value, for formats that have types."""
    rank: int | None = None
    """Of a level: its place in the profile, lowest 0; -1 where there is none."""
    detail: str = ""
    """A second line, such as a resource's URN."""
    state: str = ""
    """Of a state: its id, such as ``fail``."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first cell of each row is its heading."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    work_list: bool = False
    """Whether a reviewer works in it: such a table has a sheet of its own in a workbook."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    tone: Tone = "normal"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and their values."""

    rows: tuple[tuple[str, str], ...]
    id: str = ""
    code: bool = False
    """Whether the values are digests and the like."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    ordered: bool = False
    title: str = ""
    """What the list is of, where no heading says so."""


@dataclass(frozen=True, slots=True)
class Matrices:
    """One or more risk matrices that are read side by side."""

    matrices: tuple[Matrix, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading of their own."""

    id: str
    """Anchor; the risk's id for a risk."""
    title: str
    blocks: "tuple[Block, ...]"


Block = Paragraph | Facts | Bullets | Table | Matrices | Section


@dataclass(frozen=True, slots=True)
class Part:
    """One of the report's parts, in the contents."""

    id: str
    number: int
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report in one language, for one audience. The first part stands alone on page one."""

    language: Language
    kind: str
    """What such a document is called, such as ``Risk assessment``."""
    title: str
    subtitle: str
    marking: str
    """How far it may travel and by which law; above the title, on every page where the format has pages."""
    case: str
    """Case number in the archive, worded; empty where there is none."""
    audience: str
    """Who it is for, worded."""
    verdict: str
    """The verdict's id."""
    verdict_words: str
    """Symbol and word."""
    headline: str
    """Why the verdict is what it is; shown beside it on page one."""
    footer: str
    parts: tuple[Part, ...]

    def tables(self) -> Iterator[Table]:
        """Every table, in order."""
        for part in self.parts:
            yield from _tables(part.blocks)

    def texts(self) -> Iterator[str]:
        """Every text that a reader of any format is shown, in reading order."""
        yield from (one for one in (self.kind, self.title, self.subtitle, self.marking, self.case) if one)
        yield from (self.audience, self.verdict_words, self.headline)
        for part in self.parts:
            yield part.title
            yield from texts(part.blocks)
        yield self.footer


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block.blocks)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of some blocks in reading order, for formats to be compared by."""
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield text
            case Facts(rows=rows):
                yield from (text for row in rows for text in row)
            case Bullets(items=items, title=title):
                yield from (title, *items) if title else items
            case Table(caption=caption, columns=columns, rows=table_rows):
                yield caption
                yield from columns
                yield from (text for row in table_rows for cell in row for text in (cell.text, cell.detail) if text)
            case Matrices(matrices=matrices):
                for matrix in matrices:
                    yield matrix.caption
                    for _, column in matrix.columns:
                        yield column
                    for row in matrix.rows:
                        yield row.label
                        for cell in row.cells:
                            yield cell.level.word
                            yield from cell.risks
                    yield from matrix.unplaced
            case Section(title=title, blocks=inner):
                yield title
                yield from texts(inner)
