"""Another's spreadsheet becomes drafts: nothing is guessed, and what was not taken over is told by its cell."""

from pathlib import Path
from typing import Any

import pytest

from prosess.documents import DocumentError, read_text
from prosess.domain.text import Language
from ros.draft import write_folder
from ros.draft.drafting import Draft
from ros.loading import load_analysis
from ros.workbook import Columns, Taken, take_foreign
from tests.ros.workbook.books import PROFILE, foreign, told
from tests.ros.worlds import CONTROLLER

ABOUT = Draft(id="ny", scope="environment:prod", controllers=(CONTROLLER,), provider="914637651", names={})
HEAD = ["Nr", "Uønsket hendelse", "Sannsynlighet", "Konsekvens", "Risikonivå", "Tiltak", "Risikoeier", "Frist"]

REST = ["Middels", "Lag rutine", "K. L.", "10.11.2023", "?"]


def take(path: Path, columns: str | None = None) -> Taken:
    asked = read_text(Columns, columns, "map.yaml") if columns else None
    return take_foreign(path, asked, PROFILE, ABOUT, Language.NB)


def notes(taken: Taken) -> dict[str, str]:
    return {note.cell: note.key for note in taken.notes}


def refused(path: Path, columns: str | None = None) -> list[tuple[str, str]]:
    with pytest.raises(DocumentError) as error:
        take(path, columns)
    return told(error.value)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return foreign(
        tmp_path / "gammel.xlsx",
        ["ROS for hjemmeoppfølging"],
        [],
        [*HEAD, "Vårt felt"],
        [1, "Måling knyttes til feil pasient", "Sannsynlig", "4 - Svært alvorlig", *REST],
        ["R44", "Strømmen går", 2, "moderat", "Lav", None, None, None],
        [3, None, 1, 1],
    )  # fmt: skip


def test_rows_become_drafts_by_this_scale(sheet: Path, tmp_path: Path) -> None:
    first, second = sorted(take(sheet).risks, key=lambda one: one.id != "R101")
    assert (first.inherent.likelihood, set(first.inherent.consequence.values())) == (3, {4})
    assert (first.scenario, second.scenario) == ("R13", "R00")
    assert (second.id, second.inherent.likelihood, second.inherent.consequence["integrity"]) == ("R44", 2, 2)
    assert [(one.option, str(one.due)) for one in first.treatment] == [("reduce", "2023-11-10")]
    write_folder(tmp_path / "ny", take(sheet).files)
    assert {risk.id for risk in load_analysis(tmp_path / "ny").risks} == {"R101", "R44"}


def test_what_was_not_taken_over_is_told_row_by_row(sheet: Path) -> None:
    assert notes(take(sheet)) == {
        "ROS!I3": "column_not_taken",
        "ROS!A4": "id_given",
        "ROS!D4": "one_consequence",
        "ROS!G4": "owner_not_taken",
        "ROS!E4": "level_differs",
        "ROS!B5": "scenario_not_told",
        "ROS!D5": "one_consequence",
        "ROS!A6": "row_without_event",
    }


def test_a_level_is_looked_up_and_never_taken(sheet: Path) -> None:
    (note,) = (note for note in take(sheet).notes if note.key == "level_differs")
    assert note.words(Language.NB) == {"sheet": "Middels", "criteria": "Høy", "id": "R101"}
    assert not any("Middels" in file.text for file in take(sheet).files)


def test_nobody_is_named_in_a_file(sheet: Path) -> None:
    assert not any("K. L." in file.text for file in take(sheet).files)


def test_what_the_sheet_does_not_say_stands_at_the_top(tmp_path: Path) -> None:
    (risk,) = take(foreign(tmp_path / "a.xlsx", ["Event", "Likelihood"], ["It breaks", None])).risks
    assert (risk.inherent.likelihood, set(risk.inherent.consequence.values())) == (4, {4})
    assert PROFILE.level(risk.inherent.likelihood, risk.inherent.consequence)[0] == "high"


def test_a_map_says_what_headings_and_words_mean(tmp_path: Path) -> None:
    path = foreign(
        tmp_path / "a.xlsx", ["Hva kan skje", "Sjanse", "Skade", "Farge"], ["Det svikter", "ofte", "stor", "rød"]
    )
    columns = """
schema: columns/1
columns: {Hva kan skje: event, Sjanse: likelihood, Skade: consequence, Farge: level}
likelihood: {ofte: 4}
consequence: {stor: 3}
levels: {rød: high}
"""  # fmt: skip
    (risk,) = take(path, columns).risks
    assert (risk.inherent.likelihood, risk.inherent.consequence["integrity"]) == (4, 3)
    assert "level_differs" not in notes(take(path, columns)).values()
    assert refused(path) == [("WORKBOOK_NO_SHEET", "ROS!A1")]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (2, 9, "WORKBOOK_ORDINAL"),
        (2, 0, "WORKBOOK_ORDINAL"),
        (3, "5 - Katastrofal", "WORKBOOK_ORDINAL"),
        (2, "av og til", "WORKBOOK_STEP_UNKNOWN"),
        (2, "2-3", "WORKBOOK_STEP_UNKNOWN"),
        (2, "2.5", "WORKBOOK_STEP_UNKNOWN"),
        (4, "lilla", "WORKBOOK_LEVEL_UNKNOWN"),
        (1, "01" * 5 + "0", "PERSON_IDENTIFIER"),
        (5, "=1+1", "WORKBOOK_FORMULA"),
    ],
)
def test_a_cell_that_no_scale_has_is_refused(tmp_path: Path, column: int, value: Any, code: str) -> None:
    row: list[Any] = [1, "Brudd", 2, 2, "Lav", "Tiltak", None, None]
    row[column] = value
    assert refused(foreign(tmp_path / "a.xlsx", HEAD, row)) == [(code, f"ROS!{'ABCDEFGH'[column]}2")]


def test_two_rows_with_one_id_are_refused(tmp_path: Path) -> None:
    path = foreign(tmp_path / "a.xlsx", HEAD, ["R30", "Brudd", 1, 1], ["R30", "Svikt", 1, 1])
    assert refused(path) == [("WORKBOOK_ID_TWICE", "ROS!A3")]


def test_a_heading_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = foreign(tmp_path / "a.xlsx", ["Hendelse", "Sannsynlighet", "Likelihood"], ["Brudd", 1, 2])
    assert refused(path) == [("WORKBOOK_HEADING_TWICE", "ROS!C1")]


def test_a_deadline_that_is_no_date_is_told(tmp_path: Path) -> None:
    taken = take(foreign(tmp_path / "a.xlsx", HEAD, [1, "Brudd", 1, 1, None, "Rydd", None, "snart"]))
    assert notes(taken)["ROS!H2"] == "due_not_read"
    assert taken.risks[0].treatment[0].due is None
