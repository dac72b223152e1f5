"""``prosess ros lint``: every lint with its mark on stdout, the sum on stderr, exit 3 where one is an error."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner, Result

from prosess.cli.app import app
from prosess.cli.exit import CommandError, Exit

EXAMPLE = Path(__file__).parents[4] / "examples" / "helse-sor-ost"
DAY = ("--as-of", "2023-10-05")


def lint(folder: Path, *more: str) -> Result:
    return CliRunner().invoke(app, ["ros", "lint", str(folder), *more])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(EXAMPLE / "ros", tmp_path / "ros"))


def test_nothing_wrong_is_exit_0(folder: Path) -> None:
    found = lint(folder, *DAY, "--lang", "nb")
    assert (found.exit_code, found.stdout) == (0, "")
    assert found.stderr.strip() == "Feil: 0. Varsler: 0."


def test_warnings_alone_are_exit_0(folder: Path) -> None:
    found = lint(folder, *DAY, "--deployed", "2023-10-02")
    assert found.exit_code == 0
    late = lint(folder, "--as-of", "2023-11-04")
    assert late.exit_code == 0
    assert f"▲ warning  {folder.as_posix()}/risks/R12.yaml:" in late.stdout
    assert ": R12: measure 1" in late.stdout


def test_an_error_is_exit_3_and_names_where_and_the_way_out(folder: Path) -> None:
    path = folder / "risks" / "R16.yaml"
    path.write_text(
        path.read_text("utf-8").replace("effect: {availability: -1}", "effect: {availability: -2}"), "utf-8"
    )
    found = lint(folder, *DAY)
    assert found.exit_code == 3
    place = f"{folder.as_posix()}/risks/R16.yaml:33:5"
    said = "the effect of CTRL-SOFT-DELETE is another than the one approved"
    assert found.stdout.startswith(f"✗ error  {place}: R16: {said}")
    (row,) = json.loads(lint(folder, *DAY, "-o", "json").stdout)["lints"]
    assert (row["id"], row["where"], row["severity"]) == ("ROS-L015", "R16", "error")
    assert row["place"] == place


def test_a_change_after_the_last_look_is_an_error(folder: Path) -> None:
    assert "[ROS-L026]" in lint(folder, *DAY, "--deployed", "2023-10-04").stdout


def test_an_asset_of_the_pathway_is_looked_for_where_its_manifest_is_given(folder: Path) -> None:
    path = folder / "risks" / "R16.yaml"
    path.write_text(path.read_text("utf-8").replace("assets: [maalinger", "assets: [system-fax, maalinger"), "utf-8")
    manifest = EXAMPLE / "pathways" / "kols-siv.yaml"
    assert lint(folder, *DAY).exit_code == 0
    assert "[ROS-L028]" in lint(folder, *DAY, "--pathway", str(manifest)).stdout


def test_a_ring_is_exit_3_with_its_chain(folder: Path) -> None:
    head = folder / "ros.yaml"
    head.write_text(head.read_text("utf-8") + "inherits: [{folder: ., analysis: hso-prod}]\n", "utf-8")
    found = lint(folder, *DAY, "--lang", "nn")
    assert isinstance(found.exception, CommandError)
    assert found.exception.exit_code is Exit.INVALID
    assert "hso-prod → hso-prod" in str(found.exception)
