"""``prosess ros init`` and ``ros migrate``, as a person runs them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from prosess.cli import app as program
from prosess.domain.text import Language
from ros.loading import load_analysis
from ros.workbook import add_risk_sheets
from tests.ros.workbook.books import foreign

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"
MANIFEST = EXAMPLE / "pathways" / "kols-siv.yaml"
STEP = ["--from", "illustrative-4x4@1", "--to", "illustrative-5x5@1"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Any:
    """Run the command line; give its exit code, what it printed and what it said."""

    def once(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["prosess", "ros", *map(str, arguments)])
        try:
            program.main()
            code: Any = 0
        except SystemExit as ended:
            code = ended.code or 0
        printed = capfd.readouterr()
        return int(code), printed.out, printed.err

    return once


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_draft_of_a_manifest_is_written_once_and_never_over_what_is_there(run: Any, tmp_path: Path) -> None:
    code, out, _ = run("init", tmp_path / "ny", "--pathway", MANIFEST, "-o", "json")
    assert code == 0
    answered = {one["id"]: one["applies"] for one in json.loads(out)["scenarios"]}
    assert {name for name, applies in answered.items() if applies} == {
        risk.id for risk in load_analysis(tmp_path / "ny").risks
    }
    before = files(tmp_path / "ny")
    code, out, err = run("init", tmp_path / "ny", "--pathway", MANIFEST, "--lang", "nb")
    assert (code, out) == (3, "")
    assert "ROS_FOLDER_NOT_EMPTY" in err
    assert "ingenting blir skrevet over" in err
    assert files(tmp_path / "ny") == before


def test_nothing_to_begin_from_is_refused(run: Any, tmp_path: Path) -> None:
    code, _, err = run("init", tmp_path / "ny")
    assert (code, "ROS_DRAFT_WITHOUT_CONTROLLER" in err) == (3, True)
    assert not (tmp_path / "ny").exists()


def test_our_own_workbook_comes_back_as_the_same_risks(run: Any, tmp_path: Path) -> None:
    workbook = xlsxwriter.Workbook(str(tmp_path / "ros.xlsx"))
    add_risk_sheets(workbook, load_analysis(EXAMPLE / "ros"), Language.NN)
    workbook.close()
    code, out, _ = run("init", tmp_path / "ny", "--from", tmp_path / "ros.xlsx", "-o", "json")
    assert code == 0
    assert len(json.loads(out)["risks"]) == len(load_analysis(EXAMPLE / "ros").risks)
    assert load_analysis(tmp_path / "ny").risks == load_analysis(EXAMPLE / "ros").risks
    code, _, err = run("init", tmp_path / "to", "--from", tmp_path / "ros.xlsx", "--criteria", "illustrative-5x5@1")
    assert (code, "WORKBOOK_OTHER_CRITERIA" in err) == (3, True)


def test_anothers_workbook_is_told_of_cell_by_cell_and_refused_whole(run: Any, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Uønsket hendelse", "Sannsynlighet", "Konsekvens", "Eier"], ["Brudd", 3, 2, "K. L."]]
    good = foreign(tmp_path / "a.xlsx", *rows)
    code, out, _ = run("init", tmp_path / "ny", "--from", good, "--pathway", MANIFEST, "--lang", "nb", "-o", "markdown")
    assert code == 0
    assert "ROS!D2" in out
    assert "K. L." not in out
    bad = foreign(tmp_path / "b.xlsx", *rows, ["Svikt", "=1+1", 9, None])
    code, out, err = run("init", tmp_path / "to", "--from", bad, "--pathway", MANIFEST, "-o", "json")
    assert (code, out) == (3, "")
    told = [json.loads(line) for line in err.splitlines()]
    assert [(one["code"], one["where"]["path"]) for one in told] == [("WORKBOOK_FORMULA", "ROS!B3")]
    assert not (tmp_path / "to").exists()


def test_a_migration_shows_everything_and_writes_when_asked(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "ros"
    shutil.copytree(EXAMPLE / "ros", folder)
    before = files(folder)
    code, out, err = run("migrate", folder, *STEP, "--lang", "nb")
    assert code == 0
    assert "inherent.likelihood" in out
    assert "Ingenting er skrevet" in err
    assert files(folder) == before
    code, out, _ = run("migrate", folder, *STEP, "-o", "json", "--write")
    (one,) = json.loads(out)["assessments"]
    assert code == 0
    assert {risk["id"] for risk in one["risks"]} == {risk.id for risk in load_analysis(folder).risks}
    assert load_analysis(folder).analysis.criteria == "illustrative-5x5@1"
    code, _, err = run("migrate", folder, *STEP)
    assert (code, "MIGRATION_OTHER_START" in err) == (3, True)


def test_there_is_one_schema_so_none_to_move_to(run: Any) -> None:
    code, out, err = run("migrate", EXAMPLE / "ros", "--from", "ros/1", "--to", "ros/2", "--lang", "nn")
    assert (code, out) == (3, "")
    assert "MIGRATION_OF_SCHEMA" in err
    assert "ros/1" in err
