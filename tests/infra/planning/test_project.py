"""Another's project, as its files declare it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infra.planning.project import PLACEHOLDER, Needed, Project, read_project
from prosess.documents import DocumentError
from prosess.domain.errors import DomainError

PYTHON = Path(sys.executable)
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a project's files; give its folder."""

    def project(pulumi: str = "name: p\nruntime: python\n", **files: str) -> Path:
        (tmp_path / "Pulumi.yaml").write_text(pulumi)
        (tmp_path / "__main__.py").write_text("")
        for name, content in files.items():
            file = tmp_path / name.replace("__", "/").replace("_", ".")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        return tmp_path

    return project


def read(folder: Path, **given: Any) -> Project:
    return read_project(folder, **{"interpreter": PYTHON, **given})


def test_a_project_is_found_by_its_folder_or_its_file(make: Make) -> None:
    folder = make()
    for path in (folder, folder / "Pulumi.yaml"):
        project = read(path)
        assert (project.name, project.program, project.stack, project.function) == ("p", folder, "dev", None)


def test_a_file_is_a_project_too_and_a_function_in_it_its_program(tmp_path: Path) -> None:
    file = tmp_path / "deploy.py"
    file.write_text("")
    assert read(file).program == file
    project = read(tmp_path / "deploy.py:program")
    assert (project.name, project.program, project.function) == (tmp_path.name, file, "program")


def test_main_may_be_a_folder_or_a_file_within_the_project(make: Make) -> None:
    folder = make("name: p\nruntime: python\nmain: src\n", src____main___py="")
    (folder / "src").mkdir(exist_ok=True)
    (folder / "src" / "__main__.py").write_text("")
    assert read(folder).program == folder / "src"
    assert read(make("name: p\nruntime: python\nmain: __main__.py\n")).program == folder / "__main__.py"


@pytest.mark.parametrize("main", ["nowhere", "..", "/"])
def test_a_program_outside_the_project_is_refused(make: Make, main: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(make(f"name: p\nruntime: python\nmain: {main}\n"))
    problem = caught.value.problems[0]
    assert (problem.code, problem.line, problem.path) == ("SCAN_MAIN", 3, "main")


@pytest.mark.parametrize(
    ("pulumi", "code", "path"),
    [
        ("runtime: python\n", "SCAN_FORM", "name"),
        ("name: p\n", "SCAN_FORM", "runtime"),
        ("name: p\nruntime: [python]\n", "SCAN_FORM", "runtime"),
        ("name: p\nruntime: nodejs\n", "SCAN_RUNTIME", "runtime"),
        ("name: p\nruntime: {name: go}\n", "SCAN_RUNTIME", "runtime"),
        ("name: p\nruntime: python\nconfig: [a]\n", "SCAN_FORM", "config"),
        ("- name\n", "SCAN_FORM", ""),
        ("name: p\nname: q\nruntime: python\n", "DUPLICATE_KEY", "name"),
    ],
)
def test_what_is_wrong_with_the_project_file_is_told_with_its_place(
    make: Make, pulumi: str, code: str, path: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        read(make(pulumi))
    assert (caught.value.problems[0].code, caught.value.problems[0].path) == (code, path)


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere", tmp_path / "nowhere.py"):
        with pytest.raises(DomainError) as caught:
            read(path)
        assert caught.value.code == ("SCAN_NO_PROGRAM" if path.suffix else "SCAN_NO_PROJECT")


def test_the_only_stack_is_taken_and_of_several_one_must_be_chosen(make: Make) -> None:
    folder = make(Pulumi_prod_yaml="config:\n  a: b\n")
    assert read(folder).stack == "prod"
    make(Pulumi_prod_yaml="config:\n  a: b\n", Pulumi_test_yaml="config: {}\n")
    with pytest.raises(DomainError) as caught:
        read(folder)
    assert (caught.value.code, caught.value.facts["known"]) == ("SCAN_WHICH_STACK", ["prod", "test"])
    assert read(folder, stack="test").config == {}
    with pytest.raises(DomainError) as caught:
        read(folder, stack="staging")
    assert caught.value.code == "SCAN_NO_STACK"


def test_what_comes_later_wins_and_secrets_stay_secret(make: Make) -> None:
    folder = make(
        """
        name: p
        runtime: python
        config:
          plain: from project
          size: {type: integer, default: 3}
          key: {type: string, default: hush-hush, secret: true}
          asked: {type: string, description: given below}
          lacking: {type: boolean, secret: true}
          azure-native:location: {value: norwayeast}
          pulumi:tags: {value: {of: the engine}}
        """.replace("\n        ", "\n"),
        Pulumi_dev_yaml="""
        config:
          p:plain: from stack
          locked: {secure: v1:AAAA:BBBB}
          nested: {inner: [{secure: v1:AAAA:BBBB}], open: 1}
          nothing: null
          other:list: [1, true]
        """.replace("\n        ", "\n"),
    )
    project = read(folder, config=["size=4", "key=mine", "asked=a=b", "other:x=1"])
    assert project.config == {
        "p:plain": "from stack",
        "p:size": "4",
        "p:key": {"secure": "mine"},
        "p:asked": "a=b",
        "azure-native:location": "norwayeast",
        "p:locked": {"secure": PLACEHOLDER},
        "p:nested": {"secure": f'{{"inner": ["{PLACEHOLDER}"], "open": 1}}'},
        "p:nothing": "",
        "other:list": [1, True],
        "other:x": "1",
    }
    assert project.missing == (Needed("p:lacking", "boolean", secret=True),)
    assert project.encrypted == ("p:locked", "p:nested")
    assert read(folder, config=["locked=open"]).config["p:locked"] == {"secure": "open"}


@pytest.mark.parametrize("given", ["novalue", "=x", " =x"])
def test_configuration_that_is_no_pair_is_refused_by_its_place(make: Make, given: str) -> None:
    with pytest.raises(DomainError) as caught:
        read(make(), config=["a=b", given])
    assert (caught.value.code, caught.value.facts) == ("SCAN_CONFIG_FORM", {"count": 2})


def test_the_interpreter_is_the_projects_own(make: Make) -> None:
    folder = make("name: p\nruntime: {name: python, options: {virtualenv: env}}\n")
    with pytest.raises(DomainError) as caught:
        read_project(folder)
    assert caught.value.code == "SCAN_NO_VENV"
    python = folder / "env" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(PYTHON)
    assert read_project(folder).interpreter == python
    assert read_project(folder, interpreter=folder / "env").interpreter == python
    make("name: p\nruntime: {name: python, options: {toolchain: uv}}\n")
    with pytest.raises(DomainError) as caught:
        read_project(folder)
    assert caught.value.facts == {"venv": ".venv"}
    make()
    with pytest.raises(DomainError) as caught:
        read_project(folder)
    assert caught.value.code == "SCAN_WHICH_PYTHON"
    (folder / "env").rename(folder / "venv")
    assert read_project(folder).interpreter == folder / "venv" / "bin" / "python"
    assert read_project(folder, interpreter=Path("sh")).interpreter.is_absolute()
    with pytest.raises(DomainError) as caught:
        read_project(folder, interpreter=Path("no-such-python"))
    assert caught.value.code == "SCAN_NO_PYTHON"
