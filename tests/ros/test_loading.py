"""Reading a folder: every mistake is refused where it stands, and person identifiers nowhere get in."""

from pathlib import Path
from shutil import copytree

import pytest

from prosess.documents import DocumentError
from ros.check import load_analysis
from ros.criteria import CriteriaError
from ros.engine import AnalysisError

EXAMPLE = Path(__file__).parents[2] / "examples" / "helse-sor-ost" / "ros"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(EXAMPLE, tmp_path / "ros"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_folder_is_read_the_same_wherever_it_lies(folder: Path) -> None:
    assert load_analysis(folder) == load_analysis(EXAMPLE)


def test_a_folder_without_an_analysis_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"ros\.yaml"):
        load_analysis(tmp_path)


def test_an_unknown_profile_is_refused(folder: Path) -> None:
    change(folder / "ros.yaml", "illustrative-4x4@1", "regional@7")
    with pytest.raises(CriteriaError, match="regional@7"):
        load_analysis(folder)


@pytest.mark.parametrize("digits", ["131169 00216", "131169-00216", "13116900216"])
def test_eleven_digits_are_refused_and_never_echoed(folder: Path, digits: str) -> None:
    change(folder / "risks" / "R16.yaml", "Data eller nøkler", f"{digits} eller nøkler")
    with pytest.raises(DocumentError) as refused:
        load_analysis(folder)
    assert "R16.yaml" in str(refused.value)
    assert digits not in str(refused.value)
    assert "00216" not in str(refused.value)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("risks/R16.yaml", "likelihood: -1", "likelihood: 1"),
        ("risks/R16.yaml", "scenario: R16", "scenarios: R16"),
        ("risks/R16.yaml", 'type: "azure-native:keyvault:Vault"', 'type: "keyvault"'),
        ("risks/R16.yaml", 'type: "azure-native:keyvault:Vault"', 'type: "azure-native:keyvault:Vault", expect_min: 0'),
        ("risks/R16.yaml", '"983975259"', '"983975258"'),
        ("ros.yaml", "reviewer: kontrollor", "reviewer: forfatter"),
        ("ros.yaml", "author: forfatter", "author: risikoeier-siv"),
        ("ros.yaml", "reviewer: kontrollor", "reviewer: drift"),
        ("ros.yaml", "of: risikoeier-siv", "of: ingen"),
    ],
    ids=[
        "a control that raises",
        "an unknown key",
        "a type that is none",
        "nothing expected",
        "a wrong organisation number",
        "the author reviews",
        "a risk owner writes",
        "an engineer reviews",
        "asked of nobody",
    ],
)
def test_a_mistake_is_refused_with_its_line(folder: Path, file: str, old: str, new: str) -> None:
    change(folder / file, old, new)
    with pytest.raises(DocumentError) as refused:
        load_analysis(folder)
    problem = max(refused.value.problems, key=lambda one: one.line)
    assert problem.file.endswith(Path(file).name)
    assert problem.line > 1


def test_a_control_of_the_folders_own_is_read_and_may_not_take_a_known_id(folder: Path) -> None:
    catalogue = Path(__file__).parents[2] / "ros" / "catalogue" / "controls" / "CTRL-TLS.yaml"
    (folder / "controls").mkdir()
    own = folder / "controls" / "CTRL-OURS.yaml"
    own.write_text(catalogue.read_text(encoding="utf-8").replace("CTRL-TLS", "CTRL-OURS"), encoding="utf-8")
    assert load_analysis(folder).own_controls == {"CTRL-OURS"}
    own.write_text(catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(AnalysisError, match="CTRL-TLS"):
        load_analysis(folder)
