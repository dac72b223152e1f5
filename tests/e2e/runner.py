"""What a runner is to the steps of a workflow: a checkout, an environment, and what became of the steps before."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


class Workflow:
    """A workflow file under ``deploy/github`` with one job."""

    def __init__(self, name: str) -> None:
        self.source = (ROOT / "deploy" / "github" / name).read_text("utf-8")
        self.document: dict[Any, Any] = yaml.safe_load(self.source)
        (job,) = self.document["jobs"].values()
        self.steps: list[dict[str, Any]] = job["steps"]
        self.by_id = {step["id"]: step for step in self.steps if "id" in step}


@dataclass
class Runner:
    """Runs the steps of a workflow in a folder."""

    workflow: Workflow
    folder: Path
    base: str = ""
    outcomes: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    """What the machine has beside what the workflow gives."""

    @classmethod
    def in_a_clone(cls, workflow: Workflow, folder: Path) -> "Runner":
        """Clone the project, as a pull request that changes nothing of it."""
        git(ROOT, "clone", "--quiet", str(ROOT), str(folder))
        for made in (".venv", ".tools"):
            (folder / made).symlink_to(ROOT / made)
        return cls(workflow, folder, git(folder, "rev-parse", "HEAD"))

    def run(self, step: dict[str, Any]) -> subprocess.CompletedProcess[str]:
        """Run a step's script with its environment; expressions are filled in as the runner fills them."""
        told = {name: self._filled(value) for name, value in step.get("env", {}).items()}
        summary = {"GITHUB_STEP_SUMMARY": str(self.folder / "summary.md")}
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env=os.environ | self.environment | self.workflow.document["env"] | told | summary,
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
        for id_ in self.workflow.by_id:
            value = value.replace(f"${{{{ steps.{id_}.outcome }}}}", self.outcomes.get(id_, "skipped"))
        return value.replace("${{ github.event.pull_request.base.sha }}", self.base)
