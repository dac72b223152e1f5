"""Writing the editable sheets into a workbook."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from prosess.domain.text import Language
from ros.criteria import profile_names, read_profile
from ros.model import AnalysisFiles, RiskFile
from ros.wording.text import say
from ros.workbook.cells import carried
from ros.workbook.flat import leaves, spelled, take
from ros.workbook.layout import CHILD_OF, CHILDREN, DOCUMENTS, RISKS, Column, Table

Row = list[Any]
_EMPTY = ("[]", "{}")
"""How an empty list or mapping is written; a text that says the same is escaped."""
_FIRST_YEAR = 1901
"""Workbooks count days from 1900, and one of that year's never was."""


def add_risk_sheets(workbook: Any, files: AnalysisFiles, language: Language) -> None:
    """Add the sheets that people edit to a ``xlsxwriter.Workbook``; ``prosess ros init --from`` reads them back.

    Headings and names of sheets are in ``language``; a hidden second row holds the keys that the reader goes by.
    Inherited risks belong to another assessment and are left out.
    """
    own = [risk for risk in files.risks if risk.id not in files.origins]
    rows: dict[str, list[Row]] = {table.name: [] for table in (RISKS, *CHILDREN, DOCUMENTS)}
    documents = [*_heads(files)]
    for risk in own:
        documents += _risk(risk, rows)
    rows[DOCUMENTS.name] = [[file, spelled(path), _leaf(value)] for file, path, value in documents]
    offered = {
        "@parties": tuple(party.id for party in files.analysis.parties),
        "@likelihood": tuple(str(step + 1) for step in range(len(files.profile.likelihood))),
        "@consequence": tuple(str(step + 1) for step in range(len(files.profile.consequence_labels))),
    }
    formats = {
        "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF4"}),
        "text": workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        "number": workbook.add_format({"valign": "top"}),
        "date": workbook.add_format({"valign": "top", "num_format": "yyyy-mm-dd"}),
    }
    for table in (RISKS, *CHILDREN, DOCUMENTS):
        _sheet(workbook, table, rows[table.name], language, formats, offered)


def as_json(model: BaseModel) -> dict[str, Any]:
    """Give a model as its file has it: without what stands by itself."""
    dumped: dict[str, Any] = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return dumped


def _heads(files: AnalysisFiles) -> Iterator[tuple[str, Any, Any]]:
    named: list[tuple[str, BaseModel]] = [("ros.yaml", files.analysis)]
    named += [(f"controls/{one.id}.yaml", one) for one in files.controls if one.id in files.own_controls]
    reference = files.profile.reference
    if reference not in profile_names() or read_profile(reference).digest != files.profile.digest:
        named.append((f"criteria/{files.profile.reference}.yaml", files.profile))
    for file, model in named:
        for path, value in leaves(as_json(model)):
            yield file, path, value


def _risk(risk: RiskFile, rows: dict[str, list[Row]]) -> Iterator[tuple[str, Any, Any]]:
    """Put a risk into the rows of its sheets; give what no column was made for."""
    data = as_json(risk)
    del data["schema"]
    steps = take(data, ("effects_approved", "steps")) or {}
    children = {table.under: data.pop(table.under, []) for table in CHILDREN if table.under != "steps"}
    children["steps"] = [{"control": control, "steps": effect} for control, effect in steps.items()]
    rows[RISKS.name].append(_row(RISKS.columns, data))
    for table in CHILDREN:
        for place, child in enumerate(children[table.under]):
            rows[table.name].append([risk.id, *_row(table.columns, child)])
            for path, value in leaves(child) if child else ():
                if value != {}:
                    yield f"risks/{risk.id}.yaml", (table.under, place, *path), value
    for path, value in leaves(data) if data else ():
        if value != {}:
            yield f"risks/{risk.id}.yaml", path, value


def _row(columns: Iterable[Column], data: dict[str, Any]) -> Row:
    row: Row = []
    for column in columns:
        value = take(data, column.path)
        text = "\n".join(value) if column.kind == "lines" and value else value
        row.append(carried(text) if isinstance(text, str) else text)
    return row


def _leaf(value: Any) -> Any:
    if isinstance(value, list | dict):
        return "[]" if isinstance(value, list) else "{}"
    if isinstance(value, str):
        return f"\\u{ord(value[0]):04X}{value[1:]}" if value in _EMPTY else carried(value)
    return value


def _sheet(
    workbook: Any,
    table: Table,
    rows: list[Row],
    language: Language,
    formats: Mapping[str, Any],
    offered: Mapping[str, tuple[str, ...]],
) -> None:
    sheet = workbook.add_worksheet(say(f"workbook.sheet.{table.name}", language))
    child = (Column(CHILD_OF, width=8),) if table in CHILDREN else ()
    columns = (*child, *table.columns)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, heading(column.key, language), formats["head"])
        if column.choices:
            choices = [one for name in column.choices for one in offered.get(name, (name,))]
            if sum(len(one) + 1 for one in choices) <= 255:
                source: list[Any] = [int(one) if one.isdigit() else one for one in choices]
                sheet.data_validation(2, place, len(rows) + 200, place, {"validate": "list", "source": source})
    for place, column in enumerate(columns):
        sheet.write_string(1, place, f"{table.name}:{column.key}")
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.freeze_panes(2, 1)
    sheet.autofilter(0, 0, max(1, len(rows) + 1), len(columns) - 1)
    for number, row in enumerate(rows, 2):
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            _cell(sheet, number, place, column, value, formats)


def _cell(sheet: Any, row: int, place: int, column: Column, value: Any, formats: Mapping[str, Any]) -> None:
    if value is None:
        sheet.write_blank(row, place, None, formats["text" if column.kind == "lines" else column.kind])
    elif isinstance(value, bool):
        sheet.write_boolean(row, place, value, formats["number"])
    elif isinstance(value, int):
        sheet.write_number(row, place, value, formats["number"])
    elif column.kind == "date" and date.fromisoformat(value).year >= _FIRST_YEAR:
        sheet.write_datetime(row, place, date.fromisoformat(value), formats["date"])
    else:
        sheet.write_string(row, place, value, formats["text"])


def heading(key: str, language: Language) -> str:
    """Give what a person calls a column: each part of its key, from the whole to the part."""
    parts = key.split(".")
    tongue = f" ({parts.pop()})" if len(parts) > 1 and parts[-1] in ("nb", "nn", "en") else ""
    said = [say(f"workbook.head.{part}", language) for part in parts]
    return ": ".join(said) + tongue
