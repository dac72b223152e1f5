"""Files → workbook → files gives the same risks, whatever is in them."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from prosess.contracts.canonical import canonical_bytes
from prosess.documents import read_text
from prosess.domain.guard import find_person_identifier
from prosess.domain.text import Language
from ros.catalogue import catalogue_controls
from ros.draft import write_folder
from ros.loading import load_analysis
from ros.model import AnalysisFiles, RiskFile
from ros.workbook import is_ours, take_ours
from ros.workbook.cells import carried
from ros.workbook.cells import given as read_back
from tests.ros.workbook.books import edit, files_of, ours
from tests.ros.worlds import CONTROLLER, DIMENSIONS, risk

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost" / "ros"
PARTIES = st.sampled_from(["reviewer", "owner"])

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda one: find_person_identifier(one) is None
)
awkward = st.sampled_from(
    [
        "=1+1",
        "\\u000D",
        "_x000D_",
        " edge ",
        "a\r\nb",
        "\n",
        "[]",
        "{}",
        "1.10",
        "10.10.2023",
        "TRUE",
        "\\u005B]",
        "#N/A",
    ]
)
localised = st.fixed_dictionaries(
    {"nb": texts | awkward}, optional={"nn": st.none() | texts, "en": st.none() | texts | awkward}
)
steps = st.dictionaries(st.sampled_from(["likelihood", *DIMENSIONS]), st.integers(-3, -1), min_size=1)
ordinals = st.integers(1, 4)
rating = {"likelihood": st.none() | ordinals, "consequence": st.dictionaries(st.sampled_from(DIMENSIONS), ordinals)}
days = st.dates(date(1890, 1, 1), date(2100, 1, 1)).map(date.isoformat)
controls = st.lists(
    st.fixed_dictionaries(
        {
            "ref": st.sampled_from([control.id for control in catalogue_controls()]),
            "mechanism": st.sampled_from(["a", "b"]),
            "effect": steps,
            "expect_min": st.integers(1, 3),
        }
    ),
    unique_by=lambda one: str(one["ref"]),
    max_size=3,
)
documents = st.fixed_dictionaries(
    {
        "title": localised,
        "description": localised,
        "vulnerability": st.none() | localised,
        "applies_to": st.lists(
            st.fixed_dictionaries(
                {"type": st.just("azure-native:keyvault:Vault"), "expect_min": st.integers(1, 3)},
                optional={"labels": st.dictionaries(st.sampled_from(["service", "data_class"]), texts | awkward)},
            ),
            max_size=2,
        ),
        "inherent": st.fixed_dictionaries(
            {
                "likelihood": ordinals,
                "consequence": st.dictionaries(st.sampled_from(DIMENSIONS), ordinals),
                "rationale": localised,
                "knowledge": st.sampled_from(["weak", "strong"]),
            }
        ),
        "controls": controls,
        "effects_approved": st.none()
        | st.fixed_dictionaries(
            {
                "by": PARTIES,
                "on": days,
                "reason": localised,
                "steps": st.dictionaries(
                    st.sampled_from(["CTRL-A", "CTRL-B"]), steps | st.just({}), min_size=1
                ),
            }
        ),
        "raised": st.lists(
            st.fixed_dictionaries({**rating, "reason": localised, "by": PARTIES, "on": days}), max_size=2
        ),
        "target": st.fixed_dictionaries({**rating, "by": st.none() | days}),
        "treatment": st.lists(
            st.fixed_dictionaries(
                {
                    "option": st.sampled_from(["reduce", "accept"]),
                    "action": localised,
                    "responsible": PARTIES,
                    "due": st.none() | days,
                    "state": st.sampled_from(["proposed", "planned"]),
                    "adds": st.none() | st.just("CTRL-TLS"),
                }
            ),
            max_size=2,
        ),
        "owner": st.none() | PARTIES,
        "data_controllers": st.lists(st.sampled_from([CONTROLLER, "914637651"]), min_size=1, max_size=2, unique=True),
        "sensitive": st.lists(st.sampled_from(["description", "treatment"]), unique=True),
        "assets": st.lists(st.sampled_from(["journal", "nett"]), max_size=2),
        "review": st.none() | st.fixed_dictionaries({"every_days": st.integers(1, 1000), "last": days}),
    }
)  # fmt: skip


def risk_of(id_: str, document: dict[str, Any]) -> RiskFile:
    whole = {"schema": "risk/1", "id": id_, "scenario": "R01", **document}
    return RiskFile.model_validate_json(canonical_bytes(whole), by_alias=True)


@cache
def example() -> AnalysisFiles:
    return load_analysis(EXAMPLE)


@settings(max_examples=25, deadline=None)
@given(st.lists(documents, min_size=1, max_size=3))
def test_every_field_of_every_risk_comes_back(generated: list[dict[str, Any]]) -> None:
    risks = tuple(risk_of(f"R{number:02}", document) for number, document in enumerate(generated, 1))
    with TemporaryDirectory() as folder:
        taken = take_ours(ours(Path(folder) / "ros.xlsx", files_of(*risks)))
    assert taken.risks == risks
    written = {file.path: file.text for file in taken.files}
    assert tuple(read_text(RiskFile, written[f"risks/{one.id}.yaml"], "risk") for one in risks) == risks


@given(texts | awkward)
def test_a_text_is_carried_whole(value: str) -> None:
    assert read_back(carried(value)) == value


@pytest.mark.parametrize("language", list(Language))
def test_the_example_comes_back_as_a_folder_that_loads(language: Language, tmp_path: Path) -> None:
    path = ours(tmp_path / "ros.xlsx", example(), language)
    assert is_ours(path)
    write_folder(tmp_path / "ny", take_ours(path).files)
    again = load_analysis(tmp_path / "ny")
    assert (again.analysis, again.risks) == (example().analysis, example().risks)


def test_the_same_files_give_the_same_cells_and_the_same_bytes_out(tmp_path: Path) -> None:
    first, second = (take_ours(ours(tmp_path / name, example())) for name in ("a.xlsx", "b.xlsx"))
    assert first == second


def test_moved_columns_renamed_sheets_and_own_columns_change_nothing(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book["Rediger risikoer"]
        sheet.title = "Vår liste"
        sheet.insert_cols(2)
        sheet["B1"], sheet["B3"] = "Vårt eget notat", "se referat"
        book.move_sheet("Rediger resten", offset=-6)

    taken = take_ours(edit(ours(tmp_path / "ros.xlsx", example()), change))
    assert taken.risks == example().risks


def test_what_a_person_changes_is_what_changes(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book["Rediger risikoer"]
        keys = [cell.value for cell in sheet[2]]
        sheet.cell(3, keys.index("risks:inherent.likelihood") + 1, 4)
        sheet.cell(3, keys.index("risks:title.nb") + 1, "Ny tittel")

    changed, *rest = take_ours(edit(ours(tmp_path / "ros.xlsx", example()), change)).risks
    assert (changed.inherent.likelihood, changed.title.nb) == (4, "Ny tittel")
    assert tuple(rest) == example().risks[1:]


def test_an_inherited_risk_is_another_assessments(tmp_path: Path) -> None:
    files = AnalysisFiles(
        analysis=files_of().analysis,
        profile=files_of().profile,
        controls=(),
        risks=(risk("R01"), risk("R02")),
        origins={"R02": "region"},
    )
    assert [one.id for one in take_ours(ours(tmp_path / "ros.xlsx", files)).risks] == ["R01"]


def test_what_an_assessment_says_of_inherited_risks_is_told_to_be_left_out(tmp_path: Path) -> None:
    files = files_of(risk("R01"), inherits=[{"folder": "../region", "analysis": "region"}])
    (note,) = take_ours(ours(tmp_path / "ros.xlsx", files)).notes
    assert note.key == "inherited_left"
    assert note.cell.startswith("Rediger resten!")


def test_cells_offer_the_steps_of_the_scale_and_the_parties(tmp_path: Path) -> None:
    sheet = load_workbook(ours(tmp_path / "ros.xlsx", files_of(risk("R01"))))["Rediger risikoer"]
    offered = {str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    keys = {cell.value: cell.coordinate.rstrip("0123456789") for cell in sheet[2]}
    assert offered[f"{keys['risks:inherent.likelihood']}3"] == '"1,2,3,4"'
    assert offered[f"{keys['risks:owner']}3"] == '"author,reviewer,owner"'
    assert sheet.row_dimensions[2].hidden
