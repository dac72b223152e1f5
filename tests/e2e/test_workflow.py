"""The workflow for pull requests: its own steps, run by a shell as a runner would, in a clone."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / "deploy" / "github" / "pull-request.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["assess"]["steps"]
BY_ID = {step["id"]: step for step in STEPS if "id" in step}
GATED = ("plan", "compare", "scan", "risks")
LONGEST = 40
"""Lines of one part of the comment."""


@dataclass
class Runner:
    """What a runner is to a step: a checkout, an environment, and what became of the steps before."""

    folder: Path
    base: str
    outcomes: dict[str, str] = field(default_factory=dict)

    def run(self, step: dict[str, Any]) -> subprocess.CompletedProcess[str]:
        """Run a step's script with its environment; expressions are filled in as the runner fills them."""
        told = {name: self._filled(value) for name, value in step.get("env", {}).items()}
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env=os.environ | WORKFLOW["env"] | told | {"GITHUB_STEP_SUMMARY": str(self.folder / "summary.md")},
            capture_output=True,
            text=True,
            check=False,
        )

    def note(self, step: dict[str, Any]) -> subprocess.CompletedProcess[str]:
        """Run a step that the gate asks about."""
        done = self.run(step)
        self.outcomes[step["id"]] = "failure" if done.returncode else "success"
        return done

    def _filled(self, value: str) -> str:
        for id_ in BY_ID:
            value = value.replace(f"${{{{ steps.{id_}.outcome }}}}", self.outcomes.get(id_, "skipped"))
        return value.replace("${{ github.event.pull_request.base.sha }}", self.base)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A clone of the project, as a pull request that changes nothing of the example."""
    folder = tmp_path_factory.mktemp("clone") / "region"
    git(ROOT, "clone", "--quiet", str(ROOT), str(folder))
    for made in (".venv", ".tools"):
        (folder / made).symlink_to(ROOT / made)
    return Runner(folder, git(folder, "rev-parse", "HEAD"))


def test_the_workflow_asks_for_no_credentials_and_no_more_rights_than_it_uses() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write", "security-events": "write"}
    assert "secrets." not in (ROOT / "deploy" / "github" / "pull-request.yml").read_text("utf-8")


def test_what_others_write_never_stands_in_a_script() -> None:
    """A title or a branch name that is filled into a script would be run by it."""
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_every_step_before_the_gate_is_asked_about_by_it() -> None:
    gate = STEPS[-1]
    assert set(BY_ID) == set(GATED)
    assert all(f"steps.{id_}.outcome" in " ".join(gate["env"].values()) for id_ in GATED)


@pytest.mark.parametrize("failed", GATED)
def test_the_gate_fails_where_any_step_did(failed: str, tmp_path: Path) -> None:
    outcomes = dict.fromkeys(GATED, "success") | {failed: "failure"}
    done = Runner(tmp_path, "base", outcomes).run(STEPS[-1])
    assert done.returncode != 0
    assert f"{failed} failure" in done.stdout


def test_the_gate_opens_where_every_step_succeeded(tmp_path: Path) -> None:
    assert Runner(tmp_path, "base", dict.fromkeys(GATED, "success")).run(STEPS[-1]).returncode == 0


@pytest.mark.verify
def test_a_change_is_planned_compared_scanned_and_assessed(runner: Runner) -> None:
    if not (ROOT / ".tools" / "checkov").exists():
        pytest.fail("Checkov is missing: run `make tools`")
    talk = {id_: runner.note(BY_ID[id_]) for id_ in GATED}
    assert {id_: runner.outcomes[id_] for id_ in ("plan", "compare", "scan")} == dict.fromkeys(
        ("plan", "compare", "scan"), "success"
    ), {id_: done.stderr for id_, done in talk.items()}
    # The example has two risks that nobody has accepted: the gate says so.
    assert runner.outcomes["risks"] == "failure", talk["risks"].stderr
    parts = sorted((runner.folder / "build" / "ci").glob("*.md"))
    assert [part.name for part in parts] == ["1-compare.md", "2-scan.md", "3-risks.md"]
    assert all(0 < len(part.read_text("utf-8").splitlines()) <= LONGEST for part in parts)
    assert {"R12", "R13"} <= set(parts[2].read_text("utf-8").replace("|", " ").replace("*", " ").split())
    report = runner.folder / "build" / "ci" / "report"
    assert {path.suffix for path in report.iterdir()} >= {".html", ".pdf", ".xml"}
    assert (runner.folder / "build" / "ci" / "prosess.sarif").stat().st_size > 0
    gate = runner.run(STEPS[-1])
    assert gate.returncode == 1
    assert "risks failure" in gate.stdout
