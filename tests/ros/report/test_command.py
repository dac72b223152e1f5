"""``prosess ros report``: several formats of one assessment, for an audience, whole or not at all."""

from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prosess.cli.app import app
from prosess.cli.exit import CommandError, Exit
from prosess.contracts.assessment import Assessment
from ros.loading import load_analysis
from ros.workbook import is_ours
from tests.ros.test_example import everything_passes, resources
from tests.ros.worlds import evidence_of, findings_of, graph_of

ROS = Path(__file__).parents[3] / "examples" / "helse-sor-ost" / "ros"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("record")
    graph = graph_of(*resources())
    findings = findings_of(graph, everything_passes(graph))
    handed = []
    for name, document in (("graph", graph), ("findings", findings), ("evidence", evidence_of(graph, findings))):
        (folder / f"{name}.json").write_bytes(document.to_bytes())
        handed += [f"--{name}", str(folder / f"{name}.json")]
    return handed


def report(record: list[str], to: Path, *arguments: str) -> Result:
    words = ["ros", "report", str(ROS), "--to", str(to), "--as-of", "2023-10-09", "--lang", "nb", *record, *arguments]
    return CliRunner().invoke(app, words, catch_exceptions=False)


def formats(*names: str) -> list[str]:
    return [part for name in names for part in ("--format", name)]


def test_several_formats_tell_one_assessment(record: list[str], tmp_path: Path) -> None:
    to = tmp_path / "reports"
    assert report(record, to, *formats("html", "markdown", "sarif", "junit", "json")).exit_code == 0
    assert sorted(path.name for path in to.iterdir()) == [
        "ros.html",
        "ros.json",
        "ros.junit.xml",
        "ros.md",
        "ros.sarif",
    ]
    digest = Assessment.from_bytes((to / "ros.json").read_bytes()).digest
    assert all(digest in (to / name).read_text() for name in ("ros.html", "ros.md"))
    first = {path.name: path.read_bytes() for path in to.iterdir()}
    report(record, to, *formats("html", "markdown", "sarif", "junit", "json"))
    assert {path.name: path.read_bytes() for path in to.iterdir()} == first


def test_one_format_is_one_file(record: list[str], tmp_path: Path) -> None:
    assert report(record, tmp_path / "r.html").exit_code == 0
    assert (tmp_path / "r.html").read_text().startswith("<!doctype html>")


def test_a_reviewers_workbook_comes_back_as_the_same_risks(record: list[str], tmp_path: Path) -> None:
    assert report(record, tmp_path / "ros.xlsx", "--format", "xlsx").exit_code == 0
    words = ["ros", "init", str(tmp_path / "ny"), "--from", str(tmp_path / "ros.xlsx"), "--lang", "nb"]
    assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    ours, back = load_analysis(ROS), load_analysis(tmp_path / "ny")
    assert back.risks == ours.risks
    assert back.analysis == ours.analysis


def test_the_teams_workbook_holds_no_risk_to_take_back(record: list[str], tmp_path: Path) -> None:
    for audience in ("team", "reviewer"):
        report(record, tmp_path / f"{audience}.xlsx", "--format", "xlsx", "--audience", audience)
    assert is_ours(tmp_path / "reviewer.xlsx")
    assert not is_ours(tmp_path / "team.xlsx")


def test_the_changes_since_a_former_assessment_are_told(record: list[str], tmp_path: Path) -> None:
    report(record, tmp_path / "former.json", "--format", "json")
    report(record, tmp_path / "r.md", "--format", "markdown", "--former", str(tmp_path / "former.json"))
    assert "Ingenting er endret siden vurderingen 9. oktober 2023." in (tmp_path / "r.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (["--format", "papir"], "REPORT_FORMAT_UNKNOWN", Exit.USAGE),
        (["--format", "html", "--format", "json"], "REPORT_NEEDS_FOLDER", Exit.USAGE),
        (["--former", "FILE"], "NOT_AN_ASSESSMENT", Exit.INVALID),
    ],
)
def test_what_cannot_be_written_is_refused(
    arguments: list[str], code: str, exit_code: Exit, record: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("{}")
    given = [str(tmp_path / "file") if one == "FILE" else one for one in arguments]
    with pytest.raises(CommandError) as refused:
        report(record, tmp_path / "file", *given)
    assert (refused.value.code, refused.value.exit_code) == (code, exit_code)
    assert (tmp_path / "file").read_text() == "{}"
    if code == "REPORT_FORMAT_UNKNOWN":
        assert all(name in refused.value.hint for name in ("html", "markdown", "sarif", "junit", "json"))


@pytest.mark.parametrize("error", [RuntimeError(), KeyboardInterrupt()], ids=["error", "interrupted"])
@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_written_where_the_last_format_fails(
    there: bool, error: BaseException, record: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ros.report import junit

    def broken(_: object) -> bytes:
        raise error

    to = tmp_path / "reports"
    asked = formats("html", "json", "junit")
    if there:
        assert report(record, to, *asked).exit_code == 0
    before = {path: path.read_bytes() for path in to.glob("*")}
    monkeypatch.setattr(junit, "render", broken)
    with suppress(RuntimeError):
        assert report(record, to, *asked, "--audience", "team").exit_code != 0
    assert {path: path.read_bytes() for path in to.glob("*")} == before
    assert to.exists() is there
