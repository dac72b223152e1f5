"""Another's spreadsheet, taken in as drafts: its judgements by this profile's scale, its levels only compared.

Nothing is guessed. A word that is on no scale is refused with its cell; what the row does not say stands at the top of
the scale; owners are not taken over, for a spreadsheet names persons and a file never does.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from prosess.documents import DocumentError
from prosess.documents.problem import Problem
from prosess.domain.text import Language, LocalisedText
from prosess.domain.text.refusals import refusal
from ros.catalogue import scenarios
from ros.criteria import Profile
from ros.draft.commented import document
from ros.draft.drafting import Draft, DraftFile, head, in_all
from ros.model import RiskFile
from ros.wording.text import say
from ros.workbook.cells import Cell
from ros.workbook.headings import DIMENSIONS, Columns, What, recognise, simple
from ros.workbook.opening import Book, Sheet, opened
from ros.workbook.read import valid
from ros.workbook.taken import Note, Taken

__all__ = ["Columns", "take_foreign"]

_SEARCHED = 30
"""Rows from the top that may be the row of headings."""
_NO_SCENARIO = "R00"
_ID = re.compile(r"R-?[0-9]{2,4}")
_FIRST_ID = 100
_LONGEST = 4000


@dataclass
class _Taking:
    """What is known while one sheet is taken in."""

    profile: Profile
    asked: Columns | None
    about: Draft
    language: Language
    columns: dict[int, What]
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    ids: dict[str, Cell] = field(default_factory=dict)

    def note(self, cell: Cell, key: str, **facts: Any) -> None:
        """Tell of something that was not taken over as it stands."""
        self.notes.append(Note(cell.name, key, facts))


def take_foreign(
    source: Path | Book, asked: Columns | None, profile: Profile, about: Draft, language: Language
) -> Taken:
    """Give drafts of the risks in another's spreadsheet.

    Raises:
        DocumentError: where it cannot be opened, no sheet has headings that are known, a heading is merged or stands
            twice, a cell is off the scale or in words that no scale has, or two rows have one id; with the cell.
    """
    book = opened(source)
    sheet, row, columns, unknown = _headings(book, asked)
    taking = _Taking(profile, asked, about, language, columns)
    taking.problems += sheet.refuse_merged(row, book.file)
    for cell in unknown:
        taking.note(cell, "column_not_taken")
    rows = [one for one in sheet.rows if one[0].row > row]
    taken = [found for one in rows if (found := _risk(taking, one))]
    if taking.problems:
        raise DocumentError(taking.problems)
    files = [DraftFile("ros.yaml", head(about, profile, language))]
    files += [DraftFile(f"risks/{risk.id}.yaml", text) for risk, text in taken]
    return Taken(
        files=tuple(files),
        risks=tuple(sorted((risk for risk, _ in taken), key=lambda risk: risk.id)),
        notes=tuple(taking.notes),
    )


def _headings(book: Book, asked: Columns | None) -> tuple[Sheet, int, dict[int, What], list[Cell]]:
    """Find the row of headings: the first that names the event and one thing more."""
    for sheet in book.sheets:
        if asked and asked.sheet and sheet.name != asked.sheet:
            continue
        for row in sheet.rows[:_SEARCHED]:
            told = {cell.column: what for cell in row if (what := recognise(cell.text, asked))}
            if "event" not in told.values() or len(told) < 2:
                continue
            counted: list[str] = [what for what in told.values() if what != "ignore"]
            if twice := [cell for cell in row if cell.column in told and counted.count(told[cell.column]) > 1]:
                raise DocumentError([twice[-1].problem(refusal("WORKBOOK_HEADING_TWICE"))])
            return sheet, row[0].row, told, [cell for cell in row if cell.column not in told]
    raise DocumentError(
        [Cell(book.file, book.sheets[0].name if book.sheets else "", 1, 1).problem(refusal("WORKBOOK_NO_SHEET"))]
    )


def _risk(taking: _Taking, row: tuple[Cell, ...]) -> tuple[RiskFile, str] | None:
    cells = {taking.columns[cell.column]: cell for cell in row if cell.column in taking.columns and cell.text}
    event = cells.get("event")
    if event is None:
        taking.note(row[0], "row_without_event")
        return None
    id_ = _identity(taking, cells, event)
    inherent = _judged(taking, cells, event, id_)
    data: dict[str, Any] = {
        "schema": "risk/1",
        "id": id_,
        "scenario": _scenario(taking, cells, event, id_),
        "title": {"nb": event.text[:_LONGEST]},
        "description": _text(cells.get("description")) or in_all("draft.description"),
    }
    if vulnerability := _text(cells.get("vulnerability")):
        data["vulnerability"] = vulnerability
    data["inherent"] = inherent
    if treatment := _treatment(taking, cells, id_):
        data["treatment"] = [treatment]
    data["owner"] = taking.about.owner(taking.about.controllers[0])
    data["data_controllers"] = list(taking.about.controllers)
    if "owner" in cells:
        taking.note(cells["owner"], "owner_not_taken", id=id_)
    risk = valid(RiskFile, data, event, taking.problems)
    if risk is None:
        return None
    _compare_level(taking, cells, risk)
    return risk, document(say("draft.foreign", taking.language, cell=event.name), [("", data)])


def _text(cell: Cell | None) -> dict[str, str] | None:
    return {"nb": cell.text} if cell else None


def _identity(taking: _Taking, cells: dict[What, Cell], event: Cell) -> str:
    cell = cells.get("id")
    if cell is not None and _ID.fullmatch(cell.text):
        id_ = cell.text
    elif cell is not None and cell.text.isascii() and cell.text.isdecimal() and 0 < int(cell.text) < 900:
        id_ = f"R{_FIRST_ID + int(cell.text)}"
        taking.note(cell, "id_given", id=id_)
    else:
        id_ = next(name for place in range(1, 9000) if (name := f"R{_FIRST_ID + place}") not in taking.ids)
        if cell is not None:
            taking.note(cell, "id_given", id=id_)
    if id_ in taking.ids:
        error = refusal("WORKBOOK_ID_TWICE", facts={"id": id_, "other": taking.ids[id_].name})
        taking.problems.append((cell or event).problem(error))
    taking.ids.setdefault(id_, cell or event)
    return id_


def _scenario(taking: _Taking, cells: dict[What, Cell], event: Cell, id_: str) -> str:
    """Give the scenario that the row names by id, or that has the event's title; ``R00`` where there is none."""
    named = cells.get("scenario")
    for scenario in scenarios():
        titles = {simple(scenario.title.in_language(language)) for language in Language}
        if (named and named.text == scenario.id) or simple(event.text) in titles:
            return scenario.id
    taking.note(named or event, "scenario_not_told", id=id_)
    return _NO_SCENARIO


