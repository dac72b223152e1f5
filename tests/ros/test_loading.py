"""Reading a folder: every mistake is refused where it stands, and person identifiers nowhere get in."""

from pathlib import Path
from shutil import copytree

import pytest

from prosess.documents import DocumentError
from ros.check import load_analysis
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
    with pytest.raises(DocumentError, match="regional@7"):
        load_analysis(folder)
    assert refused(folder)["CRITERIA_UNKNOWN"] == ("ros.yaml", line_of(folder / "ros.yaml", "regional@7"))


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
    assert refused(folder) == {"ROS_CONTROL_OF_CATALOGUE": ("CTRL-OURS.yaml", 2)}


def refused(folder: Path) -> dict[str, tuple[str, int]]:
    """What is wrong: code → file and line."""
    with pytest.raises(DocumentError) as error:
        load_analysis(folder)
    return {one.code: (Path(one.file).name, one.line) for one in error.value.problems}


def line_of(path: Path, text: str) -> int:
    return next(number for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if text in line)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("risks/R16.yaml", "  by: kontrollor", "  by: forfatter", "ROS_AUTHOR_APPROVES"),
        ("risks/R16.yaml", "  by: kontrollor", "  by: nabo", "ROS_PARTY_UNKNOWN"),
        (
            "risks/R16.yaml",
            "{ref: CTRL-SOFT-DELETE, mechanism: recovery",
            "{ref: CTRL-PURGE-PROTECTION, mechanism: recovery",
            "ROS_CONTROL_USED_TWICE",
        ),
        ("ros.yaml", "parties: [forfatter, plattformeier,", "parties: [nabo, plattformeier,", "ROS_PARTY_UNKNOWN"),
        ("ros.yaml", "  - id: behandlingsplaner", "  - id: maalinger", "ROS_DECLARED_TWICE"),
        ("ros.yaml", "criteria_digest: sha256:d9", "criteria_digest: sha256:e9", "CRITERIA_NOT_PINNED"),
    ],
    ids=[
        "the author approves",
        "a stranger approves",
        "a control twice",
        "a stranger met",
        "a value twice",
        "a digest",
    ],
)
def test_what_the_files_together_forbid_is_refused_with_its_line(
    folder: Path, file: str, old: str, new: str, code: str
) -> None:
    path = folder / file
    change(path, old, new)
    name, line = refused(folder)[code]
    assert name == path.name
    assert line == line_of(path, "values:" if code == "ROS_DECLARED_TWICE" else new.strip())


def test_a_raise_by_a_stranger_is_refused(folder: Path) -> None:
    path = folder / "risks" / "R16.yaml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "raised:\n  - {likelihood: 4, reason: {nb: fordi}, by: nabo, on: 2023-10-03}\n",
        encoding="utf-8",
    )
    assert refused(folder)["ROS_PARTY_UNKNOWN"] == ("R16.yaml", line_of(path, "by: nabo"))


def test_every_mistake_of_every_file_is_told_at_once(folder: Path) -> None:
    change(folder / "risks" / "R16.yaml", "  by: kontrollor", "  by: forfatter")
    change(folder / "risks" / "R15.yaml", "scenario: R15", "scenario: 15")
    change(folder / "risks" / "R14.yaml", "scenario: R14", "scenarios: R14")
    assert {file for file, _ in refused(folder).values()} == {"R14.yaml", "R15.yaml", "R16.yaml"}


def test_a_yaml_bomb_is_refused_before_it_grows(folder: Path) -> None:
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    (folder / "risks" / "R16.yaml").write_text("\n".join(layers) + "\n", encoding="utf-8")
    name, line = refused(folder)["ALIAS_TOO_MUCH"]
    assert name == "R16.yaml"
    assert 1 < line < 9


@pytest.mark.parametrize("separator", ["", " ", "-", "."])
def test_eleven_digits_in_a_rationale_are_refused_where_they_stand(folder: Path, separator: str) -> None:
    digits = f"131169{separator}00216"
    path = folder / "risks" / "R16.yaml"
    change(path, "Ingen gjenoppretting er øvd", f"Ingen gjenoppretting for {digits} er øvd")
    with pytest.raises(DocumentError) as error:
        load_analysis(folder)
    (problem,) = error.value.problems
    assert (problem.code, problem.path) == ("PERSON_IDENTIFIER", "inherent.rationale.nb")
    assert problem.line == line_of(path, "Ingen gjenoppretting for")
    assert "00216" not in str(error.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("likelihood: 3", 'likelihood: "3"'),
        ("likelihood: 3", "likelihood: 3.5"),
        ("likelihood: 3", "likelihood: true"),
        ("data_controllers: [", "data_controllers: 983975259 # ["),
        ("controls:\n", "controls: {}\nuses:\n"),
    ],
)
def test_a_wrong_type_is_refused_where_it_stands(folder: Path, old: str, new: str) -> None:
    path = folder / "risks" / "R16.yaml"
    change(path, old, new)
    with pytest.raises(DocumentError) as error:
        load_analysis(folder)
    assert {one.line for one in error.value.problems} & {line_of(path, new.split("\n")[0])}
    assert all(one.file.endswith("R16.yaml") for one in error.value.problems)


def test_an_empty_file_and_one_that_is_no_mapping_are_refused(folder: Path) -> None:
    (folder / "risks" / "R15.yaml").write_text("", encoding="utf-8")
    (folder / "risks" / "R16.yaml").write_text("- schema: inherited-risk/1\n", encoding="utf-8")
    assert {file for file, _ in refused(folder).values()} == {"R15.yaml", "R16.yaml"}
