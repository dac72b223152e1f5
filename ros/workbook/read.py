"""Reading our own sheets back: the same risks, or every cell that is in the way."""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from prosess.documents import DocumentError, to_yaml
from prosess.documents.places import Places
from prosess.documents.problem import Problem
from prosess.documents.validation import validate
from prosess.domain.errors import DomainError
from prosess.domain.text.refusals import refusal
from ros.catalogue import catalogue_controls
from ros.consistency import faults
from ros.criteria import Profile, read_profile
from ros.draft.drafting import DraftFile
from ros.model import Analysis, Control, RiskFile
from ros.workbook.cells import Cell, given
from ros.workbook.flat import Path as Keys
from ros.workbook.flat import PathError, parsed, put
from ros.workbook.layout import CHILD_OF, CHILDREN, DOCUMENTS, RISKS, TABLES, Column, Table
from ros.workbook.opening import Book, Sheet, opened
from ros.workbook.taken import Note, Taken
from ros.workbook.write import as_json

M = TypeVar("M", bound=BaseModel)

_KEYS_ROW = 2


@dataclasses.dataclass
class _Built:
    """One file being put together, and the cell that each of its keys comes from."""

    data: dict[str, Any]
    first: Cell
    cells: dict[Keys, Cell] = dataclasses.field(default_factory=dict)

    def cell(self, path: Keys) -> Cell:
        """Give the cell of a key, of what holds it, or of the first that it holds; the file's first where none is."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.cells:
                return self.cells[path[:length]]
        below = (cell for key, cell in self.cells.items() if key[: len(path)] == path and path)
        return next(below, self.first)


def is_ours(source: Path | Book) -> bool:
    """Tell whether a workbook holds the sheets that we write.

    Raises:
        DocumentError: as ``open_workbook``.
    """
    return any(_table(sheet) is RISKS for sheet in opened(source).sheets)


def take_ours(source: Path | Book, criteria: str | None = None) -> Taken:
    """Give the files of an assessment from a workbook that we wrote and people have edited.

    Raises:
        DocumentError: with sheet and cell of everything that is wrong.
    """
    book = opened(source)
    sheets = {table.name: sheet for sheet in book.sheets if (table := _table(sheet))}
    problems: list[Problem] = []
    for sheet in sheets.values():
        for row in (1, _KEYS_ROW):
            problems += sheet.refuse_merged(row, book.file)
    built = _risks(sheets, problems)
    heads = _documents(sheets.get(DOCUMENTS.name), built, problems)
    if problems:
        raise DocumentError(problems)
    analysis, profile, controls = _head_files(heads, criteria, problems)
    risks = []
    for one in built.values():
        if risk := _valid(RiskFile, one, problems):
            risks.append(risk)
            found = faults(analysis, risk) if analysis else ()
            problems += [one.cell(error.at).problem(error) for error in found]
    if profile:
        own = {control.id for control in controls}
        for one in built.values():
            problems += _held_against(one, profile, own)
    if problems or analysis is None:
        raise DocumentError(problems)
    files = [DraftFile(name, to_yaml(one.data)) for name, one in heads.items()]
    files += [
        DraftFile(f"risks/{risk.id}.yaml", to_yaml(as_json(risk))) for risk in sorted(risks, key=lambda risk: risk.id)
    ]
    notes = [Note(heads["ros.yaml"].cell(("inherits",)).name, "inherited_left")] if analysis.inherits else []
    return Taken(tuple(files), tuple(sorted(risks, key=lambda risk: risk.id)), tuple(notes))


def _table(sheet: Sheet) -> Table | None:
    for row in sheet.rows[:_KEYS_ROW]:
        if row and row[0].row == _KEYS_ROW:
            name = row[0].text.partition(":")[0]
            return next((table for table in TABLES if table.name == name), None)
    return None


def _columns(sheet: Sheet, table: Table, problems: list[Problem]) -> dict[int, Column]:
    """Give the column of each place by the hidden keys; one without a key is the people's own, and is not read."""
    known = {column.key: column for column in (Column(CHILD_OF), *table.columns)}
    found: dict[int, Column] = {}
    keys = next((row for row in sheet.rows if row[0].row == _KEYS_ROW), ())
    for cell in keys:
        column = known.get(cell.text.partition(":")[2])
        if column is None:
            problems.append(cell.problem(refusal("WORKBOOK_KEY_UNKNOWN", facts={"key": cell.text})))
        elif column in found.values():
            problems.append(cell.problem(refusal("WORKBOOK_HEADING_TWICE")))
        else:
            found[cell.column] = column
    return found