def _judged(taking: _Taking, cells: dict[What, Cell], event: Cell, id_: str) -> dict[str, Any]:
    profile, asked = taking.profile, taking.asked
    likely = [step.label for step in profile.likelihood]
    labels = list(profile.consequence_labels)

    def step(what: What, scale: list[LocalisedText], words: dict[str, int]) -> int | None:
        return _ordinal(taking, cells[what], scale, words) if what in cells else None

    likelihood = step("likelihood", likely, dict(asked.likelihood) if asked else {})
    words = dict(asked.consequence) if asked else {}
    one = step("consequence", labels, words)
    consequence: dict[str, int] = {}
    for dimension in profile.dimensions:
        own = step(dimension, labels, words)
        consequence[dimension] = own or one or len(labels)
        if own is None and one is None and any(what in cells for what in DIMENSIONS):
            taking.note(event, "not_judged", facet=_facet(profile, dimension), id=id_)
    if one is not None:
        taking.note(cells["consequence"], "one_consequence", id=id_)
    elif not any(what in cells for what in DIMENSIONS):
        taking.note(event, "not_judged", facet=in_all("workbook.head.consequence"), id=id_)
    if likelihood is None:
        taking.note(event, "not_judged", facet=in_all("workbook.head.likelihood"), id=id_)
    return {
        "likelihood": likelihood or len(likely),
        "consequence": consequence,
        "rationale": _text(cells.get("rationale")) or in_all("draft.foreign_rationale"),
        "knowledge": "weak",
    }


