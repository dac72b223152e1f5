"""An environment at a git revision: planned by that revision's own program, and nothing left behind."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.planning import planned
from prosess.cli.revision import is_revision, planned_at
from prosess.contracts import Graph
from tests.planner import Planner

ROOT = Path(__file__).parents[3]
SANDBOX = "region/environments/sandbox.yaml"
SETTING = '    tls: str = "TLS1_2"'


def git(repository: Path, *arguments: str) -> str:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", "-C", str(repository), *who, *arguments], check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository: ``first`` as the project is, ``second`` with another program, and revisions that fail."""
    at = tmp_path_factory.mktemp("repository")
    for package in ("infra", "prosess"):
        shutil.copytree(ROOT / package, at / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "examples" / "helse-sor-ost", at / "region")
    git(at, "init", "--quiet", "--initial-branch=main")

    def keep(tag: str) -> None:
        git(at, "add", "--all")
        git(at, "commit", "--quiet", "--message", tag)
        git(at, "tag", tag)

    keep("first")
    account = at / "infra" / "components" / "security" / "storage_account.py"
    program, kept = account.read_text(), (at / "infra" / "__main__.py").read_text()
    assert SETTING in program
    account.write_text(program.replace(SETTING, SETTING.replace("TLS1_2", "TLS1_3")))
    keep("second")
    for tag, source in (
        ("crashing", "raise ValueError('no such thing')\n"),
        ("endless", "import time\ntime.sleep(600)\n"),
    ):
        (at / "infra" / "__main__.py").write_text(source)
        keep(tag)
    (at / "infra" / "__main__.py").unlink()
    keep("without")
    (at / "infra" / "__main__.py").write_text(kept)
    (at / SANDBOX).write_text("- no environment\n")
    keep("nameless")
    return at


@pytest.fixture(autouse=True)
def passing(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in the repository; see that neither it nor the folder for passing files keeps anything."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.chdir(repository)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "worktree", "list").count("\n") == 1


def tls(graph: Graph) -> set[object]:
    return {node.properties["minimumTlsVersion"] for node in graph.of_type("azure-native:storage:StorageAccount")}


def test_each_revision_is_planned_by_its_own_program(
    repository: Path, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = planned_at(f"first:{SANDBOX}")
    monkeypatch.chdir(repository / "region" / "tenants")  # a path may begin where one stands
    second = planned_at("second:../environments/sandbox.yaml")
    assert (tls(first), tls(second)) == ({"TLS1_2"}, {"TLS1_3"})
    # The first is the project as it is: planned from its own folder it is the same, byte for byte.
    monkeypatch.setattr("infra.planning.offline.run", planner.run)
    assert first.to_bytes() == planned(ROOT / "examples/helse-sor-ost/environments/sandbox.yaml").to_bytes()


@pytest.mark.parametrize(
    ("operand", "code"),
    [
        (f"never:{SANDBOX}", "REVISION_UNKNOWN"),
        (f"--output=x:{SANDBOX}", "REVISION_UNKNOWN"),
        ("first:region/environments/none.yaml", "REVISION_FILE_MISSING"),
        ("first:../../etc/passwd", "REVISION_FILE_MISSING"),
        ("first:region", "REVISION_FILE_MISSING"),
        (f"without:{SANDBOX}", "REVISION_WITHOUT_PROGRAM"),
        (f"nameless:{SANDBOX}", "REVISION_NO_ENVIRONMENT"),
        (f"crashing:{SANDBOX}", "PLAN_FAILED"),
    ],
)
def test_what_cannot_be_planned_is_told(operand: str, code: str) -> None:
    for tongue in Tongue:
        with pytest.raises(CommandError) as caught:
            planned_at(operand, lang=tongue)
        error = caught.value
        assert (error.exit_code, error.code, error.where) == (Exit.INVALID, code, operand)
        assert error.hint
        assert tempfile.gettempdir() not in error.message + error.hint


def test_a_program_without_an_end_is_stopped() -> None:
    with pytest.raises(CommandError, match="still running after 2 seconds"):
        planned_at(f"endless:{SANDBOX}", seconds=2)


def test_a_cancelled_pipeline_leaves_nothing() -> None:
    folder = Path(tempfile.gettempdir())
    command = [str(Path(sys.executable).with_name("prosess")), "env", "diff", *[f"endless:{SANDBOX}"] * 2]
    with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(folder)}, stderr=subprocess.DEVNULL) as process:
        waited = time.monotonic() + 60
        while not list(folder.glob("*/config.json")):  # the program's configuration: it is about to run
            assert time.monotonic() < waited
            time.sleep(0.05)
        process.terminate()
        assert process.wait(30) == Exit.INTERRUPTED


def test_without_git_nothing_is_assessed(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        with pytest.raises(CommandError) as caught:
            planned_at(f"first:{SANDBOX}")
    assert (caught.value.exit_code, caught.value.code) == (Exit.NOT_ASSESSED, "GIT_MISSING")


def test_a_file_is_no_revision(tmp_path: Path) -> None:
    odd = tmp_path / "a:b.yaml"
    odd.touch()
    assert not is_revision(str(odd))
    assert not is_revision("prod.yaml")
    assert not is_revision(":prod.yaml")
    assert is_revision("HEAD~1:prod.yaml")