def _body(sheet: Sheet | None) -> Iterator[tuple[Cell, ...]]:
    return (row for row in (sheet.rows if sheet else ()) if row[0].row > _KEYS_ROW)


def _risks(sheets: Mapping[str, Sheet], problems: list[Problem]) -> dict[str, _Built]:
    columns = _columns(sheets[RISKS.name], RISKS, problems)
    built: dict[str, _Built] = {}
    for row in _body(sheets[RISKS.name]):
        one = _Built({"schema": "risk/1", "inherent": {"consequence": {}}}, row[0])
        _fill(one, (), row, columns)
        id_ = str(one.data.get("id", ""))
        if not id_:
            problems.append(one.cell(("id",)).problem(refusal("WORKBOOK_MISSING", facts={"key": "id"})))
        elif id_ in built:
            error = refusal("WORKBOOK_ID_TWICE", facts={"id": id_, "other": built[id_].cell(("id",)).name})
            problems.append(one.cell(("id",)).problem(error))
        else:
            built[id_] = one
    for table in CHILDREN:
        if table.name in sheets:
            _children(sheets[table.name], table, built, problems)
    return built


def _children(sheet: Sheet, table: Table, built: Mapping[str, _Built], problems: list[Problem]) -> None:
    columns = _columns(sheet, table, problems)
    places = {column.key: place for place, column in columns.items()}
    for row in _body(sheet):
        named = next((cell for cell in row if cell.column == places.get(CHILD_OF)), row[0].at(places.get(CHILD_OF, 1)))
        one = built.get(named.text)
        if one is None:
            problems.append(named.problem(refusal("WORKBOOK_RISK_UNKNOWN", facts={"id": named.text or "–"})))
        elif table.under == "steps":
            control = next((cell for cell in row if cell.column == places.get("control")), named)
            steps = one.data.setdefault("effects_approved", {}).setdefault("steps", {})
            inner: dict[str, Any] = {}
            steps[given(control.text)] = inner
            shifted = _Built({"steps": inner}, row[0])
            _fill(shifted, (), row, {place: one_ for place, one_ in columns.items() if one_.key.startswith("steps.")})
            one.cells[("effects_approved", "steps", control.text)] = control
            for path, cell in shifted.cells.items():
                one.cells[("effects_approved", "steps", control.text, *path[1:])] = cell
        else:
            listed = one.data.setdefault(table.under, [])
            listed.append({"effect": {}} if table.under == "controls" else {})
            inside = {place: one_ for place, one_ in columns.items() if one_.key != CHILD_OF}
            _fill(one, (table.under, len(listed) - 1), row, inside)


def _fill(one: _Built, under: Keys, row: tuple[Cell, ...], columns: Mapping[int, Column]) -> None:
    held = {cell.column: cell for cell in row}
    for place, column in columns.items():
        path = (*under, *column.path)
        cell = one.cells[path] = held.get(place) or row[0].at(place)
        if cell.value not in (None, ""):
            put(one.data, path, _value(cell, column))


def _value(cell: Cell, column: Column) -> Any:
    value = cell.value
    if column.kind == "lines":
        return [given(line.strip()) for line in str(value).split("\n") if line.strip()]
    if column.kind == "number":
        text = cell.text
        return int(text) if text.lstrip("-").isdecimal() and text.isascii() and len(text) < 6 else value
    return given(str(value))