def _facet(profile: Profile, dimension: Any) -> dict[str, str]:
    title = profile.dimensions[dimension].title
    return {language.value: title.in_language(language) for language in Language}


def _ordinal(taking: _Taking, cell: Cell, scale: list[LocalisedText], words: dict[str, int]) -> int | None:
    """Give the step that a cell names: by number, by the scale's word, or by a word of the ``--columns`` file."""
    top = len(scale)
    known = {simple(word): step for word, step in words.items()}
    for place, label in enumerate(scale, 1):
        for language in Language:
            known.setdefault(simple(label.in_language(language)), place)
    number = re.match(r"([0-9]+)(?:\s*[-–:.]\s*\D.*|\s*\(\D.*)?$", cell.text)
    found = known.get(simple(cell.text), int(number[1]) if number and len(number[1]) < 4 else None)
    if found is None:
        known_here = _labels(scale, taking.language)
        error = refusal("WORKBOOK_STEP_UNKNOWN", facts={"criteria": taking.profile.reference, "known": known_here})
        taking.problems.append(cell.problem(error))
    elif not 1 <= found <= top:
        taking.problems.append(cell.problem(refusal("WORKBOOK_ORDINAL", facts={"top": top})))
        return None
    return found


def _labels(scale: list[LocalisedText], language: Language) -> list[str]:
    return [label.in_language(language) for label in scale]


def _treatment(taking: _Taking, cells: dict[What, Cell], id_: str) -> dict[str, Any] | None:
    action = cells.get("action")
    if action is None:
        return None
    made: dict[str, Any] = {
        "option": "reduce",
        "action": {"nb": action.text},
        "responsible": taking.about.owner(taking.about.controllers[0]),
        "state": "proposed",
    }
    if due := cells.get("due"):
        if day := _day(due.text):
            made["due"] = day
        else:
            taking.note(due, "due_not_read", id=id_)
    return made


def _day(text: str) -> str | None:
    """Give an ISO date of ``2023-11-10`` or ``10.11.2023``, or None."""
    parts = re.fullmatch(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})", text)
    try:
        found = date(int(parts[3]), int(parts[2]), int(parts[1])) if parts else date.fromisoformat(text)
    except ValueError:
        return None
    return found.isoformat()


def _compare_level(taking: _Taking, cells: dict[What, Cell], risk: RiskFile) -> None:
    """Show a level of the sheet that is another than the criteria give; a number is no level's name."""
    cell, profile = cells.get("level"), taking.profile
    if cell is None or cell.text.isdecimal():
        return
    known = {simple(word): id_ for word, id_ in (taking.asked.levels.items() if taking.asked else ())}
    for level in profile.levels:
        for name in (level.id, *(level.label.in_language(language) for language in Language)):
            known.setdefault(simple(name), level.id)
    said = profile.level_of(known.get(simple(cell.text), ""))
    if said is None:
        levels = _labels([level.label for level in profile.levels], taking.language)
        error = refusal("WORKBOOK_LEVEL_UNKNOWN", facts={"criteria": profile.reference, "known": levels})
        taking.problems.append(cell.problem(error))
        return
    found, _ = profile.level(risk.inherent.likelihood, risk.inherent.consequence)
    if (level_found := profile.level_of(found)) and found != said.id:
        taking.note(cell, "level_differs", sheet=_words(said.label), criteria=_words(level_found.label), id=risk.id)


def _words(text: LocalisedText) -> dict[str, str]:
    return {language.value: text.in_language(language) for language in Language}