def _documents(sheet: Sheet | None, risks: Mapping[str, _Built], problems: list[Problem]) -> dict[str, _Built]:
    """Put the head and what else came in rows together; what belongs to a risk goes into it."""
    heads: dict[str, _Built] = {}
    places = {column.key: place for place, column in _columns(sheet, DOCUMENTS, problems).items()} if sheet else {}
    for row in _body(sheet):
        by_place = {cell.column: cell for cell in row}
        file, key, value = (by_place.get(places.get(name, 0)) for name in ("file", "key", "value"))
        if file is None or key is None or value is None:
            problems.append(row[0].problem(refusal("WORKBOOK_MISSING", facts={"key": "file, key, value"})))
            continue
        folder, _, name = file.text.rpartition("/")
        if folder == "risks":
            into = risks.get(name.removesuffix(".yaml"))
        elif file.text == "ros.yaml" or folder in ("controls", "criteria"):
            into = heads.setdefault(file.text, _Built({}, file))
        else:
            into = None
        if into is None or not _safe(name):
            problems.append(file.problem(refusal("WORKBOOK_VALUE", facts={"key": "file"})))
            continue
        try:
            path = parsed(key.text)
            put(into.data, path, _document_value(value))
            into.cells[path] = value
        except PathError:
            problems.append(key.problem(refusal("WORKBOOK_VALUE", facts={"key": "key"})))
    return heads


def _safe(name: str) -> bool:
    return name.endswith(".yaml") and not set(name) & set("/\\\0:") and not name.startswith(".")


def _document_value(cell: Cell) -> Any:
    if cell.value == "[]":
        return []
    if cell.value == "{}":
        return {}
    return given(cell.value) if isinstance(cell.value, str) else cell.value


def valid(model: type[M], data: dict[str, Any], cell: Cell, problems: list[Problem]) -> M | None:
    """Give data as a model; what it refuses is told of one cell, and gives None."""
    return _valid(model, _Built(data, cell), problems)


def _valid(model: type[M], one: _Built, problems: list[Problem]) -> M | None:
    value, found = validate(model, one.data, Places((1, 1)), one.first.file)
    for path, problem in found:
        cell = one.cell(path)
        problems.append(dataclasses.replace(problem, line=cell.row, column=cell.column, path=cell.name))
    return None if found else value


def _head_files(
    heads: dict[str, _Built], criteria: str | None, problems: list[Problem]
) -> tuple[Analysis | None, Profile | None, list[Control]]:
    head = heads.get("ros.yaml")
    if head is None:
        raise refusal("WORKBOOK_MISSING", facts={"key": "ros.yaml"})
    analysis = _valid(Analysis, head, problems)
    if analysis and criteria and criteria != analysis.criteria:
        error = refusal("WORKBOOK_OTHER_CRITERIA", facts={"named": analysis.criteria, "given": criteria})
        problems.append(head.cell(("criteria",)).problem(error))
    controls = [
        control
        for name, one in heads.items()
        if name.startswith("controls/") and (control := _valid(Control, one, problems))
    ]
    own = {name: _valid(Profile, one, problems) for name, one in heads.items() if name.startswith("criteria/")}
    profile = own.get(f"criteria/{analysis.criteria}.yaml") if analysis else None
    if analysis and profile is None and not own:
        try:
            profile = read_profile(analysis.criteria)
        except DomainError as error:
            problems.append(head.cell(("criteria",)).problem(error))
    return analysis, profile, controls


def _held_against(one: _Built, profile: Profile, own: set[str]) -> Iterator[Problem]:
    """Hold a risk's ordinals and controls against the profile's scales and the controls that there are."""
    for path, cell in one.cells.items():
        if "likelihood" in path[-1:] or path[-2:-1] == ("consequence",):
            top = len(profile.likelihood if path[-1] == "likelihood" else profile.consequence_labels)
            scale = path[0] in ("inherent", "target", "raised")
            if scale and isinstance(cell.value, int | float) and not 1 <= cell.value <= top:
                yield cell.problem(refusal("WORKBOOK_ORDINAL", facts={"top": top}))
    known = own | {control.id for control in catalogue_controls()}
    for place, use in enumerate(one.data.get("controls", ())):
        if use.get("ref") and use["ref"] not in known:
            cell = one.cell(("controls", place, "ref"))
            yield cell.problem(refusal("WORKBOOK_CONTROL_UNKNOWN", facts={"control": use["ref"]}))
